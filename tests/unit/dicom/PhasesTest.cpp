#include "tests/support/TestMain.h"
#include "tests/unit/dicom/SliceFixture.h"

#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;
using Kind = DataIssue::Kind;

namespace
{

/// Four phases of six slices that nothing names.
enum class Order { PhaseMajor, SliceMajor, Restarting };
std::vector<Slice> fourPhases(Order numbers, const QString &times)
{
    std::vector<Slice> slices;
    for (int phase = 0; phase < 4; ++phase) {
        for (int i = 0; i < 6; ++i) {
            const int number = numbers == Order::PhaseMajor   ? phase * 6 + i
                               : numbers == Order::SliceMajor ? i * 4 + phase
                                                              : i;
            Slice &slice = slices.emplace_back(Slice{0, 0, -5.0 * i, number + 1});
            const int seconds = times == "of each phase"_L1 ? 100 * phase : 100 * phase + 3 * i;
            if (times == "of each beat"_L1)
                slice.trigger = 40.0 * phase + (i * 7 + phase) % 5;
            else if (!times.isEmpty())
                slice.time = QString::number(101000 + seconds);
            slice.copy = (phase * 5 + i * 7) % 24; // names in no order
        }
    }
    return slices;
}

/// Of each of what fourPhases() made its phase.
std::map<QString, int> phasesOf(const std::vector<Slice> &slices)
{
    std::map<QString, int> phases;
    for (std::size_t i = 0; i < slices.size(); ++i)
        phases[instanceOf(slices[i])->sop.text()] = int(i) / 6;
    return phases;
}

/// -1: its images are of several.
int phaseOf(const DataSet &stack, const std::map<QString, int> &phases)
{
    std::set<int> all;
    for (const InstancePtr &image : stack.slices)
        all.insert(phases.at(image->sop.text()));
    return all.size() == 1 ? *all.begin() : -1;
}

} // namespace

/// Row 3 of the table of clinical truth where nothing names the phases.
class PhasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phasesThatLackAnImage_data();
    void phasesThatLackAnImage();
    void outages();
    void phasesThatCannotBeTold();
    void unevenBeats();
    void phasesInNoOrderOfNames();
    void duplicatesAmongPhases();
    void phasesOnTheirWay();
};

void PhasesTest::phasesThatLackAnImage_data()
{
    QTest::addColumn<int>("numbers");
    QTest::addColumn<QString>("times");
    const std::tuple<const char *, Order, QString> series[] = {
        {"numbers phase by phase", Order::PhaseMajor, {}},
        {"numbers slice by slice", Order::SliceMajor, {}},
        {"the time of each phase alone", Order::Restarting, u"of each phase"_s},
        {"the time of each slice alone", Order::Restarting, u"of each slice"_s},
        {"beats alone", Order::Restarting, u"of each beat"_s},
        {"numbers phase by phase, and times", Order::PhaseMajor, u"of each slice"_s},
        {"numbers slice by slice, and times", Order::SliceMajor, u"of each phase"_s},
        {"numbers slice by slice, and beats", Order::SliceMajor, u"of each beat"_s},
    };
    for (const auto &[name, numbers, times] : series)
        QTest::newRow(name) << int(numbers) << times;
}

/// Whichever image is lost: the phases stay what they are, and the hole is one of its own phase.
void PhasesTest::phasesThatLackAnImage()
{
    QFETCH(int, numbers);
    QFETCH(QString, times);
    const std::vector<Slice> all = fourPhases(Order(numbers), times);
    const auto phases = phasesOf(all);
    for (int lost = 0; lost < 24; ++lost) {
        std::vector<Slice> some = all;
        some.erase(some.begin() + lost);
        const auto sets = assembled(instancesOf(some), -1, unsigned(lost));
        QCOMPARE(sets.size(), std::size_t(4));
        for (int phase = 0; phase < 4; ++phase) {
            const DataSet &stack = *sets[std::size_t(phase)];
            QCOMPARE(phaseOf(stack, phases), phase);
            QCOMPARE(stack.part, u"phase %1"_s.arg(phase + 1));
            const bool isShort = lost / 6 == phase;
            QCOMPARE(stack.slices.size(), std::size_t(isShort ? 5 : 6));
            QCOMPARE(stack.issues.size(), std::size_t(isShort ? 1 : 0));
            QVERIFY(!isShort || stack.issues[0].kind == Kind::MissingSlices);
            QVERIFY(!isShort || stack.issues[0].count == 1);
        }
    }
}

/// A run of images is lost, over the end of one phase into the next: none has an image of another.
void PhasesTest::outages()
{
    const std::vector<Slice> all = fourPhases(Order::PhaseMajor, {});
    const auto phases = phasesOf(all);
    for (int length = 1; length <= 12; ++length) {
        for (int first = 0; first + length <= 24; ++first) {
            std::vector<Slice> some = all;
            some.erase(some.begin() + first, some.begin() + first + length);
            const auto sets = assembled(instancesOf(some), -1, unsigned(first));
            std::size_t images = 0;
            for (const auto &set : sets) {
                QVERIFY2(phaseOf(*set, phases) >= 0, qPrintable(u"%1 lost from %2"_s.arg(length).arg(first)));
                images += set->slices.size();
            }
            QCOMPARE(images, some.size());
        }
    }
}

/// Slice by slice at times that nothing counts, or every other slice first: where an image is lost, the rest of its
/// position belongs to no phase for certain. It stands apart, and no phase has an image of another.
void PhasesTest::phasesThatCannotBeTold()
{
    std::vector<Slice> bySlice = fourPhases(Order::Restarting, {}), everyOther = fourPhases(Order::PhaseMajor, {});
    for (std::size_t i = 0; i < 24; ++i) {
        bySlice[i].time = QString::number(101000 + int(i) % 6 * 4 + int(i) / 6);
        everyOther[i].number = int(i) / 6 * 6 + int(i) % 6 / 2 + (i % 2 ? 3 : 0) + 1;
    }
    for (const std::vector<Slice> &all : {bySlice, everyOther}) {
        const auto phases = phasesOf(all);
        QCOMPARE(assembled(instancesOf(all)).size(), std::size_t(4));
        for (int lost = 0; lost < 24; ++lost) {
            std::vector<Slice> some = all;
            some.erase(some.begin() + lost);
            const auto sets = assembled(instancesOf(some), -1, unsigned(lost));
            QCOMPARE(sets.size(), std::size_t(5));
            QCOMPARE(sets[4]->part, u"unknown phase"_s);
            QCOMPARE(sets[4]->slices.size(), std::size_t(3));
            for (std::size_t phase = 0; phase < 4; ++phase) {
                QCOMPARE(phaseOf(*sets[phase], phases), int(phase));
                QCOMPARE(sets[phase]->slices.size(), std::size_t(5));
                QVERIFY(issueOf(*sets[phase], Kind::MissingSlices));
            }
        }
    }
}

/// Beats whose times come back at other slices: still a stack for each phase, not for each time.
void PhasesTest::unevenBeats()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 20; ++i)
        for (int phase = 0; phase < 3; ++phase) {
            slices.push_back({0, 0, -8.0 * i, 1 + i * 3 + phase});
            slices.back().trigger = 40.0 * phase + i % 5;
        }
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(3));
    for (const DataSetPtr &stack : sets) {
        QCOMPARE(stack->slices.size(), std::size_t(20));
        for (const InstancePtr &slice : stack->slices)
            QCOMPARE(slice->instanceNumber % 3, stack->slices.front()->instanceNumber % 3);
    }
}

/// Whole phases, told apart by their times alone: the order of their names, which is none, does not mix them.
void PhasesTest::phasesInNoOrderOfNames()
{
    for (const QString &times : {u"of each phase"_s, u"of each slice"_s}) {
        const std::vector<Slice> all = fourPhases(Order::Restarting, times);
        const auto phases = phasesOf(all);
        const auto sets = assembled(instancesOf(all));
        QCOMPARE(sets.size(), std::size_t(4));
        for (std::size_t phase = 0; phase < 4; ++phase) {
            QCOMPARE(phaseOf(*sets[phase], phases), int(phase));
            QVERIFY(sets[phase]->issues.empty());
        }
    }
}

/// An image of a phase that was sent again under another name follows itself there; one that lies twice in a series of
/// one phase makes no phases.
void PhasesTest::duplicatesAmongPhases()
{
    std::vector<Slice> all = fourPhases(Order::PhaseMajor, {});
    all.push_back(all[8]);
    all.back().copy = 77;
    auto sets = assembled(instancesOf(all));
    QCOMPARE(sets.size(), std::size_t(4));
    for (std::size_t phase = 0; phase < 4; ++phase) {
        QCOMPARE(sets[phase]->slices.size(), std::size_t(phase == 1 ? 7 : 6));
        QCOMPARE(issueOf(*sets[phase], Kind::DuplicateSlices) != nullptr, phase == 1);
        QVERIFY(!issueOf(*sets[phase], Kind::MissingSlices));
    }
    std::vector<Slice> one(all.begin(), all.begin() + 6);
    for (const std::size_t again : {0, 3, 5}) {
        one.push_back(one[again]);
        one.back().copy = 77;
    }
    sets = assembled(instancesOf(one));
    QCOMPARE(sets.size(), std::size_t(1));
    QCOMPARE(issueOf(*sets[0], Kind::DuplicateSlices)->count, 3);
    // Sent again but for one of them: two copies, of which one lacks an image.
    for (const std::size_t again : {1, 2}) {
        one.push_back(one[again]);
        one.back().copy = 77;
    }
    sets = assembled(instancesOf(one));
    QCOMPARE(sets.size(), std::size_t(2));
    QVERIFY(issueOf(*sets[0], Kind::DuplicateSlices) && issueOf(*sets[1], Kind::DuplicateSlices));
    QCOMPARE(sets[0]->slices.size() + sets[1]->slices.size(), std::size_t(11));
    QVERIFY(!issueOf(*sets[0], Kind::MissingSlices) && issueOf(*sets[1], Kind::MissingSlices));
}

/// In the order of their numbers: once the second phase is there for the most part, the first stays as it is, and
/// nothing counts as missing.
void PhasesTest::phasesOnTheirWay()
{
    const std::vector<InstancePtr> all = instancesOf(fourPhases(Order::PhaseMajor, {}));
    for (std::size_t count = 10; count <= all.size(); ++count) {
        const auto sets = assembled({all.begin(), all.begin() + std::ptrdiff_t(count)}, 24);
        QCOMPARE(sets.size(), (count + 5) / 6);
        QCOMPARE(sets[0]->id.text(), u"2.25.3"_s);
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(sets[0]->slices[i]->instanceNumber, int(i) + 1);
        for (const DataSetPtr &stack : sets)
            QVERIFY(stack->issues.empty());
    }
    // What cannot be told yet waits for the rest.
    std::vector<InstancePtr> some = all;
    std::erase_if(some, [](const InstancePtr &i) { return i->instanceNumber % 5 == 2; });
    std::shuffle(some.begin(), some.end(), std::mt19937(3));
    for (std::size_t count = 1; count < some.size(); ++count) {
        for (const DataSetPtr &stack : assembled({some.begin(), some.begin() + std::ptrdiff_t(count)}, 24))
            QVERIFY(!stack->part.contains(u"unknown"_s) && !issueOf(*stack, Kind::MissingSlices));
    }
}

CONSILIUM_TEST(PhasesTest)
#include "PhasesTest.moc"
