// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/ids.hpp"

#include <string>

namespace keepwell::identity {

/// One side of a relation.
struct PairKeys
{
    contract::PublicKey sign;
    contract::SealingPublicKey enc;
};

/// Six words, one blank between, the same on both screens whoever is `mine`: 66 bits of SHA-512
/// iterated 5,200 times over the smaller || larger side's sign || enc. About 2 ms. Any thread.
std::string checkWords(const PairKeys &mine, const PairKeys &theirs);

} // namespace keepwell::identity
