#pragma once
#include <QTest>

/// The test function needs what a package brings (a program, a library of another language): fails without it under
/// `./dev test`, which installs every package and says so (CONSILIUM_TEST_ALL); elsewhere it is skipped. `what`: text.
#define NEEDS(isThere, what)                                                                                           \
    do {                                                                                                               \
        if (isThere)                                                                                                   \
            break;                                                                                                     \
        if (qEnvironmentVariableIsSet("CONSILIUM_TEST_ALL"))                                                           \
            QFAIL(what);                                                                                               \
        QSKIP(what);                                                                                                   \
    } while (false)

/// Skips the test function for what no package can change: the rights of whoever runs it, another system, real data
/// that are not there.
#define SKIP_WHERE(isSo, why)                                                                                          \
    do {                                                                                                               \
        if (isSo)                                                                                                      \
            QSKIP(why);                                                                                                \
    } while (false)
