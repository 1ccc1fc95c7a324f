// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <QComboBox>

#include <cstdint>
#include <optional>
#include <vector>

namespace keepwell::ui {

/// Whose records are meant, in a wallet that holds those of several people; hidden where it holds
/// one person's only.
class WhoseBox final : public QComboBox
{
    Q_OBJECT

public:
    enum class First { Everybody, Owner }; ///< What stands first, and is chosen at the start.

    explicit WhoseBox(First first, QWidget *parent = nullptr);

    /// The people to choose from; what was chosen stays chosen while it is there.
    void fill(const std::vector<Person> &people);
    void choose(std::int64_t person);
    std::optional<std::int64_t> person() const; ///< Empty = everybody, or not yet known.
    /// The wallet's own person, where there are others too; 0 where nobody has to be told apart.
    std::int64_t ownerAmongOthers() const { return m_owner; }

signals:
    void changed();

private:
    First m_first;
    std::int64_t m_owner = 0;
};

} // namespace keepwell::ui
