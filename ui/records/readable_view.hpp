// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"

#include <QWidget>

class QVBoxLayout;

namespace keepwell::ui {

/// A record in plain words: sections, fields with their ranges, narrative, attachments.
class ReadableView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReadableView(QWidget *parent = nullptr);

    void show(const Readable &readable);

signals:
    void attachmentWanted(int index);

private:
    void addSection(const records::ReadableSection &section);
    void addField(const records::ReadableField &field);
    void addAttachments(const Readable &readable);

    QVBoxLayout *m_column;
};

} // namespace keepwell::ui
