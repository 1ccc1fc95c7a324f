// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/connection_words.hpp"
#include "ui/widgets/frame.hpp"

namespace keepwell::ui {

/// One connection: its icon, name, sentence and state, one button, and what technicians want.
class ConnectionCard final : public QFrame
{
    Q_OBJECT

public:
    ConnectionCard(const QString &icon, const QString &title, const ConnectionWords &words,
                   QWidget *parent = nullptr);

signals:
    void wanted(ConnectionAct act);
};

} // namespace keepwell::ui
