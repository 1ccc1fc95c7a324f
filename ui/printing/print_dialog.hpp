// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/printing/paper_writer.hpp"

#include <QDialog>
#include <QPrinter>

#include <functional>

class QCheckBox;
class QPrintPreviewWidget;

namespace keepwell::ui {

/// A paper before it is printed: the preview, ticks for what may be left out, Print, Save as PDF.
class PrintDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Writes the parts whose ticks are set, by their place in `parts`.
    using Write = std::function<void(PaperWriter &, const QList<bool> &ticked)>;

    PrintDialog(const QString &title, const QStringList &parts, Write write,
                QWidget *parent = nullptr);

    /// The paper as a PDF, 0600, whole or not at all. False when it cannot be written.
    bool savePdf(const QString &path);

signals:
    void said(const QString &sentence);

private:
    QWidget *makeSide(const QString &title, const QStringList &parts);
    int writeTo(QPagedPaintDevice &device);
    void choosePdf();
    void print();

    Write m_write;
    QPrinter m_printer{QPrinter::HighResolution};
    QPrintPreviewWidget *m_preview;
    QList<QCheckBox *> m_ticks;
};

} // namespace keepwell::ui
