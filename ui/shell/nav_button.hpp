// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace keepwell::ui {

/// One row of the sidebar: icon, word, counter. In the rail only the icon; the word is then the
/// tooltip. The current page has a white pill, a bar on the leading side and the main colour.
class NavButton final : public QAbstractButton
{
    Q_OBJECT

public:
    NavButton(QStringView iconName, const QString &text, QWidget *parent = nullptr);

    void setCount(int count); ///< 0 shows no counter.
    int count() const { return m_count; }
    void setRail(bool rail);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< Longer words end in "…" at it.

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    static QFont boldFont();
    void paintPill(QPainter &painter) const;
    void paintCount(QPainter &painter) const;

    QString m_icon;
    int m_count = 0;
    bool m_rail = false;
};

} // namespace keepwell::ui
