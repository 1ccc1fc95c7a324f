// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/strip.hpp"

#include "ui/widgets/announce.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

#include <QHBoxLayout>

namespace keepwell::ui {

namespace {

const char *nameOf(ToneName tone)
{
    switch (tone) {
    case ToneName::Good:
        return "good";
    case ToneName::Note:
        return "note";
    case ToneName::Care:
        return "care";
    case ToneName::Stop:
        return "stop";
    case ToneName::Main:
    case ToneName::Study:
    case ToneName::Quiet:
        break;
    }
    return "quiet";
}

} // namespace

Strip::Strip(ToneName tone, QStringView iconName, const QString &bold, const QString &text,
             QWidget *parent)
    : QFrame{parent}, m_bold{new Label{TextRole::Strong}}, m_text{new Label{TextRole::Body}}
{
    setProperty("role", "strip");
    setProperty("tone", nameOf(tone));
    setAccessibleName(bold.isEmpty() ? text : bold);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(px(18), px(10), px(14), px(10));
    row->setSpacing(px(14));
    row->addWidget(new IconView{iconName, iconColourOf(tone), 22}, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_bold);
    words->addWidget(m_text);
    row->addLayout(words, 1);
    say(bold, text);
}

Button *Strip::addButton(const QString &text)
{
    auto *button = new Button{ButtonKind::Quiet, text, u"chevron-right"};
    button->small()->withTrailingIcon();
    layout()->addWidget(button);
    return button;
}

void Strip::say(const QString &bold, const QString &text)
{
    m_bold->setText(bold);
    m_bold->setVisible(!bold.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    if (isVisible()) {
        announce(*this, bold + QLatin1Char(' ') + text);
    }
}

} // namespace keepwell::ui
