// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace keepwell::ui {

class IconView;
class Label;

/// A label above an editor and room for one sentence below it when the entry is wrong.
class Field final : public QWidget
{
    Q_OBJECT

public:
    /// Takes `editor`; it gets the label's text as its accessible name.
    Field(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    void setHint(const QString &sentence);
    /// Shows the sentence and the red edge, says it to readers; empty text takes it away.
    void setError(const QString &sentence);

private:
    QWidget *m_editor;
    Label *m_hint;
    QWidget *m_errorRow;
    Label *m_error;
};

} // namespace keepwell::ui
