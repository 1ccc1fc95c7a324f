// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/language.hpp"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

namespace keepwell::ui {

namespace {

/// Our classes are known to moc as keepwell::ui::Name, and in the .ts files, where lupdate does not
/// follow nested namespaces, as Name; words of free functions stand under keepwell::ui.
class Words final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int count) const override
    {
        const QByteArray whole{context};
        const QByteArray name = whole.mid(whole.lastIndexOf(':') + 1);
        QString found = QTranslator::translate(name, source, disambiguation, count);
        if (found.isNull()) {
            found = QTranslator::translate("keepwell::ui", source, disambiguation, count);
        }
        // Large numbers as the language writes them: "60,000 records", „60.000 Unterlagen“.
        return found.replace(QLatin1String("%n"), QLatin1String("%Ln"));
    }
};

} // namespace

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de")
                                                           : QStringLiteral("en");
}

void useLanguage(const QString &code)
{
    static Words translator;
    static Words plurals;
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
