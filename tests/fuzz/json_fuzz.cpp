// SPDX-License-Identifier: Apache-2.0
#include "core/records/json/document.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell::records;

namespace {

/// Walks the whole tree; every slice must lie inside the source.
std::size_t walk(json::Value value, std::string_view source)
{
    const std::string_view slice = value.slice();
    if (value.offset() > source.size() || slice.size() > source.size() - value.offset()) {
        std::abort();
    }
    std::size_t count = 1 + value.text().size() % 2 + value.scalar().size() % 2;
    for (const json::Value child : value.children()) {
        count += walk(child, source);
    }
    return count;
}

} // namespace

/// An object is read again from its own slice.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view source{reinterpret_cast<const char *>(data), size};
    const auto document = json::Document::parse(source);
    if (!document) {
        return 0;
    }
    walk(document->root(), source);
    if (document->root().isObject() && !json::Document::parse(document->root().slice())) {
        std::abort();
    }
    return 0;
}
