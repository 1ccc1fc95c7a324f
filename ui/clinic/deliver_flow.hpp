// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/widgets/wizard_frame.hpp"

#include <filesystem>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace keepwell::ui {

class Session;
class Strip;
class WhoStep;

/// Records for a patient: who, which files with a note, check, done.
class DeliverFlow final : public WizardFrame
{
    Q_OBJECT

public:
    explicit DeliverFlow(Session &session, QWidget *parent = nullptr);

    enum Step { Who, Files, Check };

    void addFiles(const std::vector<std::filesystem::path> &paths);

signals:
    void delivered(const QString &sentence);
    void contactsWanted();

protected:
    void next() override;
    void entered(int step) override;

private:
    void addFilesStep();
    void showFiles();
    void showCheck();
    void deliver();

    Session &m_session;
    WhoStep *m_who;
    QVBoxLayout *m_fileRows = nullptr;
    QLineEdit *m_note = nullptr;
    QVBoxLayout *m_checkRows = nullptr;
    Strip *m_failure;
    std::vector<std::filesystem::path> m_files;
};

} // namespace keepwell::ui
