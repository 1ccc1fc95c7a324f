// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/classification.hpp"
#include "core/records/fhir/elements.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

struct DatePaths
{
    std::string_view type;
    std::string_view paths;
};

// Paths end at a dateTime, date or instant; the first that holds a date counts.
constexpr auto kPaths = std::to_array<DatePaths>({
    {"AllergyIntolerance",
     "onsetDateTime onsetPeriod.start recordedDate lastOccurrence reaction.onset"},
    {"Appointment", "start requestedPeriod.start created"},
    {"Claim", "billablePeriod.start item.servicedDate item.servicedPeriod.start created"},
    {"Communication", "sent received"},
    {"Condition", "onsetDateTime onsetPeriod.start recordedDate abatementDateTime"},
    {"Device", "manufactureDate"},
    {"DeviceUseStatement", "timingDateTime timingPeriod.start timingTiming.event recordedOn"},
    {"DiagnosticReport", "effectiveDateTime effectivePeriod.start issued"},
    {"DocumentReference", "date content.attachment.creation context.period.start"},
    {"ExplanationOfBenefit",
     "billablePeriod.start item.servicedDate item.servicedPeriod.start created"},
    {"Goal", "startDate statusDate target.dueDate"},
    {"ImagingStudy", "started series.started"},
    {"Immunization", "occurrenceDateTime recorded"},
    {"Media", "createdDateTime createdPeriod.start issued content.creation"},
    {"MedicationAdministration", "effectiveDateTime effectivePeriod.start"},
    {"MedicationDispense", "whenHandedOver whenPrepared"},
    {"MedicationStatement", "effectiveDateTime effectivePeriod.start dateAsserted"},
    {"Observation",
     "effectiveDateTime effectivePeriod.start effectiveInstant "
     "effectiveTiming.event issued"},
    {"Procedure", "performedDateTime performedPeriod.start"},
    {"ServiceRequest",
     "occurrenceDateTime occurrencePeriod.start occurrenceTiming.event "
     "occurrenceTiming.repeat.boundsPeriod.start authoredOn"},
    {"Specimen", "collection.collectedDateTime collection.collectedPeriod.start receivedTime"},
});

constexpr std::string_view kAnyPaths
    = "period.start occurrenceDateTime occurrencePeriod.start effectiveDateTime "
      "effectivePeriod.start performedDateTime performedPeriod.start date dateTime authored "
      "authoredOn recorded recordedDate issued created sent start timestamp assertedDate "
      "detectedDateTime identifiedDateTime executionPeriod.start servicePeriod.start "
      "recommendation.date enteredDate planningHorizon.start provision.period.start "
      "dateWritten dateRecorded orderedOn scheduledDateTime scheduledPeriod.start " // DSTU2
      "effectiveTimeDateTime effectiveTimePeriod.start indexed modified "
      "actualPeriod.start plannedStartDate " // R5
      "period.end context.period.end";

vault::RecordDate firstDate(json::Value resource, std::string_view paths)
{
    while (!paths.empty()) {
        const std::size_t end = std::min(paths.find(' '), paths.size());
        vault::RecordDate date;
        visitPath(resource, paths.substr(0, end), [&](json::Value value) {
            date = vault::parseRecordDate(value.text());
            return !date.text.empty();
        });
        if (!date.text.empty()) {
            return date;
        }
        paths.remove_prefix(std::min(end + 1, paths.size()));
    }
    return {};
}

} // namespace

vault::RecordDate dateOf(json::Value resource)
{
    const std::string_view type = resource["resourceType"].text();
    const auto found = std::ranges::lower_bound(kPaths, type, {}, &DatePaths::type);
    if (found != kPaths.end() && found->type == type) {
        if (vault::RecordDate date = firstDate(resource, found->paths); !date.text.empty()) {
            return date;
        }
    }
    return firstDate(resource, kAnyPaths);
}

} // namespace keepwell::records::fhir
