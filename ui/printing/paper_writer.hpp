// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QList>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QString>
#include <QStringList>

#include <functional>

namespace keepwell::ui {

/// Writes a paper from top to bottom, black on white, 11 pt, with a footer on each page. A row or a
/// box never breaks across pages; a table says its heads again on each. Use through writePaper().
class PaperWriter
{
public:
    void title(const QString &words, const QString &second);
    void section(const QString &heading);
    void paragraph(const QString &words);
    /// A frame of 0.6 mm around a heading and its words: for what must not be missed.
    void box(const QString &heading, const QString &words);
    /// `widths` are parts of the whole width. The heads may be empty; `bold` is the column of the
    /// values, -1: none.
    void table(const QList<int> &widths, const QStringList &heads, const QList<QStringList> &rows,
               int bold = -1);

private:
    friend int writePaper(QPagedPaintDevice &device, const QString &footer,
                          const std::function<void(PaperWriter &)> &write);
    PaperWriter(QPagedPaintDevice &device, QPainter &painter, QString footer, int pages);

    QFont font(double points, QFont::Weight weight = QFont::Normal) const;
    double millimetres(double length) const;
    double heightOf(const QString &words, const QFont &font, double width) const;
    void draw(const QRectF &area, const QString &words, const QFont &font);
    void rule(double y, double thickness);
    double rowHeight(const QList<int> &widths, const QStringList &row, const QList<QFont> &fonts);
    void drawRow(const QList<int> &widths, const QStringList &row, const QList<QFont> &fonts,
                 double height);
    void makeRoom(double height); ///< On this page, or a new one.
    void finishPage();

    QPagedPaintDevice &m_device;
    QPainter &m_painter;
    QString m_footer;
    int m_pages; ///< Of the whole paper; 0 while they are being counted.
    int m_page = 1;
    double m_width;
    double m_height;
    double m_y = 0;
};

/// Counts the pages, then writes them. Returns how many there are; 0 when the device takes none.
int writePaper(QPagedPaintDevice &device, const QString &footer,
               const std::function<void(PaperWriter &)> &write);

} // namespace keepwell::ui
