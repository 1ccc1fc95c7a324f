// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QFrame>

class QComboBox;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class Strip;

/// One share in my inbox before it is opened: who, how many, why, until, and the opening with its
/// reason. Nothing of the records is known here.
class InboxPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit InboxPanel(QWidget *parent = nullptr);

    void show(const InboxRow &row, Instant now);
    void showNothing();
    void setBusy(bool busy);
    void fail(const Error &error);

signals:
    void openWanted(const QString &reason);

private:
    void addFact(const QString &icon, const QString &first, const QString &second);
    void addOpening(const InboxRow &row);

    QVBoxLayout *m_column;
    QComboBox *m_reason = nullptr;
    Button *m_open = nullptr;
    Strip *m_failure = nullptr;
};

} // namespace keepwell::ui
