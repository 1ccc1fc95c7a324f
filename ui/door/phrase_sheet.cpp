// SPDX-License-Identifier: Apache-2.0
#include "ui/door/phrase_sheet.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr int kTile = 56;
constexpr int kGap = 12;
constexpr int kLeastTile = 170;

QFont sized(int designPixels, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(px(designPixels));
    font.setWeight(weight);
    return font;
}

/// Tells what spoken() says at that moment: nothing of it is kept here.
class SheetInterface final : public QAccessibleWidget
{
public:
    explicit SheetInterface(PhraseSheet *sheet) : QAccessibleWidget{sheet, QAccessible::StaticText}
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? static_cast<PhraseSheet *>(widget())->spoken()
                                         : QString{};
    }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className == QLatin1String(PhraseSheet::staticMetaObject.className())) {
        return new SheetInterface{static_cast<PhraseSheet *>(object)};
    }
    return nullptr;
}

} // namespace

PhraseSheet::PhraseSheet(QWidget *parent) : QWidget{parent}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    static const bool known = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(known)
}

void PhraseSheet::setWords(PhraseWords words)
{
    m_words = std::move(words);
    update();
}

void PhraseSheet::setShown(bool shown)
{
    if (m_shown != shown) {
        m_shown = shown;
        update();
        emit shownChanged(shown);
    }
    if (!shown) {
        setReadAloud(false);
    }
}

void PhraseSheet::setReadAloud(bool aloud)
{
    if (m_aloud == aloud || (aloud && !m_shown)) {
        return;
    }
    m_aloud = aloud;
    setFocusPolicy(aloud ? Qt::StrongFocus : Qt::NoFocus);
    if (aloud) {
        setFocus(Qt::OtherFocusReason);
        choose(0);
    }
    update();
    emit readAloudChanged(aloud);
}

QString PhraseSheet::spoken() const
{
    if (!m_shown || !m_aloud) {
        return tr("Your 12 words. They are shown on the screen only.");
    }
    const std::string_view word = m_words[static_cast<std::size_t>(m_chosen)].expose();
    return tr("Word %1 of 12: %2")
        .arg(m_chosen + 1)
        .arg(QLatin1String(word.data(), static_cast<int>(word.size())));
}

void PhraseSheet::choose(int word)
{
    m_chosen = std::clamp(word, 0, kPhraseWords - 1);
    update();
    QAccessibleEvent renamed{this, QAccessible::NameChanged};
    QAccessible::updateAccessibility(&renamed);
    QAccessibleEvent alert{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

void PhraseSheet::keyPressEvent(QKeyEvent *event)
{
    if (!m_aloud) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        choose(m_chosen + 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        choose(m_chosen - 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(kPhraseWords - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

int PhraseSheet::columnsFor(int width) const
{
    return std::clamp((width + px(kGap)) / px(kLeastTile + kGap), 1, 3);
}

int PhraseSheet::heightForWidth(int width) const
{
    const int rows = kPhraseWords / columnsFor(width);
    return rows * px(kTile) + (rows - 1) * px(kGap);
}

QSize PhraseSheet::sizeHint() const { return {px(738), heightForWidth(px(738))}; }

QSize PhraseSheet::minimumSizeHint() const { return {px(kLeastTile), px(kTile)}; }

void PhraseSheet::paintEvent(QPaintEvent *)
{
    const Colours &c = theme().colours;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const int columns = columnsFor(width());
    const int rows = kPhraseWords / columns;
    const int tile = (width() - (columns - 1) * px(kGap)) / columns;
    for (int i = 0; i < kPhraseWords; ++i) {
        const int column = isRightToLeft() ? columns - 1 - i / rows : i / rows;
        const QRect area{column * (tile + px(kGap)), (i % rows) * px(kTile + kGap), tile,
                         px(kTile)};
        const bool chosen = m_aloud && i == m_chosen;
        painter.setPen(QPen{chosen ? c.main : c.line, chosen ? 2.0 : 1.0});
        painter.setBrush(chosen ? c.tint : c.sunk);
        painter.drawRoundedRect(QRectF{area}.adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10));
        painter.setFont(sized(16, QFont::Normal));
        painter.setPen(c.text2);
        painter.drawText(QRect{area.left() + px(8), area.top(), px(30), area.height()},
                         Qt::AlignVCenter | Qt::AlignRight, QString::number(i + 1));
        const QRect wordArea = area.adjusted(px(50), 0, -px(8), 0);
        if (m_shown) {
            painter.setFont(sized(20, QFont::DemiBold));
            painter.setPen(c.text);
            paintSecret(painter, wordArea, m_words[static_cast<std::size_t>(i)].expose());
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.line);
            painter.drawRoundedRect(QRect{wordArea.left(), area.center().y() - px(6),
                                          std::min(px(96), wordArea.width()), px(12)},
                                    px(6), px(6));
        }
    }
}

bool PhraseSheet::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate) {
        setShown(false);
    }
    return QWidget::event(event);
}

} // namespace keepwell::ui
