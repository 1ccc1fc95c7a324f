// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_passphrase.hpp"
#include "app/demo/demo_wallets.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/ui/hands.hpp"
#include "tests/ui/names.hpp"
#include "ui/shell/idle_lock.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/search_dialog.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace keepwell;
using ui::test::Hands;
using ui::test::waitUntil;

/// Every page after unlock with a real wallet: names for readers, targets large enough, nothing
/// cut at 200 %, locking, auto-lock.
class PagesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::MainWindow> open(const std::filesystem::path &home);
    bool finds(ui::MainWindow &window, const QString &letters, const QString &line);
    void checkNames(const QWidget &window, const QString &page);
    void checkTargets(const QWidget &window, const QString &page);
    void checkNothingIsCut(const QWidget &window, const QString &page);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Appearance> m_appearance;
    demo::DemoWallets m_demo;

private slots:
    void initTestCase();
    void cleanup() { m_appearance->setTextPercent(100); }

    void everyPage_namesItsControlsAndKeepsThemLarge_data();
    void everyPage_namesItsControlsAndKeepsThemLarge();
    void records_areFoundAsYouType();
    void everything_isFoundByItsFirstLetters();
    void everything_isFoundByAClinician();
    void keys_reachThePages();
    void lock_destroysEveryPage();
    void idle_warnsAndLocks();
    void unlock_growsTheWaitAfterFiveWrongTries();
};

void PagesTest::initTestCase()
{
    crypto::initialise();
    ui::useLanguage("en");
    ui::installSecretAccessibility();
    m_appearance = std::make_unique<ui::Appearance>();
    m_appearance->apply();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto made = demo::makeDemoWallets(
        std::filesystem::path{m_folder->path().toStdU16String()} / "demo", m_clock);
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    m_demo = *made;
}

std::unique_ptr<ui::MainWindow> PagesTest::open(const std::filesystem::path &home)
{
    ui::DoorPlace place;
    place.home = home;
    place.network = NetworkConfig::beside(home);
    place.cost = crypto::PassphraseCost::low();
    place.clock = &m_clock;
    auto window = std::make_unique<ui::MainWindow>(place, *m_appearance);
    window->resize(1280, 800);
    window->start();
    window->show();
    QApplication::setActiveWindow(window.get());
    window->unlock(demo::demoPassphrase());
    waitUntil([&] { return window->shell() != nullptr && !window->isBusy(); });
    return window;
}

void PagesTest::checkNames(const QWidget &window, const QString &page)
{
    const QStringList nameless = keepwell::test::namelessIn(window);
    QVERIFY2(nameless.isEmpty(),
             qPrintable(page + QStringLiteral(": ") + nameless.join(QStringLiteral(", "))));
}

void PagesTest::checkTargets(const QWidget &window, const QString &page)
{
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus) {
            QVERIFY2(button->height() >= 24 && button->width() >= 24,
                     qPrintable(QStringLiteral("%1: \"%2\" is only %3 by %4")
                                    .arg(page, button->accessibleName())
                                    .arg(button->width())
                                    .arg(button->height())));
        }
    }
}

void PagesTest::checkNothingIsCut(const QWidget &window, const QString &page)
{
    for (const auto *label : window.findChildren<ui::Label *>()) {
        if (!label->isVisible() || label->text().isEmpty()) {
            continue;
        }
        const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                             : label->sizeHint().height();
        QVERIFY2(label->height() >= needed,
                 qPrintable(QStringLiteral("%1: \"%2\" is cut: %3 of %4 at a width of %5")
                                .arg(page, label->text())
                                .arg(label->height())
                                .arg(needed)
                                .arg(label->width())));
    }
    for (const auto *label : window.findChildren<ui::Label *>()) {
        for (const QString &word : label->text().split(QRegularExpression{"[\\s/-]"})) {
            QVERIFY2(!label->isVisible()
                         || label->width() >= label->fontMetrics().horizontalAdvance(word),
                     qPrintable(QStringLiteral("%1: \"%2\" has no room in a width of %3")
                                    .arg(page, word)
                                    .arg(label->width())));
        }
    }
    for (const auto *button : window.findChildren<ui::Button *>()) {
        if (button->isVisible()) {
            QVERIFY2(button->width() + 1 >= button->minimumSizeHint().width()
                         || button->width() + 1 >= button->sizeHint().width(),
                     qPrintable(
                         QStringLiteral("%1: the button \"%2\" is cut").arg(page, button->text())));
        }
    }
}

void PagesTest::everyPage_namesItsControlsAndKeepsThemLarge_data()
{
    QTest::addColumn<bool>("clinician");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("family"); // wider letters are what a machine without Noto has
    QTest::newRow("patient, 100 %") << false << 100 << "Noto Sans";
    QTest::newRow("patient, 200 %") << false << 200 << "Noto Sans";
    QTest::newRow("patient, 200 %, wide") << false << 200 << "DejaVu Sans";
    QTest::newRow("clinician, 100 %") << true << 100 << "Noto Sans";
    QTest::newRow("clinician, 200 %") << true << 200 << "Noto Sans";
    QTest::newRow("clinician, 200 %, wide") << true << 200 << "DejaVu Sans";
}

void PagesTest::everyPage_namesItsControlsAndKeepsThemLarge()
{
    QFETCH(const bool, clinician);
    QFETCH(const int, percent);
    QFETCH(const QString, family);
    const auto window = open(clinician ? m_demo.clinician : m_demo.patient);
    QVERIFY(window->shell() != nullptr);
    m_appearance->setTextPercent(percent);
    QFont font = QApplication::font();
    font.setFamily(family);
    QApplication::setFont(font);
    for (const QString &page : window->shell()->pageNames()) {
        window->shell()->showPage(page);
        QVERIFY(waitUntil([&] { return !window->isBusy(); }));
        for (int pass = 0; pass < 10; ++pass) { // layouts that fold settle in a few rounds
            QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QApplication::processEvents();
        }
        checkNames(*window, page);
        checkTargets(*window, page);
        checkNothingIsCut(*window, page);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void PagesTest::records_areFoundAsYouType()
{
    const auto window = open(m_demo.patient);
    Hands hands{*window, Hands::With::Keyboard};
    QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY2(waitUntil([&] {
                 return QApplication::focusWidget() != nullptr
                     && QApplication::focusWidget()->objectName() == "searchRecords";
             }),
             "Ctrl+F should reach the page's search");
    QTest::keyClicks(QApplication::focusWidget(), "ramip");
    auto *list = static_cast<QListView *>(hands.find("recordList"));
    QVERIFY(list != nullptr);
    QVERIFY2(waitUntil([&] {
                 return list->model()->rowCount() > 1
                     && list->model()->index(1, 0).data().toString().contains("Ramipril");
             }),
             "the search should find Ramipril by its first letters");
}

/// Ctrl+K, `letters`, and Enter as soon as they are typed; whether the first line found was `line`.
bool PagesTest::finds(ui::MainWindow &window, const QString &letters, const QString &line)
{
    QApplication::setActiveWindow(&window); // a window manager does this when a dialog closes
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    const auto dialog = [&] { return window.findChild<ui::SearchDialog *>(); };
    if (!waitUntil([&] { return dialog() != nullptr && dialog()->isVisible(); })) {
        return false;
    }
    auto *field = dialog()->findChild<QLineEdit *>("searchEverything");
    QTest::keyClicks(field, letters);
    QString first;
    const auto *list = dialog()->findChild<QListView *>("found");
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [&first](const QModelIndex &now) { first = now.data().toString(); });
    QTest::keyClick(field, Qt::Key_Return); // before anything was read
    const bool gone = waitUntil([&] { return dialog() == nullptr && !window.isBusy(); });
    if (!first.startsWith(line)) {
        qWarning() << letters << "found" << first;
    }
    return gone && first.startsWith(line);
}

void PagesTest::everything_isFoundByItsFirstLetters()
{
    const auto window = open(m_demo.patient);
    QVERIFY(finds(*window, "ramip", "Ramipril"));
    QCOMPARE(window->shell()->currentPage(), "records");
    QVERIFY(finds(*window, "larkm phar", "Larkmere Pharmacy"));
    QCOMPARE(window->shell()->currentPage(), "contacts");
    QVERIFY(finds(*window, "tests ov", "Tests over time"));
    QCOMPARE(window->shell()->currentPage(), "trend");
    QVERIFY(finds(*window, "colours", "Text and colours"));
    QCOMPARE(window->shell()->currentPage(), "settings");
    const auto labels = window->shell()->page("settings")->findChildren<ui::Label *>();
    QVERIFY2(std::any_of(labels.begin(), labels.end(),
                         [](const ui::Label *label) {
                             return label->isVisible() && label->text() == "Text and colours";
                         }),
             "the panel itself should be open");
}

void PagesTest::everything_isFoundByAClinician()
{
    const auto window = open(m_demo.clinician);
    QVERIFY(finds(*window, "elea", "Eleanor Marsh"));
    QCOMPARE(window->shell()->currentPage(), "inbox");
    QCOMPARE(window->findChild<QLineEdit *>("findPatient")->text(), "Eleanor Marsh");
}

void PagesTest::keys_reachThePages()
{
    const auto window = open(m_demo.patient);
    const QStringList names = window->shell()->pageNames();
    for (int place = 0; place < names.size(); ++place) {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_1 + place), Qt::ControlModifier);
        QCOMPARE(window->shell()->currentPage(), names[place]);
    }
    QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window->shell()->currentPage(), names[names.size() - 2]);
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY2(window->shell()->isInFlow(), "Ctrl+N should begin a new share");
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY2(!window->shell()->isInFlow(), "Esc should end it");
    QVERIFY(waitUntil([&] { return !window->isBusy(); }));
}

void PagesTest::lock_destroysEveryPage()
{
    const auto window = open(m_demo.patient);
    window->shell()->showPage("records");
    QVERIFY(waitUntil([&] { return !window->isBusy(); }));
    QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(waitUntil([&] { return window->session() == nullptr; }));
    QVERIFY2(window->findChildren<ui::Page *>().isEmpty(), "no page should be left behind");
    QVERIFY2(QApplication::focusWidget() != nullptr
                 && QApplication::focusWidget()->objectName() == "passphrase",
             "the passphrase should have the keyboard");
    for (const auto *label : window->findChildren<ui::Label *>()) {
        QVERIFY2(!label->text().contains("Eleanor"), "the door should not know a name");
    }
}

void PagesTest::idle_warnsAndLocks()
{
    const auto window = open(m_demo.patient);
    window->idleLock()->warnNow();
    QVERIFY2(window->idleLock()->isWarning(), "it should warn first");
    emit window->idleLock()->timeIsUp();
    QVERIFY2(waitUntil([&] { return window->session() == nullptr; }), "then it should lock");
}

void PagesTest::unlock_growsTheWaitAfterFiveWrongTries()
{
    ui::DoorPlace place;
    place.home = m_demo.patient;
    place.network = NetworkConfig::beside(place.home);
    place.clock = &m_clock;
    ui::MainWindow window{place, *m_appearance};
    window.start();
    window.show();
    QApplication::setActiveWindow(&window);
    Hands hands{window, Hands::With::Keyboard};
    for (int wrong = 0; wrong < 5; ++wrong) {
        QVERIFY2(hands.find("unlock") != nullptr, "the first five tries should not wait");
        QVERIFY(hands.write("passphrase", "no"));
        QVERIFY(hands.press("unlock"));
        QVERIFY(waitUntil([&] { return !window.isBusy(); }));
    }
    QVERIFY2(hands.find("unlock") == nullptr, "after five the button should wait");
}

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
