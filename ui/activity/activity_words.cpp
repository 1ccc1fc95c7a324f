// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_words.hpp"

#include "ui/words/amounts.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>

namespace keepwell::ui {

namespace {

QString say(const char *words, const char *of = nullptr)
{
    return QCoreApplication::translate("Activity", words, of);
}

QString reasonLine(const ActivityRow &row)
{
    return row.reason.empty() ? QString{} : say("Reason: %1").arg(plain(row.reason));
}

} // namespace

QString refusalSentence(const std::string &code)
{
    if (code.find("REVOKED") != std::string::npos) {
        return say("You had stopped this share.");
    }
    if (code.find("EXPIRED") != std::string::npos || code.find("ENDED") != std::string::npos) {
        return say("This share had ended.");
    }
    if (code.find("USED") != std::string::npos || code.find("OPENS") != std::string::npos
        || code.find("MAX") != std::string::npos) {
        return say("They had opened it as often as you allowed.");
    }
    if (code.find("EARLY") != std::string::npos) {
        return say("This share had not begun yet.");
    }
    return say("They have no share from you.");
}

ActivityWords wordsOf(const ActivityRow &row, const ActivityReader &reader)
{
    const QString who = plain(row.who);
    const QString what = row.what.empty() ? say("records") : amountWords(row.what);
    const bool mine = !row.contact && (who.isEmpty() || who == reader.name);
    const QString someone = mine ? say("You") : who.isEmpty() ? say("Someone") : who;
    const QString other = who.isEmpty() ? say("someone") : who;
    if (row.kind == "opened" && row.purpose == kEmergencyPurpose && !mine) {
        return {"siren", ToneName::Stop, say("Emergency: %1").arg(someone),
                say("opened %1").arg(what),
                row.reason.empty() ? QString{} : say("Reason given: %1").arg(plain(row.reason))};
    }
    if (row.kind == "opened") {
        const QString did = mine ? say("opened %1", "you") : say("opened %1");
        return {"eye", ToneName::Note, someone, did.arg(what), reasonLine(row)};
    }
    if (row.kind == "refused") {
        return {"shield-cross", ToneName::Care,
                mine ? say("Refused: You") : say("Refused: %1").arg(someone),
                (mine ? say("tried to open %1", "you") : say("tried to open %1")).arg(what),
                mine ? say("Nothing was shown.")
                     : refusalSentence(row.code) + QLatin1Char(' ')
                        + say("Nothing was shown. You do not need to do anything.")};
    }
    if (row.kind == "shared") {
        return {"share", ToneName::Main, say("You"), say("shared %1 with %2").arg(what, other),
                reasonLine(row)};
    }
    if (row.kind == "updated") {
        return {"share",
                ToneName::Main,
                say("You"),
                say("renewed the share with %1: %2").arg(other, what),
                {}};
    }
    if (row.kind == "revoked") {
        return {"ban",
                ToneName::Quiet,
                say("You"),
                say("stopped sharing %1 with %2").arg(what, other),
                {}};
    }
    if (row.kind == "ended") {
        return {"clock",
                ToneName::Quiet,
                other,
                say("can open %1 no longer; the time was over").arg(what),
                {}};
    }
    if (row.kind == "delivered") {
        return {"send", ToneName::Note, say("You"), say("sent %1 to %2").arg(what, other),
                reasonLine(row)};
    }
    if (row.kind == "filed" && reader.isClinician) {
        return {"inbox", ToneName::Good, other, say("took %1 into their records").arg(what),
                reasonLine(row)};
    }
    if (row.kind == "filed") {
        return {"inbox", ToneName::Good, other, say("sent %1, now in your records").arg(what),
                reasonLine(row)};
    }
    if (row.kind == "declined" && row.proof == ProofState::Local) { // a late answer to an invite
        return {"contacts", ToneName::Care, other, what, {}};
    }
    if (row.kind == "declined" && reader.isClinician) {
        return {"inbox", ToneName::Quiet, other, say("did not take %1").arg(what), {}};
    }
    if (row.kind == "declined") {
        return {"inbox", ToneName::Quiet, other, say("sent %1, which was not taken").arg(what), {}};
    }
    if (row.kind == "anchored") {
        return {"verified", ToneName::Good, say("You"),
                say("wrote a seal of your records into the shared activity log"),
                say("Nothing of the records is in it.")};
    }
    if (row.kind == "imported") {
        return {"add-records", ToneName::Main, say("You"), say("added %1").arg(what), {}};
    }
    if (row.kind == "exported") {
        return {"save", ToneName::Quiet, say("You"), say("saved a copy of %1").arg(what), {}};
    }
    if (row.kind == "connected") {
        return {"contacts", ToneName::Main, other, say("is a new contact"), {}};
    }
    return {"info", ToneName::Quiet, someone, plain(row.kind) + QLatin1Char(' ') + plain(row.what),
            reasonLine(row)};
}

QString spoken(const ActivityRow &row, const ActivityReader &reader, Instant now)
{
    const ActivityWords words = wordsOf(row, reader);
    const QString line = say("%1 %2. %3. %4. %5.")
                             .arg(words.bold, words.text, whenWas(row.time, now),
                                  badgeOf(row.proof).text, words.second);
    return row.seen ? line : say("Not seen yet. %1").arg(line);
}

} // namespace keepwell::ui
