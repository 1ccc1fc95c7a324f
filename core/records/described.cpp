// SPDX-License-Identifier: Apache-2.0
#include "core/records/described.hpp"

#include "core/records/fhir/classification.hpp"
#include "core/records/fhir/resource_check.hpp"
#include "core/records/fhir/title.hpp"

namespace keepwell::records {

Neighbours::Neighbours() : m_index{std::make_unique<fhir::ReferenceIndex>()} {}
Neighbours::~Neighbours() = default;
Neighbours::Neighbours(Neighbours &&) noexcept = default;
Neighbours &Neighbours::operator=(Neighbours &&) noexcept = default;

void Neighbours::add(std::string_view slice)
{
    const auto document = json::Document::parse(slice);
    if (document && fhir::checkResource(document->root())) {
        m_index->add(document->root(), {});
    }
}

Result<Described> describeResource(std::string_view slice, const Neighbours &neighbours)
{
    KEEPWELL_TRY(const json::Document document, json::Document::parse(slice));
    KEEPWELL_CHECK(fhir::checkResource(document.root()));
    return fhir::describe(document.root(), fhir::Resolver{document.root(), neighbours.index()});
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
