// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/secret_line_edit.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>

#include <utility>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostCharacters = 1024;

/// Moves the last character of `from` to the end of `to`.
void moveLast(crypto::SecretText &from, crypto::SecretText &to)
{
    std::string_view rest = from.expose();
    char32_t last = 0;
    while (const char32_t character = nextCharacter(rest)) {
        last = character;
    }
    if (last != 0) {
        to.append(last);
        from.removeLast();
    }
}

void wipe(QByteArray &bytes)
{
    bytes.fill('\0');
    bytes.clear();
}

} // namespace

SecretLineEdit::SecretLineEdit(QWidget *parent) : QWidget{parent}
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

crypto::SecretText SecretLineEdit::text() const
{
    crypto::SecretText whole = m_before.duplicate();
    crypto::SecretText rest = m_after.duplicate();
    while (!rest.isEmpty()) {
        moveLast(rest, whole);
    }
    return whole;
}

void SecretLineEdit::setText(crypto::SecretText text)
{
    m_marked = false;
    m_before = std::move(text);
    m_after.clear();
    update();
    emit edited();
}

void SecretLineEdit::clear()
{
    m_marked = false;
    m_before.clear();
    m_after.clear();
    update();
    emit edited();
}

void SecretLineEdit::setShown(bool shown)
{
    m_shown = shown;
    update();
}

void SecretLineEdit::addShowButton()
{
    m_showButton = new Button{ButtonKind::Quiet, tr("Show"), u"eye", this};
    m_showButton->small()->setCheckable(true);
    m_showButton->setCursor(Qt::ArrowCursor);
    connect(m_showButton, &QPushButton::toggled, this, [this](bool on) {
        setShown(on);
        m_showButton->setText(on ? tr("Hide") : tr("Show"));
        m_showButton->setAccessibleName(m_showButton->text());
        m_showButton->setIconName(on ? u"eye-off" : u"eye");
    });
}

QSize SecretLineEdit::sizeHint() const { return {px(260), px(44)}; }

QSize SecretLineEdit::minimumSizeHint() const { return {px(120), px(44)}; }

QVariant SecretLineEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return isEnabled();
    case Qt::ImHints:
        return static_cast<int>(inputMethodHints());
    case Qt::ImCursorRectangle:
        return textArea();
    default:
        return {};
    }
}

QRect SecretLineEdit::textArea() const
{
    QRect area = rect().adjusted(px(16), 0, -px(14), 0);
    if (m_showButton != nullptr) {
        const int room = m_showButton->width() + px(4);
        isRightToLeft() ? area.setLeft(area.left() + room) : area.setRight(area.right() - room);
    }
    return area;
}

void SecretLineEdit::paintEvent(QPaintEvent *)
{
    const Colours &c = theme().colours;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool wrong = property("wrong").toBool();
    const double edge = wrong ? 2 : 1;
    painter.setPen(QPen{wrong ? c.stop.ink : c.line2, edge});
    painter.setBrush(isEnabled() ? c.card : c.quiet.back);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2),
                            px(8), px(8));

    QRect area = textArea();
    painter.setClipRect(area.adjusted(-2, 0, 2, 0));
    painter.setPen(c.text);
    int caret = 0;
    if (m_shown) {
        const int before = paintSecret(painter, QRect{0, -height(), 1, 1}, m_before.expose());
        area.translate(-std::max(0, before - area.width()), 0);
        const crypto::SecretText whole = text();
        paintMark(painter, area, paintSecret(painter, QRect{0, -height(), 1, 1}, whole.expose()));
        painter.setPen(c.text);
        paintSecret(painter, area.adjusted(0, 0, before + px(4000), 0), whole.expose());
        caret = before;
    } else {
        const int step = px(14);
        const int size = px(11);
        const auto before = static_cast<int>(m_before.characterCount());
        const int all = before + static_cast<int>(m_after.characterCount());
        area.translate(-std::max(0, before * step - area.width()), 0);
        paintMark(painter, area, all * step);
        painter.setBrush(c.text);
        painter.setPen(Qt::NoPen);
        for (int dot = 0; dot < all; ++dot) {
            painter.drawEllipse(area.left() + dot * step, area.center().y() - size / 2, size, size);
        }
        caret = before * step;
    }
    if (hasFocus() && !m_marked) {
        painter.fillRect(QRect{area.left() + caret, area.center().y() - px(11), 2, px(22)}, c.text);
    }
}

void SecretLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        mark(true);
        return;
    }
    if (m_marked && editMarked(static_cast<Qt::Key>(event->key()))) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit returnPressed();
        return;
    case Qt::Key_Left:
        moveLeft();
        return;
    case Qt::Key_Right:
        moveRight();
        return;
    case Qt::Key_Home:
        while (!m_before.isEmpty()) {
            moveLeft();
        }
        return;
    case Qt::Key_End:
        while (!m_after.isEmpty()) {
            moveRight();
        }
        return;
    case Qt::Key_Backspace:
        m_before.removeLast();
        update();
        emit edited();
        return;
    case Qt::Key_Delete:
        m_after.removeLast();
        update();
        emit edited();
        return;
    case Qt::Key_CapsLock:
        emit capsLockSeen(false);
        break;
    default:
        break;
    }
    const QString typed = event->text();
    const bool command = event->modifiers().testFlag(Qt::ControlModifier)
        && !event->modifiers().testFlag(Qt::AltModifier);
    if (typed.isEmpty() || command || !typed.front().isPrint()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_splitsPaste && typed == QLatin1String(" ")) {
        emit spaceTyped();
        return;
    }
    if (typed.front().isLetter()) {
        // Qt tells nothing of Caps Lock; a capital without Shift (or the reverse) gives it away.
        emit capsLockSeen(typed.front().isUpper()
                          != event->modifiers().testFlag(Qt::ShiftModifier));
    }
    type(typed);
}

/// True when the key was for the mark alone: it takes it away, with or without what is marked.
bool SecretLineEdit::editMarked(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        dropMarked();
        emit edited();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        mark(false);
        return false;
    default:
        return false;
    }
}

void SecretLineEdit::mark(bool all)
{
    m_marked = all && !(m_before.isEmpty() && m_after.isEmpty());
    update();
}

void SecretLineEdit::dropMarked()
{
    if (std::exchange(m_marked, false)) {
        m_before.clear();
        m_after.clear();
        update();
    }
}

void SecretLineEdit::paintMark(QPainter &painter, const QRect &area, int width) const
{
    if (m_marked) {
        painter.fillRect(QRect{area.left() - 1, area.center().y() - px(13), width + 2, px(26)},
                         theme().colours.tint);
    }
}

void SecretLineEdit::type(const QString &characters)
{
    if (characters.isEmpty()) {
        return;
    }
    dropMarked();
    for (const char32_t character : characters.toUcs4()) {
        if (m_before.characterCount() + m_after.characterCount() < kMostCharacters
            && character >= 0x20) {
            m_before.append(character);
        }
    }
    update();
    emit edited();
}

void SecretLineEdit::paste()
{
    QByteArray pasted = QApplication::clipboard()->text().toUtf8();
    QByteArray simple = pasted.simplified();
    wipe(pasted);
    if (!simple.isEmpty()) {
        dropMarked();
    }
    if (m_splitsPaste && simple.contains(' ')) {
        std::vector<crypto::SecretText> words;
        for (QByteArray &word : simple.split(' ')) {
            words.push_back(crypto::SecretText::take(
                std::span{word.data(), static_cast<std::size_t>(word.size())}));
        }
        emit wordsPasted(words);
    } else {
        std::string_view rest{simple.constData(), static_cast<std::size_t>(simple.size())};
        while (const char32_t character = nextCharacter(rest)) {
            if (m_before.characterCount() + m_after.characterCount() < kMostCharacters) {
                m_before.append(character);
            }
        }
        update();
        emit edited();
    }
    wipe(simple);
}

void SecretLineEdit::moveLeft()
{
    moveLast(m_before, m_after);
    update();
}

void SecretLineEdit::moveRight()
{
    moveLast(m_after, m_before);
    update();
}

void SecretLineEdit::inputMethodEvent(QInputMethodEvent *event)
{
    type(event->commitString());
    event->accept();
}

void SecretLineEdit::mousePressEvent(QMouseEvent *event)
{
    mark(false);
    if (event->button() == Qt::MiddleButton) {
        paste();
    }
    QWidget::mousePressEvent(event);
}

void SecretLineEdit::mouseDoubleClickEvent(QMouseEvent *event)
{
    mark(event->button() == Qt::LeftButton);
}

void SecretLineEdit::focusOutEvent(QFocusEvent *event)
{
    mark(false);
    QWidget::focusOutEvent(event);
}

void SecretLineEdit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_showButton != nullptr) {
        const QSize size = m_showButton->sizeHint();
        const int x = isRightToLeft() ? px(6) : width() - size.width() - px(6);
        m_showButton->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
    }
}

void SecretLineEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
