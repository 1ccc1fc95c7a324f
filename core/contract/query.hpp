// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/state.hpp"
#include "core/contract/state_view.hpp"
#include "core/crypto/hpke.hpp"
#include "core/crypto/secret.hpp"

#include <array>
#include <vector>

namespace keepwell::contract {

enum class QueryNumber : std::uint8_t {
    GetRelease = 1, ///< id = rid; by the request's key.
    GetNotice = 2,  ///< id = gid or did; by the grantee or the receiver.
    GetReason = 3,  ///< id = rid; by the grant's owner.
    KeyHead = 4,    ///< id = a key; by anyone.
    EntriesOf = 5,  ///< id = a key; by anyone.
};

struct Query
{
    NetworkId network;
    QueryNumber number = QueryNumber::KeyHead;
    PublicKey key; ///< The asker.
    Bytes32 id{};
    Instant time;
    std::array<std::byte, 16> nonce{}; ///< Random; makes every question another one.
    friend bool operator==(const Query &, const Query &) = default;
};

/// dCBOR [query bstr, signature bstr(64)] as it travels.
using SignedQuery = Bytes;

/// The query is dCBOR {1: version, 2: network id, 3: number, 4: key, 5: id, 6: time, 7: nonce}, signed
/// over "keepwell/1/query" || 0x00 || those bytes. Precondition: query.key is `key`'s public key.
SignedQuery sign(const Query &query, const crypto::SigningKey &key);

/// A query with fresh nonce, signed. For the wallet.
SignedQuery makeQuery(const NetworkId &network, QueryNumber number, const Bytes32 &id, Instant now,
                      const crypto::SigningKey &key);

/// What a query asks, without a look at who signed it: for finding who can answer. Reject: Enc.
Verdict<Query> parseQuery(ByteView signedQuery);

/// Answers; writes nothing; what it returns is ciphertext for one reader, or public. `now`: the
/// host's clock; `newest`: the time of its newest entry, so that a clock turned back opens nothing.
/// Reject: Enc Net Sig Time Auth NotFound; GetRelease: NotLogged, the refusal's own code,
/// KeyRevoked ServeWindow Expired Revoked Epoch Wait Purged; GetNotice and GetReason: Wait Purged.
/// Answer: GetRelease r sealed to the request's one-time key; GetNotice, GetReason the deposited
/// sealed bytes; KeyHead a KeyRow; EntriesOf dCBOR [[kind, of, id, locator]].
Verdict<Bytes> answer(StateView &state, const NetworkId &network, ByteView signedQuery, Instant now,
                      Instant newest = {});

/// The first part of answer(), for a host that answers in several goes: form, network, signature and
/// time. Reject: Enc Net Sig Time.
Verdict<Query> checkQuery(const NetworkId &network, ByteView signedQuery, Instant now);
/// The rest of it. Precondition: `query` was checked. `latest`: the later of the host's clock and the
/// time of its newest entry.
Verdict<Bytes> answerChecked(StateView &state, const Query &query, Instant latest);

/// Opens what GetRelease answered and checks it against the grant's commitment.
/// Errors: WrongKey, or Tampered when it is not the committed release part.
Result<crypto::ReleasePart> openRelease(const NetworkId &network, const TxId &request,
                                        const crypto::SealingKey &oneTimeKey, const GrantId &grant,
                                        std::uint32_t epoch, const Commitment &committed,
                                        ByteView answer);

/// The rows that EntriesOf answers with, and its answer of them: for a host that finds them elsewhere.
Result<std::vector<IndexRow>> entriesOf(StateView &state, const PublicKey &key);
Bytes encodeEntriesOf(const std::vector<IndexRow> &rows);

/// Reads what EntriesOf answered: what the key signed, the grants and deliveries it is a party of,
/// and the entries about those. Errors: InvalidInput.
Result<std::vector<IndexRow>> parseEntriesOf(ByteView answer);

} // namespace keepwell::contract
