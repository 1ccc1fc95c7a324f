// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <string>
#include <utility>
#include <vector>

namespace keepwell::ledger::fabric {

/// One call of the contract. A plain value.
struct ContractCall
{
    std::string function;
    std::vector<Bytes> arguments;
    /// Names and values that never enter a transaction; at most one organisation sees them.
    std::vector<std::pair<std::string, Bytes>> transient;
    /// MSP ids that endorse, or one that answers; empty: the gateway chooses.
    std::vector<std::string> organisations;
};

} // namespace keepwell::ledger::fabric
