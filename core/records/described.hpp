// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/record_date.hpp"
#include "core/vault/record_row.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace keepwell::records {

/// What a list shows of a resource, found without a vault: for previews of shares and deliveries.
struct Described
{
    std::string type;
    vault::RecordKind kind = vault::RecordKind::Other;
    std::string title;
    vault::RecordDate date;
    std::string source;
    std::string practitioner;
};

namespace fhir {
class ReferenceIndex;
}

/// The resources that stand beside one another in a bundle, by what they are called, so that "who"
/// and "which medicine" have words. Add all of them before asking. One thread at a time.
class Neighbours
{
public:
    Neighbours();
    ~Neighbours();
    Neighbours(Neighbours &&) noexcept;
    Neighbours &operator=(Neighbours &&) noexcept;

    void add(std::string_view slice); ///< What is no resource is nobody's neighbour.
    const fhir::ReferenceIndex &index() const { return *m_index; }

private:
    std::unique_ptr<fhir::ReferenceIndex> m_index;
};

/// Errors: InvalidInput when `slice` is no FHIR resource.
Result<Described> describeResource(std::string_view slice, const Neighbours &neighbours = {});

} // namespace keepwell::records
