// SPDX-License-Identifier: Apache-2.0
#include "core/audit/activity_row.hpp"

namespace keepwell::audit {

std::string_view nameOf(ProofState proof)
{
    switch (proof) {
    case ProofState::Proven:
        return "proven";
    case ProofState::Reported:
        return "reported";
    case ProofState::Conflict:
        return "conflict";
    case ProofState::Local:
        break;
    }
    return "local";
}

} // namespace keepwell::audit
