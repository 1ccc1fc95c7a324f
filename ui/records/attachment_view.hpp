// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <QImage>
#include <QWidget>

#include <string>

namespace keepwell::ui {

/// A picture or a plain text that is part of a record, as wide as there is room. What cannot be
/// read says so. Reads no other formats, whatever the bytes claim to be.
class AttachmentView final : public QWidget
{
    Q_OBJECT

public:
    AttachmentView(const std::string &contentType, ByteView bytes, const QString &title,
                   QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return !m_picture.isNull(); }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const QString &sentence);

    QImage m_picture;
};

} // namespace keepwell::ui
