# SPDX-License-Identifier: Apache-2.0
option(KEEPWELL_BUILD_UI "Build the desktop program (needs Qt 6 Widgets)" ON)
option(KEEPWELL_BUILD_TESTS "Build the tests (needs Qt 6 Test)" ON)
option(KEEPWELL_BUILD_BENCH "Build the benchmarks" OFF)
option(KEEPWELL_BUILD_FUZZ "Build the fuzz targets (needs clang)" OFF)
set(KEEPWELL_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_SKIP_INSTALL_RPATH ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)

find_program(KEEPWELL_CCACHE ccache)
if(KEEPWELL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths relative to the tree, so that clones and worktrees of it share what is cached.
    set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        "${KEEPWELL_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
endif()
