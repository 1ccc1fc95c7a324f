// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/save_bytes.hpp"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("SaveBytes", words); }

constexpr qsizetype kMostShown = 2'000'000;

} // namespace

QString saveBytes(QWidget *parent, ByteView bytes, const QString &suggestedName)
{
    const QString path = QFileDialog::getSaveFileName(parent, say("Save a copy"), suggestedName);
    if (path.isEmpty()) {
        return {};
    }
    QSaveFile file{path};
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char *>(bytes.data()), size) != size) {
        return say("It could not be saved. %1").arg(file.errorString());
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file.commit() ? say("Saved. The copy is not locked: anyone with the file can read it.")
                         : say("It could not be saved. %1").arg(file.errorString());
}

QString prettyOriginal(ByteView bytes)
{
    const QString text
        = QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()),
                            std::min(static_cast<qsizetype>(bytes.size()), kMostShown));
    // Only white space is added between tokens; numbers and names stay as they are written.
    QString pretty;
    pretty.reserve(text.size() * 2);
    int depth = 0;
    bool quoted = false;
    bool escaped = false;
    const auto newLine
        = [&] { pretty += QLatin1Char('\n') + QString(depth * 2, QLatin1Char(' ')); };
    for (const QChar c : text) {
        if (quoted) {
            pretty += c;
            quoted = escaped || c != QLatin1Char('"');
            escaped = !escaped && c == QLatin1Char('\\');
        } else if (c == QLatin1Char('{') || c == QLatin1Char('[')) {
            pretty += c;
            ++depth;
            newLine();
        } else if (c == QLatin1Char('}') || c == QLatin1Char(']')) {
            depth = std::max(0, depth - 1);
            newLine();
            pretty += c;
        } else if (c == QLatin1Char(',')) {
            pretty += c;
            newLine();
        } else if (c == QLatin1Char(':')) {
            pretty += QStringLiteral(": ");
        } else if (!c.isSpace()) {
            pretty += c;
            quoted = c == QLatin1Char('"');
        }
    }
    return pretty;
}

} // namespace keepwell::ui
