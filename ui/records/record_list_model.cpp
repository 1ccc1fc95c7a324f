// SPDX-License-Identifier: Apache-2.0
#include "ui/records/record_list_model.hpp"

#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

namespace keepwell::ui {

void RecordListModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_passed.clear();
    m_loaded = 0;
    m_more = false;
    m_asked = false;
    endResetModel();
}

void RecordListModel::append(const std::vector<RecordRow> &rows, bool more)
{
    std::vector<Line> added;
    QString heading;
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && heading.isEmpty(); ++line) {
        heading = line->heading;
    }
    for (const RecordRow &row : rows) {
        if (m_leftOut.contains(row.id)) {
            m_passed.insert(row.id);
            continue;
        }
        const QString month = monthHeading(row.date);
        if (month != heading) {
            heading = month;
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
    const int first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_lines.insert(m_lines.end(), added.begin(), added.end());
    endInsertRows();
}

void RecordListModel::setPrivate(RecordId id, bool isPrivate)
{
    if (const QModelIndex index = indexOf(id); index.isValid()) {
        m_lines[static_cast<std::size_t>(index.row())].row.isPrivate = isPrivate;
        emit dataChanged(index, index);
    }
}

void RecordListModel::leaveOut(RecordId id)
{
    m_leftOut.insert(id);
    const QModelIndex index = indexOf(id);
    if (!index.isValid()) {
        return;
    }
    m_passed.insert(id);
    const int row = index.row();
    removeLine(row);
    const bool lastOfMonth
        = row == rowCount() || !m_lines[static_cast<std::size_t>(row)].heading.isEmpty();
    if (lastOfMonth && !m_lines[static_cast<std::size_t>(row) - 1].heading.isEmpty()) {
        removeLine(row - 1);
    }
}

void RecordListModel::removeLine(int row)
{
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
}

void RecordListModel::forget(RecordId id, bool isGone)
{
    m_leftOut.erase(id);
    if (m_passed.erase(id) > 0 && isGone) {
        --m_loaded;
        m_asked = false; // an answer under way is of another place in the list
    }
}

const RecordRow *RecordListModel::record(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return nullptr;
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    return line.heading.isEmpty() ? &line.row : nullptr;
}

QModelIndex RecordListModel::indexOf(RecordId id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const RecordRow *found = record(index(row));
        if (found != nullptr && found->id == id) {
            return index(row);
        }
    }
    return {};
}

QModelIndex RecordListModel::firstRecord() const
{
    return rowCount() > 1 ? index(1) : QModelIndex{};
}

int RecordListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    const bool heading = !line.heading.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return heading ? line.heading : plain(line.row.title);
    case IsHeadingRole:
        return heading;
    case SecondRole:
        return heading ? QString{} : secondOf(line.row);
    case DateRole:
        return heading ? QString{} : dayOfMonth(line.row.date);
    case IconRole:
        return lookOf(line.row.kind).icon;
    case ToneRole:
        return static_cast<int>(lookOf(line.row.kind).tone);
    case Qt::CheckStateRole:
        return heading || !m_tickable        ? QVariant{}
            : m_ticked.contains(line.row.id) ? Qt::Checked
                                             : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return heading
            ? line.heading
            : tr("%1. %2. %3.")
                  .arg(plain(line.row.title), shortDate(line.row.date), secondOf(line.row));
    default:
        return {};
    }
}

QString RecordListModel::secondOf(const RecordRow &row) const
{
    QStringList parts;
    if (row.isPrivate) {
        parts << tr("Extra private");
    }
    if (m_owner != 0 && row.person != m_owner) {
        parts << plain(row.personName);
    }
    if (!row.source.empty()) {
        parts << plain(row.source);
    }
    return parts.join(QStringLiteral(" · "));
}

bool RecordListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || record(index) == nullptr) {
        return false;
    }
    tick(index, value.toInt() == Qt::Checked);
    return true;
}

void RecordListModel::tickUnseen(RecordId id)
{
    m_ticked.insert(id);
    const QModelIndex index = indexOf(id);
    if (index.isValid()) {
        emit dataChanged(index, index, {Qt::CheckStateRole});
    }
}

void RecordListModel::tick(const QModelIndex &index, bool on)
{
    const RecordId id = record(index)->id;
    on ? static_cast<void>(m_ticked.insert(id)) : static_cast<void>(m_ticked.erase(id));
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit tickedChanged();
}

Qt::ItemFlags RecordListModel::flags(const QModelIndex &index) const
{
    if (record(index) == nullptr) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags chosen = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_tickable ? chosen | Qt::ItemIsUserCheckable : chosen;
}

bool RecordListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void RecordListModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    emit moreWanted();
}

} // namespace keepwell::ui
