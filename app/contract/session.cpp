// SPDX-License-Identifier: Apache-2.0
#include "app/contract/session.hpp"

#include "core/contract/chaincode.hpp"

#include <fabric/chaincode.pb.h>

#include <algorithm>
#include <exception>

namespace keepwell::contractserver {
namespace {

using std::chrono::steady_clock;

Message messageFor(const std::pair<std::string, std::string> &place, Message::Type type)
{
    Message message;
    message.set_type(type);
    message.set_channel_id(place.first);
    message.set_txid(place.second);
    return message;
}

std::string textOfBytes(ByteView bytes) { return std::string{textOf(bytes)}; }

} // namespace

/// One transaction, from its arrival to its end.
struct Session::Running
{
    Place place;
    Call call;
    steady_clock::time_point deadline;
    bool isAsking = false;
    bool isTooLate = false;  ///< Asks nothing more: an answer could be one to an older question.
    bool isReplaced = false; ///< And its end is not said.
    std::optional<Message> answer;
    std::condition_variable answered;
};

Session::Session(const ContractHost &host, const Log &log, const SessionLimits &limits, Send send)
    : m_host{&host}, m_log{&log}, m_limits{limits}, m_send{std::move(send)}
{
}

Session::~Session() { close(); }

bool Session::send(const Message &message)
{
    const std::scoped_lock lock{m_sending};
    return m_send(message);
}

bool Session::open(const std::string &packageId)
{
    wire::ChaincodeID id;
    id.set_name(packageId);
    Message message;
    message.set_type(Message::REGISTER);
    message.set_payload(id.SerializeAsString());
    return send(message);
}

bool Session::receive(Message message)
{
    State state{};
    {
        const std::scoped_lock lock{m_mutex};
        state = m_state;
        if (message.type() == Message::REGISTERED && state == State::Created) {
            m_state = State::Registered;
            return true;
        }
    }
    switch (message.type()) {
    case Message::KEEPALIVE:
        return send(message);
    case Message::READY:
        return state == State::Registered && becomeReady(message);
    case Message::TRANSACTION:
    case Message::INIT:
        return state == State::Ready && startTransaction(message);
    case Message::RESPONSE:
    case Message::ERROR:
        deliver(std::move(message));
        return state == State::Ready;
    default:
        return false;
    }
}

bool Session::becomeReady(const Message &message)
{
    protos::ReadyParameters offered;
    // A peer older than the parameters sends none.
    if (!offered.ParseFromString(message.payload())) {
        return false;
    }
    const std::scoped_lock lock{m_mutex};
    m_peer = {.writeBatch = offered.use_write_batch(),
              .mostWrites = std::max<std::size_t>(offered.max_size_write_batch(), 1)};
    m_state = State::Ready;
    return true;
}

/// Under the mutex. nullopt: it is taken.
std::optional<std::string> Session::whyNotTaken(const Place &place)
{
    if (m_draining || m_closed) {
        return "the contract server is stopping";
    }
    if (m_waiting.size() >= m_limits.mostWaiting) {
        return "the contract server is busy";
    }
    if (const auto found = m_atWork.find(place); found != m_atWork.end()) {
        // The peer has given the first one up. An answer that is still on its way could be taken for
        // one to the second, so neither goes on.
        found->second->isReplaced = true;
        found->second->answered.notify_all();
        return "the transaction is at work already";
    }
    return std::nullopt;
}

bool Session::startTransaction(const Message &message)
{
    const Place place{message.channel_id(), message.txid()};
    if (message.type() == Message::INIT) {
        complete(place,
                 Completion::rejected({contract::Code::Enc, "the contract needs no init call"}));
        return true;
    }
    auto call = parseCall(message);
    if (!call) {
        complete(place, Completion::rejected(call.error()));
        return true;
    }
    auto running = std::make_shared<Running>();
    running->place = place;
    running->call = *std::move(call);
    running->deadline = steady_clock::now() + m_limits.transaction;
    std::optional<std::string> refusal;
    {
        const std::scoped_lock lock{m_mutex};
        refusal = whyNotTaken(place);
        if (!refusal) {
            m_atWork.emplace(place, running);
            m_waiting.push_back(std::move(running));
            startWorkerIfNeeded();
            m_came.notify_one();
        }
    }
    if (refusal) {
        complete(place, Completion::rejected(Error{ErrorCode::Unavailable, *refusal}));
    }
    return true;
}

/// Under the mutex.
void Session::startWorkerIfNeeded()
{
    if (m_waiting.size() > m_idle && m_workers.size() < m_limits.workers) {
        m_workers.emplace_back([this] { work(); });
    }
}

void Session::deliver(Message message)
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_atWork.find({message.channel_id(), message.txid()});
    if (found == m_atWork.end() || !found->second->isAsking || found->second->answer) {
        return; // Late, or never asked for.
    }
    found->second->answer = std::move(message);
    found->second->answered.notify_all();
}

Result<std::string> Session::ask(Running &running, Message::Type type, const std::string &payload)
{
    std::unique_lock lock{m_mutex};
    const auto isOver = [&] { return m_closed || running.isReplaced; };
    if (isOver() || running.isTooLate) {
        return fail(ErrorCode::Unavailable, "the peer is gone");
    }
    running.answer.reset();
    running.isAsking = true;
    lock.unlock();
    Message request = messageFor(running.place, type);
    request.set_payload(payload);
    const bool isSent = send(request);
    lock.lock();
    if (isSent) {
        running.answered.wait_until(lock, running.deadline,
                                    [&] { return running.answer || isOver(); });
    }
    running.isAsking = false;
    if (!running.answer) {
        running.isTooLate = true;
        return fail(ErrorCode::Unavailable, "the peer did not answer in time");
    }
    Message answer = *std::exchange(running.answer, std::nullopt);
    lock.unlock();
    if (answer.type() == Message::ERROR) {
        return fail(ErrorCode::Failed, answer.payload());
    }
    if (answer.payload().size() > m_limits.mostAnswerBytes) {
        return fail(ErrorCode::Failed, "the peer's answer is too large");
    }
    return std::move(*answer.mutable_payload());
}

void Session::work()
{
    std::unique_lock lock{m_mutex};
    for (;;) {
        ++m_idle;
        m_came.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
        --m_idle;
        if (m_closed) {
            return;
        }
        const std::shared_ptr<Running> running = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        runOne(running);
        lock.lock();
        --m_ending;
        m_ended.notify_all();
    }
}

Completion Session::run(Running &running, const PeerAbilities &peer)
{
    return m_host->run(std::move(running.call), peer,
                       [&](Message::Type type, const std::string &payload) {
                           return ask(running, type, payload);
                       });
}

void Session::runOne(const std::shared_ptr<Running> &running)
{
    const auto started = steady_clock::now();
    std::optional<Completion> done;
    const std::string function = running->call.function;
    PeerAbilities peer;
    {
        const std::scoped_lock lock{m_mutex};
        peer = m_peer;
    }
    try {
        if (started > running->deadline) {
            done = Completion::rejected(Error{ErrorCode::Unavailable, "it waited for too long"});
        } else {
            done = run(*running, peer);
        }
    } catch (const std::exception &exception) {
        m_log->line(Level::Error, "failed", {{"why", exception.what()}});
    }
    {
        // Before the end is said: the peer may use the id again as soon as it knows.
        const std::scoped_lock lock{m_mutex};
        m_atWork.erase(running->place);
        ++m_ending;
        if (running->isReplaced || m_closed) {
            return;
        }
    }
    if (!done) {
        sayBroken(running->place, "the contract server failed");
        return;
    }
    complete(running->place, *done);
    if (m_log->shows(Level::Debug)) {
        const auto took
            = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - started);
        m_log->line(Level::Debug, "call",
                    {{"function", done->code == contract::Code::Enc ? "" : function},
                     {"code", static_cast<std::int64_t>(done->code)},
                     {"microseconds", took.count()}});
    }
}

void Session::complete(const Place &place, const Completion &completion)
{
    wire::Response response;
    response.set_status(completion.status);
    response.set_message(completion.message);
    response.set_payload(textOfBytes(completion.payload));
    Message message = messageFor(place, Message::COMPLETED);
    message.set_payload(response.SerializeAsString());
    if (completion.entry) {
        auto &event = *message.mutable_chaincode_event();
        event.set_event_name(std::string{contract::kEntryEvent});
        event.set_payload(textOfBytes(contract::encodeEntryEvent(*completion.entry)));
    }
    send(message);
}

void Session::sayBroken(const Place &place, std::string_view why)
{
    Message message = messageFor(place, Message::ERROR);
    message.set_payload(std::string{why});
    send(message);
}

bool Session::drain(steady_clock::time_point deadline)
{
    std::unique_lock lock{m_mutex};
    m_draining = true;
    return m_ended.wait_until(lock, deadline, [this] { return m_atWork.empty() && m_ending == 0; });
}

void Session::close()
{
    std::vector<std::thread> workers;
    {
        const std::scoped_lock lock{m_mutex};
        m_closed = true;
        m_waiting.clear();
        for (const auto &[place, running] : m_atWork) {
            running->answered.notify_all();
        }
        m_came.notify_all();
        workers.swap(m_workers);
    }
    for (std::thread &worker : workers) {
        worker.join();
    }
    const std::scoped_lock lock{m_mutex};
    m_atWork.clear();
    m_ending = 0;
    m_ended.notify_all();
}

std::size_t Session::atWork() const
{
    const std::scoped_lock lock{m_mutex};
    return m_atWork.size();
}

} // namespace keepwell::contractserver
