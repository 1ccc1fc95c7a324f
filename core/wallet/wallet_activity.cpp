// SPDX-License-Identifier: Apache-2.0
#include "core/audit/activity_export.hpp"
#include "core/base/hex.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/delivery_table.hpp"
#include "core/vault/grant_table.hpp"
#include "core/wallet/parts.hpp"

/// Who opened what and when, and ids typed by people.
namespace keepwell {

namespace {

constexpr std::int64_t kPage = 500;
constexpr std::size_t kLeastPrefix = 8;

audit::ExportFormat formatOf(ActivityFormat format)
{
    switch (format) {
    case ActivityFormat::Balp:
        return audit::ExportFormat::Balp;
    case ActivityFormat::Csv:
        return audit::ExportFormat::Csv;
    case ActivityFormat::Json:
        break;
    }
    return audit::ExportFormat::Json;
}

/// The one id of `found`; a whole id that is not among them is taken as it is.
template <class Id>
Result<Id> onlyOne(std::string_view prefix, const std::vector<Id> &found, const char *what)
{
    if (found.size() == 1) {
        return found.front();
    }
    if (found.empty() && prefix.size() == 2 * Id::kBytes) {
        return Id::parse(prefix);
    }
    if (found.empty()) {
        return fail(ErrorCode::NotFound, std::string{"no "} + what + " begins with these digits");
    }
    std::string list;
    for (const Id &id : found) {
        list += (list.empty() ? "" : ", ") + id.toHex();
    }
    return fail(ErrorCode::Conflict, "several begin with these digits: " + list);
}

Result<> checkPrefix(std::string_view prefix)
{
    if (prefix.size() < kLeastPrefix || prefix.size() > 64
        || prefix.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
        return fail(ErrorCode::Usage, "an id is 8 to 64 hexadecimal digits");
    }
    return {};
}

/// "#12" → 12.
std::optional<std::int64_t> numberOf(std::string_view text)
{
    if (text.size() < 2 || text.size() > 18 || text.front() != '#'
        || text.find_first_not_of("0123456789", 1) != std::string_view::npos) {
        return std::nullopt;
    }
    return std::stoll(std::string{text.substr(1)});
}

struct Named
{
    std::int64_t id;
    std::string name;
};

Result<std::int64_t> findNamed(std::string_view wanted, const std::vector<Named> &all,
                               const char *what)
{
    const auto number = numberOf(wanted);
    std::vector<std::int64_t> found;
    for (const Named &one : all) {
        if (number ? one.id == *number : one.name == wanted) {
            found.push_back(one.id);
        }
    }
    if (found.size() == 1) {
        return found.front();
    }
    if (found.empty()) {
        return fail(ErrorCode::NotFound, std::string{"there is no "} + what + " of this name");
    }
    std::string list;
    for (const std::int64_t id : found) {
        list += (list.empty() ? "#" : ", #") + std::to_string(id);
    }
    return fail(ErrorCode::Conflict, "several have this name: say which one, " + list);
}

} // namespace

Result<std::vector<ActivityRow>> Wallet::activity(const ActivityFilter &filter)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::ActivityTable{m_parts->database()}.list(filter);
}

Result<> Wallet::exportActivity(const ActivityFilter &filter, ActivityFormat format,
                                const std::filesystem::path &file)
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::ActivityTable table{m_parts->database()};
    ActivityFilter paged = filter;
    paged.limit = kPage;
    paged.offset = 0;
    std::vector<ActivityRow> page;
    std::size_t at = 0;
    std::optional<vault::ActivityId> after;
    const audit::NextActivity next = [&]() -> Result<std::optional<ActivityRow>> {
        if (at == page.size()) {
            KEEPWELL_TRY(page, table.list(paged, after));
            at = 0;
            if (page.empty()) {
                return std::nullopt;
            }
            after = page.back().id;
        }
        return page[at++];
    };
    return audit::exportActivity(file, formatOf(format),
                                 {.owner = m_parts->self.name,
                                  .role = m_parts->self.role,
                                  .network = m_parts->info.network.toHex()},
                                 next);
}

Result<std::int64_t> Wallet::unseenActivity()
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::ActivityTable{m_parts->database()}.unseenCount();
}

Result<> Wallet::markActivitySeen(ActivityId line)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::ActivityTable{m_parts->database()}.markSeen(line);
}

Result<> Wallet::markAllActivitySeen()
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::ActivityTable{m_parts->database()}.markAllSeen();
}

Result<contract::GrantId> Wallet::findGrant(std::string_view prefix)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_CHECK(checkPrefix(prefix));
    KEEPWELL_TRY(const auto found, vault::GrantTable{m_parts->database()}.byPrefix(prefix));
    return onlyOne(prefix, found, "share");
}

Result<contract::DeliveryId> Wallet::findDelivery(std::string_view prefix)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_CHECK(checkPrefix(prefix));
    KEEPWELL_TRY(const auto found, vault::DeliveryTable{m_parts->database()}.byPrefix(prefix));
    return onlyOne(prefix, found, "delivery");
}

Result<std::int64_t> Wallet::findContact(std::string_view nameOrId)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const auto contacts, vault::ContactTable{m_parts->database()}.all());
    std::vector<Named> all;
    for (const vault::ContactRow &contact : contacts) {
        all.push_back({contact.id, contact.name});
    }
    return findNamed(nameOrId, all, "contact");
}

Result<PersonId> Wallet::findPerson(std::string_view nameOrId)
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::PersonTable table{m_parts->database()};
    if (nameOrId == "me") {
        return table.owner();
    }
    KEEPWELL_TRY(const auto people, table.list());
    std::vector<Named> all;
    for (const Person &person : people) {
        all.push_back({person.id.value, person.name});
    }
    KEEPWELL_TRY(const std::int64_t id, findNamed(nameOrId, all, "person"));
    return PersonId{id};
}

} // namespace keepwell
