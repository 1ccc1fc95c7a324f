// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/widgets/sparkline.hpp"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace keepwell::ui {

struct ActivityLine
{
    QString who;
    QString what;
    QString when;
};

/// The cards of the overview. `open` is called with a record's id.
using OpenRecord = std::function<void(RecordId)>;

/// The small line beside a result; empty where there are no values before it.
using LineOfRecord = std::function<std::optional<SparkLine>(RecordId)>;

QWidget *makeResultsCard(const records::SummarySection &results, const LineOfRecord &line,
                         const OpenRecord &open, const std::function<void()> &all);
/// The next appointment, with its day on a tile.
QWidget *makeAppointmentCard(const RecordRow &appointment, const OpenRecord &open);
/// Medicines, conditions or vaccines: at most 4, then "Show n more".
QWidget *makeListCard(const QString &icon, const QString &title,
                      const records::SummarySection &section, const QString &none,
                      const OpenRecord &open, const std::function<void()> &all);
QWidget *makeActivityCard(const std::vector<ActivityLine> &lines, const std::function<void()> &all);

} // namespace keepwell::ui
