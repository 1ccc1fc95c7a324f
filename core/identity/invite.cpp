// SPDX-License-Identifier: Apache-2.0
#include "core/identity/invite.hpp"

#include "core/base/cbor.hpp"
#include "core/contract/terms.hpp"
#include "core/crypto/base64.hpp"
#include "core/identity/display_name.hpp"
#include "core/identity/signed_statement.hpp"

#include <utility>

namespace keepwell::identity {
namespace {

constexpr std::string_view kDomain = "keepwell/1/invite";
constexpr std::string_view kName = "an invite";
constexpr std::string_view kScheme = "keepwell:";
constexpr std::size_t kMostFileBytes = 2048;
constexpr std::size_t kMostInputBytes = 8192;
constexpr std::uint64_t kLastRole = 3;

cbor::Value fieldsOf(const InviteContent &content)
{
    return cbor::Map{{1, std::uint64_t{1}},
                     {2, content.network.view()},
                     {3, content.custodian},
                     {4, content.name},
                     {5, std::uint64_t{std::to_underlying(content.role)}},
                     {6, content.sign.view()},
                     {7, content.enc.view()},
                     {8, contract::secondsOf(content.expires)}};
}

Result<InviteContent> contentOf(const cbor::Value &fields)
{
    cbor::MapReader reader{fields, "an invite"};
    reader.unsignedAt(1, 1);
    InviteContent content;
    content.network = contract::NetworkId{reader.bytes32At(2)};
    content.custodian = reader.textAt(3, contract::kMostCustodianBytes);
    content.name = reader.textAt(4, kMostNameBytes);
    content.role = static_cast<Role>(reader.unsignedAt(5, kLastRole));
    content.sign = contract::PublicKey{reader.bytes32At(6)};
    content.enc = contract::SealingPublicKey{reader.bytes32At(7)};
    content.expires = contract::instantOf(reader.unsignedAt(8, contract::kLatestSecond));
    KEEPWELL_CHECK(reader.finish());
    return content;
}

/// What cannot be shown as it is has no place in an invite.
Result<> checkTexts(const InviteContent &content)
{
    KEEPWELL_TRY(const std::string name, parseName(content.name));
    if (name != content.name || shownSafely(content.custodian) != content.custodian
        || content.custodian.size() > contract::kMostCustodianBytes) {
        return fail(ErrorCode::InvalidInput, "an invite: a name in it cannot be shown as it is");
    }
    return {};
}

std::string_view withoutBlanks(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto start = text.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) {
        return {};
    }
    return text.substr(start, text.find_last_not_of(kBlanks) - start + 1);
}

Result<Bytes> fileOfLink(std::string_view link)
{
    const std::string_view code = link.substr(kScheme.size());
    auto file = crypto::fromBase64(code, crypto::Base64::Url);
    if (!file) {
        return fail(ErrorCode::InvalidInput, "this is not an invite: the link is broken");
    }
    return file;
}

} // namespace

Invite::Invite(InviteContent content, Bytes file)
    : m_content{std::move(content)}, m_file{std::move(file)}
{
}

Result<Invite> Invite::sign(const InviteContent &content, const crypto::SigningKey &key)
{
    KEEPWELL_CHECK(checkTexts(content));
    return Invite{content, SignedStatement::sign(kDomain, fieldsOf(content), key)};
}

Result<Invite> Invite::parse(ByteView fileOrLink)
{
    if (fileOrLink.size() > kMostInputBytes) {
        return fail(ErrorCode::InvalidInput, "this is not an invite: it is too long");
    }
    Bytes file = copyOf(fileOrLink);
    if (const auto text = withoutBlanks(textOf(fileOrLink)); text.starts_with(kScheme)) {
        KEEPWELL_TRY(file, fileOfLink(text));
    }
    KEEPWELL_TRY(const auto statement, SignedStatement::read(file, kMostFileBytes, kName));
    KEEPWELL_TRY(InviteContent content, contentOf(statement.fields));
    KEEPWELL_CHECK(statement.check(kDomain, content.sign, kName));
    KEEPWELL_CHECK(checkTexts(content));
    return Invite{std::move(content), std::move(file)};
}

std::string Invite::link() const
{
    return std::string{kScheme} + crypto::toBase64(m_file, crypto::Base64::Url);
}

Result<> Invite::checkFor(const contract::NetworkId &network, Instant now) const
{
    if (m_content.network != network) {
        return fail(ErrorCode::Denied,
                    "this invite is for the network " + m_content.network.toHex()
                        + ", this wallet is on " + network.toHex());
    }
    if (now >= m_content.expires) {
        return fail(ErrorCode::Denied, "this invite has expired; ask for a new one");
    }
    return {};
}

} // namespace keepwell::identity
