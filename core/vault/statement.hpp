// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/id32.hpp"
#include "core/base/result.hpp"
#include "core/vault/row_id.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3_stmt;

namespace keepwell::vault {

struct Connection;

/// A prepared statement, borrowed from the database's cache and given back, reset, when it goes out
/// of scope. Must not outlive its Database. One thread at a time; move only.
///
/// Parameters and columns count as SQLite counts them: parameters from 1, columns from 0. Anything
/// wrong with a parameter or a column is remembered and returned by the next step(), so that code
/// reads as a list of fields. Columns of STRICT tables have the type their schema says.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Binds ?1, ?2 … in order; every value is copied. Call again after reset() for the next row.
    template <class... Values>
    Statement &bind(const Values &...values)
    {
        int at = 0;
        (bindAt(++at, values), ...);
        return *this;
    }

    void bindAt(int index, std::nullopt_t);
    void bindAt(int index, std::string_view text);
    void bindAt(int index, ByteView blob);
    void bindAt(int index, Instant time) { bindInteger(index, time.time_since_epoch().count()); }
    template <std::integral Number>
    void bindAt(int index, Number number)
    {
        if constexpr (std::is_same_v<Number, std::uint64_t>) {
            if (number > static_cast<std::uint64_t>(INT64_MAX)) {
                note("a number too large for the database");
                return;
            }
        }
        bindInteger(index, static_cast<std::int64_t>(number));
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void bindAt(int index, Enum value)
    {
        bindInteger(index, static_cast<std::int64_t>(value));
    }
    template <class Tag>
    void bindAt(int index, RowId<Tag> row)
    {
        bindInteger(index, row.value);
    }
    template <class Tag>
    void bindAt(int index, const Id32<Tag> &id)
    {
        bindAt(index, id.view());
    }
    template <class Value>
    void bindAt(int index, const std::optional<Value> &value)
    {
        if (value) {
            bindAt(index, *value);
        } else {
            bindAt(index, std::nullopt);
        }
    }

    /// True while there is a row to read, false when there is none (any more).
    /// Errors: as in database.hpp, "Errors".
    Result<bool> step();
    /// For statements without rows: step() to the end, then reset().
    Result<> run();
    /// Ready to run again; parameters keep their values.
    void reset();

    bool isNullAt(int column) const;
    std::int64_t integerAt(int column) const;
    bool boolAt(int column) const { return integerAt(column) != 0; }
    Instant timeAt(int column) const { return Instant{std::chrono::seconds{integerAt(column)}}; }
    std::string textAt(int column) const { return std::string{textViewAt(column)}; }
    Bytes blobAt(int column) const { return copyOf(blobViewAt(column)); }
    /// A number that was bound as unsigned; a negative one is remembered as damage.
    std::uint64_t unsignedAt(int column);
    /// Exactly 32 bytes; another length is remembered as damage.
    Bytes32 bytes32At(int column);
    template <class Id>
    Id idAt(int column)
    {
        return Id{bytes32At(column)};
    }
    // These two live until the next step(), reset() or the statement's end.
    std::string_view textViewAt(int column) const;
    ByteView blobViewAt(int column) const;

    /// Every row through `read(statement)`, then reset().
    template <class Read>
    auto all(Read &&read) -> Result<std::vector<std::invoke_result_t<Read, Statement &>>>
    {
        std::vector<std::invoke_result_t<Read, Statement &>> rows;
        while (true) {
            KEEPWELL_TRY(const bool row, step());
            if (!row) {
                reset();
                return rows;
            }
            rows.push_back(read(*this));
        }
    }

    /// The first row through `read(statement)` or nullopt when there is none, then reset().
    template <class Read>
    auto first(Read &&read) -> Result<std::optional<std::invoke_result_t<Read, Statement &>>>
    {
        std::optional<std::invoke_result_t<Read, Statement &>> value;
        KEEPWELL_TRY(const bool row, step());
        if (row) {
            value = read(*this);
        }
        KEEPWELL_CHECK(damage());
        reset();
        return value;
    }

private:
    friend class Database;
    Statement(Connection &connection, sqlite3_stmt *statement);
    void bindInteger(int index, std::int64_t number);
    void noteBind(int code);
    void note(std::string_view what);
    Result<> damage() const;

    Connection *m_connection;
    sqlite3_stmt *m_statement;
    std::string m_wrong;
    bool m_wrongParameter = false;
};

} // namespace keepwell::vault
