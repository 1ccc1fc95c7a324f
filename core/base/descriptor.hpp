// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <utility>

namespace keepwell {

/// A file descriptor of ours, closed at the end; below 0: none, as open(2) says when it fails. Move
/// only; one thread at a time.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number{number} {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor &&other) noexcept : m_number{std::exchange(other.m_number, -1)} {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    /// False, and errno: some file systems report a failed write only here.
    bool close() { return m_number < 0 || ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

} // namespace keepwell
