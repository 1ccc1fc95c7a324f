// SPDX-License-Identifier: Apache-2.0
// bench_records import keyed|plain DATABASE PATH…   imports, prints how many records went in
// bench_records query keyed|plain DATABASE          prints {"two_words_p99_us": …, …}
#include "core/base/clock.hpp"
#include "core/crypto/sodium.hpp"
#include "core/records/importer.hpp"
#include "core/records/whose.hpp"
#include "core/vault/database.hpp"
#include "core/vault/migrations.hpp"
#include "core/vault/record_table.hpp"

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace keepwell;

namespace {

[[noreturn]] void end(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.detail.c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result)
{
    if (!result) {
        end(result.error());
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

crypto::DatabaseKey benchKey()
{
    return crypto::DatabaseKey::make(
        [](std::span<std::byte, 32> bytes) { std::ranges::fill(bytes, std::byte{0x42}); });
}

vault::Database openDatabase(const std::string &mode, const std::filesystem::path &file)
{
    if (mode == "plain") {
        return must(vault::Database::openUnkeyed(file));
    }
    const crypto::DatabaseKey key = benchKey();
    return must(std::filesystem::exists(file) ? vault::Database::open(file, key)
                                              : vault::Database::create(file, key));
}

void import(vault::Database &database, std::vector<std::filesystem::path> paths)
{
    must(vault::migrate(database));
    records::ImportOptions options;
    options.person = must(records::addPerson(database, "Me", {}, true));
    const auto report = must(records::importFiles(database, SystemClock{}, paths, options));
    std::printf("{\"added\": %llu, \"rejected\": %zu}\n",
                static_cast<unsigned long long>(report.added), report.rejected.size());
}

double cpuMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// Cost of each call over `rounds` rounds of all `count` calls; the first round warms up.
std::vector<double> costs(int rounds, std::size_t count,
                          const std::function<void(std::size_t)> &call)
{
    std::vector<double> found;
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t i = 0; i < count; ++i) {
            const double before = cpuMicroseconds();
            call(i);
            if (round > 0) {
                found.push_back(cpuMicroseconds() - before);
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

double at(const std::vector<double> &sorted, double part)
{
    return sorted[static_cast<std::size_t>(static_cast<double>(sorted.size() - 1) * part)];
}

const std::vector<std::string> kTwoWords{
    "body mass",    "blood pressure",  "glucose blood",   "heart rate",     "general examination",
    "acute bronch", "tobacco smoking", "vaccine flu",     "visit hospital", "pain severity",
    "sodium serum", "oral tablet",     "low density",     "medical center", "hemoglobin volume",
    "claim urgent", "wellness",        "leukocytes auto", "urea nitrogen",  "encounter problem"};

/// What a list asks for while somebody types these.
std::vector<std::string> typed()
{
    std::vector<std::string> prefixes;
    for (const std::string word : {"hemoglobin", "blood pressure", "metformin", "visit",
                                   "insurance", "cholesterol", "influenza", "examination"}) {
        for (std::size_t length = 1; length <= word.size(); ++length) {
            prefixes.push_back(word.substr(0, length));
        }
    }
    return prefixes;
}

void query(vault::Database &database)
{
    vault::RecordTable table{database};
    vault::RecordFilter filter;
    filter.limit = 50;
    const auto search = [&](const std::string &words) {
        filter.search = words;
        must(table.list(filter));
    };
    const auto two = costs(20, kTwoWords.size(), [&](std::size_t i) { search(kTwoWords[i]); });
    const std::vector<std::string> prefixes = typed();
    const auto prefix = costs(20, prefixes.size(), [&](std::size_t i) { search(prefixes[i]); });

    vault::RecordFilter all;
    all.limit = 0;
    const auto rows = must(table.list(all));
    std::vector<vault::RecordId> starts;
    for (std::size_t i = 0; i + 200 < rows.size();
         i += std::max<std::size_t>(rows.size() / 50, 1)) {
        starts.push_back(rows[i].id);
    }
    vault::RecordFilter page;
    page.limit = 100;
    const auto pages
        = costs(20, starts.size(), [&](std::size_t i) { must(table.list(page, starts[i])); });
    // The peer: the same columns from an index that covers them.
    must(database.execute("CREATE INDEX IF NOT EXISTS bench_covering ON record (id, kind, title, "
                          "date, source, person, sender, batch)"));
    const auto covering = costs(20, starts.size(), [&](std::size_t i) {
        auto statement = must(database.prepare(
            "SELECT id, kind, title, date, source, person, sender, batch FROM record INDEXED BY "
            "bench_covering WHERE id < ?1 ORDER BY id DESC LIMIT 100"));
        statement.bind(static_cast<std::int64_t>(starts[i]));
        while (must(statement.step())) {
            for (int column = 0; column < 8; ++column) {
                statement.textAt(column);
            }
        }
    });
    must(database.execute("DROP INDEX bench_covering"));
    std::printf("{\"records\": %zu, \"two_words_p99_us\": %.1f, \"prefix_p99_us\": %.1f, "
                "\"page_p50_us\": %.1f, \"covering_p50_us\": %.1f}\n",
                rows.size(), at(two, 0.99), at(prefix, 0.99), at(pages, 0.5), at(covering, 0.5));
}

} // namespace

int main(int count, char **words)
{
    if (count < 4) {
        std::fprintf(stderr, "usage: bench_records import|query keyed|plain DATABASE [PATH …]\n");
        return 2;
    }
    crypto::initialise();
    vault::Database database = openDatabase(words[2], words[3]);
    if (std::string_view{words[1]} == "import") {
        import(database, {words + 4, words + count});
    } else {
        query(database);
    }
}
