// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/object_cipher.hpp"

#include <algorithm>

/// A whole C2SP message in memory, for vectors and fuzzing: the programs themselves stream.
namespace keepwell::testing {

inline Bytes sealMessage(const crypto::ObjectCipher &cipher, ByteView plaintext)
{
    using Cipher = crypto::ObjectCipher;
    const std::size_t chunks = plaintext.size() / Cipher::kChunkBytes + 1;
    Bytes message(Cipher::kHeaderBytes + plaintext.size() + chunks * Cipher::kTagBytes);
    std::ranges::copy(cipher.header(), message.begin());
    const std::span<std::byte> sealed = std::span{message}.subspan(Cipher::kHeaderBytes);
    for (std::size_t i = 0; i < chunks; ++i) {
        const ByteView rest = plaintext.subspan(i * Cipher::kChunkBytes);
        std::ranges::copy(rest.first(std::min(rest.size(), Cipher::kChunkBytes)),
                          sealed.subspan(i * Cipher::kSealedChunkBytes).begin());
    }
    if (!cipher.seal(0, sealed)) {
        std::abort();
    }
    return message;
}

/// Errors: as ObjectCipher; Tampered also when the end, a short chunk, is missing.
inline Result<Bytes> openMessage(const crypto::ObjectKey &key, ByteView context, ByteView message)
{
    using Cipher = crypto::ObjectCipher;
    const std::size_t header = std::min(message.size(), Cipher::kHeaderBytes);
    KEEPWELL_TRY(const Cipher cipher, Cipher::open(key, context, message.first(header)));
    const ByteView chunks = message.subspan(header);
    if (chunks.size() % Cipher::kSealedChunkBytes < Cipher::kTagBytes) {
        return fail(ErrorCode::Tampered, "the end of an object is missing");
    }
    Bytes plaintext(chunks.size() - Cipher::chunksIn(chunks.size()) * Cipher::kTagBytes);
    KEEPWELL_CHECK(cipher.open(0, chunks, plaintext));
    return plaintext;
}

} // namespace keepwell::testing
