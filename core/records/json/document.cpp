// SPDX-License-Identifier: Apache-2.0
#include "core/records/json/document.hpp"

#include "core/records/json/nodes.hpp"

#include <algorithm>

namespace keepwell::records::json {

std::string_view Value::Nodes::decodedAt(std::uint32_t begin) const
{
    const auto found = std::lower_bound(
        decoded.begin(), decoded.end(), begin,
        [](const Decoded &item, std::uint32_t wanted) { return item.begin < wanted; });
    return std::string_view{decodedText}.substr(found->offset, found->length);
}

Type Value::type() const { return m_nodes ? m_nodes->nodes[m_index].type : Type::Missing; }

std::string_view Value::text() const
{
    return type() == Type::String ? m_nodes->textOf(m_nodes->nodes[m_index]) : std::string_view{};
}

std::string_view Value::scalar() const
{
    switch (type()) {
    case Type::String:
    case Type::Number:
    case Type::Boolean:
        return m_nodes->textOf(m_nodes->nodes[m_index]);
    default:
        return {};
    }
}

bool Value::isTrue() const { return type() == Type::Boolean && scalar() == "true"; }

Value Value::operator[](std::string_view wanted) const
{
    if (isObject()) {
        for (const Value member : children()) {
            if (member.key() == wanted) {
                return member;
            }
        }
    }
    return {};
}

Value Value::operator[](std::size_t index) const
{
    if (isArray()) {
        for (const Value item : children()) {
            if (index-- == 0) {
                return item;
            }
        }
    }
    return {};
}

Children Value::children() const
{
    if (!isArray() && !isObject()) {
        return {};
    }
    return {m_nodes, m_index + 1, m_index + m_nodes->nodes[m_index].span};
}

Children Value::items() const
{
    if (!m_nodes || isArray()) {
        return children();
    }
    return {m_nodes, m_index, m_index + m_nodes->nodes[m_index].span};
}

std::size_t Value::size() const
{
    const Children all = children();
    return static_cast<std::size_t>(std::distance(all.begin(), all.end()));
}

std::string_view Value::key() const
{
    return m_nodes ? m_nodes->keyOf(m_nodes->nodes[m_index]) : std::string_view{};
}

std::string_view Value::slice() const
{
    if (!m_nodes) {
        return {};
    }
    const Node &node = m_nodes->nodes[m_index];
    return m_nodes->source.substr(node.begin, node.length);
}

std::size_t Value::offset() const { return m_nodes ? m_nodes->nodes[m_index].begin : 0; }

Children::Iterator &Children::Iterator::operator++()
{
    m_index += m_nodes->nodes[m_index].span;
    return *this;
}

Document::Document() : m_storage{std::make_unique<Storage>()} {}
Document::~Document() = default;
Document::Document(Document &&) noexcept = default;
Document &Document::operator=(Document &&) noexcept = default;

Result<Document> Document::parse(std::string_view source, Limits limits)
{
    Document document;
    KEEPWELL_CHECK(document.read(source, limits));
    return document;
}

Result<> Document::read(std::string_view source, Limits limits)
{
    Value::Nodes &nodes = m_storage->nodes;
    nodes.nodes.clear();
    nodes.decoded.clear();
    nodes.decodedText.clear();
    nodes.source = source;
    auto done = readNodes(nodes, limits);
    if (!done) {
        nodes.nodes.clear();
    }
    return done;
}

Value Document::root() const
{
    return m_storage->nodes.nodes.empty() ? Value{} : Value{&m_storage->nodes, 0};
}

} // namespace keepwell::records::json
