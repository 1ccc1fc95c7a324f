// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/store/cid.hpp"
#include "core/store/object_ref.hpp"

#include <string>
#include <vector>

namespace keepwell::store {

/// The blocks of one object as an IPFS node is told of them: a small block of its own (dag-pb) that
/// links to each, so that one pin keeps them all (docs/decisions/0093). It follows from the set of
/// blocks alone, in whatever order they come, so that nobody has to remember it. Immutable value.
///
/// Source: IPLD "Specification: DAG-PB" (logical format, links without name and size).
class BlockGroup
{
public:
    static constexpr std::size_t kMostBlocks = ObjectRef::kMostSegments;

    /// Errors: InvalidInput for none, or for more than kMostBlocks.
    static Result<BlockGroup> of(std::vector<Cid> blocks);
    /// What encode() writes. Errors: InvalidInput.
    static Result<BlockGroup> parse(ByteView bytes);

    const std::vector<Cid> &blocks() const { return m_blocks; } ///< In order of digests, each once.
    Bytes encode() const;                                       ///< The linking block.
    std::string root() const;                                   ///< Its CID: "bafybei…".

private:
    explicit BlockGroup(std::vector<Cid> blocks) : m_blocks{std::move(blocks)} {}
    std::vector<Cid> m_blocks;
};

} // namespace keepwell::store
