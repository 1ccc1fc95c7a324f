// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/phrase_words.hpp"

#include <QWidget>

#include <array>

namespace keepwell::ui {

class Label;
class SecretLineEdit;

/// One numbered entry for a word of the phrase. Completes from the word list: Return, Space or
/// Tab takes the only word that begins so, and the words that could be meant are shown below.
class WordEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit WordEntry(int number, QWidget *parent = nullptr);

    SecretLineEdit *edit() { return m_edit; }
    crypto::SecretText word() const;
    void setWrong(bool wrong);
    bool isKnownWord() const;

signals:
    void edited();
    void finished(bool byReturn); ///< The word is there; go to the next.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool complete();

    SecretLineEdit *m_edit;
    QWidget *m_suggestions;
};

/// All 12 entries. Pasting several words fills them from the entry they were pasted into.
class WordGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit WordGrid(QWidget *parent = nullptr);

    PhraseWords words() const;
    bool isFull() const;
    WordEntry *entry(int index) { return m_entries[static_cast<std::size_t>(index)]; }
    /// Marks the first entry of which `wrong(index, word)` is true, focuses it, and returns its
    /// place from 0; -1 when there is none.
    template <class Wrong>
    int markFirst(Wrong wrong)
    {
        int found = -1;
        for (int i = 0; i < kPhraseWords; ++i) {
            const bool bad = found < 0 && wrong(i, entry(i)->word());
            entry(i)->setWrong(bad);
            if (bad) {
                found = i;
                focusEntry(i);
            }
        }
        return found;
    }
    void focusEntry(int index);

signals:
    void edited();
    void finished(); ///< Return in the last entry.

private:
    void take(int from, std::vector<crypto::SecretText> &words);

    std::array<WordEntry *, kPhraseWords> m_entries;
};

} // namespace keepwell::ui
