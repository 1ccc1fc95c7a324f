// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/store/folder_block_store.hpp"
#include "core/store/object_reader.hpp"
#include "core/store/object_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using namespace keepwell;
using namespace std::literals;

namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;

Result<> write(int file, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written <= 0) {
            return fail(ErrorCode::Unavailable, "cannot write");
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<> seal(const char *input, const char *folder, const char *reference)
{
    KEEPWELL_TRY(const auto blocks, store::FolderBlockStore::open(folder));
    store::ObjectWriter writer{*blocks, store::ObjectType::Attachment};
    const int file = ::open(input, O_RDONLY | O_CLOEXEC);
    Bytes piece(kPieceBytes);
    ssize_t got = 0;
    while ((got = ::read(file, piece.data(), piece.size())) > 0) {
        KEEPWELL_CHECK(writer.append(ByteView{piece}.first(static_cast<std::size_t>(got))));
    }
    if (got < 0) {
        return fail(ErrorCode::Unavailable, "cannot read");
    }
    KEEPWELL_TRY(const auto object, writer.finish());
    std::ofstream{reference} << toHex(object.encode());
    return {};
}

Result<> open(const char *folder, const char *reference, const char *output)
{
    KEEPWELL_TRY(const auto blocks, store::FolderBlockStore::open(folder));
    std::string hex;
    std::getline(std::ifstream{reference}, hex);
    KEEPWELL_TRY(const Bytes bytes, fromHex(hex));
    KEEPWELL_TRY(const auto object, store::KeyedObjectRef::parse(bytes));
    KEEPWELL_TRY(auto reader, store::ObjectReader::open(*blocks, object.ref, object.key));
    const int file = ::open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    return reader.readAll([file](ByteView piece) { return write(file, piece); });
}

} // namespace

/// The store's share of a share: one object sealed into blocks, or opened again.
int main(int argc, char **argv)
{
    const auto isMode = [&](std::string_view mode) { return argc == 5 && argv[1] == mode; };
    Result<> done = fail(ErrorCode::Usage,
                         "bench_objects seal INPUT FOLDER REFERENCE\n"
                         "bench_objects open FOLDER REFERENCE OUTPUT");
    if (isMode("seal")) {
        done = seal(argv[2], argv[3], argv[4]);
    } else if (isMode("open")) {
        done = open(argv[2], argv[3], argv[4]);
    }
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().detail.c_str());
    }
    return done ? 0 : 1;
}
