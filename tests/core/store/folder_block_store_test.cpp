// SPDX-License-Identifier: Apache-2.0
#include "core/store/folder_block_store.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>
#include <vector>

using namespace keepwell;
using namespace std::literals;
using store::BlockStore;
using store::Cid;
using store::FolderBlockStore;
namespace fs = std::filesystem;

class FolderBlockStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void put_keepsTheBlock();
    void put_refusesTooLarge();
    void put_thatCannotWriteLeavesNothing();
    void get_namesWhatIsMissing();
    void get_findsEveryFlippedByte();
    void get_findsCutsAndSwaps();
    void get_readsNothingButFiles();
    void put_mendsABrokenBlock();
    void put_withoutItsObjectHasNoName();
    void list_namesEveryBlock();
    void remove_isTwiceTheSame();
    void files_arePrivate();
    void files_haveTheNamesOfKubo();
    void folder_mayBeMoved();
    void folder_thatIsGoneIsSaid();
    void open_refusesAFileInItsPlace();
    void open_removesOldTemporaries();
    void threads_mayShareIt();
    void processes_mayShareIt();

private:
    fs::path fileOf(const Cid &cid) const;
    Cid kept(const std::string &bytes) const;
    void overwrite(const Cid &cid, const std::string &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_path;
    std::unique_ptr<FolderBlockStore> m_store;
};

void FolderBlockStoreTest::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = fs::path{m_dir->path().toStdString()} / "blocks";
    m_store = FolderBlockStore::open(m_path).value();
}

fs::path FolderBlockStoreTest::fileOf(const Cid &cid) const
{
    const std::string name = cid.toString();
    return m_path / name.substr(name.size() - 3, 2) / name;
}

Cid FolderBlockStoreTest::kept(const std::string &bytes) const
{
    const Cid cid = m_store->put(bytesOf(bytes)).value();
    if (!m_store->sync({cid})) {
        qFatal("a block cannot be kept");
    }
    return cid;
}

void FolderBlockStoreTest::overwrite(const Cid &cid, const std::string &bytes) const
{
    QFile file{fileOf(cid)};
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
}

void FolderBlockStoreTest::put_keepsTheBlock()
{
    const Cid cid = kept("a block");
    QVERIFY(cid == Cid::ofBlock(bytesOf("a block")));
    QVERIFY(m_store->put(bytesOf("a block")) == cid);
    QVERIFY(m_store->sync({cid}).has_value());
    QCOMPARE(textOf(m_store->get(cid).value()), "a block"sv);
    QVERIFY(m_store->has(cid).value());
    // Another opening of the folder sees it too.
    QCOMPARE(textOf(FolderBlockStore::open(m_path).value()->get(cid).value()), "a block"sv);
    const Cid empty = m_store->put({}).value();
    QVERIFY(m_store->get(empty).value().empty());
}

void FolderBlockStoreTest::put_refusesTooLarge()
{
    QVERIFY(m_store->put(Bytes(BlockStore::kMostBlockBytes)).has_value());
    QCOMPARE(m_store->put(Bytes(BlockStore::kMostBlockBytes + 1)).error().code,
             ErrorCode::InvalidInput);
}

/// A limit on the size of files fails in the middle of a write, as a full disk does.
void FolderBlockStoreTest::put_thatCannotWriteLeavesNothing()
{
    rlimit old{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto put = m_store->put(Bytes(2000));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(put.error().code, ErrorCode::Unavailable);
    QVERIFY(fs::is_empty(m_path / "tmp"));
    QCOMPARE(m_store->get(Cid::ofBlock(Bytes(2000))).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->put(Bytes(2000)).has_value());
}

void FolderBlockStoreTest::get_namesWhatIsMissing()
{
    const Cid cid = Cid::ofBlock(bytesOf("never put"));
    const auto block = m_store->get(cid);
    QCOMPARE(block.error().code, ErrorCode::NotFound);
    QVERIFY(block.error().detail.contains(cid.toString()));
    QVERIFY(!m_store->has(cid).value());
}

void FolderBlockStoreTest::get_findsEveryFlippedByte()
{
    const std::string bytes = "a block of some bytes";
    const Cid cid = kept(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string flipped = bytes;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        overwrite(cid, flipped);
        const auto block = m_store->get(cid);
        QCOMPARE(block.error().code, ErrorCode::Tampered);
        QVERIFY(block.error().detail.contains(cid.toString()));
    }
}

void FolderBlockStoreTest::get_findsCutsAndSwaps()
{
    const std::string bytes = "a block of some bytes";
    const Cid cid = kept(bytes);
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        overwrite(cid, bytes.substr(0, cut));
        QCOMPARE(m_store->get(cid).error().code, ErrorCode::Tampered);
    }
    overwrite(cid, bytes + "x");
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::Tampered);
    overwrite(cid, std::string(BlockStore::kMostBlockBytes + 1, 'x'));
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::Tampered);

    const Cid other = kept("another block");
    overwrite(cid, "another block");
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::Tampered);
    QVERIFY(m_store->get(other).has_value());
}

void FolderBlockStoreTest::get_readsNothingButFiles()
{
    const Cid cid = kept("a block");
    const fs::path file = fileOf(cid);
    fs::remove(file);
    QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::Tampered);
    fs::remove(file);
    fs::create_directory(file);
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::Tampered);
    fs::remove(file);
    std::ofstream{m_path / "elsewhere"} << "a block";
    fs::create_symlink(m_path / "elsewhere", file);
    QVERIFY(!m_store->get(cid).has_value());
}

void FolderBlockStoreTest::put_mendsABrokenBlock()
{
    const Cid cid = kept("a block");
    overwrite(cid, "a blo");
    QVERIFY(m_store->put(bytesOf("a block")).has_value());
    QCOMPARE(textOf(m_store->get(cid).value()), "a block"sv);
}

void FolderBlockStoreTest::put_withoutItsObjectHasNoName()
{
    const auto files = [&] { return std::distance(fs::directory_iterator{m_path / "tmp"}, {}); };
    auto other = FolderBlockStore::open(m_path).value();
    const Cid lost = other->put(bytesOf("lost")).value();
    const Cid removed = other->put(bytesOf("removed")).value();
    const Cid cid = other->put(bytesOf("a block")).value();
    QCOMPARE(files(), 3);
    QCOMPARE(textOf(other->get(cid).value()), "a block"sv);
    QVERIFY(other->has(cid).value());
    QVERIFY(!m_store->has(cid).value()); // as a process would find it after a crash
    QVERIFY(other->remove({removed}).has_value());
    QVERIFY(other->sync({cid}).has_value());
    QVERIFY(m_store->has(cid).value());
    QCOMPARE(m_store->list().value(), std::vector{cid});
    QCOMPARE(files(), 1);
    other.reset();
    QCOMPARE(files(), 0);
    QVERIFY(!m_store->has(lost).value());
}

void FolderBlockStoreTest::list_namesEveryBlock()
{
    QVERIFY(m_store->list().value().empty());
    std::vector<Cid> cids;
    for (const char *text : {"one", "two", "three"}) {
        cids.push_back(kept(text));
    }
    std::ofstream{fileOf(cids.front()).parent_path() / "stray"} << "no block";
    std::vector<Cid> listed = m_store->list().value();
    std::ranges::sort(listed);
    std::ranges::sort(cids);
    QCOMPARE(listed, cids);
}

void FolderBlockStoreTest::remove_isTwiceTheSame()
{
    const Cid cid = kept("a block");
    QVERIFY(m_store->remove({cid}).has_value());
    QVERIFY(m_store->remove({cid}).has_value());
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->sync({cid}).has_value());
}

void FolderBlockStoreTest::files_arePrivate()
{
    (void)kept("a block");
    const auto permissionsOf = [](const fs::path &path) {
        return static_cast<unsigned>(fs::status(path).permissions());
    };
    QCOMPARE(permissionsOf(m_path), 0700U);
    int files = 0;
    for (const auto &entry : fs::recursive_directory_iterator{m_path}) {
        QCOMPARE(permissionsOf(entry.path()), entry.is_directory() ? 0700U : 0600U);
        files += entry.is_regular_file() ? 1 : 0;
    }
    QCOMPARE(files, 1);
}

void FolderBlockStoreTest::files_haveTheNamesOfKubo()
{
    (void)kept("hello");
    QVERIFY(fs::is_regular_file(m_path / "ye"
                                / "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq"));
}

void FolderBlockStoreTest::folder_mayBeMoved()
{
    const Cid cid = kept("a block");
    fs::rename(m_path, m_path.parent_path() / "moved");
    QVERIFY(m_store->get(cid).has_value());
    QVERIFY(m_store->put(bytesOf("one more")).has_value());
}

void FolderBlockStoreTest::folder_thatIsGoneIsSaid()
{
    const Cid cid = kept("a block");
    fs::remove_all(m_path);
    QCOMPARE(m_store->get(cid).error().code, ErrorCode::Unavailable);
    QCOMPARE(m_store->has(cid).error().code, ErrorCode::Unavailable);
    QCOMPARE(m_store->put(bytesOf("one more")).error().code, ErrorCode::Unavailable);
}

void FolderBlockStoreTest::open_refusesAFileInItsPlace()
{
    const fs::path file = m_path.parent_path() / "file";
    std::ofstream{file} << "x";
    QCOMPARE(FolderBlockStore::open(file).error().code, ErrorCode::Unavailable);
    QCOMPARE(FolderBlockStore::open(file / "below").error().code, ErrorCode::Unavailable);
}

void FolderBlockStoreTest::open_removesOldTemporaries()
{
    const fs::path oldFile = m_path / "tmp" / "old";
    const fs::path newFile = m_path / "tmp" / "new";
    std::ofstream{oldFile} << "x";
    std::ofstream{newFile} << "x";
    fs::last_write_time(oldFile, fs::file_time_type::clock::now() - std::chrono::hours{25});
    QVERIFY(FolderBlockStore::open(m_path).has_value());
    QVERIFY(!fs::exists(oldFile));
    QVERIFY(fs::exists(newFile));
}

void FolderBlockStoreTest::threads_mayShareIt()
{
    std::vector<std::jthread> threads;
    std::array<bool, 4> fine{};
    for (std::size_t t = 0; t < fine.size(); ++t) {
        threads.emplace_back([this, t, &fine] {
            bool all = true;
            for (int i = 0; i < 100; ++i) {
                // Every second block is the same for all threads.
                const std::string bytes
                    = std::to_string(i % 2 == 0 ? 0 : t) + ' ' + std::to_string(i);
                const auto cid = m_store->put(bytesOf(bytes));
                all = all && cid && m_store->sync({*cid})
                    && textOf(m_store->get(*cid).value_or(Bytes{})) == bytes;
            }
            fine[t] = all;
        });
    }
    threads.clear();
    QVERIFY(std::ranges::all_of(fine, std::identity{}));
    QVERIFY(fs::is_empty(m_path / "tmp"));
}

void FolderBlockStoreTest::processes_mayShareIt()
{
    constexpr int kBlocks = 200;
    const auto blockOf = [](int i) { return "block " + std::to_string(i); };
    std::vector<pid_t> children;
    for (int p = 0; p < 3; ++p) {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto own = FolderBlockStore::open(m_path);
            bool all = own.has_value();
            std::vector<Cid> cids;
            for (int i = 0; i < kBlocks && all; ++i) {
                const auto cid = (*own)->put(bytesOf(blockOf(i)));
                all = cid.has_value();
                cids.push_back(cid.value_or(Cid::ofBlock({})));
            }
            ::_exit(all && (*own)->sync(cids) ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    for (int i = 0; i < kBlocks; ++i) {
        QVERIFY(m_store->get(Cid::ofBlock(bytesOf(blockOf(i)))).has_value());
    }
}

QTEST_GUILESS_MAIN(FolderBlockStoreTest)
#include "folder_block_store_test.moc"
