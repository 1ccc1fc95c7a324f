// SPDX-License-Identifier: Apache-2.0
#include "app/contract/session.hpp"
#include "core/contract/chaincode.hpp"
#include "core/crypto/sodium.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace keepwell;
using namespace keepwell::contractserver;

namespace {

class FixedClock final : public Clock
{
public:
    Instant now() const override { return contract::instantOf(1'800'000'000); }
};

/// A whole stream of a hostile peer: u16 length, message, u16 length, message, … Whatever it says
/// must leave a session that ends, and nothing may be written before the peer is ready.
void drive(std::string_view bytes)
{
    static const FixedClock clock;
    static const ContractHost host{
        {.network = {}, .channel = "keepwell", .contract = "keepwell", .mspId = "Org1MSP"}, clock};
    static const Log log{Level::Error, stderr};
    bool isReady = false;
    std::size_t sent = 0;
    Session session{host, log, {.mostAtWork = 8}, [&](Message message) {
                        ++sent;
                        if (!isReady && message.type() != Message::REGISTER
                            && message.type() != Message::KEEPALIVE) {
                            std::abort(); // Nothing is said before the peer is ready.
                        }
                    }};
    session.open("keepwell_1:00");
    std::size_t received = 0;
    while (bytes.size() >= 2) {
        const std::size_t length
            = static_cast<unsigned char>(bytes[0]) + 256U * static_cast<unsigned char>(bytes[1]);
        const std::string_view part = bytes.substr(2, length);
        bytes.remove_prefix(std::min(bytes.size(), 2 + length));
        Message message;
        if (!message.ParseFromArray(part.data(), static_cast<int>(part.size()))) {
            continue;
        }
        isReady = isReady || message.type() == Message::READY;
        ++received;
        if (!session.receive(std::move(message))) {
            break;
        }
        if (session.atWork() > 8 || sent > 1 + received) {
            std::abort(); // At most one message for each of the peer's.
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = [] {
        silenceLibraries();
        crypto::initialise();
        return true;
    }();
    (void)ready;
    const std::string_view bytes{reinterpret_cast<const char *>(data), size};
    Message message;
    if (message.ParseFromArray(data, static_cast<int>(size))) {
        const auto call = parseCall(message);
        if (call && (call->txId != message.txid() || call->channel != message.channel_id())) {
            std::abort();
        }
    }
    // Answers of a range, and rejections on their way to a wallet.
    RangeRead range{contract::IndexKind::Own, {}};
    for (int page = 0; page < 3 && range.next(); ++page) {
        (void)range.take(std::string{bytes});
    }
    (void)contract::parseRejection(bytes);
    (void)contract::parseOutcome(bytesOf(bytes));
    (void)contract::parseEntryEvent(bytesOf(bytes));
    (void)contract::parseHostInfo(bytesOf(bytes));
    (void)contract::parseDeposit(bytesOf(bytes), {});
    (void)contract::parseIndexRowKey(bytes);
    drive(bytes);
    return 0;
}
