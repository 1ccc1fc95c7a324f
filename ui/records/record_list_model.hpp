// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"

#include <QAbstractListModel>

#include <set>
#include <vector>

namespace keepwell::ui {

/// Rows of records under month headings, as far as they were asked for. Holds rows only; the
/// page answers moreWanted() with append(). Headings cannot be selected.
class RecordListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SecondRole = Qt::UserRole, DateRole, IconRole, ToneRole, IsHeadingRole };

    using QAbstractListModel::QAbstractListModel;

    void clear();
    /// `more`: whether there are further rows behind these.
    void append(const std::vector<RecordRow> &rows, bool more);

    /// Shows the mark of a record as it is now.
    void setPrivate(RecordId id, bool isPrivate);

    /// Leaves a record out from now on, though the wallet still has it and counts it: it is about to
    /// go. Its row, and a heading with nothing under it, go at once.
    void leaveOut(RecordId id);
    /// A record that was left out: the wallet has none such any more, or it is to be shown again by
    /// the next append().
    void forget(RecordId id, bool isGone);
    const std::set<RecordId> &leftOut() const { return m_leftOut; }

    /// Gives each record a tick, off at first, for choosing one by one.
    void setTickable(bool tickable) { m_tickable = tickable; }
    void tickUnseen(RecordId id);       ///< One that may not be loaded yet.
    void untick() { m_ticked.clear(); } ///< Takes every tick away, of rows not shown too.
    /// Names the person of each record that is not theirs; 0 = names nobody.
    void nameOthersThan(std::int64_t owner) { m_owner = owner; }
    const std::set<RecordId> &ticked() const { return m_ticked; }
    void tick(const QModelIndex &index, bool on);

    std::int64_t loaded() const { return m_loaded; } ///< Records asked for, shown or left out.
    const RecordRow *record(const QModelIndex &index) const; ///< Null for a heading.
    QModelIndex indexOf(RecordId id) const;
    QModelIndex firstRecord() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted();
    void tickedChanged();

private:
    struct Line
    {
        QString heading; ///< Empty for a record.
        RecordRow row;
    };

    void removeLine(int row);
    QString secondOf(const RecordRow &row) const;

    std::vector<Line> m_lines;
    std::int64_t m_owner = 0;
    std::int64_t m_loaded = 0;
    std::set<RecordId> m_ticked;
    std::set<RecordId> m_leftOut;
    std::set<RecordId> m_passed; ///< Those left out that were among the loaded.
    bool m_tickable = false;
    bool m_more = false;
    bool m_asked = false;
};

} // namespace keepwell::ui
