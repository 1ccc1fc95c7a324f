// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_entries.hpp"

#include <string>
#include <vector>

/// What must hold between the parts of a proof. Internal to the proof sources. Pure functions.
namespace keepwell::audit::proof {

/// The first lines of proof.json: everything but anchors and records.
struct Share
{
    contract::NetworkId network;
    Bytes headBytes;
    crypto::Signature signature{};
    Bytes32 blind{};
    ProvenEntry grant;
    std::optional<ProvenEntry> update;
    ProvenEntry request;
};

using Problems = std::vector<std::string>;

/// Author, grant and opening belong together, each entry is signed and stands under its root.
/// One sentence for each thing that does not hold.
Problems checkShare(const Share &share, const sharing::SharedHead &head);

/// The root that an anchor's entry carries, after the same checks of the entry.
/// Errors: Tampered, saying what does not hold.
Result<Bytes32> anchorRoot(const contract::NetworkId &network, const ProvenEntry &anchor);

} // namespace keepwell::audit::proof
