// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/demo_wallets.hpp"

#include <QDir>
#include <QString>

#include <filesystem>
#include <memory>

class QDialog;

namespace keepwell::ui {
class Appearance;
class MainWindow;
} // namespace keepwell::ui

namespace keepwell::gui {

/// Goes through the window as a person does and draws what is seen into PNG files of one folder: the
/// door, the patient's pages and flows, the clinician's. Says on stderr what it did not find.
class Guide
{
public:
    Guide(QDir folder, demo::DemoWallets wallets, ui::Appearance &appearance, const Clock &clock);

    void drawDoor(const std::filesystem::path &newHome); ///< Makes a wallet there.
    void drawPatient();
    void drawClinician();
    void drawEmpty(const std::filesystem::path &newHome); ///< A wallet made there that has nothing.
    int drawn() const { return m_drawn; }

private:
    std::unique_ptr<ui::MainWindow> windowAt(const std::filesystem::path &home);
    /// The demo's wallet at `home`, unlocked; null where it does not open.
    std::unique_ptr<ui::MainWindow> openWindow(const std::filesystem::path &home);
    void settle(const ui::MainWindow &window);
    void draw(ui::MainWindow &window, const QString &name);
    void drawPage(ui::MainWindow &window, const QString &page, const QString &name);
    /// The dialog that is open, which then closes.
    void drawDialog(ui::MainWindow &window, const QString &name);
    void press(ui::MainWindow &window, const QString &name);
    void pressContact(ui::MainWindow &window); ///< The first one of a flow's first step.
    void drawNewWallet(ui::MainWindow &window);
    void drawSearch(ui::MainWindow &window);
    void drawTrendAndPaper(ui::MainWindow &window);
    void drawShare(ui::MainWindow &window);
    void drawActivity(ui::MainWindow &window);
    void drawSettings(ui::MainWindow &window);
    void drawJoining(ui::MainWindow &window);
    void drawDelivery(ui::MainWindow &window);
    std::filesystem::path madeUpRecord() const;

    QDir m_folder;
    demo::DemoWallets m_wallets;
    ui::Appearance &m_appearance;
    const Clock &m_clock;
    int m_drawn = 0;
};

} // namespace keepwell::gui
