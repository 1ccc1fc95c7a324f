// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/fabric_host.hpp"

#include "core/contract/chaincode.hpp"
#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/custodian.hpp"
#include "core/ledger/fabric/gateway/gateway_core.hpp"
#include "core/ledger/fabric/trial_state.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace keepwell::ledger {
namespace {

using contract::Code;
using fabric::CallTime;
using fabric::ContractCall;
using fabric::GatewayError;
using fabric::Trouble;

/// How often a peer that is behind this wallet is asked again: about 5 s.
constexpr int kMostLag = 9;

Patience patienceOf(const CallTime &time)
{
    return {.stop = time.stop(), .atMost = time.remaining()};
}

/// Names a deposit among what was sent; an envelope's id is never made this way.
contract::TxId actOf(ByteView slot)
{
    constexpr std::string_view kDomain = "keepwell/1/deposit";
    constexpr std::array kEnd{std::byte{0}};
    return contract::TxId{crypto::sha256({bytesOf(kDomain), kEnd, slot})};
}

std::unexpected<contract::Failure> fault(ErrorCode code, std::string detail)
{
    return std::unexpected{contract::Failure{Error{code, std::move(detail)}}};
}

contract::Failure failureOfDeposit(const GatewayError &error)
{
    contract::Failure failure = error;
    const bool mayLie
        = error.trouble == Trouble::PolicyNotMet || error.trouble == Trouble::WriteConflict;
    if (mayLie) {
        failure.error.detail
            += "; its bytes may lie with the custodian until the share or delivery ends";
    }
    return failure;
}

} // namespace

FabricLedger::Host::Host(std::shared_ptr<fabric::GatewayClient> client,
                         std::unique_ptr<fabric::ChannelView> view, const Clock &clock)
    : m_client{std::move(client)}
    , m_view{std::move(view)}
    , m_watch{std::make_shared<fabric::BlockWatch>(m_client, m_view->nextBlock())}
    , m_clock{clock}
    , m_network{m_view->origin().network()}
{
    m_client->trust(m_view->members());
}

Result<> FabricLedger::Host::catchUp(const CallTime &time)
{
    const bool isPartial = m_view->isPartial();
    const std::uint64_t before = isPartial ? m_view->head().size : 0;
    const auto caught = m_view->catchUp(time);
    // Asking about every key for a block that concerns nobody here is not worth it.
    m_watch->seen(m_view->nextBlock(), !isPartial || m_view->head().size > before);
    m_client->trust(m_view->members()); // there may be a new configuration
    return caught;
}

/// After a gateway said that the envelope stands in `block`.
Verdict<Entry> FabricLedger::Host::entryOf(const contract::TxId &envelope, std::uint64_t block,
                                           const CallTime &time)
{
    for (int tries = 0;; ++tries) {
        KEEPWELL_CHECK(catchUp(time));
        const auto found = m_view->find(envelope);
        KEEPWELL_CHECK(found);
        const std::optional<Entry> &entry = *found;
        if (entry) {
            return *entry;
        }
        if (m_view->hasRead(block)) {
            return fault(ErrorCode::Tampered,
                         "a gateway says that it was written in block " + std::to_string(block)
                             + ", but that block does not hold it as valid");
        }
        if (time.isOver() || time.isStopped()) {
            return fault(time.isStopped() ? ErrorCode::Cancelled : ErrorCode::Unavailable,
                         "it was written, but its block has not been seen yet");
        }
        fabric::pauseBeforeRetry(std::min(tries, 2), time);
    }
}

/// By what this wallet has seen of the channel, a peer that says so is behind it.
bool FabricLedger::Host::isBehind(const contract::Transaction &transaction, Code said)
{
    if (said != Code::Seq && said != Code::NotFound && said != Code::Epoch) {
        return false;
    }
    fabric::TrialState trial{m_view->state()};
    return contract::apply(trial, transaction, m_clock.now()).has_value();
}

bool FabricLedger::Host::isBehind(const contract::Deposit &value, Code said)
{
    if (said != Code::NotFound && said != Code::State) {
        return false;
    }
    fabric::TrialState trial{m_view->state()};
    return contract::deposit(trial, m_network, value, m_clock.now()).has_value();
}

/// Named, they endorse at the same time, and no peer has to find out who is needed. None: the
/// gateway knows.
std::vector<std::string> FabricLedger::Host::endorsers() const
{
    std::vector<std::string> named = m_client->organisations();
    const fabric::OrganisationRoots members = m_view->members();
    if (members.size() == 2) { // the majority of two is both
        named.clear();
        std::ranges::transform(members, std::back_inserter(named),
                               [](const auto &member) { return member.first; });
    }
    return named.size() < 2 ? std::vector<std::string>{} : named;
}

Verdict<Entry> FabricLedger::Host::submit(const contract::Transaction &transaction,
                                          const CallTime &time)
{
    m_view->follow({transaction.payload().key});
    const auto before = m_view->find(transaction.id());
    KEEPWELL_CHECK(before);
    const std::optional<Entry> &known = *before;
    if (known) {
        return *known;
    }
    ContractCall call{.function = std::string{contract::kSubmitFunction},
                      .arguments = {contract::encode(transaction.envelope())},
                      .transient = {},
                      .organisations = endorsers()};
    fabric::SentTransactions &sent = m_view->sent();
    for (int lag = 0;; ++lag) {
        const auto committed
            = m_client->submit(transaction.id(), call, sent, false, patienceOf(time));
        if (committed) {
            return entryOf(transaction.id(), committed->block, time);
        }
        const GatewayError &error = committed.error();
        if (error.trouble == Trouble::PeerLost && !call.organisations.empty()) {
            call.organisations.clear(); // others may do as well
            continue;
        }
        if (error.trouble != Trouble::Rejected) {
            return std::unexpected{contract::Failure{error}};
        }
        KEEPWELL_CHECK(catchUp(time));
        const auto found = m_view->find(transaction.id());
        KEEPWELL_CHECK(found);
        const std::optional<Entry> &entry = *found;
        if (entry) {
            return *entry;
        }
        if (lag == kMostLag || time.isOver() || time.isStopped()
            || !isBehind(transaction, error.code.value_or(Code::Host))) {
            return std::unexpected{contract::Failure{error}};
        }
        fabric::pauseBeforeRetry(lag, time);
    }
}

/// nullopt: no such object on the ledger.
Result<std::optional<std::string>> FabricLedger::Host::custodianOf(const Bytes32 &object,
                                                                   const CallTime &time)
{
    auto custodian = fabric::custodianIn(m_view->state(), object);
    if (!custodian && custodian.error().code == ErrorCode::NotFound) {
        KEEPWELL_CHECK(catchUp(time));
        custodian = fabric::custodianIn(m_view->state(), object);
    }
    if (custodian) {
        return custodian->empty() ? ownMsp() : *custodian;
    }
    if (custodian.error().code != ErrorCode::NotFound) {
        return std::unexpected{custodian.error()};
    }
    return std::nullopt;
}

Verdict<> FabricLedger::Host::deposit(const contract::Deposit &value, const CallTime &time)
{
    KEEPWELL_TRY(const std::optional<std::string> custodian, custodianOf(value.id, time));
    if (!custodian) {
        return contract::reject(Code::NotFound, "there is nothing on the ledger to deposit it for");
    }
    const bool isOwn = *custodian == ownMsp();
    if (value.field == contract::Field::Release && !isOwn) {
        return std::unexpected{
            contract::Failure{Error{ErrorCode::Denied,
                                    "the release part of a share whose custodian is " + *custodian
                                        + " is given to no other organisation's gateway"}}};
    }
    const Bytes slot = contract::encodeDepositSlot(value);
    const contract::TxId act = actOf(slot);
    const ContractCall call{.function = std::string{contract::kDepositFunction},
                            .arguments = {slot},
                            .transient = {{std::string{contract::kTransientValue}, value.value}},
                            .organisations = {*custodian}};
    fabric::SentTransactions &sent = m_view->sent();
    for (int lag = 0;; ++lag) {
        const auto committed = m_client->submit(act, call, sent, isOwn, patienceOf(time));
        if (committed) {
            KEEPWELL_CHECK(sent.forget(act));
            return {};
        }
        if (lag == kMostLag || time.isOver() || time.isStopped()
            || !isBehind(value, committed.error().code.value_or(Code::Host))) {
            return std::unexpected{failureOfDeposit(committed.error())};
        }
        fabric::pauseBeforeRetry(lag, time);
    }
}

/// Better known here than any one peer could tell.
Verdict<Bytes> FabricLedger::Host::answerPublic(const contract::SignedQuery &query,
                                                const CallTime &time)
{
    KEEPWELL_TRY(const contract::Query asked,
                 contract::checkQuery(m_network, query, m_clock.now()));
    const contract::PublicKey key{asked.id};
    if (asked.number == contract::QueryNumber::EntriesOf) {
        KEEPWELL_TRY(const auto rows, m_view->entriesOf(key, time));
        return contract::encodeEntriesOf(rows);
    }
    m_view->follow({key});
    KEEPWELL_CHECK(catchUp(time));
    fabric::TrialState state{m_view->state()};
    return contract::answerChecked(state, asked, std::max(m_clock.now(), m_view->head().newest));
}

Verdict<Bytes> FabricLedger::Host::query(const contract::SignedQuery &query, const CallTime &time)
{
    KEEPWELL_TRY(const contract::Query asked, contract::parseQuery(query));
    if (asked.number == contract::QueryNumber::KeyHead
        || asked.number == contract::QueryNumber::EntriesOf) {
        return answerPublic(query, time);
    }
    KEEPWELL_TRY(const std::optional<std::string> custodian, custodianOf(asked.id, time));
    const ContractCall call{.function = std::string{contract::kQueryFunction},
                            .arguments = {query},
                            .transient = {},
                            .organisations = {custodian.value_or(ownMsp())}};
    for (int lag = 0;; ++lag) {
        auto answer = m_client->evaluate(call, patienceOf(time));
        if (answer) {
            return *std::move(answer);
        }
        const auto code = answer.error().code;
        // The object was seen committed: the custodian's peer is behind.
        const bool isEarly
            = custodian && (code == Code::NotLogged || code == Code::NotFound) && lag < kMostLag;
        if (!isEarly || time.isOver() || time.isStopped()) {
            return std::unexpected{contract::Failure{answer.error()}};
        }
        fabric::pauseBeforeRetry(lag, time);
    }
}

} // namespace keepwell::ledger
