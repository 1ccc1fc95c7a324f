// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/hpke.hpp"

namespace keepwell::crypto {

/// hpkeSeal() with the one-time key given, so that published vectors can be checked byte by byte.
/// For tests only: a one-time key used twice with one recipient opens both messages to a reader of
/// either. Errors: as hpkeSeal().
Result<Bytes> hpkeSealWithEphemeral(const SealingKey &ephemeral, const SealingPublicKey &recipient,
                                    ByteView info, ByteView aad, ByteView plaintext);

} // namespace keepwell::crypto
