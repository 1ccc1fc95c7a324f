// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exit_status.hpp"
#include "app/cli/interrupt.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/plain_text.hpp"
#include "app/cli/program.hpp"
#include "core/crypto/core_dump.hpp"
#include "core/crypto/sodium.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>

namespace {

using namespace keepwell;

/// A stream that the caller closed is taken, so that no file of the wallet gets its number and what
/// is printed. Opened the wrong way round: using it stays an error.
void keepStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) < 0) {
            const int direction = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;
            static_cast<void>(open("/dev/null", direction)); // the lowest free number: this one
        }
    }
}

/// False when it could not be written; a reader that went away early (`| head`) is no failure.
bool print(std::string_view bytes, bool endLine)
{
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    if (endLine && (bytes.empty() || bytes.back() != '\n')) {
        std::fputc('\n', stdout);
    }
    return std::fflush(stdout) == 0 || errno == EPIPE;
}

int printError(const Error &error, bool asJson)
{
    if (asJson) {
        print(cli::json::error(error), true);
    }
    std::fprintf(stderr, "keepwell-cli: %s\n", cli::onOneLine(error.detail).c_str());
    return cli::exitStatus(error.code);
}

int printAnswer(cli::Answer &answer, bool asJson)
{
    std::string &said = asJson ? answer.json : answer.text;
    const bool isPrinted = print(said, !answer.isVerbatim && (asJson || !said.empty()));
    if (answer.isSecret) {
        sodium_memzero(answer.json.data(), answer.json.size());
        sodium_memzero(answer.text.data(), answer.text.size());
    }
    if (!isPrinted) {
        return printError({ErrorCode::Unavailable, "it is done, but the answer cannot be written"},
                          false);
    }
    if (answer.failure) {
        std::fprintf(stderr, "keepwell-cli: %s\n", cli::onOneLine(answer.failure->detail).c_str());
        return cli::exitStatus(answer.failure->code);
    }
    return 0;
}

int run(int count, char **arguments)
{
    auto parsed = cli::parseArguments(count, arguments);
    if (!parsed) {
        return printError(parsed.error(), cli::wantsJson(count, arguments));
    }
    if (parsed->shown) {
        return print(*parsed->shown, true) ? 0 : cli::exitStatus(ErrorCode::Unavailable);
    }
    const cli::Interrupt interrupt;
    crypto::initialise();
    cli::Session session{parsed->options, interrupt.token()};
    auto answer = parsed->command(session);
    return answer ? printAnswer(*answer, session.options().json)
                  : printError(answer.error(), session.options().json);
}

} // namespace

int main(int count, char **arguments)
{
    crypto::forbidCoreDumps();
    keepStandardStreams();
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is an ordinary error
    std::setlocale(LC_CTYPE, "C.UTF-8");
    try {
        return run(count, arguments);
    } catch (const std::exception &exception) {
        return printError({ErrorCode::Failed, exception.what()}, cli::wantsJson(count, arguments));
    }
}
