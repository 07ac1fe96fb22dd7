#include "tests/support/TestMain.h"

#include <hwy/targets.h>

/// All tests of this binary run once for each instruction set that the kernels are compiled for and this processor has:
/// the picture must be the same on an old machine, and what only that one runs is otherwise never seen.
namespace
{

void choose(std::int64_t target)
{
    hwy::SetSupportedTargetsForTest(target);
    // Kernels that have run keep their choice until it is made again.
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

const bool isRegistered = [] {
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets())
        consilium::test::passes().push_back({hwy::TargetName(target), [target] { choose(target); }});
    return true;
}();

} // namespace

/// Without this the passes could all run the same code.
class KernelTargets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAtATime()
    {
        QVERIFY(isRegistered);
        const auto targets = hwy::SupportedAndGeneratedTargets();
        QCOMPARE(targets.size(), std::size_t(1));
        seen.push_back(targets.front());
        QCOMPARE(std::count(seen.begin(), seen.end(), targets.front()), 1);
    }

private:
    static inline std::vector<std::int64_t> seen;
};

CONSILIUM_TEST(KernelTargets)
#include "KernelTargets.moc"
