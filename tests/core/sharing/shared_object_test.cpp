// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "tests/core/sharing/shared_samples.hpp"

using namespace keepwell;
using namespace keepwell::sharing;

class SharedObjectTest : public QObject
{
    Q_OBJECT

private slots:
    void theVectors_areReadBack();
    void records_mayBeManyAndLarge();
    void errorsOfReaderAndCaller_areKept();
    void aStop_isCancelled();

private:
    SharedSamples m_samples;
};

void SharedObjectTest::theVectors_areReadBack()
{
    for (const SharedSample &sample : m_samples.all) {
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
    const SharedSample &sample = m_samples.all[0];
    const Bytes object = write(sample.authorship, *m_samples.author, records).value();
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

void SharedObjectTest::errorsOfReaderAndCaller_areKept()
{
    const SharedSample &sample = m_samples.all[0];
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
        sample.authorship, *m_samples.author, 1,
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
    const SharedSample &sample = m_samples.all[0];
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(SharedObject::check(readerOf(sample.object), sample.object.size(), sample.expected, {},
                                stop.get_token(), {})
                .error()
                .code
            == ErrorCode::Cancelled);
    const auto record
        = [&sample](std::size_t i) { return Result<SharedRecord>{sample.records.at(i)}; };
    QVERIFY(SharedObjectWriter::measure(sample.authorship, *m_samples.author, 3, record,
                                        stop.get_token())
                .error()
                .code
            == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(SharedObjectTest)
#include "shared_object_test.moc"
