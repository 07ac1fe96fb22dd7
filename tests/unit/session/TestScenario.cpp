#include "tests/support/TestMain.h"
#include "viewer/session/scenario/ActionBuilder.h"
#include "viewer/session/scenario/Evaluation.h"
#include "viewer/session/scenario/Scenario.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

using namespace consilium;
using namespace consilium::session;
using namespace consilium::session::scenario;

namespace
{

Scenario parsed(const QString &text)
{
    return parse(text, {{QStringLiteral("HERE"), QStringLiteral("/scenarios")}}, {QStringLiteral("HERE")});
}

Command only(const QString &line)
{
    const Scenario scenario = parsed(line);
    if (!scenario.errors.empty() || scenario.commands.size() != 1) {
        qWarning("%s: %s", qPrintable(line),
                 scenario.errors.empty() ? "not one command" : qPrintable(scenario.errors.front().message));
        return {};
    }
    return scenario.commands.front();
}

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

QString pageText()
{
    QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/docs/scenario.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words()
    {
        const Scenario scenario = parsed(QStringLiteral("\n# only a comment\n"
                                                        "  print \"two words # no comment\"   # a comment\n"
                                                        "expect label.top-left contains \"a=b \\\"c\\\"\\n\\d\"\r\n"
                                                        "print a#b\n"));
        QVERIFY(scenario.errors.empty());
        QCOMPARE(scenario.commands.size(), std::size_t(3));
        QCOMPARE(scenario.commands[0].line, 3);
        QCOMPARE(scenario.commands[0].argument(0), QStringLiteral("two words # no comment"));
        QCOMPARE(scenario.commands[0].text, QStringLiteral("print \"two words # no comment\""));
        QCOMPARE(scenario.commands[1].expectation->value, QStringLiteral("a=b \"c\"\n\\d"));
        QCOMPARE(scenario.commands[2].argument(0), QStringLiteral("a#b"));
    }

    void prefixes()
    {
        const Command command =
            only(QStringLiteral("fails PermissionDenied as guest SetWindow view=v2 centre=40 width=400"));
        QCOMPARE(command.name, QStringLiteral("SetWindow"));
        QCOMPARE(command.actor, QStringLiteral("guest"));
        QCOMPARE(command.fails, QStringLiteral("PermissionDenied"));
        QCOMPARE(command.view(), QStringLiteral("v2"));
        QVERIFY(command.isAction());
        QCOMPARE(only(QStringLiteral("as guest undo")).actor, QStringLiteral("guest"));
    }

    void expectations()
    {
        const Command command = only(QStringLiteral("expect probe.value view=v2 pixel=10,20 == -1024 tolerance=0.5"));
        QVERIFY(command.expectation.has_value());
        const Expectation &e = *command.expectation;
        QCOMPARE(e.subject, QStringLiteral("probe.value"));
        QCOMPARE(e.options.at(QStringLiteral("pixel")), QStringLiteral("10,20"));
        QVERIFY(e.op == Operator::Equal);
        QCOMPARE(e.value, QStringLiteral("-1024"));
        QCOMPARE(*e.tolerance, 0.5);
        QCOMPARE(e.text(), QStringLiteral("probe.value pixel=10,20 view=v2 == -1024 tolerance=0.5"));

        const Command wait = only(QStringLiteral("wait until bands absent timeout=2s"));
        QVERIFY(wait.expectation->op == Operator::Absent);
        QCOMPARE(wait.timeoutMs(), 2000);
        QCOMPARE(only(QStringLiteral("wait drawn")).timeoutMs(), 30000);
        QCOMPARE(only(QStringLiteral("remember BEFORE hash")).expectation->subject, QStringLiteral("hash"));
    }

    void variables()
    {
        const Scenario scenario = parsed(QStringLiteral("let A 5\nlet B \"${A} x\"\nremember C slice\n"
                                                        "ShowPlane slice=${C}\nprint \"${B} $${A} ${HERE}\"\n"));
        QVERIFY2(scenario.errors.empty(), scenario.errors.empty() ? "" : qPrintable(scenario.errors.front().message));
        QString error;
        const auto print = expand(scenario.commands.back(),
                                  {{QStringLiteral("A"), QStringLiteral("5")},
                                   {QStringLiteral("B"), QStringLiteral("${A} x")},
                                   {QStringLiteral("HERE"), QStringLiteral("/h")}},
                                  &error);
        QVERIFY2(print.has_value(), qPrintable(error));
        // What is in a variable is not looked at again, and one value stays one value.
        QCOMPARE(print->argument(0), QStringLiteral("${A} x ${A} /h"));
        const auto bad = expand(scenario.commands.at(3), {{QStringLiteral("C"), QStringLiteral("many")}}, &error);
        QVERIFY(!bad);
        QVERIFY2(error.contains(QStringLiteral("slice=")), qPrintable(error));
    }

    void fixedVariablesWin()
    {
        const QString text = QStringLiteral("let LANGUAGE en\nprogram language=${LANGUAGE} size=800x600\n");
        const QString name = QStringLiteral("LANGUAGE");
        const Options ours = parse(text, {{name, QStringLiteral("zh_TW")}}, {name}).startup;
        QCOMPARE(ours.at(QStringLiteral("language")), QStringLiteral("zh_TW"));
        const Options theirs = parse(text, {{name, QStringLiteral("zh_TW")}}, {}).startup;
        QCOMPARE(theirs.at(QStringLiteral("language")), QStringLiteral("en"));
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(says);
        };
        row("SetWindows centre=1 width=1", "unknown command");
        row("wait forever", "followed by one of: loaded, drawn, idle, until");
        row("SetWindow centre=40", "all of: centre=, width=");
        row("SetWindow", "exactly one of");
        row("SetWindow default centre=1 width=2", "exactly one of");
        row("SetWindow fit", "does not take \"fit\"");
        row("ShowPlane first", "does not take \"first\"; slice=first is how it is written");
        row("record", "followed by one of: start, stop");
        row("record start a.rec", "needs key=");
        row("record start a.rec key=12", "64 hexadecimal digits");
        row("seek soon", "seek takes a duration");
        row("ShowPlane 7", "slice=7 is how it is written");
        row("SetWindow centre=ten width=4", "centre= must be a number");
        row("SetWindow centre=nan width=4", "centre= must be a number");
        row("SetWindow centre=1 width=2 colour=red", "no option colour=");
        row("SetWindow view=v65 centre=1 width=2", "view= must be");
        row("SetWindow view=v01 centre=1 width=2", "view= must be");
        row("SetWindow centre=1 centre=2 width=2", "given twice");
        row("SetLayout rows=2", "needs columns=");
        row("ShowPlane slice=0", "slice= must be");
        row("ShowPlane slice=2 frame=3", "only beside sop=");
        row("ShowPlane point=0,0,0", "all of");
        row("AddAnnotation id=a kind=circle pixels=1,2", "kind= must be");
        row("AddAnnotation id=a kind=probe pixels=1,2,3", "pixels= must be");
        row("SetZoomPan across=200", "across= must be");
        row("open", "exactly one of");
        row("open latest", "does not take");
        row("source a", "exactly one of");
        row("source a folder=x user=me password=x", "only beside url=");
        row("wait drawn timeout=5", "timeout= must be a duration");
        row("pause long", "duration");
        row("permit guest everything", "permit takes");
        row("expect", "needs a subject");
        row("expect slice", "operator is missing");
        row("expect slice = 3", "not an operator");
        row("expect slice ==", "value is missing");
        row("expect slice absent 3", "takes no value");
        row("expect slice == 1 2", "one value only");
        row("expect slyce == 1", "unknown subject");
        row("expect slice < many", "compares numbers");
        row("expect slice < 4 tolerance=1", "tolerance= goes with");
        row("expect probe.value == 4", "exactly one of: pixel, patient, at");
        row("expect message matches \"(\"", "regular expression");
        row("remember 1a slice", "variable's name");
        row("remember A slice == 2", "without an operator");
        row("print ${NOBODY_SET_THIS}", "unknown variable ${NOBODY_SET_THIS}");
        row("print ${", "without a name");
        row("print \"open", "not closed");
        row("print a\"b\"", "middle of a word");
        row("print \"a\"b", "must follow a closing quote");
        row("as guest wait idle", "stands before actions");
        row("fails NotFound expect slice == 1", "cannot stand before");
        row("fails Oops undo", "unknown error");
        row("fails NotFound", "needs a name and a command");
        row("capture window -", "standard output");
        row("mouse drag at=1,2 to=1,2,3", "to= must be a place");
    }

    void mistakes()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, says);
        const Scenario scenario = parsed(QStringLiteral("let X 1\n\n") + line);
        QCOMPARE(scenario.errors.size(), std::size_t(1));
        QCOMPARE(scenario.errors.front().line, 3);
        QVERIFY2(scenario.errors.front().message.contains(says), qPrintable(scenario.errors.front().message));
    }

    void ratioOnlyAtTheBeginning()
    {
        const Scenario good =
            parsed(QStringLiteral("let R 2\nprogram ratio=${R}\nprogram theme=light\nprint x\nprogram theme=dark"));
        QVERIFY(good.errors.empty());
        QCOMPARE(good.startup.at(QStringLiteral("ratio")), QStringLiteral("2"));
        QCOMPARE(good.startup.at(QStringLiteral("theme")), QStringLiteral("light"));
        QCOMPARE(parsed(QStringLiteral("print x\nprogram ratio=2")).errors.front().line, 2);
    }

    void everyMistakeIsReported()
    {
        QCOMPARE(parsed(QStringLiteral("a\nb\nprint x\nc")).errors.size(), std::size_t(3));
    }

    /// The page and the parser say the same: each example of the page parses, each name of the parser is on the page.
    void thePageIsComplete()
    {
        const QString page = pageText();
        QVERIFY(!page.isEmpty());
        for (const QString &name : commandNames() + subjectNames()) {
            const QRegularExpression word(QStringLiteral("[`, ]%1[` ,\n]").arg(QRegularExpression::escape(name)));
            const QString last = name.section(QLatin1Char(' '), 1);
            const bool isThere =
                page.contains(word) || (!last.isEmpty() && page.contains(QLatin1Char('`') + last + QLatin1Char('`')));
            QVERIFY2(isThere, qPrintable(name));
        }
        static const QRegularExpression block(QStringLiteral("```\\n(.*?)```"),
                                              QRegularExpression::DotMatchesEverythingOption);
        int scenarios = 0;
        for (auto match = block.globalMatch(page); match.hasNext();) {
            const QString text = match.next().captured(1);
            if (text.contains(QStringLiteral("--scenario")) || text.contains(QStringLiteral("SUBJECT")) ||
                text.contains(QStringLiteral(".actions:")))
                continue;
            ++scenarios;
            const Scenario scenario = parsed(text);
            QVERIFY2(scenario.errors.empty(),
                     scenario.errors.empty() ? ""
                                             : qPrintable(scenario.errors.front().message + QLatin1Char('\n') + text));
        }
        QVERIFY(scenarios >= 3);
    }

    /// What the page describes is done by some scenario of the tests.
    void everyWordIsTried()
    {
        QString all = QStringLiteral("\n");
        static const QRegularExpression prefixes(QStringLiteral("^\\s*(fails \\w+ )?(as \\w+ )?"));
        QDirIterator each(QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario"), {QStringLiteral("*.actions")},
                          QDir::Files);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (QString line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')))
                all += line.remove(prefixes) + QLatin1Char('\n');
        }
        for (const QString &name : commandNames()) {
            const QRegularExpression line(QStringLiteral("\n%1[ \n]").arg(QRegularExpression::escape(name)));
            QVERIFY2(all.contains(line), qPrintable(name));
        }
        for (const QString &name : subjectNames()) {
            const QRegularExpression line(
                QStringLiteral("\n(expect|wait until|remember \\w+) %1[ \n]").arg(QRegularExpression::escape(name)));
            QVERIFY2(all.contains(line), qPrintable(name));
        }
    }

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
        QCOMPARE(value("view.across"), QStringLiteral("120.5"));
        QCOMPARE(value("view.unit"), QStringLiteral("mm"));
        QCOMPARE(value("view.along-row"), QStringLiteral("-3"));
        QCOMPARE(value("view.rotation"), QStringLiteral("270"));
        QCOMPARE(value("view.flipped"), QStringLiteral("yes"));
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

    void formats()
    {
        QCOMPARE(*parseDurationMs(QStringLiteral("1.5s")), 1500);
        QCOMPARE(*parseDurationMs(QStringLiteral("1min")), 60000);
        QVERIFY(!parseDurationMs(QStringLiteral("-1s")));
        QVERIFY(!parseDurationMs(QStringLiteral("100000min")));
        QVERIFY(*parsePlace(QStringLiteral("50%,25%"), 800, 600) == std::pair(400.0, 150.0));
        QVERIFY(*parsePlace(QStringLiteral("5,25%"), 800, 600) == std::pair(5.0, 150.0));
        QVERIFY(!parsePlace(QStringLiteral("5"), 800, 600));
        QVERIFY(*parseSize(QStringLiteral("1920x1200")) == std::pair(1920, 1200));
        QVERIFY(!parseSize(QStringLiteral("1920x")));
        QVERIFY(!parseNumber(QStringLiteral("inf")));
        QVERIFY(!parseNumber(QStringLiteral("1e999")));
        QVERIFY(!parseCount(QStringLiteral("+3")));
    }
};

CONSILIUM_TEST(TestScenario)
#include "TestScenario.moc"
