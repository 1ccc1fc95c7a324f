// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/paper_writer.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace keepwell::ui {

namespace {

constexpr double kBody = 11; ///< Points.
constexpr double kSmallest = 9;
constexpr double kGap = 2.5; ///< Millimetres between things.

QString say(const char *words) { return QCoreApplication::translate("Paper", words); }

int flags()
{
    return static_cast<int>(Qt::AlignLeading | Qt::AlignTop) | static_cast<int>(Qt::TextWordWrap);
}

} // namespace

PaperWriter::PaperWriter(QPagedPaintDevice &device, QPainter &painter, QString footer, int pages)
    : m_device{device}
    , m_painter{painter}
    , m_footer{std::move(footer)}
    , m_pages{pages}
    , m_width{static_cast<double>(painter.viewport().width())}
    , m_height{painter.viewport().height() - millimetres(12)} // the footer's
{
}

QFont PaperWriter::font(double points, QFont::Weight weight) const
{
    QFont font{QStringLiteral("Noto Sans")};
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

double PaperWriter::millimetres(double length) const
{
    return length * m_device.logicalDpiY() / 25.4;
}

double PaperWriter::heightOf(const QString &words, const QFont &font, double width) const
{
    return QFontMetricsF{font, &m_device}
        .boundingRect(QRectF{0, 0, width, 1e6}, flags(), words)
        .height();
}

void PaperWriter::draw(const QRectF &area, const QString &words, const QFont &font)
{
    if (m_pages > 0) {
        m_painter.setFont(font);
        m_painter.drawText(area, flags(), words);
    }
}

void PaperWriter::rule(double y, double thickness)
{
    if (m_pages > 0) {
        m_painter.fillRect(QRectF{0, y, m_width, millimetres(thickness)}, m_painter.pen().color());
    }
}

void PaperWriter::makeRoom(double height)
{
    if (m_y > 0 && m_y + height > m_height) {
        finishPage();
        ++m_page;
        m_y = 0;
        if (m_pages > 0) {
            m_device.newPage();
        }
    }
}

void PaperWriter::finishPage()
{
    const QFont small = font(kSmallest);
    const double top = m_painter.viewport().height() - millimetres(6);
    const QString page = say("Page %1 of %2").arg(m_page).arg(m_pages);
    const double width = QFontMetricsF{small, &m_device}.horizontalAdvance(page) + millimetres(1);
    draw({0, top, m_width - width - millimetres(4), millimetres(6)}, m_footer, small);
    draw({m_width - width, top, width, millimetres(6)}, page, small);
}

void PaperWriter::title(const QString &words, const QString &second)
{
    for (const auto &[text, points, weight] :
         {std::tuple{words, 18.0, QFont::DemiBold}, std::tuple{second, kBody, QFont::Normal}}) {
        const QFont now = font(points, weight);
        const double height = heightOf(text, now, m_width);
        draw({0, m_y, m_width, height}, text, now);
        m_y += height + millimetres(1);
    }
    m_y += millimetres(1);
    rule(m_y, 0.5);
    m_y += millimetres(kGap * 2);
}

void PaperWriter::section(const QString &heading)
{
    const QFont now = font(13, QFont::DemiBold);
    const double height = heightOf(heading, now, m_width);
    makeRoom(height + millimetres(14)); // never alone at the foot of a page
    m_y += m_y > 0 ? millimetres(kGap) : 0;
    draw({0, m_y, m_width, height}, heading, now);
    m_y += height + millimetres(1);
}

void PaperWriter::paragraph(const QString &words)
{
    // Line by line, so that a long text may go over the edge of a page.
    for (const QString &line : words.split(QLatin1Char('\n'))) {
        const QFont now = font(kBody);
        const double height = heightOf(line.isEmpty() ? QStringLiteral(" ") : line, now, m_width);
        makeRoom(height);
        draw({0, m_y, m_width, height}, line, now);
        m_y += height;
    }
    m_y += millimetres(1);
}

void PaperWriter::box(const QString &heading, const QString &words)
{
    const double inset = millimetres(4);
    const double width = m_width - 2 * inset;
    const QFont strong = font(13, QFont::DemiBold);
    const QFont body = font(kBody);
    const double headHeight = heightOf(heading, strong, width);
    const double height = headHeight + heightOf(words, body, width) + 2 * inset;
    makeRoom(height);
    if (m_pages > 0) {
        m_painter.save();
        m_painter.setPen(QPen{m_painter.pen().color(), millimetres(0.6)});
        m_painter.drawRect(QRectF{0, m_y, m_width, height});
        m_painter.restore();
    }
    draw({inset, m_y + inset, width, headHeight}, heading, strong);
    draw({inset, m_y + inset + headHeight, width, height}, words, body);
    m_y += height + millimetres(kGap);
}

double PaperWriter::rowHeight(const QList<int> &widths, const QStringList &row,
                              const QList<QFont> &fonts)
{
    double all = 0;
    for (const int width : widths) {
        all += width;
    }
    double height = 0;
    for (qsizetype column = 0; column < row.size(); ++column) {
        const double width = m_width * widths[column] / all - millimetres(3);
        height = std::max(height, heightOf(row[column], fonts[column], width));
    }
    return height + millimetres(2.4);
}

void PaperWriter::drawRow(const QList<int> &widths, const QStringList &row,
                          const QList<QFont> &fonts, double height)
{
    double all = 0;
    for (const int width : widths) {
        all += width;
    }
    const bool mirrored = QGuiApplication::isRightToLeft();
    double x = 0;
    for (qsizetype column = 0; column < row.size(); ++column) {
        const double width = m_width * widths[column] / all;
        const double left = mirrored ? m_width - x - width + millimetres(3) : x;
        draw({left, m_y + millimetres(1.2), width - millimetres(3), height}, row[column],
             fonts[column]);
        x += width;
    }
    m_y += height;
    rule(m_y, 0.15);
    m_y += millimetres(0.2);
}

void PaperWriter::table(const QList<int> &widths, const QStringList &heads,
                        const QList<QStringList> &rows, int bold)
{
    QList<QFont> headFonts(widths.size(), font(10, QFont::DemiBold));
    QList<QFont> fonts(widths.size(), font(kBody));
    if (bold >= 0) {
        fonts[bold] = font(kBody, QFont::DemiBold);
    }
    const double headHeight = heads.isEmpty() ? 0 : rowHeight(widths, heads, headFonts);
    bool headed = heads.isEmpty();
    for (const QStringList &row : rows) {
        const double height = rowHeight(widths, row, fonts);
        const int before = m_page;
        makeRoom(height + (headed ? 0 : headHeight));
        if (!heads.isEmpty() && (!headed || m_page != before)) {
            drawRow(widths, heads, headFonts, headHeight);
            headed = true;
        }
        drawRow(widths, row, fonts, height);
    }
    m_y += millimetres(kGap);
}

int writePaper(QPagedPaintDevice &device, const QString &footer,
               const std::function<void(PaperWriter &)> &write)
{
    QPainter painter;
    if (!painter.begin(&device)) {
        return 0;
    }
    painter.setLayoutDirection(QGuiApplication::layoutDirection());
    PaperWriter counting{device, painter, footer, 0};
    write(counting);
    PaperWriter writing{device, painter, footer, counting.m_page};
    write(writing);
    writing.finishPage();
    return writing.m_page;
}

} // namespace keepwell::ui
