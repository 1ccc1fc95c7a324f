// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"

#include <filesystem>
#include <string>

namespace keepwell::cli {

/// One line of at most 1,024 bytes from an open descriptor, without its end, straight into locked
/// memory. `what` names the source in errors. Errors: Usage (empty), InvalidInput (longer, or not
/// UTF-8), Unavailable (cannot be read).
Result<crypto::SecretText> readSecretLine(int descriptor, const std::string &what);

struct SecretFile
{
    crypto::SecretText line;
    bool readableByOthers = false; ///< Its mode lets the group or everybody read it.
};

/// The first line of a file that keeps a passphrase or a recovery phrase. Errors: as
/// readSecretLine(), and NotFound.
Result<SecretFile> readSecretFile(const std::filesystem::path &file);

} // namespace keepwell::cli
