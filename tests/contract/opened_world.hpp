// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/shim_world.hpp"

namespace keepwell::test {

inline const std::string kCustody = "_implicit_org_Org1MSP";

inline std::string releaseKey(const contract::GrantId &grant)
{
    return contract::PrivateKey{
        .custodian = {}, .field = contract::Field::Release, .id = grant.bytes(), .epoch = 1}
        .text();
}

/// A world with a share that was opened once and has all its private values.
struct OpenedWorld : ShimWorld
{
    explicit OpenedWorld(const PeerDouble::Ways &ways = {}) : ShimWorld{ways}
    {
        using contract::Deposit;
        codeOfSubmit(owner, grantAt());
        codeOfDeposit(Deposit::release(gid, 1, release));
        codeOfDeposit(Deposit::notice(gid, 1, notice));
        rid = submit(doctor, request())->id;
        codeOfDeposit(Deposit::reason(rid, reason));
    }

    contract::Code askRelease(Instant time = kStart)
    {
        return codeOf(question(contract::QueryNumber::GetRelease, rid.bytes(), doctor, time));
    }

    contract::TxId rid;
};

} // namespace keepwell::test
