// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"
#include "ui/theme/theme.hpp"

#include <QString>

namespace keepwell::ui {

/// A line of the timeline in words: who in bold, what they did, and a second line.
struct ActivityWords
{
    QString icon;
    ToneName tone;
    QString bold;
    QString text;
    QString second;
};

/// Who reads the timeline: "You". A clinician sends deliveries, a patient takes them.
struct ActivityReader
{
    QString name;
    bool isClinician = false;
};

ActivityWords wordsOf(const ActivityRow &row, const ActivityReader &reader);

/// Why an opening was refused, from the contract's code, in a sentence of our own.
QString refusalSentence(const std::string &code);

/// One whole sentence for screen readers.
QString spoken(const ActivityRow &row, const ActivityReader &reader, Instant now);

} // namespace keepwell::ui
