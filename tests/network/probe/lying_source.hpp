// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/mirror/block_source.hpp"
#include "fabric/block.pb.h"

#include <string>

namespace keepwell::test {

/// What a dishonest peer would show of one block: real blocks of a real peer, changed on their way.
class LyingSource final : public ledger::fabric::BlockSource
{
public:
    /// `lie`: "validity", "commit", "drop", "reorder", "invent" or "hold" (the block and all after it).
    LyingSource(BlockSource &source, std::string lie, std::uint64_t block)
        : m_source{&source}, m_lie{std::move(lie)}, m_block{block}
    {
    }

    const std::string &msp() const override { return m_source->msp(); }

    Result<> deliver(std::uint64_t from, ledger::fabric::BlockContent content, const Take &take,
                     const ledger::Patience &patience) override
    {
        const auto change = [&](ByteView bytes) -> Result<> {
            wire::Block block;
            block.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
            const std::uint64_t number = block.header().number();
            if (m_lie == "hold") {
                return number < m_block ? take(bytes) : Result<>{};
            }
            if (number != m_block) {
                return take(bytes);
            }
            tell(block);
            const std::string changed = block.SerializeAsString();
            return take(bytesOf(changed));
        };
        return m_source->deliver(from, content, change, patience);
    }

private:
    void tell(wire::Block &block) const
    {
        std::string &codes = *block.mutable_metadata()->mutable_metadata(2);
        auto &data = *block.mutable_data()->mutable_data();
        if (m_lie == "validity") {
            codes[0] = codes[0] == 0 ? char{11} : char{0};
        } else if (m_lie == "commit") {
            *block.mutable_metadata()->mutable_metadata(4)->rbegin() ^= 1;
        } else if (m_lie == "drop") {
            data.erase(data.begin());
            codes.erase(0, 1);
            hash(block);
        } else if (m_lie == "invent") {
            block.mutable_data()->add_data(std::string{data[0]});
            codes += char{0};
            hash(block);
        } else if (m_lie == "reorder") {
            block.mutable_header()->set_number(block.header().number() + 1);
        }
    }

    static void hash(wire::Block &block)
    {
        crypto::Sha256 sum;
        for (const std::string &one : block.data().data()) {
            sum.update(bytesOf(one));
        }
        block.mutable_header()->set_data_hash(std::string{textOf(sum.finish())});
    }

    BlockSource *m_source;
    std::string m_lie;
    std::uint64_t m_block;
};

} // namespace keepwell::test
