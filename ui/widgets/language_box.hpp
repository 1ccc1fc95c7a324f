// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace keepwell::ui {

/// The languages there are, each in its own name. Tells only what a person picks.
class LanguageBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit LanguageBox(QWidget *parent = nullptr);

signals:
    void chosen(const QString &code); ///< "en", "de".
};

} // namespace keepwell::ui
