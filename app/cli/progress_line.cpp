// SPDX-License-Identifier: Apache-2.0
#include "app/cli/progress_line.hpp"

#include <cstdio>
#include <memory>
#include <string>

namespace keepwell::cli {

namespace {

/// The line on the terminal; wipes itself away.
class Line
{
public:
    explicit Line(std::string_view what) : m_what{what} {}
    ~Line()
    {
        if (m_isShown) {
            std::fputs("\r\033[K", stderr);
        }
    }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    void show(std::uint64_t done, std::uint64_t total)
    {
        const auto percent
            = total == 0 ? 0.0 : 100.0 * static_cast<double>(done) / static_cast<double>(total);
        std::fprintf(stderr, "\r%s %.0f %%\033[K", m_what.c_str(), percent);
        std::fflush(stderr);
        m_isShown = true;
    }

private:
    std::string m_what;
    bool m_isShown = false;
};

} // namespace

ProgressFn progressLine(std::string_view what)
{
    return [line = std::make_shared<Line>(what)](std::uint64_t done, std::uint64_t total) {
        line->show(done, total);
    };
}

} // namespace keepwell::cli
