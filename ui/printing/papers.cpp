// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/papers.hpp"

#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/record_words.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Paper", words); }

/// "Born 14 March 1956. Printed 19 November 2026 by the patient."
QString about(const Person &person, Instant printed)
{
    const QDate today = localTime(printed).date();
    QString words;
    if (person.born && !person.born->empty()) {
        words = say("Born %1.").arg(shortDate(*person.born)) + QLatin1Char(' ');
    }
    return words + say("Printed %1 by the patient.").arg(shortDate(today));
}

/// A part with nothing in it never reads as "none" unless a record says so.
QString withoutItems(const records::SummarySection &section)
{
    return section.knownNone ? say("None, says the record.") : say("Not known.");
}

void writeAllergies(PaperWriter &paper, const records::SummarySection &section)
{
    QStringList lines;
    for (const records::SummaryItem &item : section.items) {
        lines << (item.value.empty()
                      ? plain(item.title)
                      : plain(item.title) + QStringLiteral(": ") + plain(item.value));
    }
    paper.box(nameOf(SummaryPart::Allergies),
              lines.isEmpty() ? withoutItems(section) : lines.join(QLatin1Char('\n')));
}

void writeList(PaperWriter &paper, SummaryPart part, const records::SummarySection &section)
{
    paper.section(nameOf(part));
    if (section.items.empty()) {
        paper.paragraph(withoutItems(section));
        return;
    }
    QList<QStringList> rows;
    for (const records::SummaryItem &item : section.items) {
        rows << QStringList{plain(item.title), plain(item.value), shortDate(item.date)};
    }
    paper.table({5, 4, 2}, {}, rows);
}

QString rangeOf(RecordId id, const std::vector<Trend> &trends)
{
    for (const Trend &trend : trends) {
        for (const TrendPoint &point : trend.points) {
            if (point.id == id) {
                return plain(point.range);
            }
        }
    }
    return {};
}

void writeResults(PaperWriter &paper, const SummaryPaper &what)
{
    paper.section(nameOf(SummaryPart::Results));
    const records::SummarySection &section = what.summary.results;
    if (section.items.empty()) {
        paper.paragraph(withoutItems(section));
        return;
    }
    QList<QStringList> rows;
    for (const records::SummaryItem &item : section.items) {
        const QString range = rangeOf(item.id, what.trends);
        rows << QStringList{plain(item.title), plain(item.value),
                            range.isEmpty() ? say("No range given") : range,
                            badgeOf(item.flag).text, shortDate(item.date)};
    }
    paper.table({9, 6, 6, 5, 6},
                {say("Test"), say("Value"), say("Usual range"), say("Note"), say("Date")}, rows, 1);
}

} // namespace

QString nameOf(SummaryPart part)
{
    switch (part) {
    case SummaryPart::Allergies:
        return say("Allergies");
    case SummaryPart::Medicines:
        return say("Medicines now");
    case SummaryPart::Conditions:
        return say("Conditions");
    case SummaryPart::Results:
        return say("Latest results");
    case SummaryPart::Vaccines:
        break;
    }
    return say("Vaccines");
}

QString paperFooter() { return say("Printed by the patient from Keepwell. May be incomplete."); }

void writeSummary(PaperWriter &paper, const SummaryPaper &what, const QSet<SummaryPart> &parts)
{
    paper.title(say("Health summary: %1").arg(plain(what.person.name)),
                about(what.person, what.printed));
    if (parts.contains(SummaryPart::Allergies)) {
        writeAllergies(paper, what.summary.allergies);
    }
    if (parts.contains(SummaryPart::Medicines)) {
        writeList(paper, SummaryPart::Medicines, what.summary.medications);
    }
    if (parts.contains(SummaryPart::Conditions)) {
        writeList(paper, SummaryPart::Conditions, what.summary.conditions);
    }
    if (parts.contains(SummaryPart::Results)) {
        writeResults(paper, what);
    }
    if (parts.contains(SummaryPart::Vaccines)) {
        writeList(paper, SummaryPart::Vaccines, what.summary.immunizations);
    }
}

void writeRecord(PaperWriter &paper, const RecordDetail &record)
{
    QStringList second;
    for (const QString &part : {shortDate(record.row.date), plain(record.readable.practitioner),
                                plain(record.readable.source), plain(record.row.personName)}) {
        if (!part.isEmpty() && !second.contains(part)) {
            second << part;
        }
    }
    paper.title(plain(record.row.title), second.join(QStringLiteral(", ")));
    for (const records::ReadableSection &section : record.readable.sections) {
        if (!section.heading.empty()) {
            paper.section(labelWords(section.heading));
        }
        QList<QStringList> rows;
        for (const records::ReadableField &field : section.fields) {
            QStringList note{badgeOf(field.flag).text};
            if (!field.range.empty()) {
                note << say("Usual: %1").arg(plain(field.range));
            }
            note.removeAll(QString{});
            rows << QStringList{labelWords(field.label), valueWords(field.value),
                                note.join(QLatin1Char('\n'))};
        }
        paper.table({4, 6, 4}, {}, rows, 1);
        if (!section.text.empty()) {
            paper.paragraph(plain(section.text));
        }
    }
    if (!record.readable.narrativeText.empty()) {
        paper.section(say("In the clinic's own words"));
        paper.paragraph(plain(record.readable.narrativeText));
    }
}

} // namespace keepwell::ui
