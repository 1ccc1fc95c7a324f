// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/door_place.hpp"
#include "ui/door/phrase_words.hpp"
#include "ui/tasks/task_runner.hpp"
#include "ui/widgets/wizard_frame.hpp"

class QLineEdit;
class QProgressBar;

namespace keepwell::ui {

class Field;
class Label;
class PassphraseForm;
class Strip;
class WordGrid;

/// The 12 words, then a new passphrase. On a computer without the wallet it is brought back from
/// the network; where the wallet is and only its passphrase was forgotten, that is replaced.
class RestoreFlow final : public WizardFrame
{
    Q_OBJECT

public:
    enum class Kind { BringBack, NewPassphrase };

    RestoreFlow(DoorPlace place, TaskRunner &tasks, Kind kind, bool clinician,
                QWidget *parent = nullptr);

    enum Step { Words, Passphrase, Ready };

signals:
    void opened(std::unique_ptr<keepwell::Wallet> &wallet);
    void passphraseReplaced();

protected:
    void next() override;
    void entered(int step) override;

private:
    void addWords();
    void addPassphrase(bool clinician);
    void addReady();
    void checkWords();
    void bringBack();
    void replacePassphrase();
    void setBusy(bool busy);
    void fail(const Error &error);

    DoorPlace m_place;
    TaskRunner &m_tasks;
    Kind m_kind;
    bool m_clinician;
    std::unique_ptr<crypto::Seed> m_seed;
    std::unique_ptr<Wallet> m_wallet;
    WordGrid *m_grid = nullptr;
    Strip *m_wordFailure = nullptr;
    QLineEdit *m_name = nullptr;
    Field *m_nameField = nullptr;
    PassphraseForm *m_passphrase = nullptr;
    Strip *m_failure = nullptr;
    Label *m_report = nullptr;
};

} // namespace keepwell::ui
