// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/reference_index.hpp"

#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/resource_name.hpp"

#include <algorithm>

namespace keepwell::records::fhir {
namespace {

/// "http://server/fhir/Medication/12/_history/3" -> "Medication/12"; "" where there is no such end.
std::string_view typeAndId(std::string_view reference)
{
    if (const std::size_t history = reference.find("/_history/");
        history != std::string_view::npos) {
        reference = reference.substr(0, history);
    }
    const std::size_t idSlash = reference.rfind('/');
    if (idSlash == std::string_view::npos || idSlash == 0) {
        return {};
    }
    const std::size_t typeSlash = reference.rfind('/', idSlash - 1);
    return typeSlash == std::string_view::npos ? reference : reference.substr(typeSlash + 1);
}

} // namespace

void ReferenceIndex::add(json::Value resource, std::string_view fullUrl)
{
    if (!isNameable(resource["resourceType"].text())) {
        return;
    }
    const Referenced entry = referencedBy(resource, *this);
    if (entry.name.empty() && entry.organisation.empty() && entry.practitioner.empty()) {
        return;
    }
    const auto put = [&](std::string key) { m_byName.insert_or_assign(std::move(key), entry); };
    if (!fullUrl.empty()) {
        put(std::string{fullUrl});
    }
    if (const std::string_view address = resource["url"].text(); !address.empty()) {
        put(std::string{address});
    }
    if (const std::string_view id = resource["id"].text(); !id.empty()) {
        put(entry.type + '/' + std::string{id});
        if (fullUrl.empty()) { // a shared bundle has none; those of its source were mostly this
            put("urn:uuid:" + std::string{id});
        }
    }
    for (const json::Value identifier : resource["identifier"].items()) {
        const std::string_view value = identifier["value"].text();
        if (!value.empty()) {
            put(entry.type + "?identifier=" + std::string{identifier["system"].text()} + '|'
                + std::string{value});
        }
    }
}

void ReferenceIndex::addNamed(std::string_view type, std::string_view id, std::string_view name)
{
    Referenced entry;
    entry.type = type;
    entry.name = name;
    m_byName.insert_or_assign(entry.type + '/' + std::string{id}, entry);
    m_byName.insert_or_assign("urn:uuid:" + std::string{id}, std::move(entry));
}

const Referenced *ReferenceIndex::find(std::string_view reference) const
{
    for (const std::string_view key : {reference, typeAndId(reference)}) {
        if (const auto found = m_byName.find(std::string{key});
            !key.empty() && found != m_byName.end()) {
            return &found->second;
        }
    }
    return m_outer == nullptr ? nullptr : m_outer->find(reference);
}

void ReferenceIndex::merge(ReferenceIndex &&file)
{
    for (auto &[key, entry] : file.m_byName) {
        if (key.starts_with(entry.type)) {
            m_byName.insert_or_assign(key, std::move(entry));
        }
    }
}

json::Value Resolver::contained(json::Value reference) const
{
    const std::string_view name = reference["reference"].text();
    if (name.starts_with('#')) {
        for (const json::Value resource : m_contained.items()) {
            if (resource["id"].text() == name.substr(1)) {
                return resource;
            }
        }
    }
    return {};
}

/// "Device/12" as a display tells where to look, and nothing else.
bool Resolver::isAddress(std::string_view display, json::Value reference) const
{
    const std::size_t slash = display.find('/');
    return slash != std::string_view::npos && display.find(' ') == std::string_view::npos
        && (display == reference["reference"].text()
            || display.substr(0, slash) == type(reference));
}

std::string Resolver::words(json::Value reference) const
{
    if (const std::string_view display = reference["display"].text();
        hasWords(display) && !isAddress(display, reference)) {
        return plainLine(display);
    }
    if (const json::Value inside = contained(reference)) {
        return referencedBy(inside, m_index).name;
    }
    const Referenced *found = m_index.find(reference["reference"].text());
    return found == nullptr ? std::string{} : found->name;
}

std::string Resolver::canonicalWords(std::string_view address) const
{
    address = address.substr(0, address.find('|'));
    if (address.starts_with('#')) {
        for (const json::Value resource : m_contained.items()) {
            if (resource["id"].text() == address.substr(1)) {
                return referencedBy(resource, m_index).name;
            }
        }
        return {};
    }
    const Referenced *found = address.empty() ? nullptr : m_index.find(address);
    return found == nullptr ? std::string{} : found->name;
}

std::string Resolver::type(json::Value reference) const
{
    if (const std::string_view type = reference["type"].text(); !type.empty()) {
        return std::string{type};
    }
    if (const json::Value inside = contained(reference)) {
        return std::string{inside["resourceType"].text()};
    }
    const std::string_view name = reference["reference"].text();
    if (const Referenced *found = m_index.find(name)) {
        return found->type;
    }
    if (const std::size_t query = name.find('?'); query != std::string_view::npos) {
        return std::string{name.substr(0, query)};
    }
    const std::string_view end = typeAndId(name);
    return std::string{end.substr(0, std::min(end.find('/'), end.size()))};
}

const Referenced *Resolver::target(json::Value reference) const
{
    return m_index.find(reference["reference"].text());
}

} // namespace keepwell::records::fhir
