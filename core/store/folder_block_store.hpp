// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/block_store.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace keepwell::store {

/// Blocks as files of a folder: FOLDER/<two letters>/<cid>, the letters before the last one of the
/// CID (Kubo's `next-to-last/2`). Until sync() has had the object of a block, it is a temporary file
/// that this store alone knows: what dies before leaves nothing that has a name. Then it appears
/// whole (rename). Files are 0600, folders 0700. Thread-safe; any number of processes may share the folder.
class FolderBlockStore final : public BlockStore
{
public:
    /// Creates the folder when it is not there, and removes temporary files a crash left behind a
    /// day ago or earlier. Errors: Unavailable when it cannot be made or entered.
    static Result<std::unique_ptr<FolderBlockStore>> open(const std::filesystem::path &folder);

    ~FolderBlockStore() override;

    /// Every block that has its name, in no order. Errors: Unavailable.
    Result<std::vector<Cid>> list() const;

    Result<> sync(const std::vector<Cid> &object) override;
    Result<bool> has(const Cid &cid) const override;
    Result<> remove(const std::vector<Cid> &object) override;
    std::string name() const override { return "the blocks folder"; }

protected:
    Result<> write(const Cid &cid, ByteView block) override;
    Result<> read(const Cid &cid, Bytes &block, const std::stop_token &stop) const override;

private:
    struct State;
    explicit FolderBlockStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace keepwell::store
