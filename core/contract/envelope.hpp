// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/transaction.hpp"
#include "core/crypto/signature.hpp"

namespace keepwell::contract {

/// A payload and a signature as they travel and are stored; nothing about them is checked.
struct Envelope
{
    Bytes payload;
    Signature signature{};

    /// SHA-256(payload): the transaction's id, whoever signed it.
    TxId id() const;

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

/// dCBOR [payload bstr, signature bstr(64)].
Bytes encode(const Envelope &envelope);

/// Errors: Enc.
Verdict<Envelope> parseEnvelope(ByteView bytes);

/// A well-formed payload of one network with a checked signature. Immutable value; any thread.
class Transaction
{
public:
    /// Checks format, network and signature, in this order. Reject: Enc, Net, Sig.
    static Verdict<Transaction> check(const NetworkId &network, Envelope envelope);

    /// Like check(), but takes the signature as checked: for entries under a head that this wallet
    /// checked before and pinned. Reject: Enc, Net.
    static Verdict<Transaction> checkedBefore(const NetworkId &network, Envelope envelope);

    /// Signs `payload`. Precondition: payload.key is `key`'s public key.
    static Transaction sign(const Payload &payload, const crypto::SigningKey &key);

    const TxId &id() const { return m_id; }
    const Payload &payload() const { return m_payload; }
    const Envelope &envelope() const { return m_envelope; }

private:
    Transaction(Envelope envelope, Payload payload);

    Envelope m_envelope;
    Payload m_payload;
    TxId m_id;
};

} // namespace keepwell::contract
