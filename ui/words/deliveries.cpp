// SPDX-License-Identifier: Apache-2.0
#include "ui/words/deliveries.hpp"

#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>

#include <string_view>

namespace keepwell::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("Deliveries", text); }

constexpr std::string_view kAbout = "it is about ";
constexpr std::string_view kBorn = ", born ";

} // namespace

QString nameAndBirth(const std::string &name, const std::string &born)
{
    return born.empty()
        ? plain(name)
        : say(QT_TRANSLATE_NOOP("Deliveries", "%1, born %2")).arg(plain(name), shortDate(born));
}

QString whyItWaits(const std::string &waitingFor)
{
    const std::string_view why = waitingFor;
    if (why.starts_with(kAbout)) {
        const std::string_view who = why.substr(kAbout.size());
        const std::size_t born = who.rfind(kBorn);
        return say(QT_TRANSLATE_NOOP("Deliveries", "It waits for you. The records name %1."))
            .arg(born == std::string_view::npos
                     ? plain(std::string{who})
                     : nameAndBirth(std::string{who.substr(0, born)},
                                    std::string{who.substr(born + kBorn.size())}));
    }
    if (why == "it does not say whom it is about") {
        return say(QT_TRANSLATE_NOOP("Deliveries",
                                     "It waits for you. It does not say whose records they are."));
    }
    if (why == "it is from somebody you do not know") {
        return say(QT_TRANSLATE_NOOP("Deliveries",
                                     "It waits for you. It is from somebody you do not know."));
    }
    if (why == "you have blocked this contact") {
        return say(
            QT_TRANSLATE_NOOP("Deliveries", "It waits for you. You have blocked this contact."));
    }
    if (why == "the check words were not compared") {
        return say(QT_TRANSLATE_NOOP(
            "Deliveries", "It waits for you. You have not compared the check words with them."));
    }
    if (why == "it arrived changed: refuse it, or ask for it to be sent again") {
        return say(QT_TRANSLATE_NOOP("Deliveries",
                                     "It arrived changed, and cannot be taken. Ask for it to be "
                                     "sent again."));
    }
    return why.empty() ? QString{}
                       : say(QT_TRANSLATE_NOOP("Deliveries", "It waits for you because %1."))
                             .arg(plain(waitingFor));
}

} // namespace keepwell::ui
