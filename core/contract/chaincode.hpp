// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/deposit.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/state_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// What a wallet and the contract server of an organisation must agree on when the contract runs on
/// Hyperledger Fabric (docs/spec/chaincode.md). Pure functions; safe from any thread.
namespace keepwell::contract {

// The functions: argument 0 of an invocation. Each but Info takes one more argument.
inline constexpr std::string_view kSubmitFunction = "Submit"; ///< Endorsed. Argument: an envelope.
inline constexpr std::string_view kDepositFunction
    = "Deposit"; ///< Endorsed by the custodian alone. Argument: encodeDepositSlot().
inline constexpr std::string_view kQueryFunction = "Query"; ///< Evaluated only: a SignedQuery.
inline constexpr std::string_view kInfoFunction = "Info";   ///< Evaluated only: no argument.

/// The name of a deposit's value in the transient map, the only place it rides in.
inline constexpr std::string_view kTransientValue = "value";
/// The one event of an accepted Submit.
inline constexpr std::string_view kEntryEvent = "entry";

// Response.status of the contract.
inline constexpr std::int32_t kStatusDone = 200;     ///< A refused request too.
inline constexpr std::int32_t kStatusRejected = 400; ///< Never endorsed, so never in a block.
inline constexpr std::int32_t kStatusFault = 500;    ///< The same, of Code::Host.

/// SHA-256("keepwell/1/network" || 0x00 || genesis block hash || contract name).
NetworkId networkIdOf(const Bytes32 &genesisBlockHash, std::string_view contractName);

/// Which private value a Deposit brings: dCBOR {1: field, 2: id, 3: epoch}, without the value.
Bytes encodeDepositSlot(const Deposit &deposit);
/// The same back, with the value from the transient map. Reject: Enc.
Verdict<Deposit> parseDeposit(ByteView slot, Bytes value);

/// What Submit answers: dCBOR {1: tx id, 2: type, 3: code, 4: effective t}.
Bytes encode(const Outcome &outcome);
/// Errors: InvalidInput for what encode() would not write.
Result<Outcome> parseOutcome(ByteView bytes);

/// The payload of kEntryEvent: dCBOR {1: tx id, 2: code}; it names nobody.
Bytes encodeEntryEvent(const Outcome &outcome);
/// Errors: InvalidInput.
Result<std::pair<TxId, Code>> parseEntryEvent(ByteView bytes);

/// What Info answers: dCBOR {1: highest payload version, 2: network id, 3: MSP id of the host}.
struct HostInfo
{
    std::uint64_t version = 0;
    NetworkId network;
    std::string mspId;
    friend bool operator==(const HostInfo &, const HostInfo &) = default;
};
Bytes encode(const HostInfo &info);
/// Errors: InvalidInput.
Result<HostInfo> parseHostInfo(ByteView bytes);

/// Response.message of a rejection: "KW-<number of the code> E_NAME: detail".
std::string rejectionText(const Failure &failure);
/// Finds a rejection in `text`, wherever peers and gateways put words before it; takes the rest as
/// its detail. nullopt when there is none, or its number and name do not belong together.
std::optional<Failure> parseRejection(std::string_view text);

/// 1 to 64 of A-Z a-z 0-9 . _ -: what names a custodian on Fabric.
bool isMspId(std::string_view text);
/// "_implicit_org_<MSPID>": where an organisation keeps the private values it is custodian of.
std::string implicitCollection(std::string_view mspId);

/// A Fabric channel transaction id (64 lower-case hex digits) as the locator of index rows: its 32
/// bytes. Errors: InvalidInput.
Result<Bytes> locatorOf(std::string_view channelTxId);

/// The state key of an index row: "i<kind>~<of>~<id>~<channel tx id>", in lower-case hex. Its value
/// is one byte, 1. The channel tx id is in the key so that no later row takes the place of it.
std::string indexRowKey(const IndexRow &row);
/// First key of the range of a key's rows, and the first after them.
std::pair<std::string, std::string> indexRange(IndexKind kind, const Bytes32 &of);
/// Errors: InvalidInput for what indexRowKey() would not write.
Result<IndexRow> parseIndexRowKey(std::string_view key);

} // namespace keepwell::contract
