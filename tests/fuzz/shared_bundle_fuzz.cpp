// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "core/sharing/bundle_frame.hpp"
#include "core/sharing/shared_object.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;
using namespace keepwell::sharing;

/// An author who signs whatever table and bundle: it is read whole, each record where its row says,
/// or refused. Input: count, u16 length of the table, table, bundle.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    crypto::initialise();
    static const auto author = crypto::SigningKey::random();
    const ByteView input = std::as_bytes(std::span{data, size});
    if (input.size() < 3) {
        return 0;
    }
    const std::size_t wanted = std::size_t{data[1]} << 8 | data[2];
    const ByteView table = input.subspan(3, std::min(wanted, input.size() - 3));
    const ByteView bundle = input.subspan(3 + table.size());
    SharedHead head;
    head.author = author.publicKey();
    head.count = data[0];
    head.tableHash = crypto::sha256(table);
    head.tableLength = table.size();
    head.attachmentsHash = crypto::sha256(bytesOf(kNoAttachments));
    head.attachmentsLength = kNoAttachments.size();
    head.bundleHash = crypto::sha256(bundle);
    head.bundleLength = bundle.size();
    const Bytes signedHead = head.encode();
    const Bytes object
        = concat({bigEndian32(static_cast<std::uint32_t>(signedHead.size())), signedHead,
                  signHead(author, signedHead), table, bytesOf(kNoAttachments), bundle});
    const auto read = [&object](std::uint64_t offset, std::uint64_t length) {
        return Result<Bytes>{copyOf(ByteView{object}.subspan(offset, length))};
    };
    ExpectedHead expected;
    expected.author = author.publicKey();
    const auto checked = SharedObject::check(read, object.size(), expected, {}, {}, {});
    for (std::size_t i = 0; checked && i < checked->count(); ++i) {
        const auto row = checked->row(i);
        const auto record = checked->record(i);
        if (!row || !record || record->size() != row->length
            || !std::ranges::equal(*record, bundle.subspan(row->offset, row->length))) {
            std::abort();
        }
    }
    return 0;
}
