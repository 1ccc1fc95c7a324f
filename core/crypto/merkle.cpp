// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/merkle.hpp"

#include "core/crypto/hash.hpp"

#include <bit>

namespace keepwell::crypto::merkle {

namespace {

constexpr std::array kLeafPrefix{std::byte{0x00}};
constexpr std::array kNodePrefix{std::byte{0x01}};

using Leaves = std::span<const Bytes32>;

/// Leaves of the left subtree: the largest power of two below `size`. Requires size > 1.
std::size_t split(std::size_t size) { return std::bit_floor(size - 1); }

/// RFC 6962 section 2.1.2, SUBPROOF.
void subProof(Leaves leaves, std::size_t oldSize, bool isWhole, Proof &proof)
{
    if (oldSize == leaves.size()) {
        if (!isWhole) {
            proof.push_back(root(leaves));
        }
        return;
    }
    const std::size_t left = split(leaves.size());
    if (oldSize <= left) {
        subProof(leaves.first(left), oldSize, isWhole, proof);
        proof.push_back(root(leaves.subspan(left)));
    } else {
        subProof(leaves.subspan(left), oldSize - left, false, proof);
        proof.push_back(root(leaves.first(left)));
    }
}

} // namespace

Bytes32 leafHash(ByteView leaf) { return sha256({kLeafPrefix, leaf}); }

Bytes32 nodeHash(const Bytes32 &left, const Bytes32 &right)
{
    return sha256({kNodePrefix, left, right});
}

Bytes32 root(Leaves leafHashes)
{
    CompactTree tree;
    for (const Bytes32 &leaf : leafHashes) {
        tree.append(leaf);
    }
    return tree.root();
}

Proof inclusionProof(Leaves leafHashes, std::uint64_t index)
{
    // RFC 6962 section 2.1.1, from the root down; the proof is written from the leaf up.
    Proof proof;
    std::size_t at = index;
    while (leafHashes.size() > 1) {
        const std::size_t left = split(leafHashes.size());
        if (at < left) {
            proof.push_back(root(leafHashes.subspan(left)));
            leafHashes = leafHashes.first(left);
        } else {
            proof.push_back(root(leafHashes.first(left)));
            leafHashes = leafHashes.subspan(left);
            at -= left;
        }
    }
    return {proof.rbegin(), proof.rend()};
}

Proof consistencyProof(Leaves leafHashes, std::uint64_t oldSize)
{
    Proof proof;
    if (oldSize > 0) {
        subProof(leafHashes, oldSize, true, proof);
    }
    return proof;
}

void CompactTree::append(const Bytes32 &leafHash)
{
    Bytes32 hash = leafHash;
    for (std::uint64_t full = m_size; (full & 1U) != 0; full >>= 1U) {
        hash = nodeHash(m_edge.back(), hash);
        m_edge.pop_back();
    }
    m_edge.push_back(hash);
    ++m_size;
}

Bytes32 CompactTree::root() const
{
    if (m_edge.empty()) {
        return sha256({});
    }
    Bytes32 hash = m_edge.back();
    for (auto left = m_edge.rbegin() + 1; left != m_edge.rend(); ++left) {
        hash = nodeHash(*left, hash);
    }
    return hash;
}

} // namespace keepwell::crypto::merkle
