// SPDX-License-Identifier: Apache-2.0
#include "app/contract/genesis.hpp"

#include "app/contract/file_text.hpp"
#include "core/crypto/hash.hpp"

#include <fabric/block.pb.h>

namespace keepwell::contractserver {
namespace {

constexpr std::byte kSequence{0x30};
constexpr std::byte kInteger{0x02};
constexpr std::byte kOctetString{0x04};

/// Of block 0 alone: its number is one byte, its hashes are short.
Bytes derOfGenesis(ByteView dataHash)
{
    Bytes inner{kInteger,
                std::byte{1},
                std::byte{0},
                kOctetString,
                std::byte{0},
                kOctetString,
                static_cast<std::byte>(dataHash.size())};
    append(inner, dataHash);
    Bytes der{kSequence, static_cast<std::byte>(inner.size())};
    append(der, inner);
    return der;
}

} // namespace

Result<Bytes32> genesisHashOf(const std::string &block)
{
    wire::Block parsed;
    if (!parsed.ParseFromString(block) || !parsed.has_header()) {
        return fail(ErrorCode::InvalidInput, "the genesis block cannot be read");
    }
    if (parsed.header().number() != 0 || !parsed.header().previous_hash().empty()) {
        return fail(ErrorCode::InvalidInput, "the block is not the first one of a channel");
    }
    crypto::Sha256 data;
    for (const std::string &entry : parsed.data().data()) {
        data.update(bytesOf(entry));
    }
    const Bytes32 hash = data.finish();
    if (parsed.header().data_hash() != textOf(hash)) {
        return fail(ErrorCode::InvalidInput,
                    "the genesis block was changed: its data hash is wrong");
    }
    return crypto::sha256(derOfGenesis(hash));
}

Result<Bytes32> genesisHashIn(const std::string &file)
{
    KEEPWELL_TRY(const std::string block, readFile(file));
    return genesisHashOf(block);
}

} // namespace keepwell::contractserver
