# SPDX-License-Identifier: Apache-2.0
add_library(keepwell_warnings INTERFACE)
target_compile_options(keepwell_warnings INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wnull-dereference -Wformat=2)
