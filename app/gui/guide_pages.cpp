// SPDX-License-Identifier: Apache-2.0
// The pages after unlock.
#include "app/gui/guide.hpp"
#include "app/gui/made_up_connections.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/clinic/deliver_flow.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/shell.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPixmap>
#include <QThread>

#include <utility>

namespace keepwell::gui {

void Guide::drawPatient()
{
    const auto window = openWindow(m_wallets.patient);
    if (window == nullptr) {
        return;
    }
    drawPage(*window, "overview", "10-overview");
    drawPage(*window, "records", "11-records");
    drawPage(*window, "adding", "12-adding");
    static_cast<ui::AddingPage *>(window->shell()->page("adding"))
        ->add({m_wallets.passphraseFile, madeUpRecord()});
    draw(*window, "13-adding-report");
    drawTrendAndPaper(*window);
    drawSearch(*window);
    drawPage(*window, "sharing", "14-sharing");
    press(*window, "stopShare");
    draw(*window, "14b-sharing-stop");
    drawShare(*window);
    drawActivity(*window);
    drawPage(*window, "contacts", "31-contacts");
    press(*window, "addContact");
    drawDialog(*window, "31b-add-contact");
    drawSettings(*window);
}

void Guide::drawClinician()
{
    const auto window = openWindow(m_wallets.clinician);
    if (window == nullptr) {
        return;
    }
    drawPage(*window, "inbox", "40-shared-with-me");
    press(*window, "openRecords");
    draw(*window, "41-opened-share");
    drawPage(*window, "deliver", "42-deliver");
    drawDelivery(*window);
    drawPage(*window, "activity", "44-my-activity");
    drawPage(*window, "contacts", "45-contacts");
}

std::filesystem::path Guide::madeUpRecord() const
{
    const std::filesystem::path path = m_wallets.passphraseFile.parent_path() / "home weight.json";
    QFile file{QString::fromStdU16String(path.u16string())};
    if (file.open(QIODevice::WriteOnly)) {
        file.write(R"({"resourceType": "Observation", "status": "final", "code": {"text": "Weight"},
            "effectiveDateTime": "2026-11-18", "valueQuantity": {"value": 71, "unit": "kg"}})");
    }
    return path;
}

void Guide::drawTrendAndPaper(ui::MainWindow &window)
{
    window.shell()->showPage("trend");
    settle(window);
    if (auto *tests = window.findChild<QAbstractItemView *>("testList")) {
        tests->setCurrentIndex(tests->model()->index(2, 0));
    }
    draw(window, "15-trend");
    window.shell()->showPage("overview");
    settle(window);
    press(window, "printSummary");
    drawDialog(window, "16-print");
}

void Guide::drawSearch(ui::MainWindow &window)
{
    window.shell()->showPage("overview");
    settle(window);
    press(window, "search");
    if (auto *field = window.findChild<QLineEdit *>("searchEverything")) {
        field->setText("l");
        QThread::msleep(200); // it reads after a pause in typing
    }
    drawDialog(window, "17-search");
}

void Guide::drawShare(ui::MainWindow &window)
{
    window.shell()->showPage("sharing");
    settle(window);
    press(window, "newShare");
    pressContact(window);
    draw(window, "20-share-who");
    press(window, "next");
    for (const char *kind : {"kind_test-tube", "kind_pill", "kind_heart-pulse"}) {
        if (auto *tick = window.findChild<QCheckBox *>(kind)) {
            tick->setChecked(true);
        }
    }
    settle(window);
    draw(window, "21-share-what");
    press(window, "next");
    window.findChild<QLineEdit *>("reason")->setText("Diabetes review");
    draw(window, "22-share-why");
    press(window, "next");
    draw(window, "23-share-check");
    window.shell()->endFlow();
}

void Guide::drawActivity(ui::MainWindow &window)
{
    drawPage(window, "activity", "30-activity");
    auto *timeline = window.findChild<QAbstractItemView *>("timeline");
    for (int row = 0; row < timeline->model()->rowCount(); ++row) {
        const QModelIndex line = timeline->model()->index(row, 0);
        if (line.flags().testFlag(Qt::ItemIsSelectable)) { // not a day
            timeline->setCurrentIndex(line);
            emit timeline->clicked(line);
            break;
        }
    }
    draw(window, "30b-activity-opened");
}

void Guide::drawSettings(ui::MainWindow &window)
{
    drawPage(window, "settings", "32-settings-language");
    const auto names = window.shell()->page("settings")->findChildren<QAbstractButton *>();
    for (const auto &[text, name] : {std::pair{"Text and colours", "33-settings-look"},
                                     std::pair{"Locking", "34-settings-locking"},
                                     std::pair{"About Keepwell", "38-settings-about"},
                                     std::pair{"Connections", "35-settings-connections"}}) {
        const QString title = QCoreApplication::translate("keepwell::ui::SettingsPage", text);
        for (auto *button : names) {
            if (button->text() == title) {
                button->click();
                break;
            }
        }
        draw(window, name);
    }
    drawJoining(window);
    const auto states = makeConnectionStates();
    states->setAttribute(Qt::WA_DontShowOnScreen);
    states->show();
    settle(window);
    states->resize(states->width(), states->layout()->totalHeightForWidth(states->width()));
    settle(window);
    states->grab().save(m_folder.filePath(QStringLiteral("39-connection-states.png")));
    ++m_drawn;
}

/// The form, then what the move ends; the wallet stays where it is.

void Guide::drawJoining(ui::MainWindow &window)
{
    press(window, "joinNetwork");
    draw(window, "36-join-network");
    window.findChild<QLineEdit *>("connectionFile")
        ->setText(writeConnectionFile(m_wallets.passphraseFile.parent_path()));
    auto *code = window.findChild<ui::SecretLineEdit *>("enrolmentCode");
    for (const QChar letter : QStringLiteral("kw-7f3a9c:made up")) {
        QKeyEvent key{QEvent::KeyPress, 0, Qt::NoModifier, letter};
        QApplication::sendEvent(code, &key);
    }
    press(window, "joinNext");
    draw(window, "37-join-confirm");
    press(window, "joinBack");
    press(window, "joinCancel");
}

void Guide::drawDelivery(ui::MainWindow &window)
{
    press(window, "newDelivery");
    pressContact(window);
    draw(window, "43-deliver-who");
    press(window, "next");
    window.findChild<ui::DeliverFlow *>()->addFiles({madeUpRecord()});
    window.findChild<QLineEdit *>("note")->setText("Your weight from today's visit");
    draw(window, "43b-deliver-files");
    press(window, "next");
    draw(window, "43c-deliver-check");
    window.shell()->endFlow();
}

} // namespace keepwell::gui
