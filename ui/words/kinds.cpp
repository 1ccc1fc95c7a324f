// SPDX-License-Identifier: Apache-2.0
#include "ui/words/kinds.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Kinds", words); }

} // namespace

KindLook lookOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Allergy:
        return {"warning", ToneName::Stop, say("Allergies")};
    case RecordKind::Condition:
        return {"heart-pulse", ToneName::Main, say("Conditions")};
    case RecordKind::Medication:
        return {"pill", ToneName::Care, say("Medicines")};
    case RecordKind::Immunization:
        return {"syringe", ToneName::Good, say("Vaccines")};
    case RecordKind::Result:
        return {"test-tube", ToneName::Note, say("Test results")};
    case RecordKind::Vital:
        return {"heart-pulse", ToneName::Note, say("Measurements")};
    case RecordKind::Procedure:
        return {"clinic", ToneName::Main, say("Treatments")};
    case RecordKind::Visit:
        return {"stethoscope", ToneName::Main, say("Visits")};
    case RecordKind::Document:
        return {"file", ToneName::Quiet, say("Letters")};
    case RecordKind::Imaging:
        return {"scan", ToneName::Study, say("Scans")};
    case RecordKind::Plan:
        return {"plan", ToneName::Main, say("Care plans")};
    case RecordKind::Appointment:
        return {"calendar", ToneName::Note, say("Appointments")};
    case RecordKind::Message:
        return {"message", ToneName::Quiet, say("Messages")};
    case RecordKind::Device:
        return {"device", ToneName::Quiet, say("Devices")};
    case RecordKind::Insurance:
        return {"shield-check", ToneName::Quiet, say("Insurance")};
    case RecordKind::Other:
        break;
    }
    return {"other", ToneName::Quiet, say("Other")};
}

std::vector<KindGroup> kindGroups()
{
    using K = RecordKind;
    return {
        {say("Tests"), "test-tube", ToneName::Note, {K::Result, K::Vital}},
        {say("Medicines"), "pill", ToneName::Care, {K::Medication}},
        {say("Conditions and allergies"),
         "heart-pulse",
         ToneName::Main,
         {K::Condition, K::Allergy}},
        {say("Visits"), "stethoscope", ToneName::Main, {K::Visit, K::Procedure, K::Appointment}},
        {say("Letters"), "file", ToneName::Quiet, {K::Document, K::Message}},
        {say("Scans"), "scan", ToneName::Study, {K::Imaging}},
        {say("Vaccines"), "syringe", ToneName::Good, {K::Immunization}},
        {say("Care plans"), "plan", ToneName::Main, {K::Plan}},
        {say("Other"), "other", ToneName::Quiet, {K::Device, K::Insurance, K::Other}},
    };
}

std::int64_t countOf(const RecordCounts &counts, const KindGroup &group)
{
    std::int64_t count = 0;
    for (const RecordKind kind : group.kinds) {
        count += counts.byKind[static_cast<std::size_t>(kind)];
    }
    return count;
}

BadgeText badgeOf(RangeFlag flag)
{
    switch (flag) {
    case RangeFlag::InRange:
        return {ToneName::Good, "check", say("In range")};
    case RangeFlag::JustBelow:
        return {ToneName::Care, "arrow-down", say("Just below range")};
    case RangeFlag::JustAbove:
        return {ToneName::Care, "arrow-up", say("Just above range")};
    case RangeFlag::Below:
        return {ToneName::Care, "arrow-down", say("Below range")};
    case RangeFlag::Above:
        return {ToneName::Care, "arrow-up", say("Above range")};
    case RangeFlag::Urgent:
        return {ToneName::Stop, "alert", say("Marked as urgent")};
    case RangeFlag::None:
        break;
    }
    return {};
}

BadgeText badgeOf(ProofState proof)
{
    switch (proof) {
    case ProofState::Proven:
        return {ToneName::Good, "verified", say("Verified")};
    case ProofState::Reported:
        return {ToneName::Note, "info", say("One source")};
    case ProofState::Conflict:
        return {ToneName::Stop, "alert", say("Places disagree")};
    case ProofState::Local:
        break;
    }
    return {ToneName::Quiet, "clock", say("Only here")};
}

BadgeText badgeOf(ShareState state)
{
    switch (state) {
    case ShareState::Queued:
        return {ToneName::Quiet, "offline", say("Waiting to send")};
    case ShareState::Active:
        return {ToneName::Good, "check", say("Active")};
    case ShareState::Expired:
        return {ToneName::Quiet, "clock", say("Ended")};
    case ShareState::UsedUp:
        return {ToneName::Quiet, "clock", say("Used up")};
    case ShareState::Rejected:
        return {ToneName::Stop, "alert", say("Not accepted")};
    case ShareState::Revoked:
        break;
    }
    return {ToneName::Quiet, "ban", say("Stopped")};
}

BadgeText badgeOf(const ContactRow &contact)
{
    if (contact.blocked) {
        return {ToneName::Stop, "ban", say("Blocked")};
    }
    if (contact.keyChanged) {
        return {ToneName::Stop, "alert", say("Changed, check again")};
    }
    if (contact.checked) {
        return {ToneName::Good, "verified", say("Checked in person")};
    }
    return {ToneName::Care, "warning", say("Not checked")};
}

QString purposeName(int purpose)
{
    static const char *const names[] = {QT_TRANSLATE_NOOP("Kinds", "Treatment"),
                                        QT_TRANSLATE_NOOP("Kinds", "Emergency treatment"),
                                        QT_TRANSLATE_NOOP("Kinds", "Health research"),
                                        QT_TRANSLATE_NOOP("Kinds", "I asked for it"),
                                        QT_TRANSLATE_NOOP("Kinds", "Family"),
                                        QT_TRANSLATE_NOOP("Kinds", "Paying for care")};
    const auto place = static_cast<std::size_t>(std::clamp(purpose, 0, 5));
    return say(names[place]);
}

QString roleName(identity::Role role)
{
    switch (role) {
    case identity::Role::Patient:
        return say("Patient");
    case identity::Role::Clinician:
        return say("Clinician");
    case identity::Role::Organisation:
        return say("Clinic or place");
    case identity::Role::Sponsor:
        break;
    }
    return say("Research");
}

} // namespace keepwell::ui
