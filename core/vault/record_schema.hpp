// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace keepwell::vault {

/// The tables of people, sources, records, attachments, words and anchors, as version 1 of the
/// vault's schema makes them (docs/spec/record.md says what each column is).
extern const char *const kRecordSchema;

} // namespace keepwell::vault
