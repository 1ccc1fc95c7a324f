// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <string_view>

namespace keepwell::identity {

/// What a wallet's owner is to the others; the number is what stands in invites and hellos.
enum class Role : std::uint8_t {
    Patient = 0,
    Clinician = 1,
    Organisation = 2,
    Sponsor = 3,
};

/// "patient", "clinician", "organisation", "sponsor": the words of keepwell-cli.
constexpr std::string_view nameOf(Role role)
{
    constexpr std::string_view kNames[] = {"patient", "clinician", "organisation", "sponsor"};
    return kNames[static_cast<std::uint8_t>(role)];
}

/// Errors: InvalidInput for any other word.
inline Result<Role> parseRole(std::string_view name)
{
    for (const Role role : {Role::Patient, Role::Clinician, Role::Organisation, Role::Sponsor}) {
        if (name == nameOf(role)) {
            return role;
        }
    }
    return fail(ErrorCode::InvalidInput, "a role is patient, clinician, organisation or sponsor");
}

} // namespace keepwell::identity
