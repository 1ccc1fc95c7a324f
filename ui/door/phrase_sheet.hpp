// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/phrase_words.hpp"

#include <QWidget>

namespace keepwell::ui {

/// The 12 words on tiles, to be written down. Painted from locked memory, letter by letter; they
/// are in no label and no clipboard. A screen reader gets one word at a time, and only while the
/// person asked for that (docs/decisions/0056). Hides them when the window loses focus.
class PhraseSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit PhraseSheet(QWidget *parent = nullptr);

    void setWords(PhraseWords words);
    void setShown(bool shown);
    bool isShown() const { return m_shown; }
    /// Lets readers have the chosen word; arrows, Home and End choose. Ends when they are hidden.
    void setReadAloud(bool aloud);
    bool isReadAloud() const { return m_aloud; }
    /// What a reader says: "Word 3 of 12: …" while read aloud, else that there are words.
    QString spoken() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void shownChanged(bool shown);
    void readAloudChanged(bool aloud);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int columnsFor(int width) const;
    void choose(int word);

    PhraseWords m_words;
    int m_chosen = 0;
    bool m_shown = true;
    bool m_aloud = false;
};

} // namespace keepwell::ui
