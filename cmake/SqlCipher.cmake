# SPDX-License-Identifier: Apache-2.0
# Keepwell::sqlcipher: SQLCipher 4.5 or newer, static and hidden. Never the shared library: in a Qt
# process its symbols clash with libsqlite3 of Qt's own plugin (docs/decisions/0002-sqlcipher-static.md).
set(KEEPWELL_SQLCIPHER "auto" CACHE STRING "Where SQLCipher comes from: auto, system or source")
set(KEEPWELL_SQLCIPHER_OLDEST 4.5)

# Sets `version` to what PRAGMA cipher_version says, or to an empty text if it has no FTS5.
function(keepwell_sqlcipher_version library include version)
    file(WRITE "${CMAKE_BINARY_DIR}/sqlcipher_version.c" [[
#include <sqlite3.h>
#include <stdio.h>
static int print(void *unused, int count, char **values, char **names)
{ (void)unused; (void)count; (void)names; return printf("%s", values[0]) < 0; }
int main(void)
{
    sqlite3 *db = 0;
    return sqlite3_open(":memory:", &db) || sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5(a)", 0, 0, 0)
        || sqlite3_exec(db, "PRAGMA cipher_version", print, 0, 0);
}
]])
    try_run(ran compiled SOURCES "${CMAKE_BINARY_DIR}/sqlcipher_version.c"
        CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${include}"
        LINK_LIBRARIES "${library}" OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m
        RUN_OUTPUT_VARIABLE output NO_CACHE)
    set(found "")
    if(compiled AND ran EQUAL 0)
        string(REGEX MATCH "^[0-9.]+" found "${output}")
    endif()
    set(${version} "${found}" PARENT_SCOPE)
endfunction()

# Sets `library` and `include` to the first installed SQLCipher that is new enough, else to nothing.
function(keepwell_find_sqlcipher library include)
    set(${library} "" PARENT_SCOPE)
    foreach(prefix "/usr" "/usr/local" "${CMAKE_SOURCE_DIR}/.deps/sqlcipher/usr")
        find_library(archive NAMES libsqlcipher.a PATHS "${prefix}/lib"
            PATH_SUFFIXES "${CMAKE_LIBRARY_ARCHITECTURE}" NO_DEFAULT_PATH NO_CACHE)
        if(archive AND EXISTS "${prefix}/include/sqlcipher/sqlite3.h")
            keepwell_sqlcipher_version("${archive}" "${prefix}/include/sqlcipher" version)
            if(version VERSION_GREATER_EQUAL KEEPWELL_SQLCIPHER_OLDEST)
                message(STATUS "SQLCipher ${version}: ${archive}")
                set(${library} "${archive}" PARENT_SCOPE)
                set(${include} "${prefix}/include/sqlcipher" PARENT_SCOPE)
                return()
            endif()
            message(STATUS "SQLCipher '${version}' is too old or lacks FTS5: ${archive}")
        endif()
        unset(archive)
    endforeach()
endfunction()

set(sqlcipher_library "")
file(GLOB sqlcipher_tarball LIST_DIRECTORIES false "${CMAKE_SOURCE_DIR}/.deps/sqlcipher_*.orig.tar.gz")
if(NOT KEEPWELL_SQLCIPHER STREQUAL "source")
    keepwell_find_sqlcipher(sqlcipher_library sqlcipher_include)
endif()

add_library(keepwell_sqlcipher INTERFACE)
add_library(Keepwell::sqlcipher ALIAS keepwell_sqlcipher)
if(sqlcipher_library)
    # A target of its own, so that CMake puts OpenSSL after the archive that needs it.
    add_library(sqlcipher STATIC IMPORTED)
    set_target_properties(sqlcipher PROPERTIES IMPORTED_LOCATION "${sqlcipher_library}")
    target_include_directories(sqlcipher INTERFACE "${sqlcipher_include}")
elseif(NOT KEEPWELL_SQLCIPHER STREQUAL "system" AND sqlcipher_tarball)
    include(SqlCipherSource)
else()
    message(FATAL_ERROR "No static SQLCipher ${KEEPWELL_SQLCIPHER_OLDEST} or newer with FTS5 was found. "
        "./dev deps gets one; or install libsqlcipher-dev of Debian 13, or put the sqlcipher_*.orig.tar.gz "
        "of Debian 13 or Ubuntu 24.04 into .deps (needs make and tcl).")
endif()
target_link_libraries(sqlcipher INTERFACE OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m)
target_compile_definitions(keepwell_sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(keepwell_sqlcipher INTERFACE sqlcipher)
target_link_options(keepwell_sqlcipher INTERFACE "LINKER:--exclude-libs,libsqlcipher.a")
