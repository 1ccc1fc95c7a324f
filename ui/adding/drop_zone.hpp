// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <filesystem>
#include <vector>

namespace keepwell::ui {

/// A place to drop files and folders on; a button beside it does the same for the keyboard.
class DropZone final : public QFrame
{
    Q_OBJECT

public:
    explicit DropZone(const QString &text, QWidget *parent = nullptr);

signals:
    void dropped(const std::vector<std::filesystem::path> &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

/// Asks for files; empty when the person changed their mind.
std::vector<std::filesystem::path> chooseFiles(QWidget *parent);
std::vector<std::filesystem::path> chooseFolder(QWidget *parent);

} // namespace keepwell::ui
