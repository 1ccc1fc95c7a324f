// SPDX-License-Identifier: Apache-2.0
#include "core/records/described.hpp"

#include "core/records/fhir/classification.hpp"
#include "core/records/fhir/resource_check.hpp"
#include "core/records/fhir/title.hpp"

namespace keepwell::records {

Result<Described> describeResource(std::string_view slice)
{
    KEEPWELL_TRY(const json::Document document, json::Document::parse(slice));
    KEEPWELL_CHECK(fhir::checkResource(document.root()));
    const fhir::ReferenceIndex index;
    return fhir::describe(document.root(), fhir::Resolver{document.root(), index});
}

namespace fhir {

Described describe(json::Value resource, const Resolver &resolver)
{
    Described described;
    described.type = std::string{resource["resourceType"].text()};
    described.kind = kindOf(resource);
    described.title = titleOf(resource, resolver);
    described.date = dateOf(resource);
    Origin origin = originOf(resource, resolver);
    described.source = std::move(origin.organisation);
    described.practitioner = std::move(origin.practitioner);
    return described;
}

} // namespace fhir
} // namespace keepwell::records
