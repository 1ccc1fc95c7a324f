// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/custodian.hpp"

#include "core/contract/state.hpp"

namespace keepwell::ledger::fabric {

Result<std::string> custodianIn(contract::StateView &rows, const Bytes32 &object)
{
    KEEPWELL_TRY(const auto access, rows.get(contract::accessRowKey(contract::TxId{object})));
    contract::GrantId gid{object};
    if (access) {
        KEEPWELL_TRY(const contract::AccessRow request, contract::parseAccessRow(*access));
        gid = request.grant;
    }
    KEEPWELL_TRY(const auto grant, rows.get(contract::grantRowKey(gid)));
    if (grant) {
        KEEPWELL_TRY(const contract::GrantRow row, contract::parseGrantRow(*grant));
        return row.terms.custodian;
    }
    KEEPWELL_TRY(const auto delivery,
                 rows.get(contract::deliveryRowKey(contract::DeliveryId{object})));
    if (delivery) {
        KEEPWELL_TRY(const contract::DeliveryRow row, contract::parseDeliveryRow(*delivery));
        return row.custodian;
    }
    return fail(ErrorCode::NotFound, "the ledger has no such share, delivery or request");
}

} // namespace keepwell::ledger::fabric
