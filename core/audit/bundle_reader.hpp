// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/hash.hpp"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace keepwell::audit::proof {

/// Reads bundle.json once, in order and in constant memory, and hashes all of it. Internal to the
/// proof sources. One thread at a time; move only. Errors of all: Unavailable.
class BundleReader
{
public:
    /// Errors: also NotFound.
    static Result<BundleReader> open(const std::filesystem::path &file);

    /// True when the next bytes are exactly `text`; they are passed over either way.
    Result<bool> takeText(std::string_view text);

    struct Slice
    {
        Bytes32 sha256{};
        bool whole = false;  ///< The file had so many bytes left.
        bool object = false; ///< From { to }.
    };
    Result<Slice> takeSlice(std::uint64_t length);

    struct Whole
    {
        Bytes32 sha256{};
        std::uint64_t length = 0;
    };
    /// Reads on to the end, but at most `most` bytes in all (a longer file is told by its length).
    Result<Whole> finish(std::uint64_t most);

private:
    explicit BundleReader(std::ifstream input) : m_input{std::move(input)} {}
    Result<ByteView> take(std::uint64_t atMost);

    std::ifstream m_input;
    Bytes m_buffer;
    crypto::Sha256 m_hash;
    std::uint64_t m_read = 0;
};

} // namespace keepwell::audit::proof
