// SPDX-License-Identifier: Apache-2.0
#include "app/cli/input_file.hpp"

#include <fstream>

namespace keepwell::cli {

Result<Bytes> readWholeFile(const std::filesystem::path &file, std::size_t most)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::NotFound, "there is no file " + file.string());
    }
    std::ifstream stream{file, std::ios::binary};
    Bytes bytes(most + 1);
    stream.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.eof() && stream.gcount() == 0) {
        return fail(ErrorCode::Unavailable, file.string() + " cannot be read");
    }
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > most) {
        return fail(ErrorCode::InvalidInput, file.string() + " is too large for what it should be");
    }
    return bytes;
}

} // namespace keepwell::cli
