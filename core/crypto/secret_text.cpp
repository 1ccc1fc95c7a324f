// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/secret_text.hpp"

#include "core/crypto/sodium.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace keepwell::crypto {

namespace {

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

} // namespace

void SecretText::Free::operator()(char *text) const noexcept { sodium_free(text); }

SecretText::~SecretText() = default;

SecretText::SecretText(SecretText &&other) noexcept
    : m_text{std::move(other.m_text)}
    , m_size{std::exchange(other.m_size, 0)}
    , m_capacity{std::exchange(other.m_capacity, 0)}
{
}

SecretText &SecretText::operator=(SecretText &&other) noexcept
{
    if (this != &other) {
        m_text = std::move(other.m_text);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretText SecretText::take(std::span<char> source)
{
    SecretText text;
    text.append(std::string_view{source.data(), source.size()});
    sodium_memzero(source.data(), source.size());
    return text;
}

bool SecretText::append(char32_t character)
{
    const auto point = static_cast<std::uint32_t>(character);
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        return false;
    }
    const auto tail
        = [&](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
    std::array<char, 4> bytes{};
    std::size_t size = 0;
    if (point < 0x80) {
        bytes[size++] = static_cast<char>(point);
    } else if (point < 0x800) {
        bytes[size++] = static_cast<char>(0xC0U | (point >> 6U));
        bytes[size++] = tail(0);
    } else if (point < 0x10000) {
        bytes[size++] = static_cast<char>(0xE0U | (point >> 12U));
        bytes[size++] = tail(6);
        bytes[size++] = tail(0);
    } else {
        bytes[size++] = static_cast<char>(0xF0U | (point >> 18U));
        bytes[size++] = tail(12);
        bytes[size++] = tail(6);
        bytes[size++] = tail(0);
    }
    append(std::string_view{bytes.data(), size});
    sodium_memzero(bytes.data(), bytes.size());
    return true;
}

void SecretText::append(std::string_view utf8)
{
    if (utf8.empty()) {
        return;
    }
    reserve(m_size + utf8.size());
    std::memcpy(m_text.get() + m_size, utf8.data(), utf8.size());
    m_size += utf8.size();
}

void SecretText::removeLast()
{
    std::size_t size = m_size;
    while (size > 0 && isContinuation(m_text[size - 1])) {
        --size;
    }
    size -= size > 0 ? 1 : 0;
    if (size < m_size) {
        sodium_memzero(m_text.get() + size, m_size - size);
        m_size = size;
    }
}

void SecretText::clear()
{
    m_text.reset();
    m_size = 0;
    m_capacity = 0;
}

std::size_t SecretText::characterCount() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(expose(), [](char c) { return !isContinuation(c); }));
}

SecretText SecretText::duplicate() const
{
    SecretText copy;
    copy.append(expose());
    return copy;
}

bool SecretText::equals(const SecretText &other) const
{
    return m_size == other.m_size
        && (m_size == 0 || sodium_memcmp(m_text.get(), other.m_text.get(), m_size) == 0);
}

void SecretText::reserve(std::size_t size)
{
    if (size <= m_capacity) {
        return;
    }
    const std::size_t capacity = std::max<std::size_t>({64, size, m_capacity * 2});
    std::unique_ptr<char[], Free> larger{static_cast<char *>(allocateLocked(capacity))};
    if (m_size > 0) {
        std::memcpy(larger.get(), m_text.get(), m_size);
    }
    m_text = std::move(larger);
    m_capacity = capacity;
}

} // namespace keepwell::crypto
