// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/look_panel.hpp"

#include "ui/theme/appearance.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>

namespace keepwell::ui {

LookPanel::LookPanel(Appearance &appearance, QWidget *parent) : QFrame{parent}
{
    setProperty("role", "card");
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(px(20), px(18), px(20), px(18));
    column->setSpacing(px(14));

    column->addWidget(new Label{TextRole::Card, tr("Text size")});
    auto *sizes = new QWidget;
    auto *flow = new FlowLayout{8, sizes};
    auto *sizeGroup = new QButtonGroup{this};
    for (int percent = Appearance::kSmallest; percent <= Appearance::kLargest;
         percent += Appearance::kStep) {
        Button *chip = makeChip(QStringLiteral("%1 %").arg(percent));
        chip->setObjectName(QStringLiteral("textSize%1").arg(percent));
        chip->setChecked(appearance.textPercent() == percent);
        sizeGroup->addButton(chip, percent);
        flow->addWidget(chip);
    }
    column->addWidget(sizes);
    connect(sizeGroup, &QButtonGroup::idClicked, this,
            [&appearance](int percent) { appearance.setTextPercent(percent); });
    connect(&appearance, &Appearance::changed, this, [&appearance, sizeGroup] {
        if (QAbstractButton *chip = sizeGroup->button(appearance.textPercent())) {
            chip->setChecked(true);
        }
    });

    column->addWidget(makeRule());
    column->addWidget(new Label{TextRole::Card, tr("Colours")});
    auto *schemes = new QButtonGroup{this};
    const std::pair<Scheme, QString> choices[] = {{Scheme::System, tr("As the computer has it")},
                                                  {Scheme::Light, tr("Light")},
                                                  {Scheme::Dark, tr("Dark")}};
    for (const auto &[scheme, name] : choices) {
        auto *radio = new QRadioButton{name};
        radio->setMinimumHeight(px(40));
        radio->setChecked(appearance.scheme() == scheme);
        schemes->addButton(radio, static_cast<int>(scheme));
        column->addWidget(radio);
    }
    connect(schemes, &QButtonGroup::idClicked, this,
            [&appearance](int scheme) { appearance.setScheme(static_cast<Scheme>(scheme)); });

    column->addWidget(makeRule());
    auto *contrast = new QCheckBox{tr("More contrast")};
    contrast->setMinimumHeight(px(40));
    contrast->setChecked(appearance.moreContrast());
    column->addWidget(contrast);
    connect(contrast, &QCheckBox::toggled, this,
            [&appearance](bool on) { appearance.setMoreContrast(on); });
}

} // namespace keepwell::ui
