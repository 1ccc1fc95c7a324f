// SPDX-License-Identifier: Apache-2.0
#include "ui/door/choice_card.hpp"

#include "ui/widgets/enter_press.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

namespace keepwell::ui {

ChoiceCard::ChoiceCard(QStringView iconName, const QString &title, const QString &second,
                       QWidget *parent)
    : QPushButton{parent}
{
    setProperty("kind", "choice");
    setAccessibleName(title);
    setAccessibleDescription(second);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(px(20), px(16), px(22), px(16));
    row->setSpacing(px(16));
    row->addWidget(new IconPlate{iconName, ToneName::Main});
    auto *words = makeColumn(0);
    words->addWidget(new Label{TextRole::Card, title});
    words->addWidget(new Label{TextRole::Second, second});
    row->addLayout(words, 1);
    row->addWidget(new IconView{u"chevron-right", IconColour::Second, 20});
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (!pressByEnter(*this, *event)) {
        QPushButton::keyPressEvent(event);
    }
}

QSize ChoiceCard::sizeHint() const { return layout()->sizeHint().expandedTo({px(240), px(80)}); }

QSize ChoiceCard::minimumSizeHint() const { return {px(220), px(80)}; }

int ChoiceCard::heightForWidth(int width) const
{
    return std::max(px(80), layout()->totalHeightForWidth(width));
}

} // namespace keepwell::ui
