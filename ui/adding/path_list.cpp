// SPDX-License-Identifier: Apache-2.0
#include "ui/adding/path_list.hpp"

#include <QJsonArray>
#include <QJsonDocument>

namespace keepwell::ui {

std::string joinedPaths(const std::vector<std::filesystem::path> &paths)
{
    QJsonArray all;
    for (const std::filesystem::path &path : paths) {
        all << QString::fromStdU16String(path.u16string());
    }
    return QJsonDocument{all}.toJson(QJsonDocument::Compact).toStdString();
}

std::vector<std::filesystem::path> splitPaths(const std::string &joined)
{
    std::vector<std::filesystem::path> paths;
    const QJsonArray all = QJsonDocument::fromJson(QByteArray::fromStdString(joined)).array();
    for (const QJsonValue &path : all) {
        paths.emplace_back(path.toString().toStdU16String());
    }
    return paths;
}

} // namespace keepwell::ui
