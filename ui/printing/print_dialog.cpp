// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/print_dialog.hpp"

#include "ui/printing/papers.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"

#include <QCheckBox>
#include <QFileDialog>
#include <QGraphicsView>
#include <QLocale>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QSaveFile>
#include <QScrollArea>

#include <utility>

namespace keepwell::ui {

namespace {

constexpr double kMargin = 18; ///< Millimetres.

QPageSize pageSizeHere()
{
    const QLocale::Territory here = QLocale::system().territory();
    const bool letter = here == QLocale::UnitedStates || here == QLocale::Canada
        || here == QLocale::Mexico || here == QLocale::Philippines;
    return QPageSize{letter ? QPageSize::Letter : QPageSize::A4};
}

} // namespace

PrintDialog::PrintDialog(const QString &title, const QStringList &parts, Write write,
                         QWidget *parent)
    : QDialog{parent}, m_write{std::move(write)}, m_preview{nullptr}
{
    setWindowTitle(title);
    m_printer.setPageSize(pageSizeHere());
    m_printer.setPageMargins({kMargin, kMargin, kMargin, kMargin}, QPageLayout::Millimeter);
    m_printer.setDocName(title);
    m_preview = new QPrintPreviewWidget{&m_printer};
    m_preview->setObjectName(QStringLiteral("paper"));
    if (auto *view = m_preview->findChild<QGraphicsView *>()) {
        view->setAccessibleName(tr("Preview of the paper"));
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter *printer) { writeTo(*printer); });
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(px(20), px(20), px(20), px(20));
    row->setSpacing(px(20));
    row->addWidget(makeSide(title, parts));
    row->addWidget(m_preview, 1);
    m_preview->fitToWidth();
    const QSize room = parent != nullptr ? parent->window()->size() : QSize{960, 640};
    resize(std::min(px(920), room.width() - 40), std::min(px(680), room.height() - 40));
}

QWidget *PrintDialog::makeSide(const QString &title, const QStringList &parts)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(px(6), px(6), px(6), px(6)); // room for the focus ring
    column->setSpacing(px(10));
    column->addWidget(new Label{TextRole::Section, title});
    if (!parts.isEmpty()) {
        column->addWidget(new Label{TextRole::Second, tr("On the paper:")});
    }
    for (const QString &part : parts) {
        auto *tick = new QCheckBox{part};
        tick->setChecked(true);
        connect(tick, &QCheckBox::toggled, m_preview, &QPrintPreviewWidget::updatePreview);
        m_ticks << tick;
        column->addWidget(tick);
    }
    column->addStretch(1);
    column->addWidget(new Label{
        TextRole::Small, tr("Paper and PDF are not locked: anyone who has them can read them.")});
    auto *print = new Button{ButtonKind::Primary, tr("Print"), u"print"};
    auto *pdf = new Button{ButtonKind::Secondary, tr("Save as PDF"), u"save"};
    auto *close = new Button{ButtonKind::Secondary, tr("Close")};
    pdf->setObjectName(QStringLiteral("savePdf"));
    connect(print, &QPushButton::clicked, this, &PrintDialog::print);
    connect(pdf, &QPushButton::clicked, this, &PrintDialog::choosePdf);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    for (Button *button : {print, pdf, close}) {
        column->addWidget(button);
    }
    side->setProperty("role", "clear");
    QScrollArea *scroll = makeScrollArea(side); // at 200 % the buttons are below the window's edge
    scroll->setFixedWidth(px(260));
    return scroll;
}

int PrintDialog::writeTo(QPagedPaintDevice &device)
{
    QList<bool> ticked;
    for (const QCheckBox *tick : std::as_const(m_ticks)) {
        ticked << tick->isChecked();
    }
    return writePaper(device, paperFooter(),
                      [this, ticked](PaperWriter &paper) { m_write(paper, ticked); });
}

bool PrintDialog::savePdf(const QString &path)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QPdfWriter writer{&file};
    writer.setPageLayout(m_printer.pageLayout());
    writer.setResolution(600);
    writer.setTitle(windowTitle());
    writer.setCreator(QStringLiteral("Keepwell"));
    return writeTo(writer) > 0 && file.commit();
}

void PrintDialog::choosePdf()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save as PDF"),
                                                QStringLiteral("keepwell.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    emit said(savePdf(path) ? tr("Saved. The copy is not locked: anyone with the file can read it.")
                            : tr("It could not be saved there. Choose another place."));
    accept();
}

void PrintDialog::print()
{
    QPrintDialog dialog{&m_printer, this};
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    emit said(writeTo(m_printer) > 0 ? tr("Sent to the printer.")
                                     : tr("The printer did not take it."));
    accept();
}

} // namespace keepwell::ui
