// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/door_place.hpp"
#include "ui/door/phrase_words.hpp"
#include "ui/tasks/task_runner.hpp"
#include "ui/widgets/wizard_frame.hpp"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace keepwell::ui {

class Field;
class PassphraseForm;
class PhraseSheet;
class Strip;
class WordGrid;

/// About you, the recovery phrase, every word checked, a passphrase, ready. The phrase is made
/// here and lives in locked memory until the flow ends; nothing is on disk before the last step.
class NewWalletFlow final : public WizardFrame
{
    Q_OBJECT

public:
    NewWalletFlow(DoorPlace place, TaskRunner &tasks, bool clinician, QWidget *parent = nullptr);

    enum Step { AboutYou, Phrase, Check, Passphrase, Ready };

    /// For tests and the tour only: the words that the person has on paper.
    PhraseWords words() const { return phraseOf(m_seed); }

signals:
    void opened(std::unique_ptr<keepwell::Wallet> &wallet);

protected:
    void next() override;
    void back() override;
    void entered(int step) override;

private:
    void addAboutYou(bool clinician);
    void addPhrase();
    void addCheck();
    void addPassphrase();
    void addReady();
    void checkWords();
    void create();

    DoorPlace m_place;
    TaskRunner &m_tasks;
    crypto::Seed m_seed;
    std::unique_ptr<Wallet> m_wallet;
    QLineEdit *m_name = nullptr;
    Field *m_nameField = nullptr;
    QComboBox *m_role = nullptr;
    PhraseSheet *m_sheet = nullptr;
    QCheckBox *m_written = nullptr;
    WordGrid *m_grid = nullptr;
    Strip *m_wrongWord = nullptr;
    PassphraseForm *m_passphrase = nullptr;
    Strip *m_failure = nullptr;
};

} // namespace keepwell::ui
