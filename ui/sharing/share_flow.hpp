// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/widgets/wizard_frame.hpp"

#include <optional>
#include <stop_token>

namespace keepwell::ui {

class CheckStep;
class Session;
class Strip;
class TermsStep;
class WhatStep;
class WhoStep;

/// A new share in four steps. Nothing is shared before the button of the last one.
class ShareFlow final : public WizardFrame
{
    Q_OBJECT

public:
    /// What it begins with: this record ticked; this contact chosen, straight at What.
    struct Start
    {
        std::optional<RecordId> record{};
        std::optional<std::int64_t> contact{};
    };

    ShareFlow(Session &session, const Start &start, QWidget *parent = nullptr);

    enum Step { Who, What, Terms, Check };

signals:
    void shared(const QString &sentence);
    void contactsWanted();

protected:
    void next() override;
    void entered(int step) override;

private:
    void showCheck();
    void share();
    void finish(const Result<ShareResult> &result);

    Session &m_session;
    WhoStep *m_who;
    WhatStep *m_what;
    TermsStep *m_terms;
    CheckStep *m_check;
    Strip *m_failure;
    std::stop_source m_stop;
};

} // namespace keepwell::ui
