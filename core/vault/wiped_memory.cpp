// SPDX-License-Identifier: Apache-2.0
#include "core/vault/wiped_memory.hpp"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace keepwell::vault {

namespace {

sqlite3_mem_methods &plain()
{
    static sqlite3_mem_methods methods{};
    return methods;
}

void wipeAndFree(void *memory)
{
    if (memory != nullptr) {
        sodium_memzero(memory, static_cast<std::size_t>(plain().xSize(memory)));
        plain().xFree(memory);
    }
}

/// realloc() would not say whether it left a copy behind.
void *moveTo(void *memory, int size)
{
    const int before = plain().xSize(memory);
    if (size <= before) {
        return memory;
    }
    void *fresh = plain().xMalloc(size);
    if (fresh != nullptr) {
        std::memcpy(fresh, memory, static_cast<std::size_t>(std::min(before, size)));
        wipeAndFree(memory);
    }
    return fresh;
}

} // namespace

bool wipeWhatSqliteFrees()
{
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain()) != SQLITE_OK) {
        return false;
    }
    sqlite3_mem_methods wiping = plain();
    wiping.xFree = wipeAndFree;
    wiping.xRealloc = moveTo;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &wiping) == SQLITE_OK;
}

} // namespace keepwell::vault
