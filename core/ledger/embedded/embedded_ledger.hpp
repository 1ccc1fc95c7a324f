// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/ledger/ledger.hpp"

#include <filesystem>
#include <memory>

namespace keepwell::ledger {

struct EmbeddedOptions
{
    std::optional<Pin> pin; ///< Demand that the file continues this history.
    bool mayCreate = false; ///< Make a new network where no file is.
    ProgressFn progress;    ///< Counts entries, not bytes.
    std::stop_token stop;
};

/// The whole network in one SQLite file on a local disk (docs/spec/ledger-file.md). Any process of
/// this computer's user may have it open and append. One thread at a time per object.
///
/// Every row is hostile until replayed: opening replays all of it (signatures too, but for the
/// entries under `pin`, which this wallet checked before), later calls what is new.
class EmbeddedLedger final : public Ledger
{
public:
    /// Errors: NotFound (no file, mayCreate not set), Unsupported (network or sync folder, naming
    /// why; a newer format), InvalidInput (not a Keepwell ledger), Tampered (rolled back, forked,
    /// edited or truncated: the detail says which and where), Unavailable (disk), Cancelled.
    static Result<std::unique_ptr<EmbeddedLedger>> open(const std::filesystem::path &file,
                                                        const Clock &clock,
                                                        const EmbeddedOptions &options = {});
    ~EmbeddedLedger() override;

    Info info() const override;
    Verdict<Entry> submit(const contract::Envelope &envelope, Patience patience = {}) override;
    Verdict<> deposit(const contract::Deposit &value, Patience patience = {}) override;
    Verdict<Bytes> query(const contract::SignedQuery &query, Patience patience = {}) override;
    Result<Head> head(Patience patience = {}) override;
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit,
                                       Patience patience = {}) override;
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size) override;
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                   std::uint64_t size) override;
    std::shared_ptr<Changes> changes() const override;

    /// SHA-256 of the public state after the newest entry taken in.
    Bytes32 stateHash() const;

private:
    class Host;
    explicit EmbeddedLedger(std::unique_ptr<Host> host);
    std::unique_ptr<Host> m_host;
};

} // namespace keepwell::ledger
