// SPDX-License-Identifier: Apache-2.0
#include "core/identity/hello.hpp"
#include "core/identity/invite.hpp"
#include "tests/core/identity/identity_vectors.hpp"

using namespace keepwell;
using namespace keepwell::testing;
using identity::Hello;
using identity::Invite;
using identity::InviteContent;

namespace {

crypto::SigningKey keyOf(const QJsonObject &vector)
{
    return crypto::SigningKey::fromSeed(
        secretOf<crypto::SigningKey::SeedBytes>(hexBytes(vector[QStringLiteral("signing_seed")])));
}

contract::SealingPublicKey sealingOf(const QJsonObject &vector)
{
    return crypto::SealingKey::fromSecret(secretOf<crypto::SealingKey::SecretBytes>(
                                              hexBytes(vector[QStringLiteral("sealing_secret")])))
        .publicKey();
}

InviteContent contentOf(const QJsonObject &vector)
{
    return {.network = idOf<contract::NetworkId>(vector[QStringLiteral("network")]),
            .custodian = testing::textOf(vector[QStringLiteral("custodian")]),
            .name = testing::textOf(vector[QStringLiteral("name")]),
            .role = *identity::parseRole(testing::textOf(vector[QStringLiteral("role")])),
            .sign = keyOf(vector).publicKey(),
            .enc = sealingOf(vector),
            .expires = Instant{std::chrono::seconds{vector[QStringLiteral("expires")].toInt()}}};
}

} // namespace

class InviteTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        crypto::initialise();
        m_invite = identityVectors(QStringLiteral("invite.json"));
        m_hello = identityVectors(QStringLiteral("hello.json"));
    }

    void invite_hasTheBytesOfTheSpec()
    {
        const auto invite = Invite::sign(contentOf(m_invite), keyOf(m_invite));
        QVERIFY(invite);
        QVERIFY(invite->file() == hexBytes(m_invite[QStringLiteral("file")]));
        QCOMPARE(invite->link(), testing::textOf(m_invite[QStringLiteral("link")]));
    }

    void invite_isReadFromFileAndLink()
    {
        const Bytes file = hexBytes(m_invite[QStringLiteral("file")]);
        const auto fromFile = Invite::parse(file);
        QVERIFY(fromFile && fromFile->content() == contentOf(m_invite));
        const std::string link = testing::textOf(m_invite[QStringLiteral("link")]);
        const auto fromLink = Invite::parse(bytesOf("\n  " + link + " \r\n"));
        QVERIFY(fromLink && fromLink->file() == file);
    }

    void invite_withOneThingWrongIsRefused()
    {
        const auto cases
            = identityVectors(QStringLiteral("invite_bad.json"))[QStringLiteral("cases")].toArray();
        QVERIFY(cases.size() >= 12);
        for (const auto &entry : cases) {
            const QJsonObject bad = entry.toObject();
            const auto invite = Invite::parse(hexBytes(bad[QStringLiteral("file")]));
            const std::string expect = testing::textOf(bad[QStringLiteral("expect")]);
            const auto code = expect == "invalid" ? ErrorCode::InvalidInput
                : expect == "unsupported"         ? ErrorCode::Unsupported
                                                  : ErrorCode::Tampered;
            QVERIFY2(!invite && invite.error().code == code,
                     qPrintable(bad[QStringLiteral("desc")].toString()));
        }
    }

    void invite_cutOrChangedAnywhereIsRefused()
    {
        const Bytes file = hexBytes(m_invite[QStringLiteral("file")]);
        for (std::size_t size = 0; size < file.size(); ++size) {
            QVERIFY2(!Invite::parse(ByteView{file}.first(size)), std::to_string(size).c_str());
        }
        for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
            QVERIFY2(!Invite::parse(withBitFlipped(file, bit)), std::to_string(bit).c_str());
        }
        Bytes longer = file;
        longer.push_back(std::byte{0});
        QVERIFY(!Invite::parse(longer));
        QVERIFY(!Invite::parse(Bytes(100'000, std::byte{0})));
    }

    void link_thatIsBrokenIsRefused()
    {
        const std::string link = testing::textOf(m_invite[QStringLiteral("link")]);
        for (std::size_t size = 0; size < link.size(); ++size) {
            QVERIFY(!Invite::parse(bytesOf(link.substr(0, size))));
        }
        for (const auto &bad : {link + "=", link + "A", link + " x", "http:" + link.substr(9)}) {
            QVERIFY(!Invite::parse(bytesOf(bad)));
        }
    }

    void invite_holdsForOneNetworkUntilItExpires()
    {
        const auto invite = *Invite::parse(hexBytes(m_invite[QStringLiteral("file")]));
        const auto network = invite.content().network;
        const auto expires = invite.content().expires;
        QVERIFY(invite.checkFor(network, expires - std::chrono::seconds{1}));
        QCOMPARE(invite.checkFor(network, expires).error().code, ErrorCode::Denied);
        Bytes32 other{};
        other.fill(std::byte{0x77});
        const auto elsewhere = invite.checkFor(contract::NetworkId{other}, Instant{});
        QCOMPARE(elsewhere.error().code, ErrorCode::Denied);
        QVERIFY(elsewhere.error().detail.find(network.toHex()) != std::string::npos);
        QVERIFY(elsewhere.error().detail.find("7777") != std::string::npos);
    }

    void invite_isNotMadeWithANameThatCannotBeShown()
    {
        auto content = contentOf(m_invite);
        for (const auto *name : {"", " Ana", "A\nna", "A\u202Ena"}) {
            content.name = name;
            QVERIFY(!Invite::sign(content, keyOf(m_invite)));
        }
    }

    void hello_hasTheBytesOfTheSpec()
    {
        const Hello hello{.network = idOf<contract::NetworkId>(m_hello[QStringLiteral("network")]),
                          .invite = idOf<contract::PublicKey>(m_hello[QStringLiteral("invite")]),
                          .name = testing::textOf(m_hello[QStringLiteral("name")]),
                          .role = identity::Role::Patient,
                          .sign = keyOf(m_hello).publicKey(),
                          .enc = sealingOf(m_hello)};
        const auto made = identity::signHello(hello, keyOf(m_hello));
        const Bytes expected = hexBytes(m_hello[QStringLiteral("bytes")]);
        QVERIFY(made && *made == expected);
        const auto read = identity::parseHello(expected, hello.network, hello.invite);
        QVERIFY(read && *read == hello);
        QVERIFY(expected.size() <= identity::kMostHelloBytes);
        QCOMPARE(identity::parseHello(expected, hello.network, hello.sign).error().code,
                 ErrorCode::Denied);
        QCOMPARE(identity::parseHello(expected, contract::NetworkId{}, hello.invite).error().code,
                 ErrorCode::Denied);
    }

    void hello_cutOrChangedAnywhereIsRefused()
    {
        const Bytes bytes = hexBytes(m_hello[QStringLiteral("bytes")]);
        const auto network = idOf<contract::NetworkId>(m_hello[QStringLiteral("network")]);
        const auto invite = idOf<contract::PublicKey>(m_hello[QStringLiteral("invite")]);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(!identity::parseHello(ByteView{bytes}.first(size), network, invite));
        }
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            QVERIFY(!identity::parseHello(withBitFlipped(bytes, bit), network, invite));
        }
    }

private:
    QJsonObject m_invite;
    QJsonObject m_hello;
};

QTEST_APPLESS_MAIN(InviteTest)
#include "invite_test.moc"
