// SPDX-License-Identifier: Apache-2.0
#include "app/cli/table.hpp"

#include "app/cli/plain_text.hpp"

#include <algorithm>

namespace keepwell::cli {

namespace {

/// A longer cell makes its own row longer, not every row.
constexpr std::size_t kWidest = 60;

} // namespace

Table::Table(std::vector<std::string> heads) : m_rows{std::move(heads)} {}

void Table::add(const std::vector<std::string> &cells)
{
    std::vector<std::string> row;
    row.reserve(cells.size());
    std::ranges::transform(cells, std::back_inserter(row),
                           [](const std::string &cell) { return onOneLine(cell); });
    m_rows.push_back(std::move(row));
}

std::string Table::text(const std::string &whenEmpty) const
{
    if (m_rows.size() == 1) {
        return whenEmpty + "\n";
    }
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto &row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], std::min(columns(row[i]), kWidest));
        }
    }
    std::string text;
    for (const auto &row : m_rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::size_t width = columns(row[i]);
            text += row[i] + std::string(std::max(widths[i], width) - width + 2, ' ');
        }
        text += row.back() + "\n";
    }
    return text;
}

} // namespace keepwell::cli
