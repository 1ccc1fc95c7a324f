// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/member/certificate.hpp"

#include <map>
#include <string>
#include <vector>

namespace keepwell::ledger::fabric {

/// Who may issue certificates of one organisation, by the channel's configuration.
struct CertificateAuthorities
{
    std::vector<Certificate> roots;
    std::vector<Certificate> intermediates;
};

/// By MSP id. Empty: nothing is known yet, and nothing is judged by it.
using OrganisationRoots = std::map<std::string, CertificateAuthorities, std::less<>>;

} // namespace keepwell::ledger::fabric
