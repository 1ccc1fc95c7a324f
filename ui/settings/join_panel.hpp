// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <QWidget>

class QLineEdit;
class QStackedLayout;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class Field;
class SecretLineEdit;
class Session;
class Strip;

/// Joining an organisation's network: its connection file, the enrolment code, then what the move
/// keeps and ends, said before it happens.
class JoinPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit JoinPanel(Session &session, QWidget *parent = nullptr);

    /// Empty again, at its first step.
    void start();
    void chooseFile(const QString &path);

signals:
    void joined(const QString &sentence);
    void cancelled();

private:
    QWidget *makeForm();
    QWidget *makeConfirm();
    void readPlan();
    void showPlan(const MovePlan &plan);
    void join();
    void sayError(const JoinFailure &failure);

    Session &m_session;
    QStackedLayout *m_steps;
    Strip *m_error;
    QLineEdit *m_file;
    Field *m_fileField;
    SecretLineEdit *m_code;
    Field *m_codeField;
    Button *m_next;
    QVBoxLayout *m_plan;
    Button *m_move;
    Button *m_back;
    NetworkConfig m_connection;
};

} // namespace keepwell::ui
