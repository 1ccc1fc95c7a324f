// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wizard_frame.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/stepper.hpp"

#include <QScrollArea>
#include <QStackedWidget>

namespace keepwell::ui {

namespace {

constexpr int kWidest = 1280; ///< Design pixels of a step and of what stands above and below it.

QWidget *makeBar(QLayout *row)
{
    auto *content = new QWidget;
    content->setMaximumWidth(px(kWidest));
    content->setLayout(row);
    QFrame *bar = makeFrame("bar");
    auto *centred = new QHBoxLayout{bar};
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(content, 1000);
    centred->addStretch(1);
    return bar;
}

} // namespace

WizardFrame::WizardFrame(const QStringList &steps, QWidget *parent)
    : QWidget{parent}
    , m_stepper{new Stepper{steps}}
    , m_pages{new QStackedWidget}
    , m_cancel{new Button{ButtonKind::Secondary, tr("Cancel")}}
    , m_back{new Button{ButtonKind::Secondary, tr("Back"), u"arrow-left"}}
    , m_next{new Button{ButtonKind::Primary, tr("Next"), u"arrow-right"}}
    , m_note{new Label{TextRole::Second}}
{
    setProperty("role", "page");
    setAttribute(Qt::WA_StyledBackground);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_next->withTrailingIcon();
    m_next->setMinimumWidth(px(150));

    QHBoxLayout *topRow = makeRow(28);
    topRow->setContentsMargins(px(40), px(24), px(40), px(24));
    topRow->addWidget(new Logo{34});
    topRow->addWidget(m_stepper, 1);

    QHBoxLayout *bottomRow = makeRow(12);
    bottomRow->setContentsMargins(px(40), px(16), px(40), px(16));
    bottomRow->addWidget(m_cancel);
    bottomRow->addWidget(m_note, 1);
    bottomRow->addWidget(m_back);
    bottomRow->addWidget(m_next);
    m_note->atEnd();

    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeBar(topRow));
    whole->addWidget(makeRule());
    whole->addWidget(m_pages, 1);
    whole->addWidget(makeRule());
    whole->addWidget(makeBar(bottomRow));

    connect(m_cancel, &QPushButton::clicked, this, &WizardFrame::cancelled);
    connect(m_back, &QPushButton::clicked, this, [this] { back(); });
    connect(m_next, &QPushButton::clicked, this, [this] { next(); });
}

int WizardFrame::step() const { return m_pages->currentIndex(); }

QVBoxLayout *WizardFrame::addStep(const QString &title, const QString &sentence)
{
    auto *content = new QWidget;
    content->setMaximumWidth(px(kWidest));
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(px(40), px(28), px(40), px(28));
    column->setSpacing(px(20));
    auto *head = new FoldingRow{700, 12};
    auto *words = new QWidget;
    auto *wordsColumn = new QVBoxLayout{words};
    wordsColumn->setContentsMargins(0, 0, 0, 0);
    wordsColumn->setSpacing(px(4));
    auto *titleLabel = new Label{TextRole::Title, title};
    titleLabel->setObjectName(QStringLiteral("stepTitle"));
    auto *sentenceLabel = new Label{TextRole::Lead, sentence};
    sentenceLabel->setObjectName(QStringLiteral("stepSentence"));
    wordsColumn->addWidget(titleLabel);
    wordsColumn->addWidget(sentenceLabel);
    head->setObjectName(QStringLiteral("stepHead"));
    head->add(words, 1);
    column->addWidget(head);
    QVBoxLayout *body = makeColumn(20);
    column->addLayout(body, 1);

    m_pages->addWidget(makeCentredScrollArea(content));
    return body;
}

QWidget *WizardFrame::stepPage(int step) const { return m_pages->widget(step); }

void WizardFrame::setStepTitle(int step, const QString &title, const QString &sentence)
{
    stepPage(step)->findChild<Label *>(QStringLiteral("stepTitle"))->setText(title);
    stepPage(step)->findChild<Label *>(QStringLiteral("stepSentence"))->setText(sentence);
}

void WizardFrame::addStepAction(int step, QWidget *widget)
{
    stepPage(step)->findChild<FoldingRow *>(QStringLiteral("stepHead"))->add(widget);
}

void WizardFrame::goTo(int step)
{
    m_pages->setCurrentIndex(step);
    m_stepper->setCurrent(step);
    setAccessibleName(m_stepper->sentence());
    const bool cameByNext = focusWidget() == m_next;
    entered(step);
    if (cameByNext && !m_next->isEnabled() && focusWidget() != nullptr) {
        focusWidget()->clearFocus(); // Qt gave it to whatever comes after Next
    }
    focusStep();
}

void WizardFrame::focusStep()
{
    // Later, for widgets just added are shown only then.
    QMetaObject::invokeMethod(this, &WizardFrame::focusFirstOfStep, Qt::QueuedConnection);
}

void WizardFrame::focusFirstOfStep()
{
    QWidget *page = m_pages->currentWidget();
    const QWidget *focus = focusWidget();
    if (focus != nullptr && (page->isAncestorOf(focus) || focus == m_next)) {
        return;
    }
    // As Tab goes, for widgets may have come later than those behind them; what stands beside the
    // title is not where a step begins.
    const auto *head = page->findChild<QWidget *>(QStringLiteral("stepHead"));
    for (QWidget *one = page->nextInFocusChain(); one != page; one = one->nextInFocusChain()) {
        if (page->isAncestorOf(one) && !head->isAncestorOf(one) && one->isVisibleTo(page)
            && one->isEnabled() && (one->focusPolicy() & Qt::TabFocus)
            && !one->inherits("QScrollArea")) {
            one->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void WizardFrame::back()
{
    if (step() == 0) {
        emit cancelled();
        return;
    }
    goTo(step() - 1);
}

void WizardFrame::entered(int) {}

} // namespace keepwell::ui
