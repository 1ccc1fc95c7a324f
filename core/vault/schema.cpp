// SPDX-License-Identifier: Apache-2.0
#include "core/vault/schema.hpp"

namespace keepwell::vault {

// One line a table file; the order matters where a table refers to another.
extern const char *const kSettingSchema;
extern const char *const kHotKeySchema;
extern const char *const kRelationSchema;
extern const char *const kContactSchema;
extern const char *const kInviteSchema;
extern const char *const kHelloSchema;
extern const char *const kBlockSchema;
extern const char *const kGrantSchema;
extern const char *const kReceivedShareSchema;
extern const char *const kDeliverySchema;
extern const char *const kOutboxSchema;
extern const char *const kReplicaSchema;
extern const char *const kActivitySchema;
extern const char *const kRecordSchema;

std::span<const char *const> schemaOne()
{
    static const char *const kTables[] = {
        kSettingSchema, kHotKeySchema,  kRelationSchema, kContactSchema,       kInviteSchema,
        kHelloSchema,   kBlockSchema,   kGrantSchema,    kReceivedShareSchema, kDeliverySchema,
        kOutboxSchema,  kReplicaSchema, kActivitySchema, kRecordSchema,
    };
    return kTables;
}

} // namespace keepwell::vault
