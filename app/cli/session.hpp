// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/answer.hpp"
#include "core/base/clock.hpp"
#include "core/wallet/wallet.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace keepwell::cli {

/// The options that stand before every command.
struct GlobalOptions
{
    std::filesystem::path home;
    std::filesystem::path passphraseFile; ///< Empty: ask on the terminal.
    bool json = false;
    bool offline = false;
    bool quiet = false;
    bool clockIsRight = false; ///< The person says so: as Wallet::confirmClock().
};

/// One run of the program: what a command needs besides its own options. One thread at a time.
class Session
{
public:
    Session(GlobalOptions options, std::stop_token stop);

    const GlobalOptions &options() const { return m_options; }
    const Clock &clock() const { return m_clock; }
    std::stop_token stop() const { return m_stop; }

    /// The wallet in the home, after its passphrase. Errors: NotFound (no wallet there), Usage (no
    /// way to the passphrase), WrongKey, Conflict (another process uses it), Cancelled.
    Result<std::unique_ptr<Wallet>> unlock() const;

    /// The passphrase of a wallet that is not there yet: typed twice on a terminal.
    Result<crypto::SecretText> newPassphrase() const;
    /// The passphrase of the wallet in the home, as unlock() gets it.
    Result<crypto::SecretText> passphrase() const;

    /// Takes in what is new, for at most five seconds. The value is the time of the state that is
    /// shown when that did not work ("as_of"), else nothing. Errors: Tampered, Cancelled.
    Result<std::optional<std::string>> refresh(Wallet &wallet) const;

    /// For a person who watches; nothing where stderr is no terminal or --quiet was given.
    ProgressFn progress(std::string_view what) const;
    void warn(std::string_view text) const;

private:
    GlobalOptions m_options;
    SystemClock m_clock;
    std::stop_token m_stop;
};

using Command = std::function<Result<Answer>(Session &)>;

} // namespace keepwell::cli
