// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sodium.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/sharing/shared_object_writer.hpp"
#include "tests/core/sharing/vectors.hpp"

namespace keepwell::sharing {

/// One of tests/vectors/sharing/objects.json: what went in, what came out, what a reader expects.
struct SharedSample
{
    Authorship authorship;
    ExpectedHead expected;
    std::vector<SharedRecord> records;
    Bytes object;
};

inline SharedSample sampleOf(const QJsonObject &vector)
{
    SharedSample sample;
    sample.authorship = {.network = test::id<contract::NetworkId>(vector, "network"),
                         .id = test::bytes32(vector, "id"),
                         .epoch = static_cast<std::uint32_t>(test::number(vector, "epoch")),
                         .recipient = test::id<contract::PublicKey>(vector, "recipient"),
                         .termsHash = test::bytes32(vector, "terms_hash")};
    sample.expected = {.network = sample.authorship.network,
                       .id = sample.authorship.id,
                       .epoch = sample.authorship.epoch,
                       .author = test::id<contract::PublicKey>(vector, "author"),
                       .recipient = sample.authorship.recipient,
                       .termsHash = sample.authorship.termsHash};
    const QJsonArray records = vector[QLatin1String{"records"}].toArray();
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        SharedRecord &shared = sample.records.emplace_back();
        shared.bytes = test::text(record, "bytes");
        shared.provenance = test::text(record, "provenance");
        shared.anchorage.salt = test::bytes32(record, "salt");
        shared.anchorage.index = test::number(record, "index");
        const QJsonArray path = record[QLatin1String{"path"}].toArray();
        for (const QJsonValue &node : path) {
            std::ranges::copy(fromHex(node.toString().toStdString()).value(),
                              shared.anchorage.path.emplace_back().begin());
        }
        if (record[QLatin1String{"anchor"}].isString()) {
            shared.anchorage.anchor = test::id<contract::TxId>(record, "anchor");
        }
    }
    sample.object = test::bytes(vector, "object");
    return sample;
}

/// All of them, and the key that signed them.
struct SharedSamples
{
    SharedSamples()
    {
        crypto::initialise();
        const QJsonArray vectors = test::vectors("objects.json").array();
        for (const QJsonValue &vector : vectors) {
            all.push_back(sampleOf(vector.toObject()));
        }
        author = crypto::SigningKey::fromSeed(
            test::secret<crypto::SigningKey::SeedBytes>(vectors[0].toObject(), "author_seed"));
    }

    std::vector<SharedSample> all;
    std::optional<crypto::SigningKey> author;
};

inline ReadRange readerOf(const Bytes &bytes)
{
    return [&bytes](std::uint64_t offset, std::uint64_t length) -> Result<Bytes> {
        if (offset > bytes.size() || length > bytes.size() - offset) {
            return fail(ErrorCode::InvalidInput, "read beyond the end");
        }
        return copyOf(ByteView{bytes}.subspan(offset, length));
    };
}

inline Result<Bytes> write(const Authorship &authorship, const crypto::SigningKey &author,
                           const std::vector<SharedRecord> &records)
{
    KEEPWELL_TRY(auto writer,
                 SharedObjectWriter::measure(
                     authorship, author, records.size(),
                     [&records](std::size_t i) { return Result<SharedRecord>{records.at(i)}; },
                     {}));
    Bytes object;
    KEEPWELL_CHECK(writer.writeTo(
        [&object](ByteView bytes) {
            append(object, bytes);
            return Result<>{};
        },
        {}, {}));
    if (object.size() != writer.length()) {
        return fail(ErrorCode::Failed, "the length was measured wrongly");
    }
    return object;
}

inline Result<SharedObject> check(const Bytes &object, const ExpectedHead &expected,
                                  const OnRecord &onRecord = {})
{
    return SharedObject::check(readerOf(object), object.size(), expected, onRecord, {}, {});
}

inline Bytes32 filled(int byte)
{
    Bytes32 bytes;
    bytes.fill(static_cast<std::byte>(byte));
    return bytes;
}

} // namespace keepwell::sharing
