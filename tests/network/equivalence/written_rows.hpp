// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <map>
#include <string>
#include <vector>

namespace keepwell::test {

/// What the valid transactions of a contract wrote, block after block: its state by itself, read
/// from the blocks without any code of the wallet's.
class WrittenRows
{
public:
    explicit WrittenRows(std::string contract);

    /// Takes one serialized block; always true. Errors: InvalidInput.
    Result<bool> take(ByteView block);

    /// Public rows of the contract, without its index rows ("i…").
    const std::map<std::string, Bytes> &rows() const { return m_rows; }
    /// Fabric's ids of the transactions that had the entry event, in the order of the channel.
    const std::vector<std::string> &events() const { return m_events; }
    /// SHA-256 over u32 length, key, u32 length, value, in key order.
    Bytes32 hash() const;

private:
    bool takeTransaction(const std::string &envelope);
    bool takeWrites(const std::string &results);

    std::string m_contract;
    std::map<std::string, Bytes> m_rows;
    std::vector<std::string> m_events;
};

} // namespace keepwell::test
