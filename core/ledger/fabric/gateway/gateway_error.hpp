// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/error_code.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grpc {
class Status;
}

namespace keepwell::ledger::fabric {

/// What is wrong between this wallet and the network, told apart by what happens next.
enum class Trouble {
    WarmingUp,        ///< Peers do not know each other yet; gone in some seconds.
    PeersDiffer,      ///< One peer is behind another; gone in a moment.
    Busy,             ///< Too many calls at once.
    GatewayLost,      ///< This gateway cannot be reached; another one may.
    PeerLost,         ///< Too few organisations' peers answer.
    OrdererLost,      ///< Nothing can be ordered now; reading goes on.
    ContractLost,     ///< A peer cannot reach its contract server.
    ContractMissing,  ///< The contract or the channel is not there, or of another version.
    AccessDenied,     ///< The certificate, the channel or the signature is not accepted.
    CertificateEnded, ///< The certificate's time is over.
    ClockOff,         ///< This computer's clock is too far from the peers'.
    WriteConflict,    ///< Somebody else wrote the same in the same moment (codes 11, 12).
    PolicyNotMet,     ///< Committed as invalid: not endorsed by whom the network asks (10).
    Duplicate,        ///< This transaction id is known already.
    Invalid,          ///< Committed as invalid for any other reason.
    Rejected,         ///< The contract said no: see `code`.
    ContractTrouble,  ///< The contract failed in its own way, without a number.
    Dishonest,        ///< The answer is not of what was asked: nothing was signed.
    TooLate,          ///< The deadline came first.
    Cancelled,        ///< Stopped by the caller.
    Other,
};

/// Every failure of a gateway call. Turns into an Error and into a contract::Failure.
struct [[nodiscard]] GatewayError
{
    Trouble trouble = Trouble::Other;
    std::optional<contract::Code> code; ///< Of Rejected.
    Error error; ///< Words for people; never a value, a key or an endpoint's certificate.

    operator Error() const { return error; } // NOLINT(google-explicit-constructor)
    operator contract::Failure() const;      // NOLINT(google-explicit-constructor)
};

template <class T = void>
using GatewayResult = std::expected<T, GatewayError>;

/// Which call failed: the same code means different things.
enum class GatewayCall { Evaluate, Endorse, Submit, CommitStatus, Events, Deliver };

/// What each peer or orderer that failed said, as a gateway adds it to a status: google.rpc.Status
/// with gateway.ErrorDetail in it. What does not parse is left out; at most 64 of them, each cut at
/// 4 KiB.
std::vector<std::string> errorDetails(std::string_view serialized);

/// What a failed call means. `status` is not OK; `who` names the gateway for the text.
GatewayError gatewayError(GatewayCall call, const grpc::Status &status, std::string_view who);

/// Of a transaction that was committed as invalid. Precondition: code is not 0.
GatewayError validationError(int code);

GatewayError gatewayError(Trouble trouble, ErrorCode code, std::string detail);

/// Of what failed on this computer, before or after a call: Other.
GatewayError asGatewayError(const Error &error);

/// Whether this is the error of a network that is still starting; gone in some seconds.
bool isWarmingUp(const Error &error);

/// May the same be tried again in a moment, at this gateway or another one?
bool isPassing(Trouble trouble);

} // namespace keepwell::ledger::fabric
