// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/activity/histogram.hpp"
#include "ui/widgets/page.hpp"

#include <optional>
#include <stop_token>

class QComboBox;
class QListView;
class QStackedWidget;

namespace keepwell::ui {

class ActivityDelegate;
class ActivityModel;
class Badge;
class Button;
class Label;
class Session;
class Strip;

/// Who did what and when, newest first: 30-day bars, filters, lines with their proof, details of
/// the open line, a copy to keep.
class ActivityPage final : public Page
{
    Q_OBJECT

public:
    explicit ActivityPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;
    void saveCopy() override;

signals:
    void seenChanged(); ///< Somebody looked at an unusual line.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeOverview();
    QWidget *makeFilters();
    void readBars();
    void readPeople();
    void readFirst();
    void readMore();
    void open(const QModelIndex &index, bool scroll = true);
    void close();
    void fitOpenLine();
    void block(std::int64_t contact);
    bool openUnseen(bool scroll); ///< The newest of the lines there are; false when none is.
    void showUnseen();            ///< The newest of all, whatever the filter.
    void showDay();
    void readUnseen();
    void markSeen(const QModelIndex &index);
    void markAllSeen();
    ActivityFilter filter() const;

    Session &m_session;
    Histogram *m_histogram;
    Label *m_counts;
    Badge *m_complete;
    Strip *m_unseen;
    Button *m_knowAll = nullptr;
    Button *m_dayChip; ///< Shown while only one day is listed; takes that back.
    QComboBox *m_who;
    QListView *m_list;
    QStackedWidget *m_states;
    ActivityModel *m_model;
    ActivityDelegate *m_delegate;
    QList<Button *> m_chips;
    std::stop_source m_reading;
    std::vector<std::string> m_kinds;
    std::optional<QDate> m_day;
    bool m_wantsUnseen = false; ///< Somebody asked for the newest unusual line.
    bool m_openUnseen = true;   ///< The newest unusual line is open until somebody closed it.
};

} // namespace keepwell::ui
