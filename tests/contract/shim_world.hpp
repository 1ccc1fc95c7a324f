// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/stream_loop.hpp"
#include "core/contract/chaincode.hpp"
#include "core/crypto/hash.hpp"
#include "tests/contract/peer_double.hpp"
#include "tests/core/contract/world.hpp"

#include <grpcpp/server_builder.h>

#include <atomic>
#include <cstdio>

namespace keepwell::test {

class SettableClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    std::atomic<Instant> m_now{kStart};
};

/// The contract server of one organisation, with no socket: peers come over an in-process channel.
class InProcessServer
{
public:
    InProcessServer(contractserver::Home home, const contractserver::LoopOptions &options)
        : m_host{std::move(home), clock}, loop{options, m_host, m_log}
    {
        grpc::ServerBuilder builder;
        builder.SetMaxReceiveMessageSize(110 * 1024 * 1024);
        loop.joinTo(builder);
        m_server = builder.BuildAndStart();
        loop.start();
    }
    ~InProcessServer()
    {
        loop.stop(std::chrono::milliseconds{0});
        m_server->Shutdown(std::chrono::system_clock::now());
        loop.finish();
        std::fclose(m_logFile);
    }
    InProcessServer(const InProcessServer &) = delete;
    InProcessServer &operator=(const InProcessServer &) = delete;

    std::shared_ptr<grpc::Channel> channel() { return m_server->InProcessChannel({}); }

    std::string logged()
    {
        std::fflush(m_logFile);
        std::rewind(m_logFile);
        std::string text;
        for (int c = std::fgetc(m_logFile); c != EOF; c = std::fgetc(m_logFile)) {
            text.push_back(static_cast<char>(c));
        }
        return text;
    }

    SettableClock clock;

private:
    contractserver::ContractHost m_host;
    std::FILE *m_logFile = std::tmpfile();
    contractserver::Log m_log{contractserver::Level::Debug, m_logFile};

public:
    contractserver::StreamLoop loop;

private:
    std::unique_ptr<grpc::Server> m_server;
};

/// A world whose contract runs at organisation Org1MSP behind a peer.
struct ShimWorld : World
{
    explicit ShimWorld(const PeerDouble::Ways &ways = {},
                       const contractserver::LoopOptions &options = loopOptions())
        : server{{.network = network,
                  .channel = "keepwell",
                  .contract = "keepwell",
                  .mspId = "Org1MSP"},
                 options}
        , peer{server.channel(), ways}
    {
    }

    static contractserver::LoopOptions loopOptions()
    {
        contractserver::LoopOptions options;
        options.packageId = "keepwell_1:00ff";
        return options;
    }

    std::string newTxId()
    {
        return toHex(crypto::sha256(bytesOf("tx " + std::to_string(++m_transactions))));
    }

    Invocation invocation(std::string_view function, Bytes argument, Instant time = kStart)
    {
        return {.arguments = {copyOf(bytesOf(function)), std::move(argument)},
                .transient = {},
                .time = time,
                .txId = newTxId()};
    }

    Invocation submission(const contract::Transaction &transaction, Instant time = kStart)
    {
        return invocation(contract::kSubmitFunction, contract::encode(transaction.envelope()),
                          time);
    }

    Invocation depositOf(const contract::Deposit &value, Instant time = kStart)
    {
        Invocation call
            = invocation(contract::kDepositFunction, contract::encodeDepositSlot(value), time);
        call.transient["value"] = value.value;
        return call;
    }

    Invocation question(contract::QueryNumber number, const Bytes32 &id, const Actor &who,
                        Instant time = kStart)
    {
        return invocation(contract::kQueryFunction,
                          contract::makeQuery(network, number, id, time, who.signingKey()), time);
    }

    contract::GrantBody grantAt(const std::string &mspId = "Org1MSP") const
    {
        contract::GrantBody body = grant();
        body.terms.custodian = mspId;
        return body;
    }

    contract::DeliverBody deliveryAt(const std::string &mspId = "Org1MSP") const
    {
        contract::DeliverBody body = delivery();
        body.custodian = mspId;
        return body;
    }

    /// Submits and commits; the entry's outcome, or why it was rejected.
    contract::Verdict<contract::Outcome> submit(Actor &actor, contract::Body body,
                                                Instant time = kStart)
    {
        const auto transaction = actor.next(std::move(body), time);
        last = peer.simulate(submission(transaction, time));
        if (last.response.status() != contract::kStatusDone) {
            return std::unexpected{rejection()};
        }
        if (!peer.commit(last)) {
            return contract::reject(contract::Code::Host, "a read conflict");
        }
        actor.accepted(transaction.id());
        return contract::parseOutcome(bytesOf(last.response.payload())).value();
    }

    contract::Code codeOfSubmit(Actor &actor, contract::Body body, Instant time = kStart)
    {
        const auto outcome = submit(actor, std::move(body), time);
        return outcome ? outcome->code : outcome.error().code;
    }

    contract::Code codeOf(const Invocation &call)
    {
        last = peer.simulate(call);
        return last.response.status() == contract::kStatusDone ? contract::Code::Done
                                                               : rejection().code;
    }

    contract::Code codeOfDeposit(const contract::Deposit &value, Instant time = kStart)
    {
        const contract::Code code = codeOf(depositOf(value, time));
        if (code == contract::Code::Done && !peer.commit(last)) {
            return contract::Code::Host;
        }
        return code;
    }

    contract::Failure rejection() const
    {
        return contract::parseRejection(last.response.message())
            .value_or(contract::Failure{contract::Code::Done, "no rejection"});
    }

    Bytes answer() const { return copyOf(bytesOf(last.response.payload())); }

    InProcessServer server;
    PeerDouble peer;
    Simulation last; ///< Of the latest call.

private:
    int m_transactions = 0;
};

} // namespace keepwell::test
