// SPDX-License-Identifier: Apache-2.0
#include "ui/clinic/inbox_words.hpp"

#include <QCoreApplication>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Inbox", words); }

} // namespace

BadgeText badgeOf(InboxState state)
{
    switch (state) {
    case InboxState::Waiting:
        return {ToneName::Quiet, "clock", say("On its way")};
    case InboxState::Open:
        return {ToneName::Good, "check", say("Active")};
    case InboxState::NotYet:
        return {ToneName::Quiet, "clock", say("Not yet")};
    case InboxState::Expired:
        return {ToneName::Quiet, "clock", say("Ended")};
    case InboxState::UsedUp:
        return {ToneName::Quiet, "clock", say("Used up")};
    case InboxState::Ended:
        break;
    }
    return {ToneName::Quiet, "ban", say("Stopped")};
}

QString sentenceOf(InboxState state)
{
    switch (state) {
    case InboxState::Waiting:
        return say("The patient’s part has not arrived yet. We try again.");
    case InboxState::Open:
        return {};
    case InboxState::NotYet:
        return say("This share begins later.");
    case InboxState::Expired:
        return say("The time of this share is over.");
    case InboxState::UsedUp:
        return say("It was opened as often as the patient allowed.");
    case InboxState::Ended:
        break;
    }
    return say("The patient has stopped this share.");
}

BadgeText badgeOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Queued:
        return {ToneName::Quiet, "offline", say("Waiting to send")};
    case DeliveryState::Sent:
        return {ToneName::Note, "send", say("Sent")};
    case DeliveryState::Waiting:
        return {ToneName::Care, "clock", say("Waiting")};
    case DeliveryState::Filed:
        return {ToneName::Good, "check", say("Taken")};
    case DeliveryState::Refused:
        break;
    }
    return {ToneName::Quiet, "ban", say("Not taken")};
}

} // namespace keepwell::ui
