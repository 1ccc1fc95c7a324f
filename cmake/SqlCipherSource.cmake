# SPDX-License-Identifier: Apache-2.0
# The target `sqlcipher`, built from the tarball `sqlcipher_tarball` of Debian 13's or Ubuntu 24.04's source
# package. The single-file amalgamation is made once, at configure time, and shared by all presets.
set(sqlcipher_sha256_4.6.1 d8f9afcbc2f4b55e316ca4ada4425daf3d0b4aab25f45e11a802ae422b9f53a3)
set(sqlcipher_sha256_4.5.6 e4a527e38e67090c1d2dc41df28270d16c15f7ca5210a3e7ec4c4b8fda36e28f)
list(SORT sqlcipher_tarball COMPARE NATURAL ORDER DESCENDING)
list(GET sqlcipher_tarball 0 sqlcipher_tarball)
string(REGEX REPLACE ".*sqlcipher_([0-9.]+)\\.orig\\.tar\\.gz$" "\\1" sqlcipher_version "${sqlcipher_tarball}")
set(sqlcipher_source "${CMAKE_SOURCE_DIR}/.deps/sqlcipher-${sqlcipher_version}")

if(NOT EXISTS "${sqlcipher_source}/sqlite3.c")
    file(SHA256 "${sqlcipher_tarball}" checksum)
    if(NOT checksum STREQUAL "${sqlcipher_sha256_${sqlcipher_version}}")
        message(FATAL_ERROR "${sqlcipher_tarball} is not SQLCipher 4.6.1 of Debian 13 or 4.5.6 of Ubuntu 24.04. "
            "Remove it and start again.")
    endif()
    message(STATUS "SQLCipher ${sqlcipher_version}: making the amalgamation from source")
    set(work "${CMAKE_BINARY_DIR}/sqlcipher-${sqlcipher_version}")
    file(REMOVE_RECURSE "${work}")
    file(ARCHIVE_EXTRACT INPUT "${sqlcipher_tarball}" DESTINATION "${CMAKE_BINARY_DIR}")
    execute_process(COMMAND ./configure --disable-tcl --disable-shared --enable-tempstore=yes
            CFLAGS=-DSQLITE_HAS_CODEC LDFLAGS=-lcrypto
        WORKING_DIRECTORY "${work}" OUTPUT_FILE configure.log ERROR_FILE configure.log
        COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND make sqlite3.c
        WORKING_DIRECTORY "${work}" OUTPUT_FILE make.log ERROR_FILE make.log COMMAND_ERROR_IS_FATAL ANY)
    # sqlite3.c comes last: its presence says that the folder is whole.
    file(COPY "${work}/sqlite3.h" "${work}/LICENSE.md" DESTINATION "${sqlcipher_source}")
    file(COPY "${work}/sqlite3.c" DESTINATION "${sqlcipher_source}")
    file(REMOVE_RECURSE "${work}")
endif()
message(STATUS "SQLCipher ${sqlcipher_version}: ${sqlcipher_source}/sqlite3.c")

add_library(sqlcipher STATIC "${sqlcipher_source}/sqlite3.c")
target_include_directories(sqlcipher SYSTEM PUBLIC "${sqlcipher_source}")
# As Debian builds it, but for what Keepwell has no use for (extensions, FTS3, R-trees).
target_compile_definitions(sqlcipher PRIVATE
    SQLITE_HAS_CODEC SQLCIPHER_CRYPTO_OPENSSL SQLITE_TEMP_STORE=2 SQLITE_THREADSAFE=1
    SQLITE_ENABLE_FTS5 SQLITE_ENABLE_COLUMN_METADATA SQLITE_ENABLE_MATH_FUNCTIONS
    SQLITE_ENABLE_UNLOCK_NOTIFY SQLITE_SECURE_DELETE SQLITE_OMIT_LOAD_EXTENSION
    HAVE_FDATASYNC HAVE_USLEEP HAVE_GMTIME_R HAVE_LOCALTIME_R HAVE_STDINT_H NDEBUG)
target_compile_options(sqlcipher PRIVATE -w -O2)
set_target_properties(sqlcipher PROPERTIES COMPILE_WARNING_AS_ERROR OFF C_STANDARD 11
    INTERPROCEDURAL_OPTIMIZATION OFF)
