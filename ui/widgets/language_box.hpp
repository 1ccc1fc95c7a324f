// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace keepwell::ui {

/// A language that the window speaks, in its own name.
struct LanguageName
{
    QString code; ///< "en", "de".
    QString name; ///< "English", "Deutsch".
    bool isNow;   ///< Whether the window speaks it now.
};

QList<LanguageName> languageNames();

/// The languages there are, each in its own name. Tells only what a person picks.
class LanguageBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit LanguageBox(QWidget *parent = nullptr);

signals:
    void chosen(const QString &code);
};

} // namespace keepwell::ui
