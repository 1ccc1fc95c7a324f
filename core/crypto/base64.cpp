// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/base64.hpp"

#include "core/crypto/sodium_bytes.hpp"

#include <sodium.h>

namespace keepwell::crypto {

namespace {

int variantOf(Base64 kind)
{
    return kind == Base64::Url ? sodium_base64_VARIANT_URLSAFE_NO_PADDING
                               : sodium_base64_VARIANT_ORIGINAL;
}

} // namespace

std::string toBase64(ByteView bytes, Base64 kind)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variantOf(kind)), '\0');
    sodium_bin2base64(text.data(), text.size(), sodiumBytes(bytes), bytes.size(), variantOf(kind));
    text.pop_back(); // its terminator
    return text;
}

Result<Bytes> fromBase64(std::string_view text, Base64 kind)
{
    Bytes bytes(text.size() + 1); // so that an empty one has an address too
    std::size_t size = 0;
    // libsodium passes over a zero with the line breaks: it ends their list. Without a place for the
    // end of what was read, it demands that all of it was.
    if (text.contains('\0')
        || sodium_base642bin(sodiumBytes(bytes), bytes.size(), text.data(), text.size(),
                             kind == Base64::Url ? nullptr : "\r\n", &size, nullptr,
                             variantOf(kind))
            != 0) {
        return fail(ErrorCode::InvalidInput, "this is not base64");
    }
    bytes.resize(size);
    return bytes;
}

} // namespace keepwell::crypto
