// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/block_store.hpp"
#include "core/wallet/wallet_mutex.hpp"

#include <memory>

namespace keepwell {

/// Blocks behind a network, read and removed outside the wallet's lock. Thread-safe: threads that
/// do not hold the lock go straight through.
class OutsideBlocks final : public store::BlockStore
{
public:
    OutsideBlocks(std::shared_ptr<store::BlockStore> real, std::shared_ptr<WalletMutex> mutex)
        : m_real{std::move(real)}, m_mutex{std::move(mutex)}
    {
    }

    std::size_t atOnce() const override { return m_real->atOnce(); }

    Result<> sync() override { return m_real->sync(); } // of what waits here on disk: quick
    Result<bool> has(const store::Cid &cid) const override
    {
        const Outside outside{*m_mutex};
        return m_real->has(cid);
    }
    Result<> remove(const store::Cid &cid) override
    {
        const Outside outside{*m_mutex};
        return m_real->remove(cid);
    }
    std::string name() const override { return m_real->name(); }

protected:
    Result<> write(const store::Cid &, ByteView block) override
    {
        KEEPWELL_CHECK(m_real->put(block));
        return {};
    }
    Result<> read(const store::Cid &cid, Bytes &block) const override
    {
        const Outside outside{*m_mutex};
        return m_real->getInto(cid, block);
    }

private:
    std::shared_ptr<store::BlockStore> m_real;
    std::shared_ptr<WalletMutex> m_mutex; ///< An opened share may outlive the wallet.
};

} // namespace keepwell
