// SPDX-License-Identifier: Apache-2.0
#include "ui/adding/drop_zone.hpp"

#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("DropZone", words); }

std::vector<std::filesystem::path> pathsOf(const QStringList &names)
{
    std::vector<std::filesystem::path> paths;
    for (const QString &name : names) {
        paths.emplace_back(name.toStdU16String());
    }
    return paths;
}

} // namespace

DropZone::DropZone(const QString &text, QWidget *parent) : QFrame{parent}
{
    setProperty("role", "drop");
    setAcceptDrops(true);
    setMinimumHeight(px(110));
    auto *row = new QHBoxLayout{this};
    row->setSpacing(px(14));
    row->addStretch(1);
    row->addWidget(new IconView{u"file-down", IconColour::Second, 28});
    row->addWidget((new Label{TextRole::Second, text})->onOneLine());
    row->addStretch(1);
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void DropZone::dropEvent(QDropEvent *event)
{
    QStringList names;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            names << url.toLocalFile();
        }
    }
    event->acceptProposedAction();
    if (!names.isEmpty()) {
        emit dropped(pathsOf(names));
    }
}

std::vector<std::filesystem::path> chooseFiles(QWidget *parent)
{
    return pathsOf(QFileDialog::getOpenFileNames(
        parent, say("Choose files"), {}, say("Health records (*.json *.ndjson);;All files (*)")));
}

std::vector<std::filesystem::path> chooseFolder(QWidget *parent)
{
    const QString folder = QFileDialog::getExistingDirectory(parent, say("Choose a folder"));
    return folder.isEmpty() ? std::vector<std::filesystem::path>{} : pathsOf({folder});
}

} // namespace keepwell::ui
