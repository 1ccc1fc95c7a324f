// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"

#include <fabric/chaincode_shim.pb.h>

#include <functional>
#include <string>
#include <vector>

namespace keepwell::contractserver {

/// Sends one request of the running transaction to its peer and waits for the payload of the answer.
/// Errors: Failed (the peer says no, in its words), Unavailable (no answer).
using Ask = std::function<Result<std::string>(protos::ChaincodeMessage::Type,
                                              const std::string &payload)>;

/// What the peer offered when the stream became ready.
struct PeerAbilities
{
    bool writeBatch = false;
    std::size_t mostWrites = 1; ///< In a batch.
};

/// The state a peer keeps, over its stream: committed rows as they are read, writes kept back until
/// flush(). Private values are read and written of this organisation only, and purged of any.
/// One transaction, one thread.
class ShimState final : public contract::StateView
{
public:
    struct Place
    {
        std::string mspId; ///< Of this organisation.
        Bytes locator;     ///< Of the transaction.
        PeerAbilities peer;
    };

    ShimState(Place place, Ask ask);
    ~ShimState() override;
    ShimState(const ShimState &) = delete;
    ShimState &operator=(const ShimState &) = delete;

    Result<std::optional<Bytes>> get(const std::string &key) override;
    Result<> put(const std::string &key, ByteView value) override;
    Result<> remove(const std::string &key) override;
    Result<contract::PrivateValue> getPrivate(const contract::PrivateKey &key) override;
    Result<> putPrivate(const contract::PrivateKey &key, ByteView value) override;
    Result<> purgePrivate(const contract::PrivateKey &key) override;
    Result<> putIndex(contract::IndexKind kind, const Bytes32 &of, const Bytes32 &id) override;
    /// In the order of their keys.
    Result<std::vector<contract::IndexRow>> indexRows(contract::IndexKind kind,
                                                      const Bytes32 &of) override;

    /// Whether the channel has the organisation that `key` names as its custodian.
    Result<bool> hasCustodian(const contract::PrivateKey &key);

    /// Sends all writes. A purge at an organisation that has left the channel is left out: nothing
    /// is kept there.
    Result<> flush();

private:
    Result<> isCustodianOf(const contract::PrivateKey &key) const;
    Result<> sendBatches();
    Result<> sendOneByOne();
    Result<> leaveOutPurgesOfNobody();
    Result<std::size_t> appendRange(const std::string &from, const std::string &end,
                                    std::vector<contract::IndexRow> &rows, std::string &last);

    Place m_place;
    Ask m_ask;
    std::vector<protos::WriteRecord> m_writes;
};

} // namespace keepwell::contractserver
