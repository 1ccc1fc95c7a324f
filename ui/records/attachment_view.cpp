// SPDX-License-Identifier: Apache-2.0
#include "ui/records/attachment_view.hpp"

#include "ui/records/prose_view.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/attachments.hpp"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr int kMostPixels = 40'000'000;
constexpr qsizetype kMostText = 500'000;

QImage pictureIn(const std::string &contentType, ByteView bytes)
{
    QByteArray data = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()));
    QBuffer buffer{&data};
    buffer.open(QIODevice::ReadOnly);
    // By the named format alone: no other decoder is let near a stranger's bytes.
    QImageReader reader{&buffer, contentType.find("png") != std::string::npos ? "png" : "jpeg"};
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > kMostPixels) {
        return {};
    }
    return reader.read();
}

} // namespace

AttachmentView::AttachmentView(const std::string &contentType, ByteView bytes, const QString &title,
                               QWidget *parent)
    : QWidget{parent}
{
    setAccessibleName(title);
    if (isPlainText(contentType)) {
        auto *column = new QVBoxLayout{this};
        column->setContentsMargins(0, 0, 0, 0);
        auto *text = new ProseView;
        text->setAccessibleName(title);
        text->showPlain(
            QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()),
                              std::min(static_cast<qsizetype>(bytes.size()), kMostText)));
        column->addWidget(text);
        return;
    }
    m_picture = pictureIn(contentType, bytes);
    if (m_picture.isNull()) {
        say(tr("This picture could not be shown. You can save it instead."));
        return;
    }
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AttachmentView::say(const QString &sentence)
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new Label{TextRole::Second, sentence});
}

int AttachmentView::heightForWidth(int width) const
{
    if (m_picture.isNull()) {
        return QWidget::heightForWidth(width);
    }
    const int shown = std::min(width, std::max(m_picture.width(), px(200)));
    return std::max(1, m_picture.height() * shown / std::max(1, m_picture.width()));
}

QSize AttachmentView::sizeHint() const
{
    return m_picture.isNull() ? QWidget::sizeHint() : QSize{px(320), heightForWidth(px(320))};
}

void AttachmentView::paintEvent(QPaintEvent *event)
{
    if (m_picture.isNull()) {
        QWidget::paintEvent(event);
        return;
    }
    QPainter painter{this};
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int shown = std::min(width(), std::max(m_picture.width(), px(200)));
    const int left = isRightToLeft() ? width() - shown : 0;
    painter.drawImage(QRect{left, 0, shown, heightForWidth(width())}, m_picture);
}

} // namespace keepwell::ui
