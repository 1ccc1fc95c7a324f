// SPDX-License-Identifier: Apache-2.0
#include "core/contract/envelope.hpp"

#include "core/base/cbor.hpp"
#include "core/crypto/hash.hpp"

#include <algorithm>

namespace keepwell::contract {
namespace {

constexpr std::string_view kDomain = "keepwell/1/tx";

bool isSigned(const Payload &payload, const Envelope &envelope)
{
    return crypto::verify(payload.key, kDomain, {payload.network.view(), envelope.payload},
                          envelope.signature);
}

/// Whether a payload of a version this build cannot read is signed all the same: then it was made by
/// a newer Keepwell, else the version is just a damaged byte.
bool isSignedWhateverItSays(const Envelope &envelope)
{
    const auto value = cbor::decode(envelope.payload);
    const cbor::Value *network = value ? value->find(2) : nullptr;
    const cbor::Value *key = value ? value->find(4) : nullptr;
    if (network == nullptr || network->asBytes() == nullptr || key == nullptr
        || key->asBytes() == nullptr) {
        return false;
    }
    const auto id = PublicKey::fromBytes(*key->asBytes());
    return id
        && crypto::verify(*id, kDomain, {*network->asBytes(), envelope.payload},
                          envelope.signature);
}

/// The payload, if it is one of `network`.
Verdict<Payload> parseFor(const NetworkId &network, const Envelope &envelope)
{
    auto parsed = parsePayload(envelope.payload);
    if (!parsed && parsed.error().error.code == ErrorCode::Unsupported
        && !isSignedWhateverItSays(envelope)) {
        return reject(Code::Enc, "payload: field 1: no version of its signature");
    }
    KEEPWELL_TRY(Payload payload, std::move(parsed));
    if (payload.network != network) {
        return reject(Code::Net,
                      "written for the network " + payload.network.toHex() + ", not for "
                          + network.toHex());
    }
    return payload;
}

} // namespace

TxId Envelope::id() const { return TxId{crypto::sha256(payload)}; }

Bytes encode(const Envelope &envelope)
{
    return cbor::encode(cbor::Array{ByteView{envelope.payload}, ByteView{envelope.signature}});
}

Verdict<Envelope> parseEnvelope(ByteView bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value) {
        return reject(Code::Enc, "envelope: " + value.error().detail);
    }
    const cbor::Array *parts = value->asArray();
    const bool isPair = parts != nullptr && parts->size() == 2;
    const Bytes *payload = isPair ? (*parts)[0].asBytes() : nullptr;
    const Bytes *signature = isPair ? (*parts)[1].asBytes() : nullptr;
    Envelope envelope;
    if (payload == nullptr || signature == nullptr
        || signature->size() != envelope.signature.size()) {
        return reject(Code::Enc, "envelope: expected [payload, 64 bytes of signature]");
    }
    envelope.payload = *payload;
    std::ranges::copy(*signature, envelope.signature.begin());
    return envelope;
}

Transaction::Transaction(Envelope envelope, Payload payload)
    : m_envelope{std::move(envelope)}, m_payload{std::move(payload)}, m_id{m_envelope.id()}
{
}

Verdict<Transaction> Transaction::check(const NetworkId &network, Envelope envelope)
{
    KEEPWELL_TRY(Payload payload, parseFor(network, envelope));
    if (!isSigned(payload, envelope)) {
        return reject(Code::Sig, "the signature is not that of the key " + payload.key.toHex());
    }
    return Transaction{std::move(envelope), std::move(payload)};
}

Verdict<Transaction> Transaction::checkedBefore(const NetworkId &network, Envelope envelope)
{
    KEEPWELL_TRY(Payload payload, parseFor(network, envelope));
    return Transaction{std::move(envelope), std::move(payload)};
}

Transaction Transaction::sign(const Payload &payload, const crypto::SigningKey &key)
{
    Envelope envelope{.payload = encode(payload), .signature = {}};
    envelope.signature = key.sign(kDomain, {payload.network.view(), envelope.payload});
    return Transaction{std::move(envelope), payload};
}

} // namespace keepwell::contract
