// SPDX-License-Identifier: Apache-2.0
// A test's clock: with this library preloaded, a program's wall clock is off by KEEPWELL_TEST_CLOCK_SHIFT seconds, or
// stands at the second that the file KEEPWELL_TEST_CLOCK_FILE holds (8 bytes; 0: not yet). Clocks that only measure
// how long something takes stay right. The programs know nothing of it.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t shift;
static const volatile int64_t *standing;

__attribute__((constructor)) static void read_wishes(void)
{
    const char *text = getenv("KEEPWELL_TEST_CLOCK_SHIFT");
    shift = text ? (time_t)strtoll(text, NULL, 10) : 0;
    const char *file = getenv("KEEPWELL_TEST_CLOCK_FILE");
    int opened = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    void *mapped = opened >= 0 ? mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, opened, 0) : MAP_FAILED;
    standing = mapped == MAP_FAILED ? NULL : mapped;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int status = (int)syscall(SYS_clock_gettime, clock, now);
    if (status != 0 || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)) {
        return status;
    }
    now->tv_sec += shift;
    if (standing && *standing) {
        now->tv_sec = (time_t)*standing;
        now->tv_nsec = 0;
    }
    return status;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone)
{
    (void)zone;
    struct timespec now;
    int status = clock_gettime(CLOCK_REALTIME, &now);
    if (status == 0 && result) {
        result->tv_sec = now.tv_sec;
        result->tv_usec = now.tv_nsec / 1000;
    }
    return status;
}

time_t time(time_t *result)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) {
        return (time_t)-1;
    }
    if (result) {
        *result = now.tv_sec;
    }
    return now.tv_sec;
}
