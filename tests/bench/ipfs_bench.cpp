// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/crypto/sodium.hpp"
#include "core/store/ipfs/outgoing_block_store.hpp"
#include "core/store/object_reader.hpp"
#include "core/store/object_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace keepwell;
using namespace std::literals;
using store::IpfsBlockStore;

namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;
using Words = std::vector<std::string>;

constexpr const char *kUsage
    = "bench_ipfs [--api URL] [--gateway URL]... [--secret-file FILE] [--ca FILE] [--find MS] "
      "[--at-once N] "
      "ACT\n"
      "  check\n"
      "  put FILE REFERENCE             seal FILE into blocks, and bring them to the node\n"
      "  put-singly FILE REFERENCE      the same, each block pinned by itself\n"
      "  get REFERENCE FILE             open it again\n"
      "  count REFERENCE                how many of its blocks the node has\n"
      "  remove REFERENCE\n"
      "  queue FOLDER FILE REFERENCE    seal it into blocks that wait in FOLDER\n"
      "  send FOLDER                    bring those to the node\n"
      "The exit status is that of the error (core/base/result.hpp).\n";

Result<std::string> textOfFile(const std::string &path)
{
    std::ifstream stream{path, std::ios::binary};
    if (!stream) {
        return fail(ErrorCode::NotFound, "cannot read " + path);
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

Result<> sealInto(store::BlockStore &blocks, const std::string &input, const std::string &reference)
{
    store::ObjectWriter writer{blocks, store::ObjectType::Attachment};
    const int file = ::open(input.c_str(), O_RDONLY | O_CLOEXEC);
    Bytes piece(kPieceBytes);
    ssize_t got = 0;
    while ((got = ::read(file, piece.data(), piece.size())) > 0) {
        KEEPWELL_CHECK(writer.append(ByteView{piece}.first(static_cast<std::size_t>(got))));
    }
    if (got < 0) {
        return fail(ErrorCode::NotFound, "cannot read " + input);
    }
    KEEPWELL_TRY(const auto object, writer.finish());
    std::ofstream{reference} << toHex(object.encode());
    return {};
}

Result<store::KeyedObjectRef> referenceAt(const std::string &path)
{
    KEEPWELL_TRY(const std::string text, textOfFile(path));
    KEEPWELL_TRY(const Bytes bytes, fromHex(text));
    return store::KeyedObjectRef::parse(bytes);
}

Result<> openFrom(const store::BlockStore &blocks, const std::string &reference,
                  const std::string &output)
{
    KEEPWELL_TRY(const auto object, referenceAt(reference));
    KEEPWELL_TRY(auto reader, store::ObjectReader::open(blocks, object.ref, object.key));
    const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    return reader.readAll([file](ByteView bytes) -> Result<> {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file, bytes.data(), bytes.size());
            if (written <= 0) {
                return fail(ErrorCode::Failed, "cannot write");
            }
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    });
}

Result<> check(const IpfsBlockStore &blocks)
{
    KEEPWELL_TRY(const store::IpfsReport report, blocks.check());
    std::printf("%s %s %s peers=%lld repo=%lld of %lld\n", report.address.c_str(),
                report.nodeId.c_str(), report.version.c_str(),
                static_cast<long long>(report.peers.value_or(0)),
                static_cast<long long>(report.repoBytes.value_or(0)),
                static_cast<long long>(report.repoMost.value_or(0)));
    for (const store::IpfsGatewayReport &gateway : report.gateways) {
        std::printf("%s: %s\n", gateway.address.c_str(),
                    gateway.problem.empty() ? "answers" : gateway.problem.c_str());
    }
    return {};
}

Result<> count(const IpfsBlockStore &blocks, const std::string &reference)
{
    KEEPWELL_TRY(const auto object, referenceAt(reference));
    std::size_t found = 0;
    for (const store::Cid &cid : object.ref.segments()) {
        KEEPWELL_TRY(const bool is, blocks.has(cid));
        found += is ? 1 : 0;
    }
    std::printf("%zu of %zu\n", found, object.ref.segments().size());
    return {};
}

Result<> run(const std::shared_ptr<IpfsBlockStore> &blocks, const Words &words)
{
    const auto is = [&](std::string_view act, std::size_t size) {
        return words.size() == size && words[0] == act;
    };
    if (is("check", 1)) {
        return check(*blocks);
    }
    if (is("put", 3)) {
        const std::string folder = words[2] + ".waiting";
        KEEPWELL_TRY(const auto outgoing, store::OutgoingBlockStore::open(folder, blocks));
        KEEPWELL_CHECK(sealInto(*outgoing, words[1], words[2]));
        const auto sent = outgoing->sendWaiting({});
        std::filesystem::remove_all(folder);
        return sent;
    }
    if (is("put-singly", 3)) {
        return sealInto(*blocks, words[1], words[2]);
    }
    if (is("get", 3)) {
        return openFrom(*blocks, words[1], words[2]);
    }
    if (is("count", 2)) {
        return count(*blocks, words[1]);
    }
    if (is("remove", 2)) {
        KEEPWELL_TRY(const auto object, referenceAt(words[1]));
        return blocks->remove(object.ref.segments());
    }
    if (is("queue", 4)) {
        KEEPWELL_TRY(const auto outgoing, store::OutgoingBlockStore::open(words[1], blocks));
        return sealInto(*outgoing, words[2], words[3]);
    }
    if (is("send", 2)) {
        KEEPWELL_TRY(const auto outgoing, store::OutgoingBlockStore::open(words[1], blocks));
        return outgoing->sendWaiting({});
    }
    return fail(ErrorCode::Usage, kUsage);
}

Result<store::IpfsOptions> takeOptions(Words &words)
{
    store::IpfsOptions options;
    while (words.size() >= 2 && words[0].starts_with("--")) {
        const std::string name = words[0];
        const std::string value = words[1];
        words.erase(words.begin(), words.begin() + 2);
        if (name == "--api") {
            options.api = value;
        } else if (name == "--gateway") {
            options.gateways.push_back(value);
        } else if (name == "--secret-file") {
            KEEPWELL_TRY(std::string secret, textOfFile(value));
            options.authorization = crypto::SecretText::take(secret);
        } else if (name == "--ca") {
            options.caFile = value;
        } else if (name == "--find") {
            options.findTimeout = std::chrono::milliseconds{std::atoi(value.c_str())};
        } else if (name == "--at-once") {
            options.atOnce = static_cast<unsigned>(std::atoi(value.c_str()));
        } else {
            return fail(ErrorCode::Usage, kUsage);
        }
    }
    return options;
}

Result<> perform(Words words)
{
    KEEPWELL_TRY(store::IpfsOptions options, takeOptions(words));
    KEEPWELL_TRY(const auto blocks, IpfsBlockStore::open(std::move(options)));
    return run(blocks, words);
}

} // namespace

/// The blocks of an object on IPFS, from the command line: for the benchmark, and for the tests of
/// tests/network, which run it against real nodes.
int main(int argc, char **argv)
{
    crypto::initialise();
    const std::span arguments{argv, static_cast<std::size_t>(argc)};
    const Result<> done = perform(Words{arguments.begin() + 1, arguments.end()});
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().detail.c_str());
    }
    return done ? 0 : static_cast<int>(done.error().code) + 1;
}
