// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/enrolment/enrolment.hpp"
#include "core/ledger/fabric/member/certificate.hpp"
#include "core/sharing/anchoring.hpp"
#include "core/sharing/grant_on_ledger.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/replica.hpp"
#include "core/wallet/grant_states.hpp"
#include "core/wallet/leaving.hpp"
#include "core/wallet/parts.hpp"

/// The wallet's connections: how they are, joining a network, renewing the certificate.
namespace keepwell {

namespace {

namespace fabric = ledger::fabric;

constexpr int kRenewalPart = 3; ///< A certificate is renewed in the last third of its time.
constexpr std::chrono::hours kRenewalPause{1};

std::string nameOf(const NetworkConfig &config)
{
    return config.title.empty() ? config.fabric.channel : config.title;
}

Result<fabric::AuthorityAddress> authorityOf(const NetworkConfig &config)
{
    if (config.ledgerKind != ledger::Kind::Fabric || !config.fabric.enrolment) {
        return fail(ErrorCode::InvalidInput,
                    "network file: \"ledger.enrolment\" is missing: to join, the file must say "
                    "where certificates are given");
    }
    const EnrolmentPlace &place = *config.fabric.enrolment;
    KEEPWELL_TRY(std::string tlsCa, pemOf(place.tlsCa));
    return fabric::AuthorityAddress{
        .url = place.url, .tlsCa = std::move(tlsCa), .name = place.name};
}

bool isGoodAt(const std::string &certificate, Instant now)
{
    const auto parsed = fabric::Certificate::parse(certificate);
    return parsed && now < parsed->notAfter();
}

std::string_view nameIn(const crypto::SecretText &code)
{
    return code.expose().substr(0, code.expose().find(':'));
}

} // namespace

Result<Connections> Wallet::connections(const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    Connections found{.title = parts.config.title};
    const FabricPlace &place = parts.config.fabric;
    if (parts.config.ledgerKind == ledger::Kind::Fabric) {
        for (const FabricGatewayPlace &gateway : place.gateways) {
            found.peers.push_back(
                {.address = gateway.endpoint, .organisation = gateway.mspId, .problem = {}});
        }
        KEEPWELL_TRY(const Membership membership, Membership::load(parts.database()));
        if (const auto name = fabric::nameOf(membership.certificate)) {
            found.certificateName = *name;
        }
    }
    found.channel = place.channel;
    found.contract = place.contract;
    found.custodian = parts.info.custodian;
    found.certificateEnds = parts.certificateEnds;
    found.renewable = place.enrolment.has_value();
    KEEPWELL_TRY(const auto pinned, vault::ReplicaTable{parts.database()}.head());
    if (pinned) {
        found.entries = pinned->size;
        found.asOf = pinned->checked;
    }
    found.proven = parts.proven;
    if (parts.conflictFrom) {
        found.conflict = "from entry " + std::to_string(*parts.conflictFrom) + " on";
    }
    if (!parts.blocks() || !parts.openedBlocks.ask || parts.offline) {
        return found;
    }
    const auto ask = parts.openedBlocks.ask; // thread-safe: no turn, so that the page never waits
    const auto report = [&] {
        const Outside outside{parts.mutex};
        return ask(stop);
    }();
    parts.blocksHeard.take(report ? Result<>{} : std::unexpected{report.error()});
    if (report) {
        found.node = report->nodeId;
        found.nodeVersion = report->version;
        found.nodePeers = report->peers;
        found.repoBytes = report->repoBytes;
        for (const store::IpfsGatewayReport &gateway : report->gateways) {
            found.gateways.push_back(
                {.address = gateway.address, .organisation = {}, .problem = gateway.problem});
        }
    }
    if (parts.openedBlocks.countWaiting) { // else the network was changed meanwhile
        KEEPWELL_TRY(found.blocksWaiting, parts.openedBlocks.countWaiting());
    }
    return found;
}

Result<MovePlan> Wallet::planMove(const NetworkConfig &connection)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_CHECK(authorityOf(connection));
    KEEPWELL_TRY(MovePlan plan, planToLeave(m_parts->database(), m_parts->clock.now()));
    plan.to = nameOf(connection);
    KEEPWELL_TRY(const bool isSame, m_parts->isSameChannel(connection));
    plan.isMove = plan.isMove && !isSame;
    return plan;
}

/// Whether `other` says that it is the channel of now: by its names (which others may use as well)
/// and its first block or, where it does not name that, a place they have in common.
Result<bool> Wallet::Parts::isSameChannel(const NetworkConfig &other)
{
    if (config.ledgerKind != ledger::Kind::Fabric || other.ledgerKind != ledger::Kind::Fabric
        || config.fabric.channel != other.fabric.channel
        || config.fabric.contract != other.fabric.contract) {
        return false;
    }
    if (other.fabric.genesis) {
        KEEPWELL_TRY(const auto genesis,
                     vault::SettingTable{database()}.bytes(vault::setting::kGenesis));
        return genesis && std::ranges::equal(*genesis, *other.fabric.genesis);
    }
    return std::ranges::any_of(other.fabric.gateways, [&](const FabricGatewayPlace &theirs) {
        return std::ranges::any_of(config.fabric.gateways, [&](const FabricGatewayPlace &ours) {
            return ours.endpoint == theirs.endpoint;
        });
    });
}

/// A certificate by the code, or the one that this code gave before a try that went no further.
Result<Membership> Wallet::Parts::enrolFor(const NetworkConfig &connection,
                                           const crypto::SecretText &code,
                                           const std::stop_token &stop)
{
    KEEPWELL_TRY(const fabric::AuthorityAddress authority, authorityOf(connection));
    KEEPWELL_TRY(Membership membership, Membership::read(connection));
    vault::SettingTable settings{database()};
    KEEPWELL_TRY(auto certificate, settings.text(vault::setting::kJoiningCertificate));
    KEEPWELL_TRY(const auto from, settings.text(vault::setting::kJoiningAuthority));
    if (certificate && from == authority.url
        && fabric::nameOf(*certificate) == std::string{nameIn(code)}
        && isGoodAt(*certificate, clock.now())) {
        KEEPWELL_TRY(auto key, settings.text(vault::setting::kJoiningPrivateKey));
        if (key) {
            membership.certificate = *std::move(certificate);
            membership.privateKey = crypto::SecretText::take(*key);
            return membership;
        }
    }
    auto enrolled = [&] {
        const Outside outside{mutex};
        return fabric::enrol(authority, code, {.stop = stop});
    }();
    KEEPWELL_CHECK(enrolled);
    // A code is good for once: what it gave must not be lost with the next step.
    KEEPWELL_CHECK(settings.setText(vault::setting::kJoiningCertificate, enrolled->certificate));
    KEEPWELL_CHECK(
        settings.setText(vault::setting::kJoiningPrivateKey, enrolled->privateKey.expose()));
    KEEPWELL_CHECK(settings.setText(vault::setting::kJoiningAuthority, authority.url));
    membership.certificate = std::move(enrolled->certificate);
    membership.privateKey = std::move(enrolled->privateKey);
    return membership;
}

/// Before a move: it is the one that planMove() told of, and what is here is ended.
Result<> Wallet::Parts::leaveFor(const NetworkConfig &connection, const NetworkTurn &itsTurn,
                                 const std::stop_token &stop)
{
    KEEPWELL_TRY(const bool saysSame, isSameChannel(connection));
    if (saysSame) {
        return fail(ErrorCode::Conflict,
                    "another network stands now where this wallet's was; to move there, ask for a "
                    "connection file that names its \"genesis\"");
    }
    return finishHere(itsTurn, stop);
}

/// Ends on the old network what would go on there without us.
Result<> Wallet::Parts::finishHere(const NetworkTurn &itsTurn, const std::stop_token &stop)
{
    KEEPWELL_TRY(const MovePlan plan, planToLeave(database(), clock.now()));
    if (plan.shares == 0 && plan.waiting == 0) {
        return {};
    }
    KEEPWELL_CHECK(ledger(stop));
    vault::GrantTable grants{database()};
    KEEPWELL_TRY(const auto rows, grants.all());
    std::vector<contract::GrantId> open;
    for (const vault::GivenGrantRow &row : rows) {
        KEEPWELL_TRY(const GrantState state, stateOf(database(), row, clock.now()));
        if (row.wish == vault::GrantWish::Live
            && (state.state == ShareState::Active || state.state == ShareState::Queued)) {
            open.push_back(row.id);
        }
    }
    KEEPWELL_TRY(auto itsGiving, giving());
    for (const contract::GrantId &grant : open) {
        KEEPWELL_CHECK(itsGiving.stop({grant})); // an entry each: one refused would take all along
    }
    KEEPWELL_TRY(const SendState sent, flush(itsTurn, stop));
    if (sent != SendState::Done) {
        return fail(ErrorCode::Unavailable,
                    "the network of now cannot be reached, so your shares there cannot be stopped; "
                    "nothing was moved, they stop as soon as it can be reached");
    }
    for (const contract::GrantId &grant : open) {
        KEEPWELL_TRY(const auto row, sharing::grantOnLedger(database(), grant));
        if (row && row->live && !row->endedAt(clock.now())) {
            return fail(ErrorCode::Conflict,
                        "the network of now refused to stop one of your shares; nothing was moved");
        }
    }
    return removeUnused(itsTurn);
}

/// Shares whose owner stopped them; also those whose end has not been sent yet.
Result<std::int64_t> Wallet::Parts::countStopped()
{
    KEEPWELL_TRY(const auto rows, vault::GrantTable{database()}.all());
    return std::ranges::count(rows, vault::GrantWish::Stopped, &vault::GivenGrantRow::wish);
}

JoinResult Wallet::join(const NetworkConfig &connection, const crypto::SecretText &code,
                        const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    JoinFailure failure{.error = {}, .step = JoinStep::Code};
    const auto before = parts.countStopped();
    const Result<> joined = parts.join(connection, code, stop, failure.step);
    if (joined) {
        return {};
    }
    failure.error = joined.error();
    const auto after = parts.countStopped();
    if (before && after && failure.step != JoinStep::Joined) { // else those shares are gone
        failure.sharesEnded = *after - *before;
    }
    return std::unexpected{std::move(failure)};
}

Result<> Wallet::Parts::join(const NetworkConfig &connection, const crypto::SecretText &code,
                             const std::stop_token &stop, JoinStep &at)
{
    const NetworkTurn itsTurn = turn();
    if (offline) {
        return fail(ErrorCode::Unavailable, "the wallet is offline");
    }
    KEEPWELL_TRY(Membership membership, enrolFor(connection, code, stop));
    at = JoinStep::Reach;
    // In a folder of its own, so that the present network is not touched before all is well.
    const std::filesystem::path aside = vault.folder() / "joining";
    std::error_code ignored;
    std::filesystem::remove_all(aside, ignored); // of a joining that was killed
    std::filesystem::create_directories(aside, ignored);
    auto reached = tryNetwork(connection, membership, aside, stop);
    if (!reached) {
        std::filesystem::remove_all(aside, ignored);
        return std::unexpected{reached.error()};
    }
    const bool isMove = reached->ledger->info().network != info.network;
    at = JoinStep::Leave;
    auto moved = isMove ? leaveFor(connection, itsTurn, stop) : Result<>{};
    if (moved) {
        at = JoinStep::Settle;
        moved = settle(connection, std::move(membership), *reached, isMove);
    }
    reached->ledger.reset();
    std::filesystem::remove_all(aside, ignored);
    KEEPWELL_CHECK(moved);
    at = JoinStep::Joined;
    KEEPWELL_CHECK(sharing::queueAnchor(database(), keys, clock.now()));
    KEEPWELL_CHECK(flush(itsTurn, stop));
    return {};
}

/// In its last third, but not more often than once an hour.
void Wallet::Parts::renewCertificate(const NetworkTurn &, const std::stop_token &stop)
{
    const Instant now = clock.now();
    const bool isDue = certificateBegan && certificateEnds && config.fabric.enrolment && !offline
        && now < *certificateEnds
        && (*certificateEnds - now) * kRenewalPart < *certificateEnds - *certificateBegan
        && (!renewalTried || now - *renewalTried >= kRenewalPause || now < *renewalTried);
    if (!isDue) {
        return;
    }
    renewalTried = now;
    const auto renewed = [&]() -> Result<> {
        KEEPWELL_TRY(const fabric::AuthorityAddress authority, authorityOf(config));
        KEEPWELL_TRY(Membership membership, Membership::load(database()));
        auto fresh = [&] {
            const Outside outside{mutex};
            return fabric::renew(authority,
                                 {.certificate = membership.certificate,
                                  .privateKey = membership.privateKey.duplicate()},
                                 {.stop = stop});
        }();
        KEEPWELL_CHECK(fresh);
        membership.certificate = std::move(fresh->certificate);
        membership.privateKey = std::move(fresh->privateKey);
        KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database()));
        KEEPWELL_CHECK(membership.store(database()));
        KEEPWELL_CHECK(transaction.commit());
        closeLedger(); // opened again with the new key
        return load();
    }();
    renewalProblem = renewed ? "" : renewed.error().detail;
}

Result<ReachedLedger> Wallet::Parts::tryNetwork(const NetworkConfig &connection,
                                                const Membership &membership,
                                                const std::filesystem::path &aside,
                                                const std::stop_token &stop)
{
    const Outside outside{mutex};
    KEEPWELL_TRY(auto reached,
                 openLedger(connection, membership, aside, clock,
                            {.genesis = connection.fabric.genesis, .stop = stop}));
    KEEPWELL_TRY(const ledger::Head head, reached.ledger->head({.stop = stop}));
    KEEPWELL_CHECK(sharing::checkClock(database(), clock.now(), head.newest));
    KEEPWELL_CHECK(openBlocks(connection, membership, aside)); // an address may be none
    return reached;
}

/// The vault belongs to the new network when this returns well, and to the old one else.
Result<> Wallet::Parts::settle(const NetworkConfig &connection, Membership membership,
                               const ReachedLedger &reached, bool isMove)
{
    const NetworkConfig next = withoutKeys(connection);
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database()));
    if (isMove) {
        KEEPWELL_TRY(const std::int64_t open, vault::OutboxTable{database()}.countOpen());
        if (open > 0) { // queued while the last blocks were removed
            return fail(ErrorCode::Conflict,
                        "something was shared or changed meanwhile; join again to send it first");
        }
        KEEPWELL_CHECK(leaveNetwork(database()));
    } else {
        KEEPWELL_TRY(const Membership known, Membership::load(database()));
        membership.keep(known, next.ipfs.api == config.ipfs.api);
    }
    KEEPWELL_CHECK(pinNetwork(database(), reached));
    KEEPWELL_CHECK(membership.store(database()));
    vault::SettingTable settings{database()};
    for (const std::string_view done :
         {vault::setting::kJoiningCertificate, vault::setting::kJoiningPrivateKey,
          vault::setting::kJoiningAuthority}) {
        KEEPWELL_CHECK(settings.remove(done));
    }
    // The file beside the vault follows; until it has, unlock() writes it.
    KEEPWELL_CHECK(settings.setText(vault::setting::kNetworkFile, next.toJson()));
    if (isMove) {
        KEEPWELL_CHECK(noteLocal("moved", "to the network " + nameOf(connection)));
        KEEPWELL_CHECK(queuePointer(database(), keys, clock.now()));
    }
    KEEPWELL_CHECK(transaction.commit());
    close();
    std::error_code ignored;
    if (isMove) {
        std::filesystem::remove(mirrorOf(vault.folder()), ignored); // of a channel left behind
    }
    config = next;
    ledgerHeard = {};
    blocksHeard = {};
    KEEPWELL_CHECK(load());
    KEEPWELL_CHECK(config.write(vault::home::networkFile(vault.folder())));
    return settings.remove(vault::setting::kNetworkFile);
}

} // namespace keepwell
