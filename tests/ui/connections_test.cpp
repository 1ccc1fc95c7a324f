// SPDX-License-Identifier: Apache-2.0
// Settings > Connections: what each state says and offers, and joining a network by file and code.
#include "tests/core/ledger/fabric/enrolment/loopback_authority.hpp"
#include "tests/ui/two_windows.hpp"
#include "ui/settings/connection_words.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

using namespace keepwell;
using namespace keepwell::test;

class ConnectionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void eachState_hasItsWords_data();
    void eachState_hasItsWords();
    void foot_saysTheState_data();
    void foot_saysTheState();
    void sidebar_opensConnectionsByEnter();
    void cards_saySentenceAndDetails();
    void fabric_saysWhoAndUntilWhen();
    void join_namesWhatIsMissing();
    void join_saysWhatItEnds_andKeepsIt();
    void join_thatIsRefused_changesNothing();

private:
    ui::MainWindow &window() { return *m_two->patientWindow; }
    void openConnections();
    QString connectionFile(const std::string &url, const std::string &tlsCa);
    bool fill(const QString &file, const QString &code);

    std::unique_ptr<TwoWindows> m_two;
};

namespace {

WalletStatus statusOf(const std::string &state)
{
    return {.role = identity::Role::Patient,
            .name = "Eleanor Marsh",
            .records = 0,
            .contacts = 0,
            .outbox = 0,
            .ledgerKind = "fabric",
            .ledgerState = state,
            .ledgerDetail = state == "connected" ? "" : "what was said",
            .blocksKind = "ipfs",
            .blocksState = "connected",
            .blocksDetail = {},
            .networkId = "abc",
            .certificateEnds = {}};
}

NetworkConfig fabricNetwork()
{
    NetworkConfig network;
    network.ledgerKind = ledger::Kind::Fabric;
    network.blocksKind = BlocksKind::Ipfs;
    return network;
}

} // namespace

void ConnectionsTest::init() { m_two = std::make_unique<TwoWindows>(); }

void ConnectionsTest::openConnections()
{
    m_two->showPatient();
    QVERIFY(pressNamed(window(), "nav_settings"));
    QVERIFY(pressWords(window(), "Connections"));
    EVENTUALLY(shown(&window(), "logConnection") != nullptr);
}

QString ConnectionsTest::connectionFile(const std::string &url, const std::string &tlsCa)
{
    const QString pem = QString::fromStdString(tlsCa);
    const QJsonObject peer{{"endpoint", "127.0.0.1:9"}, {"msp_id", "LarkmereMSP"}, {"tls_ca", pem}};
    const QJsonObject ledger{
        {"kind", "fabric"},
        {"channel", "care"},
        {"contract", "keepwell"},
        {"gateways", QJsonArray{peer}},
        {"enrolment", QJsonObject{{"url", QString::fromStdString(url)}, {"tls_ca", pem}}}};
    const QJsonObject whole{{"name", "Larkmere Health Network"},
                            {"ledger", ledger},
                            {"blocks", QJsonObject{{"kind", "folder"}, {"path", "blocks"}}}};
    return QString::fromStdString(
        m_two->write("connection.json", QJsonDocument{whole}.toJson().toStdString()).string());
}

/// The form, by keys, up to its next step.
bool ConnectionsTest::fill(const QString &file, const QString &code)
{
    auto *entry = shown<QLineEdit>(&window(), "connectionFile");
    auto *secret = shown<ui::SecretLineEdit>(&window(), "enrolmentCode");
    if (entry == nullptr || secret == nullptr) {
        return false;
    }
    TwoWindows::front(window());
    entry->setFocus();
    entry->clear();
    type(file);
    secret->setFocus();
    secret->clear();
    type(code);
    return pressNamed(window(), "joinNext");
}

void ConnectionsTest::eachState_hasItsWords_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("badge");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("button");
    const auto row
        = [](const char *state, const char *badge, const char *sentence, const char *button) {
              QTest::newRow(state) << state << badge << sentence << button;
          };
    row("connected", "Connected", "nobody can change them later", "Change");
    row("connecting", "Connecting", "We ask the network", "Try now");
    row("warming up", "Warming up", "is starting", "Try now");
    row("unavailable", "Cannot be reached", "sent later", "Try now");
    row("refused", "Refused", "new code", "Use a new code");
    row("certificate ends", "Certificate ends soon", "new code", "Use a new code");
    row("conflict", "Two places disagree", "Do not rely", "Check everything");
    row("clock", "Clock is wrong", "Set it", "Try now");
}

void ConnectionsTest::eachState_hasItsWords()
{
    QFETCH(QString, state);
    QFETCH(QString, badge);
    QFETCH(QString, sentence);
    QFETCH(QString, button);
    const auto words = ui::logWords(statusOf(state.toStdString()), {}, fabricNetwork());
    QCOMPARE(words.badge.text, badge);
    QVERIFY(!words.badge.icon.isEmpty());
    QVERIFY2(words.sentence.contains(sentence), qPrintable(words.sentence));
    QCOMPARE(words.button, button);
    QCOMPARE(words.technical.join(' ').contains("what was said"), state != "connected");
}

void ConnectionsTest::foot_saysTheState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("offline");
    QTest::addColumn<QString>("line");
    QTest::newRow("connected") << "connected" << true << false << "Up to date";
    QTest::newRow("unavailable") << "unavailable" << false << true << "You are offline";
    QTest::newRow("warming up") << "warming up" << false << true << "The network is starting";
    QTest::newRow("refused") << "refused" << false << false << "The network refused us";
    QTest::newRow("conflict") << "conflict" << false << false << "Two places disagree";
    QTest::newRow("ends") << "certificate ends" << false << false << "Certificate ends soon";
}

void ConnectionsTest::foot_saysTheState()
{
    QFETCH(QString, state);
    QFETCH(bool, good);
    QFETCH(bool, offline);
    QFETCH(QString, line);
    const auto said = ui::lineOf(statusOf(state.toStdString()));
    QCOMPARE(said.good, good);
    QCOMPARE(said.offline, offline);
    QCOMPARE(said.line, line);
    WalletStatus away = statusOf("connected");
    away.blocksState = "unavailable";
    QVERIFY(!ui::lineOf(away).good && ui::lineOf(away).offline);
}

void ConnectionsTest::sidebar_opensConnectionsByEnter()
{
    m_two->showPatient();
    TwoWindows::front(window());
    auto *foot = shown(&window(), "connection");
    QVERIFY(foot != nullptr);
    EVENTUALLY(!foot->accessibleName().isEmpty());
    foot->setFocus();
    key(&window(), Qt::Key_Return);
    EVENTUALLY(shown(&window(), "logConnection") != nullptr);
}

void ConnectionsTest::cards_saySentenceAndDetails()
{
    openConnections();
    QWidget *log = shown(&window(), "logConnection");
    QVERIFY(says(log, "nobody can change them later"));
    QCOMPARE(log->accessibleName(), QString{"Shared activity log: Connected"});
    QVERIFY(button(log, "Change: Shared activity log") != nullptr);
    QVERIFY(!says(log, "ledger.db"));
    QVERIFY(pressWords(window(), "Technical details of Shared activity log"));
    QVERIFY(says(log, "ledger.db"));
    QVERIFY(says(log, "Kind: embedded"));
    QWidget *storage = shown(&window(), "storageConnection");
    QVERIFY(says(storage, "Your locked files."));
    QVERIFY(pressWords(window(), "Technical details of Record storage"));
    QVERIFY(says(storage, "Folder: "));
}

void ConnectionsTest::fabric_saysWhoAndUntilWhen()
{
    Connections found{.title = "Larkmere Health Network"};
    found.peers = {{.address = "peer0.larkmere.example.org:7051",
                    .organisation = "LarkmereMSP",
                    .problem = {}},
                   {.address = "peer0.coastline.example.org:7051",
                    .organisation = "CoastlineMSP",
                    .problem = {}}};
    found.channel = "care";
    found.certificateName = "kw-7f3a9c";
    found.certificateEnds = Instant{std::chrono::seconds{1'798'000'000}};
    found.node = "12D3KooWtest";
    found.repoBytes = 1'300'000'000;
    const auto log = ui::logWords(statusOf("connected"), found, fabricNetwork());
    QVERIFY(log.facts.contains("Larkmere Health Network"));
    QVERIFY(log.facts.contains("Confirmed by 2 places"));
    const QString details = log.technical.join('\n');
    for (const char *word :
         {"peer0.coastline.example.org:7051", "CoastlineMSP", "care", "kw-7f3a9c", "2026"}) {
        QVERIFY2(details.contains(word), qPrintable(details));
    }
    const auto storage = ui::storageWords(statusOf("connected"), found, fabricNetwork());
    QVERIFY(storage.facts.contains("kept"));
    QVERIFY(storage.technical.join('\n').contains("12D3KooWtest"));
    found.peers.pop_back();
    QVERIFY(ui::logWords(statusOf("connected"), found, fabricNetwork())
                .facts.contains("Confirmed by one place"));
}

void ConnectionsTest::join_namesWhatIsMissing()
{
    openConnections();
    QVERIFY(pressNamed(window(), "joinNetwork"));
    QVERIFY(pressNamed(window(), "joinNext"));
    EVENTUALLY(says(&window(), "Choose the file your organisation gave you."));
    QVERIFY(fill(QString::fromStdString(m_two->write("none.json", "{}").string()), "kw-7f3a:x"));
    EVENTUALLY(says(&window(), "This is not a connection file we can use."));
    QVERIFY(says(&window(), "\"ledger\" is missing"));
    QVERIFY(pressNamed(window(), "joinCancel"));
    EVENTUALLY(shown(&window(), "logConnection") != nullptr);
}

void ConnectionsTest::join_saysWhatItEnds_andKeepsIt()
{
    m_two->pair();
    m_two->importRecords();
    m_two->shareAll();
    openConnections();
    QVERIFY(pressNamed(window(), "joinNetwork"));
    const LoopbackAuthority authority{[](const AskedOfAuthority &) { return AuthorityReply{}; }};
    QVERIFY(fill(connectionFile(authority.url(), authority.tlsCa()), "kw-7f3a:x"));
    EVENTUALLY(says(&window(), "Move to Larkmere Health Network"));
    QVERIFY(says(&window(), "4 record"));
    QVERIFY(says(&window(), "What ends"));
    QVERIFY(says(&window(), "1 share"));
    QVERIFY(says(&window(), "1 contact"));
    QVERIFY(button(&window(), "Move and end these") != nullptr);
    QVERIFY(pressNamed(window(), "joinBack"));
    QVERIFY(pressNamed(window(), "joinCancel"));
    const auto shares = must(window().session()->wallet().shares());
    QVERIFY(shares.at(0).state == ShareState::Active);
}

void ConnectionsTest::join_thatIsRefused_changesNothing()
{
    openConnections();
    QVERIFY(pressNamed(window(), "joinNetwork"));
    const LoopbackAuthority authority{[](const AskedOfAuthority &) {
        return AuthorityReply{.status = 401,
                              .body = R"({"errors":[{"message":"Authentication failure"}]})"};
    }};
    QVERIFY(fill(connectionFile(authority.url(), authority.tlsCa()), "kw-7f3a:never shown"));
    EVENTUALLY(says(&window(), "Nothing ends: you share with nobody yet."));
    QVERIFY(pressNamed(window(), "joinNow"));
    EVENTUALLY(says(&window(), "The code was not accepted."));
    QVERIFY(says(&window(), "Nothing was changed."));
    QVERIFY(!wordsOn(&window()).contains("never shown"));
    QVERIFY(window().session()->wallet().network() == m_two->network());
}

QTEST_MAIN(ConnectionsTest)
#include "connections_test.moc"
