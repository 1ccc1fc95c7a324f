// SPDX-License-Identifier: Apache-2.0
#include "app/cli/phrase.hpp"

#include "app/cli/output_file.hpp"

namespace keepwell::cli {

std::string_view phraseCharacters(const crypto::SecretText &phrase) { return phrase.expose(); }

Result<> writePhrase(const std::filesystem::path &file, const crypto::SecretText &phrase)
{
    crypto::SecretText line = phrase.duplicate();
    line.append("\n");
    return writeNewFile(file, bytesOf(line.expose()));
}

crypto::PassphraseCost unlockCostNamed(std::string_view name)
{
    if (name == "low") {
        return crypto::PassphraseCost::low();
    }
    return name == "high" ? crypto::PassphraseCost::high() : crypto::PassphraseCost::normal();
}

} // namespace keepwell::cli
