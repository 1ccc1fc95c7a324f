// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace keepwell::crypto {

/// A passphrase or a phrase word while a person types it: UTF-8 in locked, guarded memory
/// (sodium_malloc), wiped when it grows, shrinks, moves or ends. Move only; it cannot be printed,
/// logged or compared with ==. One thread at a time.
class SecretText
{
public:
    SecretText() = default;
    ~SecretText();
    SecretText(SecretText &&other) noexcept;
    SecretText &operator=(SecretText &&other) noexcept;
    SecretText(const SecretText &) = delete;
    SecretText &operator=(const SecretText &) = delete;

    /// Moves UTF-8 text in and wipes the source. Precondition: it is UTF-8 (isUtf8()).
    static SecretText take(std::span<char> source);

    /// Adds one character. False, and nothing changes, when it is no Unicode scalar value.
    bool append(char32_t character);
    /// Adds text. Precondition: it is UTF-8 (isUtf8()).
    void append(std::string_view utf8);
    /// Takes the last character (code point) away; nothing happens when there is none.
    void removeLast();
    void clear();

    bool isEmpty() const { return m_size == 0; }
    std::size_t sizeBytes() const { return m_size; }
    std::size_t characterCount() const; ///< Unicode code points.

    SecretText duplicate() const;
    /// Takes the same time wherever the two differ; tells only their lengths apart by time.
    bool equals(const SecretText &other) const;

    /// The only way to the bytes; the view lives until the next change.
    std::string_view expose() const { return {m_text.get(), m_size}; }

private:
    struct Free
    {
        void operator()(char *text) const noexcept;
    };

    void reserve(std::size_t size);

    std::unique_ptr<char[], Free> m_text;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace keepwell::crypto
