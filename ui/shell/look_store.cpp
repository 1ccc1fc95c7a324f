// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/look_store.hpp"

#include "ui/theme/appearance.hpp"

#include <QSettings>

namespace keepwell::ui {

LookStore::LookStore(const std::filesystem::path &home)
    : m_file{QString::fromStdU16String((home / "look.ini").u16string())}
{
}

void LookStore::load(Appearance &appearance) const
{
    const QSettings file{m_file, QSettings::IniFormat};
    const QString scheme = file.value(QStringLiteral("scheme")).toString();
    appearance.setMoreContrast(file.value(QStringLiteral("contrast")).toBool());
    appearance.setTextPercent(file.value(QStringLiteral("text"), 100).toInt());
    appearance.setScheme(scheme == QLatin1String("dark")        ? Scheme::Dark
                             : scheme == QLatin1String("light") ? Scheme::Light
                                                                : Scheme::System);
}

void LookStore::save(const Appearance &appearance) const
{
    QSettings file{m_file, QSettings::IniFormat};
    const Scheme scheme = appearance.scheme();
    file.setValue(QStringLiteral("scheme"),
                  scheme == Scheme::Dark        ? QStringLiteral("dark")
                      : scheme == Scheme::Light ? QStringLiteral("light")
                                                : QStringLiteral("system"));
    file.setValue(QStringLiteral("text"), appearance.textPercent());
    file.setValue(QStringLiteral("contrast"), appearance.moreContrast());
}

QString LookStore::language() const
{
    return QSettings{m_file, QSettings::IniFormat}.value(QStringLiteral("language")).toString();
}

void LookStore::setLanguage(const QString &code) const
{
    QSettings{m_file, QSettings::IniFormat}.setValue(QStringLiteral("language"), code);
}

QByteArray LookStore::geometry() const
{
    return QSettings{m_file, QSettings::IniFormat}.value(QStringLiteral("window")).toByteArray();
}

void LookStore::setGeometry(const QByteArray &geometry) const
{
    QSettings{m_file, QSettings::IniFormat}.setValue(QStringLiteral("window"), geometry);
}

} // namespace keepwell::ui
