// SPDX-License-Identifier: Apache-2.0
#include "app/contract/log.hpp"

#include <google/protobuf/stubs/common.h>
#if GOOGLE_PROTOBUF_VERSION < 4022000
#include <google/protobuf/stubs/logging.h>
#endif
#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <ctime>

namespace keepwell::contractserver {
namespace {

constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warning", "error"};

std::string nowText()
{
    const auto now = std::chrono::system_clock::now();
    const auto milliseconds
        = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count()
        % 1000;
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::string thousandths = std::to_string(1000 + milliseconds);
    thousandths.front() = '.';
    return std::string{text.data(), length} + thousandths + "Z";
}

} // namespace

std::optional<Level> levelFrom(std::string_view word)
{
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        if (kLevels[i] == word) {
            return static_cast<Level>(i);
        }
    }
    return std::nullopt;
}

void silenceLibraries()
{
    setenv("GRPC_VERBOSITY", "NONE", 0);
#if GOOGLE_PROTOBUF_VERSION < 4022000
    google::protobuf::SetLogHandler(nullptr);
#endif
}

void Log::line(Level level, std::string_view event, std::initializer_list<Field> fields) const
{
    if (!shows(level)) {
        return;
    }
    nlohmann::ordered_json line;
    line["time"] = nowText();
    line["level"] = kLevels[static_cast<std::size_t>(level)];
    line["event"] = event;
    for (const auto &[name, value] : fields) {
        const std::string key{name};
        std::visit([&line, &key](const auto &what) { line[key] = what; }, value);
    }
    const std::string text
        = line.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
    // One call, so that lines of several threads do not mix.
    std::fwrite(text.data(), 1, text.size(), m_out);
}

} // namespace keepwell::contractserver
