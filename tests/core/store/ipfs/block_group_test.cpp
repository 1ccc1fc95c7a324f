// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/store/ipfs/block_group.hpp"

#include <QTest>

using namespace keepwell;
using store::BlockGroup;
using store::Cid;

namespace {

/// `ipfs dag put --store-codec dag-pb` (Kubo 0.44) of {"Links":[{"Hash":{"/":CID}}, …]} with the CIDs
/// that `ipfs block put` gave for "block 2", "block 0", "block 1": its CID, and `ipfs block get` of it.
constexpr const char *kRoot = "bafybeia2kwacxxya6unjzfqqydz64h32mt2fhp32qviab27ameh2o6g6je";
constexpr const char *kBytes
    = "12260a24015512203c2001aacceab201c95baff79bd10da83adf2ee27bf846777c8b78de5eed6ea5"
      "12260a2401551220b280d41aeb995be37ebe7594ca13036fefa9d29b194015a137077017bbe0e947"
      "12260a2401551220cabdbdfa02c612a9652e5e4965db9180b25e68ffcdb4deb4b278992a3967c67f";

Cid cidOf(int number) { return Cid::ofBlock(bytesOf("block " + std::to_string(number))); }

} // namespace

class BlockGroupTest : public QObject
{
    Q_OBJECT

private slots:
    void group_isWhatKuboMakesOfIt()
    {
        const auto group = BlockGroup::of({cidOf(0), cidOf(1), cidOf(2), cidOf(1)});
        QVERIFY(group.has_value());
        QCOMPARE(group->blocks(), (std::vector{cidOf(2), cidOf(0), cidOf(1)}));
        QCOMPARE(toHex(group->encode()), std::string{kBytes});
        QCOMPARE(group->root(), std::string{kRoot});
    }

    void parse_readsIt()
    {
        const Bytes bytes = fromHex(kBytes).value();
        QCOMPARE(BlockGroup::parse(bytes).value().blocks(),
                 (std::vector{cidOf(2), cidOf(0), cidOf(1)}));
        // Cut anywhere but between two links, it is refused; of a flipped bit nothing else comes.
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const bool isWhole = size > 0 && size % 40 == 0;
            QCOMPARE(BlockGroup::parse(ByteView{bytes}.first(size)).has_value(), isWhole);
        }
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes flipped = bytes;
            flipped[bit / 8] ^= std::byte{1} << (bit % 8);
            const auto read = BlockGroup::parse(flipped);
            QVERIFY(!read || read->encode() == flipped);
        }
        Bytes turned = copyOf(ByteView{bytes}.subspan(40));
        append(turned, ByteView{bytes}.first(40));
        QVERIFY(!BlockGroup::parse(turned));
    }

    void of_refusesNoneAndTooMany()
    {
        QCOMPARE(BlockGroup::of({}).error().code, ErrorCode::InvalidInput);
        std::vector<Cid> many;
        for (int i = 0; i <= static_cast<int>(BlockGroup::kMostBlocks); ++i) {
            many.push_back(cidOf(i));
        }
        QCOMPARE(BlockGroup::of(many).error().code, ErrorCode::InvalidInput);
        many.pop_back();
        // Still a block that a node takes.
        QVERIFY(BlockGroup::of(many).value().encode().size() <= 1024 * 1024);
    }
};

QTEST_APPLESS_MAIN(BlockGroupTest)
#include "block_group_test.moc"
