// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/table_row.hpp"

#include "core/base/cbor.hpp"

namespace keepwell::sharing {

namespace {

enum Field : std::uint64_t { Offset = 1, Length, Salt, Index, Path, Anchor, Provenance };

} // namespace

Bytes TableRow::encode() const
{
    Bytes path;
    for (const Bytes32 &node : anchorage.path) {
        append(path, node);
    }
    return cbor::encode(cbor::Map{
        {Offset, offset},
        {Length, length},
        {Salt, ByteView{anchorage.salt}},
        {Index, anchorage.index},
        {Path, std::move(path)},
        {Anchor, anchorage.anchor ? cbor::Value{anchorage.anchor->view()} : cbor::Value{}},
        {Provenance, provenance},
    });
}

Result<TableRow> TableRow::parse(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    cbor::MapReader reader{value, "table row"};
    TableRow row;
    row.offset = reader.unsignedAt(Offset);
    row.length = reader.unsignedAt(Length);
    row.anchorage.salt = reader.bytes32At(Salt);
    row.anchorage.index = reader.unsignedAt(Index);
    const Bytes path = reader.bytesAt(Path, kDeepestPath * 32);
    const cbor::Value *anchor = reader.valueAt(Anchor);
    row.provenance = reader.textAt(Provenance, kMostProvenanceBytes);
    KEEPWELL_CHECK(reader.finish());
    if (path.size() % 32 != 0) {
        return fail(ErrorCode::InvalidInput, "table row: the path is not made of 32-byte nodes");
    }
    for (std::size_t at = 0; at < path.size(); at += 32) {
        Bytes32 node;
        std::copy_n(path.begin() + static_cast<std::ptrdiff_t>(at), 32, node.begin());
        row.anchorage.path.push_back(node);
    }
    if (anchor != nullptr && !anchor->isNull()) {
        if (anchor->asBytes() == nullptr) {
            return fail(ErrorCode::InvalidInput, "table row: the anchor is not an id");
        }
        KEEPWELL_TRY(row.anchorage.anchor, contract::TxId::fromBytes(*anchor->asBytes()));
    }
    return row;
}

} // namespace keepwell::sharing
