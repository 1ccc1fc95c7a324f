// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/language_box.hpp"

#include "ui/theme/icon.hpp"

#include <QLocale>

namespace keepwell::ui {

QList<LanguageName> languageNames()
{
    const bool german = QLocale{}.language() == QLocale::German;
    return {{QStringLiteral("en"), QStringLiteral("English"), !german},
            {QStringLiteral("de"), QStringLiteral("Deutsch"), german}};
}

LanguageBox::LanguageBox(QWidget *parent) : QComboBox{parent}
{
    setAccessibleName(tr("Language"));
    for (const LanguageName &language : languageNames()) {
        addItem(icon(u"language"), language.name, language.code);
        if (language.isNow) {
            setCurrentIndex(count() - 1);
        }
    }
    connect(this, &QComboBox::activated, this,
            [this](int index) { emit chosen(itemData(index).toString()); });
}

} // namespace keepwell::ui
