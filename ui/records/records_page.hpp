// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/widgets/page.hpp"

#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>

class QLineEdit;
class QListView;
class QStackedWidget;

namespace keepwell::ui {

class Button;
class DateFilter;
class RecordListModel;
class RecordViewer;
class WhoseBox;
class Session;

/// The list of records with search and kinds, and the viewer beside it; one pane with Back when
/// there is no room for both. Holds no rows: those are in the model.
class RecordsPage final : public Page
{
    Q_OBJECT

public:
    explicit RecordsPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;
    std::optional<RecordId> chosen() const { return m_chosen; }
    void print() override;
    void saveCopy() override;
    bool find(const QString &words) override;
    void openRecord(RecordId id);
    /// Takes the record that was deleted last out of the wallet now: from then on there is no way
    /// back. Nothing to do when there is none such. Leaving the page and locking do the same.
    void settle();
    void settle(RecordId id); ///< The same, where the last one deleted is this one.
    void undoRemoval();       ///< Shows it again; it never left the wallet.
    ~RecordsPage() override;

signals:
    void addRecordsWanted();
    void removed(qint64 id, const QString &sentence); ///< It can still be undone, or settled.
    void settled();                                   ///< A record is out of the wallet.
    void shareWanted(qint64 id);
    void trendWanted(qint64 id); ///< The test that this record is a value of, over time.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeChips();
    QWidget *makePanes();
    QWidget *makeEmpty();
    QWidget *makeViewer();
    void readCounts();
    void readTrends();
    void readFirst();
    void readMore();
    void choose(RecordId id);
    void readOriginal();
    void saveAttachment(int index, const QString &fileName);
    void readAttachment(int index, std::function<void(ByteView)> use);
    void showPrivate(bool isPrivate);
    void markPrivate(bool isPrivate);
    void removeRecord();
    void letGo(const RecordRow &row);
    void selectNear(int row);
    bool asksFirst(const QString &title, const QString &text, const QString &yes,
                   const QString &no);
    void fold();
    RecordFilter filter() const;

    Session &m_session;
    RecordListModel *m_model;
    QLineEdit *m_search;
    QStackedWidget *m_states;
    QWidget *m_chipRow = nullptr;
    QList<Button *> m_chips;
    DateFilter *m_dates = nullptr;
    WhoseBox *m_whose = nullptr;
    Button *m_trend = nullptr;
    Button *m_private = nullptr;
    QSet<qint64> m_inTrends;      ///< Records that are values of a test with two or more.
    std::int64_t m_measured = -1; ///< How many results there were when that was read.
    QListView *m_list = nullptr;
    QWidget *m_listPane = nullptr;
    RecordViewer *m_viewer = nullptr;
    QTimer m_typing;
    std::stop_source m_reading;
    std::optional<RecordId> m_chosen;
    std::optional<RecordId> m_toOpen;
    std::vector<RecordRow> m_leaving; ///< Not shown any more, and not yet out of the wallet.
    bool m_mayUndo = false;           ///< For the last of them.
    int m_group = -1;                 ///< Of kindGroups(); -1 = all.
    bool m_onePane = false;
};

} // namespace keepwell::ui
