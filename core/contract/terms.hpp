// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"

#include <cstdint>
#include <string>

namespace keepwell::contract {

/// Why records are shared: the v3 ActReason codes, numbered in the order of the CLI page.
enum class Purpose : std::uint8_t {
    Treat = 0,  ///< TREAT treatment
    Etreat = 1, ///< ETREAT emergency treatment
    Hresch = 2, ///< HRESCH research
    Patrqt = 3, ///< PATRQT the patient asked
    Famrqt = 4, ///< FAMRQT the family asked
    Hpaymt = 5, ///< HPAYMT payment
};

inline constexpr std::uint64_t kLastPurpose = 5;
inline constexpr std::size_t kMostCustodianBytes = 64;
inline constexpr std::chrono::days kLongestGrant{400};

/// What owner and grantee agree on, and what the grantee's key part is bound to.
struct Terms
{
    Purpose purpose = Purpose::Treat;
    Instant notBefore;
    Instant expires;            ///< The first second that is too late.
    std::uint32_t maxOpens = 0; ///< 0: any number.
    std::string custodian;      ///< At most 64 bytes of UTF-8; empty on an embedded ledger.

    friend bool operator==(const Terms &, const Terms &) = default;
};

/// dCBOR {1: purpose, 2: nb, 3: exp, 4: max_opens, 5: custodian}.
Bytes encode(const Terms &terms);

/// Errors: InvalidInput for what encode() would not write.
Result<Terms> parseTerms(ByteView bytes);

/// SHA-256(encode(terms)): in the manifest head, and the aad of the recipient part.
Bytes32 hash(const Terms &terms);

} // namespace keepwell::contract
