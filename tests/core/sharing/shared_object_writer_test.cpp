// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sharing/shared_samples.hpp"

using namespace keepwell;
using namespace keepwell::sharing;

class SharedObjectWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void theVectors_areWrittenByteForByte();
    void write_refusesWhatCouldNotBeRead_data();
    void write_refusesWhatCouldNotBeRead();
    void write_noticesARecordThatChanged();

private:
    SharedSamples m_samples;
};

void SharedObjectWriterTest::theVectors_areWrittenByteForByte()
{
    for (const SharedSample &sample : m_samples.all) {
        const auto object = write(sample.authorship, *m_samples.author, sample.records);
        QVERIFY2(object.has_value(), object ? "" : object.error().detail.c_str());
        QVERIFY(*object == sample.object);
    }
}

void SharedObjectWriterTest::write_refusesWhatCouldNotBeRead_data()
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

void SharedObjectWriterTest::write_refusesWhatCouldNotBeRead()
{
    QFETCH(SharedRecord, record);
    const auto object = write(m_samples.all[0].authorship, *m_samples.author, {record});
    QVERIFY(!object.has_value());
    QVERIFY(object.error().code == ErrorCode::InvalidInput);
    QVERIFY(write(m_samples.all[0].authorship, *m_samples.author, {}).error().code
            == ErrorCode::NotFound);
}

void SharedObjectWriterTest::write_noticesARecordThatChanged()
{
    const SharedSample &sample = m_samples.all[0];
    for (std::size_t changedAt = 3; changedAt < 9; ++changedAt) {
        std::size_t calls = 0;
        auto writer = SharedObjectWriter::measure(sample.authorship, *m_samples.author, 3,
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

QTEST_GUILESS_MAIN(SharedObjectWriterTest)
#include "shared_object_writer_test.moc"
