// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"

#include <QWidget>

#include <vector>

namespace keepwell::ui {

class Button;

/// A one-line entry for a passphrase or a phrase word. What is typed goes into locked memory
/// character by character; there is no undo, no copy, no selection, no accessible value, and the
/// whole text is never a QString (docs/known-issues.md says what Qt keeps of single keys).
class SecretLineEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretLineEdit(QWidget *parent = nullptr);

    /// What was typed, in locked memory of its own.
    crypto::SecretText text() const;
    bool isEmpty() const { return m_before.isEmpty() && m_after.isEmpty(); }
    void setText(crypto::SecretText text);
    void clear();

    /// Shows the characters or dots.
    void setShown(bool shown);
    bool isShown() const { return m_shown; }
    void addShowButton();

    /// A pasted text of several words comes out of wordsPasted instead of landing here.
    void setSplitsPaste(bool splits) { m_splitsPaste = splits; }
    void markAll() { mark(true); } ///< As Ctrl+A: what is typed next replaces it.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void edited();
    void returnPressed();
    void spaceTyped(); ///< Only with setSplitsPaste(true): a space ends a phrase word.
    void capsLockSeen(bool on);
    void wordsPasted(std::vector<crypto::SecretText> &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void type(const QString &characters);
    void paste();
    void mark(bool all);
    bool editMarked(Qt::Key key);
    void dropMarked();
    void paintMark(QPainter &painter, const QRect &area, int width) const;
    void moveLeft();
    void moveRight();
    QRect textArea() const;

    crypto::SecretText m_before; ///< Up to the caret.
    crypto::SecretText
        m_after; ///< From the end back to the caret, so that the caret moves cheaply.
    Button *m_showButton = nullptr;
    bool m_shown = false;
    bool m_marked = false; ///< All of it, by Ctrl+A or a double click: what comes next replaces it.
    bool m_splitsPaste = false;
};

/// Gives SecretLineEdit its accessible interface: an entry whose value is never told. Call once.
void installSecretAccessibility();

} // namespace keepwell::ui
