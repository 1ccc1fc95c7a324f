// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_passphrase.hpp"
#include "app/demo/demo_wallets.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/ui/hands.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace keepwell;
using ui::test::waitUntil;

namespace {

QString words(const QMargins &margins)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(margins.left())
        .arg(margins.top())
        .arg(margins.right())
        .arg(margins.bottom());
}

void add(QStringList &lengths, QLayout &layout, const QString &where)
{
    const auto *box = qobject_cast<const QBoxLayout *>(&layout);
    lengths << QStringLiteral("%1: margins %2, spacing %3")
                   .arg(where, words(layout.contentsMargins()))
                   .arg(box != nullptr ? box->spacing() : 0);
    for (int place = 0; place < layout.count(); ++place) {
        QLayoutItem *item = layout.itemAt(place);
        if (item->spacerItem() != nullptr) {
            lengths << QStringLiteral("%1: gap %2 by %3")
                           .arg(where)
                           .arg(item->sizeHint().width())
                           .arg(item->sizeHint().height());
        } else if (item->layout() != nullptr) {
            add(lengths, *item->layout(), where);
        }
    }
}

/// Every length that a widget and those in it were given, one a line.
void add(QStringList &lengths, const QWidget &widget, const QString &where = {})
{
    const QString here = where + QLatin1Char('/') + QLatin1String(widget.metaObject()->className())
        + QLatin1Char(' ') + widget.objectName();
    lengths << QStringLiteral("%1: %2x%3 to %4x%5, margins %6")
                   .arg(here)
                   .arg(widget.minimumWidth())
                   .arg(widget.minimumHeight())
                   .arg(widget.maximumWidth())
                   .arg(widget.maximumHeight())
                   .arg(words(widget.contentsMargins()));
    if (widget.layout() != nullptr) {
        add(lengths, *widget.layout(), here);
    }
    const bool isQts = qobject_cast<const QLineEdit *>(&widget) != nullptr
        || qobject_cast<const QComboBox *>(&widget) != nullptr;
    for (const QObject *child : widget.children()) {
        const bool isScrollBars = child->objectName().endsWith(QLatin1String("container"));
        if (!isQts && !isScrollBars && child->isWidgetType()) {
            add(lengths, static_cast<const QWidget &>(*child), here);
        }
    }
}

} // namespace

/// A page whose text size changes while it is open becomes the page that would have been made at that
/// size, and keeps what was typed.
class TextSizeTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::MainWindow> open(const std::filesystem::path &home, int width = 1280);
    void show(ui::MainWindow &window, const QString &page);
    SystemClock m_clock;
    QTemporaryDir m_folder;
    ui::Appearance m_appearance;
    demo::DemoWallets m_demo;

private slots:
    void initTestCase();
    void lengths_areThoseOfAPageMadeAtThatSize_data();
    void lengths_areThoseOfAPageMadeAtThatSize();
    void typedWords_stay();
    void placeholders_canBeRead();
};

void TextSizeTest::initTestCase()
{
    crypto::initialise();
    ui::useLanguage("en");
    ui::installSecretAccessibility();
    m_appearance.setScheme(ui::Scheme::Light);
    const auto made = demo::makeDemoWallets(
        std::filesystem::path{m_folder.path().toStdU16String()} / "demo", m_clock);
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    m_demo = *made;
}

std::unique_ptr<ui::MainWindow> TextSizeTest::open(const std::filesystem::path &home, int width)
{
    ui::DoorPlace place;
    place.home = home;
    place.network = NetworkConfig::beside(home);
    place.cost = crypto::PassphraseCost::low();
    place.clock = &m_clock;
    auto window = std::make_unique<ui::MainWindow>(place, m_appearance);
    window->resize(width, 800);
    window->start();
    window->show();
    window->unlock(demo::demoPassphrase());
    waitUntil([&] { return window->shell() != nullptr; });
    window->shell()->setPeriodicSync(false);
    waitUntil([&] { return !window->isBusy(); });
    return window;
}

void TextSizeTest::show(ui::MainWindow &window, const QString &page)
{
    window.shell()->showPage(page);
    waitUntil([&] { return !window.isBusy(); });
    for (int pass = 0; pass < 10; ++pass) { // layouts that fold settle in a few rounds
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
}

void TextSizeTest::lengths_areThoseOfAPageMadeAtThatSize_data()
{
    QTest::addColumn<bool>("clinician");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("width");
    QTest::newRow("patient, larger") << false << 100 << 200 << 2600; // two panes at both sizes
    QTest::newRow("patient, smaller") << false << 175 << 125 << 1280;
    QTest::newRow("clinician, larger") << true << 125 << 150 << 1280;
}

void TextSizeTest::lengths_areThoseOfAPageMadeAtThatSize()
{
    QFETCH(const bool, clinician);
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const int, width);
    const std::filesystem::path home = clinician ? m_demo.clinician : m_demo.patient;
    const QStringList pages = clinician
        ? QStringList{"inbox", "deliver", "contacts", "settings"}
        : QStringList{"overview", "records", "adding", "trend", "sharing", "contacts", "settings"};
    QStringList changed;
    QStringList made;
    m_appearance.setTextPercent(from);
    {
        const auto window = open(home, width);
        for (const QString &page : pages) {
            show(*window, page);
        }
        m_appearance.setTextPercent(to);
        for (const QString &page : pages) {
            show(*window, page);
            add(changed, *window->shell()->page(page), page);
        }
        add(changed, *window->shell());
    }
    const auto window = open(home, width);
    for (const QString &page : pages) {
        show(*window, page);
    }
    for (const QString &page : pages) {
        show(*window, page);
        add(made, *window->shell()->page(page), page);
    }
    add(made, *window->shell());
    for (qsizetype line = 0; line < std::min(changed.size(), made.size()); ++line) {
        QCOMPARE(changed[line], made[line]);
    }
    QCOMPARE(changed.size(), made.size());
}

void TextSizeTest::typedWords_stay()
{
    m_appearance.setTextPercent(100);
    const auto window = open(m_demo.patient);
    show(*window, "records");
    auto *search = window->findChild<QLineEdit *>("searchRecords");
    search->setFocus();
    search->setText("ramip");
    m_appearance.setTextPercent(200);
    QCOMPARE(window->findChild<QLineEdit *>("searchRecords"), search);
    QCOMPARE(search->text(), "ramip");
}

void TextSizeTest::placeholders_canBeRead()
{
    const auto luminance = [](const QColor &colour) {
        const auto part = [](double value) {
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
            + 0.0722 * part(colour.blueF());
    };
    QLineEdit field;
    field.setPlaceholderText("Search records");
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        m_appearance.setScheme(scheme);
        field.ensurePolished();
        const QColor ink = field.palette().color(QPalette::PlaceholderText);
        QCOMPARE(ink.alpha(), 255); // else the card shines through
        const double first = luminance(ink) + 0.05;
        const double second = luminance(ui::theme().colours.card) + 0.05;
        QVERIFY(std::max(first, second) / std::min(first, second) >= 7);
    }
    m_appearance.setScheme(ui::Scheme::Light);
}

QTEST_MAIN(TextSizeTest)
#include "text_size_test.moc"
