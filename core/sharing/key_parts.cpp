// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/key_parts.hpp"

#include "core/crypto/hkdf.hpp"

#include <sodium.h>

namespace keepwell::sharing {

namespace {

using Mask = crypto::Secret<struct ReleaseMaskTag, 32>;

Mask maskOf(const KeyContext &context, const crypto::ReleasePart &release)
{
    return crypto::deriveSecret<Mask>(
        release.expose(),
        {bytesOf("keepwell/1/release"), context.grant.view(), bigEndian32(context.epoch)});
}

Bytes infoOf(const KeyContext &context)
{
    return concat({bytesOf("keepwell/1/sealed-key"), context.network.view(), context.grant.view(),
                   bigEndian32(context.epoch), context.grantor.view(), context.recipient.view()});
}

void xorInto(std::span<std::byte> target, ByteView mask)
{
    for (std::size_t i = 0; i < target.size(); ++i) {
        target[i] ^= mask[i];
    }
}

} // namespace

Result<Bytes> sealRecipientPart(const KeyContext &context, const crypto::ObjectKey &manifest,
                                const crypto::ReleasePart &release,
                                const crypto::SealingPublicKey &to)
{
    const Mask mask = maskOf(context, release);
    const auto part = crypto::ObjectKey::make([&](std::span<std::byte, 32> bytes) {
        std::ranges::copy(manifest.expose(), bytes.begin());
        xorInto(bytes, mask.expose());
    });
    return crypto::hpkeSeal(to, infoOf(context), contract::hash(context.terms), part.expose());
}

Result<crypto::ObjectKey> joinParts(const KeyContext &context, ByteView recipientPart,
                                    const crypto::ReleasePart &release,
                                    const crypto::SealingKey &recipient)
{
    KEEPWELL_TRY(
        Bytes part,
        crypto::hpkeOpen(recipient, infoOf(context), contract::hash(context.terms), recipientPart));
    if (part.size() != crypto::ObjectKey::kBytes) {
        sodium_memzero(part.data(), part.size());
        return fail(ErrorCode::WrongKey, "the recipient part of this share has not the right size");
    }
    const Mask mask = maskOf(context, release);
    xorInto(part, mask.expose());
    return crypto::ObjectKey::take(std::span<std::byte, 32>{part});
}

} // namespace keepwell::sharing
