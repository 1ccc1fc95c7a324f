// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <QString>

#include <string>

namespace keepwell::ui {

/// UTF-8 of core as a QString, with control and direction-changing characters taken out, so that
/// a name cannot dress up as another on a page.
QString plain(const std::string &text);
/// The same words as a tool tip: Qt would draw what looks like HTML in one, pictures included.
QString plainTip(const QString &text);

/// For painting: the text keeps its own direction within a line of the other one ("71 kg" in
/// Hebrew words). Not for accessible names.
QString isolated(const QString &text);

/// A failure for people: what it means in bold, and in plain words what to do.
struct FailureWords
{
    QString bold;
    QString text;
};

FailureWords wordsOf(const Error &error);

/// Both in one line, for a toast.
QString sentenceOf(const Error &error);

} // namespace keepwell::ui
