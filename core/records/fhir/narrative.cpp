// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/narrative.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/title.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostBytes = 1'000'000;
constexpr int kMostDepth = 64;

constexpr auto kKept = std::to_array<std::string_view>({
    "b",     "blockquote", "br",    "caption", "dd",    "div",    "dl",  "dt",  "em",
    "h1",    "h2",         "h3",    "h4",      "h5",    "h6",     "hr",  "i",   "li",
    "ol",    "p",          "pre",   "small",   "span",  "strong", "sub", "sup", "table",
    "tbody", "td",         "tfoot", "th",      "thead", "tr",     "tt",  "u",   "ul",
});

// Their content is no text for people either.
constexpr auto kDropped = std::to_array<std::string_view>({
    "applet", "audio", "embed", "form",     "frame",    "frameset", "head",   "iframe",
    "img",    "input", "link",  "math",     "meta",     "noscript", "object", "script",
    "select", "style", "svg",   "template", "textarea", "title",    "video",
});

constexpr auto kBlocks = std::to_array<std::string_view>({
    "blockquote", "caption", "dd", "div", "dl", "dt", "h1",  "h2",    "h3", "h4",
    "h5",         "h6",      "hr", "li",  "ol", "p",  "pre", "table", "tr", "ul",
});

std::string localName(const pugi::xml_node &node)
{
    std::string name{node.name()};
    if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
        name.erase(0, colon + 1);
    }
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

class Rebuilder
{
public:
    void add(const pugi::xml_node &parent, int depth)
    {
        for (const pugi::xml_node &node : parent.children()) {
            if (m_html.size() > kMostBytes || depth > kMostDepth) {
                return;
            }
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
                addText(node.value());
            } else if (node.type() == pugi::node_element) {
                addElement(node, depth);
            }
        }
    }

    Narrative finish()
    {
        Narrative narrative;
        narrative.text = plainLines(m_text);
        if (!narrative.text.empty()) {
            narrative.html = std::move(m_html);
        }
        return narrative;
    }

private:
    void addText(std::string_view raw)
    {
        // Blanks at the edges part words of neighbouring elements.
        const bool before = !raw.empty() && static_cast<unsigned char>(raw.front()) <= ' ';
        const bool after = !raw.empty() && static_cast<unsigned char>(raw.back()) <= ' ';
        const std::string clean = plainLine(raw, kMostBytes);
        const std::string text = (before ? " " : "") + clean + (after && !clean.empty() ? " " : "");
        m_html += escaped(text);
        m_text += text;
    }

    void addElement(const pugi::xml_node &node, int depth)
    {
        const std::string name = localName(node);
        if (std::ranges::binary_search(kDropped, name)) {
            return;
        }
        const bool block = std::ranges::binary_search(kBlocks, name) || name == "br";
        const bool kept = std::ranges::binary_search(kKept, name);
        if (block) {
            m_text += '\n';
        }
        if (name == "td" || name == "th") {
            m_text += plainLine(m_text.substr(m_text.rfind('\n') + 1)).empty() ? "" : " · ";
        }
        if (name == "br" || name == "hr") {
            m_html += '<' + name + "/>";
            return;
        }
        if (kept) {
            m_html += '<' + name + span(node, "colspan") + span(node, "rowspan") + '>';
        }
        add(node, depth + 1);
        if (kept) {
            m_html += "</" + name + '>';
        }
        if (block) {
            m_text += '\n';
        }
    }

    static std::string span(const pugi::xml_node &node, const char *name)
    {
        const int cells = node.attribute(name).as_int(0);
        return cells > 1 && cells <= 50
            ? ' ' + std::string{name} + "=\"" + std::to_string(cells) + '"'
            : std::string{};
    }

    std::string m_html;
    std::string m_text;
};

/// pugixml knows the five entities of XML and leaves others as they stand; these are met in FHIR.
std::string withKnownEntities(std::string_view div)
{
    static constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"&nbsp;", "\u00A0"},
        {"&copy;", "©"},
        {"&reg;", "®"},
        {"&deg;", "°"},
        {"&micro;", "µ"},
        {"&ndash;", "–"},
        {"&mdash;", "—"},
        {"&hellip;", "…"},
    });
    std::string text{div};
    for (const auto &[entity, character] : kEntities) {
        for (std::size_t at = text.find(entity); at != std::string::npos;
             at = text.find(entity, at + character.size())) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

/// Depth without recursion, before pugixml and we walk the tree with it.
bool isTooDeep(std::string_view div)
{
    std::size_t open = 0;
    for (std::size_t at = div.find('<'); at != std::string_view::npos; at = div.find('<', at + 1)) {
        const char next = at + 1 < div.size() ? div[at + 1] : ' ';
        if (next == '/') {
            open -= open > 0 ? 1 : 0;
        } else if (next != '!' && next != '?') {
            const std::size_t end = div.find('>', at);
            const bool empty = end != std::string_view::npos && end > 0 && div[end - 1] == '/';
            open += empty ? 0 : 1;
        }
        if (open > 500) {
            return true;
        }
    }
    return false;
}

} // namespace

Narrative readNarrative(std::string_view div)
{
    div = div.substr(0, kMostBytes);
    pugi::xml_document document;
    Rebuilder rebuilder;
    const std::string prepared = withKnownEntities(div);
    // No doctype, no processing instruction, no comment gets into the tree; pugixml loads nothing.
    if (isTooDeep(prepared)
        || !document.load_buffer(prepared.data(), prepared.size(),
                                 pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata
                                     | pugi::parse_eol,
                                 pugi::encoding_utf8)) {
        Narrative narrative;
        narrative.text = plainLines(div);
        narrative.html = escaped(narrative.text);
        return narrative;
    }
    rebuilder.add(document, 0);
    return rebuilder.finish();
}

namespace {

/// What a program wrote about the resource's fields: "id: example", "status: active".
bool isFieldLine(std::string_view line)
{
    const std::size_t colon = line.find(':');
    return colon != std::string_view::npos
        && line.substr(0, colon).find_first_of(" .,") == std::string_view::npos
        && line.front() >= 'a' && line.front() <= 'z';
}

/// "code: No known food allergies (…)": the words a program put beside a bare code.
std::string fieldTitle(std::string_view line)
{
    for (const std::string_view key :
         {"code: ", "vaccineCode: ", "medication: ", "type: ", "description: ", "title: "}) {
        if (line.starts_with(key)) {
            const std::string_view value = line.substr(key.size());
            if (value.starts_with("Medication/")) { // where the words would be found
                return {};
            }
            return std::string{value.substr(0, value.find(" ("))};
        }
    }
    return {};
}

bool isTitle(std::string_view line)
{
    return hasWords(line) && !saysNothing(line) && !isFieldLine(line)
        && !line.starts_with("Generated Narrative") && !line.starts_with("Resource \"")
        && line.find("endering") == std::string_view::npos // "[Put rendering here]" and the like
        && line.find(" · ") == std::string_view::npos;     // a row of a table
}

/// Where a tag starts: "<b", "</p", but not "< 5".
bool isTagAt(std::string_view text, std::size_t at)
{
    if (text[at] != '<' || at + 1 == text.size()) {
        return false;
    }
    const char next = text[at + 1];
    return next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

} // namespace

std::string withoutMarkup(std::string line)
{
    static constexpr auto kStarts = std::to_array<std::string_view>(
        {"&lt;", "<br", "<div", "<html", "<li", "<ol", "<p", "<span", "<table", "<ul"});
    if (std::ranges::none_of(kStarts, [&](auto start) { return line.starts_with(start); })) {
        return line;
    }
    static constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}, {"&amp;", "&"}});
    for (const auto &[entity, meant] : kEntities) {
        for (std::size_t at = line.find(entity); at != std::string::npos;
             at = line.find(entity, at + meant.size())) {
            line.replace(at, entity.size(), meant);
        }
    }
    std::string words;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (isTagAt(line, at)) {
            at = std::min(line.find('>', at), line.size());
            words += ' ';
        } else {
            words += line[at];
        }
    }
    return words;
}

std::string narrativeTitle(json::Value resource)
{
    const std::string_view div = resource["text"]["div"].text();
    if (div.empty()) {
        return {};
    }
    const std::string text = readNarrative(div.substr(0, 20'000)).text;
    constexpr std::size_t kMost = 100;
    std::string first;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string line
            = plainLine(std::string_view{text}.substr(start, end - start), kMost);
        if (const std::string field = fieldTitle(line); hasWords(field) && !saysNothing(field)) {
            return field;
        }
        if (first.empty() && isTitle(line)) {
            first = line;
        }
        start = end + 1;
    }
    return first;
}

} // namespace keepwell::records::fhir
