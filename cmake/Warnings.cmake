# SPDX-License-Identifier: Apache-2.0
add_library(keepwell_warnings INTERFACE)
target_compile_options(keepwell_warnings INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wnull-dereference -Wformat=2)
# A guess of the optimiser: g++ 13, 14 and any g++ with a sanitizer take empty or moved-from std::optional
# and std::expected for uninitialized. What it says is still shown.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(keepwell_warnings INTERFACE -Wno-error=maybe-uninitialized)
endif()
