// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/object_reader.hpp"
#include "core/store/object_writer.hpp"

/// A small object in one call: the programs themselves stream.
namespace keepwell::testing {

inline Result<store::KeyedObjectRef> putObject(store::BlockStore &blocks, store::ObjectType type,
                                               ByteView plaintext)
{
    store::ObjectWriter writer{blocks, type};
    KEEPWELL_CHECK(writer.append(plaintext));
    return writer.finish();
}

inline Result<Bytes> getObject(const store::BlockStore &blocks, const store::KeyedObjectRef &object)
{
    KEEPWELL_TRY(auto reader, store::ObjectReader::open(blocks, object.ref, object.key));
    Bytes bytes;
    KEEPWELL_CHECK(reader.readAll([&](ByteView piece) {
        append(bytes, piece);
        return Result<>{};
    }));
    return bytes;
}

} // namespace keepwell::testing
