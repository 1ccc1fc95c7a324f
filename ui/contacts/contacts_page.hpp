// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/widgets/page.hpp"

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace keepwell::ui {

class ContactPanel;
class Session;

/// People and places: the list, and one of them beside it.
class ContactsPage final : public Page
{
    Q_OBJECT

public:
    explicit ContactsPage(Session &session, QWidget *parent = nullptr);

    void refresh() override;
    void openAddDialog();
    void choose(std::int64_t contact); ///< Shows them, at once or when they are read.

signals:
    void shareWanted(qint64 contact);

private:
    void show();
    void addRow(const ContactRow &contact);
    void rename(std::int64_t contact, const QString &name);
    void remove(std::int64_t contact);
    void after(const Result<> &done, const QString &sentence);

    Session &m_session;
    QWidget *m_content;
    QVBoxLayout *m_rows = nullptr;
    QButtonGroup *m_group;
    ContactPanel *m_panel = nullptr;
    std::vector<ContactRow> m_contacts;
    std::int64_t m_chosen = 0;
};

} // namespace keepwell::ui
