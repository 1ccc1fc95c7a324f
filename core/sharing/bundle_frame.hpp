// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

/// The bytes around the records: a FHIR R4 Bundle of type collection, always spelled like this, so
/// that a reader can demand it. The attachments of version 1 travel inside their records; their
/// table is the empty CBOR array.
namespace keepwell::sharing {

inline constexpr std::string_view kBundleStart
    = R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":)";
inline constexpr std::string_view kBundleBetween = R"(},{"resource":)";
inline constexpr std::string_view kBundleEnd = "}]}";

inline constexpr std::string_view kNoAttachments{"\x80", 1};

inline constexpr std::uint64_t kLengthBytes = 4; ///< Of the u32 before the head and before a row.
inline constexpr std::uint64_t kSignatureBytes = 64;
inline constexpr std::uint32_t kMostHeadBytes = 64 * 1024;
inline constexpr std::uint32_t kMostRowBytes = 8 * 1024;

} // namespace keepwell::sharing
