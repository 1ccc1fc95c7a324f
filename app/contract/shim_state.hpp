// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/range_read.hpp"
#include "core/contract/state_view.hpp"

#include <fabric/chaincode_shim.pb.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::contractserver {

/// What the peer offered when the stream became ready.
struct PeerAbilities
{
    bool writeBatch = false;
    std::size_t mostWrites = 1; ///< In a batch.
};

/// The state a peer keeps, as far as it has been asked for. The contract is run over it; where a value
/// is missing the run fails and wanted() says what to ask the peer. With the answer the contract is run
/// again, from its start: it is deterministic, so it comes to the same place and one read further.
/// Writes are kept back. Private values are read and written of this organisation only, and purged of
/// any. One transaction, one thread.
class ShimState final : public contract::StateView
{
public:
    struct Place
    {
        std::string mspId; ///< Of this organisation.
        Bytes locator;     ///< Of the transaction.
        PeerAbilities peer;
    };

    explicit ShimState(Place place);
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
    /// Drops the purges at organisations that have left the channel: nothing is kept there.
    Result<> leaveOutPurgesOfNobody();

    /// What a run missed; nullopt: nothing, it went to its end.
    const std::optional<Request> &wanted() const { return m_wanted; }
    /// The peer's answer to it: the payload, or Failed with the peer's words.
    void take(Result<std::string> answer);
    /// Before a run: without the writes of the one before.
    void startOver();

    /// The requests that write it all.
    std::vector<Request> writeRequests() const;

private:
    Result<> isCustodianOf(const contract::PrivateKey &key) const;
    Result<std::string> ask(Request request);
    Result<bool> hasCollection(const std::string &collection, const std::string &key);

    using RangeName = std::pair<contract::IndexKind, Bytes32>;
    Place m_place;
    std::map<Request, Result<std::string>> m_answers;
    std::map<RangeName, RangeRead> m_ranges;
    std::optional<Request> m_wanted;
    std::optional<RangeName> m_wantedRange; ///< Set when m_wanted is of a range.
    std::vector<protos::WriteRecord> m_writes;
};

/// Did the peer say that the channel has no such collection?
bool saysNoSuchCollection(const Error &error);

} // namespace keepwell::contractserver
