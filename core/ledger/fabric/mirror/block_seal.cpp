// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/mirror/block_seal.hpp"

#include "core/crypto/hash.hpp"

#include <numeric>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::string_view kLabel{"keepwell/1/mirror\0", 18};

void appendNumber(Bytes &out, std::uint64_t number) { append(out, bigEndian64(number)); }

/// With its length, so that nothing can move over to what follows.
void appendPart(Bytes &out, ByteView part)
{
    appendNumber(out, part.size());
    append(out, part);
}

} // namespace

Bytes BlockSeal::of(const MirrorBlockRow &row, std::span<const std::string> organisations,
                    const History &history, std::span<const std::uint64_t> entries) const
{
    Bytes sealed;
    appendNumber(sealed, row.number);
    append(sealed, row.dataHash);
    append(sealed, row.hash);
    appendPart(sealed, row.validation);
    appendPart(sealed, row.commitHash);
    appendNumber(sealed, row.firstEntry);
    appendNumber(sealed, entries.size());
    for (const std::uint64_t index : entries) {
        appendNumber(sealed, index);
        append(sealed, history.leaves()[index]);
        const auto t = history.effectiveTime(index).time_since_epoch().count();
        appendNumber(sealed, static_cast<std::uint64_t>(t));
    }
    appendNumber(sealed, row.said);
    for (std::size_t bit = 0; bit < organisations.size(); ++bit) {
        if (((row.said >> bit) & 1U) != 0) {
            appendPart(sealed, bytesOf(organisations[bit]));
        }
    }
    return copyOf(
        ByteView{crypto::hmacSha256(m_key.expose(), {bytesOf(kLabel), m_network.view(), sealed})});
}

bool BlockSeal::holds(const MirrorBlockRow &row, std::span<const std::string> organisations,
                      const History &history, std::span<const std::uint64_t> entries) const
{
    return crypto::equalConstantTime(row.seal, of(row, organisations, history, entries));
}

std::vector<std::uint64_t> indicesBetween(std::uint64_t first, std::uint64_t end)
{
    std::vector<std::uint64_t> indices(end - first);
    std::iota(indices.begin(), indices.end(), first);
    return indices;
}

} // namespace keepwell::ledger::fabric
