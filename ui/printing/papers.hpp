// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/wallet/record_rows.hpp"
#include "ui/printing/paper_writer.hpp"

#include <QSet>

#include <vector>

namespace keepwell::ui {

enum class SummaryPart { Allergies, Medicines, Conditions, Results, Vaccines };

/// What the summary on paper is made of.
struct SummaryPaper
{
    Person person;
    Summary summary;
    std::vector<Trend> trends; ///< The usual ranges of the results stand in them.
    Instant printed{};
};

/// "Allergies", "Medicines now" …, in the order of the paper.
QString nameOf(SummaryPart part);

void writeSummary(PaperWriter &paper, const SummaryPaper &what, const QSet<SummaryPart> &parts);
void writeRecord(PaperWriter &paper, const RecordDetail &record);

/// "Printed by the patient from Keepwell. May be incomplete."
QString paperFooter();

} // namespace keepwell::ui
