// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/mirror_content.hpp"

#include "core/ledger/fabric/mirror/pinned_history.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kRowsAtOnce = 4096;

std::unexpected<Error> edited(const std::string &what)
{
    return fail(ErrorCode::Tampered, "edited: the mirror of the channel: " + what);
}

class Loader
{
public:
    Loader(MirrorFile &file, const BlockSeal &seal, const MirrorOptions &options,
           MirrorContent &content)
        : m_file{&file}, m_seal{&seal}, m_options{&options}, m_content{&content}
    {
    }

    Result<> loadEntries();
    Result<> loadBlocks(); ///< After the entries, which stand in them.

private:
    Result<> takeBlock(const MirrorBlockRow &row);
    Result<> checkSeal(const MirrorBlockRow &row, std::uint64_t end) const;
    Result<> takeChained(const MirrorBlockRow &row);
    Result<> takeRows(std::vector<MirrorEntryRow> rows);

    MirrorFile *m_file;
    const BlockSeal *m_seal;
    const MirrorOptions *m_options;
    MirrorContent *m_content;
    std::vector<std::uint64_t> m_configs; ///< Numbers of the blocks that hold one, rising.
    std::optional<Block> m_last;          ///< The newest, unless it is a configuration.
    std::vector<std::string> m_organisations;
    std::optional<MirrorBlockRow> m_before; ///< Its entries end where the next row's begin.
};

Result<> Loader::checkSeal(const MirrorBlockRow &row, std::uint64_t end) const
{
    return m_seal->holds(row, m_organisations, m_content->history,
                         indicesBetween(row.firstEntry, end))
        ? Result<>{}
        : notSealed(row.number);
}

Result<> Loader::takeBlock(const MirrorBlockRow &row)
{
    const std::uint64_t least = m_before ? m_before->firstEntry : 1;
    if (row.firstEntry < least || row.firstEntry > m_content->history.size()) {
        return edited("the entries of block " + std::to_string(row.number) + " are misplaced");
    }
    if (m_before) {
        KEEPWELL_CHECK(checkSeal(*m_before, row.firstEntry));
    }
    m_before = row;
    m_content->words.add(row.firstEntry, row.said);
    return takeChained(row);
}

Result<> Loader::takeChained(const MirrorBlockRow &row)
{
    ChannelChain &chain = m_content->chain;
    if (std::ranges::binary_search(m_configs, row.number)) {
        KEEPWELL_TRY(const auto config, m_file->config(row.number));
        KEEPWELL_TRY(const Block block, parseBlock(config ? ByteView{*config} : ByteView{}));
        if (block.hash != row.hash) {
            return edited("the configuration of block " + std::to_string(row.number)
                          + " is another one");
        }
        KEEPWELL_CHECK(chain.check(block));
        m_last.reset();
        return chain.advance(block);
    }
    const Bytes32 previous = chain.tip();
    Block block = blockOfHeader(row.number, row.number == 0 ? ByteView{} : ByteView{previous},
                                row.dataHash);
    if (row.number == 0 || block.hash != row.hash) {
        return edited("block " + std::to_string(row.number) + " is another one");
    }
    KEEPWELL_CHECK(chain.advanceUnsigned(block));
    m_last = std::move(block);
    return {};
}

Result<> Loader::loadBlocks()
{
    KEEPWELL_TRY(m_organisations, m_file->organisations());
    for (const std::string &msp : m_organisations) {
        KEEPWELL_CHECK(m_content->words.numberOf(msp));
    }
    KEEPWELL_TRY(m_configs, m_file->configBlocks());
    KEEPWELL_CHECK(m_file->eachBlock([this](const MirrorBlockRow &row) { return takeBlock(row); }));
    if (m_before) {
        KEEPWELL_CHECK(checkSeal(*m_before, m_content->history.size()));
    }
    if (m_last) {
        KEEPWELL_TRY(const auto tip, m_file->tip());
        if (!tip) {
            return edited("its newest block is not signed");
        }
        m_last->signatures = tip->signatures;
        KEEPWELL_CHECK(m_content->chain.checkSigned(*m_last));
    }
    return {};
}

Result<> Loader::takeRows(std::vector<MirrorEntryRow> rows)
{
    History &history = m_content->history;
    std::vector<LedgerRow> entries;
    entries.reserve(rows.size());
    for (MirrorEntryRow &row : rows) {
        entries.push_back(std::move(row.entry));
    }
    const std::uint64_t known = m_options->pin ? m_options->pin->size : 0;
    KEEPWELL_TRY(const auto checked,
                 checkRows(std::move(entries), history.size(), &history.network(), known));
    for (std::size_t i = 0; i < checked.size(); ++i) {
        const auto &transaction = checked[i].transaction;
        if (!transaction || transaction->id().bytes() != rows[i].id) {
            return edited("entry " + std::to_string(history.size()) + " has another id");
        }
        KEEPWELL_CHECK(history.take(checked[i], copyOf(rows[i].channelTx)));
    }
    return {};
}

Result<> Loader::loadEntries()
{
    const History &history = m_content->history;
    KEEPWELL_TRY(const auto tip, m_file->tip());
    const std::uint64_t wanted = tip ? tip->entries : 1;
    while (true) {
        if (m_options->stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while reading the mirror of the channel");
        }
        KEEPWELL_TRY(std::vector<MirrorEntryRow> rows,
                     m_file->entries(history.size(), kRowsAtOnce));
        if (rows.empty()) {
            break;
        }
        KEEPWELL_CHECK(takeRows(std::move(rows)));
        if (m_options->progress) {
            m_options->progress(history.size(), wanted);
        }
    }
    return history.size() == wanted ? Result<>{}
                                    : edited("it holds " + std::to_string(history.size())
                                             + " entries, not " + std::to_string(wanted));
}

} // namespace

Result<MirrorContent> MirrorContent::begin(const ChannelOrigin &origin)
{
    KEEPWELL_TRY(History history, beginHistory(origin));
    return MirrorContent{.chain = ChannelChain{origin.genesisBlock, origin.channel},
                         .history = std::move(history),
                         .words = {}};
}

Result<MirrorContent> MirrorContent::load(MirrorFile &file, const ChannelOrigin &origin,
                                          const BlockSeal &seal, const MirrorOptions &options)
{
    KEEPWELL_TRY(MirrorContent content, begin(origin));
    Loader loader{file, seal, options, content};
    KEEPWELL_CHECK(loader.loadEntries());
    KEEPWELL_CHECK(loader.loadBlocks());
    KEEPWELL_CHECK(checkPin(content.history, options.pin));
    return content;
}

} // namespace keepwell::ledger::fabric
