// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace keepwell::ui {

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

signals:
    void said(const QString &sentence);  ///< For a toast.
    void wantsPage(const QString &name); ///< Go to another page of the sidebar, by its name.

protected:
    void setTitle(const QString &title);
    void addAction(QWidget *widget);
    QVBoxLayout *body() { return m_body; }

private:
    Label *m_title;
    QWidget *m_actions;
    QVBoxLayout *m_body;
};

} // namespace keepwell::ui
