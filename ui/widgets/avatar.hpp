// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QWidget>

class QPainter;

namespace keepwell::ui {

/// Up to two letters of a name: "Dr Amara Okafor" gives AO. Titles are skipped.
QString initialsOf(const QString &name);
/// What one calls them: "Eleanor" of "Eleanor Marsh", "Dr Okafor" of "Dr Amara Okafor".
QString shortNameOf(const QString &name);
/// The same person always gets the same tint.
ToneName avatarToneOf(const QString &key);
void paintAvatar(QPainter &painter, const QRect &area, const QString &name, const QString &key);

/// The letters of a person or place on a tinted disc.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    /// `key` picks the tint: an id where there is one, else the name.
    Avatar(const QString &name, const QString &key, int designSize = 40, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {px(m_size), px(m_size)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_name;
    QString m_key;
    int m_size;
};

} // namespace keepwell::ui
