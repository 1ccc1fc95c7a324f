// SPDX-License-Identifier: Apache-2.0
// network_equivalence network SEED                          prints the network id that the contract servers need
// network_equivalence compare SEED STEPS NETWORK-FILE CLOCK-FILE
// Sends the same random transactions to the contract over a map and to a real network, and compares every result,
// every answer, the events, and in the end every row as the blocks wrote it. CLOCK-FILE holds the time of both, in
// seconds, 8 bytes of this machine's order; the contract servers are started with it. Exit 1 at the first difference.

#include "core/base/hex.hpp"
#include "core/contract/chaincode.hpp"
#include "core/contract/map_state.hpp"
#include "core/contract/query.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "tests/core/contract/model.hpp"
#include "tests/core/contract/transaction_generator.hpp"
#include "tests/core/ledger/fabric/gateway/sent_in_memory.hpp"
#include "tests/network/equivalence/written_rows.hpp"
#include "tests/network/network_file.hpp"

#include <cstdlib>
#include <iostream>
#include <thread>

namespace {

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::ledger::fabric;
using namespace keepwell::test;

constexpr const char *kCustodian = "Org1MSP";

void demand(bool holds, const std::string &what)
{
    if (!holds) {
        throw std::runtime_error(what);
    }
}

std::string named(Code code) { return std::string{name(code)}; }

/// One time for the transactions, the contract over the map, and the servers.
class SharedClock final : public Clock
{
public:
    explicit SharedClock(const std::string &file) : m_file{file} {}

    void set(Instant now)
    {
        m_now = now;
        const std::int64_t seconds = now.time_since_epoch().count();
        std::fstream file{m_file, std::ios::in | std::ios::out | std::ios::binary};
        file.write(reinterpret_cast<const char *>(&seconds), sizeof seconds);
        demand(file.good(), "the clock's file cannot be written");
    }
    Instant now() const override { return m_now; }

private:
    std::string m_file;
    Instant m_now;
};

class Comparison
{
public:
    Comparison(std::uint64_t seed, const std::string &networkFile, const std::string &clockFile)
        : m_generator{seed, kCustodian}, m_clock{clockFile}
    {
        m_model.network = m_generator.network();
        m_clock.set(m_generator.now());
        auto client = GatewayClient::create(readNetworkFile(networkFile), m_clock);
        demand(client.has_value(), client ? "" : client.error().detail);
        m_client = std::move(*client);
    }

    void run(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            const Transaction transaction = m_generator.next(m_model);
            const Instant time = m_generator.now();
            const auto prediction = m_model.predict(transaction, time);
            submit(transaction.envelope(), time);
            if (prediction.accepted) {
                m_model.accept(transaction, prediction);
            }
            if (m_generator.oneIn(3)) {
                depositOne();
            }
            if (m_generator.oneIn(8)) {
                askOne();
            }
            if (m_generator.oneIn(50)) {
                submit(m_generator.damagedEnvelope(m_model), m_generator.now());
            }
        }
        compareBlocks();
        std::cout << m_accepted.size() << " accepted, " << m_rejected << " rejected, "
                  << m_deposited << " deposited, " << m_released << " released\n";
        demand(!m_accepted.empty() && m_rejected > 0 && m_deposited > 0 && m_released > 0,
               "the run did not meet every kind");
    }

private:
    TxId nextAct() { return TxId{crypto::sha256(bytesOf("act " + std::to_string(++m_acts)))}; }

    template <class Told>
    bool isBehind(const Told &told, const Envelope &envelope, Instant time) const
    {
        auto trial = m_map;
        return !told && told.error().code == Code::Seq
            && apply(trial, m_model.network, envelope, time);
    }

    void submit(const Envelope &envelope, Instant time)
    {
        m_clock.set(time);
        const ContractCall call{.function = std::string{kSubmitFunction},
                                .arguments = {encode(envelope)},
                                .transient = {},
                                .organisations = m_client->organisations()};
        auto told = m_client->submit(nextAct(), call, m_sent);
        // A peer that has not seen the block before says E_SEQ, which leaves nothing behind.
        for (int again = 0; again < 50 && isBehind(told, envelope, time); ++again) {
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
            told = m_client->submit(nextAct(), call, m_sent);
        }
        if (told) {
            m_map.setLocator(locatorOf(told->fabricId).value());
        }
        const auto expected = apply(m_map, m_model.network, envelope, time);
        if (!expected) {
            ++m_rejected;
            demandRejected(told, expected.error());
            return;
        }
        demand(told.has_value(),
               "accepted here, not there: " + (told ? "" : told.error().error.detail));
        const auto outcome = parseOutcome(told->answer);
        demand(outcome && *outcome == *expected,
               "another outcome of " + toHex(expected->id.bytes()));
        m_accepted.push_back(told->fabricId);
    }

    template <class Told>
    void demandRejected(const Told &told, const Failure &expected)
    {
        demand(!told.has_value(), "accepted there, not here: " + named(expected.code));
        demand(told.error().code == expected.code,
               "another refusal than " + named(expected.code) + ": " + told.error().error.detail);
    }

    void depositOne()
    {
        const auto value = m_generator.deposit(m_model);
        if (!value) {
            return;
        }
        m_clock.set(m_generator.now());
        const ContractCall call{.function = std::string{kDepositFunction},
                                .arguments = {encodeDepositSlot(*value)},
                                .transient = {{std::string{kTransientValue}, value->value}},
                                .organisations = {kCustodian}};
        const auto told = m_client->submit(nextAct(), call, m_sent, true);
        const auto expected = deposit(m_map, m_model.network, *value, m_generator.now());
        if (!expected) {
            return demandRejected(told, expected.error());
        }
        demand(told.has_value(),
               "deposited here, not there: " + (told ? "" : told.error().error.detail));
        ++m_deposited;
    }

    void askOne()
    {
        const auto question = m_generator.releaseQuestion(m_model);
        if (!question) {
            return;
        }
        m_clock.set(question->now);
        const ContractCall call{.function = std::string{kQueryFunction},
                                .arguments = {question->query},
                                .transient = {},
                                .organisations = {kCustodian}};
        const auto told = m_client->evaluateAt(0, call);
        const auto expected = answer(m_map, m_model.network, question->query, question->now);
        if (!expected) {
            return demandRejected(told, expected.error());
        }
        demand(told && told->size() == expected->size(), "another answer to a question");
        ++m_released;
    }

    void compareBlocks()
    {
        WrittenRows written{"keepwell"};
        const auto read
            = m_client->blocks(0, {}, [&](ByteView block) { return written.take(block); });
        demand(read.has_value(),
               read ? "" : "the blocks cannot be read: " + read.error().error.detail);
        demand(written.events() == m_accepted, "other events than entries, or in another order");
        demand(written.rows() == m_map.rows(), "other rows in the end");
        demand(written.hash() == m_map.stateHash(), "another state hash");
    }

    TransactionGenerator m_generator;
    SharedClock m_clock;
    Model m_model;
    MapState m_map;
    SentInMemory m_sent;
    std::unique_ptr<GatewayClient> m_client;
    std::vector<std::string> m_accepted;
    int m_acts = 0;
    int m_rejected = 0;
    int m_deposited = 0;
    int m_released = 0;
};

int start(const std::vector<std::string> &words)
{
    demand(words.size() == 3 || words.size() == 6, "see the head of this file");
    const std::uint64_t seed = std::stoull(words[2]);
    if (words[1] == "network") {
        std::cout << toHex(TransactionGenerator{seed, kCustodian}.network().bytes()) << '\n';
        return 0;
    }
    Comparison{seed, words.at(4), words.at(5)}.run(std::stoi(words.at(3)));
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    try {
        crypto::initialise();
        return start({arguments, arguments + count});
    } catch (const std::exception &wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
