// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace keepwell::ui {

class FoldingRow;
class Label;

/// The frame of every page after unlock: the title top left, actions top right, then the body,
/// at most 1120 px wide, in one vertical scroll area.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const QString &title, QWidget *parent = nullptr);

    QString title() const;
    /// Reads the page's rows again. Called when the page is shown and after a change.
    virtual void refresh() {}
    /// Ctrl+P and Ctrl+S: prints what is shown, saves a copy of it. Pages without such do nothing.
    virtual void print() {}
    virtual void saveCopy() {}
    /// Ctrl+F: gives the keyboard to the page's own search, with `words` in it where there are any.
    /// False where a page has none.
    virtual bool find(const QString &) { return false; }

signals:
    void said(const QString &sentence);  ///< For a toast.
    void wantsPage(const QString &name); ///< Go to another page of the sidebar, by its name.

protected:
    void setTitle(const QString &title);
    void addAction(QWidget *widget);
    /// For actions that need more room than most: they go below the title sooner.
    void foldHeaderBelow(int designWidth);
    QVBoxLayout *body() { return m_body; }

private:
    Label *m_title;
    FoldingRow *m_header;
    QWidget *m_actions;
    QVBoxLayout *m_body;
};

} // namespace keepwell::ui
