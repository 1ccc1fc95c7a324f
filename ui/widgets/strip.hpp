// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QFrame>

namespace keepwell::ui {

class Button;
class Label;

/// A message in the page: icon, what happened in bold, what it means, at most one button.
/// Readers are told when its words change while it is shown.
class Strip final : public QFrame
{
    Q_OBJECT

public:
    Strip(ToneName tone, QStringView iconName, const QString &bold, const QString &text,
          QWidget *parent = nullptr);

    Button *addButton(const QString &text); ///< A quiet button at the end.
    void say(const QString &bold, const QString &text);

private:
    Label *m_bold;
    Label *m_text;
};

} // namespace keepwell::ui
