// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/badge.hpp"

#include <QFrame>
#include <QHash>
#include <QSet>

class QVBoxLayout;

namespace keepwell::ui {

/// What became of each file: name, what it was, how many records, and a badge. One row a file.
class FileList final : public QFrame
{
    Q_OBJECT

public:
    explicit FileList(QWidget *parent = nullptr);

    void wait(const QString &path); ///< It is not read yet.
    void read(const QString &path); ///< It is the one that is read now.
    /// It is read. A second call for the same file says more: what was `rejected`, and why.
    void add(const FileReport &report, const std::vector<Rejection> &rejected);
    void addFailure(const QString &name, const QString &sentence);
    void giveUpWaiting(); ///< The files that still wait will not be read.

private:
    void putUnread(const QString &path, ToneName tone, const QString &state);
    struct Row
    {
        QString icon;
        ToneName tone = ToneName::Quiet;
        QString name;
        QString second;
        BadgeText badge;
    };

    static Row rowOf(const FileReport &report, const std::vector<Rejection> &rejected);
    void put(const QString &path, const Row &row);
    static QWidget *widgetOf(const Row &row, bool first);

    QVBoxLayout *m_column;
    QHash<QString, QWidget *> m_rows; ///< By path.
    QSet<QString> m_waiting;
    int m_count = 0;
};

} // namespace keepwell::ui
