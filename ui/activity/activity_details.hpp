// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"
#include "ui/activity/activity_words.hpp"

#include <QFrame>

namespace keepwell::ui {

/// The opened line of the timeline: the same words, what its proof means, what one can do, and
/// the technical details.
class ActivityDetails final : public QFrame
{
    Q_OBJECT

public:
    ActivityDetails(const ActivityRow &row, const ActivityReader &reader, Instant now,
                    QWidget *parent = nullptr);

signals:
    void closed();
    void blockWanted();
    void known(); ///< "I know about this": offered while the line is unseen.

private:
    QWidget *makeHead(const ActivityRow &row, const ActivityReader &reader);
    QWidget *makeButtons(const ActivityRow &row);
};

} // namespace keepwell::ui
