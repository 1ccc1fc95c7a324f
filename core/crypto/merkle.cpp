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

std::unexpected<Error> wrongLength(std::string_view proof)
{
    return fail(ErrorCode::Tampered, std::string{proof} + " proof has the wrong length");
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

Result<> verifyInclusion(const Bytes32 &leafHash, std::uint64_t index, std::uint64_t size,
                         std::span<const Bytes32> proof, const Bytes32 &root)
{
    if (index >= size) {
        return fail(ErrorCode::InvalidInput,
                    "leaf " + std::to_string(index) + " is not in a tree of "
                        + std::to_string(size));
    }
    // RFC 9162 section 2.1.3.2.
    std::uint64_t at = index;
    std::uint64_t last = size - 1;
    Bytes32 hash = leafHash;
    for (const Bytes32 &sibling : proof) {
        if (last == 0) {
            return wrongLength("inclusion");
        }
        if ((at & 1U) != 0 || at == last) {
            hash = nodeHash(sibling, hash);
            while ((at & 1U) == 0 && at != 0) {
                at >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        at >>= 1U;
        last >>= 1U;
    }
    if (last != 0) {
        return wrongLength("inclusion");
    }
    if (hash != root) {
        return fail(ErrorCode::Tampered,
                    "inclusion proof of leaf " + std::to_string(index)
                        + " does not lead to the root");
    }
    return {};
}

Result<> verifyConsistency(std::uint64_t oldSize, std::uint64_t size,
                           std::span<const Bytes32> proof, const Bytes32 &oldRoot,
                           const Bytes32 &root)
{
    if (oldSize > size) {
        return fail(ErrorCode::InvalidInput,
                    "the older tree of " + std::to_string(oldSize) + " is larger than "
                        + std::to_string(size));
    }
    if (oldSize == size || oldSize == 0) {
        if (!proof.empty()) {
            return wrongLength("consistency");
        }
        const Bytes32 expected = oldSize == size ? root : sha256({});
        if (oldRoot != expected) {
            return fail(ErrorCode::Tampered, "the roots of one tree differ");
        }
        return {};
    }
    // RFC 9162 section 2.1.4.2; a whole power of two stands for its own first node.
    std::uint64_t at = oldSize - 1;
    std::uint64_t last = size - 1;
    const int whole = std::countr_one(at);
    at >>= static_cast<unsigned>(whole);
    last >>= static_cast<unsigned>(whole);
    const bool startsWithOldRoot = at == 0;
    if (proof.empty() && !startsWithOldRoot) {
        return wrongLength("consistency");
    }
    Bytes32 oldHash = startsWithOldRoot ? oldRoot : proof.front();
    Bytes32 hash = oldHash;
    for (const Bytes32 &node : proof.subspan(startsWithOldRoot ? 0 : 1)) {
        if (last == 0) {
            return wrongLength("consistency");
        }
        if ((at & 1U) != 0 || at == last) {
            oldHash = nodeHash(node, oldHash);
            hash = nodeHash(node, hash);
            while ((at & 1U) == 0 && at != 0) {
                at >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = nodeHash(hash, node);
        }
        at >>= 1U;
        last >>= 1U;
    }
    if (last != 0) {
        return wrongLength("consistency");
    }
    if (oldHash != oldRoot || hash != root) {
        return fail(ErrorCode::Tampered, "the two trees are not one history");
    }
    return {};
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
