// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/phrase_words.hpp"

#include <QWidget>

namespace keepwell::ui {

/// The 12 words on tiles, to be written down. Painted from locked memory, letter by letter; they
/// are in no label, no clipboard, no accessibility tree. Hides them when the window loses focus.
class PhraseSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit PhraseSheet(QWidget *parent = nullptr);

    void setWords(PhraseWords words);
    void setShown(bool shown);
    bool isShown() const { return m_shown; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void shownChanged(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columnsFor(int width) const;

    PhraseWords m_words;
    bool m_shown = true;
};

} // namespace keepwell::ui
