// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/mnemonic.hpp"

/// The 12 words of a wallet, for whoever shows or asks for them. Pure functions.
namespace keepwell {

using identity::isPhraseWord;
using identity::parsePhrase;
using identity::phraseWordsFrom;
using identity::toPhrase;

} // namespace keepwell
