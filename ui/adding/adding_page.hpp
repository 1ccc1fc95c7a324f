// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/widgets/page.hpp"

#include <filesystem>
#include <stop_token>
#include <vector>

class QComboBox;
class QProgressBar;

namespace keepwell::ui {

class Button;
class Card;
class FileList;
class Label;
class Session;

/// Files on their way into the wallet: overall bar with Stop, each file's state, the report so
/// far, and the drop zone, always open. Other pages can be used meanwhile.
class AddingPage final : public Page
{
    Q_OBJECT

public:
    explicit AddingPage(Session &session, QWidget *parent = nullptr);

    void add(const std::vector<std::filesystem::path> &paths);
    bool isBusy() const { return m_busy; }
    void refresh() override;

signals:
    void finished(); ///< Everything asked for so far is done.

private:
    QWidget *makeProgress();
    QWidget *makeReport();
    QWidget *makePersonChoice();
    void startNext();
    void done(const Result<ImportReport> &report);
    void showTotals();
    records::PersonChoice personChoice() const;

    Session &m_session;
    Card *m_progressCard;
    Label *m_doing;
    Label *m_howFar;
    QProgressBar *m_bar;
    Button *m_stopButton;
    FileList *m_files;
    QComboBox *m_person;
    Label *m_new;
    Label *m_here;
    Label *m_unread;
    Label *m_hint;
    std::vector<std::filesystem::path> m_queue;
    std::stop_source m_stop;
    std::uint64_t m_added = 0;
    std::uint64_t m_duplicates = 0;
    std::uint64_t m_rejected = 0;
    int m_lastQuarter = 0;
    bool m_busy = false;
};

} // namespace keepwell::ui
