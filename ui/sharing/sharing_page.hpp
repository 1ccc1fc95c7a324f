// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/wallet/rows.hpp"
#include "ui/widgets/page.hpp"

#include <functional>
#include <stop_token>
#include <vector>

class QVBoxLayout;

namespace keepwell {
class Wallet;
}

namespace keepwell::ui {

class Button;
class Session;
class ShareRowView;

/// My shares: the active ones and those that ended.
class SharingPage final : public Page
{
    Q_OBJECT

public:
    explicit SharingPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;

signals:
    void newShareWanted();

private:
    struct Rows
    {
        std::vector<ShareRow> shares;
        bool copiesElsewhere = false;
    };

    void show();
    void addRow(QVBoxLayout *column, const ShareRow &share);
    void act(std::function<Result<>(Wallet &, const std::stop_token &)> work);
    void stop(const contract::GrantId &grant, const QString &name);
    void readRecords(ShareRowView *row);

    Session &m_session;
    Button *m_active;
    Button *m_ended;
    QWidget *m_list;
    std::vector<ShareRow> m_shares;
    bool m_copiesElsewhere = false; ///< The blocks are on a network of nodes.
};

} // namespace keepwell::ui
