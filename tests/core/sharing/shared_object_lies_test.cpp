// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/sharing/bundle_frame.hpp"
#include "tests/core/sharing/shared_samples.hpp"

using namespace keepwell;
using namespace keepwell::sharing;

/// Objects that are not what they say: changed, cut, of another share, or by an author who lies.
class SharedObjectLiesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyByte_isNamedWhenFlipped();
    void cutOrLengthenedAnywhere_isNamed();
    void anotherContext_isRefused_data();
    void anotherContext_isRefused();
    void partsOfAnotherObject_areRefused();
    void hostileLengths_areRefusedAtOnce_data();
    void hostileLengths_areRefusedAtOnce();
    void anAuthorWhoLies_isRefused_data();
    void anAuthorWhoLies_isRefused();

private:
    /// Signs a head over `table` and `bundle` as they are, whatever they say.
    Bytes signedObject(std::uint64_t count, const Bytes &table, const Bytes &attachments,
                       const Bytes &bundle) const;

    SharedSamples m_samples;
};

Bytes SharedObjectLiesTest::signedObject(std::uint64_t count, const Bytes &table,
                                         const Bytes &attachments, const Bytes &bundle) const
{
    const Authorship &authorship = m_samples.all[0].authorship;
    const SharedHead head{.network = authorship.network,
                          .id = authorship.id,
                          .epoch = authorship.epoch,
                          .author = m_samples.author->publicKey(),
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
                   signHead(*m_samples.author, bytes), table, attachments, bundle});
}

void SharedObjectLiesTest::everyByte_isNamedWhenFlipped()
{
    for (const SharedSample &sample : m_samples.all) {
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

void SharedObjectLiesTest::cutOrLengthenedAnywhere_isNamed()
{
    const SharedSample &sample = m_samples.all[0];
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

void SharedObjectLiesTest::anotherContext_isRefused_data()
{
    QTest::addColumn<int>("part");
    const char *const parts[] = {"network", "id", "epoch", "author", "recipient", "terms"};
    for (int i = 0; i < 6; ++i) {
        QTest::newRow(parts[i]) << i;
    }
}

void SharedObjectLiesTest::anotherContext_isRefused()
{
    QFETCH(int, part);
    ExpectedHead expected = m_samples.all[0].expected;
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
    const auto object = check(m_samples.all[0].object, expected);
    QVERIFY(object.error().code == ErrorCode::Tampered);
}

/// Two objects of one author for one share: no part of one fits into the other.
void SharedObjectLiesTest::partsOfAnotherObject_areRefused()
{
    const SharedSample &sample = m_samples.all[0];
    std::vector<SharedRecord> records = sample.records;
    std::swap(records[0], records[1]);
    const Bytes other = write(sample.authorship, *m_samples.author, records).value();
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

void SharedObjectLiesTest::hostileLengths_areRefusedAtOnce_data()
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

void SharedObjectLiesTest::hostileLengths_areRefusedAtOnce()
{
    QFETCH(quint64, count);
    QFETCH(quint64, table);
    QFETCH(quint64, attachments);
    QFETCH(quint64, bundle);
    const Authorship &authorship = m_samples.all[0].authorship;
    SharedHead head{.network = authorship.network,
                    .id = authorship.id,
                    .epoch = authorship.epoch,
                    .author = m_samples.author->publicKey(),
                    .recipient = authorship.recipient,
                    .termsHash = authorship.termsHash,
                    .count = count,
                    .tableLength = table,
                    .attachmentsLength = attachments,
                    .bundleLength = bundle};
    const Bytes bytes = head.encode();
    const Bytes object = concat({bigEndian32(static_cast<std::uint32_t>(bytes.size())), bytes,
                                 signHead(*m_samples.author, bytes), Bytes(201)});
    const auto checked = check(object, m_samples.all[0].expected);
    QVERIFY(checked.error().code == ErrorCode::Tampered);
    QVERIFY2(checked.error().detail.find("a length in its head") != std::string::npos,
             checked.error().detail.c_str());
}

void SharedObjectLiesTest::anAuthorWhoLies_isRefused_data()
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

void SharedObjectLiesTest::anAuthorWhoLies_isRefused()
{
    QFETCH(Bytes, object);
    QFETCH(std::string, detail);
    const auto checked = check(object, m_samples.all[0].expected);
    QVERIFY(!checked.has_value());
    QVERIFY(checked.error().code == ErrorCode::Tampered);
    QVERIFY2(checked.error().detail.find(detail) != std::string::npos,
             checked.error().detail.c_str());
}

QTEST_GUILESS_MAIN(SharedObjectLiesTest)
#include "shared_object_lies_test.moc"
