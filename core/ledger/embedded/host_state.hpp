// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"
#include "core/ledger/embedded/history.hpp"
#include "core/ledger/embedded/ledger_file.hpp"

namespace keepwell::ledger {

/// The contract's state while one entry or deposit is decided: public rows from the replayed history,
/// its writes kept back until the SQLite transaction is committed; private values go into that
/// transaction at once. One transaction, one thread.
class HostState final : public contract::StateView
{
public:
    HostState(History &history, LedgerFile &file) : m_history{&history}, m_file{&file} {}

    Result<std::optional<Bytes>> get(const std::string &key) override;
    Result<> put(const std::string &key, ByteView value) override;
    Result<> remove(const std::string &key) override;
    Result<contract::PrivateValue> getPrivate(const contract::PrivateKey &key) override;
    Result<> putPrivate(const contract::PrivateKey &key, ByteView value) override;
    Result<> purgePrivate(const contract::PrivateKey &key) override;
    Result<> putIndex(contract::IndexKind kind, const Bytes32 &of, const Bytes32 &id) override;
    Result<std::vector<contract::IndexRow>> indexRows(contract::IndexKind kind,
                                                      const Bytes32 &of) override;

    /// Notes in the file when the private values of grants that were written here will have ended.
    Result<> noteEnds();
    bool hasPurged() const { return m_purged; }
    /// After the commit.
    Result<> admitWrites();

private:
    Result<Instant> endOf(const contract::PrivateKey &key);

    History *m_history;
    LedgerFile *m_file;
    std::vector<std::pair<std::string, Bytes>> m_writes;
    std::vector<contract::IndexRow> m_index;
    bool m_purged = false;
};

} // namespace keepwell::ledger
