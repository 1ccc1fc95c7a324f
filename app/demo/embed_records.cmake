# SPDX-License-Identifier: Apache-2.0
# Writes OUT, a C++ file that defines what demo_records.hpp declares from the files in DATA.
function(append_bytes function file)
    file(READ "${DATA}/${file}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    set(text "${text}\nstd::string_view ${function}()\n{\n    static constexpr char kBytes[] = {${bytes}};\n    return {kBytes, sizeof kBytes};\n}\n" PARENT_SCOPE)
endfunction()

set(text "#include \"app/demo/demo_records.hpp\"\n\nnamespace keepwell::demo {\n")
append_bytes(recordsOfEleanor eleanor-marsh.json)
append_bytes(bloodTestsToDeliver blood-tests-2026-11-12.json)
file(WRITE "${OUT}" "${text}\n} // namespace keepwell::demo\n")
