// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/cbor.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signature.hpp"

#include <cstddef>
#include <string_view>

namespace keepwell::identity {

/// The form invites and hellos share: dCBOR [payload bstr, signature bstr(64)], the payload a dCBOR
/// map whose field 1 is the version, the signature over domain || 0x00 || payload.
struct SignedStatement
{
    Bytes payload;
    cbor::Value fields; ///< The payload, decoded.
    crypto::Signature signature{};

    static Bytes sign(std::string_view domain, const cbor::Value &fields,
                      const crypto::SigningKey &key);

    /// Reads the form; the signature is not checked yet. `name` is used in errors.
    /// Errors: InvalidInput; Unsupported for a version above 1.
    static Result<SignedStatement> read(ByteView bytes, std::size_t most, std::string_view name);

    /// Errors: Tampered unless `key` signed it.
    Result<> check(std::string_view domain, const crypto::PublicKey &key,
                   std::string_view name) const;
};

} // namespace keepwell::identity
