// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_model.hpp"

#include "ui/activity/activity_words.hpp"
#include "ui/words/dates.hpp"

namespace keepwell::ui {

ActivityModel::ActivityModel(ActivityReader reader, QObject *parent)
    : QAbstractListModel{parent}, m_reader{std::move(reader)}
{
}

void ActivityModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_loaded = 0;
    m_more = false;
    m_asked = false;
    endResetModel();
}

void ActivityModel::append(const std::vector<ActivityRow> &rows, bool more)
{
    std::vector<Line> added;
    QString heading;
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && heading.isEmpty(); ++line) {
        heading = line->heading;
    }
    const QDate today = localTime(m_now).date();
    for (const ActivityRow &row : rows) {
        const QString day = dayHeading(localTime(row.time).date(), today);
        if (day != heading) {
            heading = day;
            added.push_back({heading, {}});
        }
        added.push_back({{}, row});
    }
    m_more = more;
    m_asked = false;
    m_loaded += static_cast<std::int64_t>(rows.size());
    if (added.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_lines.insert(m_lines.end(), added.begin(), added.end());
    endInsertRows();
}

void ActivityModel::markSeen(const QModelIndex &index)
{
    if (line(index) != nullptr) {
        m_lines[static_cast<std::size_t>(index.row())].row.seen = true;
        emit dataChanged(index, index);
    }
}

void ActivityModel::markAllSeen()
{
    for (Line &line : m_lines) {
        line.row.seen = true;
    }
    if (!m_lines.empty()) {
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

const ActivityRow *ActivityModel::line(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return nullptr;
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    return line.heading.isEmpty() ? &line.row : nullptr;
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    const bool heading = !line.heading.isEmpty();
    switch (role) {
    case IsHeadingRole:
        return heading;
    case Qt::DisplayRole: {
        if (heading) {
            return line.heading;
        }
        const ActivityWords words = wordsOf(line.row, m_reader);
        return QString{words.bold + QLatin1Char(' ') + words.text};
    }
    case Qt::AccessibleTextRole:
        return heading ? line.heading : spoken(line.row, m_reader, m_now);
    default:
        return {};
    }
}

Qt::ItemFlags ActivityModel::flags(const QModelIndex &index) const
{
    return line(index) != nullptr ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                  : Qt::ItemFlags{Qt::NoItemFlags};
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void ActivityModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    emit moreWanted();
}

} // namespace keepwell::ui
