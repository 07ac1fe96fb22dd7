#pragma once
#include "tests/support/Needs.h"

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace consilium::test
{

/// All test classes of this binary.
using Factory = std::function<std::unique_ptr<QObject>()>;
std::vector<Factory> &factories();
struct Registration {
    explicit Registration(Factory factory) { factories().push_back(std::move(factory)); }
};

/// A binary may run all of its classes several times, each time prepared otherwise; once where it names no pass.
struct Pass {
    const char *name; ///< printed before it; static
    std::function<void()> prepare;
};
std::vector<Pass> &passes();

} // namespace consilium::test

/// Registers a Qt Test class with the binary it is linked into.
#define CONSILIUM_TEST(Class)                                                                                          \
    static const consilium::test::Registration registration_##Class([] { return std::make_unique<Class>(); });

/// ../shared/data beside the source tree, or skips the test.
#define REQUIRE_REAL_DATA(variable)                                                                                    \
    const QString variable = consilium::test::realData();                                                              \
    SKIP_WHERE(variable.isEmpty(), "no real data beside the source tree");

namespace consilium::test
{
[[nodiscard]] QString realData(); ///< folder with the real DICOM files, or empty
}
