// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_rules.hpp"

#include "core/contract/commitments.hpp"
#include "core/crypto/hash.hpp"

namespace keepwell::audit::proof {

namespace {

/// The body of an entry of the wanted type whose signature and place in the log are right.
template <class Body>
Result<contract::Payload> checkEntry(const contract::NetworkId &network, const ProvenEntry &proven,
                                     std::string_view name)
{
    const auto wrong = [name](std::string_view what) {
        return fail(ErrorCode::Tampered,
                    "the entry of the " + std::string{name} + " " + std::string{what});
    };
    auto transaction = contract::Transaction::check(network, proven.entry.envelope);
    if (!transaction) {
        return wrong("does not hold: " + transaction.error().error.detail);
    }
    if (!std::holds_alternative<Body>(transaction->payload().body)) {
        return wrong("is of another kind");
    }
    if (proven.entry.outcome != contract::Code::Done) {
        return wrong("was refused: " + std::string{contract::name(proven.entry.outcome)});
    }
    if (!crypto::merkle::verifyInclusion(ledger::leafHash(proven.entry), proven.entry.index,
                                         proven.size, proven.path, proven.root)) {
        return wrong("does not stand in the log under its root");
    }
    return transaction->payload();
}

/// Checks the share entry by entry and collects what is wrong.
class ShareCheck
{
public:
    ShareCheck(const Share &share, const sharing::SharedHead &head) : m_share{share}, m_head{head}
    {
    }

    Problems run()
    {
        demand(sharing::verifyHead(m_head, m_share.headBytes, m_share.signature),
               "the head is not signed by its author");
        demand(m_head.network == m_share.network, "the head was made for another network");
        demand(m_head.count > 0 && m_head.epoch > 0, "the head is not one of a share");
        checkGrant();
        if (m_share.update) {
            checkUpdate(*m_share.update);
        } else {
            demand(m_head.epoch <= 1, "the entry of the update is missing");
        }
        checkRequest();
        return std::move(m_problems);
    }

private:
    void demand(bool holds, std::string_view otherwise)
    {
        if (!holds) {
            m_problems.emplace_back(otherwise);
        }
    }

    template <class Body>
    std::optional<contract::Payload> entry(const ProvenEntry &proven, std::string_view name)
    {
        auto payload = checkEntry<Body>(m_share.network, proven, name);
        if (!payload) {
            m_problems.push_back(std::move(payload.error().detail));
            return std::nullopt;
        }
        return *std::move(payload);
    }

    void checkManifest(const contract::Commitment &manifest)
    {
        demand(manifest
                   == contract::manifestCommitment(m_share.network, contract::GrantId{m_head.id},
                                                   m_head.epoch, m_share.blind,
                                                   crypto::sha256(m_share.headBytes)),
               "the log names other records for this share (or the blind is not its own)");
    }

    void checkGrant()
    {
        const auto payload = entry<contract::GrantBody>(m_share.grant, "grant");
        if (!payload) {
            return;
        }
        const auto &body = std::get<contract::GrantBody>(payload->body);
        m_expires = body.terms.expires;
        demand(body.grant.bytes() == m_head.id, "the grant is another one than the head's");
        demand(payload->key == m_head.author, "the grant is signed by another key than the head");
        demand(body.grantee == m_head.recipient, "the grant is for another recipient");
        demand(contract::hash(body.terms) == m_head.termsHash, "the grant has other terms");
        if (!m_share.update && m_head.epoch == 1) {
            checkManifest(body.manifest);
        }
    }

    void checkUpdate(const ProvenEntry &update)
    {
        const auto payload = entry<contract::UpdateGrantBody>(update, "update");
        if (!payload) {
            return;
        }
        const auto &body = std::get<contract::UpdateGrantBody>(payload->body);
        demand(body.grant.bytes() == m_head.id && body.epoch == m_head.epoch && m_head.epoch > 1,
               "the update is of another share or epoch");
        demand(payload->key == m_head.author, "the update is signed by another key than the head");
        demand(update.entry.index > m_share.grant.entry.index,
               "the update stands before the grant");
        checkManifest(body.manifest);
    }

    void checkRequest()
    {
        const auto payload = entry<contract::RequestAccessBody>(m_share.request, "request");
        if (!payload) {
            return;
        }
        const auto &body = std::get<contract::RequestAccessBody>(payload->body);
        demand(body.grant.bytes() == m_head.id && body.epoch == m_head.epoch,
               "the request is of another share or epoch");
        demand(payload->key == m_head.recipient, "the request is signed by another recipient");
        const ledger::Entry &before = m_share.update ? m_share.update->entry : m_share.grant.entry;
        demand(m_share.request.entry.index > before.index, "the request stands before the share");
        demand(!m_expires || m_share.request.entry.time < *m_expires,
               "the request is later than the end of the share");
    }

    const Share &m_share;
    const sharing::SharedHead &m_head;
    std::optional<Instant> m_expires;
    Problems m_problems;
};

} // namespace

Problems checkShare(const Share &share, const sharing::SharedHead &head)
{
    return ShareCheck{share, head}.run();
}

Result<Bytes32> anchorRoot(const contract::NetworkId &network, const ProvenEntry &anchor)
{
    KEEPWELL_TRY(const contract::Payload payload,
                 checkEntry<contract::AnchorBody>(network, anchor, "anchor"));
    return std::get<contract::AnchorBody>(payload.body).root;
}

} // namespace keepwell::audit::proof
