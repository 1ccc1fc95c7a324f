// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/widgets/page.hpp"

namespace keepwell::ui {

class Session;

/// Deliveries: what I sent and whether it was taken (clinician), or what came and waits (patient).
class DeliverPage final : public Page
{
    Q_OBJECT

public:
    explicit DeliverPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;

signals:
    void newDeliveryWanted();

private:
    void show(const std::vector<DeliveryRow> &deliveries);
    QWidget *makeRow(const DeliveryRow &delivery);

    Session &m_session;
    QWidget *m_content;
};

} // namespace keepwell::ui
