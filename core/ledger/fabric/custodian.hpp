// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"

namespace keepwell::ledger::fabric {

/// The custodian of a grant (gid), a delivery (did) or a request (rid), by the committed state.
/// Errors: NotFound.
Result<std::string> custodianIn(contract::StateView &state, const Bytes32 &object);

} // namespace keepwell::ledger::fabric
