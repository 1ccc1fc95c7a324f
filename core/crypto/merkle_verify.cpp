// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/merkle.hpp"

#include <bit>

namespace keepwell::crypto::merkle {

namespace {

std::unexpected<Error> wrongLength(std::string_view proof)
{
    return fail(ErrorCode::Tampered, std::string{proof} + " proof has the wrong length");
}

/// Whether leaves [start, end) are one node of some tree, full or at its right-hand edge.
bool isSubtree(std::uint64_t start, std::uint64_t end)
{
    constexpr std::uint64_t kMost = std::uint64_t{1} << 63U;
    return start < end && end <= kMost && start % std::bit_ceil(end - start) == 0;
}

std::unexpected<Error> noSubtree(std::uint64_t start, std::uint64_t end)
{
    return fail(ErrorCode::InvalidInput,
                "leaves " + std::to_string(start) + " to " + std::to_string(end)
                    + " are not a subtree");
}

/// The empty tree is consistent with every tree, by no proof.
Result<> checkEmpty(std::span<const Bytes32> proof, const Bytes32 &root)
{
    if (!proof.empty()) {
        return wrongLength("consistency");
    }
    if (root != sha256({})) {
        return fail(ErrorCode::Tampered, "the root of an empty tree is wrong");
    }
    return {};
}

} // namespace

Result<> verifyInclusion(const Bytes32 &leafHash, std::uint64_t index, std::uint64_t size,
                         std::span<const Bytes32> proof, const Bytes32 &root)
{
    if (index >= size) {
        return fail(ErrorCode::InvalidInput,
                    "leaf " + std::to_string(index) + " is not in a tree of "
                        + std::to_string(size));
    }
    // RFC 9162 section 2.1.3.2, in its names.
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Bytes32 r = leafHash;
    for (const Bytes32 &p : proof) {
        if (sn == 0) {
            return wrongLength("inclusion");
        }
        if ((fn & 1U) != 0 || fn == sn) {
            r = nodeHash(p, r);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            r = nodeHash(r, p);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    if (sn != 0) {
        return wrongLength("inclusion");
    }
    if (r != root) {
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
    if (oldSize > 0) {
        return verifySubtreeConsistency(0, oldSize, size, proof, oldRoot, root);
    }
    KEEPWELL_CHECK(checkEmpty(proof, oldRoot));
    return size == 0 ? checkEmpty(proof, root) : Result<>{};
}

Result<> verifySubtreeConsistency(std::uint64_t start, std::uint64_t end, std::uint64_t size,
                                  std::span<const Bytes32> proof, const Bytes32 &subtreeRoot,
                                  const Bytes32 &root)
{
    const bool isEmpty = start == end;
    if (!isEmpty && !isSubtree(start, end)) {
        return noSubtree(start, end);
    }
    if (end > size) {
        return fail(ErrorCode::InvalidInput,
                    "the older tree of " + std::to_string(end) + " is larger than "
                        + std::to_string(size));
    }
    if (isEmpty) {
        return checkEmpty(proof, subtreeRoot);
    }
    // draft-ietf-plants-merkle-tree-certs section 4.4.3, in its names; with start = 0 it is
    // RFC 9162 section 2.1.4.2. Where the subtree is one whole node, the proof leaves it out.
    std::uint64_t fn = start;
    std::uint64_t sn = end - 1;
    std::uint64_t tn = size - 1;
    const auto rise = [&] {
        fn >>= 1U;
        sn >>= 1U;
        tn >>= 1U;
    };
    while (fn != sn && (sn == tn || (sn & 1U) != 0)) {
        rise();
    }
    const bool isNode = fn == sn;
    if (!isNode && proof.empty()) {
        return wrongLength("consistency");
    }
    Bytes32 fr = isNode ? subtreeRoot : proof.front();
    Bytes32 sr = fr;
    for (const Bytes32 &c : proof.subspan(isNode ? 0 : 1)) {
        if (tn == 0) {
            return wrongLength("consistency");
        }
        if ((sn & 1U) != 0 || sn == tn) {
            if (fn < sn) {
                fr = nodeHash(c, fr);
            }
            sr = nodeHash(c, sr);
            while ((sn & 1U) == 0) {
                rise();
            }
        } else {
            sr = nodeHash(sr, c);
        }
        rise();
    }
    if (tn != 0) {
        return wrongLength("consistency");
    }
    if (fr != subtreeRoot || sr != root) {
        return fail(ErrorCode::Tampered, "the two trees are not one history");
    }
    return {};
}

} // namespace keepwell::crypto::merkle
