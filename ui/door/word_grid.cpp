// SPDX-License-Identifier: Apache-2.0
#include "ui/door/word_grid.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/secret_line_edit.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostSuggestions = 3;

/// Paints the list's words that could be meant; never as a QString, never to readers.
class Suggestions final : public QWidget
{
public:
    explicit Suggestions(const SecretLineEdit &edit) : m_edit{edit}
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {px(120), px(20)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_edit.hasFocus()) {
            return;
        }
        QPainter painter{this};
        QFont font = QApplication::font();
        font.setPixelSize(px(14));
        painter.setFont(font);
        painter.setPen(theme().colours.text2);
        int x = px(4);
        for (const std::string_view word : completionsOf(m_edit.text(), kMostSuggestions)) {
            x += paintSecret(painter, rect().adjusted(x, 0, 0, 0), word) + px(10);
        }
    }

private:
    const SecretLineEdit &m_edit;
};

} // namespace

WordEntry::WordEntry(int number, QWidget *parent)
    : QWidget{parent}, m_edit{new SecretLineEdit}, m_suggestions{new Suggestions{*m_edit}}
{
    m_edit->setShown(true);
    m_edit->setSplitsPaste(true);
    m_edit->setAccessibleName(tr("Word %1 of 12").arg(number));
    m_edit->setObjectName(QStringLiteral("word%1").arg(number));
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    QHBoxLayout *row = makeRow(8);
    Label *label = (new Label{TextRole::Second, QString::number(number)})->onOneLine();
    label->setMinimumWidth(px(22));
    label->atEnd();
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    column->addLayout(row);
    QHBoxLayout *below = makeRow(0);
    below->addSpacing(px(30));
    below->addWidget(m_suggestions, 1);
    column->addLayout(below);

    connect(m_edit, &SecretLineEdit::edited, this, [this] {
        setWrong(false);
        m_suggestions->update();
        emit edited();
    });
    connect(m_edit, &SecretLineEdit::returnPressed, this, [this] {
        complete();
        emit finished(true);
    });
    connect(m_edit, &SecretLineEdit::spaceTyped, this, [this] {
        complete();
        emit finished(false);
    });
    m_edit->installEventFilter(this);
}

crypto::SecretText WordEntry::word() const { return m_edit->text(); }

bool WordEntry::isKnownWord() const { return isPhraseWord(m_edit->text()); }

void WordEntry::setWrong(bool wrong)
{
    m_edit->setProperty("wrong", wrong);
    m_edit->update();
}

bool WordEntry::complete()
{
    if (m_edit->isEmpty() || isKnownWord()) {
        return true;
    }
    const auto candidates = completionsOf(m_edit->text(), 2);
    if (candidates.size() != 1) {
        return false;
    }
    crypto::SecretText word;
    word.append(candidates.front());
    m_edit->setText(std::move(word));
    return true;
}

bool WordEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        complete();
    }
    if (watched == m_edit
        && (event->type() == QEvent::FocusOut || event->type() == QEvent::FocusIn)) {
        m_suggestions->update();
    }
    return QWidget::eventFilter(watched, event);
}

WordGrid::WordGrid(QWidget *parent) : QWidget{parent}
{
    auto *grid = (new FoldingGrid{3, 190, 12})->downColumns(); // as PhraseSheet
    for (int i = 0; i < kPhraseWords; ++i) {
        auto *word = new WordEntry{i + 1};
        m_entries[static_cast<std::size_t>(i)] = word;
        grid->add(word);
        connect(word, &WordEntry::edited, this, &WordGrid::edited);
        connect(word, &WordEntry::finished, this, [this, i](bool byReturn) {
            if (i + 1 == kPhraseWords || (byReturn && isFull())) {
                emit finished(); // one word was put right, and the others are there
            } else {
                focusEntry(i + 1);
                entry(i + 1)->edit()->markAll();
            }
        });
        connect(word->edit(), &SecretLineEdit::wordsPasted, this,
                [this, i](std::vector<crypto::SecretText> &words) { take(i, words); });
    }
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(grid);
}

PhraseWords WordGrid::words() const
{
    PhraseWords words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = m_entries[i]->word();
    }
    return words;
}

bool WordGrid::isFull() const
{
    return std::none_of(m_entries.begin(), m_entries.end(),
                        [](const WordEntry *one) { return one->word().isEmpty(); });
}

void WordGrid::focusEntry(int index) { entry(index)->edit()->setFocus(Qt::TabFocusReason); }

void WordGrid::take(int from, std::vector<crypto::SecretText> &words)
{
    int place = words.size() == kPhraseWords ? 0 : from;
    for (crypto::SecretText &word : words) {
        if (place < kPhraseWords) {
            entry(place++)->edit()->setText(std::move(word));
        }
    }
    focusEntry(std::min(place, kPhraseWords - 1));
}

} // namespace keepwell::ui
