// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace keepwell::ui {

class Button;

/// What a page shows when there is nothing yet: the picture, a title, one sentence, and at most
/// three buttons.
class EmptyState final : public QFrame
{
    Q_OBJECT

public:
    EmptyState(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void addButton(Button *button);
    void setFootnote(QStringView iconName, const QString &sentence);

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_buttons;
};

} // namespace keepwell::ui
