// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/membership.hpp"

#include "core/base/utf8.hpp"
#include "core/vault/replace_file.hpp"
#include "core/vault/setting_table.hpp"

#include <sodium.h>

namespace keepwell {

namespace {

constexpr std::size_t kMostBytes = 64 * 1024;
constexpr std::string_view kPemBegins = "-----BEGIN ";

/// A small text file. The caller wipes it if it is secret.
Result<std::string> contentOf(const std::filesystem::path &file)
{
    auto bytes = vault::readWhole(file, kMostBytes);
    if (!bytes && bytes.error().code != ErrorCode::Tampered) {
        return fail(ErrorCode::NotFound, "cannot read " + file.string());
    }
    std::string text{bytes ? textOf(*bytes) : std::string_view{}};
    if (bytes) {
        sodium_memzero(bytes->data(), bytes->size());
    }
    if (text.empty() || !isUtf8(text)) {
        sodium_memzero(text.data(), text.size());
        return fail(ErrorCode::InvalidInput, file.string() + " is not a small text file");
    }
    return text;
}

Result<crypto::SecretText> secretOf(const std::filesystem::path &file)
{
    KEEPWELL_TRY(std::string text, contentOf(file));
    return crypto::SecretText::take(text);
}

Result<std::string> certificateOf(const std::filesystem::path &file)
{
    KEEPWELL_TRY(std::string text, contentOf(file));
    if (text.find("-----BEGIN CERTIFICATE-----") == std::string::npos) {
        sodium_memzero(text.data(), text.size());
        return fail(ErrorCode::InvalidInput, file.string() + " is not a certificate in PEM");
    }
    return text;
}

Result<crypto::SecretText> keyOf(const std::filesystem::path &file)
{
    KEEPWELL_TRY(crypto::SecretText key, secretOf(file));
    if (key.expose().find("PRIVATE KEY-----") == std::string_view::npos) {
        return fail(ErrorCode::InvalidInput, file.string() + " is not a private key in PEM");
    }
    return key;
}

Result<crypto::SecretText> loadSecret(vault::SettingTable &settings, std::string_view name)
{
    KEEPWELL_TRY(auto text, settings.text(name));
    return text ? crypto::SecretText::take(*text) : crypto::SecretText{};
}

Result<std::optional<ledger::fabric::MirrorKey>> loadMirrorKey(vault::SettingTable &settings)
{
    KEEPWELL_TRY(auto bytes, settings.bytes(vault::setting::kMirrorKey));
    if (!bytes || bytes->size() != ledger::fabric::MirrorKey::kBytes) {
        return std::nullopt;
    }
    return ledger::fabric::MirrorKey::take(
        std::span{*bytes}.first<ledger::fabric::MirrorKey::kBytes>());
}

} // namespace

Result<std::string> pemOf(const std::string &textOrFile)
{
    return textOrFile.starts_with(kPemBegins) ? Result<std::string>{textOrFile}
                                              : certificateOf(textOrFile);
}

Result<Membership> Membership::read(const NetworkConfig &config)
{
    Membership membership;
    membership.mirrorKey = ledger::fabric::MirrorKey::random();
    const FabricPlace &fabric = config.fabric;
    if (!fabric.certificate.empty()) {
        KEEPWELL_TRY(membership.certificate, certificateOf(fabric.certificate));
        KEEPWELL_TRY(membership.privateKey, keyOf(fabric.privateKey));
    }
    if (!fabric.tlsCertificate.empty()) {
        KEEPWELL_TRY(membership.tlsCertificate, certificateOf(fabric.tlsCertificate));
        KEEPWELL_TRY(membership.tlsPrivateKey, keyOf(fabric.tlsPrivateKey));
    }
    if (!config.ipfs.authorization.empty()) {
        KEEPWELL_TRY(membership.blocksAuthorization, secretOf(config.ipfs.authorization));
        while (membership.blocksAuthorization.expose().ends_with('\n')) {
            membership.blocksAuthorization.removeLast();
        }
    }
    return membership;
}

Result<Membership> Membership::load(vault::Database &database)
{
    vault::SettingTable settings{database};
    Membership membership;
    KEEPWELL_TRY(const auto certificate, settings.text(vault::setting::kCertificate));
    membership.certificate = certificate.value_or("");
    KEEPWELL_TRY(membership.privateKey, loadSecret(settings, vault::setting::kPrivateKey));
    KEEPWELL_TRY(const auto tls, settings.text(vault::setting::kTlsCertificate));
    membership.tlsCertificate = tls.value_or("");
    KEEPWELL_TRY(membership.tlsPrivateKey, loadSecret(settings, vault::setting::kTlsPrivateKey));
    KEEPWELL_TRY(membership.blocksAuthorization,
                 loadSecret(settings, vault::setting::kBlocksAuthorization));
    KEEPWELL_TRY(membership.mirrorKey, loadMirrorKey(settings));
    return membership;
}

Result<> Membership::store(vault::Database &database) const
{
    vault::SettingTable settings{database};
    const auto keep = [&](std::string_view name, std::string_view value) {
        return value.empty() ? settings.remove(name) : settings.setText(name, value);
    };
    KEEPWELL_CHECK(keep(vault::setting::kCertificate, certificate));
    KEEPWELL_CHECK(keep(vault::setting::kPrivateKey, privateKey.expose()));
    KEEPWELL_CHECK(keep(vault::setting::kTlsCertificate, tlsCertificate));
    KEEPWELL_CHECK(keep(vault::setting::kTlsPrivateKey, tlsPrivateKey.expose()));
    KEEPWELL_CHECK(keep(vault::setting::kBlocksAuthorization, blocksAuthorization.expose()));
    return mirrorKey ? settings.setBytes(vault::setting::kMirrorKey, mirrorKey->expose())
                     : settings.remove(vault::setting::kMirrorKey);
}

void Membership::keep(const Membership &known, bool sameNode)
{
    if (certificate.empty()) {
        certificate = known.certificate;
        privateKey = known.privateKey.duplicate();
    }
    if (tlsCertificate.empty()) {
        tlsCertificate = known.tlsCertificate;
        tlsPrivateKey = known.tlsPrivateKey.duplicate();
    }
    if (sameNode && blocksAuthorization.isEmpty()) {
        blocksAuthorization = known.blocksAuthorization.duplicate();
    }
    if (known.mirrorKey) {
        mirrorKey = known.mirrorKey->duplicate();
    }
}

NetworkConfig withoutKeys(NetworkConfig config)
{
    config.fabric.certificate.clear();
    config.fabric.privateKey.clear();
    config.fabric.tlsCertificate.clear();
    config.fabric.tlsPrivateKey.clear();
    config.ipfs.authorization.clear();
    return config;
}

} // namespace keepwell
