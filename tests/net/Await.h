#pragma once
#include "base/Result.h"

#include <QFuture>
#include <QTest>

namespace consilium::test
{

/// The result of a future, waited for in the calling thread.
template<class T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// The error of a result that should be one; a code no test expects when it is a value.
template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace consilium::test

/// Compares error codes, showing their names and the detail.
#define COMPARE_ERROR(result, expected)                                                                                \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(!checkedResult.has_value(), "a value instead of an error");                                           \
        QVERIFY2(checkedResult.error().code == (expected),                                                             \
                 qPrintable(consilium::errorName(checkedResult.error().code) + QLatin1String(": ") +                   \
                            checkedResult.error().detail));                                                            \
    } while (false)

/// The value must be there; shows the error otherwise.
#define VERIFY_VALUE(result)                                                                                           \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        const QString problem = checkedResult.has_value() ? QString()                                                  \
                                                          : consilium::errorName(checkedResult.error().code) +         \
                                                                QLatin1String(": ") + checkedResult.error().detail;    \
        QVERIFY2(checkedResult.has_value(), qPrintable(problem));                                                      \
    } while (false)
