// SPDX-License-Identifier: Apache-2.0
#include "ui/door/blank_form.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("BlankForm", words); }

} // namespace

void printBlankForm(QWidget *parent)
{
    QPrinter printer{QPrinter::HighResolution};
    printer.setPageMargins(QMarginsF{18, 18, 18, 18}, QPageLayout::Millimeter);
    QPrintDialog dialog{&printer, parent};
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    QPainter painter{&printer};
    QFont font{QStringLiteral("Noto Sans")};
    font.setPointSize(20);
    painter.setFont(font);
    const int line = painter.fontMetrics().height();
    const int width = painter.viewport().width();
    painter.drawText(0, line, say("My 12 words"));
    font.setPointSize(12);
    painter.setFont(font);
    for (int word = 1; word <= 12; ++word) {
        const int y = line * 2 + word * line * 3 / 2;
        painter.drawText(0, y, QString::number(word));
        painter.drawLine(line, y + line / 8, width * 2 / 3, y + line / 8);
    }
    painter.drawText(0, line * 22, say("Keep this paper where you keep your will or passport."));
}

} // namespace keepwell::ui
