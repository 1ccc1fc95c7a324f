// SPDX-License-Identifier: Apache-2.0
#include "app/cli/json_output.hpp"

#include "app/cli/dates.hpp"
#include "app/cli/exit_status.hpp"
#include "app/cli/state_names.hpp"

#include <nlohmann/json.hpp>

namespace keepwell::cli::json {

namespace {

using Json = nlohmann::ordered_json;

/// Text from outside may be no UTF-8: then U+FFFD stands for what cannot be written.
std::string dumped(const Json &value)
{
    return value.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string textOf(RecordId id) { return std::to_string(static_cast<std::int64_t>(id)); }

Json timeOrNull(const std::optional<Instant> &time)
{
    return time ? Json(isoUtc(*time)) : Json(nullptr);
}

template <class Row, class ToJson>
Json list(const std::vector<Row> &rows, ToJson &&toJson, const AsOf &asOf = {})
{
    Json array = Json::array();
    for (const Row &row : rows) {
        Json value = toJson(row);
        if (asOf) {
            value["as_of"] = *asOf;
        }
        array.push_back(std::move(value));
    }
    return array;
}

Json jsonOf(const Error &error) { return {{"code", nameOf(error.code)}, {"detail", error.detail}}; }

Json jsonOf(const ContactRow &row)
{
    return {{"id", row.id},
            {"name", row.name},
            {"role", identity::nameOf(row.role)},
            {"checked", row.checked},
            {"words", row.words},
            {"blocked", row.blocked},
            {"key_changed", row.keyChanged},
            {"active_shares", row.activeShares}};
}

Json jsonOf(const RecordRow &row)
{
    return {{"id", textOf(row.id)},     {"kind", vault::nameOf(row.kind)},
            {"title", row.title},       {"date", row.date},
            {"source", row.source},     {"person", row.personName},
            {"verified", row.verified}, {"from", row.from}};
}

Json jsonOf(const ShareRow &row)
{
    Json value{{"grant", row.grant.toHex()},
               {"to", row.to},
               {"state", nameOf(row.state)},
               {"records", row.records},
               {"until", isoUtc(row.until)},
               {"opens", row.opens},
               {"assurance", row.assurance},
               {"max_opens", row.maxOpens},
               {"reason", row.reason},
               {"purpose", purposeNamed(row.purpose)},
               {"created", isoUtc(row.created)},
               {"last_opened", timeOrNull(row.lastOpened)},
               {"live", row.live}};
    if (row.waiting) {
        value["state"] = nameOf(ShareState::Queued);
    }
    if (!row.rejected.empty()) {
        value["rejected"] = row.rejected;
    }
    return value;
}

Json jsonOf(const InboxRow &row)
{
    return {{"grant", row.grant.toHex()},
            {"from", row.from},
            {"reason", row.reason},
            {"records", row.records},
            {"until", isoUtc(row.until)},
            {"state", nameOf(row.state)},
            {"checked", row.checked},
            {"purpose", purposeNamed(row.purpose)},
            {"since", isoUtc(row.since)},
            {"max_opens", row.maxOpens},
            {"new", row.isNew}};
}

Json jsonOf(const ActivityRow &row)
{
    return {{"time", isoUtc(row.time)},
            {"kind", row.kind},
            {"who", row.who},
            {"what", row.what},
            {"reason", row.reason},
            {"grant", row.grant ? Json(row.grant->toHex()) : Json(nullptr)},
            {"proof", nameOf(row.proof)},
            {"tx", row.tx ? Json(row.tx->toHex()) : Json(nullptr)},
            {"code", row.code}};
}

Json jsonOf(const Rejection &rejection)
{
    return {{"path", rejection.path},
            {"place", rejection.place},
            {"code", nameOf(rejection.code)},
            {"detail", rejection.detail}};
}

Json jsonOf(const FileReport &file)
{
    return {{"path", file.path},
            {"format", file.format},
            {"added", file.added},
            {"duplicates", file.duplicates},
            {"rejected", file.rejected}};
}

Json jsonOf(const records::SummarySection &section)
{
    return list(section.items, [](const records::SummaryItem &item) {
        return Json{{"id", textOf(item.id)},
                    {"title", item.title},
                    {"value", item.value},
                    {"date", item.date},
                    {"flag", records::wordsOf(item.flag)}};
    });
}

template <class Row>
Json rowToJson(const Row &row)
{
    return jsonOf(row);
}

} // namespace

std::string error(const Error &error) { return dumped({{"error", jsonOf(error)}}); }

std::string newWallet(identity::Role role, std::string_view networkId, std::string_view phrase)
{
    Json value{{"role", identity::nameOf(role)}, {"network", {{"id", networkId}}}};
    if (!phrase.empty()) {
        value["phrase"] = phrase;
    }
    return dumped(value);
}

std::string restored(const RestoreReport &report)
{
    return dumped(
        {{"shares", report.shares}, {"contacts", report.contacts}, {"records", report.records}});
}

std::string status(const WalletStatus &status, const AsOf &asOf)
{
    Json value{{"role", identity::nameOf(status.role)},
               {"name", status.name},
               {"records", status.records},
               {"contacts", status.contacts},
               {"outbox", status.outbox},
               {"ledger", {{"kind", status.ledgerKind}, {"state", status.ledgerState}}},
               {"blocks", {{"kind", status.blocksKind}, {"state", status.blocksState}}},
               {"network", {{"id", status.networkId}}}};
    if (!status.ledgerDetail.empty()) {
        value["ledger"]["detail"] = status.ledgerDetail;
    }
    if (!status.blocksDetail.empty()) {
        value["blocks"]["detail"] = status.blocksDetail;
    }
    if (status.certificateEnds) {
        value["ledger"]["certificate_ends"] = isoUtc(*status.certificateEnds);
    }
    if (asOf) {
        value["as_of"] = *asOf;
    }
    return dumped(value);
}

std::string network(const NetworkConfig &config, std::string_view networkId)
{
    Json value = Json::parse(config.toJson());
    value["id"] = networkId;
    return dumped(value);
}

std::string demo(const demo::DemoWallets &wallets)
{
    return dumped({{"patient", wallets.patient.string()},
                   {"clinician", wallets.clinician.string()},
                   {"passphrase", wallets.passphraseFile.string()}});
}

std::string people(const std::vector<Person> &rows)
{
    return dumped(list(rows, [](const Person &row) {
        return Json{{"name", row.name},
                    {"born", row.born ? Json(*row.born) : Json(nullptr)},
                    {"records", row.records},
                    {"id", row.id.value},
                    {"owner", row.owner}};
    }));
}

std::string contacts(const std::vector<ContactRow> &rows, const AsOf &asOf)
{
    return dumped(list(rows, rowToJson<ContactRow>, asOf));
}

std::string contact(const ContactRow &row, SendState state)
{
    Json value = jsonOf(row);
    value["state"] = nameOf(state);
    return dumped(value);
}

std::string invite(const std::filesystem::path &file, std::string_view link)
{
    return dumped({{"file", file.string()}, {"link", link}});
}

std::string imported(const ImportReport &report, SendState state, const std::optional<Error> &error)
{
    Json value{{"added", report.added},
               {"duplicates", report.duplicates},
               {"rejected", list(report.rejected, rowToJson<Rejection>)},
               {"files", list(report.files, rowToJson<FileReport>)},
               {"state", nameOf(state)}};
    if (error) {
        value["error"] = jsonOf(*error);
    }
    return dumped(value);
}

std::string records(const std::vector<RecordRow> &rows)
{
    return dumped(list(rows, rowToJson<RecordRow>));
}

std::string summary(const Summary &summary)
{
    const std::pair<const char *, const records::SummarySection &> sections[]
        = {{"allergies", summary.allergies},
           {"medications", summary.medications},
           {"conditions", summary.conditions},
           {"immunizations", summary.immunizations},
           {"results", summary.results}};
    Json value;
    Json none = Json::array();
    for (const auto &[name, section] : sections) {
        value[name] = jsonOf(section);
        if (section.knownNone) {
            none.push_back(name);
        }
    }
    value["known_none"] = std::move(none);
    return dumped(value);
}

std::string exported(const ExportReport &report)
{
    return dumped({{"records", report.records}, {"files", report.files}});
}

std::string shared(const ShareResult &result)
{
    const auto state = result.state == SendState::Queued ? ShareState::Queued : ShareState::Active;
    return dumped({{"grant", result.grant.toHex()},
                   {"records", result.records},
                   {"until", isoUtc(result.until)},
                   {"assurance", result.assurance},
                   {"state", nameOf(state)}});
}

std::string shares(const std::vector<ShareRow> &rows, const AsOf &asOf,
                   const std::vector<RecordRow> *included)
{
    return dumped(list(
        rows,
        [included](const ShareRow &row) {
            Json value = jsonOf(row);
            if (included != nullptr) {
                value["included"] = list(*included, rowToJson<RecordRow>);
            }
            return value;
        },
        asOf));
}

std::string inbox(const std::vector<InboxRow> &rows, const AsOf &asOf)
{
    return dumped(list(rows, rowToJson<InboxRow>, asOf));
}

std::string opened(const OpenedShare &share, const std::filesystem::path &out)
{
    return dumped({{"grant", share.grant().toHex()},
                   {"records", share.records()},
                   {"author", share.author()},
                   {"anchored", share.anchored()},
                   {"out", out.empty() ? Json(nullptr) : Json(out.string())},
                   {"until", isoUtc(share.until())}});
}

std::string delivered(const contract::DeliveryId &delivery, SendState state)
{
    return dumped({{"delivery", delivery.toHex()}, {"state", nameOf(state)}});
}

std::string deliveries(const std::vector<DeliveryRow> &rows, std::string_view own, const AsOf &asOf)
{
    return dumped(list(
        rows,
        [own](const DeliveryRow &row) {
            return Json{{"delivery", row.delivery.toHex()},
                        {"from", row.incoming ? std::string_view{row.from} : own},
                        {"note", row.note},
                        {"records", row.records},
                        {"state", nameOf(row.state)},
                        {"to", row.incoming ? own : std::string_view{row.from}},
                        {"incoming", row.incoming},
                        {"waiting_for", row.waitingFor},
                        {"time", isoUtc(row.time)}};
        },
        asOf));
}

std::string synced(const SyncReport &report)
{
    return dumped({{"sent", report.sent},
                   {"received", report.received},
                   {"filed", report.filed},
                   {"state", report.state}});
}

std::string activity(const std::vector<ActivityRow> &rows, const AsOf &asOf)
{
    return dumped(list(rows, rowToJson<ActivityRow>, asOf));
}

std::string verified(const VerifyReport &report, const std::optional<Error> &error)
{
    Json value{{"records", report.records},
               {"anchored", report.anchored},
               {"entries", report.entries},
               {"proven", report.proven},
               {"problems", report.problems}};
    if (error) {
        value["error"] = jsonOf(*error);
    }
    return dumped(value);
}

std::string proofChecked(const audit::ProofReport &report, const std::optional<Error> &error)
{
    Json value{{"records", report.records}, {"proven", report.proven},
               {"author", report.author},   {"problems", report.problems},
               {"network", report.network}, {"to_compare", report.toCompare}};
    if (error) {
        value["error"] = jsonOf(*error);
    }
    return dumped(value);
}

std::string ledgerChecked(const ledger::LedgerReport &report, const std::optional<Error> &error)
{
    Json problems = Json::array();
    for (const auto &problem : report.problems) {
        problems.push_back((problem.index ? "entry " + std::to_string(*problem.index) + ": " : "")
                           + problem.what);
    }
    Json value{{"entries", report.entries},
               {"root", toHex(report.root)},
               {"problems", std::move(problems)},
               {"network", report.network.toHex()}};
    if (error) {
        value["error"] = jsonOf(*error);
    }
    return dumped(value);
}

} // namespace keepwell::cli::json
