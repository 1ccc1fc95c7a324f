// SPDX-License-Identifier: Apache-2.0
#include "app/contract/session.hpp"

#include "core/contract/chaincode.hpp"

#include <fabric/chaincode.pb.h>

#include <algorithm>
#include <exception>
#include <vector>

namespace keepwell::contractserver {
namespace {

Message messageFor(const std::pair<std::string, std::string> &place, Message::Type type,
                   std::string payload)
{
    Message message;
    message.set_type(type);
    message.set_channel_id(place.first);
    message.set_txid(place.second);
    message.set_payload(std::move(payload));
    return message;
}

Completion troubled(const std::string &why)
{
    return Completion::rejected(Error{ErrorCode::Unavailable, why});
}

std::size_t bytesOfCall(const Call &call)
{
    return (call.argument ? call.argument->size() : 0) + (call.value ? call.value->size() : 0);
}

} // namespace

struct Session::Running
{
    Running(const ContractHost &host, Call call, const PeerAbilities &peer, TimePoint now)
        : function{call.function}
        , bytes{bytesOfCall(call)}
        , started{now}
        , invocation{host, std::move(call), peer}
    {
    }

    std::string function;
    std::size_t bytes; ///< Of its call and of all answers.
    TimePoint started;
    Invocation invocation;
    bool isAsking = false;
};

Session::Session(const ContractHost &host, const Log &log, const SessionLimits &limits, Send send)
    : m_host{&host}, m_log{&log}, m_limits{limits}, m_send{std::move(send)}
{
}

Session::~Session() = default;

void Session::open(const std::string &packageId)
{
    wire::ChaincodeID id;
    id.set_name(packageId);
    m_send(messageFor({}, Message::REGISTER, id.SerializeAsString()));
}

bool Session::receive(Message message, TimePoint now)
{
    switch (message.type()) {
    case Message::KEEPALIVE:
        m_send(messageFor({}, Message::KEEPALIVE, {}));
        return true;
    case Message::REGISTERED:
        return std::exchange(m_state, State::Registered) == State::Created;
    case Message::READY:
        return m_state == State::Registered && becomeReady(message);
    case Message::TRANSACTION:
    case Message::INIT:
        if (m_state == State::Ready) {
            start(message, now);
        }
        return m_state == State::Ready;
    case Message::RESPONSE:
    case Message::ERROR:
        takeAnswer(std::move(message));
        return m_state == State::Ready;
    default:
        return false;
    }
}

bool Session::becomeReady(const Message &message)
{
    protos::ReadyParameters offered; // A peer older than the parameters sends none.
    if (!offered.ParseFromString(message.payload())) {
        return false;
    }
    m_peer = {.writeBatch = offered.use_write_batch(),
              .mostWrites = std::max<std::size_t>(offered.max_size_write_batch(), 1)};
    m_state = State::Ready;
    return true;
}

/// Empty: it is taken.
std::string Session::whyNotTaken(const Place &place, std::size_t bytes)
{
    if (m_refusesNew) {
        return "the contract server is stopping";
    }
    // The peer has given the first one up. An answer that is still on its way could be taken for one
    // to the second, so neither goes on.
    if (m_atWork.contains(place)) {
        forget(place);
        return "the transaction was at work already";
    }
    const bool fits
        = m_atWork.size() < m_limits.mostAtWork && m_bytes + bytes <= m_limits.mostBytes;
    return fits ? "" : "the contract server is busy";
}

void Session::start(const Message &message, TimePoint now)
{
    const Place place{message.channel_id(), message.txid()};
    if (message.type() == Message::INIT) {
        complete(place,
                 Completion::rejected({contract::Code::Enc, "the contract needs no init call"}));
        return;
    }
    auto call = parseCall(message);
    if (!call) {
        complete(place, Completion::rejected(call.error()));
        return;
    }
    if (const std::string why = whyNotTaken(place, bytesOfCall(*call)); !why.empty()) {
        complete(place, troubled(why));
        return;
    }
    auto running = std::make_unique<Running>(*m_host, *std::move(call), m_peer, now);
    m_bytes += running->bytes;
    Running &taken = *m_atWork.emplace(place, std::move(running)).first->second;
    proceed(place, taken);
}

void Session::takeAnswer(Message message)
{
    const Place place{message.channel_id(), message.txid()};
    const auto found = m_atWork.find(place);
    if (found == m_atWork.end() || !found->second->isAsking) {
        return; // Late, or never asked for.
    }
    Running &running = *found->second;
    running.isAsking = false;
    if (message.type() == Message::ERROR) {
        running.invocation.take(fail(ErrorCode::Failed, std::move(*message.mutable_payload())));
    } else if (const std::string why = whyNotKept(message.payload().size()); !why.empty()) {
        running.invocation.take(fail(ErrorCode::Failed, why));
    } else {
        running.bytes += message.payload().size();
        m_bytes += message.payload().size();
        running.invocation.take(std::move(*message.mutable_payload()));
    }
    proceed(place, running);
}

std::string Session::whyNotKept(std::size_t bytes) const
{
    if (bytes > m_limits.mostAnswerBytes) {
        return "the peer's answer is too large";
    }
    return m_bytes + bytes > m_limits.mostBytes ? "the contract server is busy" : "";
}

void Session::forget(const Place &place)
{
    const auto found = m_atWork.find(place);
    m_bytes -= found->second->bytes;
    m_atWork.erase(found);
}

void Session::proceed(const Place &place, Running &running)
{
    try {
        Invocation::Step step = running.invocation.proceed();
        if (auto *request = std::get_if<Request>(&step)) {
            running.isAsking = true;
            m_send(messageFor(place, request->type, std::move(request->payload)));
            return;
        }
        const Completion &completion = std::get<Completion>(step);
        complete(place, completion);
        logCall(running, completion);
    } catch (const std::exception &exception) {
        m_log->line(Level::Error, "failed", {{"why", exception.what()}});
        m_send(messageFor(place, Message::ERROR, "the contract server failed"));
    }
    forget(place);
}

void Session::endOverdue(TimePoint now)
{
    std::vector<Place> overdue;
    for (const auto &[place, running] : m_atWork) {
        if (now - running->started > m_limits.transaction) {
            overdue.push_back(place);
        }
    }
    for (const Place &place : overdue) {
        forget(place);
        complete(place, troubled("the peer did not answer in time"));
    }
}

void Session::complete(const Place &place, const Completion &completion)
{
    wire::Response response;
    response.set_status(completion.status);
    response.set_message(completion.message);
    response.set_payload(std::string{textOf(completion.payload)});
    Message message = messageFor(place, Message::COMPLETED, response.SerializeAsString());
    if (completion.entry) {
        auto &event = *message.mutable_chaincode_event();
        event.set_event_name(std::string{contract::kEntryEvent});
        event.set_payload(std::string{textOf(contract::encodeEntryEvent(*completion.entry))});
    }
    m_send(std::move(message));
}

void Session::logCall(const Running &running, const Completion &completion) const
{
    if (!m_log->shows(Level::Debug)) {
        return;
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - running.started);
    // What is no function of ours could be anything.
    const bool isKnown = completion.code != contract::Code::Enc;
    m_log->line(Level::Debug, "call",
                {{"function", isKnown ? running.function : std::string{}},
                 {"code", static_cast<std::int64_t>(completion.code)},
                 {"microseconds", took.count()}});
}

} // namespace keepwell::contractserver
