// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <filesystem>
#include <stop_token>

namespace keepwell::ui {

class Button;
class Label;
class Session;

/// Settings > Copy of my records: every record and attachment as files in a folder of the person's
/// choice, in the clear, since the 12 words do not bring records back.
class CopyPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyPanel(Session &session, QWidget *parent = nullptr);

    /// Writes into a new folder inside `parent`, named by the day.
    void saveInto(const std::filesystem::path &parent);

signals:
    void said(const QString &sentence);

private:
    void setBusy(bool busy);

    Session &m_session;
    Button *m_save;
    Button *m_stop;
    Label *m_state;
    std::stop_source m_saving;
};

} // namespace keepwell::ui
