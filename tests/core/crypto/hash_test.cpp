// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

#include <thread>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;

class HashTest : public QObject
{
    Q_OBJECT

private slots:
    void sha256_namesKnownTexts();
    void sha512_namesKnownTexts();
    void sha256_joinsItsParts();
    void sha256_isTheSameInEveryThread();
    void running_equalsOneShot();
    void hmac_agreesWithWycheproof();
    void equalConstantTime_comparesAll();
};

// FIPS 180-4 examples; NIST CSRC "Examples with Intermediate Values".
void HashTest::sha256_namesKnownTexts()
{
    using crypto::sha256;
    QCOMPARE(toHex(sha256({})),
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"s);
    QCOMPARE(toHex(sha256(bytesOf("abc"))),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"s);
    QCOMPARE(toHex(sha256(bytesOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"s);
    QCOMPARE(toHex(sha256(bytesOf(std::string(1'000'000, 'a')))),
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"s);
}

void HashTest::sha512_namesKnownTexts()
{
    QCOMPARE(toHex(crypto::sha512({bytesOf("abc")})),
             "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
             "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"s);
}

void HashTest::sha256_joinsItsParts()
{
    QVERIFY(crypto::sha256({bytesOf("a"), {}, bytesOf("bc")}) == crypto::sha256(bytesOf("abc")));
}

void HashTest::sha256_isTheSameInEveryThread()
{
    const Bytes32 expected = crypto::sha256(bytesOf("abc"));
    std::array<Bytes32, 4> found{};
    {
        std::vector<std::jthread> threads;
        for (Bytes32 &slot : found) {
            threads.emplace_back([&slot] {
                for (int i = 0; i < 1000; ++i) {
                    slot = crypto::sha256(bytesOf("abc"));
                }
            });
        }
    }
    for (const Bytes32 &slot : found) {
        QVERIFY(slot == expected);
    }
}

void HashTest::running_equalsOneShot()
{
    crypto::Sha256 running;
    running.update(bytesOf("a"));
    running.update(bytesOf("bc"));
    QVERIFY(running.finish() == crypto::sha256(bytesOf("abc")));
    running.update(bytesOf("abc"));
    crypto::Sha256 moved = std::move(running);
    QVERIFY(moved.finish() == crypto::sha256(bytesOf("abc")));
}

void HashTest::hmac_agreesWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/hmac_sha256_test.json");
    int checked = 0;
    for (const auto &[group, test, name, isValid] : wycheproof(document)) {
        const Bytes32 tag = crypto::hmacSha256(hexBytes(test[u"key"]), {hexBytes(test[u"msg"])});
        const Bytes expected = hexBytes(test[u"tag"]);
        QCOMPARE(crypto::equalConstantTime(ByteView{tag}.first(expected.size()), expected),
                 isValid);
        ++checked;
    }
    QVERIFY(checked > 50);
}

void HashTest::equalConstantTime_comparesAll()
{
    using crypto::equalConstantTime;
    QVERIFY(equalConstantTime(bytesOf("abc"), bytesOf("abc")));
    QVERIFY(equalConstantTime({}, {}));
    QVERIFY(!equalConstantTime(bytesOf("abc"), bytesOf("abd")));
    QVERIFY(!equalConstantTime(bytesOf("abc"), bytesOf("bbc")));
    QVERIFY(!equalConstantTime(bytesOf("abc"), bytesOf("ab")));
}

QTEST_GUILESS_MAIN(HashTest)
#include "hash_test.moc"
