// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace keepwell::ui {

class Button;

/// One share of mine: who, what, last opened, time left, Details, Stop. Stop asks in place of the
/// row, with the safe side focused; Details opens below it.
class ShareRowView final : public QFrame
{
    Q_OBJECT

public:
    /// `copiesElsewhere`: other computers may hold locked copies, which a stop does not reach.
    ShareRowView(ShareRow share, Instant now, bool copiesElsewhere, QWidget *parent = nullptr);

    const contract::GrantId &grant() const { return m_share.grant; }
    void askToStop();
    /// Fills the opened details with the records' titles.
    void showRecords(const QStringList &titles, std::int64_t total);

signals:
    void detailsWanted();
    void stopConfirmed();
    void againWanted();  ///< One that was not accepted: share it once more,
    void removeWanted(); ///< or put it away.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showRow();
    QWidget *makeTime() const;
    QWidget *makeButtons();
    void addRejectedButtons(QHBoxLayout *row);
    QString whatWasOpened() const;

    ShareRow m_share;
    Instant m_now;
    bool m_copiesElsewhere;
    QVBoxLayout *m_column;
    QWidget *m_details = nullptr;
    Button *m_detailsButton = nullptr;
    Button *m_stopButton = nullptr;
};

} // namespace keepwell::ui
