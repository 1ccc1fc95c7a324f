// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/mirror/shown_by.hpp"

namespace keepwell::ledger::fabric {

Error shownBy(std::string_view msp, const Error &error)
{
    const bool isOfPeer = error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Denied;
    return {isOfPeer ? ErrorCode::Tampered : error.code,
            "the gateway of " + std::string{msp} + ": " + error.detail};
}

std::optional<std::string> differenceOf(const Block &block, const MirrorBlockRow &row)
{
    const std::string number = std::to_string(row.number);
    if (block.hash != row.hash) {
        return "block " + number + " is another one: the chain forked";
    }
    if (row.number > 0 && block.validation != row.validation) {
        return "it calls other transactions of block " + number + " valid";
    }
    if (row.number > 0 && block.commitHash != row.commitHash) {
        return "its state after block " + number + " is another one";
    }
    return std::nullopt;
}

} // namespace keepwell::ledger::fabric
