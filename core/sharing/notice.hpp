// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"
#include "core/crypto/hpke.hpp"
#include "core/crypto/secret.hpp"

#include <cstdint>
#include <string>

/// Notices: what a recipient learns before anything is opened (docs/spec/notice.md). Sealed with
/// HPKE to the recipient's pair key and deposited with the custodian; the entry commits to the
/// sealed bytes. Plain values, immutable once parsed.
namespace keepwell::sharing {

inline constexpr std::size_t kMostReasonBytes = 300;
inline constexpr std::size_t kMostNoteBytes = 2000;

enum class NoticeKind : std::uint8_t { Grant = 1, Delivery = 2, Hello = 3 };

/// What a notice is bound to: info = "keepwell/1/notice" || network id || id || u32(epoch) ||
/// author || recipient, aad = the kind as one byte.
struct NoticeContext
{
    contract::NetworkId network;
    Bytes32 id;                    ///< gid or did.
    std::uint32_t epoch = 0;       ///< 0 for deliveries and hellos.
    contract::PublicKey author;    ///< The signer of the entry.
    contract::PublicKey recipient; ///< grantee or `to`.
};

/// Kind 1: a share.
struct GrantNotice
{
    std::string reason; ///< At most 300 bytes of UTF-8.
    std::uint64_t records = 0;
    contract::Terms terms; ///< As in the entry.
    Bytes recipientPart;   ///< key_parts.hpp
    Bytes32 blind{};       ///< Of the manifest commitment.
    Bytes object;          ///< store::ObjectRef of the manifest, encoded without its key.

    friend bool operator==(const GrantNotice &, const GrantNotice &) = default;
};

/// Kind 2: records delivered. Its key is inside, since nothing has to be released.
struct DeliveryNotice
{
    std::string note; ///< At most 2000 bytes of UTF-8.
    std::uint64_t records = 0;
    Bytes object; ///< store::ObjectRef, encoded with its key: secret.

    friend bool operator==(const DeliveryNotice &, const DeliveryNotice &) = default;
};

/// Errors of sealing: InvalidInput when a text is too long or not UTF-8, when it does not fit into
/// 48 KiB, or when the key is of low order.
Result<Bytes> seal(const NoticeContext &context, const GrantNotice &notice,
                   const crypto::SealingPublicKey &to);
Result<Bytes> seal(const NoticeContext &context, const DeliveryNotice &notice,
                   const crypto::SealingPublicKey &to);
/// A hello's content is identity's (hello.hpp); at most 2 KiB.
Result<Bytes> sealHello(const NoticeContext &context, ByteView hello,
                        const crypto::SealingPublicKey &to);

/// Errors: WrongKey (not sealed to this key, or of another kind or context), InvalidInput,
/// Unsupported (a newer version).
Result<GrantNotice> openGrantNotice(const NoticeContext &context, ByteView sealed,
                                    const crypto::SealingKey &key);
Result<DeliveryNotice> openDeliveryNotice(const NoticeContext &context, ByteView sealed,
                                          const crypto::SealingKey &key);
Result<Bytes> openHello(const NoticeContext &context, ByteView sealed,
                        const crypto::SealingKey &key);

} // namespace keepwell::sharing
