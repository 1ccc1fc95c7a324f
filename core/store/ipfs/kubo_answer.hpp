// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/store/cid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading the JSON answers of Kubo's RPC (/api/v0, Kubo 0.2x to 0.4x). All of it is hostile: only
/// the members that are used are read, and text is brought to something that can be shown.
/// Every function here fails with Unavailable when the answer is not of its form.
namespace keepwell::store::kubo {

/// What an answer of status 500 means for us.
struct Refusal
{
    enum class Kind : std::uint8_t {
        NotFound,  ///< The node does not have the block, and was not to ask others.
        NotInTime, ///< Nobody it knows gave it in time.
        NotPinned,
        DiskFull,
        Other,
    };
    Kind kind = Kind::Other;
    std::string words; ///< Its message: printable ASCII, at most 200 characters.
};

/// Reads any bytes: what is no JSON is Other, without words.
Refusal refusal(ByteView body);

/// block/put and block/stat: the CID under which it lies, and its size.
struct BlockStat
{
    std::string cid; ///< As the node spells it.
    std::uint64_t size = 0;
};
Result<BlockStat> blockStat(ByteView body);

/// pin/rm: whether it took away this pin.
bool unpinned(ByteView body, std::string_view cid);

/// block/rm, one line a block: the CIDs of those that it did not remove, as far as they are ours.
Result<std::vector<Cid>> notRemoved(ByteView body);

/// id
struct Identity
{
    std::string peerId;
    std::string version; ///< "kubo/0.44.0"
};
Result<Identity> identity(ByteView body);

/// repo/stat, in bytes.
struct RepoSize
{
    std::uint64_t size = 0;
    std::optional<std::uint64_t> most; ///< Nothing when there is no limit.
};
Result<RepoSize> repoSize(ByteView body);

/// swarm/peers: how many.
Result<std::uint64_t> peerCount(ByteView body);

} // namespace keepwell::store::kubo
