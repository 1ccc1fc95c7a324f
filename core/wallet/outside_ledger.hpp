// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/ledger.hpp"
#include "core/wallet/wallet_mutex.hpp"

#include <memory>

namespace keepwell {

/// A ledger behind a network, asked outside the wallet's lock, so that pages answer while it is
/// slow; and asked again for a moment where a custodian has not caught up yet: a deposit it does
/// not know the entry of, a release of a request it has not seen. Used within a NetworkTurn.
class OutsideLedger final : public ledger::Ledger
{
public:
    OutsideLedger(std::unique_ptr<ledger::Ledger> real, WalletMutex &mutex);

    ledger::Info info() const override;
    void follow(const std::vector<contract::PublicKey> &keys) override;
    ledger::Verdict<ledger::Entry> submit(const contract::Envelope &envelope,
                                          ledger::Patience patience = {}) override;
    ledger::Verdict<> deposit(const contract::Deposit &value,
                              ledger::Patience patience = {}) override;
    ledger::Verdict<Bytes> query(const contract::SignedQuery &query,
                                 ledger::Patience patience = {}) override;
    Result<ledger::Head> head(ledger::Patience patience = {}) override;

    // Of what the ledger has here already: no network, and the lock stays (callers are inside a
    // transaction of the vault).
    Result<std::vector<ledger::Entry>> entries(std::uint64_t from, std::size_t limit,
                                               ledger::Patience patience = {}) override;
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size) override;
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                   std::uint64_t size) override;
    std::shared_ptr<ledger::Changes> changes() const override;

private:
    std::unique_ptr<ledger::Ledger> m_real;
    WalletMutex &m_mutex;
};

} // namespace keepwell
