// SPDX-License-Identifier: Apache-2.0
#include "core/contract/replay_partial.hpp"

#include "core/contract/replay.hpp"
#include "core/contract/state.hpp"

#include <algorithm>
#include <set>

namespace keepwell::contract {
namespace {

/// The state as the entry's own words complete it. Only what was seen is written below.
class CompletedState final : public StateView
{
public:
    CompletedState(StateView &below, const Transaction &transaction, Code recorded, Instant t)
        : m_below{below}, m_transaction{transaction}, m_recorded{recorded}, m_t{t}
    {
    }

    Result<std::optional<Bytes>> get(const std::string &key) override
    {
        KEEPWELL_TRY(std::optional<Bytes> value, m_below.get(key));
        const Payload &payload = m_transaction.payload();
        if (key == keyRowKey(payload.key)) {
            return signer(value);
        }
        if (const auto *request = std::get_if<RequestAccessBody>(&payload.body);
            request != nullptr && m_recorded == Code::KeyRevoked) {
            return withDeadOwner(*request, key, std::move(value));
        }
        if (const auto *revoke = std::get_if<RevokeBody>(&payload.body);
            revoke != nullptr && !value) {
            return unseenGrant(*revoke, key);
        }
        return value;
    }

    Result<> put(const std::string &key, ByteView value) override
    {
        return m_made.contains(key) ? Result<>{} : m_below.put(key, value);
    }
    Result<> remove(const std::string &key) override { return m_below.remove(key); }
    Result<PrivateValue> getPrivate(const PrivateKey &key) override
    {
        return m_below.getPrivate(key);
    }
    Result<> putPrivate(const PrivateKey &key, ByteView value) override
    {
        return m_below.putPrivate(key, value);
    }
    Result<> purgePrivate(const PrivateKey &key) override { return m_below.purgePrivate(key); }
    Result<> putIndex(IndexKind kind, const Bytes32 &of, const Bytes32 &id) override
    {
        return m_below.putIndex(kind, of, id);
    }
    Result<std::vector<IndexRow>> indexRows(IndexKind kind, const Bytes32 &of) override
    {
        return m_below.indexRows(kind, of);
    }

private:
    Result<std::optional<Bytes>> signer(const std::optional<Bytes> &value)
    {
        const Payload &payload = m_transaction.payload();
        KeyRow row;
        if (value) {
            KEEPWELL_TRY(row, parseKeyRow(*value));
        }
        row.seq = payload.seq == 0 ? 0 : payload.seq - 1;
        row.previous = payload.previous;
        row.t = std::max(row.t, m_t);
        return std::optional{encode(row)};
    }

    Result<std::optional<Bytes>> withDeadOwner(const RequestAccessBody &request,
                                               const std::string &key, std::optional<Bytes> value)
    {
        KEEPWELL_TRY(const auto bytes, m_below.get(grantRowKey(request.grant)));
        if (!bytes) {
            return value;
        }
        KEEPWELL_TRY(const GrantRow grant, parseGrantRow(*bytes));
        if (key != keyRowKey(grant.owner)) {
            return value;
        }
        KeyRow row;
        if (value) {
            KEEPWELL_TRY(row, parseKeyRow(*value));
        }
        row.live = false;
        return std::optional{encode(row)};
    }

    /// One between the same owner and somebody else, over by its own terms if it must be.
    Result<std::optional<Bytes>> unseenGrant(const RevokeBody &revoke, const std::string &key)
    {
        const auto isIt = [&key](const GrantId &id) { return grantRowKey(id) == key; };
        if (std::ranges::none_of(revoke.grants, isIt)) {
            return std::nullopt;
        }
        m_made.insert(key);
        GrantRow row;
        row.owner = m_transaction.payload().key;
        return std::optional{encode(row)};
    }

    StateView &m_below;
    const Transaction &m_transaction;
    Code m_recorded;
    Instant m_t;
    std::set<std::string> m_made;
};

} // namespace

Verdict<Outcome> replayPartial(StateView &state, const Transaction &transaction,
                               TransactionTime time, Code recorded, Instant t)
{
    CompletedState completed{state, transaction, recorded, t};
    if (t < time) {
        Failure failure{Code::State, "recorded as earlier than its transaction"};
        failure.error.code = ErrorCode::Tampered;
        return std::unexpected{std::move(failure)};
    }
    KEEPWELL_TRY(const Outcome outcome, replay(completed, transaction, time, recorded));
    if (outcome.t != t) {
        Failure failure{Code::State, "recorded as earlier than another entry of its share"};
        failure.error.code = ErrorCode::Tampered;
        return std::unexpected{std::move(failure)};
    }
    return outcome;
}

Verdict<> followsItsKey(StateView &state, const Transaction &transaction)
{
    const Payload &payload = transaction.payload();
    KEEPWELL_TRY(const auto value, state.get(keyRowKey(payload.key)));
    KeyRow row{.seq = 0, .previous = TxId{payload.network.bytes()}, .t = {}, .live = true};
    if (value) {
        KEEPWELL_TRY(row, parseKeyRow(*value));
    }
    if (payload.seq == std::uint64_t{row.seq} + 1 && payload.previous == row.previous) {
        return {};
    }
    Failure failure{Code::Seq,
                    "entry " + std::to_string(payload.seq) + " of its key was shown, but not "
                        + std::to_string(row.seq + std::uint64_t{1})};
    failure.error.code = ErrorCode::Tampered;
    return std::unexpected{std::move(failure)};
}

} // namespace keepwell::contract
