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
    /// Below the file's line, after attachmentShown(); a second time takes it away.
    void showAttachment(int index, ByteView bytes);

signals:
    void attachmentWanted(int index, const QString &fileName); ///< To be saved.
    void attachmentShown(int index);                           ///< To be shown here.

private:
    void addSection(const records::ReadableSection &section);
    void addHero(const records::ReadableField &field);
    void addField(const records::ReadableField &field);
    void addAttachments(const Readable &readable);
    void addAttachment(const records::FoundAttachment &attachment);

    struct File
    {
        QString title;
        std::string contentType;
        QVBoxLayout *below;
    };

    QVBoxLayout *m_column;
    std::vector<File> m_files;
};

} // namespace keepwell::ui
