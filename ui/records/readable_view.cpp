// SPDX-License-Identifier: Apache-2.0
#include "ui/records/readable_view.hpp"

#include "ui/records/attachment_view.hpp"
#include "ui/records/prose_view.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/attachments.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/parts.hpp"
#include "ui/words/record_words.hpp"
#include "ui/words/sentences.hpp"

#include <QLocale>

namespace keepwell::ui {

namespace {

constexpr qsizetype kLongestHero = 24;

/// The Result of a test, when it is a number with its unit.
bool isShortNumber(const records::ReadableField &field, const records::ReadableSection &section)
{
    const QString value = plain(field.value);
    return section.heading.empty() && field.label == "Result" && value.size() <= kLongestHero
        && !amountOf(value).unit.isEmpty();
}

} // namespace

ReadableView::ReadableView(QWidget *parent) : QWidget{parent}, m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(10));
}

void ReadableView::show(const Readable &readable)
{
    clear(m_column);
    for (const records::ReadableSection &section : readable.sections) {
        addSection(section);
    }
    if (!readable.narrativeHtml.empty()) {
        m_column->addWidget(new Label{TextRole::Card, tr("In the clinic's own words")});
        auto *prose = new ProseView;
        prose->setAccessibleName(tr("In the clinic's own words"));
        prose->showHtml(QString::fromStdString(readable.narrativeHtml));
        m_column->addWidget(prose);
    }
    addAttachments(readable);
    if (readable.partsNotShown > 0) {
        m_column->addWidget(
            new Label{TextRole::Small,
                      tr("%n part(s) could not be shown here. Original has everything.", nullptr,
                         static_cast<int>(readable.partsNotShown))});
    }
    m_column->addStretch(1);
}

/// The value of a test, large, as the first thing to see.
void ReadableView::addHero(const records::ReadableField &field)
{
    auto *now = new QWidget;
    auto *flow = new FlowLayout{12, now};
    const AmountParts parts = amountOf(valueWords(field.value));
    auto *number = (new Label{TextRole::Hero, parts.number})->onOneLine();
    number->setAccessibleName(labelWords(field.label) + QStringLiteral(": ")
                              + valueWords(field.value));
    flow->addWidget(number);
    QStringList beside;
    if (!parts.unit.isEmpty()) {
        beside << parts.unit;
    }
    if (!field.range.empty()) {
        beside << tr("Usual: %1").arg(plain(field.range));
    }
    const BadgeText badge = badgeOf(field.flag);
    if (!beside.isEmpty()) {
        auto *words
            = (new Label{TextRole::Second, beside.join(QStringLiteral(" · "))})->onOneLine();
        words->setMinimumHeight(px(44));
        flow->addWidget(words);
    }
    if (!badge.text.isEmpty()) {
        auto *middle = new QWidget;
        auto *column = new QVBoxLayout{middle};
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(new Badge{badge}, 0, Qt::AlignVCenter);
        middle->setMinimumHeight(px(44));
        flow->addWidget(middle);
    }
    m_column->addWidget(now);
}

void ReadableView::addSection(const records::ReadableSection &section)
{
    if (!section.heading.empty()) {
        m_column->addSpacing(px(4));
        m_column->addWidget(new Label{TextRole::Card, labelWords(section.heading)});
    }
    bool first = true;
    for (const records::ReadableField &field : section.fields) {
        if (!first) {
            m_column->addWidget(makeRule());
        }
        const bool hero = first && isShortNumber(field, section);
        first = false;
        hero ? addHero(field) : addField(field);
    }
    if (!section.text.empty()) {
        auto *prose = new ProseView;
        prose->setAccessibleName(section.heading.empty() ? tr("Text")
                                                         : labelWords(section.heading));
        prose->showPlain(plain(section.text));
        m_column->addWidget(prose);
    }
}

void ReadableView::addField(const records::ReadableField &field)
{
    auto *row = new FoldingRow{440, 12};
    row->add(new Label{TextRole::Body, labelWords(field.label)}, 4);
    auto *value = new Label{TextRole::Strong, valueWords(field.value)};
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->add(value, 5);
    auto *end = new QWidget;
    auto *endRow = new QVBoxLayout{end};
    endRow->setContentsMargins(0, 0, 0, 0);
    endRow->setSpacing(px(2));
    const BadgeText badge = badgeOf(field.flag);
    if (!badge.text.isEmpty()) {
        endRow->addWidget(new Badge{badge});
    }
    if (!field.range.empty()) {
        endRow->addWidget(new Label{TextRole::Small, tr("Usual: %1").arg(plain(field.range))});
    }
    if (endRow->count() > 0) {
        row->add(end, 4);
    } else {
        delete end;
    }
    m_column->addWidget(row);
}

void ReadableView::addAttachments(const Readable &readable)
{
    m_files.clear();
    if (readable.attachments.empty()) {
        return;
    }
    m_column->addWidget(new Label{TextRole::Card, tr("Files in this record")});
    for (const records::FoundAttachment &attachment : readable.attachments) {
        addAttachment(attachment);
    }
}

void ReadableView::addAttachment(const records::FoundAttachment &attachment)
{
    const auto place = static_cast<int>(m_files.size());
    QHBoxLayout *row = makeRow(12);
    row->addWidget(new IconPlate{u"file", ToneName::Quiet}, 0, Qt::AlignTop);
    QVBoxLayout *words = makeColumn(0);
    const QString title
        = attachment.title.empty() ? tr("File %1").arg(place + 1) : plain(attachment.title);
    words->addWidget(new Label{TextRole::Body, title});
    words->addWidget(
        new Label{TextRole::Small,
                  fileKindWords(attachment.contentType) + QStringLiteral(", ")
                      + QLocale{}.formattedDataSize(static_cast<qint64>(attachment.size))});
    row->addLayout(words, 1);
    if (isPicture(attachment.contentType) || isPlainText(attachment.contentType)) {
        auto *show = new Button{ButtonKind::Secondary, tr("Show"), u"eye"};
        show->setObjectName(QStringLiteral("showFile"));
        show->small()->setAccessibleName(tr("Show %1").arg(title));
        connect(show, &QPushButton::clicked, this, [this, place] { emit attachmentShown(place); });
        row->addWidget(show);
    }
    auto *save = new Button{ButtonKind::Secondary, tr("Save"), u"save"};
    save->small()->setAccessibleName(tr("Save %1").arg(title));
    connect(save, &QPushButton::clicked, this,
            [this, place, name = fileNameOf(attachment)] { emit attachmentWanted(place, name); });
    row->addWidget(save);
    m_column->addLayout(row);
    QVBoxLayout *below = makeColumn(0);
    m_column->addLayout(below);
    m_files.push_back({title, attachment.contentType, below});
}

void ReadableView::showAttachment(int index, ByteView bytes)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_files.size()) {
        return;
    }
    const File &file = m_files[static_cast<std::size_t>(index)];
    const bool open = file.below->count() > 0;
    clear(file.below);
    if (!open) { // pressed again, it closes
        file.below->addWidget(new AttachmentView{file.contentType, bytes, file.title});
    }
}

} // namespace keepwell::ui
