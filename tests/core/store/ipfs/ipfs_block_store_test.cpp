// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/ipfs_block_store.hpp"
#include "tests/core/store/ipfs/kubo_double.hpp"
#include "tests/core/store/whole_object.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace keepwell;
using namespace std::literals;
using store::Cid;
using store::IpfsBlockStore;
using store::IpfsOptions;
using testing::KuboDouble;
using testing::LoopbackServer;
using Fault = KuboDouble::Fault;

namespace {

IpfsOptions optionsFor(const KuboDouble &kubo)
{
    IpfsOptions options;
    options.api = kubo.server.address();
    return options;
}

crypto::SecretText secret(std::string text) { return crypto::SecretText::take(text); }

const Bytes kBlock = copyOf(bytesOf("a sealed block"));

std::vector<Bytes> piecesOf(int count)
{
    std::vector<Bytes> pieces;
    for (int i = 0; i < count; ++i) {
        pieces.push_back(copyOf(bytesOf("piece " + std::to_string(i))));
    }
    return pieces;
}

std::vector<Cid> cidsOf(const std::vector<Bytes> &pieces)
{
    std::vector<Cid> cids;
    for (const Bytes &piece : pieces) {
        cids.push_back(Cid::ofBlock(piece));
    }
    return cids;
}

} // namespace

class IpfsBlockStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void put_pinsTheBlock();
    void put_faultsAreNamed_data();
    void put_faultsAreNamed();
    void put_isTriedAgain_data();
    void put_isTriedAgain();
    void put_endsTryingSometime();
    void get_faultsAreNamed_data();
    void get_faultsAreNamed();
    void has_isAskedOffline();
    void remove_unpinsAndDeletes();
    void remove_leavesWhatOthersPinned();
    void expected_isKeptByOnePin();
    void remove_unpinsWhatWasPinnedSingly();
    void authorization_isSentToTheNodeAlone();
    void authorization_wrongIsDenied();
    void authorization_isWrittenAsKuboDoes_data();
    void authorization_isWrittenAsKuboDoes();
    void down_namesTheNode();
    void unixSocket_works();
    void gateways_helpOut();
    void gateways_helpWhenTheNodeIsDown();
    void gateways_helpWhenTheNodeIsSlow();
    void gateways_helpWhenTheNodeLies();
    void gatewaysAlone_read();
    void stop_endsEachCall();
    void check_reports();
    void check_saysWhatIsWrong();
    void open_refuses();
    void objects_goThroughIt();

private:
    std::unique_ptr<KuboDouble> m_kubo;
    std::shared_ptr<IpfsBlockStore> m_store;
};

void IpfsBlockStoreTest::init()
{
    m_kubo = std::make_unique<KuboDouble>();
    m_store = IpfsBlockStore::open(optionsFor(*m_kubo)).value();
}

void IpfsBlockStoreTest::put_pinsTheBlock()
{
    // Bytes that a careless multipart would cut.
    const Bytes block = copyOf(bytesOf("\r\n--x\r\n\r\n--\0\r\n"sv));
    const auto cid = m_store->put(block);
    QVERIFY(cid.has_value());
    QVERIFY(m_store->sync({*cid}));
    QCOMPARE(m_kubo->targets,
             std::vector{"/api/v0/block/put?cid-codec=raw&mhtype=sha2-256&pin=true"s});
    QVERIFY(m_kubo->pins.contains(cid->toString()));
    QCOMPARE(m_store->get(*cid).value(), block);
    QVERIFY(m_store->put({}).has_value());
    QVERIFY(m_store->put(Bytes(store::BlockStore::kMostBlockBytes)).has_value());
}

void IpfsBlockStoreTest::put_faultsAreNamed_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Fault fault, ErrorCode code, const char *words) {
        QTest::newRow(name) << static_cast<int>(fault) << static_cast<int>(code) << words;
    };
    row("other name", Fault::OtherName, ErrorCode::Tampered, "keeps other bytes");
    row("other size", Fault::OtherSize, ErrorCode::Tampered, "keeps other bytes");
    row("full disk", Fault::FullDisk, ErrorCode::Unavailable, "the disk of the IPFS node at ");
    row("nonsense", Fault::Nonsense, ErrorCode::Unavailable, "not Kubo's");
}

void IpfsBlockStoreTest::put_faultsAreNamed()
{
    QFETCH(int, fault);
    QFETCH(int, code);
    QFETCH(QString, words);
    m_kubo->fault = static_cast<Fault>(fault);
    const auto put = m_store->put(kBlock);
    QVERIFY(!put);
    QCOMPARE(static_cast<int>(put.error().code), code);
    const std::string &detail = put.error().detail;
    QVERIFY2(detail.contains(words.toStdString()), detail.c_str());
    QVERIFY2(detail.contains(m_kubo->server.address()), detail.c_str());
    QCOMPARE(m_kubo->server.requests(), 1);
}

void IpfsBlockStoreTest::put_isTriedAgain_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("cut") << static_cast<int>(Fault::Cuts);
    QTest::newRow("busy") << static_cast<int>(Fault::Busy);
}

void IpfsBlockStoreTest::put_isTriedAgain()
{
    QFETCH(int, fault);
    m_kubo->fault = static_cast<Fault>(fault);
    m_kubo->faultsLeft = 3;
    const auto cid = m_store->put(kBlock);
    QVERIFY2(cid.has_value(), cid ? "" : cid.error().detail.c_str());
    QVERIFY(m_kubo->blocks.contains(cid->toString()));
    QCOMPARE(m_kubo->server.requests(), 4);
}

void IpfsBlockStoreTest::put_endsTryingSometime()
{
    m_kubo->fault = Fault::Busy;
    const auto put = m_store->put(kBlock);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Unavailable);
    QVERIFY(put.error().detail.contains("HTTP status 503"));
    QCOMPARE(m_kubo->server.requests(), 4);
}

void IpfsBlockStoreTest::get_faultsAreNamed_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Fault fault, ErrorCode code, const char *words) {
        QTest::newRow(name) << static_cast<int>(fault) << static_cast<int>(code) << words;
    };
    row("other bytes", Fault::OtherBytes, ErrorCode::Tampered, "gave other bytes");
    row("oversized", Fault::TooMany, ErrorCode::Tampered, "gave more than was asked for");
    row("nonsense", Fault::Nonsense, ErrorCode::Tampered, "gave other bytes");
    row("cut", Fault::Cuts, ErrorCode::Unavailable, "does not work");
    row("none", Fault::None, ErrorCode::NotFound, "does not have it");
}

void IpfsBlockStoreTest::get_faultsAreNamed()
{
    QFETCH(int, fault);
    QFETCH(int, code);
    QFETCH(QString, words);
    auto cid = m_store->put(kBlock);
    QVERIFY(cid.has_value());
    m_kubo->fault = static_cast<Fault>(fault);
    if (m_kubo->fault == Fault::None) {
        cid = Cid::ofBlock(bytesOf("another"));
    }
    const auto got = m_store->get(*cid);
    QVERIFY(!got);
    QCOMPARE(static_cast<int>(got.error().code), code);
    const std::string &detail = got.error().detail;
    QVERIFY2(detail.contains(words.toStdString()), detail.c_str());
    QVERIFY2(detail.contains(m_kubo->server.address()), detail.c_str());
    QVERIFY2(detail.contains(cid->toString()), detail.c_str());
}

void IpfsBlockStoreTest::has_isAskedOffline()
{
    const auto cid = m_store->put(kBlock);
    QCOMPARE(m_store->has(*cid).value(), true);
    QVERIFY(m_kubo->targets.back().ends_with("&offline=true"));
    QCOMPARE(m_store->has(Cid::ofBlock({})).value(), false);
}

void IpfsBlockStoreTest::remove_unpinsAndDeletes()
{
    const auto cid = m_store->put(kBlock);
    QVERIFY(m_store->remove({*cid}));
    QVERIFY(m_kubo->blocks.empty());
    QVERIFY(m_kubo->pins.empty());
    QVERIFY(m_store->remove({*cid}));
    QVERIFY(m_store->remove({}));
}

void IpfsBlockStoreTest::remove_leavesWhatOthersPinned()
{
    // Unpinning fails for what is pinned by way of another block.
    const std::string cid = Cid::ofBlock(kBlock).toString();
    m_kubo->blocks[cid] = textOf(kBlock);
    m_kubo->links["somebody's"] = {cid};
    m_kubo->pins = {"somebody's"};
    QVERIFY(m_store->remove({Cid::ofBlock(kBlock)}));
    QCOMPARE(m_kubo->blocks.size(), 1U);
    m_kubo->pins.clear();
    QVERIFY(m_store->remove({Cid::ofBlock(kBlock)}));
    QVERIFY(m_kubo->blocks.empty());
}

void IpfsBlockStoreTest::expected_isKeptByOnePin()
{
    const std::vector<Bytes> pieces = piecesOf(200);
    const std::vector<Cid> cids = cidsOf(pieces);
    const auto group = store::BlockGroup::of(cids).value();
    m_kubo->collectsAlways = true;
    QVERIFY(m_store->expect(group));
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        QVERIFY(m_store->putExpected(cids[i], pieces[i]));
    }
    QCOMPARE(m_kubo->pins, std::set{group.root()});
    QCOMPARE(m_kubo->kept(), 201U);
    QVERIFY(m_store->expect(group));
    const int before = m_kubo->server.requests();
    QVERIFY(m_store->remove(cids));
    QVERIFY(m_kubo->blocks.empty());
    QVERIFY(m_kubo->pins.empty());
    QCOMPARE(m_kubo->server.requests() - before, 5); // One pin, 201 blocks, 64 at a time.
    const auto named = m_store->putExpected(cids[0], pieces[1]);
    QVERIFY(!named);
    QCOMPARE(named.error().code, ErrorCode::Tampered);
}

void IpfsBlockStoreTest::remove_unpinsWhatWasPinnedSingly()
{
    const std::vector<Bytes> pieces = piecesOf(70);
    for (const Bytes &piece : pieces) {
        QVERIFY(m_store->put(piece).has_value());
    }
    QCOMPARE(m_kubo->pins.size(), 70U);
    QVERIFY(m_store->remove(cidsOf(pieces)));
    QVERIFY(m_kubo->blocks.empty());
    QVERIFY(m_kubo->pins.empty());
}

void IpfsBlockStoreTest::authorization_isSentToTheNodeAlone()
{
    std::mutex mutex;
    std::vector<std::string> seen;
    const LoopbackServer gateway{[&](const auto &request, auto &to) {
        const std::lock_guard lock{mutex};
        for (const auto &[name, value] : request.headers) {
            seen.push_back(name + value);
        }
        to.answer(200, "a sealed block");
    }};
    m_kubo->authorization = "Bearer opensesame";
    IpfsOptions options = optionsFor(*m_kubo);
    options.authorization = secret("bearer:opensesame");
    options.gateways = {gateway.address()};
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    QVERIFY(store->get(Cid::ofBlock(kBlock)).has_value());
    QCOMPARE(gateway.requests(), 1);
    for (const std::string &header : seen) {
        QVERIFY(!header.contains("opensesame"));
    }
    QVERIFY(store->put(kBlock).has_value());
}

void IpfsBlockStoreTest::authorization_wrongIsDenied()
{
    m_kubo->authorization = "Bearer opensesame";
    const auto put = m_store->put(kBlock);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Denied);
    QVERIFY(put.error().detail.contains("refuses us"));
    QCOMPARE(m_kubo->server.requests(), 1);
}

void IpfsBlockStoreTest::authorization_isWrittenAsKuboDoes_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("header");
    // The forms and the third value of Kubo's documentation of API.Authorizations.
    QTest::newRow("bearer") << "bearer:secret-user-token" << "Bearer secret-user-token";
    QTest::newRow("bare") << "secret-user-token" << "Bearer secret-user-token";
    QTest::newRow("basic") << "basic:user:pass" << "Basic dXNlcjpwYXNz";
    QTest::newRow("basic, encoded") << "basic:dXNlcjpwYXNz" << "Basic dXNlcjpwYXNz";
}

void IpfsBlockStoreTest::authorization_isWrittenAsKuboDoes()
{
    QFETCH(QString, secret);
    QFETCH(QString, header);
    m_kubo->authorization = header.toStdString();
    IpfsOptions options = optionsFor(*m_kubo);
    options.authorization = ::secret(secret.toStdString());
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    QVERIFY(store->put(kBlock).has_value());
}

void IpfsBlockStoreTest::down_namesTheNode()
{
    const std::string address = m_kubo->server.address();
    m_kubo.reset();
    const auto put = m_store->put(kBlock);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Unavailable);
    QCOMPARE(put.error().detail,
             "the IPFS node at " + address + " cannot be reached: nothing answers there");
    for (const auto &error :
         {m_store->get(Cid::ofBlock(kBlock)).error(), m_store->has(Cid::ofBlock(kBlock)).error(),
          m_store->remove({Cid::ofBlock(kBlock)}).error(), m_store->check().error()}) {
        QCOMPARE(error.code, ErrorCode::Unavailable);
        QVERIFY(error.detail.contains(address));
    }
}

void IpfsBlockStoreTest::unixSocket_works()
{
    const QTemporaryDir folder;
    const KuboDouble kubo{(folder.path() + "/api.sock").toStdString()};
    const auto store = IpfsBlockStore::open(optionsFor(kubo)).value();
    QVERIFY(store->put(kBlock).has_value());
    QVERIFY(store->name().contains("unix:/"));
}

void IpfsBlockStoreTest::gateways_helpOut()
{
    const LoopbackServer lying{[](const auto &, auto &to) { to.answer(200, "a lie"); }};
    const LoopbackServer good{[](const auto &, auto &to) { to.answer(200, "a sealed block"); }};
    IpfsOptions options = optionsFor(*m_kubo);
    options.gateways = {lying.address(), good.address()};
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    QCOMPARE(store->get(Cid::ofBlock(kBlock)).value(), kBlock);
    const auto missing = store->get(Cid::ofBlock(bytesOf("another")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Tampered);
    QVERIFY(missing.error().detail.contains(good.address() + " gave other bytes"));
    QVERIFY(missing.error().detail.contains(m_kubo->server.address() + " does not have it"));
}

void IpfsBlockStoreTest::gateways_helpWhenTheNodeIsDown()
{
    const LoopbackServer good{[](const auto &, auto &to) { to.answer(200, "a sealed block"); }};
    IpfsOptions options = optionsFor(*m_kubo);
    options.gateways = {good.address()};
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    m_kubo.reset();
    QCOMPARE(store->get(Cid::ofBlock(kBlock)).value(), kBlock);
}

void IpfsBlockStoreTest::gateways_helpWhenTheNodeIsSlow()
{
    const LoopbackServer good{[](const auto &, auto &to) { to.answer(200, "a sealed block"); }};
    IpfsOptions options = optionsFor(*m_kubo);
    options.gateways = {good.address()};
    options.findTimeout = 10min;
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    m_kubo->fault = Fault::Hangs;
    QCOMPARE(store->get(Cid::ofBlock(kBlock)).value(), kBlock);
}

void IpfsBlockStoreTest::gateways_helpWhenTheNodeLies()
{
    const LoopbackServer good{[](const auto &, auto &to) { to.answer(200, "a sealed block"); }};
    IpfsOptions options = optionsFor(*m_kubo);
    options.gateways = {good.address()};
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    QVERIFY(store->put(kBlock).has_value());
    m_kubo->fault = Fault::OtherBytes;
    QCOMPARE(store->get(Cid::ofBlock(kBlock)).value(), kBlock);
    QCOMPARE(good.requests(), 1);
}

void IpfsBlockStoreTest::gatewaysAlone_read()
{
    const LoopbackServer good{[](const auto &, auto &to) { to.answer(200, "a sealed block"); }};
    IpfsOptions options;
    options.gateways = {good.address()};
    const auto store = IpfsBlockStore::open(std::move(options)).value();
    QCOMPARE(store->get(Cid::ofBlock(kBlock)).value(), kBlock);
    const auto put = store->put(kBlock);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Unavailable);
    QVERIFY(put.error().detail.contains("only gateways"));
}

void IpfsBlockStoreTest::stop_endsEachCall()
{
    m_kubo->fault = Fault::Hangs;
    std::stop_source stop;
    const auto stopped = m_store->stoppedBy(stop.get_token());
    std::jthread stopping{[&] {
        while (m_kubo->server.requests() == 0) {
            std::this_thread::yield();
        }
        stop.request_stop();
    }};
    const auto put = stopped->put(kBlock);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Cancelled);
    QCOMPARE(stopped->get(Cid::ofBlock(kBlock)).error().code, ErrorCode::Cancelled);
    QCOMPARE(stopped->has(Cid::ofBlock(kBlock)).error().code, ErrorCode::Cancelled);
    QCOMPARE(stopped->check().error().code, ErrorCode::Cancelled);
    QCOMPARE(m_store->get(Cid::ofBlock(kBlock), stop.get_token()).error().code,
             ErrorCode::Cancelled);
    m_kubo->faultsLeft = 0;
    QVERIFY(m_store->put(kBlock).has_value());
}

void IpfsBlockStoreTest::check_reports()
{
    const auto report = m_store->check();
    QVERIFY(report.has_value());
    QCOMPARE(report->address, m_kubo->server.address());
    QCOMPARE(report->nodeId, "12D3KooWTest");
    QCOMPARE(report->version, "kubo/0.44.0");
    QCOMPARE(report->peers, std::optional<std::uint64_t>{2});
    QCOMPARE(report->repoBytes, std::optional<std::uint64_t>{1234});
    QCOMPARE(report->repoMost, std::optional<std::uint64_t>{5678});
}

void IpfsBlockStoreTest::check_saysWhatIsWrong()
{
    m_kubo->fault = Fault::Nonsense;
    const auto report = m_store->check();
    QVERIFY(!report);
    QCOMPARE(report.error().detail,
             "the IPFS node at " + m_kubo->server.address()
                 + " gave an answer about itself that is not Kubo's");
}

void IpfsBlockStoreTest::open_refuses()
{
    QCOMPARE(IpfsBlockStore::open({}).error().code, ErrorCode::InvalidInput);
    const auto code = [](auto change) {
        IpfsOptions options;
        options.api = "http://127.0.0.1:5001";
        change(options);
        return IpfsBlockStore::open(std::move(options)).error().code;
    };
    QCOMPARE(code([](auto &o) { o.api = "http://node.example.org:5001"; }),
             ErrorCode::InvalidInput);
    QCOMPARE(code([](auto &o) { o.gateways = {"http://gw.example.org"}; }),
             ErrorCode::InvalidInput);
    QCOMPARE(code([](auto &o) { o.caFile = "/no/such/file"; }), ErrorCode::NotFound);
    QCOMPARE(code([](auto &o) { o.authorization = secret("a\r\nX: y"); }), ErrorCode::InvalidInput);
    QCOMPARE(code([](auto &o) { o.authorization = secret("digest:x"); }), ErrorCode::InvalidInput);
}

void IpfsBlockStoreTest::objects_goThroughIt()
{
    Bytes plaintext(20 * 1024 * 1024 + 17);
    for (std::size_t i = 0; i < plaintext.size(); ++i) {
        plaintext[i] = static_cast<std::byte>(i % 251);
    }
    const auto object = testing::putObject(*m_store, store::ObjectType::Attachment, plaintext);
    QVERIFY(object.has_value());
    QVERIFY(m_kubo->server.connections() <= 10);
    QCOMPARE(m_kubo->pins.size(), object->ref.segments().size());
    QCOMPARE(testing::getObject(*m_store, *object).value(), plaintext);
    // One that is given up leaves nothing behind.
    m_kubo->fault = Fault::FullDisk;
    QVERIFY(!testing::putObject(*m_store, store::ObjectType::Attachment, plaintext));
    QCOMPARE(m_kubo->pins.size(), object->ref.segments().size());
}

QTEST_GUILESS_MAIN(IpfsBlockStoreTest)
#include "ipfs_block_store_test.moc"
