// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "core/wallet/rows.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/badge.hpp"

#include <QString>

#include <vector>

namespace keepwell::ui {

/// How a kind of record looks and is called.
struct KindLook
{
    QString icon;
    ToneName tone;
    QString plural; ///< "Medicines"
};

KindLook lookOf(RecordKind kind);

/// A chip or a row of the share wizard: kinds people think of together.
struct KindGroup
{
    QString name; ///< "Conditions and allergies"
    QString icon;
    ToneName tone;
    std::vector<RecordKind> kinds;
};

/// Every kind once, in the order of the share wizard.
std::vector<KindGroup> kindGroups();

std::int64_t countOf(const RecordCounts &counts, const KindGroup &group);

/// "In range", "Above range"…; empty text where the record gives no range.
BadgeText badgeOf(RangeFlag flag);
BadgeText badgeOf(ProofState proof);
BadgeText badgeOf(ShareState state);
/// "Checked", "Not checked", "Changed, check again", "Blocked".
BadgeText badgeOf(const ContactRow &contact);

/// The number of "Emergency treatment" among the purposes.
inline constexpr int kEmergencyPurpose = 1;
QString purposeName(int purpose); ///< Of contract::Purpose: "Treatment"…
QString roleName(identity::Role role);

} // namespace keepwell::ui
