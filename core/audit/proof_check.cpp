// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_check.hpp"

#include "core/audit/bundle_reader.hpp"
#include "core/audit/proof_reader.hpp"
#include "core/records/anchor_batch.hpp"
#include "core/sharing/bundle_frame.hpp"

namespace keepwell::audit {

namespace {

constexpr std::size_t kMostProblems = 100;
constexpr std::size_t kMostHeads = 16;

using LogHead = std::pair<std::uint64_t, Bytes32>;

/// One run of verifyProof() over the two files.
class ProofCheck
{
public:
    ProofCheck(proof::Reader reader, proof::BundleReader bundle, std::stop_token stop,
               const ProgressFn &progress)
        : m_reader{std::move(reader)}
        , m_bundle{std::move(bundle)}
        , m_stop{stop}
        , m_progress{progress}
    {
    }

    /// What is wrong with the files ends up in the report; other errors are returned.
    Result<ProofReport> run(ledger::Ledger *ledger)
    {
        if (auto read = readAll(); !read) {
            if (read.error().code != ErrorCode::InvalidInput) {
                return std::unexpected{std::move(read).error()};
            }
            problem(std::move(read.error().detail));
        }
        const bool knowsAll = ledger != nullptr && !ledger->info().isPartial;
        if (knowsAll) {
            KEEPWELL_CHECK(compareWith(*ledger));
        }
        sayWhatIsLeft(knowsAll);
        return std::move(m_report);
    }

private:
    Result<> readAll()
    {
        KEEPWELL_TRY(m_share, m_reader.share());
        m_report.network = m_share.network.toHex();
        const auto head = sharing::SharedHead::parse(m_share.headBytes);
        if (!head) {
            return head.error().code == ErrorCode::Unsupported
                ? std::unexpected{head.error()}
                : fail(ErrorCode::InvalidInput, "the head is damaged: " + head.error().detail);
        }
        m_head = *head;
        m_report.author = m_head.author.toHex();
        m_report.records = m_head.count;
        for (std::string &what : proof::checkShare(m_share, m_head)) {
            problem(std::move(what));
        }
        takeHead(m_share.grant);
        takeHead(m_share.request);
        if (m_share.update) {
            takeHead(*m_share.update);
        }
        KEEPWELL_CHECK(readAnchors());
        auto records = readRecords();
        KEEPWELL_CHECK(checkWholeBundle());
        return records;
    }

    Result<> readAnchors()
    {
        while (true) {
            KEEPWELL_TRY(const auto anchor, m_reader.nextAnchor());
            if (!anchor) {
                return {};
            }
            KEEPWELL_CHECK(stopped());
            const contract::TxId id = anchor->entry.envelope.id();
            if (m_anchors.size() >= m_head.count || id <= m_lastAnchor) {
                return fail(ErrorCode::InvalidInput,
                            "the anchors are not in the order of their ids, or more than records");
            }
            m_lastAnchor = id;
            takeHead(*anchor);
            const auto root = proof::anchorRoot(m_share.network, *anchor);
            if (!root) {
                problem(root.error().detail + " (anchor " + id.toHex() + ")");
            }
            m_anchors.emplace(id, root ? std::optional{*root} : std::nullopt);
        }
    }

    Result<> readRecords()
    {
        crypto::Sha256 table;
        std::uint64_t tableLength = 0;
        std::uint64_t count = 0;
        std::uint64_t offset = sharing::kBundleStart.size();
        KEEPWELL_CHECK(expect(sharing::kBundleStart, "its beginning"));
        while (true) {
            KEEPWELL_TRY(const auto record, m_reader.nextRecord());
            if (!record) {
                break;
            }
            KEEPWELL_CHECK(stopped());
            const std::string name = "record " + std::to_string(count);
            if (count > 0) {
                KEEPWELL_CHECK(expect(sharing::kBundleBetween, "what stands before " + name));
            }
            if (record->row.offset != offset || record->row.length > m_head.bundleLength) {
                return fail(ErrorCode::InvalidInput, name + " is not where the one before it ends");
            }
            const Bytes row = record->row.encode();
            table.update(bigEndian32(static_cast<std::uint32_t>(row.size())));
            table.update(row);
            tableLength += sharing::kLengthBytes + row.size();
            KEEPWELL_CHECK(checkRecord(*record, name));
            offset += record->row.length + sharing::kBundleBetween.size();
            ++count;
        }
        KEEPWELL_CHECK(expect(sharing::kBundleEnd, "its end"));
        if (count != m_head.count || tableLength != m_head.tableLength
            || table.finish() != m_head.tableHash) {
            problem("the list of records is not the one its author signed");
        }
        return {};
    }

    Result<> checkRecord(const proof::Record &record, const std::string &name)
    {
        KEEPWELL_TRY(const auto slice, m_bundle.takeSlice(record.row.length));
        if (m_progress) {
            m_progress(record.row.offset, m_head.bundleLength);
        }
        if (!slice.whole || !slice.object || slice.sha256 != record.sha256) {
            problem(name + " in bundle.json has not the hash that its proof names");
            return {};
        }
        const sharing::Anchorage &anchorage = record.row.anchorage;
        if (!anchorage.anchor) {
            return {};
        }
        const auto anchor = m_anchors.find(*anchorage.anchor);
        if (anchor == m_anchors.end()) {
            problem(name + ": its anchor is not in this proof");
        } else if (const auto &root = anchor->second; root.has_value()) {
            if (anchorage.path.size() <= sharing::kDeepestPath
                && crypto::merkle::verifyInclusion(
                    records::anchorLeaf(anchorage.salt, slice.sha256), anchorage.index,
                    std::uint64_t{1} << anchorage.path.size(), anchorage.path, *root)) {
                ++m_report.proven;
            } else {
                problem(name + ": it does not stand under its anchor");
            }
        }
        return {};
    }

    Result<> checkWholeBundle()
    {
        KEEPWELL_TRY(const auto whole, m_bundle.finish(m_head.bundleLength));
        if (whole.length != m_head.bundleLength || whole.sha256 != m_head.bundleHash) {
            problem("bundle.json is not the one its author signed");
        }
        return {};
    }

    Result<> expect(std::string_view text, const std::string &what)
    {
        KEEPWELL_TRY(const bool same, m_bundle.takeText(text));
        if (!same) {
            problem("bundle.json: " + what + " is not written as in a share");
        }
        return {};
    }

    Result<> compareWith(ledger::Ledger &ledger)
    {
        if (ledger.info().network != m_share.network) {
            problem("the ledger is another network's: " + ledger.info().network.toHex());
            return {};
        }
        KEEPWELL_TRY(const ledger::Head newest, ledger.head({.stop = m_stop}));
        for (const auto &[size, root] : m_heads) {
            bool same = size > 0 && size <= newest.size;
            if (same) {
                KEEPWELL_TRY(const auto path, ledger.consistencyProof(size, newest.size));
                same = crypto::merkle::verifyConsistency(size, newest.size, path, root, newest.root)
                           .has_value();
            }
            if (!same) {
                problem("the ledger's log of " + std::to_string(size)
                        + " entries has not the root that the proof names");
            }
        }
        return {};
    }

    void sayWhatIsLeft(bool withLedger)
    {
        if (!withLedger) {
            for (const auto &[size, root] : m_heads) {
                m_report.toCompare.push_back("That the log of network " + m_report.network
                                             + " with " + std::to_string(size)
                                             + " entries has the root " + toHex(root)
                                             + ": compare it with a ledger you trust.");
            }
        }
        m_report.toCompare.push_back(
            "That the author's key is the person's you think of: compare it with them.");
        m_report.toCompare.push_back("Nothing but the author's word links the key that signed the "
                                     "anchors to the author's key.");
    }

    void takeHead(const ProvenEntry &entry)
    {
        const LogHead head{entry.size, entry.root};
        if (std::ranges::find(m_heads, head) != m_heads.end()) {
            return;
        }
        if (m_heads.size() == kMostHeads) {
            problem("the entries stand under more than 16 roots");
            return;
        }
        m_heads.push_back(head);
    }

    void problem(std::string what)
    {
        if (m_report.problems.size() + 1 < kMostProblems) {
            m_report.problems.push_back(std::move(what));
        } else if (m_report.problems.size() < kMostProblems) {
            m_report.problems.emplace_back("more of the same");
        }
    }

    Result<> stopped() const
    {
        return m_stop.stop_requested()
            ? Result<>{fail(ErrorCode::Cancelled, "stopped while the proof was being checked")}
            : Result<>{};
    }

    proof::Reader m_reader;
    proof::BundleReader m_bundle;
    std::stop_token m_stop;
    const ProgressFn &m_progress;
    proof::Share m_share;
    sharing::SharedHead m_head;
    std::map<contract::TxId, std::optional<Bytes32>> m_anchors; ///< The root, where it holds.
    contract::TxId m_lastAnchor;
    std::vector<LogHead> m_heads;
    ProofReport m_report;
};

} // namespace

Result<ProofReport> verifyProof(const std::filesystem::path &folder, ledger::Ledger *ledger,
                                const std::stop_token &stop, const ProgressFn &progress)
{
    KEEPWELL_TRY(proof::Reader reader, proof::Reader::open(folder / proof::kFileName));
    KEEPWELL_TRY(proof::BundleReader bundle,
                 proof::BundleReader::open(folder / proof::kBundleName));
    return ProofCheck{std::move(reader), std::move(bundle), stop, progress}.run(ledger);
}

} // namespace keepwell::audit
