# SPDX-License-Identifier: Apache-2.0
add_library(keepwell_warnings INTERFACE)
target_compile_options(keepwell_warnings INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wnull-dereference -Wformat=2)
# The dev build makes warnings errors, with the compiler that checks every change. Newer ones find more, some of it
# wrongly: they show it, and stop nobody's build.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
endif()
# A guess of the optimiser: g++ takes empty or moved-from std::optional and std::expected for uninitialized.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(keepwell_warnings INTERFACE -Wno-error=maybe-uninitialized)
endif()
