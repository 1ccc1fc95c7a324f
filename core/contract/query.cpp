// SPDX-License-Identifier: Apache-2.0
#include "core/contract/query.hpp"

#include "core/contract/apply.hpp"
#include "core/contract/fields.hpp"
#include "core/contract/query_answers.hpp"

#include <algorithm>

namespace keepwell::contract {
namespace {

constexpr std::string_view kDomain = "keepwell/1/query";
constexpr std::uint64_t kLastQuery = 5;

Bytes encode(const Query &query)
{
    return cbor::encode(cbor::Map{{1, kPayloadVersion},
                                  {2, valueOf(query.network)},
                                  {3, static_cast<std::uint64_t>(query.number)},
                                  {4, valueOf(query.key)},
                                  {5, valueOf(query.id)},
                                  {6, valueOf(query.time)},
                                  {7, ByteView{query.nonce}}});
}

Result<Query> parse(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    cbor::MapReader reader{value, "query"};
    const std::uint64_t version = reader.unsignedAt(1);
    Query query;
    query.network = idAt<NetworkId>(reader, 2);
    const std::uint64_t number = reader.unsignedAt(3, kLastQuery);
    query.number = static_cast<QueryNumber>(number);
    query.key = idAt<PublicKey>(reader, 4);
    query.id = reader.bytes32At(5);
    query.time = instantAt(reader, 6);
    const Bytes nonce = reader.bytesAt(7, query.nonce.size());
    KEEPWELL_CHECK(reader.finish());
    if (version != kPayloadVersion || number == 0 || nonce.size() != query.nonce.size()) {
        return fail(ErrorCode::InvalidInput, "query: not a query of version 1");
    }
    std::ranges::copy(nonce, query.nonce.begin());
    return query;
}

/// Reject: Enc Net Sig.
Verdict<Query> checkSigned(const NetworkId &network, ByteView signedQuery)
{
    // On the wire a query looks like an envelope; the domain of its signature tells them apart.
    KEEPWELL_TRY(const Envelope wire, parseEnvelope(signedQuery));
    auto query = parse(wire.payload);
    if (!query) {
        return reject(Code::Enc, query.error().detail);
    }
    if (query->network != network) {
        return reject(Code::Net, "the question is for the network " + query->network.toHex());
    }
    if (!crypto::verify(query->key, kDomain, {wire.payload}, wire.signature)) {
        return reject(Code::Sig, "the question is not signed by the key it names");
    }
    return *query;
}

} // namespace

SignedQuery sign(const Query &query, const crypto::SigningKey &key)
{
    Envelope wire{.payload = encode(query), .signature = {}};
    wire.signature = key.sign(kDomain, {wire.payload});
    return encode(wire);
}

SignedQuery makeQuery(const NetworkId &network, QueryNumber number, const Bytes32 &id, Instant now,
                      const crypto::SigningKey &key)
{
    Query query{.network = network,
                .number = number,
                .key = key.publicKey(),
                .id = id,
                .time = now,
                .nonce = {}};
    randombytes_buf(query.nonce.data(), query.nonce.size());
    return sign(query, key);
}

Verdict<Query> parseQuery(ByteView signedQuery)
{
    KEEPWELL_TRY(const Envelope wire, parseEnvelope(signedQuery));
    auto query = parse(wire.payload);
    if (!query) {
        return reject(Code::Enc, query.error().detail);
    }
    return *query;
}

Verdict<Query> checkQuery(const NetworkId &network, ByteView signedQuery, Instant now)
{
    KEEPWELL_TRY(Query query, checkSigned(network, signedQuery));
    if (const auto near = checkHostTime(query.time, now); !near) {
        return reject(Code::Time, "the question's time is more than 120 s from the host's clock");
    }
    return query;
}

Verdict<Bytes> answer(StateView &state, const NetworkId &network, ByteView signedQuery, Instant now,
                      Instant newest)
{
    KEEPWELL_TRY(const Query query, checkQuery(network, signedQuery, now));
    return answerChecked(state, query, std::max(now, newest));
}

Verdict<Bytes> answerChecked(StateView &state, const Query &query, Instant latest)
{
    switch (query.number) {
    case QueryNumber::GetRelease:
        return answerRelease(state, query, latest);
    case QueryNumber::GetNotice:
        return answerNotice(state, query, latest);
    case QueryNumber::GetReason:
        return answerReason(state, query);
    case QueryNumber::KeyHead:
        return answerKeyHead(state, query);
    case QueryNumber::EntriesOf:
        return answerEntriesOf(state, query);
    }
    return reject(Code::Enc, "no such query");
}

} // namespace keepwell::contract
