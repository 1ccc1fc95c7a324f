// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace keepwell::cli {

/// Rows in columns for people. Cells are made safe for a terminal as they come in.
class Table
{
public:
    explicit Table(std::vector<std::string> heads);

    /// Precondition: as many cells as heads.
    void add(const std::vector<std::string> &cells);

    /// Heads and rows, or `whenEmpty` on a line of its own.
    std::string text(const std::string &whenEmpty) const;

private:
    std::vector<std::vector<std::string>> m_rows; ///< The heads are row 0.
};

} // namespace keepwell::cli
