// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/title_rules.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

constexpr std::string_view kMedication
    = "medicationCodeableConcept medicationReference medication.concept medication.reference "
      "note.text reasonCode";

constexpr auto kRules = std::to_array<TitleRule>({
    {"Account", "Account", "name type description", "", "type"},
    {"AdverseEvent", "", "event category", "", "event"},
    {"AllergyIntolerance", "",
     "code substance reaction.substance reaction.description note.text "
     "reaction.manifestation",
     "", "code"},
    {"Appointment", "",
     "description serviceType appointmentType reasonCode reasonReference "
     "specialty serviceCategory comment",
     "", "serviceType"},
    {"AppointmentResponse", "Answer to an appointment", "comment actor", "", "participantStatus"},
    {"AuditEvent", "Use of records", "subtype type purposeOfEvent outcomeDesc agent.name agent.who",
     "", "type"},
    {"Basic", "", "code", "", "code"},
    {"BodyStructure", "Body part", "description location morphology", "", "location"},
    {"CarePlan", "",
     "title category description activity.detail.code addresses "
     "activity.detail.description activity.reference",
     "", "category"},
    {"CareTeam", "Care team", "name category reasonCode reasonReference managingOrganization", "",
     "category"},
    {"Claim", "Claim", "", "", "item.productOrService"},
    {"ClaimResponse", "Answer to a claim", "", "", "type"},
    {"ClinicalImpression", "", "description code summary problem", "", "code"},
    {"Communication", "",
     "topic reasonCode payload.contentString category partOf about "
     "payload.contentAttachment note.text sender",
     "", "category"},
    {"CommunicationRequest", "Request for a message", "payload.contentString category reasonCode",
     "", "category"},
    {"Composition", "", "title type section.title", "", "type"},
    {"Condition", "", "code bodySite stage.summary evidence.code note.text category", "", "code"},
    {"Consent", "Consent",
     "category sourceAttachment.title scope provision.purpose policyRule "
     "organization",
     "", "scope"},
    {"Coverage", "Insurance", "type class.name class.value payor", "payor", "type"},
    {"DetectedIssue", "", "code detail", "", "code"},
    {"Device", "", "deviceName.name type manufacturer distinctIdentifier note.text modelNumber", "",
     "type"},
    {"DeviceRequest", "", "codeCodeableConcept codeReference reasonCode", "",
     "codeCodeableConcept"},
    {"DeviceUseStatement", "", "device reasonCode reasonReference bodySite note.text", "bodySite",
     "device"},
    {"DiagnosticReport", "",
     "code presentedForm.title conclusion category conclusionCode "
     "result",
     "", "code"},
    {"DocumentManifest", "", "description type", "", "type"},
    {"DocumentReference", "",
     "description type content.attachment.title category "
     "context.practiceSetting context.facilityType",
     "", "type"},
    {"Encounter", "",
     "type serviceType reasonCode reasonReference class classHistory.class "
     "diagnosis.condition location.location serviceProvider",
     "", "class"},
    {"EpisodeOfCare", "", "type diagnosis.condition managingOrganization careManager", "", "type"},
    {"ExplanationOfBenefit", "Insurance statement", "", "", "item.productOrService"},
    {"Flag", "", "code category", "", "code"},
    {"Goal", "Goal", "description addresses category target.measure note.text", "", "description"},
    {"GuidanceResponse", "Advice", "reasonCode note.text", "", "reasonCode"},
    {"ImagingStudy", "",
     "description procedureCode reasonCode modality series.description "
     "series.modality",
     "series.bodySite", "modality"},
    {"Immunization", "", "vaccineCode protocolApplied.targetDisease note.text manufacturer", "",
     "vaccineCode"},
    {"ImmunizationEvaluation", "Vaccine check", "targetDisease doseStatus description", "",
     "targetDisease"},
    {"ImmunizationRecommendation", "Vaccines to come",
     "recommendation.vaccineCode recommendation.targetDisease", "", "recommendation.vaccineCode"},
    {"List", "", "title code note.text", "", "code"},
    {"Location", "", "name description alias type physicalType address", "", "type"},
    {"Media", "", "content.title note.text modality view reasonCode type bodySite device", "",
     "type"},
    {"Medication", "",
     "code ingredient.itemCodeableConcept ingredient.itemReference form "
     "manufacturer",
     "", "code"},
    {"MedicationAdministration", "", kMedication, "", "medicationCodeableConcept"},
    {"MedicationDispense", "", kMedication, "", "medicationCodeableConcept"},
    {"MedicationKnowledge", "", "synonym code", "", "code"},
    {"MedicationRequest", "", kMedication, "", "medicationCodeableConcept"},
    {"MedicationStatement", "", kMedication, "", "medicationCodeableConcept"},
    {"MolecularSequence", "Gene sequence", "type referenceSeq.referenceSeqId specimen", "", "type"},
    {"NutritionOrder", "",
     "oralDiet.type supplement.productName supplement.type "
     "enteralFormula.baseFormulaProductName enteralFormula.baseFormulaType "
     "oralDiet.instruction foodPreferenceModifier note.text",
     "", "oralDiet.type"},
    {"OperationOutcome", "Note of the sending system", "issue.details issue.diagnostics", "",
     "issue.code"},
    {"Organization", "", "name alias type contact.purpose", "", "type"},
    {"Practitioner", "Clinician", "qualification.code", "", ""},
    {"PractitionerRole", "", "practitioner code specialty organization", "organization", "code"},
    {"Procedure", "", "code reasonCode reasonReference bodySite category outcome note.text", "",
     "code"},
    {"Provenance", "Origin of records", "activity reason agent.who agent.onBehalfOf", "",
     "activity"},
    {"QuestionnaireResponse", "Questionnaire",
     "_questionnaire.extension.valueString "
     "questionnaire item.text item.item.text",
     "", "questionnaire"},
    {"RequestGroup", "", "code reasonCode action.title note.text", "", "code"},
    {"RiskAssessment", "Risk", "code prediction.outcome method note.text", "", "code"},
    {"ServiceRequest", "",
     "code orderDetail category reasonCode reasonReference note.text "
     "patientInstruction bodySite",
     "", "code"},
    {"Specimen", "Specimen",
     "type collection.bodySite collection.method container.type "
     "container.description note.text",
     "", "type"},
    {"Substance", "", "code description category", "", "code"},
    {"SupplyDelivery", "Supply", "suppliedItem.itemCodeableConcept suppliedItem.itemReference type",
     "", "type"},
    {"SupplyRequest", "Supply", "itemCodeableConcept itemReference category", "",
     "itemCodeableConcept"},
    {"Task", "Task", "description code reasonCode note.text focus performerType", "", "code"},
});

} // namespace

const TitleRule *titleRuleOf(std::string_view type)
{
    const auto found = std::ranges::lower_bound(kRules, type, {}, &TitleRule::type);
    return found != kRules.end() && found->type == type ? &*found : nullptr;
}

} // namespace keepwell::records::fhir
