// SPDX-License-Identifier: Apache-2.0
#include "ui/records/prose_view.hpp"

#include "ui/theme/fonts.hpp"

#include <QAbstractTextDocumentLayout>
#include <QResizeEvent>
#include <QTextCursor>

namespace keepwell::ui {

ProseView::ProseView(QWidget *parent) : QTextBrowser{parent}
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QVariant ProseView::loadResource(int, const QUrl &) { return {}; }

void ProseView::showHtml(const QString &html)
{
    document()->setDefaultFont(fontOf(17));
    setHtml(html);
    fit();
}

void ProseView::showPlain(const QString &text)
{
    document()->setDefaultFont(fontOf(17));
    setPlainText(text);
    QTextCursor all{document()};
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(150, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(format);
    fit();
}

int ProseView::heightForWidth(int width) const
{
    auto *copy = document();
    copy->setTextWidth(width);
    return static_cast<int>(copy->size().height()) + 2;
}

QSize ProseView::sizeHint() const { return {px(320), heightForWidth(std::max(width(), px(240)))}; }

QSize ProseView::minimumSizeHint() const { return {px(120), px(24)}; }

void ProseView::fit() { setFixedHeight(heightForWidth(std::max(viewport()->width(), px(120)))); }

void ProseView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fit();
    }
}

} // namespace keepwell::ui
