// SPDX-License-Identifier: Apache-2.0
#include "ui/adding/file_list.hpp"

#include "ui/widgets/badge.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/sentences.hpp"

#include <QFileInfo>

namespace keepwell::ui {

namespace {

QString nameOf(const std::string &path) { return QFileInfo{plain(path)}.fileName(); }

constexpr int kMostShown = 200;

} // namespace

FileList::FileList(QWidget *parent) : QFrame{parent}, m_column{new QVBoxLayout{this}}
{
    setProperty("role", "card");
    setAccessibleName(tr("Files"));
    m_column->setContentsMargins(px(20), px(8), px(20), px(8));
    m_column->setSpacing(0);
    hide();
}

void FileList::add(const FileReport &report, const std::vector<Rejection> &rejected)
{
    QStringList second{plain(report.format)};
    if (report.added > 0) {
        second << tr("%n new record(s)", nullptr, static_cast<int>(report.added));
    }
    if (report.duplicates > 0) {
        second << tr("%n were here already", nullptr, static_cast<int>(report.duplicates));
    }
    QString line = second.join(QStringLiteral(", "));
    for (const Rejection &one : rejected) {
        if (one.path == report.path) {
            line += QLatin1Char('\n')
                + (one.place.empty() ? QString{} : plain(one.place) + QStringLiteral(": "))
                + plain(one.detail);
            if (line.size() > 600) {
                line += QStringLiteral(" …");
                break;
            }
        }
    }
    const bool some = report.added + report.duplicates > 0;
    if (report.rejected == 0) {
        addRow(QStringLiteral("file-check"), ToneName::Good, nameOf(report.path), line,
               new Badge{
                   {ToneName::Good, "check", report.added > 0 ? tr("Added") : tr("Here already")}});
    } else if (some) {
        addRow(QStringLiteral("file-alert"), ToneName::Care, nameOf(report.path), line,
               new Badge{{ToneName::Care, "warning", tr("Partly added")}});
    } else {
        addRow(QStringLiteral("file-alert"), ToneName::Stop, nameOf(report.path),
               line + QLatin1Char('\n') + tr("Nothing was changed."),
               new Badge{{ToneName::Stop, "alert", tr("Not added")}});
    }
}

void FileList::addFailure(const QString &name, const QString &sentence)
{
    addRow(QStringLiteral("file-alert"), ToneName::Stop, name, sentence,
           new Badge{{ToneName::Stop, "alert", tr("Not added")}});
}

void FileList::addRow(const QString &icon, ToneName tone, const QString &name,
                      const QString &second, QWidget *badge)
{
    if (m_count >= kMostShown) {
        delete badge; // the report beside the list still counts them
        return;
    }
    if (m_count++ > 0) {
        m_column->addWidget(makeRule());
    }
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, px(10), 0, px(10));
    row->setSpacing(px(14));
    row->addWidget(new IconPlate{icon, tone}, 0, Qt::AlignTop);
    auto *fold = new FoldingRow{380, 8};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Label{TextRole::Body, name});
    column->addWidget(new Label{TextRole::Small, second});
    fold->add(words, 1);
    fold->add(badge);
    row->addWidget(fold, 1);
    m_column->addWidget(line);
    show();
}

} // namespace keepwell::ui
