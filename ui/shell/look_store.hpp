// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <filesystem>

namespace keepwell::ui {

class Appearance;

/// What must be known before unlock: language, colours, text size, window size. One small file
/// beside the wallet; nothing of the person is ever in it.
class LookStore
{
public:
    explicit LookStore(const std::filesystem::path &home);

    void load(Appearance &appearance) const;
    void save(const Appearance &appearance) const;
    QString language() const; ///< Empty when nobody chose one.
    void setLanguage(const QString &code) const;
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry) const;

private:
    QString m_file;
};

} // namespace keepwell::ui
