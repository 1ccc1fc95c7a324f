// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/toast.hpp"

#include "ui/widgets/announce.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

#include <QEvent>

#include <chrono>
#include <utility>

namespace keepwell::ui {

namespace {

constexpr std::chrono::seconds kShown{8};
constexpr std::chrono::seconds kShownWithAction{20}; ///< There is something to read, and to reach.

} // namespace

Toast::Toast(QWidget *parent)
    : QFrame{parent}
    , m_text{new Label{TextRole::Body}}
    , m_action{new Button{ButtonKind::Secondary, {}}}
{
    setProperty("role", "toast");
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(px(18), px(6), px(18), px(6));
    row->setSpacing(px(14));
    row->addWidget(new IconView{u"done", IconColour::Card, 22});
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    setMinimumHeight(px(48));
    hide();
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, [this] {
        if (!underMouse() && !m_action->hasFocus()) {
            end();
        } else {
            m_time.start();
        }
    });
    m_action->setObjectName(QStringLiteral("toastAction"));
    connect(m_action, &QPushButton::clicked, this, &Toast::act);
    parent->installEventFilter(this);
}

void Toast::end()
{
    hide();
    m_act = {};
    if (const auto gone = std::exchange(m_gone, {})) {
        gone();
    }
}

void Toast::act()
{
    const auto act = std::exchange(m_act, {});
    if (act) {
        m_gone = {};
        end();
        act();
    }
}

void Toast::say(const QString &sentence, const QString &action, std::function<void()> act,
                std::function<void()> gone)
{
    end();
    m_text->setText(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    m_act = std::move(act);
    m_gone = std::move(gone);
    m_time.setInterval(action.isEmpty() ? kShown : kShownWithAction);
    place();
    show();
    raise();
    announce(*this, sentence);
    m_time.start();
}

void Toast::place()
{
    const QWidget *parent = parentWidget();
    const int width = std::min(parent->width() - px(56), px(550));
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : sizeHint().height();
    setGeometry((parent->width() - width) / 2, parent->height() - height - px(24), width, height);
}

void Toast::enterEvent(QEnterEvent *) { m_time.stop(); }

void Toast::leaveEvent(QEvent *) { m_time.start(); }

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace keepwell::ui
