// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_words.hpp"

#include "ui/words/amounts.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>

#include <optional>

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

/// The words that most sentences need.
struct Named
{
    bool mine; ///< My own act.
    QString someone, other, what;
};

Named namedIn(const ActivityRow &row, const ActivityReader &reader)
{
    const QString who = plain(row.who);
    const bool mine = !row.contact && (who.isEmpty() || who == reader.name);
    return {.mine = mine,
            .someone = mine     ? say("You")
                : who.isEmpty() ? say("Someone")
                                : who,
            .other = who.isEmpty() ? say("someone") : who,
            .what = row.what.empty() ? say("records") : amountWords(row.what)};
}

std::optional<ActivityWords> openingWords(const ActivityRow &row, const Named &named)
{
    if (row.kind == "opened" && row.purpose == kEmergencyPurpose && !named.mine) {
        return ActivityWords{"siren", ToneName::Stop, say("Emergency: %1").arg(named.someone),
                             say("opened %1").arg(named.what),
                             row.reason.empty() ? QString{}
                                                : say("Reason given: %1").arg(plain(row.reason))};
    }
    if (row.kind == "opened") {
        const QString did = named.mine ? say("opened %1", "you") : say("opened %1");
        return ActivityWords{"eye", ToneName::Note, named.someone, did.arg(named.what),
                             reasonLine(row)};
    }
    if (row.kind == "refused") {
        return ActivityWords{
            "shield-cross", ToneName::Care,
            named.mine ? say("Refused: You") : say("Refused: %1").arg(named.someone),
            (named.mine ? say("tried to open %1", "you") : say("tried to open %1")).arg(named.what),
            named.mine ? say("Nothing was shown.")
                       : refusalSentence(row.code) + QLatin1Char(' ')
                    + say("Nothing was shown. You do not need to do anything.")};
    }
    return std::nullopt;
}

std::optional<ActivityWords> shareWords(const ActivityRow &row, const Named &named)
{
    if (row.kind == "shared") {
        return ActivityWords{"share", ToneName::Main, say("You"),
                             say("shared %1 with %2").arg(named.what, named.other),
                             reasonLine(row)};
    }
    if (row.kind == "updated") {
        return ActivityWords{"share",
                             ToneName::Main,
                             say("You"),
                             say("renewed the share with %1: %2").arg(named.other, named.what),
                             {}};
    }
    if (row.kind == "revoked") {
        return ActivityWords{"ban",
                             ToneName::Quiet,
                             say("You"),
                             say("stopped sharing %1 with %2").arg(named.what, named.other),
                             {}};
    }
    if (row.kind == "ended") {
        return ActivityWords{"clock",
                             ToneName::Quiet,
                             named.other,
                             say("can open %1 no longer; the time was over").arg(named.what),
                             {}};
    }
    return std::nullopt;
}

std::optional<ActivityWords> deliveryWords(const ActivityRow &row, const Named &named,
                                           bool isClinician)
{
    if (row.kind == "delivered") {
        return ActivityWords{"send", ToneName::Note, say("You"),
                             say("sent %1 to %2").arg(named.what, named.other), reasonLine(row)};
    }
    if (row.kind == "filed" && isClinician) {
        return ActivityWords{"inbox", ToneName::Good, named.other,
                             say("took %1 into their records").arg(named.what), reasonLine(row)};
    }
    if (row.kind == "filed") {
        return ActivityWords{"inbox", ToneName::Good, named.other,
                             say("sent %1, now in your records").arg(named.what), reasonLine(row)};
    }
    if (row.kind == "declined" && row.proof == ProofState::Local) { // a late answer to an invite
        return ActivityWords{"contacts", ToneName::Care, named.other, named.what, {}};
    }
    if (row.kind == "declined" && isClinician) {
        return ActivityWords{
            "inbox", ToneName::Quiet, named.other, say("did not take %1").arg(named.what), {}};
    }
    if (row.kind == "declined") {
        return ActivityWords{"inbox",
                             ToneName::Quiet,
                             named.other,
                             say("sent %1, which was not taken").arg(named.what),
                             {}};
    }
    return std::nullopt;
}

std::optional<ActivityWords> ownWords(const ActivityRow &row, const Named &named)
{
    if (row.kind == "anchored") {
        return ActivityWords{"verified", ToneName::Good, say("You"),
                             say("wrote a seal of your records into the shared activity log"),
                             say("Nothing of the records is in it.")};
    }
    if (row.kind == "imported") {
        return ActivityWords{
            "add-records", ToneName::Main, say("You"), say("added %1").arg(named.what), {}};
    }
    if (row.kind == "exported") {
        return ActivityWords{
            "save", ToneName::Quiet, say("You"), say("saved a copy of %1").arg(named.what), {}};
    }
    if (row.kind == "connected") {
        return ActivityWords{"contacts", ToneName::Main, named.other, say("is a new contact"), {}};
    }
    return std::nullopt;
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
    const Named named = namedIn(row, reader);
    for (auto &words : {openingWords(row, named), shareWords(row, named),
                        deliveryWords(row, named, reader.isClinician), ownWords(row, named)}) {
        if (words) {
            return *words;
        }
    }
    return {"info", ToneName::Quiet, named.someone,
            plain(row.kind) + QLatin1Char(' ') + plain(row.what), reasonLine(row)};
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
