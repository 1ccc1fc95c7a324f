// SPDX-License-Identifier: Apache-2.0
#include "core/identity/hello.hpp"

#include "core/base/cbor.hpp"
#include "core/identity/display_name.hpp"
#include "core/identity/signed_statement.hpp"

#include <utility>

namespace keepwell::identity {
namespace {

constexpr std::string_view kDomain = "keepwell/1/hello";
constexpr std::string_view kName = "a hello";
constexpr std::uint64_t kLastRole = 3;

Result<> checkName(const std::string &name)
{
    KEEPWELL_TRY(const std::string shown, parseName(name));
    if (shown != name) {
        return fail(ErrorCode::InvalidInput, "a hello: its name cannot be shown as it is");
    }
    return {};
}

} // namespace

Result<Bytes> signHello(const Hello &hello, const crypto::SigningKey &key)
{
    KEEPWELL_CHECK(checkName(hello.name));
    return SignedStatement::sign(kDomain,
                                 cbor::Map{{1, std::uint64_t{1}},
                                           {2, hello.network.view()},
                                           {3, hello.invite.view()},
                                           {4, hello.name},
                                           {5, std::uint64_t{std::to_underlying(hello.role)}},
                                           {6, hello.sign.view()},
                                           {7, hello.enc.view()}},
                                 key);
}

Result<Hello> parseHello(ByteView bytes, const contract::NetworkId &network,
                         const contract::PublicKey &invite)
{
    KEEPWELL_TRY(const auto statement, SignedStatement::read(bytes, kMostHelloBytes, kName));
    cbor::MapReader reader{statement.fields, "a hello"};
    reader.unsignedAt(1, 1);
    Hello hello;
    hello.network = contract::NetworkId{reader.bytes32At(2)};
    hello.invite = contract::PublicKey{reader.bytes32At(3)};
    hello.name = reader.textAt(4, kMostNameBytes);
    hello.role = static_cast<Role>(reader.unsignedAt(5, kLastRole));
    hello.sign = contract::PublicKey{reader.bytes32At(6)};
    hello.enc = contract::SealingPublicKey{reader.bytes32At(7)};
    KEEPWELL_CHECK(reader.finish());
    KEEPWELL_CHECK(statement.check(kDomain, hello.sign, kName));
    if (hello.network != network || hello.invite != invite) {
        return fail(ErrorCode::Denied, "a hello that answers another invite");
    }
    KEEPWELL_CHECK(checkName(hello.name));
    return hello;
}

} // namespace keepwell::identity
