// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <string_view>

/// The words for the states of things: the same in JSON and for people.
namespace keepwell::cli {

constexpr std::string_view nameOf(ShareState state)
{
    constexpr std::string_view kNames[]
        = {"queued", "active", "expired", "used up", "revoked", "rejected"};
    return kNames[static_cast<int>(state)];
}

constexpr std::string_view nameOf(InboxState state)
{
    constexpr std::string_view kNames[]
        = {"waiting", "active", "not yet", "expired", "used up", "revoked"};
    return kNames[static_cast<int>(state)];
}

constexpr std::string_view nameOf(DeliveryState state)
{
    constexpr std::string_view kNames[] = {"queued", "sent", "waiting", "filed", "refused"};
    return kNames[static_cast<int>(state)];
}

constexpr std::string_view nameOf(ProofState state)
{
    constexpr std::string_view kNames[] = {"proven", "reported", "conflict", "local"};
    return kNames[static_cast<int>(state)];
}

constexpr std::string_view nameOf(SendState state)
{
    return state == SendState::Queued ? "queued" : "done";
}

/// Of contract::Purpose 0-5, the words of HL7's PurposeOfUse.
inline constexpr std::string_view kPurposes[]
    = {"TREAT", "ETREAT", "HRESCH", "PATRQT", "FAMRQT", "HPAYMT"};

constexpr std::string_view purposeNamed(int purpose)
{
    return purpose >= 0 && purpose < 6 ? kPurposes[purpose] : "";
}

} // namespace keepwell::cli
