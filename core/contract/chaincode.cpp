// SPDX-License-Identifier: Apache-2.0
#include "core/contract/chaincode.hpp"

#include "core/contract/fields.hpp"
#include "core/crypto/hash.hpp"

#include <algorithm>
#include <charconv>

namespace keepwell::contract {
namespace {

constexpr std::string_view kRejection = "KW-";
constexpr std::uint64_t kMostCode = 255;
constexpr std::size_t kMostMspIdBytes = 64;
constexpr std::uint64_t kLastType = 9;

/// nullopt for a number that means nothing.
std::optional<Code> codeAt(cbor::MapReader &reader, std::uint64_t key)
{
    return codeOf(reader.unsignedAt(key, kMostCode));
}

Result<> onlyIf(bool holds, const char *what)
{
    return holds ? Result<>{} : fail(ErrorCode::InvalidInput, what);
}

} // namespace

NetworkId networkIdOf(const Bytes32 &genesisBlockHash, std::string_view contractName)
{
    constexpr std::array kSeparator{std::byte{0}};
    crypto::Sha256 hash;
    hash.update(bytesOf("keepwell/1/network"));
    hash.update(kSeparator);
    hash.update(genesisBlockHash);
    hash.update(bytesOf(contractName));
    return NetworkId{hash.finish()};
}

Bytes encodeDepositSlot(const Deposit &deposit)
{
    return cbor::encode(cbor::Map{{1, static_cast<std::uint64_t>(deposit.field)},
                                  {2, valueOf(deposit.id)},
                                  {3, std::uint64_t{deposit.epoch}}});
}

Verdict<Deposit> parseDeposit(ByteView slot, Bytes value)
{
    auto decoded = cbor::decode(slot);
    if (!decoded) {
        return reject(Code::Enc, decoded.error().detail);
    }
    constexpr std::uint64_t kLastField = 3;
    cbor::MapReader reader{*decoded, "deposit"};
    const std::uint64_t field = reader.unsignedAt(1, kLastField);
    Deposit deposit{.field = static_cast<Field>(field),
                    .id = reader.bytes32At(2),
                    .epoch = uint32At(reader, 3),
                    .value = std::move(value)};
    if (const auto read = reader.finish(); !read) {
        return reject(Code::Enc, read.error().detail);
    }
    if (field == 0) {
        return reject(Code::Enc, "deposit: no such field");
    }
    return deposit;
}

Bytes encode(const Outcome &outcome)
{
    return cbor::encode(cbor::Map{{1, valueOf(outcome.id)},
                                  {2, static_cast<std::uint64_t>(outcome.type)},
                                  {3, static_cast<std::uint64_t>(outcome.code)},
                                  {4, valueOf(outcome.t)}});
}

Result<Outcome> parseOutcome(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    cbor::MapReader reader{value, "outcome"};
    Outcome outcome;
    outcome.id = idAt<TxId>(reader, 1);
    const std::uint64_t type = reader.unsignedAt(2, kLastType);
    const std::optional<Code> code = codeAt(reader, 3);
    outcome.t = instantAt(reader, 4);
    KEEPWELL_CHECK(reader.finish());
    if (type == 0 || !code) {
        return fail(ErrorCode::InvalidInput, "outcome: no such type or code");
    }
    outcome.type = static_cast<Type>(type);
    outcome.code = *code;
    return outcome;
}

Bytes encodeEntryEvent(const Outcome &outcome)
{
    return cbor::encode(
        cbor::Map{{1, valueOf(outcome.id)}, {2, static_cast<std::uint64_t>(outcome.code)}});
}

Result<std::pair<TxId, Code>> parseEntryEvent(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    cbor::MapReader reader{value, "event"};
    const auto id = idAt<TxId>(reader, 1);
    const std::optional<Code> code = codeAt(reader, 2);
    KEEPWELL_CHECK(reader.finish());
    if (!code) {
        return fail(ErrorCode::InvalidInput, "event: no such code");
    }
    return std::pair{id, *code};
}

Bytes encode(const HostInfo &info)
{
    return cbor::encode(cbor::Map{{1, info.version}, {2, valueOf(info.network)}, {3, info.mspId}});
}

Result<HostInfo> parseHostInfo(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    cbor::MapReader reader{value, "host"};
    HostInfo info;
    info.version = reader.unsignedAt(1);
    info.network = idAt<NetworkId>(reader, 2);
    info.mspId = reader.textAt(3, kMostMspIdBytes);
    KEEPWELL_CHECK(reader.finish());
    KEEPWELL_CHECK(onlyIf(isMspId(info.mspId), "host: not the MSP id of an organisation"));
    return info;
}

std::string rejectionText(const Failure &failure)
{
    const std::string named = std::string{name(failure.code)} + ": ";
    const std::string &detail = failure.error.detail;
    // The detail of a rule's rejection starts with the name already; that of a broken host does not.
    return std::string{kRejection} + std::to_string(static_cast<unsigned>(failure.code)) + " "
        + (detail.starts_with(named) ? detail : named + detail);
}

std::optional<Failure> parseRejection(std::string_view text)
{
    for (auto at = text.find(kRejection); at != std::string_view::npos;
         at = text.find(kRejection, at + 1)) {
        const std::string_view rest = text.substr(at + kRejection.size());
        unsigned number = 0;
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        const std::string_view named{read.ptr, rest.data() + rest.size()};
        const std::optional<Code> code = read.ec == std::errc{} ? codeOf(number) : std::nullopt;
        if (!code || *code == Code::Done) {
            continue;
        }
        const std::string start = " " + std::string{name(*code)} + ": ";
        if (named.starts_with(start)) {
            return Failure{*code, std::string{named.substr(start.size())}};
        }
    }
    return std::nullopt;
}

bool isMspId(std::string_view text)
{
    const auto isAllowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '.' || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= kMostMspIdBytes && std::ranges::all_of(text, isAllowed);
}

std::string implicitCollection(std::string_view mspId)
{
    return "_implicit_org_" + std::string{mspId};
}

Result<Bytes> locatorOf(std::string_view channelTxId)
{
    KEEPWELL_TRY(Bytes locator, fromHex(channelTxId));
    KEEPWELL_CHECK(onlyIf(locator.size() == Bytes32{}.size() && toHex(locator) == channelTxId,
                          "a channel transaction id has 64 lower-case hex digits"));
    return locator;
}

std::string indexRowKey(const IndexRow &row)
{
    return indexRange(row.kind, row.of).first + toHex(row.id) + "~" + toHex(row.locator);
}

std::pair<std::string, std::string> indexRange(IndexKind kind, const Bytes32 &of)
{
    const std::string first
        = "i" + std::to_string(static_cast<unsigned>(kind)) + "~" + toHex(of) + "~";
    return {first, first + "~"};
}

Result<IndexRow> parseIndexRowKey(std::string_view key)
{
    constexpr std::size_t kHex = 64;
    constexpr std::size_t kOf = 3;
    constexpr std::size_t kId = kOf + kHex + 1;
    constexpr std::size_t kLocator = kId + kHex + 1;
    const bool isRow
        = key.size() == kLocator + kHex && key[0] == 'i' && key[1] >= '1' && key[1] <= '3';
    KEEPWELL_CHECK(onlyIf(isRow, "not the key of an index row"));
    using Id = Id32<struct IndexIdTag>;
    KEEPWELL_TRY(const Id of, Id::parse(key.substr(kOf, kHex)));
    KEEPWELL_TRY(const Id id, Id::parse(key.substr(kId, kHex)));
    KEEPWELL_TRY(Bytes locator, locatorOf(key.substr(kLocator)));
    IndexRow row{.kind = static_cast<IndexKind>(key[1] - '0'),
                 .of = of.bytes(),
                 .id = id.bytes(),
                 .locator = std::move(locator)};
    KEEPWELL_CHECK(onlyIf(indexRowKey(row) == key, "not the key of an index row"));
    return row;
}

} // namespace keepwell::contract
