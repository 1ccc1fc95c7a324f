// SPDX-License-Identifier: Apache-2.0
#include "core/contract/apply.hpp"
#include "core/contract/deposit.hpp"
#include "core/contract/map_state.hpp"
#include "core/contract/replay.hpp"
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace keepwell;
using namespace keepwell::contract;

namespace {

/// Bytes of the fuzzer, and zeros when they are used up.
class Choices
{
public:
    explicit Choices(ByteView bytes) : m_bytes{bytes} {}
    bool empty() const { return m_bytes.empty(); }
    unsigned next(unsigned below)
    {
        if (m_bytes.empty()) {
            return 0;
        }
        const auto byte = std::to_integer<unsigned>(m_bytes.front());
        m_bytes = m_bytes.subspan(1);
        return byte % below;
    }
    template <class Id>
    Id id(unsigned below)
    {
        Bytes32 bytes{};
        bytes[0] = static_cast<std::byte>(next(below) + 1);
        return Id{bytes};
    }

private:
    ByteView m_bytes;
};

const NetworkId kNetwork{Bytes32{std::byte{9}}};
const Instant kStart{std::chrono::seconds{1'800'000'000}};

const std::vector<crypto::SigningKey> &people()
{
    static const std::vector<crypto::SigningKey> keys = [] {
        crypto::initialise();
        std::vector<crypto::SigningKey> made;
        for (const std::byte first : {std::byte{1}, std::byte{2}, std::byte{3}}) {
            Bytes32 seed{first};
            made.push_back(crypto::SigningKey::fromSeed(crypto::SigningKey::SeedBytes::take(seed)));
        }
        return made;
    }();
    return keys;
}

Terms chooseTerms(Choices &choices, Instant now)
{
    return {.purpose = static_cast<Purpose>(choices.next(6)),
            .notBefore = now + std::chrono::seconds{choices.next(100)} - std::chrono::seconds{50},
            .expires = now + std::chrono::seconds{choices.next(250)} * 10,
            .maxOpens = choices.next(3),
            .custodian = {}};
}

Body chooseBody(Choices &choices, Instant now)
{
    switch (choices.next(9)) {
    case 0:
        return GrantBody{
            choices.id<GrantId>(3),   people()[choices.next(3)].publicKey(), {}, {}, {},
            chooseTerms(choices, now)};
    case 1:
        return UpdateGrantBody{choices.id<GrantId>(3), choices.next(5), {}, {}, {}};
    case 2:
        return RevokeBody{{choices.id<GrantId>(3)}, static_cast<RevokeReason>(choices.next(2))};
    case 3:
        return RequestAccessBody{choices.id<GrantId>(3), choices.next(5), {}, {}};
    case 4:
        return DeliverBody{
            choices.id<DeliveryId>(3), people()[choices.next(3)].publicKey(), {}, {}};
    case 5:
        return AckDeliveryBody{choices.id<DeliveryId>(3), static_cast<Decision>(choices.next(2))};
    case 6:
        return AnchorBody{};
    case 7:
        return SetPointerBody{{}, choices.next(4)};
    default:
        return RevokeKeyBody{};
    }
}

struct Counter
{
    std::uint32_t seq = 0;
    TxId previous{kNetwork.bytes()};
};

void demand(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/// Any sequence of signed transactions: errors change nothing, and the accepted ones replay to the
/// same state.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Choices choices{std::as_bytes(std::span{data, std::min<std::size_t>(size, 600)})};
    MapState state;
    MapState again;
    std::array<Counter, 3> counters;
    Instant now = kStart;
    while (!choices.empty()) {
        now += std::chrono::seconds{choices.next(200)};
        const unsigned who = choices.next(3);
        Counter &counter = counters[who];
        const Payload payload{.network = kNetwork,
                              .key = people()[who].publicKey(),
                              .seq = counter.seq + 1,
                              .previous = counter.previous,
                              .notAfter = now + std::chrono::seconds{60},
                              .seen = {},
                              .body = chooseBody(choices, now)};
        const auto transaction = Transaction::sign(payload, people()[who]);
        const auto rows = state.rows();
        const auto outcome = apply(state, transaction, now);
        if (!outcome) {
            demand(state.rows() == rows);
            demand(outcome.error().code != Code::Host);
            continue;
        }
        ++counter.seq;
        counter.previous = transaction.id();
        demand(replay(again, transaction, now, outcome->code).has_value());
    }
    demand(state.stateHash() == again.stateHash());
    return 0;
}
