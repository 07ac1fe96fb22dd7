#include "tests/scenario/SavedObjects.h"
#include "tests/scenario/Workplace.h"
#include "tests/support/FaultServer.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <map>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using consilium::test::savedObjects;
using consilium::test::trackingUid;
using consilium::test::Workplace;

/// Every scenario of this folder that is a test, run in the program; its actions replayed three more ways.
class ScenarioTest : public QObject
{
    Q_OBJECT

    /// By an odd number of edges to the left, of polygons as lists of [column, row].
    static bool encloses(const QJsonArray &polygons, double x, double y)
    {
        bool isIn = false;
        for (const auto &polygon : polygons) {
            const QJsonArray points = polygon.toArray();
            for (qsizetype i = 0; i < points.size(); ++i) {
                const QJsonArray a = points.at(i).toArray(), b = points.at((i + 1) % points.size()).toArray();
                const double ax = a.at(0).toDouble(), ay = a.at(1).toDouble(), bx = b.at(0).toDouble(),
                             by = b.at(1).toDouble();
                if ((ay > y) != (by > y) && ax + (y - ay) * (bx - ax) / (by - ay) <= x)
                    isIn = !isIn;
            }
        }
        return isIn;
    }

    static QSet<QString> trackingUidsIn(const QJsonObject &report)
    {
        QSet<QString> all;
        for (const auto &group : report[u"groups"_s].toArray())
            all << group[u"uid"_s].toString();
        return all;
    }

    /// A kind of mark in a report, as another program finds it there.
    struct Written {
        const char *method, *name, *derivation; ///< the last one empty: none
        double value;
        const char *unit, *shape;
        qsizetype numbers; ///< coordinates of its first shape; a polygon is closed
    };
    /// What is wrong with the group; empty: nothing.
    static QString faultOf(const QJsonObject &group, const Written &wanted)
    {
        if (group.isEmpty())
            return u"it is not there"_s;
        const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
        for (const auto &value : group[u"values"_s].toArray()) {
            if (value[u"name"_s][2].toString() != text(wanted.name) ||
                value[u"derivation"_s][2].toString() != text(wanted.derivation))
                continue;
            const QJsonArray own = value[u"shapes"_s].toArray(), all = group[u"shapes"_s].toArray();
            const QJsonValue shape = own.isEmpty() ? all.at(0) : own.at(0);
            if (std::abs(value[u"value"_s].toDouble() - wanted.value) > 1e-4)
                return u"it is %1"_s.arg(value[u"value"_s].toDouble());
            if (value[u"unit"_s][0].toString() != text(wanted.unit) || value[u"unit"_s][1].toString() != u"UCUM"_s)
                return u"its unit is "_s + value[u"unit"_s][0].toString();
            if (shape[u"type"_s].toString() != text(wanted.shape) ||
                shape[u"data"_s].toArray().size() != wanted.numbers)
                return u"its shape is %1 of %2 numbers"_s.arg(shape[u"type"_s].toString())
                    .arg(shape[u"data"_s].toArray().size());
            return {};
        }
        return u"its number is not there"_s;
    }

    /// The marks of marks-saved.actions, by their methods: the numbers of marks-values.actions, but for the length,
    /// which was changed.
    static QString faultOfKinds(const QHash<QString, QJsonObject> &groups)
    {
        const Written kinds[] = {{"LENGTH", "Length", "", 15.625, "mm", "POLYLINE", 4},
                                 {"POLYLINE", "Path length", "", 42.96875, "mm", "POLYLINE", 6},
                                 {"ANGLE", "Angle", "", 90.0, "deg", "POLYLINE", 6},
                                 {"COBB", "Angle", "", 5.710593, "deg", "POLYLINE", 4},
                                 {"OPEN_ANGLE", "Angle", "", 135.0, "deg", "POLYLINE", 4},
                                 {"BIDIRECTIONAL", "Long axis", "", 39.0625, "mm", "POLYLINE", 4},
                                 {"ELLIPSE", "Attenuation Coefficient", "Mean", 44.921875, "[hnsf'U]", "ELLIPSE", 8},
                                 {"RECTANGLE", "Area of defined region", "", 183.105469, "mm2", "POLYLINE", 10},
                                 {"POLYGON", "Area of defined region", "", 762.939453, "mm2", "POLYLINE", 8},
                                 {"FREEHAND", "Area of defined region", "", 762.939453, "mm2", "POLYLINE", 10},
                                 {"POINT_ROI", "Attenuation Coefficient", "Mean", -72.265625, "[hnsf'U]", "CIRCLE", 4},
                                 {"RULER", "Length", "", 39.0625, "mm", "POLYLINE", 4},
                                 {"CTR", "Ratio of two lengths", "", 0.5, "1", "POLYLINE", 4},
                                 {"LEG_AXIS", "Length of the leg", "", 160.15625, "mm", "POLYLINE", 6},
                                 {"LINE_PAIR", "Ratio of two lengths", "", 0.5, "1", "POLYLINE", 4},
                                 {"PROBE", "Attenuation Coefficient", "", 87.890625, "[hnsf'U]", "POINT", 2}};
        for (const Written &kind : kinds) {
            const QString method = QString::fromLatin1(kind.method);
            if (const QString fault = faultOf(groups[method], kind); !fault.isEmpty())
                return method + u": "_s + fault;
        }
        return groups.size() == qsizetype(std::size(kinds)) ? QString() : u"there are %1 kinds"_s.arg(groups.size());
    }

    static QString file(const QString &name)
    {
        return QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario/") + name + u".actions"_s;
    }

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<bool>("needsArchive");
        QTest::newRow("reading") << true;
        QTest::newRow("folder") << false;
        QTest::newRow("undo") << false;
        QTest::newRow("marks") << false;
        QTest::newRow("marks-values") << false;
        QTest::newRow("marks-draw") << false;
        QTest::newRow("marks-tools") << false;
        QTest::newRow("marks-calibration") << false;
        QTest::newRow("input") << false;
        QTest::newRow("geometry") << false;
        QTest::newRow("warnings") << true;
        QTest::newRow("identity") << true;
        QTest::newRow("worklist") << true;
        QTest::newRow("read-flow") << true;
        QTest::newRow("outside") << true;
        QTest::newRow("arrange") << false;
        QTest::newRow("language") << true;
        QTest::newRow("errors") << false;
        QTest::newRow("waiting") << true;
        QTest::newRow("linking") << false;
        QTest::newRow("fusion") << false;
        QTest::newRow("aligned") << false;
        QTest::newRow("hanging") << false;
        QTest::newRow("repairs") << true;
        QTest::newRow("viewport") << false;
        QTest::newRow("enhancement") << false;
        QTest::newRow("documents") << false;
        QTest::newRow("kept") << false;
        QTest::newRow("tables") << false;
        QTest::newRow("luts") << false;
        QTest::newRow("layers") << false;
        QTest::newRow("video") << true;
        QTest::newRow("kinds") << false;
        QTest::newRow("kinds-phantom") << false;
        QTest::newRow("kinds-real") << false;
        QTest::newRow("kinds-syntaxes") << false;
        QTest::newRow("segments") << false;
        QTest::newRow("segments-archive") << true;
        QTest::newRow("alone") << false;
        QTest::newRow("recording") << false;
        QTest::newRow("narrow") << false;
        QTest::newRow("words") << false;
        QTest::newRow("words-archive") << true;
    }
    void holds()
    {
        QFETCH(bool, needsArchive);
        REQUIRE_WORKPLACE(place)
        NEEDS(!needsArchive || !place.url().isEmpty(), "no archive is installed");
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const bool needsData = name.startsWith(u"kinds"_s) && name != u"kinds-phantom"_s;
        SKIP_WHERE(needsData && consilium::test::realData().isEmpty(), "no real data");
        NEEDS(name != u"video"_s || place.hasVideo(), "ffmpeg is not installed");
        const Workplace::Run run = place.run(file(name), {{u"URL"_s, place.url()},
                                                          {u"PHANTOMS"_s, place.phantom(u"."_s)},
                                                          {u"KINDS"_s, place.phantom(u"kinds"_s)},
                                                          {u"DATA"_s, consilium::test::realData()}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    /// The same documents from an archive; the list of prior reports, with one that is somebody else's.
    void readsDocumentsOfAnArchive()
    {
        REQUIRE_WORKPLACE(place)
        NEEDS(!place.url().isEmpty(), "no archive is installed");
        QVERIFY(place.put(place.phantom(u"documents/documents"_s)));
        QVERIFY(place.put(place.phantom(u"documents/prior"_s)));
        const Workplace::Run run = place.run(file(u"documents-archive"_s), {{u"URL"_s, place.url()}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    /// What is saved arrives: found by QIDO-RS, fetched by WADO-RS, valid for dciodvfy, and pydicom reads in it what
    /// was drawn: coordinates half a pixel on (PS3.3 C.18.6), the numbers, the display.
    void whatIsMarkedIsInTheArchive()
    {
        REQUIRE_WORKPLACE(place)
        NEEDS(!place.url().isEmpty(), "no archive is installed");
        NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "no dciodvfy (Debian: dicom3tools)");
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import pydicom"_s});
        NEEDS(python.waitForFinished(60'000) && python.exitCode() == 0, "no python3 with pydicom");
        QVERIFY(place.put(place.phantom(u"link/coronal"_s)));
        const Workplace::Run run = place.run(file(u"marks-saved"_s), {{u"URL"_s, place.url()}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const QTemporaryDir folder;
        const QJsonArray objects = savedObjects(place.url(), u"TEST-LINK"_s, folder);
        std::map<QString, QList<QJsonObject>> of; // by SOP class, in the order in which they were written
        for (const auto &object : objects)
            of[object[u"class"_s].toString()].push_back(object.toObject());
        const auto reports = of[u"1.2.840.10008.5.1.4.1.1.88.33"_s], states = of[u"1.2.840.10008.5.1.4.1.1.11.1"_s],
                   keys = of[u"1.2.840.10008.5.1.4.1.1.88.59"_s];
        QCOMPARE(reports.size(), 2); // the state and the first key image were not changed
        QCOMPARE(states.size(), 1);
        QCOMPARE(keys.size(), 2);

        QHash<QString, QJsonObject> groups; // of the later report
        for (const auto &group : reports[1][u"groups"_s].toArray())
            groups.insert(group[u"method"_s][0].toString(), group.toObject());
        const QString fault = faultOfKinds(groups);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QCOMPARE(groups[u"LENGTH"_s][u"label_place"_s][1].toString(), u"IMAGE 40.5 12.5"_s);
        QVERIFY(!groups[u"RULER"_s].contains(u"label_place"_s));
        const QJsonObject length = groups[u"LENGTH"_s][u"values"_s][0].toObject();
        QCOMPARE(length[u"unit"_s][0].toString(), u"mm"_s);
        QVERIFY(std::abs(length[u"value"_s].toDouble() - 4 * 250.0 / 64.0) < 1e-6);
        QCOMPARE(length[u"shapes"_s][0][u"data"_s].toArray(), (QJsonArray{10.5, 10.5, 10.5, 14.5}));
        QCOMPARE(trackingUidsIn(reports[1]), trackingUidsIn(reports[0])); // the same marks

        const QJsonObject state = states[0];
        QCOMPARE(state[u"voi"_s][0][0][0].toDouble(), 50.0);
        QCOMPARE(state[u"voi"_s][0][1][0].toDouble(), 120.0);
        QCOMPARE(state[u"flip"_s].toString(), u"Y"_s);
        QCOMPARE(state[u"rotation"_s].toInt(), 270); // mirrored first and turned by 90 here; turned first there
        QCOMPARE(state[u"annotations"_s].toArray().size(), 2);
        QCOMPARE(state[u"annotations"_s][0][u"graphics"_s][0][2].toArray(), (QJsonArray{30.5, 30.5, 40.5, 34.5}));
        const QJsonObject label = state[u"annotations"_s][0][u"texts"_s][0].toObject();
        QCOMPARE(label[u"text"_s].toString(), u"结节"_s);
        QCOMPARE(label[u"anchor"_s].toArray(), (QJsonArray{40.5, 34.5}));
        QCOMPARE(label[u"box"_s].toArray().size(), 4);
        QCOMPARE(label[u"box"_s][0].toDouble(), 45.5); // where it was put
        QCOMPARE(label[u"box"_s][1].toDouble(), 40.5);
        QCOMPARE(state[u"annotations"_s][1][u"texts"_s][0][u"box"_s].toArray().size(), 0); // beside its place
        QCOMPARE(state[u"annotations"_s][1][u"texts"_s][0][u"text"_s].toString(), u"看这里"_s);
        QSet<QString> titles;
        for (const QJsonObject &key : keys)
            titles << key[u"title"_s][0].toString();
        QCOMPARE(titles, (QSet<QString>{u"113000"_s, u"113003"_s}));
    }
    /// Marked, changed, taken away; then read by a second run from what the archive has.
    void whatIsSavedAgainIsReadAgain()
    {
        REQUIRE_WORKPLACE(place)
        REQUIRE_ARCHIVE(archive)
        NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "no dciodvfy (Debian: dicom3tools)");
        QStringList files;
        for (QDirIterator each(place.phantom(u"link/coronal"_s), QDir::Files, QDirIterator::Subdirectories);
             each.hasNext();)
            files << each.next();
        QVERIFY(archive.storeFiles(files));
        QCOMPARE(trackingUid(u"length"_s), u"2.25.316443423471261678994206020780569738916"_s); // for ever
        std::map<QString, QString> variables{{u"URL"_s, archive.url()}, {u"PATH_"_s, trackingUid(u"path"_s)}};
        for (const char *id : {"length", "arrow", "note", "corner", "cobb", "open", "axes", "ellipse", "box",
                               "triangle", "bow", "circle", "ruler", "heart", "leg", "pair", "spot"})
            variables.emplace(QString::fromLatin1(id).toUpper(), trackingUid(QString::fromLatin1(id)));
        for (const QString &name : {u"marks-round"_s, u"marks-round-again"_s}) {
            const Workplace::Run run = place.run(file(name), variables);
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
        const QTemporaryDir folder;
        const QJsonArray objects = savedObjects(archive.url(), u"TEST-LINK"_s, folder);
        QStringList withdrawn, selections;
        for (const auto &one : objects) {
            const QJsonObject object = one.toObject();
            if (object[u"class"_s].toString() != u"1.2.840.10008.5.1.4.1.1.88.59"_s)
                continue;
            if (object[u"title"_s][0].toString() != u"113001"_s) {
                selections << object[u"sop"_s].toString();
                continue;
            }
            QVERIFY(object[u"images"_s].toArray().isEmpty()); // no image is rejected
            for (const auto &sop : object[u"objects"_s].toArray())
                withdrawn << sop.toString();
        }
        selections.sort();
        withdrawn.sort();
        QCOMPARE(selections.size(), 2);
        QCOMPARE(withdrawn, selections);
    }
    /// A scale by hand is kept with what was measured by it, and holds in a second run.
    void aCalibrationIsKept()
    {
        REQUIRE_WORKPLACE(place)
        REQUIRE_ARCHIVE(archive)
        NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "no dciodvfy (Debian: dicom3tools)");
        QVERIFY(archive.storeFiles({place.phantom(u"kinds/dx/1.dcm"_s)}));
        const std::map<QString, QString> variables{{u"URL"_s, archive.url()},
                                                   {u"BALL"_s, trackingUid(u"ball"_s)},
                                                   {u"LINE"_s, trackingUid(u"line"_s)},
                                                   {u"BOX"_s, trackingUid(u"box"_s)}};
        for (const QString &name : {u"marks-scale"_s, u"marks-scale-again"_s}) {
            const Workplace::Run run = place.run(file(name), variables);
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
        // Who else reads it: millimetres by that scale, whose names say so.
        const QTemporaryDir folder;
        QHash<QString, QJsonObject> groups;
        for (const auto &object : savedObjects(archive.url(), u"TEST-DX"_s, folder))
            for (const auto &group : object[u"groups"_s].toArray())
                groups.insert(group[u"method"_s][0].toString(), group.toObject());
        for (const Written &kind : {Written{"CALIBRATION", "Length", "", 20.0, "mm", "POLYLINE", 4},
                                    Written{"LENGTH", "Length", "", 15.0, "mm", "POLYLINE", 4},
                                    Written{"RECTANGLE", "Area of defined region", "", 25.0, "mm2", "POLYLINE", 10}}) {
            const QJsonObject group = groups[QString::fromLatin1(kind.method)];
            const QString fault = faultOf(group, kind);
            QVERIFY2(fault.isEmpty(), qPrintable(QString::fromLatin1(kind.method) + u": "_s + fault));
            QVERIFY2(group[u"label"_s].toString().contains(u"calibrated by hand"_s),
                     qPrintable(group[u"label"_s].toString()));
        }
        QCOMPARE(groups[u"CALIBRATION"_s][u"texts"_s][0].toString(), u"20"_s);
        QCOMPARE(groups[u"CALIBRATION"_s][u"values"_s][0][u"shapes"_s][0][u"data"_s].toArray(),
                 (QJsonArray{10.5, 8.5, 50.5, 8.5}));
    }
    /// An uptake by lean body mass is one for other programs, too, and in a second run.
    void anUptakeIsKeptByItsKind()
    {
        REQUIRE_WORKPLACE(place)
        REQUIRE_ARCHIVE(archive)
        NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "no dciodvfy (Debian: dicom3tools)");
        const QTemporaryDir made, folder;
        QProcess python;
        python.start(u"/usr/bin/python3"_s,
                     {u"-B"_s, QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario/pet.py"), made.path()});
        NEEDS(python.waitForFinished(120'000) && python.exitCode() == 0, "no python3 with pydicom and numpy");
        QVERIFY(archive.storeFiles({made.filePath(u"1.dcm"_s)}));
        const std::map<QString, QString> variables{
            {u"URL"_s, archive.url()}, {u"BOX"_s, trackingUid(u"box"_s)}, {u"SPOT"_s, trackingUid(u"spot"_s)}};
        for (const QString &name : {u"marks-uptake"_s, u"marks-uptake-again"_s}) {
            const Workplace::Run run = place.run(file(name), variables);
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
        QHash<QString, QJsonObject> groups;
        for (const auto &object : savedObjects(archive.url(), u"TEST-PET"_s, folder))
            for (const auto &group : object[u"groups"_s].toArray())
                groups.insert(group[u"method"_s][0].toString(), group.toObject());
        const char *const unit = "g/ml{SUVlbm(James128)}";
        for (const Written &kind :
             {Written{"RECTANGLE", "SUVlbm(James128)", "Mean", 5.45 * 56.52 / 70.0, unit, "POLYLINE", 10},
              Written{"RECTANGLE", "SUVlbm(James128)", "Maximum", 5.9 * 56.52 / 70.0, unit, "POLYLINE", 10},
              Written{"RECTANGLE", "Modality value", "Mean", 5450.0, "Bq/ml", "POLYLINE", 10},
              Written{"PROBE", "SUVlbm(James128)", "", 5.0 * 56.52 / 70.0, unit, "POINT", 2}}) {
            const QString fault = faultOf(groups[QString::fromLatin1(kind.method)], kind);
            QVERIFY2(fault.isEmpty(), qPrintable(QString::fromLatin1(kind.name) + u": "_s + fault));
        }
    }
    /// One patient's studies in two archives, with what only looks like theirs.
    void theTimelineOverTwoArchives()
    {
        REQUIRE_WORKPLACE(place)
        NEEDS(!place.url().isEmpty(), "no archive is installed");
        REQUIRE_ARCHIVE(two)
        const QTemporaryDir made;
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario/timeline.py"),
                                             place.phantom(u"position"_s), made.path()});
        NEEDS(python.waitForFinished(120'000) && python.exitCode() == 0, "no python3 with pydicom");
        QVERIFY(place.put(made.filePath(u"one"_s)));
        QStringList files;
        const QDir second(made.filePath(u"two"_s));
        for (const QString &name : second.entryList(QDir::Files))
            files << second.filePath(name);
        QCOMPARE(files.size(), 6);
        QVERIFY(two.storeFiles(files));
        const Workplace::Run run = place.run(file(u"timeline"_s), {{u"URL"_s, place.url()}, {u"URL2"_s, two.url()}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    /// One study is opened; the earlier one that its hanging protocol asks for comes from the archive by itself.
    void aPriorIsFetchedAndHung()
    {
        REQUIRE_WORKPLACE(place)
        REQUIRE_ARCHIVE(archive)
        QStringList files;
        for (const QString &study : {u"mammo"_s, u"mammo-prior"_s}) {
            const QDir folder(place.phantom(u"kinds/"_s + study));
            for (const QString &name : folder.entryList(QDir::Files))
                files << folder.filePath(name);
        }
        QCOMPARE(files.size(), 8);
        QVERIFY(archive.storeFiles(files));
        const Workplace::Run run = place.run(file(u"hanging-prior"_s), {{u"URL"_s, archive.url()}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    /// Videos beside H.264: frame N shows N, as ten cells of 32 columns, the lowest bit left.
    void otherVideos_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("MPEG-2") << u"video-mpeg2"_s;
        QTest::newRow("HEVC") << u"video-hevc"_s;
    }
    void otherVideos()
    {
        QFETCH(QString, folder);
        REQUIRE_WORKPLACE(place)
        NEEDS(QFile::exists(place.phantom(folder + u"/1.dcm"_s)), "ffmpeg cannot encode this");
        QString text = u"source s folder=%1\nopen first\nwait drawn timeout=60s\nexpect slices == 50\n"
                       "wait loaded timeout=120s\n"
                       "expect bands contains Lossy\n"_s.arg(place.phantom(folder));
        for (const int frame : {37, 10, 49, 0}) {
            text += u"ShowPlane slice=%1\nwait drawn timeout=60s\n"_s.arg(frame + 1);
            for (int bit = 0; bit < 10; ++bit)
                text += u"expect probe.grey pixel=%1,60 %2\n"_s.arg(32 * bit + 16)
                            .arg(frame >> bit & 1 ? u"> 200"_s : u"< 60"_s);
        }
        const auto run = place.runText(u"video.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
    /// Pixel Aspect Ratio: a pixel that is twice as high as it is wide is shown so.
    void pixelsTwiceAsHighAsWide()
    {
        REQUIRE_WORKPLACE(place)
        const auto run =
            place.runText(u"aspect.actions"_s, u"source s folder=%1\nopen first\nwait drawn\n"
                                               "remember A probe.place pixel=10,10\n"
                                               "remember B probe.place pixel=20,10\n"
                                               "remember C probe.place pixel=10,20\n"
                                               "print ${A},${B},${C}\n"_s.arg(place.phantom(u"kinds/cine"_s)));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QList<double> places;
        for (const QByteArray &number : run.out.trimmed().split(','))
            places << number.toDouble();
        QCOMPARE(places.size(), 6);
        const double across = places[2] - places[0], down = places[5] - places[1];
        QVERIFY2(across > 10.0 && std::abs(down / across - 2.0) < 0.001, run.out.constData());
    }
    /// A structure set on an oblique stack, cut by numpy: what the program says lies under a pixel is what numpy's
    /// vertices enclose there, and what lies in other planes is nowhere.
    void outlinesOnAnObliqueStack()
    {
        REQUIRE_WORKPLACE(place)
        const QTemporaryDir made;
        const QDir images(place.phantom(u"oblique"_s));
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/segments/oblique.py"),
                                             images.path(), made.filePath(u"rtstruct.dcm"_s)});
        NEEDS(python.waitForFinished(120'000) && python.exitCode() == 0, "no python3 with pydicom and numpy");
        for (const QString &name : images.entryList(QDir::Files))
            QVERIFY(QFile::copy(images.filePath(name), made.filePath(name)));
        QString text = u"source s folder=%1\nopen first\nwait idle timeout=60s\nexpect segmentations.count == 1\n"
                       "ShowSegmentation shown=yes\n"_s.arg(made.path());
        int slice = -1, inside = 0;
        std::map<int, QStringList> under; // by row * 64 + column: places all over the image
        for (int at = 64 + 3; at < 64 * 64; at += 2 * 64 + 5)
            under[at] = {};
        const auto tell = [&](const QString &sop) {
            text += u"ShowPlane sop=%1\nwait drawn\nexpect segments.drawn == \"%2region 2\"\n"_s.arg(
                sop, slice % 2 == 0 ? u"region 1,"_s : QString());
            for (const auto &[at, labels] : under) {
                inside += labels.isEmpty() ? 0 : 1;
                text += u"expect probe.segments pixel=%1,%2 "_s.arg(at % 64).arg(at / 64) +
                        (labels.isEmpty() ? u"absent\n"_s : u"== \"%1\"\n"_s.arg(labels.join(u',')));
            }
        };
        for (const QByteArray &line : python.readAllStandardOutput().split('\n')) {
            const QJsonArray row = QJsonDocument::fromJson(line).array();
            if (row.isEmpty())
                continue;
            if (row.at(1).toInt() == 1) {
                ++slice;
                for (auto &[at, labels] : under)
                    labels.clear();
            }
            for (auto &[at, labels] : under)
                if (encloses(row.at(2).toArray(), at % 64, at / 64))
                    labels << u"region %1"_s.arg(row.at(1).toInt());
            if (row.at(1).toInt() == 4 && slice % 6 < 2)
                tell(row.at(0).toString());
        }
        QVERIFY(slice == 19 && inside > 20);
        const auto run = place.runText(u"oblique.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
    /// What a source line says about the sign-in and about trust is what an archive gets to see.
    void signsInAsTheSourceSays()
    {
        REQUIRE_WORKPLACE(place)
        const QTemporaryDir folder;
        const QString pem = folder.filePath(u"test.pem"_s), key = folder.filePath(u"test.key"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                     u"-subj"_s, u"/CN=TEST"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                                     u"-keyout"_s, key, u"-out"_s, pem});
        NEEDS(openssl.waitForFinished(60'000) && openssl.exitCode() == 0, "no openssl program to make a certificate");
        const auto answer = [](const consilium::test::FaultRequest &request) {
            const QByteArray who = request.header("authorization");
            const bool isKnown = request.target.startsWith("/basic")
                                     ? who == "Basic " + QByteArray("TEST:secret").toBase64()
                                     : who == "Bearer abc.def";
            return isKnown ? consilium::test::reply(200, "application/dicom+json", "[]")
                           : consilium::test::reply(401, "text/plain", "sign in");
        };
        const consilium::test::FaultServer plain(answer), secure(answer, pem, key);
        const auto run =
            place.run(file(u"sign-in"_s), {{u"PLAIN"_s, plain.url()}, {u"SECURE"_s, secure.url()}, {u"CA"_s, pem}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
    void saysWhichLineFailed()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(
            u"failing.actions"_s,
            u"source s folder=%1\nopen first\nexpect layout.rows == 7\n"_s.arg(place.phantom(u"position"_s)));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("failing.actions:3: expect layout.rows == 7"), run.err.constData());
        QVERIFY2(run.err.contains("expected: layout.rows == 7"), run.err.constData());
        QVERIFY2(run.err.contains("found:    1"), run.err.constData());
    }
    // A view that is not there, or shows nothing, is not drawn.
    void waitsForTheViewThatWasNamed()
    {
        REQUIRE_WORKPLACE(place)
        const QString begin = u"source s folder=%1\nopen first\nwait loaded\n"_s.arg(place.phantom(u"position"_s));
        const auto absent = place.runText(u"absent.actions"_s, begin + u"wait drawn view=v9\n"_s);
        QCOMPARE(absent.exitCode, 1);
        QVERIFY2(absent.err.contains("NotFound"), absent.err.constData());
        const auto empty = place.runText(
            u"empty.actions"_s, begin + u"SetLayout rows=1 columns=2\nwait drawn\nwait drawn view=v2 timeout=1s\n"_s);
        QCOMPARE(empty.exitCode, 1);
        QVERIFY2(empty.err.contains("expected: v2 shows a series"), empty.err.constData());
    }
    void runsNothingOfAFileWithErrors()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(u"bad.actions"_s, u"print hello\nSetWindow center=40\n"_s);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("bad.actions:2:"), run.err.constData());
        QVERIFY(!run.out.contains("hello"));
        QCOMPARE(place.run(u"/nowhere/at/all.actions"_s, {}).exitCode, 2);
    }
    void findsMistakesBeforeAnythingIsRun_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("key") << u"key PageDwon"_s;
        QTest::newRow("theme") << u"program theme=high-contrast"_s;
        QTest::newRow("no text") << u"print binary"_s + QChar(0);
        QTest::newRow("fails expect") << u"fails any expect slice == 1"_s;
    }
    void findsMistakesBeforeAnythingIsRun()
    {
        QFETCH(QString, line);
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(u"mistake.actions"_s, u"print hello\n"_s + line + u'\n');
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("mistake.actions:2:"), run.err.constData());
        QVERIFY(!run.out.contains("hello"));
    }
    void aStrayFileHidesNothing_data()
    {
        QTest::addColumn<QByteArray>("element"); // of the last file: tag and VR; its value goes
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("isMissed"); // by the series
        QTest::newRow("no series") << QByteArray("\x20\x00\x0e\x00UI", 6) << u"which series"_s << false;
        QTest::newRow("no rows") << QByteArray("\x28\x00\x10\x00US", 6) << u"how large"_s << true;
    }
    /// One file of a folder lacks what it needs: the others are opened, and what became of it is said.
    void aStrayFileHidesNothing()
    {
        REQUIRE_WORKPLACE(place)
        QFETCH(QByteArray, element);
        QFETCH(QString, said);
        QFETCH(bool, isMissed);
        const QTemporaryDir folder;
        const QDir source(place.phantom(u"position"_s));
        const QStringList names = source.entryList({u"*.dcm"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 10);
        for (const QString &name : names) {
            QFile whole(source.filePath(name)), written(folder.filePath(name));
            QVERIFY(whole.open(QIODevice::ReadOnly) && written.open(QIODevice::WriteOnly));
            QByteArray bytes = whole.readAll();
            if (name == names.back()) {
                const qsizetype at = bytes.indexOf(element);
                QVERIFY(at > 0);
                const int length = uchar(bytes[at + 6]) | uchar(bytes[at + 7]) << 8;
                bytes.replace(at + 6, 2 + length, QByteArray(2, '\0'));
            }
            QCOMPARE(written.write(bytes), bytes.size());
        }
        QString text = u"program language=en\nsource s folder=\"%1\"\nopen first\nwait idle timeout=60s\n"
                       "expect studies.count == 1\nexpect series.count == 1\nexpect series.slices == %2\n"
                       "expect message contains \"left out\"\nexpect message contains \"%3\"\n"_s.arg(folder.path())
                           .arg(names.size() - 1)
                           .arg(said);
        text += isMissed ? u"expect series.complete == no\nexpect bands contains Incomplete\n"_s
                         : u"expect series.complete == yes\n"_s;
        const auto run = place.runText(u"stray.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
    /// Nothing of the window comes after it is idle: not the pictures of the series strip either.
    void whatIsIdleStaysAsItIs()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(u"idle.actions"_s,
                                       u"source s folder=${PHANTOMS}/link\nopen first\nwait idle\n"
                                       "expect series.count == 3\ncapture window at-once.png\npause 2s\n"
                                       "capture window later.png\n"_s,
                                       {{u"PHANTOMS"_s, place.phantom(u"."_s)}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QImage atOnce(run.folder + u"/at-once.png"_s), later(run.folder + u"/later.png"_s);
        QVERIFY(!atOnce.isNull());
        QCOMPARE(atOnce, later);
    }
#ifdef Q_OS_LINUX
    // Not every file that cannot be written is one too many for the disk.
    void aFolderThatTakesNoFileIsSaid()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(u"proc.actions"_s,
                                       u"source s folder=${PHANTOMS}/position\nopen first\nwait drawn\n"
                                       "fails FileUnreadable dump state /proc/1/state.json\n"
                                       "fails FileUnreadable capture window /proc/1/window.png\n"_s,
                                       {{u"PHANTOMS"_s, place.phantom(u"."_s)}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
#endif
#ifdef Q_OS_UNIX
    // A program that an administrator runs could replace any of them by a file.
    void writesOverNothingThatIsNoFile()
    {
        REQUIRE_WORKPLACE(place)
        const QTemporaryDir folder;
        const QByteArray pipe = folder.filePath(u"pipe"_s).toUtf8();
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        QVERIFY(QFile::link(QString::fromUtf8(pipe), folder.filePath(u"link"_s)));
        QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
        QString text = u"source s folder=${PHANTOMS}/position\nopen first\nwait drawn\n"_s;
        for (const QString &name : {u"pipe"_s, u"link"_s, u"folder"_s})
            text += u"fails InvalidArgument dump state %1\nfails InvalidArgument dump series %1\n"
                    "fails InvalidArgument capture window %1\n"_s.arg(folder.filePath(name));
        text += u"dump state %1\ndump state %1\n"_s.arg(folder.filePath(u"file"_s)); // a file is replaced
        const auto run = place.runText(u"nodes.actions"_s, text, {{u"PHANTOMS"_s, place.phantom(u"."_s)}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        struct stat node = {};
        QCOMPARE(::lstat(pipe.constData(), &node), 0);
        QVERIFY(S_ISFIFO(node.st_mode));
        QCOMPARE(QFileInfo(folder.filePath(u"link"_s)).symLinkTarget(), QString::fromUtf8(pipe));
        QVERIFY(QFileInfo(folder.filePath(u"folder"_s)).isDir());
        QVERIFY(QFileInfo(folder.filePath(u"file"_s)).size() > 0);
    }
    // A disk without room for a single byte: it is said, and nothing is left half written.
    void aFullDiskIsSaid()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runOnFullDisk(
            u"full.actions"_s,
            u"source s folder=${PHANTOMS}/position\nopen first\nwait drawn\nfails DiskFull dump state state.json\n"
            "fails DiskFull capture window window.png\nfails DiskFull capture image image.png\n"
            "ShowPlane slice=3\nwait drawn\nexpect slice == 3\n"_s,
            {{u"PHANTOMS"_s, place.phantom(u"."_s)}});
        SKIP_WHERE(run.exitCode == -1, "no file system may be mounted here, not even for one program alone");
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out.trimmed(), QByteArray("filler"));
    }
#endif
    // What is wrong with the command line is said in the person's language, whatever a scenario speaks.
    void speaksOneLanguage()
    {
        REQUIRE_WORKPLACE(place)
        QTemporaryDir profile;
        for (const QString &language : {u"en"_s, u"zh_TW"_s}) {
            QFile settings(profile.filePath(u"consilium.ini"_s));
            QVERIFY(settings.open(QIODevice::WriteOnly));
            settings.write("[General]\nlanguage=" + language.toLatin1() + "\n");
            settings.close();
            const QStringList more{u"--profile"_s, profile.path()};
            const auto isChinese = [](const Workplace::Run &run) {
                const QString said = QString::fromUtf8(run.err);
                return std::any_of(said.begin(), said.end(), [](QChar c) { return c.unicode() >= 0x4E00; });
            };
            const auto missing = place.run(u"/nowhere/at/all.actions"_s, {}, more);
            const auto timeout = place.run(file(u"errors"_s), {}, more + QStringList{u"--timeout"_s, u"-5"_s});
            const auto variable = place.run(file(u"errors"_s), {}, more + QStringList{u"--var"_s, u"X"_s});
            const auto size = place.run(file(u"errors"_s), {}, more + QStringList{u"--size"_s, u"320x240"_s});
            for (const auto &run : {missing, timeout, variable}) {
                QCOMPARE(run.exitCode, 2);
                QVERIFY2(isChinese(run) == (language != u"en"_s), run.err.constData());
            }
            QVERIFY2(timeout.err.contains("-5"), timeout.err.constData());
            QCOMPARE(size.exitCode, 2);
            QVERIFY2(size.err.contains("960x600"), size.err.constData());
        }
    }
};

CONSILIUM_TEST(ScenarioTest)
#include "ScenarioTest.moc"
