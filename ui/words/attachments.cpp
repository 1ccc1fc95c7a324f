// SPDX-License-Identifier: Apache-2.0
#include "ui/words/attachments.hpp"

#include "ui/words/sentences.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace keepwell::ui {

namespace {

struct FileKind
{
    const char *type;
    const char *words;
    const char *ending;
};

constexpr FileKind kKinds[] = {
    {"application/pdf", QT_TRANSLATE_NOOP("FileKind", "PDF document"), ".pdf"},
    {"image/png", QT_TRANSLATE_NOOP("FileKind", "Picture"), ".png"},
    {"image/jpeg", QT_TRANSLATE_NOOP("FileKind", "Picture"), ".jpg"},
    {"image/gif", QT_TRANSLATE_NOOP("FileKind", "Picture"), ".gif"},
    {"image/tiff", QT_TRANSLATE_NOOP("FileKind", "Picture"), ".tif"},
    {"application/dicom", QT_TRANSLATE_NOOP("FileKind", "Scan"), ".dcm"},
    {"text/plain", QT_TRANSLATE_NOOP("FileKind", "Text"), ".txt"},
    {"text/html", QT_TRANSLATE_NOOP("FileKind", "Web page"), ".html"},
    {"text/rtf", QT_TRANSLATE_NOOP("FileKind", "Text document"), ".rtf"},
    {"application/rtf", QT_TRANSLATE_NOOP("FileKind", "Text document"), ".rtf"},
    {"application/xml", QT_TRANSLATE_NOOP("FileKind", "Data"), ".xml"},
    {"text/xml", QT_TRANSLATE_NOOP("FileKind", "Data"), ".xml"},
    {"application/json", QT_TRANSLATE_NOOP("FileKind", "Data"), ".json"},
    {"application/fhir+json", QT_TRANSLATE_NOOP("FileKind", "Data"), ".json"},
};

/// "text/plain; charset=utf-8" is "text/plain".
QString bareType(const std::string &contentType)
{
    return plain(contentType).section(QLatin1Char(';'), 0, 0).trimmed().toLower();
}

const FileKind *kindOf(const std::string &contentType)
{
    const QString type = bareType(contentType);
    const auto *found = std::ranges::find_if(
        kKinds, [&type](const FileKind &kind) { return type == QLatin1String(kind.type); });
    return found == std::end(kKinds) ? nullptr : found;
}

} // namespace

QString fileKindWords(const std::string &contentType)
{
    const FileKind *kind = kindOf(contentType);
    return kind == nullptr ? plain(contentType)
                           : QCoreApplication::translate("FileKind", kind->words);
}

QString fileNameOf(const records::FoundAttachment &attachment)
{
    QString name = plain(attachment.title).trimmed();
    for (QChar &letter : name) {
        if (QStringLiteral("/\\:*?\"<>|").contains(letter)) {
            letter = QLatin1Char('-');
        }
    }
    if (name.isEmpty() || name.startsWith(QLatin1Char('.'))) {
        name = QCoreApplication::translate("FileKind", "file");
    }
    const FileKind *kind = kindOf(attachment.contentType);
    const QString ending = kind == nullptr ? QString{} : QLatin1String(kind->ending);
    return name.endsWith(ending, Qt::CaseInsensitive) ? name : name + ending;
}

bool isPicture(const std::string &contentType)
{
    const QString type = bareType(contentType);
    return type == QLatin1String("image/png") || type == QLatin1String("image/jpeg");
}

bool isPlainText(const std::string &contentType)
{
    return bareType(contentType) == QLatin1String("text/plain");
}

} // namespace keepwell::ui
