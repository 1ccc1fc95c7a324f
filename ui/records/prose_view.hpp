// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

namespace keepwell::ui {

/// Text from a record, as high as it needs to be. Loads nothing and opens no link: a record's
/// HTML may name pictures and pages, and none of them is ever asked for.
class ProseView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ProseView(QWidget *parent = nullptr);

    void showHtml(const QString &html);
    void showPlain(const QString &text);

    QVariant loadResource(int type, const QUrl &name) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace keepwell::ui
