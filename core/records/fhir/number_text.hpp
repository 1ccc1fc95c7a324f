// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keepwell::records::fhir {

/// A JSON number for people: its digits as written, powers of ten written out ("1.0e2" is "100",
/// "5e-3" is "0.005"). Exponents beyond 15 stay as they are.
std::string numberText(std::string_view written);

/// The same for a list, which has no room for 26.1234567890123: as it is up to four decimals, else
/// rounded to four digits, or to one decimal from 1000 on. The record itself shows every digit.
std::string shortNumber(std::string_view written);

/// The same for money: two decimals, without the dust of sums ("776.9000000000001").
std::string moneyNumber(std::string_view written);

/// Its value, whatever language the computer speaks (a comma is no point here); nullopt beyond what
/// a double holds.
std::optional<double> numberValue(std::string_view written);

} // namespace keepwell::records::fhir
