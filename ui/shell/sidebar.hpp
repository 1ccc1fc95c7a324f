// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QHash>

class QLayout;
class QPushButton;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class IconView;
class Label;
class NavButton;

/// The groups of pages, the connection line, the owner's name and Lock. Below 1100 px (at 100 %
/// text) it is a rail of icons; pages for which it is too short then stand behind "More".
class Sidebar final : public QFrame
{
    Q_OBJECT

public:
    Sidebar(const QString &owner, bool clinician, bool demo, QWidget *parent = nullptr);

    void addGroup(const QString &name);
    void addPage(const QString &name, QStringView iconName, const QString &text);
    void finish(); ///< After the last page.

    QStringList pageNames() const { return m_order; } ///< In order, for Ctrl+1…
    void setCurrent(const QString &name);
    void focusCurrent();
    void setCount(const QString &name, int count);
    void setConnection(bool good, const QString &line, const QString &second);
    void setRail(bool rail);

signals:
    void chosen(const QString &name);
    void connectionClicked();
    void lockClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitRail();
    void showMore();
    void setRowMargins(bool rail);
    void addPlate(QStringView iconName, const QString &text, const char *tone);

    QVBoxLayout *m_column;
    QWidget *m_foot = nullptr;
    QHash<QString, NavButton *> m_buttons;
    QStringList m_order;
    QList<QWidget *> m_onlyWide;
    QList<QLayout *> m_iconRows; ///< Of the plates, the brand, the connection: an icon and words.
    NavButton *m_more;
    QPushButton *m_connection;
    IconView *m_connectionIcon;
    Label *m_connectionLine;
    Label *m_connectionSecond;
    Button *m_lock;
    QString m_owner;
    bool m_rail = false;
};

} // namespace keepwell::ui
