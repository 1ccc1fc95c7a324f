// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"

#include <QDialog>

#include <stop_token>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class Card;
class Field;
class Label;
class Session;
class Strip;

/// A delivery that waits: what is in it and whose records they are, before they are taken or not.
class DeliveryDialog final : public QDialog
{
    Q_OBJECT

public:
    DeliveryDialog(Session &session, DeliveryRow delivery, QWidget *parent = nullptr);
    ~DeliveryDialog() override;

signals:
    void answered(const QString &sentence);

private:
    struct Looked
    {
        DeliveryContents contents;
        std::vector<Person> people;
    };

    QWidget *makeButtons();
    void show(const Looked &looked);
    void showRecords(const std::vector<RecordRow> &records);
    void askWhose(const Looked &looked);
    void take();
    void refuse();
    void fail(const Error &error);
    void rest(bool busy);
    void fit();

    Session &m_session;
    DeliveryRow m_delivery;
    NamedPerson m_stranger; ///< Whom the records name and the wallet does not know.
    bool m_ofSeveral = false;
    std::stop_source m_looking;
    QVBoxLayout *m_column;
    Label *m_doing;
    Strip *m_failure;
    Card *m_records;
    QComboBox *m_whose;
    Field *m_whoseField;
    Button *m_take;
    Button *m_refuse;
};

} // namespace keepwell::ui
