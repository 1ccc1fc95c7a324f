# SPDX-License-Identifier: Apache-2.0
# Keepwell::sqlcipher — SQLCipher 4, static and hidden. Never the shared library: in a Qt process
# its symbols clash with libsqlite3 of Qt's own plugin (docs/decisions/0002-sqlcipher-static.md).
find_library(KEEPWELL_SQLCIPHER_LIBRARY NAMES libsqlcipher.a REQUIRED)
find_path(KEEPWELL_SQLCIPHER_INCLUDE NAMES sqlite3.h PATH_SUFFIXES sqlcipher NO_CACHE REQUIRED)

# A target of its own, so that CMake puts OpenSSL after the archive that needs it.
add_library(keepwell_sqlcipher_archive STATIC IMPORTED)
set_target_properties(keepwell_sqlcipher_archive PROPERTIES
    IMPORTED_LOCATION "${KEEPWELL_SQLCIPHER_LIBRARY}"
    INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;${CMAKE_DL_LIBS};m")

add_library(keepwell_sqlcipher INTERFACE)
add_library(Keepwell::sqlcipher ALIAS keepwell_sqlcipher)
target_include_directories(keepwell_sqlcipher SYSTEM INTERFACE "${KEEPWELL_SQLCIPHER_INCLUDE}")
target_compile_definitions(keepwell_sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(keepwell_sqlcipher INTERFACE keepwell_sqlcipher_archive)
target_link_options(keepwell_sqlcipher INTERFACE "LINKER:--exclude-libs,libsqlcipher.a")
