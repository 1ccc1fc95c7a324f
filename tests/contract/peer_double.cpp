// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/peer_double.hpp"

#include "core/crypto/hash.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/common.pb.h>
#include <fabric/transaction.pb.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace keepwell::test {
namespace {

std::string textOfBytes(ByteView bytes) { return std::string{textOf(bytes)}; }

Message replyTo(const Message &request, Message::Type type, std::string payload)
{
    Message reply;
    reply.set_type(type);
    reply.set_txid(request.txid());
    reply.set_channel_id(request.channel_id());
    reply.set_payload(std::move(payload));
    return reply;
}

Message noSuchCollection(const Message &request, const std::string &collection)
{
    return replyTo(request, Message::ERROR,
                   "failed: collection [" + collection
                       + "] not defined in the collection config for chaincode [keepwell]");
}

template <class Request>
protos::WriteRecord recordOf(const Request &request, protos::WriteRecord::Type type)
{
    protos::WriteRecord record;
    record.set_type(type);
    record.set_key(request.key());
    record.set_collection(request.collection());
    return record;
}

} // namespace

Message transactionMessage(const Invocation &invocation)
{
    wire::ChaincodeInput input;
    for (const Bytes &argument : invocation.arguments) {
        input.add_args(textOfBytes(argument));
    }
    wire::ChannelHeader channel;
    channel.set_type(wire::HEADER_ENDORSER_TRANSACTION);
    channel.mutable_timestamp()->set_seconds(invocation.time.time_since_epoch().count());
    channel.mutable_timestamp()->set_nanos(999'999'999);
    channel.set_channel_id(invocation.channel);
    channel.set_tx_id(invocation.txId);
    wire::ChaincodeHeaderExtension extension;
    extension.mutable_chaincode_id()->set_name(invocation.contract);
    channel.set_extension(extension.SerializeAsString());
    wire::Header header;
    header.set_channel_header(channel.SerializeAsString());
    wire::ChaincodeProposalPayload payload;
    for (const auto &[name, value] : invocation.transient) {
        (*payload.mutable_transient_map())[name] = textOfBytes(value);
    }
    wire::Proposal proposal;
    proposal.set_header(header.SerializeAsString());
    proposal.set_payload(payload.SerializeAsString());
    Message message;
    message.set_type(Message::TRANSACTION);
    message.set_txid(invocation.txId);
    message.set_channel_id(invocation.channel);
    message.set_payload(input.SerializeAsString());
    message.mutable_proposal()->set_proposal_bytes(proposal.SerializeAsString());
    return message;
}

PeerDouble::PeerDouble(const std::shared_ptr<grpc::Channel> &channel, const Ways &ways, bool hello)
    : m_ways{ways}
    , m_stub{protos::Chaincode::NewStub(channel)}
    , m_stream{m_stub->Connect(&m_context)}
{
    addOrganisation("Org1MSP");
    addOrganisation("Org2MSP");
    Message first;
    if (m_stream->Read(&first) && first.type() == Message::REGISTER) {
        wire::ChaincodeID id;
        id.ParseFromString(first.payload());
        m_registeredAs = id.name();
    }
    if (hello) {
        Message message;
        message.set_type(Message::REGISTERED);
        send(message);
        protos::ReadyParameters ready;
        ready.set_use_write_batch(ways.batches);
        ready.set_max_size_write_batch(static_cast<std::uint32_t>(ways.mostWrites));
        message.set_type(Message::READY);
        message.set_payload(ready.SerializeAsString());
        send(message);
    }
    m_reader = std::thread{[this] { read(); }};
}

PeerDouble::~PeerDouble()
{
    cut();
    m_reader.join();
    m_stream->Finish();
}

void PeerDouble::read()
{
    Message message;
    while (m_stream->Read(&message)) {
        take(message);
        message.Clear();
    }
    const std::scoped_lock lock{m_mutex};
    m_ended = true;
    m_changed.notify_all();
}

void PeerDouble::take(const Message &message)
{
    {
        const std::scoped_lock lock{m_mutex};
        const auto found = m_simulations.find(message.txid());
        const bool isEnd = message.type() == Message::COMPLETED || message.type() == Message::ERROR;
        if (found == m_simulations.end() || found->second.isDone) {
            m_unexpected.push_back(message);
            return;
        }
        Simulation &simulation = found->second;
        if (isEnd) {
            simulation.isBroken = message.type() == Message::ERROR;
            simulation.response.ParseFromString(message.payload());
            if (message.has_chaincode_event()) {
                simulation.event = message.chaincode_event();
            }
            simulation.isDone = true;
            m_changed.notify_all();
            return;
        }
        ++simulation.requests[message.type()];
        if (m_holds) {
            m_held.push_back(message);
            m_changed.notify_all();
            return;
        }
    }
    answer(message);
}

void PeerDouble::answer(const Message &request)
{
    Message reply;
    {
        const std::scoped_lock lock{m_mutex};
        reply = answerTo(request, m_simulations[request.txid()]);
        if (m_ways.lies) {
            m_ways.lies(request, reply);
        }
    }
    send(reply);
}

Message PeerDouble::answerTo(const Message &request, Simulation &simulation)
{
    switch (request.type()) {
    case Message::GET_STATE:
        return get(request, simulation, false);
    case Message::GET_PRIVATE_DATA_HASH:
        return get(request, simulation, true);
    case Message::GET_STATE_BY_RANGE:
        return range(request);
    case Message::QUERY_STATE_NEXT: {
        protos::QueryStateNext next;
        next.ParseFromString(request.payload());
        return page(request, next.id());
    }
    case Message::QUERY_STATE_CLOSE:
        return replyTo(request, Message::RESPONSE, {});
    case Message::PUT_STATE: {
        protos::PutState put;
        put.ParseFromString(request.payload());
        auto record = recordOf(put, protos::WriteRecord::PUT_STATE);
        record.set_value(put.value());
        return write(request, {record}, simulation);
    }
    case Message::PURGE_PRIVATE_DATA: {
        protos::PurgePrivateState purge;
        purge.ParseFromString(request.payload());
        return write(request, {recordOf(purge, protos::WriteRecord::PURGE_PRIVATE_DATA)},
                     simulation);
    }
    case Message::WRITE_BATCH_STATE: {
        protos::WriteBatchState batch;
        batch.ParseFromString(request.payload());
        return write(request, {batch.rec().begin(), batch.rec().end()}, simulation);
    }
    default:
        return replyTo(request, Message::ERROR, "no such request");
    }
}

std::string PeerDouble::place(const std::string &collection, const std::string &key)
{
    return collection + "\n" + key;
}

Message PeerDouble::get(const Message &request, Simulation &simulation, bool hashOnly)
{
    protos::GetState wanted;
    wanted.ParseFromString(request.payload());
    if (!wanted.collection().empty() && !m_collections.contains(wanted.collection())) {
        return noSuchCollection(request, wanted.collection());
    }
    const std::string where = place(wanted.collection(), wanted.key());
    const auto found = m_state.find(where);
    simulation.reads[where] = found != m_state.end() ? found->second.version : 0;
    std::string value = found != m_state.end() ? found->second.value : std::string{};
    if (hashOnly && !value.empty()) {
        value = textOfBytes(crypto::sha256(bytesOf(value)));
    }
    return replyTo(request, Message::RESPONSE, std::move(value));
}

Message PeerDouble::range(const Message &request)
{
    protos::GetStateByRange wanted;
    wanted.ParseFromString(request.payload());
    Range range;
    const auto last = m_state.lower_bound(place({}, wanted.end_key()));
    for (auto row = m_state.lower_bound(place({}, wanted.start_key()));
         row != last && range.rows.size() < m_ways.rangeLimit; ++row) {
        range.rows.emplace_back(row->first.substr(1), row->second.value);
    }
    const std::string id = std::to_string(++m_rangeNumber);
    m_ranges[id] = std::move(range);
    return page(request, id);
}

Message PeerDouble::page(const Message &request, const std::string &id)
{
    Range &range = m_ranges[id];
    protos::QueryResponse response;
    for (std::size_t i = 0; i < m_ways.rangePage && range.next < range.rows.size(); ++i) {
        protos::KV row;
        row.set_key(range.rows[range.next].first);
        row.set_value(range.rows[range.next].second);
        response.add_results()->set_result_bytes(row.SerializeAsString());
        ++range.next;
    }
    response.set_has_more(range.next < range.rows.size());
    response.set_id(id);
    return replyTo(request, Message::RESPONSE, response.SerializeAsString());
}

Message PeerDouble::write(const Message &request, std::vector<protos::WriteRecord> records,
                          Simulation &simulation)
{
    for (protos::WriteRecord &record : records) {
        if (!record.collection().empty() && !m_collections.contains(record.collection())) {
            return noSuchCollection(request, record.collection());
        }
        simulation.writes.push_back(std::move(record));
    }
    return replyTo(request, Message::RESPONSE, {});
}

void PeerDouble::start(const Invocation &invocation)
{
    {
        const std::scoped_lock lock{m_mutex};
        m_simulations[invocation.txId] = {};
    }
    send(transactionMessage(invocation));
}

Simulation PeerDouble::finish(const std::string &txId)
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [&] { return m_ended || m_simulations[txId].isDone; });
    Simulation simulation = std::move(m_simulations[txId]);
    m_simulations.erase(txId);
    return simulation;
}

Simulation PeerDouble::simulate(const Invocation &invocation)
{
    start(invocation);
    return finish(invocation.txId);
}

bool PeerDouble::commit(const Simulation &simulation)
{
    const std::scoped_lock lock{m_mutex};
    for (const auto &[where, version] : simulation.reads) {
        const auto found = m_state.find(where);
        if (version != (found != m_state.end() ? found->second.version : 0)) {
            return false;
        }
    }
    ++m_version;
    for (const protos::WriteRecord &record : simulation.writes) {
        const std::string where = place(record.collection(), record.key());
        if (record.type() == protos::WriteRecord::PUT_STATE) {
            m_state[where] = {.value = record.value(), .version = m_version};
        } else {
            m_state.erase(where);
        }
    }
    return true;
}

std::optional<std::string> PeerDouble::value(const std::string &collection,
                                             const std::string &key) const
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_state.find(place(collection, key));
    return found != m_state.end() ? std::optional{found->second.value} : std::nullopt;
}

std::map<std::string, Bytes> PeerDouble::rows() const
{
    const std::scoped_lock lock{m_mutex};
    std::map<std::string, Bytes> rows;
    for (const auto &[where, row] : m_state) {
        if (where.starts_with('\n') && !where.starts_with("\ni")) {
            rows[where.substr(1)] = copyOf(bytesOf(row.value));
        }
    }
    return rows;
}

Bytes32 PeerDouble::stateHash() const
{
    crypto::Sha256 hash;
    for (const auto &[key, value] : rows()) {
        hash.update(bigEndian32(static_cast<std::uint32_t>(key.size())));
        hash.update(bytesOf(key));
        hash.update(bigEndian32(static_cast<std::uint32_t>(value.size())));
        hash.update(value);
    }
    return hash.finish();
}

void PeerDouble::addOrganisation(const std::string &mspId)
{
    const std::scoped_lock lock{m_mutex};
    m_collections.insert("_implicit_org_" + mspId);
}

void PeerDouble::removeOrganisation(const std::string &mspId)
{
    const std::scoped_lock lock{m_mutex};
    m_collections.erase("_implicit_org_" + mspId);
}

bool PeerDouble::send(const Message &message)
{
    const std::scoped_lock lock{m_sending};
    return m_stream->Write(message);
}

void PeerDouble::holdAnswers(bool hold)
{
    std::vector<Message> held;
    {
        const std::scoped_lock lock{m_mutex};
        m_holds = hold;
        if (!hold) {
            held.swap(m_held);
            std::ranges::shuffle(held, m_random);
        }
    }
    for (const Message &request : held) {
        answer(request);
    }
}

void PeerDouble::cut() { m_context.TryCancel(); }

bool PeerDouble::awaitEnd()
{
    std::unique_lock lock{m_mutex};
    return m_changed.wait_for(lock, 20s, [this] { return m_ended; });
}

std::string PeerDouble::registeredAs() const { return m_registeredAs; }

std::size_t PeerDouble::requestsHeld() const
{
    const std::scoped_lock lock{m_mutex};
    return m_held.size();
}

void PeerDouble::awaitRequestsHeld(std::size_t count)
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [&] { return m_ended || m_held.size() >= count; });
}

std::vector<Message> PeerDouble::unexpected() const
{
    const std::scoped_lock lock{m_mutex};
    return m_unexpected;
}

} // namespace keepwell::test
