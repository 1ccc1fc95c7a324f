// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/crypto/signature.hpp"
#include "core/identity/role.hpp"

#include <string>

namespace keepwell::identity {

/// What an invite says (docs/spec/invite.md).
struct InviteContent
{
    contract::NetworkId network;
    std::string custodian; ///< Of this network's grants; empty when embedded. At most 64 bytes.
    std::string name;      ///< See display_name.hpp.
    Role role = Role::Patient;
    contract::PublicKey sign;       ///< Pair keys of a fresh relation; a hello is delivered
    contract::SealingPublicKey enc; ///< to `sign` and sealed to `enc`.
    Instant expires;                ///< The first second that is too late.

    friend bool operator==(const InviteContent &, const InviteContent &) = default;
};

/// A signed, single-use invite. What exists has a valid signature and name. Immutable value.
class Invite
{
public:
    /// Precondition: content.sign is `key`'s public key. Errors: InvalidInput (name, custodian).
    static Result<Invite> sign(const InviteContent &content, const crypto::SigningKey &key);

    /// A file's bytes or a `keepwell:` link, with white space around the link.
    /// Errors: InvalidInput (it is no invite), Unsupported (a newer version), Tampered (signature).
    static Result<Invite> parse(ByteView fileOrLink);

    const InviteContent &content() const { return m_content; }
    const Bytes &file() const { return m_file; } ///< The file form.
    std::string link() const;                    ///< "keepwell:" and base64url of the file form.

    /// Whether a wallet of `network` may take it now.
    /// Errors: Denied, for another network (naming both) or an invite that expired.
    Result<> checkFor(const contract::NetworkId &network, Instant now) const;

private:
    Invite(InviteContent content, Bytes file);
    InviteContent m_content;
    Bytes m_file;
};

} // namespace keepwell::identity
