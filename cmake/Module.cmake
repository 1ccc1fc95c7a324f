# SPDX-License-Identifier: Apache-2.0

# keepwell_module(crypto SOURCES a.cpp PUBLIC Keepwell::base PRIVATE OpenSSL::Crypto)
# One folder of core/ = one namespace = one static library = one alias Keepwell::<name>.
function(keepwell_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(keepwell_${name} STATIC ${arg_SOURCES})
    add_library(Keepwell::${name} ALIAS keepwell_${name})
    target_include_directories(keepwell_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(keepwell_${name} PUBLIC ${arg_PUBLIC}
                          PRIVATE keepwell_warnings ${arg_PRIVATE})
endfunction()

# What the sanitizers run: every test of the core, and nothing else.
add_custom_target(core_tests)

# keepwell_test(core/crypto/hpke SOURCES hpke_test.cpp LIBRARIES Keepwell::crypto)
# One Qt Test class in one executable; the ctest name is the path.
function(keepwell_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    string(REPLACE "/" "_" target "test_${name}")
    add_executable(${target} ${arg_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_compile_definitions(${target} PRIVATE
        KEEPWELL_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data"
        KEEPWELL_TEST_VECTORS="${CMAKE_SOURCE_DIR}/tests/vectors")
    target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} Qt6::Core Qt6::Test keepwell_warnings)
    if(name MATCHES "^core/")
        add_dependencies(core_tests ${target})
    endif()
    add_test(NAME ${name} COMMAND ${target})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000") # else 5 minutes
endfunction()
