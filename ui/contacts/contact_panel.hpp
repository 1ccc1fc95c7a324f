// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QFrame>

class QLineEdit;
class QVBoxLayout;

namespace keepwell::ui {

/// One contact: badge, check words, shares with them, and what one can do.
class ContactPanel final : public QFrame
{
    Q_OBJECT

public:
    /// `clinician`: the owner delivers to contacts instead of sharing with them.
    explicit ContactPanel(bool clinician, QWidget *parent = nullptr);

    void show(const ContactRow &contact);
    void showNothing(const QString &sentence);

signals:
    void confirmed(qint64 contact);
    void renamed(qint64 contact, const QString &name);
    void blocked(qint64 contact, bool on);
    void removed(qint64 contact);
    void shareWanted(qint64 contact);

private:
    void addHead(const ContactRow &contact);
    void addWords(const ContactRow &contact);
    void addName(const ContactRow &contact);
    void addButtons(const ContactRow &contact);

    QVBoxLayout *m_column;
    bool m_clinician;
};

} // namespace keepwell::ui
