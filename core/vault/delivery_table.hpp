// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/vault/database.hpp"
#include "core/vault/row_id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::vault {

enum class DeliveryStep : std::uint8_t {
    Queued = 0,  ///< Mine, in the outbox.
    Sent = 1,    ///< Mine, committed; not acknowledged.
    Waiting = 2, ///< To me, in quarantine or not looked at yet; `waitingFor` says why.
    Filed = 3,
    Refused = 4,
};

/// Records on their way from or to a contact (a hello is not one: hello_table.hpp).
struct DeliveryRow
{
    contract::DeliveryId id;
    bool incoming = false;
    std::optional<std::int64_t> contact; ///< nullopt: the sender's key is nobody I know.
    std::uint32_t relation = 0;          ///< My side's keys: RelationRow::i.
    contract::PublicKey from;
    contract::PublicKey to;
    std::string note;
    std::int64_t records = 0;
    Bytes
        notice; ///< Outgoing: sealed, to deposit again. Incoming: sealed, as it came. Empty before, and once wiped.
    Bytes object; ///< The object's ObjRef; empty once wiped.
    DeliveryStep step = DeliveryStep::Queued;
    std::string waitingFor;
    std::optional<PersonId> person; ///< Whom it was filed for.
    Instant time;
    bool changed = false; ///< What came is not what was sealed: it waits, and is not tried again.
};

/// One thread at a time, as its database.
class DeliveryTable
{
public:
    explicit DeliveryTable(Database &database) : m_database{&database} {}

    /// Errors: Conflict when it is there already.
    Result<> add(const DeliveryRow &row); ///< `changed` is not looked at.
    Result<std::optional<DeliveryRow>> find(const contract::DeliveryId &delivery);
    Result<std::vector<DeliveryRow>> all(); ///< Newest first.
    /// Those in this step, oldest first.
    Result<std::vector<DeliveryRow>> inStep(DeliveryStep step);
    Result<> setStep(const contract::DeliveryId &delivery, DeliveryStep step,
                     std::string_view waitingFor = {});
    /// Its notice has come: what it says, and the sealed bytes.
    Result<> setArrived(const contract::DeliveryId &delivery, std::string_view note,
                        std::int64_t records, ByteView sealedNotice);
    /// One that waits cannot be opened, ever. False: it waits no more.
    Result<bool> setChanged(const contract::DeliveryId &delivery, std::string_view waitingFor);
    Result<> setFiled(const contract::DeliveryId &delivery, PersonId person);
    /// It was a hello, which has a table of its own.
    Result<> remove(const contract::DeliveryId &delivery);
    /// Destroys notice and object reference.
    Result<> wipe(const contract::DeliveryId &delivery);
    /// Ids that begin with these hex digits; at most 10.
    Result<std::vector<contract::DeliveryId>> byPrefix(std::string_view hexDigits);

private:
    Database *m_database;
};

} // namespace keepwell::vault
