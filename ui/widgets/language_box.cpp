// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/language_box.hpp"

#include "ui/theme/icon.hpp"

#include <QLocale>

namespace keepwell::ui {

LanguageBox::LanguageBox(QWidget *parent) : QComboBox{parent}
{
    setAccessibleName(tr("Language"));
    addItem(icon(u"language"), QStringLiteral("English"), QStringLiteral("en"));
    addItem(icon(u"language"), QStringLiteral("Deutsch"), QStringLiteral("de"));
    setCurrentIndex(QLocale{}.language() == QLocale::German ? 1 : 0);
    connect(this, &QComboBox::activated, this,
            [this](int index) { emit chosen(itemData(index).toString()); });
}

} // namespace keepwell::ui
