// SPDX-License-Identifier: Apache-2.0
#include "ui/door/welcome_page.hpp"

#include "ui/door/choice_card.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/language_box.hpp"
#include "ui/widgets/picture.hpp"
#include "ui/widgets/strip.hpp"

#include <QScrollArea>

namespace keepwell::ui {

WelcomePage::WelcomePage(Appearance &appearance, bool offersDemo, QWidget *parent)
    : QWidget{parent}
    , m_picture{new Picture{Picture::Scene::Tall}}
    , m_clinicianButton{new Button{ButtonKind::Quiet, tr("I am a clinician"), u"stethoscope"}}
    , m_plate{new Strip{ToneName::Note, u"stethoscope", tr("Clinician mode"),
                        tr("For people who look after others.")}}
{
    setProperty("role", "page");
    setAttribute(Qt::WA_StyledBackground);
    auto *content = new QWidget;
    content->setProperty("role", "clear");
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(px(72), px(56), px(72), px(24));
    column->setSpacing(px(14));

    QHBoxLayout *brand = makeRow(12);
    brand->addWidget(new Logo{40});
    brand->addWidget(new Label{TextRole::Section, tr("Keepwell")}, 1);
    column->addLayout(brand);
    column->addSpacing(px(18));
    column->addWidget(
        new Label{TextRole::Display, tr("Your health records,\nin your own keeping")});
    column->addWidget(new Label{TextRole::Lead,
                                tr("Keep your records on this computer. Choose who may look. See "
                                   "every time someone opens them.")});
    column->addSpacing(px(8));
    m_plate->hide();
    column->addWidget(m_plate);

    auto *fresh = new ChoiceCard{u"key", tr("Start a new wallet"),
                                 tr("About 5 minutes. Have a pen and paper ready.")};
    fresh->setObjectName(QStringLiteral("newWallet"));
    connect(fresh, &QPushButton::clicked, this, [this] { emit newWalletChosen(m_clinician); });
    column->addWidget(fresh);
    auto *restore = new ChoiceCard{u"undo", tr("I already have a recovery phrase"),
                                   tr("Bring your wallet back on this computer.")};
    restore->setObjectName(QStringLiteral("restore"));
    connect(restore, &QPushButton::clicked, this, [this] { emit restoreChosen(m_clinician); });
    column->addWidget(restore);
    if (offersDemo) {
        auto *demo = new ChoiceCard{u"sun", tr("Look around first"),
                                    tr("Open a demo wallet with made-up records.")};
        demo->setObjectName(QStringLiteral("demo"));
        connect(demo, &QPushButton::clicked, this, &WelcomePage::demoChosen);
        column->addWidget(demo);
    }
    column->addStretch(1);

    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_picture, 13);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(makeScrollArea(content), 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(px(72), px(8), px(72), px(20));
    foot->addWidget(makeFoot(appearance)); // in view at any size of the text
    right->addLayout(foot);
    row->addLayout(right, 19);
    fresh->setFocus(Qt::OtherFocusReason);
    m_picture->setObjectName(QStringLiteral("picture"));
    connect(&appearance, &Appearance::changed, this, &WelcomePage::fold);
}

QWidget *WelcomePage::makeFoot(Appearance &appearance)
{
    auto *foot = new QWidget;
    auto *flow = new FlowLayout{12, foot};
    auto *language = new LanguageBox;
    connect(language, &LanguageBox::chosen, this, &WelcomePage::languageChosen);
    flow->addWidget(language);
    auto *size = new Button{ButtonKind::Quiet, tr("Text size"), u"text-size"};
    size->setObjectName(QStringLiteral("textSize"));
    connect(size, &QPushButton::clicked, &appearance, &Appearance::nextTextSize);
    flow->addWidget(size);
    m_clinicianButton->setObjectName(QStringLiteral("clinician"));
    connect(m_clinicianButton, &QPushButton::clicked, this, [this] { setClinician(!m_clinician); });
    flow->addWidget(m_clinicianButton);
    return foot;
}

void WelcomePage::setClinician(bool clinician)
{
    m_clinician = clinician;
    m_plate->setVisible(clinician);
    m_clinicianButton->setText(clinician ? tr("I am a patient") : tr("I am a clinician"));
    m_clinicianButton->setAccessibleName(m_clinicianButton->text());
    emit clinicianToggled(clinician);
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void WelcomePage::fold() { m_picture->setVisible(width() >= px(900)); }

} // namespace keepwell::ui
