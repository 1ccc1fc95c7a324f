// SPDX-License-Identifier: Apache-2.0
#include "app/cli/terminal.hpp"

#include "app/cli/secret_line.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace keepwell::cli {

namespace {

/// Typed letters are not shown while it lives.
class EchoOff
{
public:
    EchoOff()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0) {
            return;
        }
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL;
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~EchoOff()
    {
        if (m_changed) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

    bool works() const { return m_changed; }

private:
    termios m_before{};
    bool m_changed = false;
};

/// True once a line can be read; false when the person gave up.
bool waitForLine(const std::stop_token &stop)
{
    constexpr int kMilliseconds = 100;
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    while (!stop.stop_requested()) {
        if (poll(&input, 1, kMilliseconds) != 0) {
            return true;
        }
    }
    return false;
}

} // namespace

bool canAsk() { return isatty(STDIN_FILENO) == 1; }

bool isWatched() { return isatty(STDERR_FILENO) == 1; }

Result<crypto::SecretText> askHidden(const std::string &question, const std::stop_token &stop)
{
    if (!canAsk()) {
        return fail(ErrorCode::Usage,
                    "there is no terminal to ask for the passphrase; give "
                    "--passphrase-file FILE");
    }
    const EchoOff hidden;
    if (!hidden.works()) {
        return fail(ErrorCode::Unavailable, "the terminal cannot hide what is typed");
    }
    std::fputs((question + ": ").c_str(), stderr);
    std::fflush(stderr);
    if (!waitForLine(stop)) {
        std::fputs("\n", stderr);
        return fail(ErrorCode::Cancelled, "no passphrase was typed; nothing was done");
    }
    return readSecretLine(STDIN_FILENO, "what was typed");
}

} // namespace keepwell::cli
