#include "tests/support/TestMain.h"
#include "tests/unit/dicom/SliceFixture.h"
#include "viewer/dicom/PatientMatch.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;

namespace
{

PatientIdentity person(const QString &name, const QString &born = u"19700101"_s, const QString &id = u"7"_s)
{
    PatientIdentity identity;
    identity.name = PersonName::parse(name);
    identity.birthDate = born;
    identity.id = id;
    return identity;
}

} // namespace

/// Row 13: who is one person, in a series as in a study.
class PersonsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesInTwoScripts_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("areOne");
        QTest::newRow("read so") << u"=李^四"_s << u"LI^SI"_s << true;
        QTest::newRow("read so, in the first group") << u"李^四"_s << u"Li^Si"_s << true;
        QTest::newRow("another name") << u"=李^四"_s << u"WANG^WU"_s << false;
        QTest::newRow("another name, in the first group") << u"李^四"_s << u"WANG^WU"_s << false;
        QTest::newRow("Chinese in either group") << u"LI^SI=李^四"_s << u"李^四"_s << true;
        QTest::newRow("other Chinese in the other group") << u"LI^SI=李^四"_s << u"李^思"_s << false;
        QTest::newRow("Latin in both") << u"LI^SI=李^四"_s << u"LI^SI"_s << true;
        QTest::newRow("other Latin") << u"LI^SI=李^四"_s << u"WANG^WU"_s << false;
        QTest::newRow("one with both, sounding the same") << u"LI^SI=李^四"_s << u"LI^SI=李^思"_s << false;
        QTest::newRow("Cantonese") << u"王^五"_s << u"WONG^NG"_s << false;
        QTest::newRow("Wade-Giles") << u"張^曉東"_s << u"CHANG^HSIAO-TUNG"_s << false;
        QTest::newRow("a third script") << u"ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎"_s << u"=山田^太郎"_s << true;
        QTest::newRow("nothing to compare") << u"李^四"_s << QString() << true;
    }
    void namesInTwoScripts()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, areOne);
        QCOMPARE(!contradictEachOther(person(a), person(b)), areOne);
        QCOMPARE(!contradictEachOther(person(b), person(a)), areOne);
        const std::vector<int> expected = areOne ? std::vector<int>{1, 1} : std::vector<int>{1, 2};
        std::vector<int> persons = personsAmong({person(a), person(b)});
        std::sort(persons.begin(), persons.end());
        QCOMPARE(persons, expected);
    }
    // What sounds the same is the same only where ID and birth date say so too.
    void whatSoundsTheSameNeedsTheBirthDate()
    {
        const PatientIdentity chinese = person(u"李^四"_s);
        QVERIFY(!contradictEachOther(chinese, person(u"LI^SI"_s)));
        QVERIFY(contradictEachOther(chinese, person(u"LI^SI"_s, u"19700102"_s)));
        QVERIFY(contradictEachOther(chinese, person(u"LI^SI"_s, {})));
        QVERIFY(contradictEachOther(person(u"李^四"_s, {}), person(u"LI^SI"_s, {})));
        QVERIFY(!contradictEachOther(chinese, person(u"李^四"_s, {}))); // in one script it says so itself
    }
    // LI SI may be 李四 or 李思: as nobody knows, he is neither, in whichever order they come.
    void whoFitsTwoIsNeither()
    {
        std::vector<PatientIdentity> all{person(u"李^四"_s), person(u"LI^SI"_s), person(u"李^思"_s)};
        for (int turn = 0; turn < 3; ++turn) {
            const std::vector<int> persons = personsAmong(all);
            QCOMPARE(std::set<int>(persons.begin(), persons.end()), (std::set<int>{1, 2, 3}));
            std::rotate(all.begin(), all.begin() + 1, all.end());
        }
    }
    void whatIsLeftOutMakesNobodyElse()
    {
        QCOMPARE(personsAmong({}), std::vector<int>());
        QCOMPARE(personsAmong({person(u"LI^SI"_s), person(u"li  si"_s), person(u"LI^SI"_s, {})}),
                 (std::vector<int>{1, 1, 1}));
        const std::vector<int> others = personsAmong({person(u"B"_s, {}, u"2"_s), person(u"A"_s, {}, u"1"_s)});
        QCOMPARE(others, (std::vector<int>{2, 1})); // by what they say, not by when they came
        QCOMPARE(personsAmong({{}, person(u"LI^SI"_s), {}}), (std::vector<int>{1, 2, 1}));
    }
    // Each stands for itself then; and it takes no time.
    void veryManyAreNotCompared()
    {
        std::vector<PatientIdentity> all;
        for (int i = 0; i < 3000; ++i)
            all.push_back(person(u"A%1"_s.arg(i)));
        const std::vector<int> persons = personsAmong(all);
        QCOMPARE(std::set<int>(persons.begin(), persons.end()).size(), all.size());
    }
    void aSeriesIsSplitByTheSameRule_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<std::size_t>("stacks");
        QTest::newRow("read so") << u"LI^SI"_s << std::size_t(1);
        QTest::newRow("another") << u"WANG^WU"_s << std::size_t(2);
    }
    void aSeriesIsSplitByTheSameRule()
    {
        QFETCH(QString, second);
        QFETCH(std::size_t, stacks);
        std::vector<InstancePtr> images;
        for (int i = 0; i < 8; ++i) {
            auto image = std::make_shared<Instance>(*test::instanceOf({0, 0, 3.0 * i, i + 1}));
            image->patient = person(i < 4 ? u"李^四"_s : second);
            images.push_back(image);
        }
        const auto sets = assemble({}, images, int(images.size()));
        QCOMPARE(sets.size(), stacks);
        for (const DataSetPtr &stack : sets) {
            QCOMPARE(test::hasIssue(stack->issues, DataIssue::Kind::MixedPatients), stacks > 1);
            for (const InstancePtr &slice : stack->slices)
                QVERIFY(!contradictEachOther(slice->patient, stack->slices.front()->patient));
        }
    }
};

CONSILIUM_TEST(PersonsTest)
#include "PersonsTest.moc"
