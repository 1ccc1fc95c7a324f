// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdio>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace keepwell::contractserver {

enum class Level { Debug, Info, Warning, Error };

/// "debug", "info", "warning", "error"; nullopt for another word.
std::optional<Level> levelFrom(std::string_view word);

/// Keeps gRPC and Protocol Buffers from writing lines of their own to standard error, which a peer
/// could fill with what it likes. Before the first use of either.
void silenceLibraries();

/// One JSON object a line: time, level, event and its fields. Never a payload, a key, or an id that
/// links people: callers name functions, codes, counts, durations and addresses. Thread-safe.
class Log
{
public:
    using Field = std::pair<std::string_view, std::variant<std::int64_t, std::string_view>>;

    /// `out` must live as long as the log.
    Log(Level least, std::FILE *out) : m_least{least}, m_out{out} {}

    void line(Level level, std::string_view event, std::initializer_list<Field> fields = {}) const;
    bool shows(Level level) const { return level >= m_least; }

private:
    Level m_least;
    std::FILE *m_out;
};

} // namespace keepwell::contractserver
