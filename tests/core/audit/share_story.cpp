// SPDX-License-Identifier: Apache-2.0
#include "tests/core/audit/share_story.hpp"

#include <bit>

namespace keepwell::test {

std::vector<sharing::SharedRecord> someRecords(std::size_t anchored, std::size_t loose,
                                               Signer &self)
{
    std::vector<sharing::SharedRecord> records;
    std::vector<Bytes32> leaves;
    for (std::size_t i = 0; i < anchored + loose; ++i) {
        sharing::SharedRecord record;
        record.bytes = R"({"resourceType":"Observation","id":"o)" + std::to_string(i)
            + R"(","valueQuantity":{"value":5.50}})";
        record.anchorage.salt = randomBytes32();
        record.provenance = "From Larkmere \"Hospital\" \xC3\xA9";
        if (i < anchored) {
            leaves.push_back(
                records::anchorLeaf(record.anchorage.salt, crypto::sha256(bytesOf(record.bytes))));
        }
        records.push_back(std::move(record));
    }
    if (anchored == 0) {
        return records;
    }
    while (!std::has_single_bit(leaves.size())) {
        leaves.push_back(randomBytes32());
    }
    const ledger::Entry anchor
        = self.submit(contract::AnchorBody{.root = crypto::merkle::root(leaves)});
    for (std::size_t i = 0; i < anchored; ++i) {
        records[i].anchorage.index = i;
        records[i].anchorage.path = crypto::merkle::inclusionProof(leaves, i);
        records[i].anchorage.anchor = anchor.envelope.id();
    }
    return records;
}

ShareStory::ShareStory(const std::filesystem::path &folder)
    : m_file{folder / "ledger.db"}
    , m_ledger{must(ledger::EmbeddedLedger::open(m_file, clock, {.mayCreate = true}))}
    , self{*m_ledger, clock}
    , patient{*m_ledger, clock}
    , clinician{*m_ledger, clock}
{
    terms.notBefore = clock.now();
    terms.expires = clock.now() + std::chrono::days{7};
}

Bytes32 ShareStory::writeObject(const std::vector<sharing::SharedRecord> &records,
                                std::uint32_t epoch)
{
    const sharing::Authorship authorship{.network = network(),
                                         .id = grant.bytes(),
                                         .epoch = epoch,
                                         .recipient = clinician.publicKey(),
                                         .termsHash = contract::hash(terms)};
    auto writer = must(sharing::SharedObjectWriter::measure(
        authorship, patient.key(), records.size(),
        [&records](std::size_t i) { return Result<sharing::SharedRecord>{records.at(i)}; }, {}));
    object.clear();
    must(writer.writeTo(
        [this](ByteView bytes) {
            append(object, bytes);
            return Result<>{};
        },
        {}, {}));
    return writer.headHash();
}

void ShareStory::sealNotice(std::uint64_t records, std::uint32_t epoch, Bytes reference)
{
    blind = randomBytes32();
    release = crypto::ReleasePart::random();
    noticeContext = {.network = network(),
                     .id = grant.bytes(),
                     .epoch = epoch,
                     .author = patient.publicKey(),
                     .recipient = clinician.publicKey()};
    keyContext = {.network = network(),
                  .grant = grant,
                  .epoch = epoch,
                  .grantor = patient.publicKey(),
                  .recipient = clinician.publicKey(),
                  .terms = terms};
    const sharing::GrantNotice notice{
        .reason = "kidney check",
        .records = records,
        .terms = terms,
        .recipientPart = must(sharing::sealRecipientPart(keyContext, objectKey, release,
                                                         clinicianSealing.publicKey())),
        .blind = blind,
        .object = std::move(reference)};
    sealedNotice = must(sharing::seal(noticeContext, notice, clinicianSealing.publicKey()));
}

void ShareStory::share(const std::vector<sharing::SharedRecord> &records, std::uint32_t epoch,
                       const Store &store)
{
    const Bytes32 headHash = writeObject(records, epoch);
    objectKey = crypto::ObjectKey::random();
    sealNotice(records.size(), epoch,
               store ? store(object, objectKey) : copyOf(bytesOf("a reference")));
    const auto manifest = contract::manifestCommitment(network(), grant, epoch, blind, headHash);
    const auto notice = contract::noticeCommitment(network(), grant, epoch, sealedNotice);
    const auto releaseHash = contract::releaseCommitment(network(), grant, epoch, release);
    if (epoch == 1) {
        patient.submit(contract::GrantBody{.grant = grant,
                                           .grantee = clinician.publicKey(),
                                           .manifest = manifest,
                                           .notice = notice,
                                           .release = releaseHash,
                                           .terms = terms});
    } else {
        patient.submit(contract::UpdateGrantBody{.grant = grant,
                                                 .epoch = epoch,
                                                 .manifest = manifest,
                                                 .notice = notice,
                                                 .release = releaseHash});
    }
}

void ShareStory::deposit(std::uint32_t epoch)
{
    must(m_ledger->deposit(contract::Deposit::release(grant, epoch, release.expose())));
    must(m_ledger->deposit(contract::Deposit::notice(grant, epoch, sealedNotice)));
}

ledger::Entry ShareStory::request(Signer &by, std::uint32_t epoch)
{
    respondKey = crypto::SealingKey::random();
    return by.submit(contract::RequestAccessBody{
        .grant = grant, .epoch = epoch, .respondTo = respondKey.publicKey(), .reason = {}});
}

sharing::ExpectedHead ShareStory::expected(std::uint32_t epoch) const
{
    return {.network = network(),
            .id = grant.bytes(),
            .epoch = epoch,
            .author = patient.publicKey(),
            .recipient = clinician.publicKey(),
            .termsHash = contract::hash(terms)};
}

Result<sharing::SharedObject> ShareStory::check(const sharing::OnRecord &onRecord,
                                                std::uint32_t epoch) const
{
    return sharing::SharedObject::check(
        [this](std::uint64_t offset, std::uint64_t length) {
            return Result<Bytes>{copyOf(ByteView{object}.subspan(offset, length))};
        },
        object.size(), expected(epoch), onRecord, {}, {});
}

} // namespace keepwell::test
