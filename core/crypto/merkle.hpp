// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// RFC 6962 section 2.1: Merkle hash trees. Pure functions, no I/O; safe from any thread.
namespace keepwell::crypto::merkle {

Bytes32 leafHash(ByteView leaf);                             ///< SHA-256(0x00 || leaf)
Bytes32 nodeHash(const Bytes32 &left, const Bytes32 &right); ///< SHA-256(0x01 || left || right)
Bytes32 root(std::span<const Bytes32> leafHashes); ///< MTH; the empty tree is SHA-256("").

using Proof = std::vector<Bytes32>;
/// Requires index < leafHashes.size().
Proof inclusionProof(std::span<const Bytes32> leafHashes, std::uint64_t index);
/// Requires oldSize <= leafHashes.size().
Proof consistencyProof(std::span<const Bytes32> leafHashes, std::uint64_t oldSize);

/// Errors: InvalidInput when index >= size; Tampered when the proof does not lead to `root`.
Result<> verifyInclusion(const Bytes32 &leafHash, std::uint64_t index, std::uint64_t size,
                         std::span<const Bytes32> proof, const Bytes32 &root);
/// Errors: InvalidInput when oldSize > size; Tampered when the two trees are not one history.
Result<> verifyConsistency(std::uint64_t oldSize, std::uint64_t size,
                           std::span<const Bytes32> proof, const Bytes32 &oldRoot,
                           const Bytes32 &root);

/// The same for the subtree of leaves [start, end), which is one only if `start` is a multiple of the
/// power of two that holds end - start (draft-ietf-plants-merkle-tree-certs section 4.1).
/// Errors: as verifyConsistency(); InvalidInput also when [start, end) is no subtree.
Result<> verifySubtreeConsistency(std::uint64_t start, std::uint64_t end, std::uint64_t size,
                                  std::span<const Bytes32> proof, const Bytes32 &subtreeRoot,
                                  const Bytes32 &root);

/// The right-hand edge of a growing tree: O(log n) memory, O(1) amortised append.
class CompactTree
{
public:
    void append(const Bytes32 &leafHash);
    std::uint64_t size() const { return m_size; }
    Bytes32 root() const;

private:
    std::uint64_t m_size = 0;
    std::vector<Bytes32> m_edge; ///< Roots of the full subtrees, the largest first.
};

} // namespace keepwell::crypto::merkle
