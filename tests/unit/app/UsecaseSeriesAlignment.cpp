#include "app/usecases/SeriesAlignment.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"

using namespace consilium;
using namespace consilium::test;
using app::SeriesAlignment;
using Failure = SeriesAlignment::Failure;

namespace
{

struct Running {
    HeldImages images;
    std::shared_ptr<dicom::DataSet> first = stackIn(u"1.1"_s, u"1.9"_s), second = stackIn(u"2.1"_s, u"2.9"_s);
    std::vector<SeriesAlignment::End> ends;
    double share = 0.0;
    std::unique_ptr<SeriesAlignment> task;

    Running()
    {
        images.put(first);
        images.put(second);
        task = std::make_unique<SeriesAlignment>(images, first, second);
        QObject::connect(task.get(), &SeriesAlignment::ended, task.get(),
                         [this](const SeriesAlignment::End &end) { ends.push_back(end); });
        QObject::connect(task.get(), &SeriesAlignment::progressed, task.get(), [this](double now) { share = now; });
        task->start();
    }
    void giveFrames()
    {
        for (const auto &stack : {first, second}) {
            images.put(stack, [](int row, int column) { return 1000 + row * column; });
            Q_EMIT images.frameReady(pixels::keyOf(*stack->slices.front()));
        }
    }
};

constexpr double whenRead = 0.3 - 1e-9;

} // namespace

class UsecaseSeriesAlignment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsWhenASeriesIsArrangedAnewWhileItIsRead()
    {
        Running running;
        QTRY_VERIFY(running.images.asked > 0);
        QVERIFY(running.ends.empty());
        running.images.change(running.second->id, stackIn(u"2.1"_s, u"2.9"_s, 20));
        QTRY_COMPARE(running.ends.size(), std::size_t(1));
        QVERIFY(running.ends.front().failure == Failure::Rearranged);
        QVERIFY(running.ends.front().isOfSecond);
    }

    void endsWhenASeriesIsGone()
    {
        Running running;
        QTRY_VERIFY(running.images.asked > 0);
        running.images.change(running.first->id, nullptr);
        QTRY_COMPARE(running.ends.size(), std::size_t(1));
        QVERIFY(running.ends.front().failure == Failure::Rearranged);
        QVERIFY(!running.ends.front().isOfSecond);
    }

    /// What else is found out about a series while it is read, its issues for one, moves none of its slices.
    void goesOnWhenTheSameImagesAreDescribedAnew()
    {
        Running running;
        QTRY_VERIFY(running.images.asked > 0);
        auto again = std::make_shared<dicom::DataSet>(*running.second);
        again->issues.emplace_back();
        for (auto &slice : again->slices)
            slice = std::make_shared<dicom::Instance>(*slice);
        running.images.change(again->id, again);
        QTest::qWait(50);
        QVERIFY(running.ends.empty());
        running.giveFrames();
        QTRY_VERIFY(running.share >= whenRead);
        QVERIFY(running.ends.empty() || running.ends.front().failure != Failure::Rearranged);
    }

    /// All is read: where slices stand in the stack from now on does not matter.
    void whatIsReadAlreadyIsUsed()
    {
        Running running;
        QTRY_VERIFY(running.images.asked > 0);
        running.giveFrames();
        QTRY_VERIFY(running.share >= whenRead);
        running.images.change(running.second->id, stackIn(u"2.1"_s, u"2.9"_s, 20));
        QTRY_COMPARE_WITH_TIMEOUT(running.ends.size(), std::size_t(1), 60'000);
        QVERIFY(running.ends.front().failure != Failure::Rearranged);
    }
};

CONSILIUM_TEST(UsecaseSeriesAlignment)
#include "UsecaseSeriesAlignment.moc"
