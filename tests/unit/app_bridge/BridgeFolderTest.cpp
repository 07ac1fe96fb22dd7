#include "app/bridge/FileWalk.h"
#include "app/bridge/FolderLoader.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/LocalFrames.h"
#include "app/bridge/PixelBridge.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <tuple>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;

class BridgeFolderTest : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static std::optional<dicom::DataIssue> issueOf(const dicom::DataSet &dataSet)
    {
        for (const auto &issue : dataSet.issues)
            if (issue.kind == dicom::DataIssue::Kind::MixedPatients)
                return issue;
        return std::nullopt;
    }

private Q_SLOTS:
    void opensWhatIsThereAndNamesWhatIsBroken()
    {
        QTemporaryDir folder;
        const auto images = FakeArchive::series(9);
        for (const auto &image : images)
            write(folder.filePath(image.sop), image.part10());
        write(folder.filePath(u"broken.dcm"_s), images[0].part10().left(300));
        write(folder.filePath(u"notes.txt"_s), "nothing to see");
        app::PixelBridge bridge({10'000'000, 2});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            opened(&bridge, &app::PixelBridge::studyOpened);
        QSignalSpy refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().at(0).toString().endsWith(u"broken.dcm"_s));
        QCOMPARE(finished.front().at(1).toInt(), 9);
        const DataSetId id(images[0].series);
        bridge.want(this, id, 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete, 20'000);
        for (const auto &image : images) {
            const auto frame = bridge.frame({SopInstanceUid(image.sop), 0});
            QVERIFY(frame);
            const QByteArray bytes = image.frameBytes(0);
            QVERIFY(std::equal(frame->bytes.begin(), frame->bytes.end(),
                               reinterpret_cast<const std::uint8_t *>(bytes.data()),
                               reinterpret_cast<const std::uint8_t *>(bytes.data()) + bytes.size()));
        }
    }
    // Several threads read; what becomes of it does not depend on which is quicker.
    void theSameFolderGivesTheSame()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(60);
        QDir(folder.path()).mkpath(u"again"_s);
        for (const auto &image : images) {
            write(folder.filePath(image.sop), image.part10());
            write(folder.filePath(u"again/"_s + image.sop), image.part10()); // each object twice
            write(folder.filePath(image.sop + u".txt"_s), "no image");
        }
        QStringList first;
        for (int round = 0; round < 5; ++round) {
            app::PixelBridge bridge({10'000'000, 1});
            QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
            QSignalSpy progress(&bridge, &app::PixelBridge::folderProgress);
            bridge.openFolder(folder.path());
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
            QCOMPARE(finished.front().at(1).toInt(), 60);
            QCOMPARE(progress.back().at(1).toInt(), 0); // nothing is being read any more
            QStringList files;
            for (const auto &slice : bridge.dataSet(DataSetId(images[0].series))->slices)
                files << slice->localFile;
            QCOMPARE(files.size(), 60);
            if (round == 0)
                first = files;
            QCOMPARE(files, first);
        }
    }
    // So many images that several threads put the series together: each has its own, whole and judged.
    void manySeriesAreToldWhole()
    {
        constexpr int series = 9, slices = 50;
        QTemporaryDir folder;
        for (int i = 0; i < series * slices; ++i) {
            test::MinimalDicom image;
            image.series += u".7.%1"_s.arg(i % series);
            image.instanceNumber = i / series + 1;
            image.sop = image.series + u".%1"_s.arg(image.instanceNumber);
            if (i != 2 * series + 4) // the third of the fifth is missing: nobody announced it
                write(folder.filePath(image.sop), image.part10());
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), series * slices - 1);
        const test::MinimalDicom any;
        QCOMPARE(bridge.dataSets(StudyUid(any.study)).size(), std::size_t(series));
        for (int i = 0; i < series; ++i) {
            const auto dataSet = bridge.dataSet(DataSetId(any.series + u".7.%1"_s.arg(i)));
            QVERIFY(dataSet);
            QCOMPARE(dataSet->slices.size(), std::size_t(i == 4 ? slices - 1 : slices));
            QVERIFY(dataSet->isComplete);
            for (const auto &slice : dataSet->slices)
                QCOMPARE(slice->series.text(), dataSet->id.text());
        }
    }
    /// However the names, the UIDs and the times at which the threads end stand: each study begins with its first
    /// series.
    void seriesAreToldOfInTheirOrder()
    {
        constexpr int series = 17;
        QTemporaryDir folder;
        for (const QString &date : {u"20240101"_s, u"20240301"_s})
            for (int number = 1; number <= series; ++number)
                for (test::MinimalDicom image : FakeArchive::series(2)) {
                    image.studyDate = date;
                    image.study += u'.' + date;
                    image.seriesNumber = number;
                    // As texts these stand the other way round; the first one holds a document.
                    image.series = image.study + u".%1"_s.arg(100 - number);
                    image.modality = number == 1 ? u"SR"_s : u"CT"_s;
                    image.sop = image.series + u".%1"_s.arg(image.instanceNumber);
                    write(folder.filePath(image.sop), image.part10());
                }
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        std::vector<std::pair<QString, int>> told;
        bool isFinished = false;
        app::FolderLoader loader(folder.path(), pool, nullptr);
        connect(&loader, &app::FolderLoader::found, this, [&](const app::FolderLoader::News &news) {
            std::vector<std::tuple<int, bool, int>> places; // newest study, images before others, by number
            for (const auto &[study, described] : news.series)
                places.emplace_back(study.text().endsWith(u"20240301"_s) ? 0 : 1, described.header.modality == u"SR"_s,
                                    described.header.number);
            QVERIFY(std::is_sorted(places.begin(), places.end()));
            isFinished = isFinished || news.isFinished;
            if (news.isFinished)
                QCOMPARE(news.series.size(), std::size_t(2 * series)); // all of them, for the last time
        });
        loader.start();
        QTRY_VERIFY_WITH_TIMEOUT(isFinished, 20'000);
        waitForWork(pool);

        app::PixelBridge bridge({10'000'000, 4});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        for (const StudyUid &study : bridge.studies()) {
            QStringList numbers, expected;
            for (const auto &dataSet : bridge.dataSets(study))
                numbers << QString::number(dataSet->header.number);
            for (int number = 2; number <= series; ++number)
                expected << QString::number(number);
            QCOMPARE(numbers, expected << u"1"_s);
        }
    }
    void whatWasStoppedIsNotComplete()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(30);
        for (const auto &image : images)
            write(folder.filePath(image.sop), image.part10());
        for (int i = 0; i < 4000; ++i)
            write(folder.filePath(u"x%1"_s.arg(i)), QByteArray(200, char(i)));
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            stopped(&bridge, &app::PixelBridge::folderStopped);
        bridge.openFolder(folder.path());
        bridge.stopFolders();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(stopped.count(), 1);
        QVERIFY(finished.front().at(1).toInt() < 30);
        for (const StudyUid &study : bridge.studies())
            for (const auto &dataSet : bridge.dataSets(study))
                QVERIFY(!dataSet->isComplete);
    }
    // Row 13: the file is replaced by another patient's between listing and reading.
    void aReplacedFileIsNotShown()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(3);
        for (const auto &image : images)
            write(folder.filePath(image.sop), image.part10());
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        images[1].patientId = u"SOMEBODY-ELSE"_s;
        write(folder.filePath(images[1].sop), images[1].part10());
        const DataSetId id(images[0].series);
        bridge.want(this, id, 0, 0);
        QTRY_COMPARE_WITH_TIMEOUT(bridge.progress(id).failed, 1, 20'000);
        const pixels::FrameKey key{SopInstanceUid(images[1].sop), 0};
        QVERIFY(bridge.frame(key) == nullptr);
        QCOMPARE(bridge.failure(key)->code, ErrorCode::Conflict);
        QVERIFY(!bridge.progress(id).complete);
    }
    // What a failed copy left of a series, among thousands of the kind: each is counted and named, quickly.
    void whatAFailedCopyLeftIsNamed()
    {
        constexpr int lost = 3000;
        QTemporaryDir folder;
        const auto images = FakeArchive::series(20);
        for (int i = 0; i < 20; ++i)
            write(folder.filePath(u"IM%1.dcm"_s.arg(i)), i == 19   ? QByteArray()
                                                         : i == 18 ? QByteArray(132'000, '\0')
                                                                   : images[size_t(i)].part10());
        for (int i = 0; i < lost; ++i) {
            write(folder.filePath(u"lost%1.dcm"_s.arg(i)), {});
            write(folder.filePath(u"note%1.txt"_s.arg(i)), {});
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), 18);
        QCOMPARE(finished.front().at(2).toInt(), lost + 2);
        QSet<QString> names;
        for (const auto &one : refused)
            names.insert(one.at(0).toString());
        QCOMPARE(names.size(), lost + 2);
        QVERIFY(names.contains(folder.filePath(u"IM18.dcm"_s)) && names.contains(folder.filePath(u"IM19.dcm"_s)));
        QCOMPARE(bridge.dataSet(DataSetId(images[0].series))->slices.size(), size_t(18));
    }
    /// A file system lists names in any order; what is read first must not hang on it.
    void filesAreReadByName()
    {
        QTemporaryDir folder;
        const QStringList names{u"10"_s, u"2"_s, u"b"_s, u"A/z"_s, u"A/.hidden/x"_s, u"c/1"_s, u"A/b"_s};
        for (const QString &directory : {u"A/.hidden"_s, u"c"_s, u"empty"_s})
            QVERIFY(QDir(folder.path()).mkpath(directory));
        for (const QString &name : names)
            write(folder.filePath(name), "x");
        QVERIFY(QFile::link(folder.filePath(u"A"_s), folder.filePath(u"link"_s))); // or it might never end
        std::vector<QString> found;
        app::FileWalk walk(folder.path());
        while (walk.step(found))
            ;
        QStringList order;
        for (const QString &path : found)
            order << QDir(folder.path()).relativeFilePath(path);
        QCOMPARE(order, (QStringList{u"10"_s, u"2"_s, u"b"_s, u"A/b"_s, u"A/z"_s, u"A/.hidden/x"_s, u"c/1"_s}));
    }
    /// It hides nothing: the others are opened, and what was left out is named.
    void aFileOfNoSeriesIsLeftOut()
    {
        for (const QString &name : {u"0"_s, u"z"_s}) { // read first, read last
            QTemporaryDir folder;
            const auto images = FakeArchive::series(6);
            for (int i = 0; i < 6; ++i) {
                test::MinimalDicom image = images[size_t(i)];
                if (i == 3)
                    image.series.clear();
                write(folder.filePath(i == 3 ? name : u"IM%1"_s.arg(i)), image.part10());
            }
            app::PixelBridge bridge({10'000'000, 1});
            QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
                opened(&bridge, &app::PixelBridge::studyOpened), refused(&bridge, &app::PixelBridge::fileRefused);
            bridge.openFolder(folder.path());
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
            QCOMPARE(opened.count(), 1);
            QCOMPARE(refused.count(), 1);
            QCOMPARE(refused.front().at(0).toString(), folder.filePath(name));
            const auto error = refused.front().at(1).value<Error>();
            QCOMPARE(error.detail, u"no Series Instance UID (0020,000E)"_s);
            QVERIFY(userMessage(error) != userMessage(Error{error.code, {}})); // said in words of its own
            QCOMPARE(bridge.dataSets(StudyUid(images[0].study)).size(), size_t(1));
            QCOMPARE(bridge.dataSet(DataSetId(images[0].series))->slices.size(), size_t(5));
        }
    }
    void anImageWithoutItsSizeIsMissed_data()
    {
        QTest::addColumn<QByteArray>("element"); // of a US: tag and VR
        QTest::addColumn<bool>("isEmpty");
        const QByteArray rows("\x28\x00\x10\x00US", 6), columns("\x28\x00\x11\x00US", 6);
        QTest::newRow("no Rows") << rows << false;
        QTest::newRow("empty Rows") << rows << true;
        QTest::newRow("no Columns") << columns << false;
        QTest::newRow("empty Columns") << columns << true;
    }
    /// The last slice, whose place nothing else would show to be empty: it is named, and its series is not complete.
    void anImageWithoutItsSizeIsMissed()
    {
        QFETCH(QByteArray, element);
        QFETCH(bool, isEmpty);
        QTemporaryDir folder;
        const auto images = FakeArchive::series(6);
        for (const auto &image : images)
            write(folder.filePath(image.sop), image.part10());
        QByteArray bytes = images[5].part10();
        const qsizetype at = bytes.indexOf(element);
        QVERIFY(at > 0);
        if (isEmpty)
            bytes.replace(at + 6, 4, QByteArray(2, '\0')); // a length of 0, and no value
        else
            bytes.remove(at, 10);
        write(folder.filePath(images[5].sop), bytes);
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().at(0).toString().endsWith(images[5].sop));
        const auto error = refused.front().at(1).value<Error>();
        QCOMPARE(error.detail, u"Rows or Columns is missing"_s);
        QVERIFY(userMessage(error) != userMessage(Error{error.code, {}}));
        const DataSetId id(images[0].series);
        QCOMPARE(bridge.dataSet(id)->slices.size(), size_t(5));
        QVERIFY(!bridge.dataSet(id)->isComplete);
        QCOMPARE(bridge.progress(id).failed, 1);
        QCOMPARE(bridge.progress(id).expected, 6); // the band says that one of them is not there
    }
    void twoImagesOfOneUidAreTold_data()
    {
        QTest::addColumn<QString>("name"); // of the file that differs
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("left");
        QTest::newRow("behind") << u"z.dcm"_s << u"IM1"_s << u"z.dcm"_s;
        QTest::newRow("in front") << u"A.dcm"_s << u"A.dcm"_s << u"IM1"_s;
        QTest::newRow("in a folder") << u"A/A.dcm"_s << u"IM1"_s << u"A/A.dcm"_s;
    }
    /// Copies are passed over; of two that differ the first by name is shown, and both are named.
    void twoImagesOfOneUidAreTold()
    {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        QFETCH(QString, left);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"A"_s));
        auto images = FakeArchive::series(4);
        for (int i = 0; i < 4; ++i) {
            write(folder.filePath(u"IM%1"_s.arg(i)), images[size_t(i)].part10());
            write(folder.filePath(u"A/copy%1"_s.arg(i)), images[size_t(i)].part10());
            images[size_t(i)].studyDescription += u" again"_s; // other bytes, the same image
            write(folder.filePath(u"A/more%1"_s.arg(i)), images[size_t(i)].part10());
        }
        test::MinimalDicom other = FakeArchive::series(2)[1];
        other.pixels = images[3].pixelBytes();
        QVERIFY(other.pixels != images[1].pixelBytes());
        write(folder.filePath(name), other.part10());
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        const auto dataSet = bridge.dataSet(DataSetId(images[0].series));
        QCOMPARE(dataSet->slices.size(), size_t(4));
        const auto slice = std::find_if(dataSet->slices.begin(), dataSet->slices.end(),
                                        [&](const auto &s) { return s->sop.text() == other.sop; });
        QVERIFY(slice != dataSet->slices.end());
        QCOMPARE((*slice)->localFile, folder.filePath(shown));
        QVERIFY(!dataSet->isComplete);
        QStringList leftOut; // what is a copy of the one that is not shown differs as well
        for (const auto &one : refused) {
            QCOMPARE(one.at(1).value<Error>(), (Error{ErrorCode::Conflict, app::leftOut::ofOneUid}));
            QCOMPARE(one.at(2).toString(), folder.filePath(shown));
            leftOut << one.at(0).toString();
        }
        QVERIFY(leftOut.contains(folder.filePath(left)));
        QCOMPARE(leftOut.size(), shown == u"IM1"_s ? 1 : 3);
        const auto issue = std::find_if(dataSet->issues.begin(), dataSet->issues.end(), [](const auto &i) {
            return i.kind == dicom::DataIssue::Kind::DuplicateSlices && i.value > 0.0;
        });
        QVERIFY(issue != dataSet->issues.end());
        QCOMPARE(issue->count, int(leftOut.size()));
        QVERIFY(issue->detail.contains(other.sop));
        QVERIFY2(dicom::issueHeadline(*issue).contains(u"UID"_s), qPrintable(dicom::issueHeadline(*issue)));
    }
    /// Two files of ten frames with one UID: the other file is told of, and not as an eleventh frame that is missing.
    void filesAreNotCountedAsFrames()
    {
        QTemporaryDir folder;
        test::MinimalDicom image = FakeArchive::series(1)[0];
        image.frames = 10;
        image.hasPlace = false;
        write(folder.filePath(u"a.dcm"_s), image.part10());
        test::MinimalDicom other = image;
        other.pixels = image.pixelBytes();
        other.pixels[0] = char(other.pixels[0] + 1);
        write(folder.filePath(u"b.dcm"_s), other.part10());
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        const auto dataSet = bridge.dataSet(DataSetId(image.series));
        QVERIFY(dataSet);
        QCOMPARE(dataSet->slices.size(), size_t(10));
        QVERIFY(!dataSet->isComplete);
        const auto progress = bridge.progress(DataSetId(image.series));
        QCOMPARE(progress.expected, 10);
        QCOMPARE(progress.failed, 1); // what was left out is still said
    }
    void theNewestStudyIsToldOfFirst()
    {
        QTemporaryDir folder;
        const QStringList dates{u"20200101"_s, u"20240229"_s, QString(), u"20231231"_s};
        for (int i = 0; i < 4; ++i) {
            test::MinimalDicom image;
            image.study = u"1.2.826.0.1.3680043.10.999.8.%1"_s.arg(i);
            image.series = image.study + u".1"_s;
            image.sop = image.series + u".1"_s;
            image.studyDate = dates[i];
            write(folder.filePath(u"%1.dcm"_s.arg(i)), image.part10());
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy opened(&bridge, &app::PixelBridge::studyOpened);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 4, 20'000);
        QStringList told;
        for (const auto &one : opened)
            told << bridge.study(one.at(0).value<StudyUid>()).date;
        QCOMPARE(told, (QStringList{u"20240229"_s, u"20231231"_s, u"20200101"_s, QString()}));
    }
    void twoPatientsUnderOneStudyUidAreNotMixed()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(4);
        images[2].patientId = u"SOMEBODY-ELSE"_s;
        for (int i = 0; i < 4; ++i)
            write(folder.filePath(u"%1.dcm"_s.arg(i)), images[size_t(i)].part10());
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY(refused.count() >= 1);
        const auto dataSet = bridge.dataSet(DataSetId(images[0].series));
        QVERIFY(dataSet);
        for (const auto &slice : dataSet->slices)
            QCOMPARE(slice->patient.id, bridge.study(StudyUid(images[0].study)).patient.id);
    }
    // A second patient's files under one Study Instance UID: the other series, which nothing is wrong with, says so
    // too.
    void aSecondPatientIsSaidBesideEachSeries()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(6);
        for (int i = 0; i < 6; ++i) {
            if (i >= 2)
                images[size_t(i)].series += i < 4 ? u".7"_s : u".8"_s;
            if (i >= 4)
                images[size_t(i)].patientId = u"SOMEBODY-ELSE"_s;
            write(folder.filePath(u"%1.dcm"_s.arg(i)), images[size_t(i)].part10());
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        const StudyUid study(images[0].study);
        const bool isElses = bridge.study(study).patient.id == u"SOMEBODY-ELSE"_s; // whose file was read first
        const auto all = bridge.dataSets(study);
        QCOMPARE(all.size(), isElses ? 1u : 2u);
        for (const auto &dataSet : all) {
            const auto issue = issueOf(*dataSet);
            QVERIFY(issue.has_value());
            QCOMPARE(issue->value, isElses ? 4.0 : 2.0);
            QVERIFY(dicom::issueHeadline(*issue).contains(isElses ? u'4' : u'2'));
            QVERIFY(!dicom::issueHeadline(*issue).contains(u"SOMEBODY"_s)); // goes into bug reports
        }
    }
    // One ID, two people: both are shown, under their own names, and each of their series warns.
    void twoNamesUnderOneIdAreSaidBesideEachSeries()
    {
        for (const QString &second : {u"TEST^胸部"_s, u"test  头颅"_s}) {
            QTemporaryDir folder;
            auto images = FakeArchive::series(4);
            for (int i = 0; i < 4; ++i) {
                images[size_t(i)].patientName = i < 2 ? u"TEST^头颅"_s : second;
                images[size_t(i)].series += i < 2 ? QString() : u".7"_s;
                write(folder.filePath(u"%1.dcm"_s.arg(i)), images[size_t(i)].part10());
            }
            app::PixelBridge bridge({10'000'000, 1});
            QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
            bridge.openFolder(folder.path());
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
            const bool isAnother = second.contains(u"胸部"_s); // else written another way only
            const auto all = bridge.dataSets(StudyUid(images[0].study));
            QCOMPARE(all.size(), 2u);
            for (const auto &dataSet : all) {
                QCOMPARE(issueOf(*dataSet).has_value(), isAnother);
                if (isAnother)
                    QCOMPARE(issueOf(*dataSet)->count, 2);
            }
        }
    }
    // One of them in Chinese alone, the other in Latin letters alone: what cannot be read so is another's name.
    void namesInTwoScriptsAreSaidBesideEachSeries()
    {
        for (const QString &chinese : {u"=李^四"_s, u"李^四"_s}) {
            for (const QString &latin : {u"WANG^WU"_s, u"LI^SI"_s}) {
                QTemporaryDir folder;
                auto images = FakeArchive::series(4);
                for (int i = 0; i < 4; ++i) {
                    auto &image = images[size_t(i)];
                    image.birthDate = u"19700101"_s;
                    image.patientName = i < 2 ? chinese : latin;
                    image.series += i < 2 ? QString() : u".7"_s;
                    write(folder.filePath(u"%1.dcm"_s.arg(i)), image.part10());
                }
                app::PixelBridge bridge({10'000'000, 1});
                QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
                bridge.openFolder(folder.path());
                QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
                const auto all = bridge.dataSets(StudyUid(images[0].study));
                QCOMPARE(all.size(), 2u);
                for (const auto &dataSet : all)
                    QCOMPARE(issueOf(*dataSet) ? issueOf(*dataSet)->count : 0, latin == "WANG^WU"_L1 ? 2 : 0);
            }
        }
    }
    // Files without Patient ID and name under the UID of somebody's study, in every order of the three, in one series
    // and in two: who is named is shown, the others are refused, each by its name, and nobody is mixed.
    void filesThatNameNoPatientAreNobodyElses_data()
    {
        QTest::addColumn<QList<int>>("order"); // of: nobody's, A's, B's
        QTest::addColumn<bool>("ownSeries");
        QList<int> order{0, 1, 2};
        do {
            const QString name = u"%1%2%3"_s.arg(order[0]).arg(order[1]).arg(order[2]);
            QTest::newRow(qPrintable(name)) << order << false;
            QTest::newRow(qPrintable(name + u" in two series"_s)) << order << true;
        } while (std::next_permutation(order.begin(), order.end()));
    }
    void filesThatNameNoPatientAreNobodyElses()
    {
        QFETCH(QList<int>, order);
        QFETCH(bool, ownSeries);
        QTemporaryDir folder;
        auto images = FakeArchive::series(6);
        const QString series = images[0].series;
        QSet<QString> files;
        for (int i = 0; i < 6; ++i) { // two of each
            auto &image = images[size_t(i)];
            const int whose = order[i / 2];
            image.patientId = whose == 0 ? QString() : whose == 1 ? u"A"_s : u"B"_s;
            if (whose == 0) {
                image.patientName.clear();
                image.series = ownSeries ? series + u".9"_s : series;
            }
            files.insert(folder.filePath(u"%1.dcm"_s.arg(i)));
            write(folder.filePath(u"%1.dcm"_s.arg(i)), image.part10());
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        const StudyUid study(images[0].study);
        const QString patient = bridge.study(study).patient.id;
        QVERIFY(patient == u"A"_s || patient == u"B"_s);
        QSet<QString> shown, left;
        for (const auto &dataSet : bridge.dataSets(study))
            for (const auto &slice : dataSet->slices) {
                QCOMPARE(slice->patient.id, patient);
                shown.insert(slice->localFile);
            }
        for (const auto &one : refused) {
            left.insert(one.at(0).toString());
            QCOMPARE(one.at(1).value<Error>().code, ErrorCode::Conflict);
        }
        QCOMPARE(shown.size(), 2);
        QCOMPARE(left, files - shown);
        QCOMPARE(finished.front().at(1).toInt(), 2);
        QCOMPARE(finished.front().at(2).toInt(), 4);
        for (const auto &dataSet : bridge.dataSets(study))
            QVERIFY(!bridge.progress(dataSet->id).complete);
    }
    void aFolderWithoutAnyPatientOpens()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(3);
        for (auto &image : images) {
            image.patientId.clear();
            image.patientName.clear();
            write(folder.filePath(image.sop), image.part10());
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), 3);
        QCOMPARE(finished.front().at(2).toInt(), 0);
    }
    void anEmptyOrMissingFolderSaysSo()
    {
        QTemporaryDir folder;
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy failed(&bridge, &app::PixelBridge::openFailed);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QCOMPARE(failed.front().at(1).value<Error>().code, ErrorCode::NoPixels);
        bridge.openFolder(folder.filePath(u"nowhere"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 20'000);
        QCOMPARE(failed.back().at(1).value<Error>().code, ErrorCode::NotFound);
    }
    /// What is no image is passed over in silence among images; alone it is named.
    void objectsThatAreNoImagesAreNamed()
    {
        REQUIRE_REAL_DATA(data)
        const auto reasonOf = [&](const QString &file) {
            app::PixelBridge bridge({10'000'000, 1});
            QSignalSpy failed(&bridge, &app::PixelBridge::openFailed);
            bridge.openFolder(data + u"/sr-pr-seg-rt-pdf/"_s + file);
            return failed.wait(20'000) ? failed.front().at(1).value<Error>() : Error{};
        };
        const auto isNamed = [&](const QString &file, const QString &name) {
            const Error error = reasonOf(file);
            return error.code == ErrorCode::NoPixels && error.detail == name;
        };
        QVERIFY(isNamed(u"rtplan.dcm"_s, u"radiotherapy plan"_s));
        // A presentation state is to be read, like a report: it says what is in it.
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy opened(&bridge, &app::PixelBridge::studyOpened);
        bridge.openFolder(data + u"/sr-pr-seg-rt-pdf/prLUTs.dcm"_s);
        QVERIFY(opened.wait(20'000));
        const auto documents = bridge.documents(bridge.dataSets(bridge.studies().front()).front()->id);
        QCOMPARE(documents.size(), size_t(1));
        QCOMPARE(documents.front()->kind, dicom::DocumentKind::PresentationState);
    }
    void realSeriesLoadWhole()
    {
        REQUIRE_REAL_DATA(data)
        app::PixelBridge bridge({400'000'000, 2});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        bridge.openFolder(data + u"/ct-chest-nlst101287"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(bridge.studies().size(), size_t(1));
        const auto all = bridge.dataSets(bridge.studies().front());
        QCOMPARE(all.size(), size_t(2)); // the report beside it is to be read
        QCOMPARE(bridge.documents(all.front()->id).size() + bridge.documents(all.back()->id).size(), size_t(1));
        QCOMPARE(all.front()->slices.size(), size_t(80));
        bridge.want(this, all.front()->id, 40, 1);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(all.front()->id).complete, 60'000);
        constexpr std::int64_t kVoxelBytes = 80LL * 512 * 512 * 2; // and a little for each frame's own record
        QVERIFY(bridge.cacheBytes() >= kVoxelBytes && bridge.cacheBytes() < kVoxelBytes + 80 * 1000);
    }

    /// Files of many frames stay open while their study is, and no longer: a folder can be ejected then.
    void aClosedStudyLetsItsFilesGo()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(2);
        images[1].study += u".9"_s;
        app::LocalFrames files;
        for (auto &image : images) {
            image.frames = 3;
            write(folder.filePath(image.sop), image.part10());
            const auto header = dicom::readHeader(folder.filePath(image.sop));
            QVERIFY(header);
            const auto described = dicom::describeInstance(*header);
            QVERIFY(described);
            dicom::Instance instance = **described;
            instance.localFile = folder.filePath(image.sop);
            const auto bytes = files.read(instance, 1);
            QVERIFY(bytes);
            QCOMPARE(*bytes, image.frameBytes(1));
        }
        QCOMPARE(files.openFiles(), 2);
        files.forget(StudyUid(images[0].study));
        QCOMPARE(files.openFiles(), 1);
        files.forget(StudyUid(images[1].study));
        QCOMPARE(files.openFiles(), 0);
    }
};

CONSILIUM_TEST(BridgeFolderTest)
#include "BridgeFolderTest.moc"
