// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "core/wallet/rows.hpp"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <stop_token>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace keepwell::ui {

class Session;

/// Somewhere in the window that has a name: a page, or a panel of the settings.
struct SearchPlace
{
    QString page;
    int panel = -1; ///< SettingsPage::Panel; -1 = not of the settings.
    QString icon;
    QString name;
};

/// Ctrl+K: people, pages, settings and records by the first letters of their words, in groups, with
/// the match in bold. Arrows choose, Enter goes there, Esc closes. Closes before it says what was chosen.
class SearchDialog final : public QDialog
{
    Q_OBJECT

public:
    SearchDialog(Session &session, QList<SearchPlace> places, QWidget *parent = nullptr);

signals:
    void recordChosen(qint64 id);
    void recordsChosen(const QString &typed); ///< All that are found by these words.
    void patientChosen(const QString &name);  ///< Somebody who shares with a clinician.
    void contactChosen(qint64 id);
    void placeChosen(const QString &page, int panel);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the wallet has of it.
    struct Found
    {
        std::vector<RecordRow> records;
        std::vector<InboxRow> inbox;
        std::vector<ContactRow> contacts;
    };

    /// A line to go to: what it shows and where it leads.
    struct Line
    {
        QString icon;
        int tone;
        QString words;
        QString second;
        std::function<void()> go;
    };

    QString typed() const;
    void read();
    void show(const Result<Found> &found);
    void addRecords(const std::vector<RecordRow> &records);
    void addPatients(const std::vector<InboxRow> &inbox);
    void addContacts(const std::vector<ContactRow> &contacts);
    void addPlaces();
    void addHeading(const QString &name);
    void addLine(Line line);
    void moveBy(int step);
    void goTo(int row);

    Session &m_session;
    QList<SearchPlace> m_places;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    std::vector<std::function<void()>> m_go; ///< Of each row of the model; none for a heading.
    QTimer m_typing;
    std::stop_source m_reading;
    bool m_isBehind = true;      ///< The rows are not yet those of what is typed.
    bool m_goesWhenRead = false; ///< Enter was pressed meanwhile.
};

} // namespace keepwell::ui
