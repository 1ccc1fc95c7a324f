// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/search_button.hpp"

#include "ui/theme/fonts.hpp"
#include "ui/theme/icon.hpp"
#include "ui/widgets/enter_press.hpp"

#include <QKeySequence>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace keepwell::ui {

namespace {

constexpr int kLead = 14;
constexpr int kLens = 20;
constexpr int kGap = 10;
constexpr int kHeight = 44;

} // namespace

SearchButton::SearchButton(QWidget *parent)
    : QPushButton{tr("Search everything"), parent}
    , m_keys{QKeySequence{Qt::CTRL | Qt::Key_K}.toString(QKeySequence::NativeText)}
{
    setProperty("kind", "search");
    setAutoDefault(false);
    setAccessibleName(text());
    setToolTip(QStringLiteral("%1 (%2)").arg(text(), m_keys));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

int SearchButton::wordsWidth() const
{
    return px(kLead + kLens + kGap + kLead) + QFontMetrics{bodyFont()}.horizontalAdvance(text());
}

int SearchButton::keysWidth() const
{
    return px(2 * 8) + QFontMetrics{smallFont()}.horizontalAdvance(m_keys);
}

QSize SearchButton::sizeHint() const
{
    return {wordsWidth() + px(kGap) + keysWidth(), px(kHeight)};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Colours &c = theme().colours;
    const auto place
        = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    QStylePainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const int lens = px(kLens);
    const bool words = width() >= wordsWidth();
    const int left = words ? px(kLead) : (width() - lens) / 2;
    paintIcon(painter, place({left, (height() - lens) / 2, lens, lens}), u"search", c.text2);
    if (!words) {
        return;
    }
    painter.setFont(bodyFont());
    painter.setPen(c.text2);
    const int start = left + lens + px(kGap);
    painter.drawText(place({start, 0, width() - start, height()}),
                     Qt::AlignVCenter | Qt::AlignLeading, text());
    if (width() < sizeHint().width()) {
        return;
    }
    const int tall = px(24);
    const QRect plate
        = place({width() - px(10) - keysWidth(), (height() - tall) / 2, keysWidth(), tall});
    painter.setPen(c.line2);
    painter.setBrush(c.sunk);
    painter.drawRoundedRect(QRectF{plate}.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    painter.setFont(smallFont());
    painter.setPen(c.text2);
    painter.drawText(plate, Qt::AlignCenter, m_keys);
}

void SearchButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressByEnter(*this, *event)) {
        QPushButton::keyPressEvent(event);
    }
}

} // namespace keepwell::ui
