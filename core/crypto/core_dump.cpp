// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/core_dump.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace keepwell::crypto {

void forbidCoreDumps()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // a program that dumps are piped to knows no limit
}

} // namespace keepwell::crypto
