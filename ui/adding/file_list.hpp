// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/theme/theme.hpp"

#include <QFrame>

class QVBoxLayout;

namespace keepwell::ui {

/// What became of each file, newest below: name, what it was, how many records, and a badge.
class FileList final : public QFrame
{
    Q_OBJECT

public:
    explicit FileList(QWidget *parent = nullptr);

    void add(const FileReport &report, const std::vector<Rejection> &rejected);
    void addFailure(const QString &name, const QString &sentence);
    bool isEmpty() const { return m_count == 0; }

private:
    void addRow(const QString &icon, ToneName tone, const QString &name, const QString &second,
                QWidget *badge);

    QVBoxLayout *m_column;
    int m_count = 0;
};

} // namespace keepwell::ui
