#include "tests/support/TestMain.h"
#include "tests/unit/session/ScenarioLines.h"
#include "viewer/session/scenario/ActionBuilder.h"
#include "viewer/session/scenario/Evaluation.h"

#include <QJsonArray>

using namespace consilium;
using namespace consilium::session;
using namespace consilium::session::scenario;
using namespace consilium::test;

namespace
{

/// Three series of study 1.2: ids 1.2.1 (10 slices), 1.2.2 (4), 1.2.2#2 (none described yet).
class FakeImages : public ImageLookup
{
public:
    Result<DataSet> series(const QString &selector, const StudyUid &study) const override
    {
        if (!study.isEmpty() && study.text() != QStringLiteral("1.2"))
            return fail(ErrorCode::NotFound);
        const QStringList ids{QStringLiteral("1.2.1"), QStringLiteral("1.2.2"), QStringLiteral("1.2.2#2")};
        const int index = ids.contains(selector) ? int(ids.indexOf(selector)) : selector.toInt() - 1;
        if (index < 0 || index >= ids.size())
            return fail(ErrorCode::NotFound);
        return DataSet{StudyUid(QStringLiteral("1.2")), DataSetId(ids.at(index))};
    }
    int sliceCount(const DataSetId &id) const override
    {
        return id.text() == QStringLiteral("1.2.1") ? 10 : id.text() == QStringLiteral("1.2.2") ? 4 : 0;
    }
    Result<ImageRef> slice(const DataSetId &id, int index) const override
    {
        return ImageRef{SopInstanceUid(id.text() + QStringLiteral(".%1").arg(index + 1)), 0};
    }
    FrameOfReferenceUid frameOfReference(const DataSetId &, const SopInstanceUid &) const override
    {
        return FrameOfReferenceUid(QStringLiteral("9.9"));
    }
};

const ActorId reader(QStringLiteral("local"));

Result<Action> built(const QString &line, const ViewerState &state)
{
    return buildAction(only(line), state, reader, FakeImages());
}

} // namespace

/// What a line means: the action that is made of it, and whether what it expects holds.
class TestScenarioMeaning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void actions()
    {
        ViewerState state;
        const auto apply = [&state](const QString &line) {
            const Result<Action> action = built(line, state);
            if (!action)
                return QTest::qFail(qPrintable(line + action.error().detail), __FILE__, __LINE__);
            const Result<ViewerState> next = reduce(state, *action);
            if (!next)
                return QTest::qFail(qPrintable(line + next.error().detail), __FILE__, __LINE__);
            state = *next;
        };
        apply(QStringLiteral("ShowSeries series=1"));
        apply(QStringLiteral("ShowPlane slice=middle"));
        QVERIFY(state.view(ViewId(QStringLiteral("v1"))).plane ==
                PlaneRef(ImageRef{SopInstanceUid(QStringLiteral("1.2.1.6")), 0}));
        apply(QStringLiteral("ShowPlane slice=last"));
        QVERIFY(state.view(ViewId(QStringLiteral("v1"))).plane ==
                PlaneRef(ImageRef{SopInstanceUid(QStringLiteral("1.2.1.10")), 0}));
        apply(QStringLiteral("ShowPlane sop=7.7 frame=3"));
        QVERIFY(state.view(ViewId(QStringLiteral("v1"))).plane ==
                PlaneRef(ImageRef{SopInstanceUid(QStringLiteral("7.7")), 2}));
        apply(QStringLiteral("SetWindow centre=-600 width=1500 function=sigmoid"));
        apply(QStringLiteral("SetInverted inverted=yes"));
        apply(QStringLiteral("SetShutter edges=1,2,30,40 vertices=0,0;9,0;0,9.5 grey=5"));
        apply(QStringLiteral("SetGreyTables entries=0,5,4095 bits=12 first=-7 factor=0.5 offset=2 output=9,0"));
        const auto tables = state.presentation(Layout::viewAt(0), DataSetId(QStringLiteral("1.2.1"))).tables;
        QVERIFY(tables && tables->voi && tables->presentation);
        QCOMPARE(tables->voi->entries, QByteArray::fromHex("00000500ff0f")); // words, the low byte first
        QCOMPARE(tables->presentation->entries, QByteArray::fromHex("09000000"));
        apply(QStringLiteral("SetZoomPan across=120.5mm along-row=-3"));
        apply(QStringLiteral("SetOrientation rotation=-90 flipped=yes"));
        apply(QStringLiteral("SetLayout rows=2 columns=2 active=v3"));
        apply(QStringLiteral("AddAnnotation id=a kind=length handles=0,1,2;3,4,5"));
        apply(QStringLiteral("MoveHandle annotation=a handle=2 to=6,7,8"));

        const auto value = [&state](const char *subject, const Options &options = {}) {
            return valueText(*stateSubject(QString::fromLatin1(subject), options, state));
        };
        QCOMPARE(value("view.series"), QStringLiteral("1.2.1"));
        QCOMPARE(value("view.frame"), QStringLiteral("3"));
        QCOMPARE(value("view.centre"), QStringLiteral("-600"));
        QCOMPARE(value("view.width"), QStringLiteral("1500"));
        QCOMPARE(value("view.function"), QStringLiteral("sigmoid"));
        QCOMPARE(value("view.inverted"), QStringLiteral("yes"));
        QCOMPARE(value("view.shutter"), QStringLiteral("edges=1,2,30,40 vertices=0,0;9,0;0,9.5 grey=5"));
        QCOMPARE(value("view.grey-tables"), QStringLiteral("voi=3x12 first=-7 factor=0.5 offset=2 output=2x16"));
        QCOMPARE(value("view.across"), QStringLiteral("120.5"));
        QCOMPARE(value("view.unit"), QStringLiteral("mm"));
        QCOMPARE(value("view.along-row"), QStringLiteral("-3"));
        QCOMPARE(value("view.rotation"), QStringLiteral("270"));
        QCOMPARE(value("view.flipped"), QStringLiteral("yes"));
        apply(QStringLiteral("SetWindow table=3 view=v1"));
        QCOMPARE(value("view.file-table"), QStringLiteral("3"));
        QVERIFY(!state.presentation(Layout::viewAt(0), DataSetId(QStringLiteral("1.2.1"))).window);
        QCOMPARE(value("layout.active"), QStringLiteral("v3"));
        QCOMPARE(value("annotations"), QStringLiteral("a"));
        QCOMPARE(value("annotations.count"), QStringLiteral("1"));
        QCOMPARE(value("annotation.handles", {{QStringLiteral("annotation"), QStringLiteral("a")}}),
                 QStringLiteral("0,1,2,6,7,8"));
        QCOMPARE(value("annotation.label", {{QStringLiteral("annotation"), QStringLiteral("a")}}),
                 QStringLiteral("none"));
        apply(QStringLiteral("PlaceLabel annotation=a to=9,8.5,7"));
        QCOMPARE(value("annotation.label", {{QStringLiteral("annotation"), QStringLiteral("a")}}),
                 QStringLiteral("9,8.5,7"));
        QCOMPARE(value("view.point"), QStringLiteral("none"));
        QCOMPARE(value("view.series", {{QStringLiteral("view"), QStringLiteral("v4")}}), QStringLiteral("none"));
        QCOMPARE(value("hash").size(), 16);

        QCOMPARE(value("layers.hidden"), QStringLiteral("none"));
        apply(QStringLiteral("ShowLayer object=1.2.9 layer=\"CAD FINDINGS\" shown=no"));
        QCOMPARE(value("layers.hidden"), QStringLiteral("1.2.9/CAD FINDINGS"));
        apply(QStringLiteral("ShowLayer object=1.2.9 layer=\"CAD FINDINGS\" shown=yes"));
        QCOMPARE(value("layers.hidden"), QStringLiteral("none"));

        apply(QStringLiteral("ShowPlane point=1,2,3 normal=0,0.6,0.8"));
        QCOMPARE(value("view.reference"), QStringLiteral("9.9"));
        QCOMPARE(value("view.normal"), QStringLiteral("0,0.6,0.8"));
        apply(QStringLiteral("SetWindow default"));
        QCOMPARE(value("view.centre"), QStringLiteral("none"));
        apply(QStringLiteral("SetZoomPan fit"));
        QCOMPARE(value("view.across"), QStringLiteral("none"));
        apply(QStringLiteral("RemoveAnnotation annotation=a"));
        QCOMPARE(value("annotations"), QStringLiteral("none"));
        apply(QStringLiteral("ShowSeries series=none"));
        QCOMPARE(value("view.series"), QStringLiteral("none"));
        QVERIFY(!stateSubject(QStringLiteral("slice"), {}, state));
    }

    void actionsThatCannotBe()
    {
        ViewerState state;
        QVERIFY(built(QStringLiteral("ShowPlane slice=1"), state).error().code == ErrorCode::NotFound);
        QVERIFY(built(QStringLiteral("SetWindow centre=1 width=1"), state).error().code == ErrorCode::NotFound);
        QVERIFY(built(QStringLiteral("ShowSeries series=9"), state).error().code == ErrorCode::NotFound);
        state = *reduce(state, *built(QStringLiteral("ShowSeries series=2"), state));
        QVERIFY(built(QStringLiteral("ShowPlane slice=5"), state).error().detail ==
                QStringLiteral("there is no slice 5 of 4"));
    }

    void evaluation_data()
    {
        QTest::addColumn<QString>("expectation");
        QTest::addColumn<QJsonValue>("found");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *expectation, const QJsonValue &found, bool holds) {
            QTest::addRow("%s / %s", expectation, qPrintable(valueText(found)))
                << QString::fromLatin1(expectation) << found << holds;
        };
        const QJsonArray point{1.0, -2.5, 3.0};
        row("== 20", 20, true);
        row("== 20.0", 20, true);
        row("== 20", 20.25, false);
        row("== 20 tolerance=0.25", 20.25, true);
        row("== 20 tolerance=0.24", 20.25, false);
        row("== 7", QStringLiteral("007"), false);
        row("== 7 tolerance=0", QStringLiteral("007"), true);
        row("!= 20", 21, true);
        row("!= 20", 20, false);
        row("!= 20", {}, false);
        row("== none", {}, true);
        row("== none", QJsonArray(), true);
        row("== 1,-2.5,3", point, true);
        row("== 1,-2.5", point, false);
        row("== 1.05,-2.55,3 tolerance=0.1", point, true);
        row("== 1.05,-2.55,4 tolerance=0.1", point, false);
        row("== yes", true, true);
        row("== no", true, false);
        row("< 3", 2.5, true);
        row("< 3", 3, false);
        row("<= 3", 3, true);
        row("> 3", QStringLiteral("4"), true);
        row("> 3", QStringLiteral("four"), false);
        row(">= 3", {}, false);
        row("contains PAN", QStringLiteral("PHANTOM"), false);
        row("contains HAN", QStringLiteral("PHANTOM"), true);
        row("contains Loading", QJsonArray{QStringLiteral("MissingSlices"), QStringLiteral("Loading")}, true);
        row("contains Load", QJsonArray{QStringLiteral("Loading")}, false);
        row("matches \"^[0-9]+ / 160$\"", QStringLiteral("20 / 160"), true);
        row("matches \"^[0-9]+$\"", QStringLiteral("20 / 160"), false);
        row("absent", QStringLiteral(""), true);
        row("absent", 0, false);
        row("present", QJsonArray(), false);
        row("present", false, true);
    }

    void evaluation()
    {
        QFETCH(const QString, expectation);
        QFETCH(const QJsonValue, found);
        QFETCH(const bool, holds);
        const Command command = only(QStringLiteral("expect message ") + expectation);
        QVERIFY(command.expectation.has_value());
        QCOMPARE(scenario::holds(*command.expectation, found), holds);
    }
};

CONSILIUM_TEST(TestScenarioMeaning)
#include "TestScenarioMeaning.moc"
