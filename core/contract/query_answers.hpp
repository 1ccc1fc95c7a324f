// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/query.hpp"

/// One function per query; the asker's signature is checked. Internal to core/contract.
namespace keepwell::contract {

Verdict<Bytes> answerRelease(StateView &state, const Query &query, Instant now);
Verdict<Bytes> answerNotice(StateView &state, const Query &query, Instant now);
Verdict<Bytes> answerReason(StateView &state, const Query &query);
Verdict<Bytes> answerKeyHead(StateView &state, const Query &query);
Verdict<Bytes> answerEntriesOf(StateView &state, const Query &query);

} // namespace keepwell::contract
