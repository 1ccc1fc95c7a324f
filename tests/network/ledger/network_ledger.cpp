// SPDX-License-Identifier: Apache-2.0
// network_ledger story PATIENT-FILE CLINICIAN-FILE FOLDER: the ledger's part of a share, from the grant to after its
//   end, by two members of two organisations over a real network.
// network_ledger anchors NETWORK-FILE MIRROR NAME COUNT: entries of one key, one after the other, until the ledger
//   holds COUNT of them, whatever is broken on the way; says "N" for each one, "waits: ..." while it cannot go on.
// Ends with 0, or says what was not as it should be.

#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/fabric_ledger.hpp"
#include "tests/core/contract/actor.hpp"
#include "tests/network/network_file.hpp"

#include <chrono>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>

namespace {

using namespace keepwell;
using namespace keepwell::contract;
using ledger::Entry;
using ledger::FabricLedger;

[[noreturn]] void give(const std::string &what) { throw std::runtime_error{what}; }

void expect(bool holds, const std::string &what)
{
    if (!holds) {
        give(what);
    }
}

template <class T>
T good(Verdict<T> verdict, const std::string &what)
{
    expect(verdict.has_value(), what + ": " + (verdict ? "" : verdict.error().error.detail));
    if constexpr (!std::is_void_v<T>) {
        return *std::move(verdict);
    }
}

template <class T>
T good(Result<T> result, const std::string &what)
{
    expect(result.has_value(), what + ": " + (result ? "" : result.error().detail));
    return *std::move(result);
}

template <class T>
void refused(const Verdict<T> &verdict, Code code, const std::string &what)
{
    expect(!verdict && verdict.error().code == code,
           what + ": not " + std::string{name(code)} + " but "
               + (verdict ? "done" : verdict.error().error.detail));
}

/// One member with a ledger of their own.
class Member
{
public:
    Member(const std::string &file, const std::filesystem::path &mirror, const std::string &name)
        : m_file{file}, m_mirror{mirror}, m_ledger{open()}, m_actor{m_ledger->info().network, name}
    {
    }

    std::unique_ptr<FabricLedger> open(std::optional<Bytes32> genesis = {}) const
    {
        auto config = test::readNetworkFile(m_file);
        config.mirror = m_mirror;
        config.genesis = genesis;
        return good(FabricLedger::open(config, m_clock), "opening");
    }
    void reopen() { m_ledger = open(m_ledger->genesis()); }

    FabricLedger &ledger() { return *m_ledger; }
    const PublicKey &key() const { return m_actor.key(); }
    const crypto::SigningKey &signingKey() const { return m_actor.signingKey(); }
    NetworkId network() const { return m_ledger->info().network; }
    Instant now() const { return m_clock.now(); }

    Transaction next(Body body) const { return m_actor.next(std::move(body), now()); }
    std::uint32_t seq() const { return m_actor.seq(); }
    void accepted(const TxId &id) { m_actor.accepted(id); }
    void goOnAfter(const KeyRow &row)
    {
        while (m_actor.seq() < row.seq) {
            m_actor.accepted(row.previous);
        }
    }
    Entry submit(Body body, const std::string &what)
    {
        const Transaction transaction = next(std::move(body));
        Entry entry = good(m_ledger->submit(transaction.envelope()), what);
        expect(entry.envelope == transaction.envelope(), what + ": another entry came back");
        m_actor.accepted(transaction.id());
        return entry;
    }
    Verdict<Bytes> ask(QueryNumber number, const Bytes32 &id)
    {
        return m_ledger->query(makeQuery(network(), number, id, now(), signingKey()));
    }

private:
    std::string m_file;
    std::filesystem::path m_mirror;
    SystemClock m_clock;
    std::unique_ptr<FabricLedger> m_ledger;
    test::Actor m_actor;
};

void story(Member &patient, Member &clinician)
{
    const NetworkId network = patient.network();
    expect(network == clinician.network(), "two networks");
    const auto head = good(patient.ledger().head(), "head");
    expect(head.size >= 1, "a head without the genesis");

    // A grant with its private values.
    const GrantId grant{
        test::bytesNamed("grant" + std::to_string(patient.now().time_since_epoch().count()))};
    const Bytes32 r = test::bytesNamed("r");
    const Bytes notice(1000, std::byte{0x5A});
    const Terms terms{.purpose = {},
                      .notBefore = patient.now() - std::chrono::seconds{60},
                      .expires = patient.now() + std::chrono::hours{1},
                      .maxOpens = 3,
                      .custodian = patient.ledger().info().custodian};
    const Entry granted
        = patient.submit(GrantBody{.grant = grant,
                                   .grantee = clinician.key(),
                                   .manifest = Commitment{test::bytesNamed("manifest")},
                                   .notice = noticeCommitment(network, grant, 1, notice),
                                   .release = releaseCommitment(network, grant, 1, r),
                                   .terms = terms},
                         "Grant");
    expect(granted.outcome == Code::Done, "Grant: refused");
    refused(patient.ledger().deposit(Deposit::release(grant, 1, test::bytesNamed("other"))),
            Code::Mismatch, "a wrong r");
    good(patient.ledger().deposit(Deposit::release(grant, 1, r)), "deposit of r");
    good(patient.ledger().deposit(Deposit::release(grant, 1, r)), "deposit of r again");
    refused(clinician.ask(QueryNumber::GetNotice, grant.bytes()), Code::Wait, "notice too early");
    good(patient.ledger().deposit(Deposit::notice(grant, 1, notice)), "deposit of the notice");
    expect(good(clinician.ask(QueryNumber::GetNotice, grant.bytes()), "notice") == notice,
           "another notice");

    // The same envelope again is the same entry.
    expect(good(patient.ledger().submit(granted.envelope), "the grant again") == granted,
           "the grant again is another entry");

    // An opening.
    const auto oneTime = crypto::SealingKey::random();
    const Bytes reason(64, std::byte{0x11});
    const auto request
        = clinician.submit(RequestAccessBody{.grant = grant,
                                             .epoch = 1,
                                             .respondTo = oneTime.publicKey(),
                                             .reason = reasonCommitment(network, grant, 1, reason)},
                           "RequestAccess");
    expect(request.outcome == Code::Done, "RequestAccess: refused");
    const TxId rid = request.envelope.id();
    const Bytes sealed = good(clinician.ask(QueryNumber::GetRelease, rid.bytes()), "GetRelease");
    const auto opened = good(openRelease(network, rid, oneTime, grant, 1,
                                         releaseCommitment(network, grant, 1, r), sealed),
                             "opening the release part");
    expect(std::ranges::equal(opened.expose(), r), "another r");
    good(clinician.ledger().deposit(Deposit::reason(rid, reason)), "deposit of the reason");
    expect(good(patient.ask(QueryNumber::GetReason, rid.bytes()), "GetReason") == reason,
           "another reason");

    // A rejection leaves nothing; a refusal is an entry.
    refused(clinician.ledger().submit(
                clinician.next(AckDeliveryBody{.delivery = DeliveryId{}}).envelope()),
            Code::NotFound, "acknowledging nothing");
    const Entry ended = patient.submit(RevokeBody{.grants = {grant}}, "Revoke");
    refused(patient.ledger().deposit(Deposit::release(grant, 1, r)), Code::State,
            "r after the end");
    refused(clinician.ask(QueryNumber::GetRelease, rid.bytes()), Code::Revoked,
            "GetRelease after the end");
    const Entry late = clinician.submit(
        RequestAccessBody{
            .grant = grant, .epoch = 1, .respondTo = oneTime.publicKey(), .reason = Commitment{}},
        "RequestAccess after the end");
    expect(late.outcome == Code::Revoked, "an ended share was opened");

    // Both see the same, in the same order, proven, and it is all still there after opening anew.
    const auto seen = [&](Member &member) {
        const auto now = good(member.ledger().head(), "head");
        expect(!now.conflictFrom, "a conflict");
        expect(now.proven == now.size,
               "proven " + std::to_string(now.proven) + " of " + std::to_string(now.size));
        return std::pair{now.root, good(member.ledger().entries(ended.index, 10), "entries")};
    };
    const auto one = seen(patient);
    expect(one == seen(clinician), "two views");
    patient.reopen();
    expect(one == seen(patient), "another view after opening anew");
    const auto row = good(
        parseKeyRow(good(patient.ask(QueryNumber::KeyHead, clinician.key().bytes()), "KeyHead")),
        "KeyHead");
    expect(row.seq == 2, "KeyHead: another seq");
}

KeyRow rowOf(Member &member)
{
    auto row = member.ask(QueryNumber::KeyHead, member.key().bytes());
    if (!row && row.error().code == Code::NotFound) {
        return {};
    }
    return good(parseKeyRow(good(std::move(row), "KeyHead")), "KeyHead");
}

/// Entries of the key on the whole ledger: the seq of each must be one more than that of the last.
std::uint32_t countEntries(Member &member)
{
    const auto head = good(member.ledger().head(), "head");
    std::uint32_t found = 0;
    for (std::uint64_t from = 1; from < head.size;) {
        const auto entries = good(member.ledger().entries(from, 256), "entries");
        for (const Entry &entry : entries) {
            const auto payload = good(parsePayload(entry.envelope.payload), "payload");
            if (payload.key == member.key()) {
                expect(payload.seq == ++found, "an entry was lost or done twice");
            }
        }
        from += entries.size();
    }
    return found;
}

/// The next entry, until it is committed. False: an entry of an earlier run took its place.
bool anchor(Member &member, std::uint32_t number)
{
    const Transaction transaction
        = member.next(AnchorBody{.root = test::bytesNamed(std::to_string(number))});
    const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes{2};
    while (true) {
        const auto entry = member.ledger().submit(transaction.envelope());
        if (entry) {
            member.accepted(transaction.id());
            std::cout << number << std::endl;
            return true;
        }
        if (entry.error().code == Code::Seq) {
            return false;
        }
        expect(entry.error().code == Code::Host, entry.error().error.detail);
        expect(std::chrono::steady_clock::now() < giveUp, entry.error().error.detail);
        std::cout << "waits: " << entry.error().error.detail << std::endl;
    }
}

void anchors(Member &member, std::uint32_t count)
{
    member.goOnAfter(rowOf(member));
    for (std::uint32_t number = member.seq() + 1; number <= count; number = member.seq() + 1) {
        if (!anchor(member, number)) {
            member.goOnAfter(rowOf(member));
        }
    }
    expect(rowOf(member).seq == count, "another seq");
    expect(countEntries(member) == count, "another number of entries");
}

int run(const std::vector<std::string> &words)
{
    if (words.size() == 4 && words[0] == "story") {
        const std::filesystem::path folder = words[3];
        const std::string once = std::to_string(std::random_device{}());
        Member patient{words[1], folder / ("patient" + once), "patient" + once};
        Member clinician{words[2], folder / ("clinician" + once), "clinician" + once};
        story(patient, clinician);
        return 0;
    }
    if (words.size() == 5 && words[0] == "anchors") {
        Member member{words[1], words[2], words[3]};
        anchors(member, static_cast<std::uint32_t>(std::stoul(words[4])));
        return 0;
    }
    std::cerr << "network_ledger story|anchors …\n";
    return 2;
}

} // namespace

int main(int count, char **arguments)
{
    try {
        crypto::initialise();
        return run({arguments + 1, arguments + count});
    } catch (const std::exception &wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
