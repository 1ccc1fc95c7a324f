// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/hex.hpp"
#include "core/ledger/fabric/gateway/proposal.hpp"
#include "core/ledger/fabric/member/client_identity.hpp"
#include "core/ledger/fabric/member/organisation_roots.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keepwell::test {

/// tests/vectors/fabric/member.json, written by make_member.py.
class MemberVectors
{
public:
    MemberVectors()
    {
        QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS "/fabric/member.json")};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no vectors");
        }
        m_root = QJsonDocument::fromJson(file.readAll()).object();
    }

    const QJsonObject &root() const { return m_root; }
    static std::string text(const QJsonValue &value) { return value.toString().toStdString(); }
    static Bytes bytes(const QJsonValue &value) { return fromHex(text(value)).value(); }

    QJsonObject member(const char *name) const
    {
        return m_root["members"].toObject()[QLatin1String{name}].toObject();
    }
    std::string certificate(const char *name) const { return text(member(name)["certificate"]); }
    crypto::SecretText key(const char *name) const { return pemOf(text(member(name)["key"])); }

    ledger::fabric::ClientIdentity identity(const char *name) const
    {
        auto made = ledger::fabric::ClientIdentity::create(text(member(name)["msp"]),
                                                           certificate(name), key(name));
        if (!made) {
            qFatal("%s", made.error().detail.c_str());
        }
        return *std::move(made);
    }

    static crypto::SecretText pemOf(const std::string &base64, const std::string &kind = "")
    {
        const std::string label = kind + "PRIVATE KEY-----\n";
        std::string pem = "-----BEGIN " + label;
        for (std::size_t at = 0; at < base64.size(); at += 64) {
            pem += base64.substr(at, 64) + '\n';
        }
        pem += "-----END " + label;
        return crypto::SecretText::take(pem);
    }

    std::vector<ledger::fabric::Certificate> certificates(const char *kind, const char *msp) const
    {
        std::vector<ledger::fabric::Certificate> all;
        const QJsonObject organisations = m_root[QLatin1String{kind}].toObject();
        for (const QJsonValue pem : organisations[QLatin1String{msp}].toArray()) {
            all.push_back(ledger::fabric::Certificate::parse(text(pem)).value());
        }
        return all;
    }

    ledger::fabric::OrganisationRoots roots() const
    {
        ledger::fabric::OrganisationRoots roots;
        for (const char *msp : {"Org1MSP", "Org2MSP"}) {
            roots[msp] = {.roots = certificates("roots", msp),
                          .intermediates = certificates("intermediates", msp)};
        }
        return roots;
    }

    QJsonObject proposal(int index) const
    {
        return m_root["proposals"].toArray()[index].toObject();
    }

    ledger::fabric::Proposal makeProposal(int index) const
    {
        const QJsonObject told = proposal(index);
        ledger::fabric::ContractCall call{.function = text(told["function"])};
        for (const QJsonValue argument : told["arguments"].toArray()) {
            call.arguments.push_back(bytes(argument));
        }
        const QJsonObject transient = told["transient"].toObject();
        for (const QString &name : transient.keys()) {
            call.transient.emplace_back(name.toStdString(), bytes(transient[name]));
        }
        return ledger::fabric::Proposal::make(
                   identity("p256"),
                   {.channel = text(told["channel"]), .contract = text(told["contract"])}, call,
                   Instant{std::chrono::seconds{told["time"].toInteger()}}, bytes(told["nonce"]))
            .value();
    }

private:
    QJsonObject m_root;
};

} // namespace keepwell::test
