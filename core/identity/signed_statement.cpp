// SPDX-License-Identifier: Apache-2.0
#include "core/identity/signed_statement.hpp"

#include <algorithm>
#include <string>

namespace keepwell::identity {
namespace {

constexpr std::uint64_t kVersion = 1;

std::unexpected<Error> unreadable(std::string_view name, std::string_view why)
{
    return fail(ErrorCode::InvalidInput,
                "this is not " + std::string{name} + ": " + std::string{why});
}

} // namespace

Bytes SignedStatement::sign(std::string_view domain, const cbor::Value &fields,
                            const crypto::SigningKey &key)
{
    const Bytes payload = cbor::encode(fields);
    const crypto::Signature signature = key.sign(domain, {payload});
    return cbor::encode(cbor::Array{payload, ByteView{signature}});
}

Result<SignedStatement> SignedStatement::read(ByteView bytes, std::size_t most,
                                              std::string_view name)
{
    if (bytes.size() > most) {
        return unreadable(name, "it is too long");
    }
    const auto outer = cbor::decode(bytes);
    if (!outer) {
        return unreadable(name, outer.error().detail);
    }
    const cbor::Array *parts = outer->asArray();
    const Bytes *payload = parts != nullptr && parts->size() == 2 ? (*parts)[0].asBytes() : nullptr;
    const Bytes *signature = payload != nullptr ? (*parts)[1].asBytes() : nullptr;
    SignedStatement statement;
    if (signature == nullptr || signature->size() != statement.signature.size()) {
        return unreadable(name, "expected a payload and a signature");
    }
    std::ranges::copy(*signature, statement.signature.begin());
    statement.payload = *payload;
    auto fields = cbor::decode(statement.payload);
    if (!fields) {
        return unreadable(name, fields.error().detail);
    }
    statement.fields = *std::move(fields);
    const cbor::Value *version = statement.fields.find(1);
    const auto number = version != nullptr ? version->asUnsigned() : std::nullopt;
    if (!number || *number == 0) {
        return unreadable(name, "it has no version");
    }
    if (*number > kVersion) {
        return fail(ErrorCode::Unsupported, std::string{name} + " made by a newer Keepwell");
    }
    return statement;
}

Result<> SignedStatement::check(std::string_view domain, const crypto::PublicKey &key,
                                std::string_view name) const
{
    if (!crypto::verify(key, domain, {payload}, signature)) {
        return fail(ErrorCode::Tampered,
                    std::string{name} + " whose signature does not match: it was changed");
    }
    return {};
}

} // namespace keepwell::identity
