// SPDX-License-Identifier: Apache-2.0
#include "core/vault/compressed_piece.hpp"

#include <zstd.h>

#include <new>

namespace keepwell::vault {

void PieceCompressor::Free::operator()(ZSTD_CCtx_s *context) const noexcept
{
    ZSTD_freeCCtx(context);
}

PieceCompressor::PieceCompressor() : m_context{ZSTD_createCCtx()}
{
    if (!m_context) {
        throw std::bad_alloc{};
    }
}

Result<ByteView> PieceCompressor::compress(std::string_view piece)
{
    constexpr int kLevel = 1; // the speed of import counts; records are small and alike
    m_packed.resize(ZSTD_compressBound(piece.size()));
    const std::size_t size = ZSTD_compressCCtx(m_context.get(), m_packed.data(), m_packed.size(),
                                               piece.data(), piece.size(), kLevel);
    if (ZSTD_isError(size) != 0) {
        return fail(ErrorCode::Failed, "a piece of a source file could not be packed");
    }
    return ByteView{m_packed}.first(size);
}

Result<std::string> decompressPiece(ByteView packed, std::size_t most)
{
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most) {
        return fail(ErrorCode::Tampered, "a piece of a source file is damaged");
    }
    std::string piece(static_cast<std::size_t>(size), '\0');
    const std::size_t got
        = ZSTD_decompress(piece.data(), piece.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != piece.size()) {
        return fail(ErrorCode::Tampered, "a piece of a source file is damaged");
    }
    return piece;
}

} // namespace keepwell::vault
