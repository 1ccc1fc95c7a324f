// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"
#include "ui/activity/activity_words.hpp"

#include <QAbstractListModel>

#include <vector>

namespace keepwell::ui {

/// Lines of the timeline under day headings, as far as they were asked for. Rows only.
class ActivityModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IsHeadingRole = Qt::UserRole };

    ActivityModel(ActivityReader reader, QObject *parent);

    void setNow(Instant now) { m_now = now; }
    void clear();
    void append(const std::vector<ActivityRow> &rows, bool more);
    void markSeen(const QModelIndex &index);
    void markAllSeen();
    std::int64_t loaded() const { return m_loaded; }
    const ActivityRow *line(const QModelIndex &index) const; ///< Null for a heading.
    const ActivityReader &reader() const { return m_reader; }
    Instant now() const { return m_now; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted();

private:
    struct Line
    {
        QString heading;
        ActivityRow row;
    };

    ActivityReader m_reader;
    std::vector<Line> m_lines;
    Instant m_now{};
    std::int64_t m_loaded = 0;
    bool m_more = false;
    bool m_asked = false;
};

} // namespace keepwell::ui
