// SPDX-License-Identifier: Apache-2.0
#include "app/gui/made_up_connections.hpp"

#include "ui/settings/connection_card.hpp"
#include "ui/theme/theme.hpp"

#include <QAbstractButton>
#include <QFile>
#include <QVBoxLayout>

namespace keepwell::gui {

namespace {

constexpr std::chrono::seconds kCertificateEnds{1'798'000'000};

WalletStatus statusOf(const std::string &state, const std::string &detail)
{
    return {.role = identity::Role::Patient,
            .name = "Eleanor Marsh",
            .records = 100,
            .contacts = 3,
            .outbox = 0,
            .ledgerKind = "fabric",
            .ledgerState = state,
            .ledgerDetail = detail,
            .blocksKind = "ipfs",
            .blocksState = detail.empty() ? "connected" : "unavailable",
            .blocksDetail = detail,
            .networkId = "made-up",
            .certificateEnds = Instant{kCertificateEnds}};
}

Connections madeUpPlaces()
{
    Connections found;
    found.title = "Larkmere Health Network";
    found.peers = {{.address = "peer0.larkmere.example.org:7051",
                    .organisation = "LarkmereMSP",
                    .problem = {}},
                   {.address = "peer0.coastline.example.org:7051",
                    .organisation = "CoastlineMSP",
                    .problem = {}}};
    found.channel = "care";
    found.contract = "keepwell";
    found.custodian = "LarkmereMSP";
    found.certificateName = "kw-7f3a9c";
    found.certificateEnds = Instant{kCertificateEnds};
    found.node = "12D3KooWmadeup";
    found.nodeVersion = "0.32.1";
    found.repoBytes = 1'300'000'000;
    return found;
}

} // namespace

std::unique_ptr<QWidget> makeConnectionStates()
{
    NetworkConfig network;
    network.ledgerKind = ledger::Kind::Fabric;
    network.blocksKind = BlocksKind::Ipfs;
    const Connections found = madeUpPlaces();
    auto page = std::make_unique<QWidget>();
    page->setProperty("role", "page");
    page->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout{page.get()};
    column->setSpacing(ui::px(14));
    for (const auto &[state, detail] :
         {std::pair{"connected", ""}, std::pair{"warming up", ""},
          std::pair{"unavailable", "peer0.larkmere.example.org:7051 does not answer"},
          std::pair{"refused", "the channel does not know the certificate kw-7f3a9c"},
          std::pair{"certificate ends", "the certificate ends in 5 days"},
          std::pair{"conflict", "LarkmereMSP and CoastlineMSP disagree from entry 412 on"},
          std::pair{"clock", "the clock of this computer is 10 minutes behind"}}) {
        const WalletStatus status = statusOf(state, detail);
        column->addWidget(new ui::ConnectionCard{QStringLiteral("log"),
                                                 QStringLiteral("Shared activity log"),
                                                 ui::logWords(status, found, network)});
    }
    for (const char *detail : {"", "the node at 127.0.0.1:5001 does not answer"}) {
        column->addWidget(new ui::ConnectionCard{
            QStringLiteral("database"), QStringLiteral("Record storage"),
            ui::storageWords(statusOf("connected", detail), found, network)});
    }
    if (auto *more = page->findChild<QAbstractButton *>(QStringLiteral("more"))) {
        more->click();
    }
    page->setFixedWidth(ui::px(750));
    return page;
}

QString writeConnectionFile(const std::filesystem::path &folder)
{
    const std::filesystem::path path = folder / "larkmere.json";
    QFile file{QString::fromStdU16String(path.u16string())};
    if (file.open(QIODevice::WriteOnly)) {
        file.write(R"({"name": "Larkmere Health Network", "ledger": {"kind": "fabric",
            "channel": "care", "contract": "keepwell", "gateways": [
            {"endpoint": "peer0.larkmere.example.org:7051", "msp_id": "LarkmereMSP",
             "tls_ca": "-----BEGIN CERTIFICATE-----\nbWFkZSB1cA==\n-----END CERTIFICATE-----\n"}],
            "enrolment": {"url": "https://ca.larkmere.example.org:7054",
             "tls_ca": "-----BEGIN CERTIFICATE-----\nbWFkZSB1cA==\n-----END CERTIFICATE-----\n"}},
            "blocks": {"kind": "folder", "path": "blocks"}})");
    }
    return file.fileName();
}

} // namespace keepwell::gui
