// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/shared_head.hpp"

#include "core/base/cbor.hpp"

namespace keepwell::sharing {

namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::string_view kDomain = "keepwell/1/manifest";

enum Field : std::uint64_t {
    Version = 1,
    Network = 2,
    Id = 3,
    Epoch = 4,
    Author = 5,
    Recipient = 6,
    Terms = 7,
    Count = 8,
    TableHash = 9,
    TableLength = 10,
    AttachmentsHash = 11,
    AttachmentsLength = 12,
    BundleHash = 13,
    BundleLength = 14,
};

} // namespace

Bytes SharedHead::encode() const
{
    return cbor::encode(cbor::Map{
        {Version, kVersion},
        {Network, network.view()},
        {Id, ByteView{id}},
        {Epoch, std::uint64_t{epoch}},
        {Author, author.view()},
        {Recipient, recipient.view()},
        {Terms, ByteView{termsHash}},
        {Count, count},
        {TableHash, ByteView{tableHash}},
        {TableLength, tableLength},
        {AttachmentsHash, ByteView{attachmentsHash}},
        {AttachmentsLength, attachmentsLength},
        {BundleHash, ByteView{bundleHash}},
        {BundleLength, bundleLength},
    });
}

Result<SharedHead> SharedHead::parse(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    if (const cbor::Value *version = value.find(Version);
        version != nullptr && version->asUnsigned().value_or(0) > kVersion) {
        return fail(ErrorCode::Unsupported, "this share was made by a newer Keepwell");
    }
    cbor::MapReader reader{value, "shared object head"};
    SharedHead head;
    (void)reader.unsignedAt(Version, kVersion);
    head.network = contract::NetworkId{reader.bytes32At(Network)};
    head.id = reader.bytes32At(Id);
    head.epoch = static_cast<std::uint32_t>(reader.unsignedAt(Epoch, UINT32_MAX));
    head.author = crypto::PublicKey{reader.bytes32At(Author)};
    head.recipient = crypto::PublicKey{reader.bytes32At(Recipient)};
    head.termsHash = reader.bytes32At(Terms);
    head.count = reader.unsignedAt(Count);
    head.tableHash = reader.bytes32At(TableHash);
    head.tableLength = reader.unsignedAt(TableLength);
    head.attachmentsHash = reader.bytes32At(AttachmentsHash);
    head.attachmentsLength = reader.unsignedAt(AttachmentsLength);
    head.bundleHash = reader.bytes32At(BundleHash);
    head.bundleLength = reader.unsignedAt(BundleLength);
    KEEPWELL_CHECK(reader.finish());
    return head;
}

crypto::Signature signHead(const crypto::SigningKey &author, ByteView head)
{
    return author.sign(kDomain, {head});
}

bool verifyHead(const SharedHead &parsed, ByteView head, const crypto::Signature &signature)
{
    return crypto::verify(parsed.author, kDomain, {head}, signature);
}

} // namespace keepwell::sharing
