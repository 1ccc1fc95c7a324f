// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sidebar.hpp"

#include "ui/shell/nav_button.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_button.hpp"
#include "ui/words/sentences.hpp"

#include <QMenu>
#include <QScrollArea>

namespace keepwell::ui {

namespace {

constexpr int kWide = 236;
constexpr int kRail = 64;

} // namespace

Sidebar::Sidebar(const QString &owner, bool clinician, bool demo, QWidget *parent)
    : QFrame{parent}
    , m_column{new QVBoxLayout}
    , m_more{new NavButton{u"more", tr("More pages")}}
    , m_connection{new RowButton}
    , m_connectionIcon{new IconView{u"done", IconColour::Good, 20}}
    , m_connectionLine{new Label{TextRole::Small}}
    , m_connectionSecond{new Label{TextRole::Small}}
    , m_lock{new Button{ButtonKind::Secondary, tr("Lock"), u"lock"}}
    , m_owner{owner}
{
    setProperty("role", "side");
    setAccessibleName(tr("Pages"));
    auto *whole = new QVBoxLayout{this};
    whole->setSpacing(0);

    auto *brand = new QWidget;
    auto *brandRow = new QHBoxLayout{brand};
    m_iconRows << brandRow;
    brandRow->setSpacing(px(10));
    brandRow->addWidget(new Logo{32});
    auto *name = new Label{TextRole::Section, tr("Keepwell")};
    brandRow->addWidget(name, 1);
    m_onlyWide << name;
    whole->addWidget(brand);

    auto *pages = new QWidget;
    pages->setProperty("role", "clear");
    pages->setLayout(m_column);
    m_column->setContentsMargins(px(6), px(4), px(6), px(4)); // room for the focus ring
    m_column->setSpacing(0);
    whole->addWidget(makeScrollArea(pages), 1);

    if (demo) {
        addPlate(u"info", tr("Demo wallet. Everything here is made up."), "care");
    }
    if (clinician) {
        addPlate(u"stethoscope", tr("Clinician mode"), "note");
    }
    m_foot = new QWidget;
    whole->addWidget(m_foot);
}

void Sidebar::addPlate(QStringView iconName, const QString &text, const char *tone)
{
    QFrame *plate = makeFrame("strip");
    plate->setProperty("tone", tone);
    plate->setAccessibleName(text);
    plate->setToolTip(text);
    auto *row = new QHBoxLayout{plate};
    m_iconRows << row;
    row->setSpacing(px(10));
    const bool note = qstrcmp(tone, "note") == 0;
    row->addWidget(new IconView{iconName, note ? IconColour::Note : IconColour::Care, 20});
    auto *words = new Label{note ? TextRole::Strong : TextRole::SmallText, text};
    row->addWidget(words, 1);
    m_onlyWide << words;
    m_column->addWidget(plate);
    m_column->addSpacing(px(4));
}

void Sidebar::addGroup(const QString &name)
{
    auto *label = new Label{TextRole::Group, name};
    label->setContentsMargins(px(12), px(8), 0, px(4));
    m_onlyWide << label;
    m_column->addWidget(label);
}

void Sidebar::addPage(const QString &name, QStringView iconName, const QString &text)
{
    auto *button = new NavButton{iconName, text};
    button->setObjectName(QStringLiteral("nav_") + name);
    m_buttons.insert(name, button);
    m_order << name;
    m_column->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, name] { emit chosen(name); });
}

void Sidebar::finish()
{
    m_more->setObjectName(QStringLiteral("nav_more"));
    m_more->hide();
    m_column->addWidget(m_more);
    connect(m_more, &QAbstractButton::clicked, this, &Sidebar::showMore);
    m_column->addStretch(1);
    auto *column = new QVBoxLayout{m_foot};
    column->setContentsMargins(px(6), px(8), px(6), 0);
    column->setSpacing(px(10));

    m_connection->setObjectName(QStringLiteral("connection"));
    auto *line = new QHBoxLayout{m_connection};
    m_iconRows << line;
    line->setSpacing(px(10));
    line->addWidget(m_connectionIcon);
    auto *words = new QWidget;
    words->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *wordsColumn = new QVBoxLayout{words};
    wordsColumn->setContentsMargins(0, 0, 0, 0);
    wordsColumn->setSpacing(0);
    wordsColumn->addWidget(m_connectionLine);
    wordsColumn->addWidget(m_connectionSecond);
    line->addWidget(words, 1);
    m_onlyWide << words;
    m_connection->setMinimumHeight(px(44));
    connect(m_connection, &QPushButton::clicked, this, &Sidebar::connectionClicked);
    column->addWidget(m_connection);
    column->addWidget(makeRule());

    auto *owner = new QHBoxLayout;
    owner->setSpacing(px(8));
    auto *avatar = new Avatar{m_owner, m_owner, 32};
    auto *name = new Label{TextRole::SmallText, shortNameOf(m_owner)};
    m_onlyWide << avatar << name;
    owner->addWidget(avatar);
    owner->addWidget(name, 1);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->small()->setMinimumHeight(px(36));
    m_lock->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed); // a long name gives way
    owner->addWidget(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &Sidebar::lockClicked);
    column->addLayout(owner);
    setRail(false);
}

void Sidebar::setCurrent(const QString &name)
{
    // Not an exclusive group: in one, Tab reaches the checked row alone.
    for (auto row = m_buttons.cbegin(); row != m_buttons.cend(); ++row) {
        row.value()->setChecked(row.key() == name);
    }
    fitRail();
}

void Sidebar::focusCurrent()
{
    for (NavButton *button : std::as_const(m_buttons)) {
        if (button->isChecked()) {
            (button->isHidden() ? m_more : button)->setFocus(Qt::OtherFocusReason);
        }
    }
}

void Sidebar::setCount(const QString &name, int count)
{
    if (NavButton *button = m_buttons.value(name)) {
        button->setCount(count);
        fitRail();
    }
}

void Sidebar::setConnection(bool good, const QString &line, const QString &second)
{
    m_connectionIcon->setIconName(good ? u"done" : u"offline",
                                  good ? IconColour::Good : IconColour::Care);
    m_connectionLine->setText(line);
    m_connectionSecond->setText(second);
    m_connection->setAccessibleName(line + QStringLiteral(". ") + second);
    m_connection->setToolTip(plainTip(m_connection->accessibleName()));
}

void Sidebar::setRowMargins(bool rail)
{
    // The brand, then the plates, then the connection line.
    for (QLayout *row : std::as_const(m_iconRows)) {
        if (row == m_iconRows.front()) {
            row->setContentsMargins(px(rail ? 0 : 14), 0, 0, px(4));
        } else if (row == m_iconRows.back()) {
            row->setContentsMargins(px(rail ? 0 : 10), 0, 0, 0);
        } else {
            row->setContentsMargins(px(rail ? 0 : 12), px(8), px(rail ? 0 : 8), px(8));
        }
    }
}

/// Pages that do not fit into the rail one below the other go behind "More", the last ones first.
void Sidebar::fitRail()
{
    QStringList names = m_order;
    const int room = findChild<QScrollArea *>()->viewport()->height();
    for (const QString &name : names) {
        m_buttons[name]->setVisible(true);
    }
    m_more->setVisible(false);
    while (m_rail && !names.isEmpty() && m_column->totalMinimumSize().height() > room) {
        m_more->setVisible(true);
        m_buttons[names.takeLast()]->setVisible(false);
        m_column->invalidate();
    }
    int count = 0;
    bool current = false;
    for (const NavButton *button : std::as_const(m_buttons)) {
        count += button->isHidden() ? button->count() : 0;
        current = current || (button->isHidden() && button->isChecked());
    }
    m_more->setCount(count);
    m_more->setChecked(current);
}

void Sidebar::showMore()
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("morePages"));
    for (const QString &name : std::as_const(m_order)) {
        if (const NavButton *button = m_buttons[name]; button->isHidden()) {
            QAction *action = menu->addAction(button->accessibleName());
            connect(action, &QAction::triggered, this, [this, name] { emit chosen(name); });
        }
    }
    fitRail(); // the click has ticked it
    menu->popup(m_more->mapToGlobal(QPoint{m_more->width(), 0}));
}

void Sidebar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_foot->layout() != nullptr) {
        fitRail();
    }
}

void Sidebar::setRail(bool rail)
{
    m_rail = rail;
    setRowMargins(rail);
    m_more->setRail(rail);
    setFixedWidth(px(rail ? kRail : kWide));
    layout()->setContentsMargins(px(rail ? 2 : 6), px(12), px(rail ? 2 : 6), px(12));
    findChild<QScrollArea *>()->setVerticalScrollBarPolicy(rail ? Qt::ScrollBarAlwaysOff
                                                                : Qt::ScrollBarAsNeeded);
    for (QWidget *widget : std::as_const(m_onlyWide)) {
        widget->setVisible(!rail);
    }
    m_connection->updateGeometry(); // its words are gone, or back
    for (NavButton *button : std::as_const(m_buttons)) {
        button->setRail(rail);
    }
    m_lock->iconOnly(rail);
    fitRail();
}

} // namespace keepwell::ui
