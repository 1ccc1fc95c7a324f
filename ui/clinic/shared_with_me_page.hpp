// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/widgets/page.hpp"

#include <stop_token>
#include <vector>

class QButtonGroup;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class InboxPanel;
class OpenedShareView;
class Session;

/// For clinicians: patients who share, one of them beside the table, and the open records.
/// Nothing from a record is shown before Open, and Open is logged first.
class SharedWithMePage final : public Page
{
    Q_OBJECT

public:
    explicit SharedWithMePage(Session &session, QWidget *parent = nullptr);

    void refresh() override;
    bool find(const QString &words) override;

signals:
    void deliverWanted();
    void contactsWanted();
    void newCount(int count);

private:
    enum Filter { Active, New, EndsSoon, Ended };

    QWidget *makeList();
    void show();
    void addRow(const InboxRow &row, int place);
    bool fits(const InboxRow &row, int filter) const;
    void choose(int place);
    void open(const QString &reason);
    void showRecords(std::shared_ptr<OpenedShare> share);
    void closeWhatWasStopped();
    void closeRecords();

    Session &m_session;
    QStackedWidget *m_states;
    QLineEdit *m_search;
    QList<Button *> m_chips;
    QVBoxLayout *m_rows = nullptr;
    QButtonGroup *m_group;
    InboxPanel *m_panel = nullptr;
    OpenedShareView *m_opened = nullptr;
    std::vector<InboxRow> m_inbox;
    int m_filter = Active;
    int m_chosen = -1;
};

} // namespace keepwell::ui
