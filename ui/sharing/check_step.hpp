// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace keepwell::ui {

/// The last look before a share: who, what, why, until, and whether it is really them.
class CheckStep final : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString icon;
        QString name;
        QString value;
        QString second;
        int step; ///< Where Change goes.
    };

    explicit CheckStep(QWidget *parent = nullptr);

    void show(const QList<Line> &lines, const ContactRow &contact);
    /// The words were ticked as the same now; the contact becomes a checked one.
    bool confirmsWords() const;
    /// The deliberate yes to share with somebody not checked.
    bool acceptsUnchecked() const;
    bool mayShare() const;

signals:
    void changeWanted(int step);
    void changed();

private:
    QWidget *makeLines(const QList<Line> &lines);
    QWidget *makeWords(const ContactRow &contact);

    QVBoxLayout *m_column;
    QCheckBox *m_match = nullptr;
    QCheckBox *m_anyway = nullptr;
    bool m_checkedBefore = false;
};

} // namespace keepwell::ui
