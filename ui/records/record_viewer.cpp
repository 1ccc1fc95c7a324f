// SPDX-License-Identifier: Apache-2.0
#include "ui/records/record_viewer.hpp"

#include "ui/records/readable_view.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace keepwell::ui {

namespace {

enum Page { Nothing, ReadablePage, OriginalPage, DetailsPage };

QScrollArea *makeScroll(QWidget *inner)
{
    auto *scroll = new QScrollArea;
    inner->setProperty("role", "clear");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(RecordViewer::tr("Record"));
    return scroll;
}

} // namespace

RecordViewer::RecordViewer(QWidget *parent)
    : QWidget{parent}
    , m_back{new Button{ButtonKind::Quiet, tr("Back to the list"), u"arrow-left"}}
    , m_title{new Label{TextRole::Section}}
    , m_second{new Label{TextRole::Second}}
    , m_badges{nullptr}
    , m_badgeRow{new QWidget}
    , m_actions{new QWidget}
    , m_tabRow{new QWidget}
    , m_stack{new QStackedWidget}
    , m_readable{new ReadableView}
    , m_original{new QPlainTextEdit}
    , m_details{nullptr}
    , m_nothing{new Label{TextRole::Lead}}
{
    m_badges = new FlowLayout{8, m_badgeRow};
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(px(24), px(18), px(24), px(16));
    column->setSpacing(px(10));
    m_back->hide();
    column->addWidget(m_back, 0, Qt::AlignLeading);
    column->addWidget(makeHead());
    column->addWidget(m_badgeRow);

    auto *tabs = new FlowLayout{24, m_tabRow};
    for (const QString &name : {tr("Readable"), tr("Original"), tr("Details")}) {
        auto *tab = new Button{ButtonKind::Tab, name};
        tab->setAutoExclusive(true);
        const int place = static_cast<int>(m_tabs.size());
        m_tabs << tab;
        tabs->addWidget(tab);
        connect(tab, &QPushButton::clicked, this, [this, place] { openTab(place); });
    }
    column->addWidget(m_tabRow);
    column->addWidget(makeRule());

    m_original->setReadOnly(true);
    m_original->setProperty("role", "source");
    m_original->setAccessibleName(tr("Original"));
    auto *details = new QWidget;
    m_details = new QVBoxLayout{details};
    m_details->setContentsMargins(0, 0, 0, 0);
    m_details->setSpacing(px(8));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeScroll(m_readable));
    m_stack->addWidget(m_original);
    m_stack->addWidget(makeScroll(details));
    column->addWidget(m_stack, 1);
    connect(m_readable, &ReadableView::attachmentWanted, this, &RecordViewer::attachmentWanted);
    connect(m_readable, &ReadableView::attachmentShown, this, &RecordViewer::attachmentShown);
    showNothing(tr("Choose a record to read it here."));
}

QWidget *RecordViewer::makeHead()
{
    auto *head = new FoldingRow{420, 12};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addWidget(m_title);
    column->addWidget(m_second);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *actions = new QHBoxLayout{m_actions};
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(px(10));
    head->add(words, 1);
    head->add(m_actions);
    return head;
}

Button *RecordViewer::addAction(const QString &text, QStringView icon)
{
    auto *button = new Button{ButtonKind::Secondary, text, icon};
    m_actions->layout()->addWidget(button->small());
    return button;
}

void RecordViewer::showNothing(const QString &sentence)
{
    m_title->clear();
    m_second->clear();
    m_actions->hide();
    m_badgeRow->hide();
    m_tabRow->hide();
    m_nothing->setText(sentence);
    m_stack->setCurrentIndex(Nothing);
}

void RecordViewer::showFailure(const Error &error) { showNothing(sentenceOf(error)); }

void RecordViewer::showRecord(const RecordDetail &detail)
{
    m_title->setText(plain(detail.row.title));
    QStringList second;
    if (m_owner != 0 && detail.row.person != m_owner) {
        second << plain(detail.row.personName);
    }
    for (const QString &part : {shortDate(detail.row.date), plain(detail.readable.practitioner),
                                plain(detail.readable.source)}) {
        if (!part.isEmpty() && !second.contains(part)) {
            second << part;
        }
    }
    m_second->setText(second.join(QStringLiteral(", ")));
    clear(m_badges);
    if (!detail.row.from.empty()) {
        m_badges->addWidget(new Badge{
            {ToneName::Good, "verified", tr("From %1, checked").arg(plain(detail.row.from))}});
    }
    if (detail.row.verified) {
        m_badges->addWidget(new Badge{{ToneName::Good, "verified", tr("Verified")}});
    } else if (!m_shared) {
        m_badges->addWidget(new Badge{{ToneName::Quiet, "clock", tr("Not verified yet")}});
    }
    if (detail.row.isPrivate) {
        m_badges->addWidget(new Badge{{ToneName::Quiet, "lock", tr("Extra private")}});
    }
    m_badgeRow->show();
    m_actions->show();
    m_tabRow->show();
    m_readable->show(detail.readable);
    m_original->clear();
    fillDetails(detail);
    m_tabs.front()->setChecked(true);
    openTab(0);
    setAccessibleName(m_title->text());
}

void RecordViewer::fillDetails(const RecordDetail &detail)
{
    clear(m_details);
    const auto add = [this](const QString &name, const QString &value, TextRole role) {
        m_details->addWidget(new Label{TextRole::Small, name});
        auto *label = new Label{role, value};
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAccessibleName(name + QStringLiteral(": ") + value);
        m_details->addWidget(label);
    };
    add(tr("Verified"),
        detail.row.verified
            ? tr("This record is in the shared activity log and has not been changed since. It "
                 "does not say the medical content is right.")
            : tr("This record is not in the shared activity log yet."),
        TextRole::Body);
    add(tr("Kind of record"), plain(detail.readable.type), TextRole::Body);
    for (const std::string &source : detail.sources) {
        add(tr("Came from"), plain(source), TextRole::Body);
    }
    m_details->addWidget(new Label{TextRole::Card, tr("Technical details")});
    QString hash = QString::fromStdString(detail.sha256);
    for (qsizetype place = hash.size() - 16; place > 0; place -= 16) {
        hash.insert(place, QLatin1Char(' '));
    }
    add(tr("SHA-256 of the original"), hash, TextRole::Code);
    m_details->addStretch(1);
}

void RecordViewer::openTab(int tab)
{
    m_stack->setCurrentIndex(ReadablePage + tab);
    if (tab == 1 && m_original->document()->isEmpty()) {
        emit originalWanted();
    }
}

void RecordViewer::showAttachment(int index, ByteView bytes)
{
    m_readable->showAttachment(index, bytes);
}

void RecordViewer::showOriginal(const QString &text) { m_original->setPlainText(text); }

} // namespace keepwell::ui
