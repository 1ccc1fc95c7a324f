// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/core_dump.hpp"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

class CoreDumpTest : public QObject
{
    Q_OBJECT

private slots:
    void forbidden_thereIsNone()
    {
        keepwell::crypto::forbidCoreDumps();
        rlimit limit{.rlim_cur = 1, .rlim_max = 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_max, rlim_t{0});
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }
};

QTEST_GUILESS_MAIN(CoreDumpTest)
#include "core_dump_test.moc"
