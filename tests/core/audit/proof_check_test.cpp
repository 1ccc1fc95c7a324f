// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_check.hpp"
#include "core/audit/proof_file.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/audit/share_story.hpp"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <fstream>
#include <sstream>

using namespace keepwell;
using namespace keepwell::audit;
namespace fs = std::filesystem;
using test::must;
using test::ShareStory;

namespace {

std::string contentOf(const fs::path &file)
{
    std::ostringstream content;
    content << std::ifstream{file, std::ios::binary}.rdbuf();
    return content.str();
}

void writeTo(const fs::path &file, std::string_view content)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
}

std::string allOf(const std::vector<std::string> &sentences)
{
    std::string text;
    for (const std::string &sentence : sentences) {
        text += sentence + "\n";
    }
    return text;
}

/// What `inbox open --out` writes.
void writeOpened(const fs::path &folder, const sharing::SharedObject &object, const Bytes32 &blind,
                 const ProofEntries &entries)
{
    fs::create_directories(folder);
    must(writeProof(folder / "proof.json", object, blind, entries));
    std::ofstream bundle{folder / "bundle.json", std::ios::binary};
    must(object.readBundle(
        [&bundle](ByteView bytes) {
            bundle << textOf(bytes);
            return Result<>{};
        },
        {}));
}

/// A share that was opened, and its proof.
struct Opened
{
    std::unique_ptr<QTemporaryDir> place = std::make_unique<QTemporaryDir>();
    std::unique_ptr<ShareStory> story = std::make_unique<ShareStory>(place->path().toStdString());
    fs::path folder = fs::path{place->path().toStdString()} / "opened";
    std::uint64_t anchored = 0;

    fs::path proof() const { return folder / "proof.json"; }
    fs::path bundle() const { return folder / "bundle.json"; }
    ProofReport verify(ledger::Ledger *ledger = nullptr) const
    {
        return must(verifyProof(folder, ledger));
    }
};

Opened open(std::size_t anchored, std::size_t loose, std::uint32_t epoch = 1)
{
    Opened opened;
    ShareStory &story = *opened.story;
    const auto records = test::someRecords(anchored, loose, story.self);
    for (std::uint32_t e = 1; e <= epoch; ++e) {
        story.share(records, e);
    }
    const ledger::Entry request = story.request(story.clinician, epoch);
    AnchorClaims claims;
    const auto object = must(story.check(
        [&claims](std::size_t, const sharing::TableRow &row, std::string_view slice) {
            claims.add(row, slice);
            return Result<>{};
        },
        epoch));
    const ProofEntries entries = must(
        gatherProofEntries(story.ledger(), object.head(), request.envelope.id(), claims.anchors()));
    opened.anchored = claims.provenBy(entries);
    writeOpened(opened.folder, object, story.blind, entries);
    return opened;
}

} // namespace

class ProofCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aProof_holds();
    void aProof_holdsOnItsLedger();
    void aProofOfAnUpdate_holds();
    void aProofWithoutAnchors_holds();
    void theFile_isPrivateAndNeverReplaced();
    void everyByteOfTheProof_isNamedWhenFlipped();
    void everyByteOfTheBundle_isNamedWhenFlipped();
    void cutAnywhere_isNamed();
    void linesSwappedOrDoubled_areNamed();
    void anotherLedger_isNamed();
    void aMissingFile_isNotFound();
    void aNewerVersion_isUnsupported();
    void aRefusedRequest_isNamed();
    void anAnchorThatIsNotThere_isNamed();
    void theIndependentVerifier_agrees();

private:
    std::optional<Opened> m_opened;
};

void ProofCheckTest::initTestCase()
{
    crypto::initialise();
    m_opened = open(3, 1);
}

void ProofCheckTest::aProof_holds()
{
    const ProofReport report = m_opened->verify();
    QCOMPARE(allOf(report.problems), "");
    QCOMPARE(report.records, 4U);
    QCOMPARE(report.proven, 3U);
    QCOMPARE(m_opened->anchored, 3U);
    QCOMPARE(report.author, m_opened->story->patient.publicKey().toHex());
    QCOMPARE(report.network, m_opened->story->network().toHex());
    const auto head = must(m_opened->story->ledger().head());
    const std::string left = allOf(report.toCompare);
    QVERIFY2(
        left.find("with " + std::to_string(head.size) + " entries has the root " + toHex(head.root))
            != std::string::npos,
        left.c_str());
    QVERIFY(left.find("Nothing but the author's word links") != std::string::npos);
}

void ProofCheckTest::aProof_holdsOnItsLedger()
{
    ShareStory &story = *m_opened->story;
    story.self.submit(contract::AnchorBody{}); // the ledger has grown since
    const ProofReport report = m_opened->verify(&story.ledger());
    QCOMPARE(allOf(report.problems), "");
    QCOMPARE(report.toCompare.size(), 2U);
    const auto byFile = must(verifyProof(m_opened->folder, std::optional{story.ledgerFile()}));
    QCOMPARE(allOf(byFile.problems), "");
    QCOMPARE(byFile.toCompare.size(), 2U);
}

void ProofCheckTest::aProofOfAnUpdate_holds()
{
    const Opened opened = open(2, 0, 3);
    const ProofReport report = opened.verify(&opened.story->ledger());
    QCOMPARE(allOf(report.problems), "");
    QCOMPARE(report.proven, 2U);

    std::string proof = contentOf(opened.proof());
    const auto at = proof.find("\"update\":") + 9;
    proof.replace(at, proof.find('\n', at) - 1 - at, "null");
    writeTo(opened.proof(), proof);
    QCOMPARE(allOf(opened.verify().problems), "the entry of the update is missing\n");
}

void ProofCheckTest::aProofWithoutAnchors_holds()
{
    const Opened opened = open(0, 2);
    const ProofReport report = opened.verify();
    QCOMPARE(allOf(report.problems), "");
    QCOMPARE(report.records, 2U);
    QCOMPARE(report.proven, 0U);
}

void ProofCheckTest::theFile_isPrivateAndNeverReplaced()
{
    struct stat status = {};
    QCOMPARE(::stat(m_opened->proof().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(std::distance(fs::directory_iterator{m_opened->folder}, {}), 2);

    const auto object = must(m_opened->story->check());
    const auto again = writeProof(m_opened->proof(), object, {}, {});
    QVERIFY(again.error().code == ErrorCode::Conflict);
    QCOMPARE(allOf(m_opened->verify().problems), "");
    QCOMPARE(std::distance(fs::directory_iterator{m_opened->folder}, {}), 2);
}

void ProofCheckTest::everyByteOfTheProof_isNamedWhenFlipped()
{
    const std::string good = contentOf(m_opened->proof());
    const std::string bundle = contentOf(m_opened->bundle());
    const fs::path folder = fs::path{m_opened->place->path().toStdString()} / "flipped";
    fs::create_directory(folder);
    writeTo(folder / "bundle.json", bundle);
    std::size_t unnamed = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        writeTo(folder / "proof.json", bad);
        auto report = verifyProof(folder, nullptr);
        if (report && report->problems.empty()) {
            // A changed size may still lead to the same root: only the ledger knows.
            report = verifyProof(folder, &m_opened->story->ledger());
        }
        if (report ? report->problems.empty() : report.error().detail.empty()) {
            ++unnamed;
            qWarning() << "byte" << at << good.substr(at > 40 ? at - 40 : 0, 60).c_str();
        }
    }
    QCOMPARE(unnamed, 0U);
}

void ProofCheckTest::everyByteOfTheBundle_isNamedWhenFlipped()
{
    const std::string good = contentOf(m_opened->bundle());
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 4);
        writeTo(m_opened->bundle(), bad);
        QVERIFY2(!m_opened->verify().problems.empty(), std::to_string(at).c_str());
    }
    writeTo(m_opened->bundle(), good + "\n");
    QVERIFY(!m_opened->verify().problems.empty());
    writeTo(m_opened->bundle(), good);
}

void ProofCheckTest::cutAnywhere_isNamed()
{
    for (const fs::path &file : {m_opened->proof(), m_opened->bundle()}) {
        const std::string whole = contentOf(file);
        for (std::size_t length = 0; length < whole.size(); length += 3) {
            writeTo(file, std::string_view{whole}.substr(0, length));
            QVERIFY2(!m_opened->verify().problems.empty(), std::to_string(length).c_str());
        }
        writeTo(file, std::string_view{whole}.substr(0, whole.size() - 1));
        QVERIFY(!m_opened->verify().problems.empty());
        writeTo(file, whole);
    }
}

void ProofCheckTest::linesSwappedOrDoubled_areNamed()
{
    const std::string proof = contentOf(m_opened->proof());
    std::vector<std::string> lines;
    std::istringstream input{proof};
    for (std::string line; std::getline(input, line);) {
        lines.push_back(line);
    }
    const auto check = [this](const std::vector<std::string> &changed, std::size_t at) {
        writeTo(m_opened->proof(), allOf(changed));
        QVERIFY2(!m_opened->verify().problems.empty(), std::to_string(at).c_str());
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto doubled = lines;
        doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
        check(doubled, i);
        auto missing = lines;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(i));
        check(missing, i);
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            auto swapped = lines;
            std::swap(swapped[i], swapped[j]);
            check(swapped, i);
        }
    }
    writeTo(m_opened->proof(), std::string(2'000'000, 'x'));
    QVERIFY(!m_opened->verify().problems.empty());
    writeTo(m_opened->proof(), proof);
}

void ProofCheckTest::anotherLedger_isNamed()
{
    const Opened other = open(1, 0);
    const auto problems = m_opened->verify(&other.story->ledger()).problems;
    QCOMPARE(problems.size(), 1U);
    QVERIFY(problems[0].starts_with("the ledger is another network's"));
}

void ProofCheckTest::aMissingFile_isNotFound()
{
    const QTemporaryDir empty;
    const fs::path folder = empty.path().toStdString();
    QVERIFY(verifyProof(folder, nullptr).error().code == ErrorCode::NotFound);
    fs::copy_file(m_opened->proof(), folder / "proof.json");
    QVERIFY(verifyProof(folder, nullptr).error().code == ErrorCode::NotFound);
}

void ProofCheckTest::aNewerVersion_isUnsupported()
{
    const std::string proof = contentOf(m_opened->proof());
    writeTo(m_opened->proof(), "{\"version\":2,\n\"more\":true}\n");
    QVERIFY(verifyProof(m_opened->folder, nullptr).error().code == ErrorCode::Unsupported);
    writeTo(m_opened->proof(), proof);
}

/// What a recipient would write who was refused and had the key from elsewhere.
void ProofCheckTest::aRefusedRequest_isNamed()
{
    const QTemporaryDir place;
    const fs::path folder = place.path().toStdString();
    ShareStory story{folder};
    story.share(test::someRecords(0, 1, story.self));
    story.patient.submit(contract::RevokeBody{.grants = {story.grant}});
    const ledger::Entry request = story.request(story.clinician);
    QVERIFY(request.outcome == contract::Code::Revoked);
    const auto object = must(story.check());
    writeOpened(folder / "out", object, story.blind,
                must(gatherProofEntries(story.ledger(), object.head(), request.envelope.id(), {})));
    QCOMPARE(allOf(must(verifyProof(folder / "out", nullptr)).problems),
             "the entry of the request was refused: E_REVOKED\n");
}

void ProofCheckTest::anAnchorThatIsNotThere_isNamed()
{
    const QTemporaryDir place;
    const fs::path folder = place.path().toStdString();
    ShareStory story{folder};
    auto records = test::someRecords(2, 0, story.self);
    records[0].anchorage.anchor = contract::TxId{test::randomBytes32()};
    records[1].anchorage.salt = test::randomBytes32();
    story.share(records);
    const ledger::Entry request = story.request(story.clinician);
    const auto object = must(story.check());
    const auto entries
        = must(gatherProofEntries(story.ledger(), object.head(), request.envelope.id(),
                                  {*records[0].anchorage.anchor, *records[1].anchorage.anchor}));
    QCOMPARE(entries.anchors.size(), 1U);
    writeOpened(folder / "out", object, story.blind, entries);
    const ProofReport report = must(verifyProof(folder / "out", nullptr));
    QCOMPARE(report.proven, 0U);
    QCOMPARE(allOf(report.problems),
             "record 0: its anchor is not in this proof\n"
             "record 1: it does not stand under its anchor\n");
}

void ProofCheckTest::theIndependentVerifier_agrees()
{
    const QString verifier = QStringLiteral(KEEPWELL_TEST_VECTORS "/sharing/verify_proof.py");
    const auto run = [&verifier](const fs::path &folder) {
        QProcess process;
        process.start(QStringLiteral("python3"),
                      {QStringLiteral("-B"), verifier, QString::fromStdString(folder.string())});
        const bool finished = process.waitForFinished(120'000);
        return finished ? process.exitCode() : -1;
    };
    QCOMPARE(run(m_opened->folder), 0);
    const Opened updated = open(5, 0, 2);
    QCOMPARE(run(updated.folder), 0);
    std::string bundle = contentOf(updated.bundle());
    bundle[bundle.size() / 2] = static_cast<char>(bundle[bundle.size() / 2] ^ 1);
    writeTo(updated.bundle(), bundle);
    QCOMPARE(run(updated.folder), 1);
}

QTEST_GUILESS_MAIN(ProofCheckTest)
#include "proof_check_test.moc"
