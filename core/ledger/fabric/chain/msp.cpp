// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/msp.hpp"

#include "core/ledger/fabric/member/openssl.hpp"
#include "fabric/config.pb.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::int32_t kCertificates = 0; // MspConfig.type
constexpr std::size_t kMostRevocationLists = 64;

std::unexpected<Error> malformed(const std::string &what)
{
    return fail(ErrorCode::InvalidInput,
                "the membership of an organisation breaks its form: " + what);
}

template <class Texts>
Result<std::vector<Certificate>> certificatesOf(const Texts &pems)
{
    std::vector<Certificate> all;
    for (const std::string &pem : pems) {
        KEEPWELL_TRY(Certificate one, Certificate::parse(pem));
        all.push_back(std::move(one));
    }
    return all;
}

Result<std::shared_ptr<X509_CRL>> revocationListOf(const std::string &pem)
{
    const openssl::Bio source{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    std::shared_ptr<X509_CRL> list{
        source ? PEM_read_bio_X509_CRL(source.get(), nullptr, nullptr, nullptr) : nullptr,
        X509_CRL_free};
    ERR_clear_error();
    if (!list) {
        return malformed("a revocation list cannot be read");
    }
    return list;
}

bool hasUnit(const Certificate &certificate, std::string_view unit)
{
    const X509_NAME *subject = X509_get_subject_name(certificate.handle());
    int at = -1;
    while ((at = X509_NAME_get_index_by_NID(subject, NID_organizationalUnitName, at)) >= 0) {
        const ASN1_STRING *value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
        const std::string_view text{reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)),
                                    static_cast<std::size_t>(ASN1_STRING_length(value))};
        if (text == unit) {
            return true;
        }
    }
    return false;
}

bool signedList(X509_CRL *list, const Certificate &ca)
{
    const bool good = X509_CRL_verify(list, X509_get0_pubkey(ca.handle())) == 1;
    ERR_clear_error();
    return good;
}

} // namespace

Result<Msp> Msp::parse(ByteView value)
{
    wire::MspConfig outer;
    wire::FabricMspConfig config;
    if (!outer.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
        return malformed("it cannot be read");
    }
    if (outer.type() != kCertificates) {
        return fail(ErrorCode::Unsupported, "an organisation's members have no X.509 certificates");
    }
    if (!config.ParseFromString(outer.config())) {
        return malformed("it cannot be read");
    }
    if (config.name().empty() || config.root_certs().empty()
        || static_cast<std::size_t>(config.revocation_list_size()) > kMostRevocationLists) {
        return malformed("it has no name or no root certificate, or too many revocation lists");
    }
    Msp msp;
    msp.m_id = config.name();
    KEEPWELL_TRY(msp.m_authorities.roots, certificatesOf(config.root_certs()));
    KEEPWELL_TRY(msp.m_authorities.intermediates, certificatesOf(config.intermediate_certs()));
    for (const std::string &pem : config.revocation_list()) {
        KEEPWELL_TRY(Crl list, revocationListOf(pem));
        msp.m_revoked.push_back(std::move(list));
    }
    const wire::FabricNodeOus &units = config.fabric_node_ous();
    if (units.enable() && units.has_orderer_ou_identifier()) {
        msp.m_ordererUnit = units.orderer_ou_identifier().organizational_unit_identifier();
    }
    return msp;
}

Result<Certificate> Msp::checkOrderer(std::string_view pem) const
{
    KEEPWELL_TRY(Certificate certificate, Certificate::parse(pem));
    const auto refused = [this](const std::string &why) {
        return fail(ErrorCode::Denied, "a certificate shown as an orderer of " + m_id + " " + why);
    };
    if (X509_check_ca(certificate.handle()) == 1) {
        return refused("is a certificate authority's own");
    }
    if (!isIssuedBy(certificate, m_authorities.roots, m_authorities.intermediates)) {
        return refused("was not issued by it");
    }
    if (isRevoked(certificate)) {
        return refused("was revoked");
    }
    if (m_ordererUnit && !hasUnit(certificate, *m_ordererUnit)) {
        return refused("is not an orderer's");
    }
    return certificate;
}

bool Msp::isRevoked(const Certificate &certificate) const
{
    const ASN1_INTEGER *serial = X509_get0_serialNumber(certificate.handle());
    const X509_NAME *issuer = X509_get_issuer_name(certificate.handle());
    const auto revokes = [&](const Crl &list) {
        X509_REVOKED *entry = nullptr;
        if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), issuer) != 0
            || X509_CRL_get0_by_serial(list.get(), &entry, serial) != 1) {
            return false;
        }
        const auto signs = [&](const Certificate &ca) { return signedList(list.get(), ca); };
        return std::ranges::any_of(m_authorities.roots, signs)
            || std::ranges::any_of(m_authorities.intermediates, signs);
    };
    return std::ranges::any_of(m_revoked, revokes);
}

} // namespace keepwell::ledger::fabric
