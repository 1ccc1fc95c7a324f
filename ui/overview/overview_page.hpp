// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "core/wallet/rows.hpp"
#include "ui/widgets/page.hpp"

#include <optional>
#include <vector>

class QPushButton;

namespace keepwell::ui {

class Session;

/// The first page: allergies, at most one alert, latest results, who opened what, medicines,
/// conditions, vaccines. What is missing is "not known", never "none".
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;
    void print() override;

signals:
    void shareWanted();
    void searchWanted();
    void addRecordsWanted();
    void recordWanted(qint64 id);
    void trendWanted(qint64 id); ///< A result with values before it, over time.

private:
    struct Rows
    {
        Summary summary;
        std::vector<Trend> trends;
        std::optional<RecordRow> appointment; ///< The next one.
        std::int64_t records = 0;
        std::vector<ActivityRow> opened;
        std::optional<ActivityRow> unusual; ///< The newest one that nobody has looked at.
        std::int64_t unseen = 0;
        bool unfinished = false;          ///< An import did not come to its end.
        std::vector<DeliveryRow> waiting; ///< Sent to me, and not filed by itself.
    };

    void show(const Rows &rows);
    void addStrips(const Rows &rows);
    void addCards(const Rows &rows);
    void addUnfinished();
    QWidget *makeUnusual(const ActivityRow &line, std::int64_t unseen);
    void addDelivery(const DeliveryRow &delivery);
    void lookAt(const DeliveryRow &delivery);

    Session &m_session;
    QPushButton *m_print; ///< Both appear with the first record.
    QPushButton *m_share;
};

} // namespace keepwell::ui
