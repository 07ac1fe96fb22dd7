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
    void namedPhasesThatEndEarly_data();
    void namedPhasesThatEndEarly();
    void shortOfTwoNames();
    void scansOfTheirOwnReach();
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

namespace
{

/// Three phases of eight slices, which `name` names.
std::vector<Slice> namedPhases(const QString &name, int slices = 8)
{
    const QString types[] = {u"ORIGINAL\\PRIMARY\\F"_s, u"ORIGINAL\\PRIMARY\\IN"_s, u"ORIGINAL\\PRIMARY\\W"_s};
    std::vector<Slice> all;
    for (int phase = 0; phase < 3; ++phase) {
        for (int i = 0; i < slices; ++i) {
            Slice &slice = all.emplace_back(Slice{0, 0, -5.0 * i, phase * slices + i + 1});
            if (name == "temporal"_L1)
                slice.temporal = phase + 1;
            else if (name == "acquisition"_L1)
                slice.acquisition = phase + 1;
            else if (name == "echo"_L1)
                slice.echo = phase + 1;
            else if (name == "image type"_L1)
                slice.imageType = types[phase];
            else
                slice.trigger = 40.0 * phase;
        }
    }
    return all;
}

/// What is said of slices that a stack lacks at its ends: how many in front and how many behind.
std::pair<int, int> endsOf(const DataSet &stack)
{
    std::pair<int, int> ends;
    for (const DataIssue &issue : stack.issues)
        if (issue.kind == Kind::MissingSlices && issue.firstSlice < 0)
            ends = {ends.first + int(issue.valueTo), ends.second + issue.count - int(issue.valueTo)};
    return ends;
}

} // namespace

void PhasesTest::namedPhasesThatEndEarly_data()
{
    QTest::addColumn<int>("most"); // a scan of less than half of another's slices may be meant so
    QTest::newRow("temporal") << 7;
    QTest::newRow("echo") << 7;
    QTest::newRow("trigger") << 7;
    QTest::newRow("acquisition") << 4;
    QTest::newRow("image type") << 4;
}

/// Each run of slices lost at either end of one phase, and at both: that one says how many and where, no other does.
void PhasesTest::namedPhasesThatEndEarly()
{
    QFETCH(int, most);
    const std::vector<Slice> all = namedPhases(QString::fromLatin1(QTest::currentDataTag()));
    for (int phase = 0; phase < 3; ++phase) {
        for (int before = 0; before <= most; ++before) {
            for (int after = 0; before + after <= most; ++after) {
                std::vector<Slice> some = all;
                const auto first = some.begin() + phase * 8;
                some.erase(first + 8 - after, first + 8);
                some.erase(some.begin() + phase * 8, some.begin() + phase * 8 + before);
                const auto sets = assembled(instancesOf(some), -1, unsigned(before * 8 + after));
                QCOMPARE(sets.size(), std::size_t(3));
                const auto lacks = std::pair(before, after);
                const bool isStray = 8 - before - after < 2; // less than a quarter of the others: it stands behind them
                for (int other = 0; other < 3; ++other) {
                    const int place = !isStray ? other : other == phase ? 2 : other - (other > phase ? 1 : 0);
                    const DataSet &stack = *sets[std::size_t(place)];
                    QCOMPARE(stack.slices.size(), std::size_t(other == phase ? 8 - before - after : 8));
                    QCOMPARE(endsOf(stack), other == phase ? lacks : std::pair(0, 0));
                    QCOMPARE(stack.issues.size(), std::size_t(other == phase && lacks != std::pair(0, 0) ? 1 : 0));
                }
                // Nothing is said while some are on their way.
                for (const DataSetPtr &stack : assembled(instancesOf(some), 24))
                    QCOMPARE(endsOf(*stack), std::pair(0, 0));
            }
        }
    }
    std::vector<Slice> some(all.begin() + 2, all.end() - 1);
    const auto sets = assembled(instancesOf(some));
    QCOMPARE(issueHeadline(sets[0]->issues.at(0)),
             u"Fewer slices than others of this series: 2 less before the first."_s);
    QCOMPARE(issueHeadline(sets[2]->issues.at(0)),
             u"Fewer slices than others of this series: 1 less after the last."_s);
    QVERIFY(issueConsequence(sets[0]->issues[0]).contains(u"not taken"_s));
    QCOMPARE(sets[0]->issues[0].detail, u"2 before the first (0.00 to 5.00 mm)"_s);
    QCOMPARE(sets[2]->issues[0].detail, u"1 after the last (35.00 mm)"_s);
}

/// Phases of two echoes each: what a phase lacks and what an echo of it lacks beyond that are said as one.
void PhasesTest::shortOfTwoNames()
{
    std::vector<Slice> all;
    for (int phase = 0; phase < 2; ++phase)
        for (int echo = 0; echo < 2; ++echo)
            for (int i = 0; i < 8; ++i) {
                if (phase == 1 && (i < 2 || (echo == 1 && i > 4)))
                    continue; // both echoes begin two slices later; the second ends three earlier
                Slice &slice = all.emplace_back(Slice{0, 0, -5.0 * i, int(all.size()) + 1});
                slice.temporal = phase + 1;
                slice.echo = echo + 1;
            }
    const auto sets = assembled(instancesOf(all));
    QCOMPARE(sets.size(), std::size_t(4));
    QCOMPARE(endsOf(*sets[0]), std::pair(0, 0));
    QCOMPARE(endsOf(*sets[1]), std::pair(0, 0));
    QCOMPARE(endsOf(*sets[2]), std::pair(2, 0));
    QCOMPARE(endsOf(*sets[3]), std::pair(2, 3));
    QCOMPARE(sets[3]->issues.size(), std::size_t(1));
    QCOMPARE(issueHeadline(sets[3]->issues[0]),
             u"Fewer slices than others of this series: 2 less before the first, 3 less after the last."_s);
}

/// Acquisitions that were meant to reach differently far, and stacks of other grids, lack nothing.
void PhasesTest::scansOfTheirOwnReach()
{
    const auto scan = [](std::vector<Slice> &into, int acquisition, double from, int count, double step = -5.0) {
        for (int i = 0; i < count; ++i) {
            into.push_back({0, 0, from + step * i, int(into.size()) + 1});
            into.back().acquisition = acquisition;
        }
    };
    std::vector<Slice> chestAndAbdomen, tracking, otherSteps, localizer;
    scan(chestAndAbdomen, 1, 0.0, 20);
    scan(chestAndAbdomen, 2, -85.0, 20); // three positions are both's
    scan(tracking, 1, -40.0, 3);
    scan(tracking, 2, 0.0, 20);
    scan(otherSteps, 1, 0.0, 12);
    scan(otherSteps, 2, 0.0, 12, -8.0);
    scan(localizer, 1, 0.0, 12);
    scan(localizer, 2, 0.0, 12);
    localizer.push_back({0, 0, 100.0, 99, u"1\\0\\0\\0\\0\\-1"_s, 1});
    for (const auto *slices : {&chestAndAbdomen, &tracking, &otherSteps, &localizer}) {
        const auto sets = assembled(instancesOf(*slices));
        QVERIFY(sets.size() >= 2);
        for (const DataSetPtr &stack : sets)
            QCOMPARE(endsOf(*stack), std::pair(0, 0));
    }
}

CONSILIUM_TEST(PhasesTest)
#include "PhasesTest.moc"
