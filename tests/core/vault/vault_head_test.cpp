// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "core/vault/passphrase.hpp"
#include "core/vault/vault_head.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::testing;
using vault::VaultHead;

namespace {

ErrorCode codeOf(const QJsonValue &expect)
{
    const QString name = expect.toString();
    return name == QStringLiteral("tampered")   ? ErrorCode::Tampered
        : name == QStringLiteral("unsupported") ? ErrorCode::Unsupported
        : name == QStringLiteral("wrong_key")   ? ErrorCode::WrongKey
                                                : ErrorCode::Failed;
}

/// What somebody can do who changes bytes and makes the checksum again.
Bytes withChecksum(Bytes head)
{
    const auto digest = crypto::sha256(ByteView{head}.first(head.size() - 32));
    std::ranges::copy(digest, head.end() - 32);
    return head;
}

} // namespace

class VaultHeadTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        crypto::initialise();
        QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS "/vault/head.json")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_vector = QJsonDocument::fromJson(file.readAll()).object();
        m_head = hexBytes(m_vector[QStringLiteral("head")]);
        QCOMPARE(m_head.size(), VaultHead::kBytes);
    }

    void head_opensWithPassphraseAndWords()
    {
        const auto head = VaultHead::parse(m_head);
        QVERIFY(head);
        QCOMPARE(head->cost().passes(), 3U);
        QCOMPARE(head->cost().memoryKiB(), 64U * 1024);
        std::string typed = m_vector[QStringLiteral("typed")].toString().toStdString();
        const auto text = vault::normalised(crypto::SecretText::take(typed));
        QVERIFY(text);
        QVERIFY(copyOf(bytesOf(text->expose())) == field("passphrase_nfc"));
        const auto key = crypto::derivePassphraseKey(*text, head->salt(), head->cost());
        QVERIFY(key && copyOf(key->expose()) == field("passphrase_key"));
        const auto byPassphrase = head->openWith(*key);
        QVERIFY(byPassphrase && copyOf(byPassphrase->expose()) == field("data_key"));
        const auto byWords
            = head->openWith(identity::recoveryKey(secretOf<crypto::Seed>(field("seed"))));
        QVERIFY(byWords && copyOf(byWords->expose()) == field("data_key"));
        QVERIFY(copyOf(vault::databaseKey(*byWords).expose()) == field("database_key"));
    }

    void head_thatWeWriteIsReadBack()
    {
        const auto dataKey = crypto::DataKey::random();
        const auto recovery = identity::RecoveryKey::random();
        const auto first = crypto::PassphraseKey::random();
        const auto second = crypto::PassphraseKey::random();
        const auto cost = crypto::PassphraseCost::high();
        const auto made = VaultHead::create(dataKey, cost, {}, first, recovery);
        const auto read = VaultHead::parse(made.bytes());
        QVERIFY(read && read->cost() == cost && read->bytes() == made.bytes());
        QVERIFY(read->openWith(first) && read->openWith(recovery));
        QCOMPARE(read->openWith(second).error().code, ErrorCode::WrongKey);

        const auto changed
            = *VaultHead::parse(read->withPassphrase(dataKey, cost, {}, second).bytes());
        QCOMPARE(changed.openWith(first).error().code, ErrorCode::WrongKey);
        QVERIFY(copyOf(changed.openWith(second)->expose()) == copyOf(dataKey.expose()));
        QVERIFY(copyOf(changed.openWith(recovery)->expose()) == copyOf(dataKey.expose()));
    }

    void head_withOneThingWrongIsRefused()
    {
        const auto cases = m_vector[QStringLiteral("bad")].toArray();
        QVERIFY(cases.size() >= 12);
        for (const auto &entry : cases) {
            const QJsonObject bad = entry.toObject();
            const auto head = VaultHead::parse(hexBytes(bad[QStringLiteral("head")]));
            QVERIFY2(!head && head.error().code == codeOf(bad[QStringLiteral("expect")]),
                     qPrintable(bad[QStringLiteral("desc")].toString()));
        }
    }

    void head_forgedIsNamed()
    {
        for (const auto &entry : m_vector[QStringLiteral("forged")].toArray()) {
            const QJsonObject forged = entry.toObject();
            const auto head = VaultHead::parse(hexBytes(forged[QStringLiteral("head")]));
            QVERIFY2(head, qPrintable(forged[QStringLiteral("desc")].toString()));
            const auto opened = head->openWith(passphraseKey());
            QVERIFY2(!opened && opened.error().code == codeOf(forged[QStringLiteral("expect")]),
                     qPrintable(forged[QStringLiteral("desc")].toString()));
        }
    }

    void head_changedAnywhereIsDamaged()
    {
        for (std::size_t bit = 0; bit < m_head.size() * 8; ++bit) {
            const auto head = VaultHead::parse(withBitFlipped(m_head, bit));
            QVERIFY2(!head, std::to_string(bit).c_str());
            const bool claimsNewer = bit / 8 >= 7 && bit / 8 < 12;
            QVERIFY2(head.error().code == ErrorCode::Tampered
                         || (claimsNewer && head.error().code == ErrorCode::Unsupported),
                     std::to_string(bit).c_str());
        }
    }

    void head_forgedAnywhereNeverOpens()
    {
        const auto recovery = secretOf<identity::RecoveryKey>(field("recovery"));
        for (std::size_t bit = 0; bit < (m_head.size() - 32) * 8; ++bit) {
            const auto head = VaultHead::parse(withChecksum(withBitFlipped(m_head, bit)));
            if (!head) {
                QVERIFY(head.error().code == ErrorCode::Tampered
                        || head.error().code == ErrorCode::Unsupported);
                continue;
            }
            const std::string place = std::to_string(bit);
            const auto byPassphrase = head->openWith(passphraseKey());
            QVERIFY2(!byPassphrase, place.c_str());
            QVERIFY2(byPassphrase.error().code == ErrorCode::Tampered
                         || byPassphrase.error().code == ErrorCode::WrongKey,
                     place.c_str());
            QVERIFY2(!head->openWith(recovery), place.c_str());
        }
    }

    void head_cutAnywhereIsDamaged()
    {
        for (std::size_t size = 0; size < m_head.size(); ++size) {
            const auto cut = VaultHead::parse(ByteView{m_head}.first(size));
            QVERIFY2(!cut && cut.error().code == ErrorCode::Tampered, std::to_string(size).c_str());
            if (size >= 32) {
                QVERIFY(!VaultHead::parse(withChecksum(copyOf(ByteView{m_head}.first(size)))));
            }
        }
        QVERIFY(!VaultHead::parse(Bytes(100'000, std::byte{0})));
    }

    void head_neverOpensWithSlotsOfAnother()
    {
        const auto dataKey = crypto::DataKey::random();
        const auto cost = crypto::PassphraseCost::low();
        const auto key = crypto::PassphraseKey::random();
        const auto recovery = identity::RecoveryKey::random();
        const Bytes one = VaultHead::create(dataKey, cost, {}, key, recovery).bytes();
        const Bytes other = VaultHead::create(dataKey, cost, {}, key, recovery).bytes();
        Bytes mixed = one;
        std::copy_n(other.begin() + 152, 128, mixed.begin() + 152);
        const auto head = VaultHead::parse(withChecksum(mixed));
        QVERIFY(head);
        QCOMPARE(head->openWith(key).error().code, ErrorCode::Tampered);
    }

private:
    Bytes field(const char *name) const { return hexBytes(m_vector[QLatin1String{name}]); }
    crypto::PassphraseKey passphraseKey() const
    {
        return secretOf<crypto::PassphraseKey>(field("passphrase_key"));
    }

    QJsonObject m_vector;
    Bytes m_head;
};

QTEST_APPLESS_MAIN(VaultHeadTest)
#include "vault_head_test.moc"
