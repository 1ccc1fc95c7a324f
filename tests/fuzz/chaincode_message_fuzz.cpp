// SPDX-License-Identifier: Apache-2.0
#include "app/contract/session.hpp"
#include "core/contract/chaincode.hpp"
#include "core/crypto/sodium.hpp"

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
    static const ContractHost host{{.network = {}, .channel = "keepwell", .mspId = "Org1MSP"},
                                   clock};
    static const Log log{Level::Error, stderr};
    bool isReady = false;
    bool wroteEarly = false;
    {
        Session session{
            host,
            log,
            {.workers = 2, .mostWaiting = 8, .transaction = std::chrono::milliseconds{5}},
            [&](const Message &message) {
                wroteEarly = wroteEarly
                    || (!isReady && message.type() != Message::REGISTER
                        && message.type() != Message::KEEPALIVE);
                return true;
            }};
        if (!session.open("keepwell_1:00")) {
            std::abort();
        }
        while (bytes.size() >= 2) {
            const std::size_t length = static_cast<unsigned char>(bytes[0])
                + 256U * static_cast<unsigned char>(bytes[1]);
            const std::string_view part = bytes.substr(2, length);
            bytes.remove_prefix(std::min(bytes.size(), 2 + length));
            Message message;
            if (!message.ParseFromArray(part.data(), static_cast<int>(part.size()))) {
                continue;
            }
            isReady = isReady || message.type() == Message::READY;
            if (!session.receive(std::move(message))) {
                break;
            }
        }
    }
    if (wroteEarly) {
        std::abort();
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
    ShimState state{
        {.mspId = "Org1MSP", .locator = Bytes(32), .peer = {}},
        [asked = 0, bytes](Message::Type, const std::string &) mutable -> Result<std::string> {
            return ++asked > 3 ? Result<std::string>{fail(ErrorCode::Failed, "no more")}
                               : Result<std::string>{std::string{bytes}};
        }};
    (void)state.indexRows(contract::IndexKind::Own, {});
    (void)contract::parseRejection(bytes);
    (void)contract::parseOutcome(bytesOf(bytes));
    (void)contract::parseEntryEvent(bytesOf(bytes));
    (void)contract::parseHostInfo(bytesOf(bytes));
    (void)contract::parseDeposit(bytesOf(bytes), {});
    (void)contract::parseIndexRowKey(bytes);
    drive(bytes);
    return 0;
}
