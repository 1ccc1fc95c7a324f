// SPDX-License-Identifier: Apache-2.0
#include "core/vault/outbox_table.hpp"

#include <algorithm>

namespace keepwell::vault {

extern const char *const kOutboxSchema;
const char *const kOutboxSchema = R"sql(
CREATE TABLE intent(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    signer INTEGER NOT NULL CHECK(signer BETWEEN 0 AND 2),
    relation INTEGER NOT NULL,
    key BLOB NOT NULL CHECK(length(key) = 32),
    body BLOB NOT NULL,
    object BLOB NOT NULL CHECK(length(object) = 32),
    made INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 4),
    seq INTEGER NOT NULL,
    not_after INTEGER NOT NULL,
    envelope BLOB,
    tx BLOB CHECK(tx IS NULL OR length(tx) = 32),
    entry INTEGER,
    code INTEGER NOT NULL,
    one_use BLOB CHECK(one_use IS NULL OR length(one_use) = 32)
) STRICT;
CREATE INDEX intent_open ON intent(id) WHERE state < 3;
CREATE INDEX intent_by_tx ON intent(tx) WHERE tx IS NOT NULL;
CREATE INDEX intent_by_object ON intent(object);
CREATE TABLE intent_deposit(
    intent INTEGER NOT NULL REFERENCES intent(id),
    number INTEGER NOT NULL,
    field INTEGER NOT NULL,
    object BLOB NOT NULL CHECK(length(object) = 32),
    epoch INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY(intent, number)
) STRICT;
)sql";

namespace {

constexpr auto kSelect = "SELECT id, signer, relation, key, body, object, made, state, seq, "
                         "not_after, envelope, tx, entry, code FROM intent ";

/// The body inside a payload that says nothing else, so that it has one encoding only.
Bytes encodeBody(const IntentRow &row)
{
    contract::Payload payload;
    payload.key = row.key;
    payload.seq = 1;
    payload.body = row.body;
    return contract::encode(payload);
}

Error damaged()
{
    return {ErrorCode::Tampered, "the wallet's database: an act in the outbox cannot be read"};
}

struct ReadIntent
{
    IntentRow row;
    bool whole = true;
};

ReadIntent read(Statement &row)
{
    ReadIntent intent{
        .row = {.id = row.integerAt(0),
                .signer = static_cast<SignerKind>(row.integerAt(1)),
                .relation = static_cast<std::uint32_t>(row.integerAt(2)),
                .key = row.idAt<contract::PublicKey>(3),
                .body = {},
                .object = row.bytes32At(5),
                .made = row.timeAt(6),
                .state = static_cast<IntentState>(row.integerAt(7)),
                .seq = static_cast<std::uint32_t>(row.integerAt(8)),
                .notAfter = row.timeAt(9),
                .envelope = std::nullopt,
                .tx = std::nullopt,
                .entry = std::nullopt,
                .code = contract::codeOf(row.unsignedAt(13)).value_or(contract::Code::Host)}};
    auto payload = contract::parsePayload(row.blobViewAt(4));
    intent.whole = payload.has_value();
    if (payload) {
        intent.row.body = std::move(payload->body);
    }
    if (!row.isNullAt(10)) {
        auto envelope = contract::parseEnvelope(row.blobViewAt(10));
        intent.whole = intent.whole && envelope.has_value();
        if (envelope) {
            intent.row.envelope = *std::move(envelope);
        }
    }
    if (!row.isNullAt(11)) {
        intent.row.tx = row.idAt<contract::TxId>(11);
    }
    if (!row.isNullAt(12)) {
        intent.row.entry = row.unsignedAt(12);
    }
    return intent;
}

Result<std::optional<IntentRow>> one(Statement &statement)
{
    KEEPWELL_TRY(auto found, statement.first(read));
    if (!found) {
        return std::optional<IntentRow>{};
    }
    if (!found->whole) {
        return std::unexpected{damaged()};
    }
    return std::move(found->row);
}

Result<std::vector<IntentRow>> many(Statement &statement)
{
    KEEPWELL_TRY(auto found, statement.all(read));
    std::vector<IntentRow> rows;
    rows.reserve(found.size());
    for (ReadIntent &intent : found) {
        if (!intent.whole) {
            return std::unexpected{damaged()};
        }
        rows.push_back(std::move(intent.row));
    }
    return rows;
}

} // namespace

Result<std::int64_t> OutboxTable::add(const IntentRow &row,
                                      const std::vector<contract::Deposit> &deposits,
                                      const crypto::SigningKey::SeedBytes *oneUse)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(m_database->run(
        "INSERT INTO intent(signer, relation, key, body, object, made, state, seq, not_after, "
        "code, one_use) VALUES(?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)",
        row.signer, row.relation, row.key, encodeBody(row), row.object, row.made,
        oneUse != nullptr ? std::optional<ByteView>{oneUse->expose()} : std::nullopt));
    const std::int64_t id = m_database->lastInsertId();
    for (std::size_t number = 0; number < deposits.size(); ++number) {
        const contract::Deposit &value = deposits[number];
        KEEPWELL_CHECK(m_database->run("INSERT INTO intent_deposit(intent, number, field, object, "
                                       "epoch, value) VALUES(?, ?, ?, ?, ?, ?)",
                                       id, number, value.field, value.id, value.epoch,
                                       value.value));
    }
    KEEPWELL_CHECK(transaction.commit());
    return id;
}

Result<std::optional<IntentRow>> OutboxTable::find(std::int64_t id)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE id = ?"));
    return one(statement.bind(id));
}

Result<std::optional<IntentRow>> OutboxTable::byTx(const contract::TxId &tx)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE tx = ?"));
    return one(statement.bind(tx));
}

Result<std::vector<IntentRow>> OutboxTable::open()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE state < 3 ORDER BY id"));
    return many(statement);
}

Result<std::vector<IntentRow>> OutboxTable::about(const Bytes32 &object)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE object = ? ORDER BY id"));
    return many(statement.bind(object));
}

Result<std::int64_t> OutboxTable::countOpen()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT count(*) FROM intent WHERE state < 3"));
    KEEPWELL_TRY(const auto found,
                 statement.first([](Statement &row) { return row.integerAt(0); }));
    return found.value_or(0);
}

Result<crypto::SigningKey::SeedBytes> OutboxTable::oneUseSeed(std::int64_t id)
{
    using Seed = crypto::SigningKey::SeedBytes;
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT one_use FROM intent WHERE id = ?"));
    KEEPWELL_TRY(const bool found, statement.bind(id).step());
    if (!found || statement.blobViewAt(0).size() != Seed::kBytes) {
        return fail(ErrorCode::NotFound, "this act has no key of its own");
    }
    return Seed::make([&](std::span<std::byte> bytes) {
        std::ranges::copy(statement.blobViewAt(0), bytes.begin());
    });
}

Result<std::vector<IntentDepositRow>> OutboxTable::deposits(std::int64_t id)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT intent, number, field, object, epoch, value "
                                     "FROM intent_deposit WHERE intent = ? ORDER BY number"));
    return statement.bind(id).all([](Statement &row) {
        return IntentDepositRow{.intent = row.integerAt(0),
                                .number = row.integerAt(1),
                                .value = {.field = static_cast<contract::Field>(row.integerAt(2)),
                                          .id = row.bytes32At(3),
                                          .epoch = static_cast<std::uint32_t>(row.integerAt(4)),
                                          .value = row.blobAt(5)}};
    });
}

Result<> OutboxTable::setSent(std::int64_t id, std::uint32_t seq, Instant notAfter,
                              const contract::Transaction &signedTransaction)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(m_database->run(
        "UPDATE intent SET state = 1, seq = ?2, not_after = ?3, envelope = ?4, tx = ?5 "
        "WHERE id = ?1",
        id, seq, notAfter, contract::encode(signedTransaction.envelope()), signedTransaction.id()));
    KEEPWELL_CHECK(m_database->run("UPDATE intent_deposit SET object = ?2 "
                                   "WHERE intent = ?1 AND field = ?3",
                                   id, signedTransaction.id(), contract::Field::Reason));
    return transaction.commit();
}

Result<> OutboxTable::setQueued(std::int64_t id)
{
    return m_database->run("UPDATE intent SET state = 0 WHERE id = ?", id);
}

Result<> OutboxTable::setCommitted(std::int64_t id, std::uint64_t entry, contract::Code outcome)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(m_database->run(
        "UPDATE intent SET state = 2, entry = ?2, code = ?3 WHERE id = ?1", id, entry, outcome));
    KEEPWELL_CHECK(finishIfDeposited(id));
    return transaction.commit();
}

Result<> OutboxTable::setRejected(std::int64_t id, contract::Code code)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(m_database->run("DELETE FROM intent_deposit WHERE intent = ?", id));
    KEEPWELL_CHECK(m_database->run(
        "UPDATE intent SET state = 4, code = ?2, one_use = NULL WHERE id = ?1", id, code));
    return transaction.commit();
}

Result<> OutboxTable::setDeposited(std::int64_t id, std::int64_t number)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(
        m_database->run("DELETE FROM intent_deposit WHERE intent = ? AND number = ?", id, number));
    KEEPWELL_CHECK(finishIfDeposited(id));
    return transaction.commit();
}

Result<> OutboxTable::finishIfDeposited(std::int64_t id)
{
    return m_database->run("UPDATE intent SET state = 3, one_use = NULL WHERE id = ?1 "
                           "AND state = 2 AND NOT EXISTS "
                           "(SELECT 1 FROM intent_deposit WHERE intent = ?1)",
                           id);
}

} // namespace keepwell::vault
