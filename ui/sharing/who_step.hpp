// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace keepwell::ui {

/// Which contact: one row each, chosen like radio buttons. A contact who is blocked, or whose
/// keys changed, is shown with the reason and cannot be chosen.
class WhoStep final : public QWidget
{
    Q_OBJECT

public:
    explicit WhoStep(QWidget *parent = nullptr);

    void setContacts(std::vector<ContactRow> contacts);
    std::optional<ContactRow> chosen() const;
    void choose(std::int64_t contact);

signals:
    void changed();
    void contactsWanted(); ///< There is nobody yet: go and add somebody.

private:
    void addRow(const ContactRow &contact);

    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    std::vector<ContactRow> m_contacts;
};

} // namespace keepwell::ui
