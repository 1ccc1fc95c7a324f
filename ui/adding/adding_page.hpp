// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/widgets/page.hpp"

#include <QElapsedTimer>

#include <atomic>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

class QComboBox;
class QProgressBar;

namespace keepwell::ui {

class Button;
class Card;
class FileList;
class Label;
class Session;
class Strip;

/// The wallet's setting that remembers the files of an import until it has ended: a JSON list.
inline constexpr const char *kUnfinishedAdding = "adding.unfinished";

/// Files on their way into the wallet: overall bar with Stop, each file's state, the report so
/// far, and the drop zone, always open. Other pages can be used meanwhile. What was being added when
/// the wallet locked or the program ended is offered again.
class AddingPage final : public Page
{
    Q_OBJECT

public:
    explicit AddingPage(Session &session, QWidget *parent = nullptr);

    void add(const std::vector<std::filesystem::path> &paths);
    bool isBusy() const { return m_busy; }
    void refresh() override;

signals:
    void finished(const QString &sentence); ///< With what was asked for, and how.

private:
    struct Totals
    {
        std::uint64_t files = 0;
        std::uint64_t added = 0;
        std::uint64_t duplicates = 0;
        std::uint64_t rejected = 0;

        Totals operator+(const Totals &more) const
        {
            return {files + more.files, added + more.added, duplicates + more.duplicates,
                    rejected + more.rejected};
        }
    };

    QWidget *makeProgress();
    QWidget *makeReport();
    QWidget *makePersonChoice();
    Strip *makeStrangers();
    void startNext();
    std::stop_source startImport(const std::vector<std::filesystem::path> &paths);
    void showHowFar(std::uint64_t done, std::uint64_t total);
    void fileDone(const FileReport &file);
    void offerUnfinished(const std::string &paths);
    void done(const Result<ImportReport> &report);
    void offerStrangers(const ImportReport &report);
    void addStrangersAs(qlonglong person);
    void showTotals();
    records::PersonChoice personChoice() const;

    Session &m_session;
    Card *m_progressCard;
    Label *m_doing;
    Label *m_howFar;
    Label *m_meanwhile;
    QProgressBar *m_bar;
    Button *m_stopButton;
    FileList *m_files;
    Strip *m_unfinished;
    std::vector<std::filesystem::path> m_again; ///< What the strip offers to add again.
    QComboBox *m_person;
    Label *m_new;
    Label *m_here;
    Label *m_unread;
    Strip *m_strangers; ///< Records name somebody this wallet does not know: whose are they?
    Button *m_areMine;
    std::vector<std::filesystem::path> m_ofStrangers; ///< The files in question.
    std::uint64_t m_ofStrangersCount = 0;             ///< Their records.
    std::vector<std::filesystem::path> m_queue;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic_bool> m_wantedStop; ///< It was the person who stopped it.
    Totals m_before;                                ///< What the imports before this one came to.
    Totals m_now;                                   ///< What this one has come to so far.
    QElapsedTimer m_since;
    qlonglong m_owner = 0; ///< The wallet's own person; 0 = not yet known.
    int m_expected = 0;    ///< Files of this import; -1 where a folder hides how many.
    int m_lastQuarter = 0;
    bool m_busy = false;
};

} // namespace keepwell::ui
