// SPDX-License-Identifier: Apache-2.0
#include "core/contract/overlay.hpp"

namespace keepwell::contract {

Result<const std::optional<Bytes> *> Overlay::get(const std::string &key)
{
    auto found = m_read.find(key);
    if (found == m_read.end()) {
        KEEPWELL_TRY(std::optional<Bytes> value, m_below->get(key));
        found = m_read.emplace(key, std::move(value)).first;
    }
    return &found->second;
}

template <class Row, class Parse>
Result<std::optional<Row>> Overlay::row(const std::string &key, Parse parse)
{
    const Bytes *bytes = nullptr;
    if (const auto written = m_rows.find(key); written != m_rows.end()) {
        bytes = &written->second;
    } else {
        KEEPWELL_TRY(const std::optional<Bytes> *read, get(key));
        bytes = read->has_value() ? &**read : nullptr;
    }
    if (bytes == nullptr) {
        return std::optional<Row>{};
    }
    auto parsed = parse(*bytes);
    if (!parsed) {
        return fail(ErrorCode::Tampered, "state row " + key + ": " + parsed.error().detail);
    }
    return std::optional<Row>{*std::move(parsed)};
}

Result<std::optional<KeyRow>> Overlay::key(const PublicKey &key)
{
    return row<KeyRow>(keyRowKey(key), parseKeyRow);
}

Result<std::optional<GrantRow>> Overlay::grant(const GrantId &grant)
{
    return row<GrantRow>(grantRowKey(grant), parseGrantRow);
}

Result<std::optional<AccessRow>> Overlay::access(const TxId &request)
{
    return row<AccessRow>(accessRowKey(request), parseAccessRow);
}

Result<std::optional<RefusalsRow>> Overlay::refusals(const GrantId &grant, const PublicKey &key)
{
    return row<RefusalsRow>(refusalsRowKey(grant, key), parseRefusalsRow);
}

Result<std::optional<DeliveryRow>> Overlay::delivery(const DeliveryId &delivery)
{
    return row<DeliveryRow>(deliveryRowKey(delivery), parseDeliveryRow);
}

Result<std::optional<PointerRow>> Overlay::pointer(const PublicKey &key)
{
    return row<PointerRow>(pointerRowKey(key), parsePointerRow);
}

Result<> Overlay::flush()
{
    for (const auto &[key, value] : m_rows) {
        KEEPWELL_CHECK(m_below->put(key, value));
    }
    for (const PrivateKey &key : m_purged) {
        KEEPWELL_CHECK(m_below->purgePrivate(key));
    }
    for (const IndexRow &row : m_index) {
        KEEPWELL_CHECK(m_below->putIndex(row.kind, row.of, row.id));
    }
    return {};
}

} // namespace keepwell::contract
