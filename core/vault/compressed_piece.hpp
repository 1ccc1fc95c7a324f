// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace keepwell::vault {

/// Packs many pieces one after the other with one compressor (Zstandard, RFC 8878). One thread at a
/// time; move only.
class PieceCompressor
{
public:
    PieceCompressor();
    /// The packed bytes; valid until the next call. Errors: Failed.
    Result<ByteView> compress(std::string_view piece);

private:
    struct Free
    {
        void operator()(ZSTD_CCtx_s *context) const noexcept;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
    Bytes m_packed;
};

/// Errors: Tampered when `packed` is damaged or holds more than `most` bytes.
Result<std::string> decompressPiece(ByteView packed, std::size_t most);

} // namespace keepwell::vault
