// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QDialog>

class QPlainTextEdit;

namespace keepwell::ui {

class Button;
class Session;
class Strip;

/// Two ways to meet: take an invite that somebody gave me (a file or a link), or give them one.
class AddContactDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AddContactDialog(Session &session, QWidget *parent = nullptr);

    /// Takes an invite's bytes or its link. For the page's drop of a file too.
    void accept(const std::string &invite);

signals:
    void added(qint64 contact);
    void said(const QString &sentence);

private:
    QWidget *makeTake();
    QWidget *makeGive();
    void openFile();
    void makeInvite(bool toClipboard);
    void fail(const Error &error);

    Session &m_session;
    QPlainTextEdit *m_link;
    Button *m_take;
    Strip *m_failure;
};

} // namespace keepwell::ui
