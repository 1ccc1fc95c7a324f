// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/outbox_sender.hpp"

#include "core/contract/query.hpp"
#include "core/contract/state.hpp"
#include "core/vault/setting_table.hpp"

#include <algorithm>

namespace keepwell::sharing {

namespace {

constexpr std::chrono::seconds kTimeToLive{1800};
constexpr std::chrono::seconds kMostBehind = contract::kClockTolerance;
constexpr std::chrono::days kMostAhead{400};
constexpr int kMostTries = 4;

std::string dayAndTime(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-"
        + two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()))
        + " " + two(time.hours().count()) + ":" + two(time.minutes().count()) + " UTC";
}

bool isHeld(const vault::IntentRow &row, const OutboxSender::Held &held)
{
    if (held.empty() || row.state != vault::IntentState::Queued) {
        return false;
    }
    if (const auto *revoke = std::get_if<contract::RevokeBody>(&row.body)) {
        return std::ranges::any_of(revoke->grants, [&](const contract::GrantId &grant) {
            return held.contains(grant.bytes());
        });
    }
    return held.contains(row.object);
}

} // namespace

Result<> checkClock(Instant now, Instant newestEntry, std::optional<Instant> confirmed)
{
    if (newestEntry == Instant{}) {
        return {}; // a ledger without an entry says nothing about the time
    }
    const bool isBehind = now + kMostBehind < newestEntry;
    const bool isAhead = now > std::max(newestEntry, confirmed.value_or(newestEntry)) + kMostAhead;
    if (!isBehind && !isAhead) {
        return {};
    }
    return fail(ErrorCode::Conflict,
                "this computer's clock says " + dayAndTime(now)
                    + ", the newest line of the shared activity log " + dayAndTime(newestEntry)
                    + (isBehind
                           ? "; set the clock, nothing was sent"
                           : "; set the clock, or confirm that it is right; nothing was sent"));
}

Result<> checkClock(vault::Database &database, Instant now, Instant newestEntry)
{
    KEEPWELL_TRY(const auto confirmed,
                 vault::SettingTable{database}.number(vault::setting::kClockConfirmed));
    return checkClock(now, newestEntry,
                      confirmed ? std::optional{Instant{std::chrono::seconds{*confirmed}}}
                                : std::nullopt);
}

OutboxSender::OutboxSender(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger,
                           const Clock &clock)
    : m_database{database}, m_outbox{database}, m_keys{keys}, m_ledger{ledger}, m_clock{clock}
{
}

Result<std::int64_t> OutboxSender::sendAll(const std::stop_token &stop, const Held &held)
{
    std::int64_t committed = 0;
    Result<> kept; // what a custodian did not take; others go on
    KEEPWELL_TRY(std::vector<vault::IntentRow> open, m_outbox.open());
    for (vault::IntentRow &row : open) {
        if (isHeld(row, held)) {
            continue;
        }
        KEEPWELL_TRY(const bool now, advance(row, stop));
        committed += now ? 1 : 0;
        if (const auto deposited = depositAll(row, stop); !deposited) {
            if (deposited.error().code != ErrorCode::Unavailable) {
                return std::unexpected{deposited.error()};
            }
            kept = deposited;
        }
    }
    KEEPWELL_CHECK(kept);
    return committed;
}

Result<vault::IntentRow> OutboxSender::sendUpTo(std::int64_t intent, const std::stop_token &stop,
                                                const Held &held)
{
    KEEPWELL_TRY(const std::optional<vault::IntentRow> wanted, m_outbox.find(intent));
    if (!wanted) {
        return fail(ErrorCode::NotFound, "there is no such act in the outbox");
    }
    KEEPWELL_TRY(std::vector<vault::IntentRow> open, m_outbox.open());
    for (vault::IntentRow &row : open) {
        if (row.key == wanted->key && row.id <= intent && !isHeld(row, held)) {
            KEEPWELL_CHECK(advance(row, stop));
            const auto deposited = depositAll(row, stop);
            if (!deposited && deposited.error().code != ErrorCode::Unavailable) {
                return std::unexpected{deposited.error()}; // else it goes with the next sendAll()
            }
        }
    }
    KEEPWELL_TRY(const std::optional<vault::IntentRow> after, m_outbox.find(intent));
    return after.value_or(*wanted);
}

/// Takes one intent as far as the ledger; true when this call saw it committed.
Result<bool> OutboxSender::advance(vault::IntentRow &row, const std::stop_token &stop)
{
    bool committed = false;
    for (int tries = 0;
         row.state == vault::IntentState::Queued || row.state == vault::IntentState::Sent;
         ++tries) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; what was not sent waits");
        }
        if (tries == kMostTries) {
            return fail(ErrorCode::Unavailable,
                        "the shared activity log keeps changing under us; it will be tried again");
        }
        if (row.state == vault::IntentState::Queued) {
            KEEPWELL_CHECK(sign(row, stop));
        }
        KEEPWELL_CHECK(submit(row, stop));
        committed = row.state == vault::IntentState::Committed;
    }
    return committed;
}

Result<contract::KeyRow> OutboxSender::keyHead(const contract::PublicKey &key,
                                               const std::stop_token &stop)
{
    KEEPWELL_TRY(const crypto::SigningKey self, m_keys.selfKey());
    const contract::SignedQuery query = contract::makeQuery(
        m_ledger.info().network, contract::QueryNumber::KeyHead, key.bytes(), m_clock.now(), self);
    auto answer = m_ledger.query(query, {.stop = stop});
    if (!answer && answer.error().code == contract::Code::NotFound) {
        return contract::KeyRow{};
    }
    if (!answer) {
        return std::unexpected{answer.error().error};
    }
    return contract::parseKeyRow(*answer);
}

/// What the signer says to have seen. Places of a wallet's own would join its keys to one another.
Result<contract::SeenHead> OutboxSender::seen(const ledger::Head &head)
{
    if (!m_ledger.info().isPartial) {
        return contract::SeenHead{.height = head.size, .root = head.root};
    }
    KEEPWELL_TRY(const auto first, m_ledger.entries(0, 1));
    return first.empty() ? contract::SeenHead{}
                         : contract::SeenHead{.height = 1, .root = ledger::leafHash(first.front())};
}

Result<> OutboxSender::sign(vault::IntentRow &row, const std::stop_token &stop)
{
    KEEPWELL_TRY(const ledger::Head head, m_ledger.head({.stop = stop}));
    KEEPWELL_CHECK(checkClock(m_database, m_clock.now(), head.newest));
    KEEPWELL_TRY(const contract::KeyRow key, keyHead(row.key, stop));
    KEEPWELL_TRY(const contract::SeenHead hasSeen, seen(head));
    const contract::NetworkId network = m_ledger.info().network;
    const contract::Payload payload{
        .network = network,
        .key = row.key,
        .seq = key.seq + 1,
        .previous = key.seq == 0 ? contract::TxId{network.bytes()} : key.previous,
        .notAfter = std::max(m_clock.now(), head.newest) + kTimeToLive,
        .seen = hasSeen,
        .body = row.body,
    };
    KEEPWELL_TRY(const crypto::SigningKey signer, m_keys.signerOf(row));
    const auto transaction = contract::Transaction::sign(payload, signer);
    KEEPWELL_CHECK(m_outbox.setSent(row.id, payload.seq, payload.notAfter, transaction));
    row.state = vault::IntentState::Sent;
    row.seq = payload.seq;
    row.notAfter = payload.notAfter;
    row.envelope = transaction.envelope();
    row.tx = transaction.id();
    return {};
}

Result<> OutboxSender::submit(vault::IntentRow &row, const std::stop_token &stop)
{
    if (!row.envelope) {
        return fail(ErrorCode::Failed, "an act that was signed has no envelope");
    }
    const auto entry = m_ledger.submit(*row.envelope, {.stop = stop});
    if (entry) {
        KEEPWELL_CHECK(m_outbox.setCommitted(row.id, entry->index, entry->outcome));
        row.state = vault::IntentState::Committed;
        row.entry = entry->index;
        row.code = entry->outcome;
        return {};
    }
    switch (entry.error().code) {
    case contract::Code::Host:
        return std::unexpected{entry.error().error};
    case contract::Code::Seq: // Another device wrote first: catch up and sign again.
    case contract::Code::Ttl: // It waited too long: sign again with the same seq.
        KEEPWELL_CHECK(m_outbox.setQueued(row.id));
        row.state = vault::IntentState::Queued;
        return {};
    case contract::Code::Time:
        return fail(ErrorCode::Conflict, entry.error().error.detail);
    default:
        KEEPWELL_CHECK(m_outbox.setRejected(row.id, entry.error().code));
        row.state = vault::IntentState::Rejected;
        row.code = entry.error().code;
        return {};
    }
}

/// What is left to deposit of an intent that is on the ledger.
Result<> OutboxSender::depositAll(const vault::IntentRow &row, const std::stop_token &stop)
{
    if (row.state != vault::IntentState::Committed) {
        return {};
    }
    KEEPWELL_TRY(const std::vector<vault::IntentDepositRow> deposits, m_outbox.deposits(row.id));
    for (const vault::IntentDepositRow &deposit : deposits) {
        const auto done = m_ledger.deposit(deposit.value, {.stop = stop});
        if (!done && done.error().code == contract::Code::Host) {
            return std::unexpected{done.error().error};
        }
        if (!done && done.error().code == contract::Code::NotFound) {
            // The entry is committed, but this custodian has not read that far.
            return fail(ErrorCode::Unavailable,
                        "who keeps the private values has not seen the entry yet");
        }
        if (!done && done.error().code != contract::Code::State) {
            return fail(ErrorCode::Failed,
                        "a private value was not accepted: " + done.error().error.detail);
        }
        // Of an object that ended meanwhile, nothing is left to deposit.
        KEEPWELL_CHECK(m_outbox.setDeposited(row.id, deposit.number));
    }
    return {};
}

} // namespace keepwell::sharing
