// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/language.hpp"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

namespace keepwell::ui {

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de")
                                                           : QStringLiteral("en");
}

void useLanguage(const QString &code)
{
    static QTranslator translator;
    static QTranslator plurals;
    QApplication::removeTranslator(&translator);
    QApplication::removeTranslator(&plurals);
    const bool german = code == QLatin1String("de");
    QLocale::setDefault(german ? QLocale{QLocale::German}
                               : QLocale{QLocale::English, QLocale::UnitedKingdom});
    if (plurals.load(QStringLiteral(":/i18n/keepwell_en.qm"))) {
        QApplication::installTranslator(&plurals); // "1 record", "2 records"
    }
    if (german && translator.load(QStringLiteral(":/i18n/keepwell_de.qm"))) {
        QApplication::installTranslator(&translator);
    }
    QApplication::setLayoutDirection(QLocale{}.textDirection());
}

} // namespace keepwell::ui
