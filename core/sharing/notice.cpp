// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/notice.hpp"

#include "core/base/cbor.hpp"
#include "core/base/utf8.hpp"
#include "core/contract/deposit.hpp"

#include <sodium.h>

namespace keepwell::sharing {

namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kMostHelloBytes = 2048;
constexpr std::size_t kMostTermsBytes = 256;
constexpr std::size_t kMostPartBytes = 128;

enum Field : std::uint64_t { Version = 1, Text, Records, Terms, Part, Blind, Object };

Bytes infoOf(const NoticeContext &context)
{
    return concat({bytesOf("keepwell/1/notice"), context.network.view(), context.id,
                   bigEndian32(context.epoch), context.author.view(), context.recipient.view()});
}

Result<> checkText(std::string_view text, std::size_t most)
{
    if (text.size() > most || !isUtf8(text)) {
        return fail(ErrorCode::InvalidInput,
                    "this text is longer than " + std::to_string(most) + " bytes, or no text");
    }
    return {};
}

Result<Bytes> sealKind(NoticeKind kind, const NoticeContext &context, Bytes plaintext,
                       const crypto::SealingPublicKey &to)
{
    const auto aad = static_cast<std::byte>(kind);
    auto sealed = crypto::hpkeSeal(to, infoOf(context), ByteView{&aad, 1}, plaintext);
    sodium_memzero(plaintext.data(), plaintext.size());
    if (sealed && sealed->size() > contract::kMostNoticeBytes) {
        return fail(ErrorCode::InvalidInput,
                    "this is too much for one share: its notice would be larger than 48 KiB");
    }
    return sealed;
}

Result<Bytes> openKind(NoticeKind kind, const NoticeContext &context, ByteView sealed,
                       const crypto::SealingKey &key)
{
    if (sealed.size() > contract::kMostNoticeBytes) {
        return fail(ErrorCode::InvalidInput, "a notice is larger than 48 KiB");
    }
    const auto aad = static_cast<std::byte>(kind);
    return crypto::hpkeOpen(key, infoOf(context), ByteView{&aad, 1}, sealed);
}

Result<cbor::Value> decodeNotice(ByteView plaintext)
{
    KEEPWELL_TRY(cbor::Value value, cbor::decode(plaintext));
    if (const cbor::Value *version = value.find(Version);
        version != nullptr && version->asUnsigned().value_or(0) > kVersion) {
        return fail(ErrorCode::Unsupported, "this notice was made by a newer Keepwell");
    }
    return value;
}

} // namespace

Result<Bytes> seal(const NoticeContext &context, const GrantNotice &notice,
                   const crypto::SealingPublicKey &to)
{
    KEEPWELL_CHECK(checkText(notice.reason, kMostReasonBytes));
    return sealKind(NoticeKind::Grant, context,
                    cbor::encode(cbor::Map{
                        {Version, kVersion},
                        {Text, notice.reason},
                        {Records, notice.records},
                        {Terms, contract::encode(notice.terms)},
                        {Part, notice.recipientPart},
                        {Blind, ByteView{notice.blind}},
                        {Object, notice.object},
                    }),
                    to);
}

Result<Bytes> seal(const NoticeContext &context, const DeliveryNotice &notice,
                   const crypto::SealingPublicKey &to)
{
    KEEPWELL_CHECK(checkText(notice.note, kMostNoteBytes));
    return sealKind(NoticeKind::Delivery, context,
                    cbor::encode(cbor::Map{
                        {Version, kVersion},
                        {Text, notice.note},
                        {Records, notice.records},
                        {Object, notice.object},
                    }),
                    to);
}

Result<Bytes> sealHello(const NoticeContext &context, ByteView hello,
                        const crypto::SealingPublicKey &to)
{
    if (hello.size() > kMostHelloBytes) {
        return fail(ErrorCode::InvalidInput, "a hello is at most 2 KiB");
    }
    return sealKind(NoticeKind::Hello, context, copyOf(hello), to);
}

Result<GrantNotice> openGrantNotice(const NoticeContext &context, ByteView sealed,
                                    const crypto::SealingKey &key)
{
    KEEPWELL_TRY(const Bytes plaintext, openKind(NoticeKind::Grant, context, sealed, key));
    KEEPWELL_TRY(const cbor::Value value, decodeNotice(plaintext));
    cbor::MapReader reader{value, "notice of a share"};
    GrantNotice notice;
    (void)reader.unsignedAt(Version, kVersion);
    notice.reason = reader.textAt(Text, kMostReasonBytes);
    notice.records = reader.unsignedAt(Records);
    const Bytes terms = reader.bytesAt(Terms, kMostTermsBytes);
    notice.recipientPart = reader.bytesAt(Part, kMostPartBytes);
    notice.blind = reader.bytes32At(Blind);
    notice.object = reader.bytesAt(Object, contract::kMostNoticeBytes);
    KEEPWELL_CHECK(reader.finish());
    KEEPWELL_TRY(notice.terms, contract::parseTerms(terms));
    return notice;
}

Result<DeliveryNotice> openDeliveryNotice(const NoticeContext &context, ByteView sealed,
                                          const crypto::SealingKey &key)
{
    KEEPWELL_TRY(Bytes plaintext, openKind(NoticeKind::Delivery, context, sealed, key));
    auto value = decodeNotice(plaintext);
    sodium_memzero(plaintext.data(), plaintext.size());
    if (!value) {
        return std::unexpected{std::move(value).error()};
    }
    cbor::MapReader reader{*value, "notice of a delivery"};
    DeliveryNotice notice;
    (void)reader.unsignedAt(Version, kVersion);
    notice.note = reader.textAt(Text, kMostNoteBytes);
    notice.records = reader.unsignedAt(Records);
    notice.object = reader.bytesAt(Object, contract::kMostNoticeBytes);
    KEEPWELL_CHECK(reader.finish());
    return notice;
}

Result<Bytes> openHello(const NoticeContext &context, ByteView sealed,
                        const crypto::SealingKey &key)
{
    KEEPWELL_TRY(Bytes hello, openKind(NoticeKind::Hello, context, sealed, key));
    if (hello.size() > kMostHelloBytes) {
        return fail(ErrorCode::InvalidInput, "a hello is at most 2 KiB");
    }
    return hello;
}

} // namespace keepwell::sharing
