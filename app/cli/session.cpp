// SPDX-License-Identifier: Apache-2.0
#include "app/cli/session.hpp"

#include "app/cli/dates.hpp"
#include "app/cli/plain_text.hpp"
#include "app/cli/progress_line.hpp"
#include "app/cli/secret_line.hpp"
#include "app/cli/terminal.hpp"

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

namespace keepwell::cli {

namespace {

constexpr std::chrono::seconds kRefreshPatience{5};
constexpr std::string_view kRefreshedAt = "refreshed_at";

/// Stops when the person does, or when the time is over.
class Deadline
{
public:
    Deadline(const std::stop_token &person, std::chrono::seconds patience)
        : m_person{person, [this] { m_source.request_stop(); }}
        , m_timer{[this, patience](const std::stop_token &done) {
            std::unique_lock lock{m_mutex};
            m_wake.wait_for(lock, done, patience, [] { return false; });
            if (!done.stop_requested()) {
                m_source.request_stop();
            }
        }}
    {
    }

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::stop_callback<std::function<void()>> m_person;
    std::jthread m_timer;
};

Result<crypto::SecretText> fromFile(const Session &session, const std::filesystem::path &file)
{
    KEEPWELL_TRY(SecretFile secret, readSecretFile(file));
    if (secret.readableByOthers) {
        session.warn(file.string()
                     + " can be read by other users of this computer; "
                       "chmod 600 it");
    }
    return std::move(secret.line);
}

} // namespace

Session::Session(GlobalOptions options, std::stop_token stop)
    : m_options{std::move(options)}, m_stop{std::move(stop)}
{
}

Result<crypto::SecretText> Session::passphrase() const
{
    return m_options.passphraseFile.empty() ? askHidden("Passphrase", m_stop)
                                            : fromFile(*this, m_options.passphraseFile);
}

Result<crypto::SecretText> Session::newPassphrase() const
{
    if (!m_options.passphraseFile.empty()) {
        return fromFile(*this, m_options.passphraseFile);
    }
    KEEPWELL_TRY(crypto::SecretText first, askHidden("New passphrase", m_stop));
    KEEPWELL_TRY(const crypto::SecretText second, askHidden("The same again", m_stop));
    if (!first.equals(second)) {
        return fail(ErrorCode::InvalidInput, "the two passphrases are not the same");
    }
    return first;
}

Result<std::unique_ptr<Wallet>> Session::unlock() const
{
    if (auto there = Wallet::demandAt(m_options.home); !there) {
        Error error = std::move(there).error();
        if (error.code == ErrorCode::NotFound) {
            error.detail += "; `keepwell-cli init` makes one";
        }
        return std::unexpected{std::move(error)};
    }
    KEEPWELL_TRY(const crypto::SecretText words, passphrase());
    KEEPWELL_TRY(auto wallet, Wallet::unlock(m_options.home, words, m_clock));
    wallet->setOffline(m_options.offline);
    if (m_options.clockIsRight) {
        KEEPWELL_CHECK(wallet->confirmClock());
    }
    return wallet;
}

Result<std::optional<std::string>> Session::refresh(Wallet &wallet) const
{
    if (!m_options.offline) {
        const Deadline deadline{m_stop, kRefreshPatience};
        const auto taken = wallet.refresh(deadline.token());
        if (taken) {
            KEEPWELL_CHECK(wallet.setSetting(kRefreshedAt, isoUtc(m_clock.now())));
            return std::nullopt;
        }
        const bool late = taken.error().code == ErrorCode::Cancelled && !m_stop.stop_requested();
        // Denied: an organisation does not let this wallet in any more, which renewing mends.
        const bool away = late || taken.error().code == ErrorCode::Unavailable
            || taken.error().code == ErrorCode::Denied;
        if (!away) {
            return std::unexpected{taken.error()};
        }
        warn("the network cannot be asked, so this is an older state: "
             + (late ? std::string{"it did not answer in time"} : taken.error().detail));
    }
    KEEPWELL_TRY(std::string asOf, wallet.setting(kRefreshedAt, ""));
    return asOf;
}

ProgressFn Session::progress(std::string_view what) const
{
    return m_options.quiet || !isWatched() ? ProgressFn{} : progressLine(what);
}

void Session::warn(std::string_view text) const
{
    if (!m_options.quiet) {
        std::fprintf(stderr, "keepwell-cli: warning: %s\n", onOneLine(text).c_str());
    }
}

} // namespace keepwell::cli
