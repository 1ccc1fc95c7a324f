// SPDX-License-Identifier: Apache-2.0
#include "core/contract/query.hpp"
#include "core/crypto/sodium.hpp"
#include "core/store/folder_block_store.hpp"
#include "core/store/object_reader.hpp"
#include "core/store/object_writer.hpp"
#include "tests/core/audit/share_story.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>
#include <sstream>

using namespace keepwell;
using contract::Code;
using contract::QueryNumber;
using test::must;
using test::ShareStory;
using test::Signer;
namespace fs = std::filesystem;

/// The cryptography of a share, from grant to purge, on an embedded ledger and a folder of blocks:
/// nothing opens but with both key parts, and the ledger gives its part only for a committed,
/// granted request of the same share, epoch and key.
class ShareStoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void randomShares_openExactlyWhenTheyMay_data();
    void randomShares_openExactlyWhenTheyMay();
    void withoutARequest_nothingIsReleased();
    void anotherKey_isRefusedAndGetsNothing();
    void bothPartsAreNeeded();
    void maxOpens_areCounted();
    void afterTheEnd_nothingOpens();
    void anUpdate_closesTheEpochBefore();
    void aRevoke_purgesBothParts();
    void noByteOfAPurgedPart_staysInTheLedgersFiles();
    void noRecord_liesReadableAnywhere();

private:
    struct Asked
    {
        Code code = Code::Done;
        std::optional<crypto::ReleasePart> release;
    };
    /// Both steps: the committed request, then the release part, or why not.
    Asked ask(Signer &by, std::uint32_t epoch = 1);
    Asked releaseOf(const contract::TxId &request, const crypto::SigningKey &by,
                    std::uint32_t epoch = 1);
    contract::Verdict<Bytes> notice();
    void give(std::size_t records, std::uint32_t epoch = 1, std::size_t size = 100);
    /// The records as the recipient of `release` reads them, checked whole.
    Result<std::vector<std::string>> read(const crypto::ReleasePart &release,
                                          const crypto::SealingKey &recipient,
                                          std::uint32_t epoch = 1);
    Result<std::vector<std::string>> read(const crypto::ReleasePart &release,
                                          std::uint32_t epoch = 1)
    {
        return read(release, m_story->clinicianSealing, epoch);
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<ShareStory> m_story;
    std::unique_ptr<store::FolderBlockStore> m_blocks;
    std::vector<sharing::SharedRecord> m_records;
    std::optional<store::ObjectRef> m_reference;
};

namespace {

std::string contentOf(const fs::path &file)
{
    std::ostringstream content;
    content << std::ifstream{file, std::ios::binary}.rdbuf();
    return content.str();
}

} // namespace

void ShareStoryTest::initTestCase() { crypto::initialise(); }

void ShareStoryTest::init()
{
    m_story.reset();
    m_place = std::make_unique<QTemporaryDir>();
    const fs::path place = m_place->path().toStdString();
    m_story = std::make_unique<ShareStory>(place);
    m_blocks = must(store::FolderBlockStore::open(place / "blocks"));
    m_reference.reset();
}

void ShareStoryTest::give(std::size_t records, std::uint32_t epoch, std::size_t size)
{
    m_records = test::someRecords(records, 1, m_story->self);
    for (sharing::SharedRecord &record : m_records) {
        record.bytes.insert(1, R"("secret":"Quillfeather )" + std::string(size, 'q') + "\",");
    }
    m_story->share(m_records, epoch, [this](ByteView object, const crypto::ObjectKey &key) {
        crypto::ObjectCipher::Salt salt;
        randombytes_buf(salt.data(), salt.size());
        auto writer = store::ObjectWriter::withKey(*m_blocks, store::ObjectType::Manifest,
                                                   key.duplicate(), salt);
        must(writer.append(object));
        m_reference = must(writer.finish()).ref;
        return m_reference->encode();
    });
}

ShareStoryTest::Asked ShareStoryTest::ask(Signer &by, std::uint32_t epoch)
{
    const ledger::Entry request = m_story->request(by, epoch);
    Asked asked = releaseOf(request.envelope.id(), by.key(), epoch);
    if (request.outcome != Code::Done && asked.code != request.outcome) {
        throw std::runtime_error{"a refused request was answered otherwise than it was decided"};
    }
    return asked;
}

ShareStoryTest::Asked ShareStoryTest::releaseOf(const contract::TxId &request,
                                                const crypto::SigningKey &by, std::uint32_t epoch)
{
    const auto answer = m_story->ledger().query(contract::makeQuery(
        m_story->network(), QueryNumber::GetRelease, request.bytes(), m_story->clock.now(), by));
    if (!answer) {
        return {.code = answer.error().code, .release = {}};
    }
    const auto committed
        = contract::releaseCommitment(m_story->network(), m_story->grant, epoch, m_story->release);
    return {.code = Code::Done,
            .release = must(contract::openRelease(m_story->network(), request, m_story->respondKey,
                                                  m_story->grant, epoch, committed, *answer))};
}

contract::Verdict<Bytes> ShareStoryTest::notice()
{
    return m_story->ledger().query(contract::makeQuery(m_story->network(), QueryNumber::GetNotice,
                                                       m_story->grant.bytes(), m_story->clock.now(),
                                                       m_story->clinician.key()));
}

Result<std::vector<std::string>> ShareStoryTest::read(const crypto::ReleasePart &release,
                                                      const crypto::SealingKey &recipient,
                                                      std::uint32_t epoch)
{
    KEEPWELL_TRY(
        const auto opened,
        sharing::openGrantNotice(m_story->noticeContext, m_story->sealedNotice, recipient));
    KEEPWELL_TRY(const auto key,
                 sharing::joinParts(m_story->keyContext, opened.recipientPart, release, recipient));
    KEEPWELL_TRY(auto reference, store::ObjectRef::parse(opened.object));
    const std::uint64_t length = reference.length();
    KEEPWELL_TRY(auto object, store::ObjectReader::open(*m_blocks, std::move(reference), key));
    std::vector<std::string> records;
    KEEPWELL_CHECK(sharing::SharedObject::check(
        [&object](std::uint64_t offset, std::uint64_t size) { return object.read(offset, size); },
        length, m_story->expected(epoch),
        [&records](std::size_t, const sharing::TableRow &, std::string_view slice) {
            records.emplace_back(slice);
            return Result<>{};
        },
        {}, {}));
    return records;
}

void ShareStoryTest::randomShares_openExactlyWhenTheyMay_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 16; ++seed) {
        QTest::newRow(("seed " + std::to_string(seed)).c_str()) << seed;
    }
}

/// A random run of acts beside a model of eight lines: what opens is what the model lets open.
void ShareStoryTest::randomShares_openExactlyWhenTheyMay()
{
    QFETCH(unsigned, seed);
    std::minstd_rand engine{seed};
    const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
    ShareStory &story = *m_story;
    story.terms.maxOpens = 3 + random() % 3;
    give(1 + random() % 5, 1, random() % 30'000);
    story.deposit();
    std::uint32_t epoch = 1;
    std::uint32_t opens = 0;
    bool live = true;
    Signer stranger{story.ledger(), story.clock};
    for (int step = 0; step < 16; ++step) { // at the 17th refusal the quota would answer
        story.clock.advance(std::chrono::hours{random() % 24});
        const bool over = story.clock.now() >= story.terms.expires;
        const std::uint32_t asked = random() % 5 == 0 ? epoch + 1 : epoch;
        switch (random() % 8) {
        case 0: {
            const Asked refused = ask(stranger, epoch);
            QVERIFY(refused.code == Code::Party);
            break;
        }
        case 1:
            if (live && !over && opens < story.terms.maxOpens && random() % 2 == 0) {
                give(1 + random() % 3, ++epoch);
                story.deposit(epoch);
            }
            break;
        case 2:
            if (random() % 6 == 0 && live) {
                story.patient.submit(contract::RevokeBody{.grants = {story.grant}});
                live = false;
            }
            break;
        default: {
            const bool may = live && !over && asked == epoch && opens < story.terms.maxOpens;
            const auto requested = story.request(story.clinician, asked);
            QCOMPARE(requested.outcome == Code::Done, may);
            const Asked answer = releaseOf(requested.envelope.id(), story.clinician.key(), asked);
            QCOMPARE(answer.release.has_value(), may);
            if (may) {
                ++opens;
                const auto records = read(*answer.release, epoch);
                QVERIFY2(records.has_value(), records ? "" : records.error().detail.c_str());
                QCOMPARE(records->size(), m_records.size());
                QCOMPARE(records->back(), m_records.back().bytes);
            }
        }
        }
    }
}

void ShareStoryTest::withoutARequest_nothingIsReleased()
{
    give(2);
    m_story->deposit();
    const contract::TxId nobody{test::randomBytes32()};
    QVERIFY(releaseOf(nobody, m_story->clinician.key()).code == Code::NotLogged);
    QVERIFY(notice().has_value()); // what the inbox shows before
    QVERIFY(*notice() == m_story->sealedNotice);

    const ledger::Entry request = m_story->request(m_story->clinician);
    QVERIFY(releaseOf(request.envelope.id(), m_story->patient.key()).code == Code::Auth);
    m_story->clock.advance(std::chrono::seconds{601});
    QVERIFY(releaseOf(request.envelope.id(), m_story->clinician.key()).code == Code::ServeWindow);
}

void ShareStoryTest::anotherKey_isRefusedAndGetsNothing()
{
    give(2);
    m_story->deposit();
    Signer stranger{m_story->ledger(), m_story->clock};
    QVERIFY(ask(stranger).code == Code::Party);
    QVERIFY(ask(m_story->patient).code == Code::Party);
}

void ShareStoryTest::bothPartsAreNeeded()
{
    give(2);
    m_story->deposit();
    const Asked asked = ask(m_story->clinician);
    QVERIFY(asked.release.has_value());
    QVERIFY(read(*asked.release).has_value());
    // The recipient's key without r.
    const auto guessed = read(crypto::ReleasePart::random());
    QVERIFY(guessed.error().code == ErrorCode::WrongKey);
    // r without the recipient's key.
    const auto stolen = read(*asked.release, crypto::SealingKey::random());
    QVERIFY(stolen.error().code == ErrorCode::WrongKey);
}

void ShareStoryTest::maxOpens_areCounted()
{
    m_story->terms.maxOpens = 2;
    give(1);
    m_story->deposit();
    QVERIFY(ask(m_story->clinician).release.has_value());
    QVERIFY(ask(m_story->clinician).release.has_value());
    QVERIFY(ask(m_story->clinician).code == Code::Opens);
}

void ShareStoryTest::afterTheEnd_nothingOpens()
{
    give(1);
    m_story->deposit();
    const ledger::Entry request = m_story->request(m_story->clinician);
    m_story->clock.advance(std::chrono::days{7});
    QVERIFY(ask(m_story->clinician).code == Code::Expired);
    QVERIFY(!releaseOf(request.envelope.id(), m_story->clinician.key()).release);
}

void ShareStoryTest::anUpdate_closesTheEpochBefore()
{
    give(1);
    m_story->deposit();
    Bytes oldNotice = m_story->sealedNotice;
    const ledger::Entry before = m_story->request(m_story->clinician);
    give(3, 2);
    m_story->deposit(2);
    QVERIFY(releaseOf(before.envelope.id(), m_story->clinician.key()).code == Code::Epoch);
    QVERIFY(ask(m_story->clinician, 1).code == Code::Epoch);
    const Asked asked = ask(m_story->clinician, 2);
    QCOMPARE(read(*asked.release, 2).value().size(), 4U);
    // The parts of one epoch say nothing about the other.
    std::swap(m_story->sealedNotice, oldNotice);
    QVERIFY(read(*asked.release, 2).error().code == ErrorCode::WrongKey);
}

void ShareStoryTest::aRevoke_purgesBothParts()
{
    give(1);
    m_story->deposit();
    const ledger::Entry granted = m_story->request(m_story->clinician);
    m_story->patient.submit(contract::RevokeBody{.grants = {m_story->grant}});
    QVERIFY(!releaseOf(granted.envelope.id(), m_story->clinician.key()).release);
    QVERIFY(ask(m_story->clinician).code == Code::Revoked);
    QVERIFY(notice().error().code == Code::Purged);
    // And nobody brings them back.
    const auto again = m_story->ledger().deposit(
        contract::Deposit::release(m_story->grant, 1, m_story->release.expose()));
    QVERIFY(again.error().code == Code::State);
}

void ShareStoryTest::noByteOfAPurgedPart_staysInTheLedgersFiles()
{
    give(1);
    m_story->deposit();
    const std::string part{textOf(m_story->release.expose())};
    const fs::path file = m_story->ledgerFile();
    const fs::path folder = file.parent_path();
    const auto found = [&folder, &file, &part] {
        bool any = false;
        for (const auto &entry : fs::directory_iterator{folder}) {
            if (entry.path().filename().string().starts_with(file.filename().string())) {
                any = any || contentOf(entry.path()).find(part) != std::string::npos;
            }
        }
        return any;
    };
    QVERIFY(found()); // the search finds what is there
    m_story->patient.submit(contract::RevokeBody{.grants = {m_story->grant}});
    m_story.reset(); // the last process closes
    QVERIFY(!found());
}

void ShareStoryTest::noRecord_liesReadableAnywhere()
{
    give(3);
    m_story->deposit();
    QVERIFY(ask(m_story->clinician).release.has_value());
    const fs::path place = m_place->path().toStdString();
    for (const auto &entry : fs::recursive_directory_iterator{place}) {
        if (entry.is_regular_file()) {
            const std::string content = contentOf(entry.path());
            for (const std::string_view word :
                 {"Quillfeather", "Observation", "kidney", "Larkmere", "resourceType"}) {
                QVERIFY2(content.find(word) == std::string::npos, entry.path().c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(ShareStoryTest)
#include "share_story_test.moc"
