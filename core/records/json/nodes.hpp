// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/json/document.hpp"

/// How a Document lies in memory; included by its own sources only.
namespace keepwell::records::json {

/// A value in preorder: its children follow it, `span` nodes in all.
struct Node
{
    std::uint32_t begin = 0;  ///< Of its bytes in the source (a string's without the quotes).
    std::uint32_t length = 0; ///< Of those bytes.
    std::uint32_t keyBegin = 0;
    std::uint32_t keyLength = 0;
    std::uint32_t span = 1;
    Type type = Type::Null;
    bool escaped = false;    ///< The string's characters are in `decoded`, under the node's begin.
    bool keyEscaped = false; ///< The key's characters are in `decoded`, under keyBegin.
};

/// Characters of the strings that had escapes in the source; few, so a list of their own.
struct Decoded
{
    std::uint32_t begin; ///< Of the string in the source: the search key, rising.
    std::uint32_t offset;
    std::uint32_t length;
};

struct Value::Nodes
{
    std::string_view source;
    std::vector<Node> nodes;
    std::vector<Decoded> decoded;
    std::string decodedText;

    std::string_view decodedAt(std::uint32_t begin) const;
    std::string_view keyOf(const Node &node) const
    {
        return node.keyEscaped ? decodedAt(node.keyBegin)
                               : source.substr(node.keyBegin, node.keyLength);
    }
    std::string_view textOf(const Node &node) const
    {
        return node.escaped ? decodedAt(node.begin) : source.substr(node.begin, node.length);
    }
};

struct Document::Storage
{
    Value::Nodes nodes;
};

/// Fills `nodes` from `nodes.source`. Errors as Document::read().
Result<> readNodes(Value::Nodes &nodes, const Limits &limits);

} // namespace keepwell::records::json
