// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"

#include <QFrame>

#include <cstdint>
#include <vector>

class QVBoxLayout;

namespace keepwell::ui {

class Label;

/// What a choice of records comes to.
struct ChosenRecords
{
    std::vector<RecordRow> rows; ///< The first of them.
    std::int64_t count = 0;
    std::int64_t extraPrivate = 0; ///< Of those.
};

/// The card that says what the other side will see, and how much stays private.
class WhatPreview final : public QFrame
{
    Q_OBJECT

public:
    static constexpr std::int64_t kMost = 6; ///< Rows shown.

    explicit WhatPreview(QWidget *parent = nullptr);

    void setRecipient(const QString &name);
    /// `stays` records of the person are not chosen, `staysExtraPrivate` of them marked as that.
    void showRecords(const ChosenRecords &chosen, std::int64_t stays,
                     std::int64_t staysExtraPrivate);

private:
    Label *m_title;
    Label *m_count;
    QVBoxLayout *m_rows;
    Label *m_stays;
    Label *m_staysExtraPrivate;
};

} // namespace keepwell::ui
