// SPDX-License-Identifier: Apache-2.0
#include "core/vault/delivery_table.hpp"

namespace keepwell::vault {

extern const char *const kDeliverySchema;
const char *const kDeliverySchema = R"sql(
CREATE TABLE delivery(
    id BLOB PRIMARY KEY CHECK(length(id) = 32),
    incoming INTEGER NOT NULL,
    contact INTEGER,
    relation INTEGER NOT NULL,
    sender BLOB NOT NULL CHECK(length(sender) = 32),
    receiver BLOB NOT NULL CHECK(length(receiver) = 32),
    note TEXT NOT NULL,
    records INTEGER NOT NULL,
    notice BLOB NOT NULL,
    object BLOB NOT NULL,
    step INTEGER NOT NULL CHECK(step BETWEEN 0 AND 4),
    waiting_for TEXT NOT NULL,
    person INTEGER,
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_by_step ON delivery(step);
)sql";

namespace {

constexpr auto kSelect = "SELECT id, incoming, contact, relation, sender, receiver, note, records, "
                         "notice, object, step, waiting_for, person, time, changed "
                         "FROM delivery ";

DeliveryRow read(Statement &row)
{
    DeliveryRow delivery{
        .id = row.idAt<contract::DeliveryId>(0),
        .incoming = row.boolAt(1),
        .contact = std::nullopt,
        .relation = static_cast<std::uint32_t>(row.integerAt(3)),
        .from = row.idAt<contract::PublicKey>(4),
        .to = row.idAt<contract::PublicKey>(5),
        .note = row.textAt(6),
        .records = row.integerAt(7),
        .notice = row.blobAt(8),
        .object = row.blobAt(9),
        .step = static_cast<DeliveryStep>(row.integerAt(10)),
        .waitingFor = row.textAt(11),
        .person = std::nullopt,
        .time = row.timeAt(13),
        .changed = row.boolAt(14),
    };
    if (!row.isNullAt(2)) {
        delivery.contact = row.integerAt(2);
    }
    if (!row.isNullAt(12)) {
        delivery.person = PersonId{row.integerAt(12)};
    }
    return delivery;
}

} // namespace

Result<> DeliveryTable::add(const DeliveryRow &row)
{
    return m_database->run(
        "INSERT INTO delivery(id, incoming, contact, relation, sender, receiver, note, records, "
        "notice, object, step, waiting_for, person, time) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id, row.incoming, row.contact, row.relation, row.from, row.to, row.note, row.records,
        row.notice, row.object, row.step, row.waitingFor, row.person, row.time);
}

Result<std::optional<DeliveryRow>> DeliveryTable::find(const contract::DeliveryId &delivery)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE id = ?"));
    return statement.bind(delivery).first(read);
}

Result<std::vector<DeliveryRow>> DeliveryTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "ORDER BY time DESC, rowid DESC"));
    return statement.all(read);
}

Result<std::vector<DeliveryRow>> DeliveryTable::inStep(DeliveryStep step)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE step = ? ORDER BY time, rowid"));
    return statement.bind(step).all(read);
}

Result<> DeliveryTable::setStep(const contract::DeliveryId &delivery, DeliveryStep step,
                                std::string_view waitingFor)
{
    return m_database->run("UPDATE delivery SET step = ?2, waiting_for = ?3 WHERE id = ?1",
                           delivery, step, waitingFor);
}

Result<> DeliveryTable::setArrived(const contract::DeliveryId &delivery, std::string_view note,
                                   std::int64_t records, ByteView sealedNotice)
{
    return m_database->run("UPDATE delivery SET note = ?2, records = ?3, notice = ?4 WHERE id = ?1",
                           delivery, note, records, sealedNotice);
}

Result<bool> DeliveryTable::setChanged(const contract::DeliveryId &delivery,
                                       std::string_view waitingFor)
{
    KEEPWELL_CHECK(m_database->run("UPDATE delivery SET changed = 1, waiting_for = ?2 "
                                   "WHERE id = ?1 AND step = ?3",
                                   delivery, waitingFor, DeliveryStep::Waiting));
    return m_database->changes() > 0;
}

Result<> DeliveryTable::remove(const contract::DeliveryId &delivery)
{
    return m_database->run("DELETE FROM delivery WHERE id = ?", delivery);
}

Result<> DeliveryTable::setFiled(const contract::DeliveryId &delivery, PersonId person)
{
    return m_database->run(
        "UPDATE delivery SET step = 3, waiting_for = '', person = ?2 WHERE id = ?1", delivery,
        person);
}

Result<> DeliveryTable::wipe(const contract::DeliveryId &delivery)
{
    return m_database->run("UPDATE delivery SET notice = x'', object = x'' WHERE id = ?", delivery);
}

Result<std::vector<contract::DeliveryId>> DeliveryTable::byPrefix(std::string_view hexDigits)
{
    if (hexDigits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
        return std::vector<contract::DeliveryId>{};
    }
    KEEPWELL_TRY(
        Statement statement,
        m_database->prepare("SELECT id FROM delivery WHERE hex(id) LIKE ?1 || '%' LIMIT 10"));
    return statement.bind(hexDigits).all(
        [](Statement &row) { return row.idAt<contract::DeliveryId>(0); });
}

} // namespace keepwell::vault
