// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/widgets/page.hpp"

#include <optional>
#include <vector>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;

namespace keepwell::ui {

class Badge;
class Button;
class Label;
class Session;
class TrendChart;

/// One test over time: the tests with a small line each, the chart of the chosen one, and all its
/// values as a table. Units are never mixed: each has a line of its own.
class TrendPage final : public Page
{
    Q_OBJECT

public:
    explicit TrendPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;
    bool find(const QString &words) override;
    /// Shows the test that this record is a value of, once it is read.
    void openRecord(RecordId id);

signals:
    void recordWanted(qint64 id);
    void recordsWanted(); ///< Back to the records.

private:
    QWidget *makeTests();
    QWidget *makeChart();
    QWidget *makeMeaning();
    QWidget *makeValues();
    void fillTests();
    void showTrend(std::size_t place);
    void showValues(const Trend &trend);
    void chooseYears(int years);

    Session &m_session;
    QStackedWidget *m_states;
    QLineEdit *m_find;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
    Label *m_value;
    Label *m_unit;
    Label *m_day;
    Badge *m_badge;
    Label *m_note;
    TrendChart *m_chart;
    QWidget *m_meaningPlace = nullptr;
    Label *m_meaning;
    Label *m_count;
    QVBoxLayout *m_values = nullptr;
    std::vector<Trend> m_trends;
    std::optional<RecordId> m_toOpen;
    std::size_t m_place = 0;
    int m_years = 5;
};

} // namespace keepwell::ui
