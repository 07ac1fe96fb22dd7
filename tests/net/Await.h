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
#define COMPARE_ERROR(result, expected) \
    do { \
        const auto &checkedResult = (result); \
        QVERIFY2(!checkedResult.has_value(), "a value instead of an error"); \
        QVERIFY2(checkedResult.error().code == (expected), \
                 qPrintable(consilium::errorName(checkedResult.error().code) + QLatin1String(": ") + checkedResult.error().detail)); \
    } while (false)

/// The value must be there; shows the error otherwise.
#define VERIFY_VALUE(result) \
    QVERIFY2((result).has_value(), \
             (result).has_value() ? "" : qPrintable(consilium::errorName((result).error().code) + QLatin1String(": ") + (result).error().detail))
