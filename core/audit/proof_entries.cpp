// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_entries.hpp"

#include "core/crypto/hash.hpp"
#include "core/records/anchor_batch.hpp"

namespace keepwell::audit {

namespace {

constexpr std::size_t kPage = 1000;

/// The root of a tree of a power of two leaves, from one leaf and its path.
Bytes32 rootOf(Bytes32 node, std::uint64_t index, const crypto::merkle::Proof &path)
{
    for (const Bytes32 &sibling : path) {
        node = (index & 1) != 0 ? crypto::merkle::nodeHash(sibling, node)
                                : crypto::merkle::nodeHash(node, sibling);
        index >>= 1;
    }
    return node;
}

/// Picks entries as they come by.
class Picker
{
public:
    Picker(const sharing::SharedHead &head, const contract::TxId &wanted,
           const std::set<contract::TxId> &anchors)
        : m_head{head}, m_request{wanted}, m_anchors{anchors}
    {
    }

    void look(const ledger::Entry &entry)
    {
        const contract::TxId id = entry.envelope.id();
        if (id == m_request) {
            request = entry;
        } else if (m_anchors.contains(id)) {
            found.emplace(id, entry);
        } else if (const auto payload = contract::parsePayload(entry.envelope.payload)) {
            if (const auto *body = std::get_if<contract::GrantBody>(&payload->body);
                body != nullptr && body->grant.bytes() == m_head.id) {
                grant = entry;
            }
            if (const auto *body = std::get_if<contract::UpdateGrantBody>(&payload->body);
                body != nullptr && body->grant.bytes() == m_head.id
                && body->epoch == m_head.epoch) {
                update = entry;
            }
        }
    }

    std::optional<ledger::Entry> grant;
    std::optional<ledger::Entry> update;
    std::optional<ledger::Entry> request;
    std::map<contract::TxId, ledger::Entry> found;

private:
    const sharing::SharedHead &m_head;
    const contract::TxId &m_request;
    const std::set<contract::TxId> &m_anchors;
};

Result<ProvenEntry> prove(ledger::Ledger &ledger, const ledger::Head &head,
                          const std::optional<ledger::Entry> &entry, std::string_view what)
{
    if (!entry) {
        return fail(ErrorCode::NotFound,
                    "the ledger has no " + std::string{what} + " of this share");
    }
    KEEPWELL_TRY(crypto::merkle::Proof path, ledger.inclusionProof(entry->index, head.size));
    return ProvenEntry{
        .entry = *entry, .path = std::move(path), .size = head.size, .root = head.root};
}

} // namespace

void AnchorClaims::add(const sharing::TableRow &row, std::string_view slice)
{
    const sharing::Anchorage &anchorage = row.anchorage;
    if (anchorage.anchor && anchorage.path.size() < 64
        && anchorage.index >> anchorage.path.size() == 0) {
        const Bytes32 leaf = records::anchorLeaf(anchorage.salt, crypto::sha256(bytesOf(slice)));
        ++m_records[*anchorage.anchor][rootOf(leaf, anchorage.index, anchorage.path)];
    }
}

std::set<contract::TxId> AnchorClaims::anchors() const
{
    std::set<contract::TxId> anchors;
    for (const auto &[anchor, roots] : m_records) {
        anchors.insert(anchor);
    }
    return anchors;
}

std::uint64_t AnchorClaims::provenBy(const ProofEntries &entries) const
{
    std::uint64_t proven = 0;
    for (const auto &[anchor, entry] : entries.anchors) {
        const auto payload = contract::parsePayload(entry.entry.envelope.payload);
        const auto *body = payload ? std::get_if<contract::AnchorBody>(&payload->body) : nullptr;
        if (const auto claimed = m_records.find(anchor);
            body != nullptr && claimed != m_records.end()) {
            if (const auto count = claimed->second.find(body->root);
                count != claimed->second.end()) {
                proven += count->second;
            }
        }
    }
    return proven;
}

Result<ProofEntries> gatherProofEntries(ledger::Ledger &ledger, const sharing::SharedHead &head,
                                        const contract::TxId &request,
                                        const std::set<contract::TxId> &anchors,
                                        const std::stop_token &stop)
{
    KEEPWELL_TRY(const ledger::Head newest, ledger.head({.stop = stop}));
    Picker picker{head, request, anchors};
    for (std::uint64_t from = 1; from < newest.size;) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while the ledger was being read");
        }
        KEEPWELL_TRY(const auto entries, ledger.entries(from, kPage, {.stop = stop}));
        if (entries.empty()) {
            break;
        }
        for (const ledger::Entry &entry : entries) {
            if (entry.index < newest.size) {
                picker.look(entry);
            }
        }
        from += entries.size();
    }
    ProofEntries proof;
    KEEPWELL_TRY(proof.grant, prove(ledger, newest, picker.grant, "grant"));
    if (head.epoch > 1) {
        KEEPWELL_TRY(proof.update, prove(ledger, newest, picker.update, "update"));
    }
    KEEPWELL_TRY(proof.request, prove(ledger, newest, picker.request, "request"));
    for (const auto &[id, entry] : picker.found) {
        KEEPWELL_TRY(ProvenEntry anchor, prove(ledger, newest, entry, "anchor"));
        proof.anchors.emplace(id, std::move(anchor));
    }
    return proof;
}

} // namespace keepwell::audit
