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
    explicit ShareFlow(Session &session, QWidget *parent = nullptr);

    enum Step { Who, What, Terms, Check };

    void startWith(RecordId record);             ///< One by one, with this record ticked.
    void startWithContact(std::int64_t contact); ///< Straight to What.

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
    std::optional<std::int64_t> m_wantedContact;
};

} // namespace keepwell::ui
