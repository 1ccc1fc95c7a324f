// SPDX-License-Identifier: Apache-2.0
#include "core/identity/key_schedule.hpp"
#include "core/identity/mnemonic.hpp"
#include "tests/core/identity/identity_vectors.hpp"

using namespace keepwell;
using namespace keepwell::testing;

class KeyScheduleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void keys_areThoseOfTheSpec()
    {
        const auto wallets
            = identityVectors(QStringLiteral("key_schedule.json"))[QStringLiteral("wallets")]
                  .toArray();
        QCOMPARE(wallets.size(), 2);
        for (const auto &entry : wallets) {
            const QJsonObject wallet = entry.toObject();
            const auto seed = secretOf<crypto::Seed>(hexBytes(wallet[QStringLiteral("seed")]));
            QVERIFY(same(identity::recoveryKey(seed).expose(), wallet, "recovery"));
            QCOMPARE(std::string{identity::toPhrase(seed).expose()},
                     testing::textOf(wallet[QStringLiteral("phrase")]));
            const auto network = idOf<contract::NetworkId>(wallet[QStringLiteral("network")]);
            for (const auto &hot : wallet[QStringLiteral("hot")].toArray()) {
                checkHot(seed, network, hot.toObject());
            }
        }
    }

private:
    static bool same(ByteView bytes, const QJsonObject &object, const char *key)
    {
        return copyOf(bytes) == hexBytes(object[QLatin1String{key}]);
    }

    static void checkHot(const crypto::Seed &seed, const contract::NetworkId &network,
                         const QJsonObject &expected)
    {
        const auto e = static_cast<std::uint32_t>(expected[QStringLiteral("e")].toDouble());
        const auto hot = identity::hotKey(seed, e);
        QVERIFY(same(hot.expose(), expected, "key"));
        QVERIFY(same(identity::selfSigningKey(hot).publicKey().view(), expected, "self"));
        for (const auto &entry : expected[QStringLiteral("relations")].toArray()) {
            const QJsonObject relation = entry.toObject();
            const identity::Relation numbers{
                static_cast<std::uint32_t>(relation[QStringLiteral("i")].toDouble()),
                static_cast<std::uint32_t>(relation[QStringLiteral("n")].toDouble())};
            QVERIFY(same(identity::pairSigningKey(hot, network, numbers).publicKey().view(),
                         relation, "sign"));
            QVERIFY(same(identity::pairSealingKey(hot, network, numbers).publicKey().view(),
                         relation, "enc"));
        }
    }
};

QTEST_APPLESS_MAIN(KeyScheduleTest)
#include "key_schedule_test.moc"
