// SPDX-License-Identifier: Apache-2.0
#include "core/records/canonical.hpp"

#include "core/crypto/hash.hpp"
#include "core/records/json/string_escapes.hpp"

#include <algorithm>
#include <vector>

namespace keepwell::records {
namespace {

/// Where in the resource a value stands, as far as it matters.
enum class Place { Resource, Meta, Narrative, Other };

bool isLeftOut(Place place, std::string_view key)
{
    return place == Place::Meta && (key == "versionId" || key == "lastUpdated" || key == "source");
}

Place placeOf(Place parent, std::string_view key, json::Value value)
{
    if (parent == Place::Resource && key == "meta") {
        return Place::Meta;
    }
    if (key == "text" && value["div"].isString()) {
        return Place::Narrative;
    }
    return Place::Other;
}

void appendWithoutSpace(std::string &target, std::string_view text)
{
    std::string dense;
    dense.reserve(text.size());
    std::ranges::copy_if(text, std::back_inserter(dense),
                         [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
    json::appendQuoted(target, dense);
}

void appendValue(std::string &target, json::Value value, Place place);

void appendObject(std::string &target, json::Value object, Place place)
{
    struct Member
    {
        std::string_view key;
        json::Value value;
    };
    std::vector<Member> members;
    for (const json::Value member : object.children()) {
        if (!isLeftOut(place, member.key())) {
            members.push_back({member.key(), member});
        }
    }
    std::ranges::sort(members, {}, &Member::key);
    target += '{';
    bool first = true;
    for (const Member &member : members) {
        const Place inside = placeOf(place, member.key, member.value);
        // A meta that held nothing else is as good as none.
        const bool empty = inside == Place::Meta
            && std::ranges::all_of(member.value.children(), [](json::Value item) {
                               return isLeftOut(Place::Meta, item.key());
                           });
        if (empty) {
            continue;
        }
        if (!first) {
            target += ',';
        }
        first = false;
        json::appendQuoted(target, member.key);
        target += ':';
        if (place == Place::Narrative && member.key == "div") {
            appendWithoutSpace(target, member.value.text());
        } else {
            appendValue(target, member.value, inside);
        }
    }
    target += '}';
}

void appendValue(std::string &target, json::Value value, Place place)
{
    switch (value.type()) {
    case json::Type::Object:
        appendObject(target, value, place);
        return;
    case json::Type::Array: {
        target += '[';
        bool first = true;
        for (const json::Value item : value.children()) {
            if (!first) {
                target += ',';
            }
            first = false;
            appendValue(target, item, Place::Other);
        }
        target += ']';
        return;
    }
    case json::Type::String:
        json::appendQuoted(target, value.text());
        return;
    case json::Type::Null:
        target += "null";
        return;
    default:
        target += value.scalar();
    }
}

} // namespace

std::string canonicalText(json::Value resource)
{
    std::string text;
    text.reserve(resource.slice().size());
    appendValue(text, resource, Place::Resource);
    return text;
}

Bytes32 canonicalHash(json::Value resource)
{
    return crypto::sha256(bytesOf(canonicalText(resource)));
}

} // namespace keepwell::records
