// SPDX-License-Identifier: Apache-2.0
#include "ui/adding/file_list.hpp"

#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/sentences.hpp"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <utility>

namespace keepwell::ui {

namespace {

constexpr int kMostShown = 200;
constexpr qsizetype kMostWords = 600;
constexpr qsizetype kMostOfOne = 200;
constexpr int kUnbroken = 24; ///< Characters that stay on one line without a place to break.

QString nameOf(const QString &path) { return QFileInfo{path}.fileName(); }

/// FHIR and its kin are names for technical details.
QString formatWords(const std::string &format)
{
    if (format == "FHIR resource") {
        return FileList::tr("Health record");
    }
    return format.starts_with("FHIR") ? FileList::tr("Health records") : plain(format);
}

/// Names without a space can be longer than any line: after so many characters they may break.
QString breakable(const QString &text)
{
    QString out;
    int run = 0;
    for (const QChar character : text) {
        run = character.isSpace() ? 0 : run + 1;
        if (run > kUnbroken && !character.isLowSurrogate() && !character.isMark()) {
            out += QChar{0x200B};
            run = 1;
        }
        out += character;
    }
    return out;
}

/// Core's details begin small and end without a dot, for they stand behind a colon elsewhere.
QString asSentence(QString detail)
{
    if (!detail.isEmpty()) {
        detail.front() = detail.front().toUpper();
        if (detail.back().isLetterOrNumber()) {
            detail += QLatin1Char('.');
        }
    }
    return detail;
}

QString shortened(QString text)
{
    if (text.size() > kMostOfOne) {
        const qsizetype end
            = text.at(kMostOfOne - 1).isHighSurrogate() ? kMostOfOne - 1 : kMostOfOne;
        text = text.left(end) + QStringLiteral("…");
    }
    return text;
}

/// Core names places as the file has them, counted from 0; people count from 1.
QString placeWords(const std::string &place)
{
    static const QRegularExpression entry{QStringLiteral("^entry\\[(\\d{1,9})\\]$")};
    static const QRegularExpression line{QStringLiteral("^line (\\d{1,9})$")};
    const QString text = plain(place);
    if (const auto match = entry.match(text); match.hasMatch()) {
        return FileList::tr("Record %1 of the file").arg(match.captured(1).toInt() + 1);
    }
    if (const auto match = line.match(text); match.hasMatch()) {
        return FileList::tr("Line %1 of the file").arg(match.captured(1));
    }
    return text;
}

/// Why parts of the file stayed out, each reason once: a file of a thousand records that name the
/// same stranger says it in one line.
QStringList reasonsOf(const FileReport &report, const std::vector<Rejection> &rejected)
{
    struct Reason
    {
        QString place;
        QString detail;
        int count;
    };
    std::vector<Reason> reasons;
    QHash<QString, std::size_t> known;
    for (const Rejection &one : rejected) {
        if (one.path != report.path) {
            continue;
        }
        const QString detail = shortened(plain(one.detail));
        const auto before = known.constFind(detail);
        if (before != known.constEnd()) {
            ++reasons[*before].count;
            continue;
        }
        known.insert(detail, reasons.size());
        reasons.push_back({placeWords(one.place), detail, 1});
    }
    QStringList lines;
    for (const Reason &reason : reasons) {
        if (reason.count > 1) {
            lines << FileList::tr("%n record(s): %1", nullptr, reason.count).arg(reason.detail);
        } else {
            lines << (reason.place.isEmpty() ? asSentence(reason.detail)
                                             : reason.place + QStringLiteral(": ") + reason.detail);
        }
    }
    return lines;
}

} // namespace

FileList::FileList(QWidget *parent) : QFrame{parent}, m_column{new QVBoxLayout{this}}
{
    setProperty("role", "card");
    setAccessibleName(tr("Files"));
    m_column->setContentsMargins(px(20), px(8), px(20), px(8));
    m_column->setSpacing(0);
    hide();
}

void FileList::wait(const QString &path) { putUnread(path, ToneName::Quiet, tr("Waiting")); }

void FileList::read(const QString &path) { putUnread(path, ToneName::Note, tr("Being read")); }

void FileList::putUnread(const QString &path, ToneName tone, const QString &state)
{
    const QFileInfo file{path};
    put(path,
        {QStringLiteral("file"),
         tone,
         nameOf(path),
         file.isDir() ? tr("Folder") : locale().formattedDataSize(file.size()),
         {tone, "clock", state}});
    m_waiting << path;
}

void FileList::add(const FileReport &report, const std::vector<Rejection> &rejected)
{
    const QString path = QString::fromStdString(report.path);
    m_waiting.remove(path);
    put(path, rowOf(report, rejected));
}

void FileList::addFailure(const QString &name, const QString &sentence)
{
    put(QStringLiteral("\n%1").arg(m_count), // no file has this path
        {QStringLiteral("file-alert"),
         ToneName::Stop,
         name,
         sentence,
         {ToneName::Stop, "alert", tr("Not added")}});
}

void FileList::giveUpWaiting()
{
    const QSet<QString> waiting = std::exchange(m_waiting, {});
    for (const QString &path : waiting) {
        if (!QFileInfo{path}.isDir()) {
            put(path,
                {QStringLiteral("file"),
                 ToneName::Quiet,
                 nameOf(path),
                 tr("Not read."),
                 {ToneName::Quiet, "minus", tr("Not added")}});
        } else if (QWidget *row = m_rows.take(path)) {
            row->hide(); // its files have rows of their own
            row->deleteLater();
        }
    }
}

FileList::Row FileList::rowOf(const FileReport &report, const std::vector<Rejection> &rejected)
{
    QStringList second;
    if (report.format != "unknown") {
        second << formatWords(report.format);
    }
    if (report.added > 0) {
        second << tr("%n new record(s)", nullptr, static_cast<int>(report.added));
    }
    if (report.duplicates > 0) {
        second << tr("%n were here already", nullptr, static_cast<int>(report.duplicates));
    }
    Row row{.name = nameOf(plain(report.path)), .second = second.join(QStringLiteral(", "))};
    for (const QString &reason : reasonsOf(report, rejected)) {
        row.second += (row.second.isEmpty() ? QString{} : QStringLiteral("\n")) + reason;
        if (row.second.size() > kMostWords) {
            row.second += QStringLiteral(" …");
            break;
        }
    }
    if (report.rejected == 0) {
        row.icon = QStringLiteral("file-check");
        row.tone = ToneName::Good;
        row.badge = {ToneName::Good, "check", report.added > 0 ? tr("Added") : tr("Here already")};
        return row;
    }
    row.icon = QStringLiteral("file-alert");
    if (report.added + report.duplicates > 0) {
        row.tone = ToneName::Care;
        row.badge = {ToneName::Care, "warning", tr("Partly added")};
    } else {
        row.tone = ToneName::Stop;
        row.second += QLatin1Char('\n') + tr("Nothing was changed.");
        row.badge = {ToneName::Stop, "alert", tr("Not added")};
    }
    return row;
}

void FileList::put(const QString &path, const Row &row)
{
    if (QWidget *before = m_rows.value(path)) {
        QWidget *after = widgetOf(row, m_column->indexOf(before) == 0);
        delete m_column->replaceWidget(before, after);
        before->hide();
        before->deleteLater();
        m_rows.insert(path, after);
        return;
    }
    if (m_rows.size() >= kMostShown) {
        return; // the report beside the list still counts them
    }
    ++m_count;
    QWidget *line = widgetOf(row, m_column->count() == 0);
    m_rows.insert(path, line);
    m_column->addWidget(line);
    show();
}

QWidget *FileList::widgetOf(const Row &row, bool first)
{
    auto *line = new QWidget;
    auto *column = new QVBoxLayout{line};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *inner = new QHBoxLayout;
    inner->setContentsMargins(0, px(10), 0, px(10));
    inner->setSpacing(px(14));
    inner->addWidget(new IconPlate{row.icon, row.tone}, 0, Qt::AlignTop);
    auto *fold = new FoldingRow{380, 8};
    auto *words = new QWidget;
    auto *texts = new QVBoxLayout{words};
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(0);
    texts->addWidget(new Label{TextRole::Body, breakable(row.name)});
    texts->addWidget(new Label{TextRole::Small, breakable(row.second)});
    fold->add(words, 1);
    fold->add(new Badge{row.badge});
    inner->addWidget(fold, 1);
    if (!first) {
        column->addWidget(makeRule());
    }
    column->addLayout(inner);
    return line;
}

} // namespace keepwell::ui
