// SPDX-License-Identifier: Apache-2.0
#include "ui/records/whose_box.hpp"

#include "ui/words/sentences.hpp"

#include <QSignalBlocker>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr int kWidest = 30; ///< Average letters of a name that the box gives room for.

} // namespace

WhoseBox::WhoseBox(First first, QWidget *parent) : QComboBox{parent}, m_first{first}
{
    setObjectName(QStringLiteral("whoseRecords"));
    setAccessibleName(tr("Whose records"));
    setProperty("small", true);
    setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
    setMinimumContentsLength(10);
    hide();
    connect(this, &QComboBox::currentIndexChanged, this, &WhoseBox::changed);
}

void WhoseBox::fill(const std::vector<Person> &people)
{
    const QSignalBlocker quiet{this};
    const QVariant before = currentData();
    clear();
    if (m_first == First::Everybody) {
        addItem(tr("Everybody’s"));
    }
    m_owner = 0;
    int others = 0;
    for (const Person &person : people) {
        if (person.owner) {
            insertItem(m_first == First::Everybody ? 1 : 0, tr("Mine"), qlonglong{person.id.value});
            m_owner = person.id.value;
        } else if (person.records > 0) {
            const QString name = plain(person.name);
            const int room = fontMetrics().averageCharWidth() * kWidest;
            addItem(fontMetrics().elidedText(name, Qt::ElideMiddle, room),
                    qlonglong{person.id.value});
            setItemData(count() - 1, plainTip(name), Qt::ToolTipRole);
            setItemData(count() - 1, name, Qt::AccessibleTextRole);
            ++others;
        }
    }
    if (others == 0) {
        m_owner = 0;
    }
    setCurrentIndex(std::max(0, findData(before)));
    setVisible(others > 0);
}

void WhoseBox::choose(std::int64_t person)
{
    const int index = findData(qlonglong{person});
    if (index >= 0) {
        setCurrentIndex(index);
    }
}

std::optional<std::int64_t> WhoseBox::person() const
{
    const QVariant chosen = currentData();
    return chosen.isValid() ? std::optional<std::int64_t>{chosen.toLongLong()} : std::nullopt;
}

} // namespace keepwell::ui
