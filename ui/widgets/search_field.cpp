// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/search_field.hpp"

#include "ui/theme/icon.hpp"

#include <algorithm>

namespace keepwell::ui {

namespace {

// Design pixels, so that the whole name can be read: the icon and the margins, and a wide letter.
constexpr int kBesideWords = 64;
constexpr int kLetter = 10;

} // namespace

QLineEdit *makeSearchField(const QString &name, const QString &keys, QWidget *parent)
{
    auto *field = new QLineEdit{parent};
    field->setPlaceholderText(name);
    field->setAccessibleName(name);
    field->setToolTip(keys);
    field->setProperty("role", "search");
    field->setClearButtonEnabled(true);
    field->addAction(icon(u"search", IconColour::Second), QLineEdit::LeadingPosition);
    field->setMinimumWidth(
        px(std::max(180, kBesideWords + kLetter * static_cast<int>(name.size()))));
    field->setMaximumWidth(px(320));
    return field;
}

bool startSearch(QLineEdit &field, const QString &words)
{
    if (!field.isVisible()) {
        return false; // there is nothing to search
    }
    field.setFocus(Qt::ShortcutFocusReason);
    field.selectAll();
    if (!words.isEmpty()) {
        field.setText(words);
    }
    return true;
}

} // namespace keepwell::ui
