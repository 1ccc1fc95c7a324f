// SPDX-License-Identifier: Apache-2.0
#include "core/vault/vault_head.hpp"

#include "core/crypto/hash.hpp"
#include "core/crypto/hkdf.hpp"

#include <sodium.h>

#include <algorithm>
#include <string>

namespace keepwell::vault {
namespace {

constexpr std::string_view kMagic = "KWVAULT1";
constexpr std::size_t kMagicStem = 7; // "KWVAULT", the same in every version
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kSlots = 2;
constexpr std::uint32_t kPassphraseSlot = 1;
constexpr std::uint32_t kRecoverySlot = 2;
// 3 device secret, 4 keychain: reserved.
constexpr std::uint32_t kPassphraseBytes = 128;
constexpr std::uint32_t kRecoveryBytes = 120;
constexpr std::size_t kMacBytes = 32;
constexpr std::size_t kChecksumBytes = 32;
constexpr std::size_t kMostBytes = 4096;

std::unexpected<Error> damaged(std::string_view what)
{
    return fail(ErrorCode::Tampered,
                "the wallet's header (vault.head) is damaged: " + std::string{what});
}

std::unexpected<Error> newer(std::string_view what)
{
    return fail(ErrorCode::Unsupported,
                "this wallet was made by a newer Keepwell (" + std::string{what}
                    + "); nothing was changed");
}

/// Reads field after field; parse() has checked the length.
class FieldReader
{
public:
    explicit FieldReader(ByteView bytes) : m_rest{bytes} {}

    template <std::size_t Size>
    std::array<std::byte, Size> take()
    {
        std::array<std::byte, Size> field{};
        std::ranges::copy(m_rest.first(Size), field.begin());
        m_rest = m_rest.subspan(Size);
        return field;
    }

    std::uint32_t takeNumber()
    {
        std::uint32_t number = 0;
        for (const std::byte byte : take<4>()) {
            number = (number << 8) | std::to_integer<std::uint32_t>(byte);
        }
        return number;
    }

private:
    ByteView m_rest;
};

Bytes32 commitmentOf(ByteView key, std::uint32_t kind, ByteView salt)
{
    Bytes32 commitment{};
    crypto::hkdfSha256Expand(key, {bytesOf("keepwell/1/vault/commit"), bigEndian32(kind), salt},
                             commitment);
    return commitment;
}

crypto::WrapKey wrapKeyOf(ByteView key, std::uint32_t kind, ByteView salt)
{
    return crypto::deriveSecret<crypto::WrapKey>(
        key, {bytesOf("keepwell/1/vault/wrap"), bigEndian32(kind), salt});
}

Bytes wrapAad(std::uint32_t kind)
{
    return concat({bytesOf("keepwell/1/vault/slot"), bigEndian32(kind)});
}

Bytes32 macOf(const crypto::DataKey &dataKey, ByteView covered)
{
    using HeaderKey = crypto::Secret<struct HeaderKeyTag, 32>;
    const auto key
        = crypto::deriveSecret<HeaderKey>(dataKey.expose(), {bytesOf("keepwell/1/vault/header")});
    return crypto::hmacSha256(key.expose(), {covered});
}

/// Magic, version, length and checksum: what can be said before anything is believed.
Result<> checkOutside(ByteView bytes)
{
    const std::string_view text = textOf(bytes);
    if (!text.starts_with(kMagic.substr(0, kMagicStem)) || bytes.size() < kMagic.size()) {
        return damaged("it does not begin as one");
    }
    const char generation = text[kMagicStem];
    if (generation > '1' && generation <= '9') {
        return newer("format " + std::string{generation});
    }
    if (generation != '1') {
        return damaged("it does not begin as one");
    }
    if (bytes.size() < VaultHead::kBytes || bytes.size() > kMostBytes) {
        return damaged("it was cut off, or something was added");
    }
    const std::uint32_t version = FieldReader{bytes.subspan(kMagic.size())}.takeNumber();
    if (version > kVersion) {
        return newer("header version " + std::to_string(version));
    }
    const ByteView covered = bytes.first(bytes.size() - kChecksumBytes);
    if (!std::ranges::equal(crypto::sha256(covered), bytes.last(kChecksumBytes))) {
        return damaged("its checksum does not match");
    }
    return {};
}

} // namespace

VaultHead::Seal VaultHead::sealFor(ByteView key, std::uint32_t kind, ByteView salt,
                                   const crypto::DataKey &dataKey)
{
    Seal seal;
    seal.commitment = commitmentOf(key, kind, salt);
    const Bytes wrapped = crypto::wrap(wrapKeyOf(key, kind, salt), wrapAad(kind), dataKey.expose());
    std::ranges::copy(wrapped, seal.wrapped.begin());
    return seal;
}

VaultHead VaultHead::create(const crypto::DataKey &dataKey, const crypto::PassphraseCost &cost,
                            const crypto::PassphraseSalt &salt,
                            const crypto::PassphraseKey &passphraseKey,
                            const identity::RecoveryKey &recoveryKey)
{
    VaultHead head{cost, salt};
    head.m_passphrase = sealFor(passphraseKey.expose(), kPassphraseSlot, salt, dataKey);
    randombytes_buf(head.m_recoverySalt.data(), head.m_recoverySalt.size());
    head.m_recovery = sealFor(recoveryKey.expose(), kRecoverySlot, head.m_recoverySalt, dataKey);
    head.finish(dataKey);
    return head;
}

VaultHead VaultHead::withPassphrase(const crypto::DataKey &dataKey,
                                    const crypto::PassphraseCost &cost,
                                    const crypto::PassphraseSalt &salt,
                                    const crypto::PassphraseKey &passphraseKey) const
{
    VaultHead head{cost, salt};
    head.m_passphrase = sealFor(passphraseKey.expose(), kPassphraseSlot, salt, dataKey);
    head.m_recoverySalt = m_recoverySalt;
    head.m_recovery = m_recovery;
    head.finish(dataKey);
    return head;
}

Bytes VaultHead::encodeSlots() const
{
    return concat({bytesOf(kMagic), bigEndian32(kVersion), bigEndian32(kSlots),
                   bigEndian32(kPassphraseSlot), bigEndian32(kPassphraseBytes),
                   bigEndian32(m_cost.passes()), bigEndian32(m_cost.memoryKiB()), m_salt,
                   m_passphrase.commitment, m_passphrase.wrapped, bigEndian32(kRecoverySlot),
                   bigEndian32(kRecoveryBytes), m_recoverySalt, m_recovery.commitment,
                   m_recovery.wrapped});
}

void VaultHead::finish(const crypto::DataKey &dataKey)
{
    m_bytes = encodeSlots();
    append(m_bytes, macOf(dataKey, m_bytes));
    append(m_bytes, crypto::sha256(m_bytes));
}

Result<VaultHead> VaultHead::parse(ByteView bytes)
{
    KEEPWELL_CHECK(checkOutside(bytes));
    FieldReader reader{bytes.subspan(kMagic.size())};
    if (reader.takeNumber() != kVersion) {
        return damaged("its version is wrong");
    }
    if (reader.takeNumber() != kSlots || bytes.size() != kBytes) {
        return newer("other slots");
    }
    if (reader.takeNumber() != kPassphraseSlot || reader.takeNumber() != kPassphraseBytes) {
        return newer("another first slot");
    }
    const std::uint32_t passes = reader.takeNumber();
    const std::uint32_t memoryKiB = reader.takeNumber();
    const auto cost = crypto::PassphraseCost::create(passes, memoryKiB);
    if (!cost) {
        return damaged(cost.error().detail);
    }
    VaultHead head{*cost, reader.take<16>()};
    head.m_passphrase.commitment = reader.take<32>();
    head.m_passphrase.wrapped = reader.take<72>();
    if (reader.takeNumber() != kRecoverySlot || reader.takeNumber() != kRecoveryBytes) {
        return newer("another second slot");
    }
    head.m_recoverySalt = reader.take<16>();
    head.m_recovery.commitment = reader.take<32>();
    head.m_recovery.wrapped = reader.take<72>();
    head.m_bytes = copyOf(bytes);
    return head;
}

Result<crypto::DataKey> VaultHead::open(ByteView key, std::uint32_t kind, const Seal &seal,
                                        ByteView salt) const
{
    if (!crypto::equalConstantTime(commitmentOf(key, kind, salt), seal.commitment)) {
        return fail(ErrorCode::WrongKey,
                    kind == kPassphraseSlot ? "this passphrase does not open this wallet"
                                            : "these words do not open this wallet");
    }
    auto dataKey
        = crypto::unwrap<crypto::DataKey>(wrapKeyOf(key, kind, salt), wrapAad(kind), seal.wrapped);
    if (!dataKey) {
        return damaged("a wrapped key was changed");
    }
    const ByteView covered = ByteView{m_bytes}.first(kBytes - kMacBytes - kChecksumBytes);
    const ByteView mac = ByteView{m_bytes}.subspan(covered.size(), kMacBytes);
    if (!crypto::equalConstantTime(macOf(*dataKey, covered), mac)) {
        return damaged("somebody changed it");
    }
    return dataKey;
}

Result<crypto::DataKey> VaultHead::openWith(const crypto::PassphraseKey &key) const
{
    return open(key.expose(), kPassphraseSlot, m_passphrase, m_salt);
}

Result<crypto::DataKey> VaultHead::openWith(const identity::RecoveryKey &key) const
{
    return open(key.expose(), kRecoverySlot, m_recovery, m_recoverySalt);
}

crypto::DatabaseKey databaseKey(const crypto::DataKey &dataKey)
{
    return crypto::deriveSecret<crypto::DatabaseKey>(dataKey.expose(),
                                                     {bytesOf("keepwell/1/vault/sqlcipher")});
}

} // namespace keepwell::vault
