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
    void waitFor(const std::function<void()> &wait) const override
    {
        const Outside outside{*m_mutex};
        m_real->waitFor(wait);
    }

    Result<> sync(const std::vector<store::Cid> &object) override
    {
        return m_real->sync(object); // of what waits here on disk: quick
    }
    Result<bool> has(const store::Cid &cid) const override
    {
        const Outside outside{*m_mutex};
        return m_real->has(cid);
    }
    Result<> remove(const std::vector<store::Cid> &object) override
    {
        const Outside outside{*m_mutex};
        return m_real->remove(object);
    }
    std::string name() const override { return m_real->name(); }

protected:
    Result<> write(const store::Cid &cid, ByteView block) override
    {
        return writeTo(*m_real, cid, block);
    }
    Result<> read(const store::Cid &cid, Bytes &block, const std::stop_token &stop) const override
    {
        const Outside outside{*m_mutex};
        return readFrom(*m_real, cid, block, stop);
    }

private:
    std::shared_ptr<store::BlockStore> m_real;
    std::shared_ptr<WalletMutex> m_mutex; ///< An opened share may outlive the wallet.
};

} // namespace keepwell
