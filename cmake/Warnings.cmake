# SPDX-License-Identifier: Apache-2.0
add_library(keepwell_warnings INTERFACE)
target_compile_options(keepwell_warnings INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wnull-dereference -Wformat=2)
# g++ 13 and 14 take moved-from std::optional and std::expected for uninitialized; g++ 12 and clang do not.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    target_compile_options(keepwell_warnings INTERFACE -Wno-error=maybe-uninitialized)
endif()
