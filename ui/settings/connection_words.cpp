// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connection_words.hpp"

#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <set>

namespace keepwell::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("Connections", text); }

QString dayOf(Instant instant)
{
    return QLocale{}.toString(localTime(instant).date(), QLocale::LongFormat);
}

QString pathText(const std::filesystem::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

BadgeText badgeOf(const std::string &state)
{
    if (state == "connected") {
        return {ToneName::Good, "done", say("Connected")};
    }
    if (state == "connecting") {
        return {ToneName::Quiet, "refresh", say("Connecting")};
    }
    if (state == "warming up") {
        return {ToneName::Care, "clock", say("Warming up")};
    }
    if (state == "refused") {
        return {ToneName::Stop, "ban", say("Refused")};
    }
    if (state == "certificate ends") {
        return {ToneName::Care, "warning", say("Certificate ends soon")};
    }
    if (state == "conflict") {
        return {ToneName::Stop, "alert", say("Two places disagree")};
    }
    if (state == "clock") {
        return {ToneName::Care, "clock", say("Clock is wrong")};
    }
    return {ToneName::Care, "offline", say("Cannot be reached")};
}

QString logSentence(const WalletStatus &status, const Connections &found)
{
    const std::string &state = status.ledgerState;
    if (state == "connecting") {
        return say("We ask the network how it is.");
    }
    if (state == "warming up") {
        return say("The network is starting. We try again by ourselves.");
    }
    if (state == "refused") {
        return say("The network did not accept this wallet. Ask your organisation for a new code.");
    }
    if (state == "certificate ends") {
        return found.renewable
            ? say("Your certificate ends soon. We renew it by ourselves while you are online.")
            : say("Your certificate ends soon. Ask your organisation for a new code.");
    }
    if (state == "conflict") {
        return say("Two places disagree. Do not rely on the lines in Activity that say so.");
    }
    if (state == "clock") {
        return say("The clock of this computer is wrong. Set it, then try again.");
    }
    if (state == "unavailable") {
        return say("Cannot be reached now. Changes wait here and are sent later. You do not need "
                   "to do anything.");
    }
    return say("Where shares and openings are written down, so nobody can change them later.");
}

void addIf(QStringList &list, const QString &words, const std::string &value)
{
    if (!value.empty()) {
        list << words.arg(plain(value));
    }
}

QStringList fabricDetails(const Connections &found)
{
    QStringList list;
    for (const ConnectionRow &peer : found.peers) {
        list << say("Peer: %1, of %2").arg(plain(peer.address), plain(peer.organisation));
    }
    addIf(list, say("Channel: %1"), found.channel);
    addIf(list, say("Contract: %1"), found.contract);
    addIf(list, say("My organisation: %1"), found.custodian);
    addIf(list, say("Others of the channel see me as: %1"), found.certificateName);
    if (found.certificateEnds) {
        list << say("Certificate ends: %1").arg(dayOf(*found.certificateEnds));
    }
    list << say("Entries: %1, confirmed by two places: %2").arg(found.entries).arg(found.proven);
    addIf(list, say("In dispute: %1"), found.conflict);
    return list;
}

QString placesText(const Connections &found)
{
    std::set<std::string> organisations;
    for (const ConnectionRow &peer : found.peers) {
        organisations.insert(peer.organisation);
    }
    return organisations.size() < 2
        ? say("Confirmed by one place")
        : say("Confirmed by %1 places").arg(static_cast<int>(organisations.size()));
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale{}.formattedDataSize(static_cast<qint64>(bytes));
}

} // namespace

ConnectionWords logWords(const WalletStatus &status, const Connections &found,
                         const NetworkConfig &network)
{
    ConnectionWords words{.badge = badgeOf(status.ledgerState),
                          .sentence = logSentence(status, found)};
    const std::string &state = status.ledgerState;
    const bool isFabric = network.ledgerKind == ledger::Kind::Fabric;
    if (state == "refused" || (state == "certificate ends" && !found.renewable)) {
        words.act = ConnectionAct::Join;
        words.button = say("Use a new code");
    } else if (state == "conflict") {
        words.act = ConnectionAct::Verify;
        words.button = say("Check everything");
    } else if (state == "connected") {
        words.act = ConnectionAct::Join;
        words.button = say("Change");
    } else {
        words.button = say("Try now");
    }
    words.technical << say("Kind: %1").arg(plain(status.ledgerKind));
    if (isFabric) {
        words.facts = (found.title.empty() ? plain(found.channel) : plain(found.title))
            + QStringLiteral("    ") + placesText(found);
        words.technical << fabricDetails(found);
    } else {
        words.technical << say("File: %1").arg(pathText(network.ledgerPath));
    }
    words.technical << say("Network: %1").arg(plain(status.networkId));
    addIf(words.technical, say("Last said: %1"), status.ledgerDetail);
    return words;
}

ConnectionWords storageWords(const WalletStatus &status, const Connections &found,
                             const NetworkConfig &network)
{
    ConnectionWords words{.badge = badgeOf(status.blocksState), .button = say("Check now")};
    const std::string &state = status.blocksState;
    words.sentence = state == "connected" ? say("Your locked files.")
        : state == "connecting"           ? say("We ask where your locked files are kept.")
        : state == "refused" ? say("The place of your locked files does not accept this wallet.")
                             : say("Cannot be reached now. New shares wait here until it can.");
    words.technical << say("Kind: %1").arg(plain(status.blocksKind));
    if (network.blocksKind == BlocksKind::Folder) {
        words.technical << say("Folder: %1").arg(pathText(network.blocksPath));
    } else {
        addIf(words.technical, say("Address: %1"), network.ipfs.api);
        addIf(words.technical, say("Node: %1"), found.node);
        addIf(words.technical, say("Version: %1"), found.nodeVersion);
        if (found.nodePeers) {
            words.technical << say("Neighbours: %1").arg(*found.nodePeers);
        }
        if (found.repoBytes) {
            words.facts = say("%1 kept").arg(sizeText(*found.repoBytes));
            words.technical << say("Size: %1").arg(sizeText(*found.repoBytes));
        }
        words.technical << say("Blocks that wait here: %1").arg(found.blocksWaiting);
        for (const ConnectionRow &gateway : found.gateways) {
            words.technical << say("Gateway: %1, %2")
                                   .arg(plain(gateway.address),
                                        gateway.problem.empty() ? say("answers")
                                                                : plain(gateway.problem));
        }
    }
    addIf(words.technical, say("Last said: %1"), status.blocksDetail);
    return words;
}

ConnectionLine lineOf(const WalletStatus &status)
{
    const std::string &state = status.ledgerState;
    const bool isUp = state == "connected" || state == "certificate ends";
    if (isUp && status.blocksState == "refused") {
        return {.line = say("Storage refused us"), .second = say("See Connections")};
    }
    if (isUp && status.blocksState == "unavailable") {
        return {.offline = true, .line = say("Storage is away"), .second = say("We try again")};
    }
    if (state == "certificate ends") {
        return {.line = say("Certificate ends soon"), .second = say("See Connections")};
    }
    if (state == "connected") {
        return {.good = true,
                .line = status.outbox == 0 ? say("Up to date") : say("Sending…"),
                .second = say("Checked just now")};
    }
    if (state == "connecting") {
        return {.good = true, .line = say("Connecting…"), .second = {}};
    }
    if (state == "warming up") {
        return {
            .offline = true, .line = say("The network is starting"), .second = say("We try again")};
    }
    if (state == "refused") {
        return {.line = say("The network refused us"), .second = say("See Connections")};
    }
    if (state == "conflict") {
        return {.line = say("Two places disagree"), .second = say("See Connections")};
    }
    if (state == "clock") {
        return {.line = say("The clock is wrong"), .second = say("See Connections")};
    }
    return {.offline = true, .line = say("You are offline"), .second = say("We try again")};
}

} // namespace keepwell::ui
