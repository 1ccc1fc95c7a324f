// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "core/sharing/bundle_frame.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/sharing/shared_object_writer.hpp"
#include "tests/core/sharing/vectors.hpp"

#include <random>

using namespace keepwell;
using namespace keepwell::sharing;

namespace {

ReadRange readerOf(const Bytes &bytes)
{
    return [&bytes](std::uint64_t offset, std::uint64_t length) -> Result<Bytes> {
        if (offset > bytes.size() || length > bytes.size() - offset) {
            return fail(ErrorCode::InvalidInput, "read beyond the end");
        }
        return copyOf(ByteView{bytes}.subspan(offset, length));
    };
}

Result<Bytes> write(const Authorship &authorship, const crypto::SigningKey &author,
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

Bytes32 filled(int byte)
{
    Bytes32 bytes;
    bytes.fill(static_cast<std::byte>(byte));
    return bytes;
}

} // namespace

class SharedObjectTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theVectors_areWrittenByteForByte();
    void theVectors_areReadBack();
    void records_mayBeManyAndLarge();
    void everyByte_isNamedWhenFlipped();
    void cutOrLengthenedAnywhere_isNamed();
    void anotherContext_isRefused_data();
    void anotherContext_isRefused();
    void partsOfAnotherObject_areRefused();
    void hostileLengths_areRefusedAtOnce_data();
    void hostileLengths_areRefusedAtOnce();
    void anAuthorWhoLies_isRefused_data();
    void anAuthorWhoLies_isRefused();
    void errorsOfReaderAndCaller_areKept();
    void aStop_isCancelled();
    void write_refusesWhatCouldNotBeRead_data();
    void write_refusesWhatCouldNotBeRead();
    void write_noticesARecordThatChanged();

private:
    struct Sample
    {
        Authorship authorship;
        ExpectedHead expected;
        std::vector<SharedRecord> records;
        Bytes object;
    };
    static Sample sampleOf(const QJsonObject &vector);
    static Result<SharedObject> check(const Bytes &object, const ExpectedHead &expected,
                                      const OnRecord &onRecord = {})
    {
        return SharedObject::check(readerOf(object), object.size(), expected, onRecord, {}, {});
    }
    /// Signs a head over `table` and `bundle` as they are, whatever they say.
    Bytes signedObject(std::uint64_t count, const Bytes &table, const Bytes &attachments,
                       const Bytes &bundle) const;

    std::optional<crypto::SigningKey> m_author;
    std::vector<Sample> m_samples;
};

SharedObjectTest::Sample SharedObjectTest::sampleOf(const QJsonObject &vector)
{
    Sample sample;
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

void SharedObjectTest::initTestCase()
{
    crypto::initialise();
    const QJsonArray vectors = test::vectors("objects.json").array();
    for (const QJsonValue &vector : vectors) {
        m_samples.push_back(sampleOf(vector.toObject()));
    }
    m_author = crypto::SigningKey::fromSeed(
        test::secret<crypto::SigningKey::SeedBytes>(vectors[0].toObject(), "author_seed"));
}

Bytes SharedObjectTest::signedObject(std::uint64_t count, const Bytes &table,
                                     const Bytes &attachments, const Bytes &bundle) const
{
    const Authorship &authorship = m_samples[0].authorship;
    const SharedHead head{.network = authorship.network,
                          .id = authorship.id,
                          .epoch = authorship.epoch,
                          .author = m_author->publicKey(),
                          .recipient = authorship.recipient,
                          .termsHash = authorship.termsHash,
                          .count = count,
                          .tableHash = crypto::sha256(table),
                          .tableLength = table.size(),
                          .attachmentsHash = crypto::sha256(attachments),
                          .attachmentsLength = attachments.size(),
                          .bundleHash = crypto::sha256(bundle),
                          .bundleLength = bundle.size()};
    const Bytes bytes = head.encode();
    return concat({bigEndian32(static_cast<std::uint32_t>(bytes.size())), bytes,
                   signHead(*m_author, bytes), table, attachments, bundle});
}

void SharedObjectTest::theVectors_areWrittenByteForByte()
{
    for (const Sample &sample : m_samples) {
        const auto object = write(sample.authorship, *m_author, sample.records);
        QVERIFY2(object.has_value(), object ? "" : object.error().detail.c_str());
        QVERIFY(*object == sample.object);
    }
}

void SharedObjectTest::theVectors_areReadBack()
{
    for (const Sample &sample : m_samples) {
        std::size_t seen = 0;
        const auto object = check(
            sample.object, sample.expected,
            [&](std::size_t i, const TableRow &row, std::string_view slice) -> Result<> {
                const SharedRecord &record = sample.records.at(i);
                if (i != seen++ || slice != record.bytes || row.anchorage != record.anchorage
                    || row.provenance != record.provenance) {
                    return fail(ErrorCode::Failed, "another record");
                }
                return {};
            });
        QVERIFY2(object.has_value(), object ? "" : object.error().detail.c_str());
        QCOMPARE(seen, sample.records.size());
        QCOMPARE(object->count(), seen);
        std::string bundle;
        QVERIFY(object->readBundle(
            [&bundle](ByteView bytes) {
                bundle += textOf(bytes);
                return Result<>{};
            },
            {}));
        QVERIFY(object->head().bundleHash == crypto::sha256(bytesOf(bundle)));
        for (std::size_t i = 0; i < seen; ++i) {
            const TableRow row = object->row(i).value();
            QCOMPARE(textOf(object->record(i).value()), sample.records[i].bytes);
            QCOMPARE(bundle.substr(row.offset, row.length), sample.records[i].bytes);
        }
    }
}

/// More than one window of the reader: 3000 small records and two of 2 and 3 MiB.
void SharedObjectTest::records_mayBeManyAndLarge()
{
    std::vector<SharedRecord> records(
        3000, {.bytes = "{\"a\":[1,2,3]}", .anchorage = {}, .provenance = ""});
    records[17].bytes = "{\"a\":\"" + std::string(std::size_t{2} << 20, 'x') + "\"}";
    records[2999].bytes = "{\"b\":\"" + std::string(std::size_t{3} << 20, 'y') + "\"}";
    const Sample &sample = m_samples[0];
    const Bytes object = write(sample.authorship, *m_author, records).value();
    std::size_t seen = 0;
    const auto checked = check(object, sample.expected,
                               [&](std::size_t i, const TableRow &, std::string_view slice) {
                                   seen += slice == records[i].bytes ? 1U : 0U;
                                   return Result<>{};
                               });
    QVERIFY2(checked.has_value(), checked ? "" : checked.error().detail.c_str());
    QCOMPARE(seen, 3000U);
    QVERIFY(textOf(checked->record(2999).value()) == records[2999].bytes);
    for (const std::size_t at : {std::size_t{5'000'000}, object.size() - 4}) {
        Bytes bad = object;
        bad[at] ^= std::byte{1};
        QVERIFY(check(bad, sample.expected).error().code == ErrorCode::Tampered);
    }
}

void SharedObjectTest::everyByte_isNamedWhenFlipped()
{
    for (const Sample &sample : m_samples) {
        for (std::size_t at = 0; at < sample.object.size(); ++at) {
            for (const unsigned bit : {0U, 7U}) {
                Bytes bad = sample.object;
                bad[at] ^= static_cast<std::byte>(1U << bit);
                const auto object = check(bad, sample.expected);
                QVERIFY2(!object.has_value(), std::to_string(at).c_str());
                QVERIFY2(object.error().code == ErrorCode::Tampered
                             || object.error().code == ErrorCode::Unsupported,
                         object.error().detail.c_str());
            }
        }
    }
}

void SharedObjectTest::cutOrLengthenedAnywhere_isNamed()
{
    const Sample &sample = m_samples[0];
    for (std::size_t length = 0; length < sample.object.size(); ++length) {
        const Bytes cut = copyOf(ByteView{sample.object}.first(length));
        const auto object = check(cut, sample.expected);
        QVERIFY2(!object && object.error().code == ErrorCode::Tampered,
                 std::to_string(length).c_str());
    }
    Bytes longer = sample.object;
    longer.push_back(std::byte{'\n'});
    QVERIFY(check(longer, sample.expected).error().code == ErrorCode::Tampered);
}

void SharedObjectTest::anotherContext_isRefused_data()
{
    QTest::addColumn<int>("part");
    const char *const parts[] = {"network", "id", "epoch", "author", "recipient", "terms"};
    for (int i = 0; i < 6; ++i) {
        QTest::newRow(parts[i]) << i;
    }
}

void SharedObjectTest::anotherContext_isRefused()
{
    QFETCH(int, part);
    ExpectedHead expected = m_samples[0].expected;
    const Bytes32 other = filled(0x99);
    switch (part) {
    case 0:
        expected.network = contract::NetworkId{other};
        break;
    case 1:
        expected.id = other;
        break;
    case 2:
        ++expected.epoch;
        break;
    case 3:
        expected.author = contract::PublicKey{other};
        break;
    case 4:
        expected.recipient = contract::PublicKey{other};
        break;
    default:
        expected.termsHash = other;
        break;
    }
    const auto object = check(m_samples[0].object, expected);
    QVERIFY(object.error().code == ErrorCode::Tampered);
}

/// Two objects of one author for one share: no part of one fits into the other.
void SharedObjectTest::partsOfAnotherObject_areRefused()
{
    const Sample &sample = m_samples[0];
    std::vector<SharedRecord> records = sample.records;
    std::swap(records[0], records[1]);
    const Bytes other = write(sample.authorship, *m_author, records).value();
    QCOMPARE(other.size(), sample.object.size());
    const SharedHead head = check(other, sample.expected).value().head();
    const std::size_t table
        = sample.object.size() - head.bundleLength - head.attachmentsLength - head.tableLength;
    const std::size_t bundle = sample.object.size() - head.bundleLength;
    for (const auto &[from, to] : {std::pair{std::size_t{0}, table}, std::pair{table, bundle},
                                   std::pair{bundle, sample.object.size()}}) {
        Bytes mixed = sample.object;
        std::copy(other.begin() + static_cast<std::ptrdiff_t>(from),
                  other.begin() + static_cast<std::ptrdiff_t>(to),
                  mixed.begin() + static_cast<std::ptrdiff_t>(from));
        QVERIFY(check(mixed, sample.expected).error().code == ErrorCode::Tampered);
    }
}

void SharedObjectTest::hostileLengths_areRefusedAtOnce_data()
{
    QTest::addColumn<quint64>("count");
    QTest::addColumn<quint64>("table");
    QTest::addColumn<quint64>("attachments");
    QTest::addColumn<quint64>("bundle");
    constexpr quint64 kMost = UINT64_MAX;
    QTest::newRow("all") << kMost << kMost << kMost << kMost;
    QTest::newRow("count") << kMost << quint64{100} << quint64{1} << quint64{100};
    QTest::newRow("no record") << quint64{0} << quint64{100} << quint64{1} << quint64{100};
    QTest::newRow("sum wraps") << quint64{1} << kMost << quint64{1} << quint64{201};
    QTest::newRow("bundle") << quint64{1} << quint64{0} << quint64{1} << kMost - 1;
    QTest::newRow("attachments") << quint64{1} << quint64{0} << quint64{201} << quint64{0};
}

void SharedObjectTest::hostileLengths_areRefusedAtOnce()
{
    QFETCH(quint64, count);
    QFETCH(quint64, table);
    QFETCH(quint64, attachments);
    QFETCH(quint64, bundle);
    const Authorship &authorship = m_samples[0].authorship;
    SharedHead head{.network = authorship.network,
                    .id = authorship.id,
                    .epoch = authorship.epoch,
                    .author = m_author->publicKey(),
                    .recipient = authorship.recipient,
                    .termsHash = authorship.termsHash,
                    .count = count,
                    .tableLength = table,
                    .attachmentsLength = attachments,
                    .bundleLength = bundle};
    const Bytes bytes = head.encode();
    const Bytes object = concat({bigEndian32(static_cast<std::uint32_t>(bytes.size())), bytes,
                                 signHead(*m_author, bytes), Bytes(201)});
    const auto checked = check(object, m_samples[0].expected);
    QVERIFY(checked.error().code == ErrorCode::Tampered);
    QVERIFY2(checked.error().detail.find("a length in its head") != std::string::npos,
             checked.error().detail.c_str());
}

void SharedObjectTest::anAuthorWhoLies_isRefused_data()
{
    QTest::addColumn<Bytes>("object");
    QTest::addColumn<std::string>("detail");
    const auto framed = [](const TableRow &row) {
        const Bytes bytes = row.encode();
        return concat({bigEndian32(static_cast<std::uint32_t>(bytes.size())), bytes});
    };
    const Bytes none = copyOf(bytesOf(kNoAttachments));
    const auto bundleOf = [](std::string_view inside) {
        return concat({bytesOf(kBundleStart), bytesOf(inside), bytesOf(kBundleEnd)});
    };
    const TableRow row{.offset = kBundleStart.size(), .length = 2};
    const auto add = [](const char *name, const Bytes &object, std::string detail) {
        QTest::newRow(name) << object << std::move(detail);
    };
    add("attachments",
        signedObject(1, framed(row), Bytes{std::byte{0x81}, std::byte{0}}, bundleOf("{}")),
        "a length in its head");
    add("other attachments", signedObject(1, framed(row), Bytes{std::byte{0xa0}}, bundleOf("{}")),
        "its attachments");
    add("a record that is none", signedObject(1, framed(row), none, bundleOf("[]")),
        "record 0 is not a record");
    TableRow early = row;
    early.offset -= 1;
    add("a row that is elsewhere", signedObject(1, framed(early), none, bundleOf("{}")),
        "row 0 of its table");
    TableRow longer = row;
    longer.length = 2 + kBundleEnd.size() + 1;
    add("a record that is longer", signedObject(1, framed(longer), none, bundleOf("{}")),
        "it ends too early");
    add("a row too many", signedObject(1, concat({framed(row), framed(row)}), none, bundleOf("{}")),
        "its table is not the one");
    add("a row too few", signedObject(2, framed(row), none, bundleOf("{}")), "it ends too early");
    add("text after the bundle",
        signedObject(1, framed(row), none, concat({bundleOf("{}"), bytesOf("x")})),
        "its records are not those");
    add("a frame of another kind",
        signedObject(1, framed(row), none,
                     concat({bytesOf(kBundleStart), bytesOf("{}"), bytesOf("} ]}")})),
        "");
    add("a row of 5 GiB",
        signedObject(1, concat({Bytes(4, std::byte{0xff}), Bytes(100)}), none, bundleOf("{}")),
        "row 0 of its table");
    add("no row", signedObject(1, Bytes{}, none, bundleOf("{}")), "a length in its head");
}

void SharedObjectTest::anAuthorWhoLies_isRefused()
{
    QFETCH(Bytes, object);
    QFETCH(std::string, detail);
    const auto checked = check(object, m_samples[0].expected);
    QVERIFY(!checked.has_value());
    QVERIFY(checked.error().code == ErrorCode::Tampered);
    QVERIFY2(checked.error().detail.find(detail) != std::string::npos,
             checked.error().detail.c_str());
}

void SharedObjectTest::errorsOfReaderAndCaller_areKept()
{
    const Sample &sample = m_samples[0];
    const auto gone = [](std::uint64_t, std::uint64_t) -> Result<Bytes> {
        return fail(ErrorCode::Unavailable, "the blocks are gone");
    };
    QVERIFY(
        SharedObject::check(gone, sample.object.size(), sample.expected, {}, {}, {}).error().code
        == ErrorCode::Unavailable);
    const auto refused = check(sample.object, sample.expected,
                               [](std::size_t, const TableRow &, std::string_view) -> Result<> {
                                   return fail(ErrorCode::Denied, "not for me");
                               });
    QVERIFY(refused.error().code == ErrorCode::Denied);

    const auto broken = SharedObjectWriter::measure(
        sample.authorship, *m_author, 1,
        [](std::size_t) -> Result<SharedRecord> { return fail(ErrorCode::NotFound, "no"); }, {});
    QVERIFY(broken.error().code == ErrorCode::NotFound);

    // A reader that gives less than it was asked for must not be read beyond.
    const auto stingy = [&sample](std::uint64_t offset, std::uint64_t length) {
        return Result<Bytes>{
            copyOf(ByteView{sample.object}.subspan(offset, std::min<std::uint64_t>(length, 600)))};
    };
    QVERIFY(!SharedObject::check(stingy, sample.object.size(), sample.expected, {}, {}, {}));
}

void SharedObjectTest::aStop_isCancelled()
{
    const Sample &sample = m_samples[0];
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(SharedObject::check(readerOf(sample.object), sample.object.size(), sample.expected, {},
                                stop.get_token(), {})
                .error()
                .code
            == ErrorCode::Cancelled);
    const auto record
        = [&sample](std::size_t i) { return Result<SharedRecord>{sample.records.at(i)}; };
    QVERIFY(SharedObjectWriter::measure(sample.authorship, *m_author, 3, record, stop.get_token())
                .error()
                .code
            == ErrorCode::Cancelled);
}

void SharedObjectTest::write_refusesWhatCouldNotBeRead_data()
{
    QTest::addColumn<SharedRecord>("record");
    const SharedRecord good{.bytes = "{}", .anchorage = {}, .provenance = ""};
    SharedRecord record = good;
    record.bytes = "[]";
    QTest::newRow("not an object") << record;
    record.bytes = "";
    QTest::newRow("nothing") << record;
    record = good;
    record.provenance = std::string(513, 'x');
    QTest::newRow("long provenance") << record;
    record.provenance = "\xff";
    QTest::newRow("provenance that is no text") << record;
    record = good;
    record.anchorage.path.assign(49, filled(1));
    QTest::newRow("deep path") << record;
}

void SharedObjectTest::write_refusesWhatCouldNotBeRead()
{
    QFETCH(SharedRecord, record);
    const auto object = write(m_samples[0].authorship, *m_author, {record});
    QVERIFY(!object.has_value());
    QVERIFY(object.error().code == ErrorCode::InvalidInput);
    QVERIFY(write(m_samples[0].authorship, *m_author, {}).error().code == ErrorCode::NotFound);
}

void SharedObjectTest::write_noticesARecordThatChanged()
{
    const Sample &sample = m_samples[0];
    for (std::size_t changedAt = 3; changedAt < 9; ++changedAt) {
        std::size_t calls = 0;
        auto writer = SharedObjectWriter::measure(sample.authorship, *m_author, 3,
                                                  [&](std::size_t i) {
                                                      SharedRecord record = sample.records[i];
                                                      if (calls++ == changedAt) {
                                                          record.bytes[1] = '\t';
                                                          record.provenance += "x";
                                                      }
                                                      return Result<SharedRecord>{record};
                                                  },
                                                  {})
                          .value();
        const auto written = writer.writeTo([](ByteView) { return Result<>{}; }, {}, {});
        QVERIFY2(!written && written.error().code == ErrorCode::Conflict,
                 std::to_string(changedAt).c_str());
    }
}

QTEST_GUILESS_MAIN(SharedObjectTest)
#include "shared_object_test.moc"
