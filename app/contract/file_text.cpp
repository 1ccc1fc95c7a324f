// SPDX-License-Identifier: Apache-2.0
#include "app/contract/file_text.hpp"

#include <fstream>
#include <sstream>

namespace keepwell::contractserver {

Result<std::string> readFile(const std::string &name)
{
    const std::ifstream file{name, std::ios::binary};
    std::ostringstream bytes;
    if (!file || !(bytes << file.rdbuf())) {
        return fail(ErrorCode::NotFound, "the file " + name + " cannot be read, or is empty");
    }
    return std::move(bytes).str();
}

} // namespace keepwell::contractserver
