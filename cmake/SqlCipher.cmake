# SPDX-License-Identifier: Apache-2.0
# Keepwell::sqlcipher — SQLCipher 4, static and hidden. Never the shared library: in a Qt process
# its symbols clash with libsqlite3 of Qt's own plugin (docs/decisions/0002-sqlcipher-static.md).
find_library(KEEPWELL_SQLCIPHER_LIBRARY NAMES libsqlcipher.a REQUIRED)
find_path(KEEPWELL_SQLCIPHER_INCLUDE NAMES sqlite3.h PATH_SUFFIXES sqlcipher NO_CACHE REQUIRED)

add_library(keepwell_sqlcipher INTERFACE)
add_library(Keepwell::sqlcipher ALIAS keepwell_sqlcipher)
target_include_directories(keepwell_sqlcipher SYSTEM INTERFACE "${KEEPWELL_SQLCIPHER_INCLUDE}")
target_compile_definitions(keepwell_sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(keepwell_sqlcipher INTERFACE "${KEEPWELL_SQLCIPHER_LIBRARY}"
    OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m)
target_link_options(keepwell_sqlcipher INTERFACE "LINKER:--exclude-libs,libsqlcipher.a")
