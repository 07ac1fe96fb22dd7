#include "app/bridge/LeftOut.h"
#include "app/bridge/PixelBridge.h"
#include "app/bridge/SameObject.h"
#include "app/bridge/SegmentLoader.h"
#include "tests/phantom/DicomWriter.h"
#include "tests/phantom/Generate.h"
#include "tests/phantom/Outlines.h"
#include "tests/support/Part10Parts.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/segments/SameSegmentation.h"
#include "viewer/segments/SegmentationReader.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <thread>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;

namespace
{

const Error ofOneUid{ErrorCode::Conflict, app::leftOut::ofOneUid};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The same data set behind another preamble and file meta information: another implementation wrote it.
QByteArray byAnotherProgram(QByteArray file)
{
    constexpr qsizetype groupLength = 140;
    const QByteArray version("\x02\x00\x13\x00SH\x08\x00OTHER_19", 16);
    const auto length = qFromLittleEndian<quint32>(file.constData() + groupLength);
    const QByteArray known("\x02\x00\x13\x00SH", 6);
    const qsizetype end = groupLength + 4 + qsizetype(length);
    const qsizetype at = file.first(end).indexOf(known);
    if (at < 0)
        file.insert(end, version);
    const qsizetype there = at < 0 ? 0 : 8 + qFromLittleEndian<quint16>(file.constData() + at + 6);
    if (at >= 0)
        file.replace(at, there, version);
    file.replace(groupLength, 4, test::little(length + quint32(version.size() - there), 4));
    return file.replace(0, 5, "OTHER");
}

/// An overlay of one bit for each pixel, in front of the pixel data.
QByteArray withOverlay(QByteArray file, const test::MinimalDicom &image, char bits)
{
    const auto element = [](quint16 number, const QByteArray &vr, const QByteArray &value) {
        return QByteArray("\x00\x60", 2) + test::little(number, 2) + vr +
               (vr == "OW" ? QByteArray(2, '\0') + test::little(quint32(value.size()), 4)
                           : test::little(quint32(value.size()), 2)) +
               value;
    };
    const QByteArray overlay =
        element(0x0010, "US", test::little(quint32(image.rows), 2)) +
        element(0x0011, "US", test::little(quint32(image.columns), 2)) + element(0x0040, "CS", "G ") +
        element(0x0050, "SS", test::little(1, 2) + test::little(1, 2)) + element(0x0100, "US", test::little(1, 2)) +
        element(0x0102, "US", test::little(0, 2)) + element(0x3000, "OW", QByteArray(4, bits));
    const qsizetype pixels = file.indexOf(QByteArray("\xE0\x7F\x10\x00OW", 6));
    return file.insert(pixels, overlay);
}

/// Waits until nobody wants the frame any more.
class WaitingDecoder : public pixels::FrameDecoder
{
public:
    explicit WaitingDecoder(std::shared_ptr<std::atomic<int>> frames) : m_frames(std::move(frames)) {}
    Result<pixels::FramePtr> decode(const pixels::FrameKey &, const dicom::PixelDescription &,
                                    const TransferSyntaxUid &, const QByteArray &, const CancelToken &cancel) override
    {
        ++*m_frames;
        QElapsedTimer clock;
        for (clock.start(); !cancel.isCancelled() && clock.elapsed() < 60'000;)
            QThread::msleep(1);
        return fail(cancel.isCancelled() ? ErrorCode::Cancelled : ErrorCode::PixelsDamaged);
    }

private:
    std::shared_ptr<std::atomic<int>> m_frames;
};

} // namespace

/// Several files of one SOP Instance UID: what is a copy, and that what is none is told, whatever kind it is of.
class BridgeCopiesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_made; ///< images/, outlines/

    [[nodiscard]] QString outlines(const QString &name) const { return m_made.filePath(u"outlines/"_s + name); }

private Q_SLOTS:
    void initTestCase()
    {
        phantom::PhantomSpec spec;
        spec.slices = 6;
        spec.rows = spec.columns = 40;
        spec.sliceSpacingMm = 8.0;
        phantom::GenerateOptions options;
        options.folder = m_made.filePath(u"images"_s);
        QVERIFY(phantom::generate(spec, options));
        QVERIFY(phantom::writeOutlines(options.folder, m_made.filePath(u"outlines"_s)));
    }

    void whatIsWrittenAnotherWayIsACopy_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::addColumn<bool>("isCopy");
        QTest::newRow("by another program") << QString() << true;
        for (const QString &syntax : {u"implicit"_s, u"bigendian"_s, u"deflated"_s})
            QTest::newRow(qPrintable(syntax)) << syntax << true;
        QTest::newRow("compressed") << u"rle"_s << false; // other pixel data; nobody has decoded both
    }
    /// What stands around the data set is not what the image is.
    void whatIsWrittenAnotherWayIsACopy()
    {
        QFETCH(QString, syntax);
        QFETCH(bool, isCopy);
        QTemporaryDir folder;
        const QString first = m_made.filePath(u"images/IM0001.dcm"_s), one = folder.filePath(u"1.dcm"_s),
                      other = folder.filePath(u"2.dcm"_s);
        QVERIFY(QFile::copy(first, one));
        if (syntax.isEmpty())
            write(other, byAnotherProgram(contentOf(first)));
        else
            QVERIFY(phantom::transcodeFile(first, other, syntax));
        QVERIFY(contentOf(one) != contentOf(other));
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), 1);
        QCOMPARE(refused.count(), isCopy ? 0 : 1);
        const auto all = bridge.dataSets(bridge.studies().front());
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front()->isComplete, isCopy);
    }

    /// Drawn over somebody's images they would say something of him.
    void outlinesUnderAnotherNameAreRefused()
    {
        for (const bool isOthers : {false, true}) {
            QTemporaryDir folder;
            for (const QString &name : QDir(m_made.filePath(u"images"_s)).entryList(QDir::Files))
                QVERIFY(QFile::copy(m_made.filePath(u"images/"_s + name), folder.filePath(name)));
            QByteArray object = contentOf(outlines(u"rtstruct.dcm"_s));
            QVERIFY(object.contains("MOTI^TOULU"));
            write(folder.filePath(u"outlines.dcm"_s), isOthers ? object.replace("MOTI^TOULU", "WANG^WUWUW") : object);
            app::PixelBridge bridge({10'000'000, 1});
            QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
            bridge.openFolder(folder.path());
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
            const StudyUid study = bridge.studies().front();
            const auto *segments = bridge.segments();
            if (!isOthers) {
                QTRY_COMPARE_WITH_TIMEOUT(segments->of(study).size(), std::size_t(1), 20'000);
                QVERIFY(segments->missing(study).empty());
                continue;
            }
            QTRY_VERIFY_WITH_TIMEOUT(
                segments->missing(study).size() == 1 && !segments->missing(study).front().isLoading(), 20'000);
            QCOMPARE(segments->missing(study).front().error.code, ErrorCode::Conflict);
            QVERIFY(segments->of(study).empty());
        }
    }

    /// Images with an overlay are compared by what it shows.
    void overlaysAreCompared()
    {
        QTemporaryDir folder;
        auto images = FakeArchive::series(2);
        for (int i = 0; i < 2; ++i) {
            auto &image = images[std::size_t(i)];
            write(folder.filePath(u"a%1"_s.arg(i)), withOverlay(image.part10(), image, '\x33'));
            image.studyDescription += u" again"_s;
            write(folder.filePath(u"b%1"_s.arg(i)), withOverlay(image.part10(), image, i == 0 ? '\x33' : '\x35'));
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        for (const auto &slice : bridge.dataSet(DataSetId(images[0].series))->slices)
            QVERIFY(slice->overlays);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.front().at(0).toString(), folder.filePath(u"b1"_s));
        QCOMPARE(refused.front().at(2).toString(), folder.filePath(u"a1"_s));
    }

    /// A long series that lies there three times, of which one image differs in one copy.
    void aLongSeriesTakenAgain()
    {
        constexpr int count = 700;
        QTemporaryDir folder;
        for (auto &image : FakeArchive::series(count)) {
            const QString name = u"%1"_s.arg(image.instanceNumber, 5, 10, QChar(u'0'));
            write(folder.filePath(u"a"_s + name), image.part10());
            write(folder.filePath(u"b"_s + name), byAnotherProgram(image.part10()));
            image.studyDescription += u" again"_s;
            if (image.instanceNumber == count / 2)
                image.pixels = image.pixelBytes().replace(0, 1, "\x77");
            write(folder.filePath(u"c"_s + name), image.part10());
        }
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused), progress(&bridge, &app::PixelBridge::folderProgress);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(finished.front().at(1).toInt(), count);
        QCOMPARE(refused.count(), 1);
        const QString differing = u"%1"_s.arg(count / 2, 5, 10, QChar(u'0'));
        QCOMPARE(refused.front().at(0).toString(), folder.filePath(u"c"_s + differing));
        QCOMPARE(refused.front().at(2).toString(), folder.filePath(u"a"_s + differing));
        QCOMPARE(progress.back().at(1).toInt(), 0);
    }

    /// Whoever stops, or goes, does not wait until two large files have been read.
    void comparingStops()
    {
        QTemporaryDir folder;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(3) << 30)); // holes: no disk is filled
        }
        const CancelToken stop;
        std::thread later([&] {
            QThread::msleep(20);
            stop.cancel();
        });
        const auto likeness = app::likenessOf({folder.filePath(u"a"_s), {}}, {folder.filePath(u"b"_s), {}}, stop);
        later.join();
        QVERIFY(likeness == app::Likeness::Different); // compared to the end they are the same
    }

    void otherOutlinesOfOneUidAreTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOther");
        for (const QString &name : {u"rtstruct.dcm"_s, u"seg.dcm"_s, u"seg-fraction.dcm"_s}) {
            QTest::newRow(qPrintable(name + u" copy"_s)) << name << false;
            QTest::newRow(qPrintable(name + u" other"_s)) << name << true;
        }
    }
    /// The first by name is shown; what differs is named among the files left out, and beside the outlines.
    void otherOutlinesOfOneUidAreTold()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOther);
        QTemporaryDir folder;
        const QByteArray first = contentOf(outlines(name));
        for (const QString &image : QDir(m_made.filePath(u"images"_s)).entryList(QDir::Files))
            QVERIFY(QFile::copy(m_made.filePath(u"images/"_s + image), folder.filePath(image)));
        write(folder.filePath(u"x1.dcm"_s), first);
        write(folder.filePath(u"x2.dcm"_s), first);
        write(folder.filePath(u"x3.dcm"_s), isOther ? changed(first) : byAnotherProgram(first));
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle(), 20'000);
        const StudyUid study = bridge.studies().front();
        QCOMPARE(bridge.segments()->of(study).size(), std::size_t(1));
        const auto missing = bridge.segments()->missing(study);
        QCOMPARE(missing.size(), std::size_t(isOther ? 1 : 0));
        QCOMPARE(refused.count(), isOther ? 1 : 0);
        if (!isOther)
            return;
        QCOMPARE(missing.front().error, ofOneUid);
        QCOMPARE(refused.front().at(0).toString(), folder.filePath(u"x3.dcm"_s));
        QCOMPARE(refused.front().at(1).value<Error>(), ofOneUid);
        QCOMPARE(refused.front().at(2).toString(), folder.filePath(u"x1.dcm"_s));
        QVERIFY(bridge.segments()->of(study).front()->sop == (*segments::readSegmentation(outlines(name)))->sop);
    }

    /// What a failed copy left does not stand in the way of the whole file.
    void outlinesThatCannotBeReadGiveWay()
    {
        QTemporaryDir folder;
        const QByteArray whole = contentOf(outlines(u"seg.dcm"_s));
        write(folder.filePath(u"x1.dcm"_s), whole.chopped(60));
        write(folder.filePath(u"x2.dcm"_s), whole);
        write(folder.filePath(u"x3.dcm"_s), byAnotherProgram(whole));
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle(), 20'000);
        for (const auto &one : refused) // what is drawn is not left out
            QCOMPARE(one.at(0).toString(), folder.filePath(u"x1.dcm"_s));
        const StudyUid study = bridge.studies().front();
        QCOMPARE(bridge.segments()->of(study).size(), std::size_t(1));
        QVERIFY(segments::holdTheSame(*bridge.segments()->of(study).front(),
                                      **segments::readSegmentation(outlines(u"seg.dcm"_s))));
        const auto missing = bridge.segments()->missing(study);
        QCOMPARE(missing.size(), std::size_t(1));
        QCOMPARE(missing.front().error.code, ErrorCode::PixelsDamaged);
    }

    void whatACopyLeftGivesWay_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::newRow("native") << QString();
        QTest::newRow("big endian") << u"bigendian"_s;
        QTest::newRow("encapsulated") << u"rle"_s;
    }
    /// An image whose file ends in its pixel data, read first, does not stand in the way of the whole one.
    void whatACopyLeftGivesWay()
    {
        QFETCH(QString, syntax);
        QTemporaryDir folder;
        const QString image = m_made.filePath(u"images/IM0001.dcm"_s), one = folder.filePath(u"b1.dcm"_s);
        if (syntax.isEmpty())
            QVERIFY(QFile::copy(image, one));
        else
            QVERIFY(phantom::transcodeFile(image, one, syntax));
        const QByteArray whole = contentOf(one), cut = cutInPixels(whole);
        write(folder.filePath(u"a1.dcm"_s), cut);
        write(folder.filePath(u"a2.dcm"_s), byAnotherProgram(cut));
        write(folder.filePath(u"b2.dcm"_s), byAnotherProgram(whole));
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), 1);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.front().at(0).toString(), folder.filePath(u"a1.dcm"_s));
        QVERIFY(refused.front().at(1).value<Error>().code == ErrorCode::DicomTruncated);
        QCOMPARE(refused.front().at(2).toString(), one);
        const auto all = bridge.dataSets(bridge.studies().front());
        QCOMPARE(all.size(), std::size_t(1));
        QVERIFY(all.front()->isComplete);
        QCOMPARE(all.front()->slices.size(), std::size_t(1));
        QCOMPARE(all.front()->slices.front()->localFile, one);
    }

    void anotherBeginningStays_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const test::MinimalDicom image = FakeArchive::series(1)[0];
        test::MinimalDicom otherPixels = image, otherNumber = image;
        otherPixels.pixels = image.pixelBytes().replace(0, 1, "\x77");
        otherNumber.instanceNumber += 5;
        const QByteArray whole = image.part10();
        QTest::newRow("other pixels") << cutInPixels(whole) << otherPixels.part10();
        QTest::newRow("another image") << cutInPixels(whole) << otherNumber.part10();
        QTest::newRow("neither is whole") << cutInPixels(whole) << whole.chopped(2);
        QTest::newRow("the second is cut short") << whole << cutInPixels(whole);
        QTest::newRow("bytes behind the pixels") << cutInPixels(whole) << whole + QByteArray("noelement, but text");
    }
    /// What is no beginning of the other file, or may be one of a file that is not whole either: the first one stays.
    void anotherBeginningStays()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QTemporaryDir folder;
        write(folder.filePath(u"a.dcm"_s), first);
        write(folder.filePath(u"b.dcm"_s), second);
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.front().at(0).toString(), folder.filePath(u"b.dcm"_s));
        QCOMPARE(refused.front().at(1).value<Error>(), ofOneUid);
        const auto dataSet = bridge.dataSets(bridge.studies().front()).front();
        QCOMPARE(dataSet->slices.front()->localFile, folder.filePath(u"a.dcm"_s));
        QVERIFY(!dataSet->isComplete);
    }

    /// The same where one of them comes from elsewhere: an archive, another folder.
    void outlinesFromElsewhereAreCompared()
    {
        QTemporaryDir folder;
        const QByteArray first = contentOf(outlines(u"rtstruct.dcm"_s));
        const QString one = outlines(u"rtstruct.dcm"_s), copy = folder.filePath(u"copy"_s),
                      other = folder.filePath(u"other"_s);
        write(copy, byAnotherProgram(first));
        write(other, changed(first));
        const auto header = dicom::readHeader(one);
        QVERIFY(header);
        const dicom::StudyHeader study = dicom::describeStudy(*header);
        const dicom::SeriesHeader series = dicom::describeSeries(*header);
        app::SegmentLoader loader(nullptr);
        loader.addFile(study, series, one);
        loader.addFile(study, series, copy);
        QTRY_VERIFY_WITH_TIMEOUT(loader.isIdle(), 20'000);
        QCOMPARE(loader.of(study.uid).size(), std::size_t(1));
        QVERIFY(loader.missing(study.uid).empty());
        loader.addFile(study, series, other);
        QTRY_VERIFY_WITH_TIMEOUT(loader.isIdle(), 20'000);
        QCOMPARE(loader.of(study.uid).size(), std::size_t(1));
        QCOMPARE(loader.missing(study.uid).size(), std::size_t(1));
        QCOMPARE(loader.missing(study.uid).front().error, ofOneUid);
        // In words of their own, for the panel.
        QVERIFY(userMessage(ofOneUid) != userMessage(Error{ErrorCode::Conflict, {}}));
    }

    void masksOfAWrongLengthAreMissed()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"masks"_s), contentOf(outlines(u"seg.dcm"_s)).chopped(60));
        const auto header = dicom::readHeader(folder.filePath(u"masks"_s));
        QVERIFY(header);
        const dicom::StudyHeader study = dicom::describeStudy(*header);
        app::SegmentLoader loader(nullptr);
        loader.addFile(study, dicom::describeSeries(*header), folder.filePath(u"masks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(loader.isIdle(), 20'000);
        QVERIFY(loader.of(study.uid).empty());
        QCOMPARE(loader.missing(study.uid).size(), std::size_t(1));
        QCOMPARE(loader.missing(study.uid).front().error.code, ErrorCode::PixelsDamaged);
    }

    /// With its study the decoding of its masks ends: the next one's do not wait for it.
    void aClosedStudyStopsDecoding()
    {
        QTemporaryDir folder;
        const test::Part10Parts parts = test::partsOf(contentOf(outlines(u"seg-fraction.dcm"_s)));
        QVERIFY(!parts.pixels.isEmpty());
        const std::vector<QByteArray> frames(std::size_t(parts.pixels.size() / (40 * 40)), QByteArray(64, '\1'));
        QVERIFY(frames.size() > 3);
        const QString masks = folder.filePath(u"masks"_s);
        write(masks, test::encapsulated(parts, "1.2.840.10008.1.2.4.80", frames));
        const auto header = dicom::readHeader(masks);
        QVERIFY(header);
        const dicom::StudyHeader study = dicom::describeStudy(*header);
        const auto decoded = std::make_shared<std::atomic<int>>(0);
        app::SegmentLoader loader([decoded] { return std::make_unique<WaitingDecoder>(decoded); }, nullptr);
        loader.addFile(study, dicom::describeSeries(*header), masks);
        QTRY_COMPARE_WITH_TIMEOUT(decoded->load(), 1, 20'000);
        loader.close(study.uid);
        QVERIFY(loader.isIdle());
        const auto next = dicom::readHeader(outlines(u"rtstruct.dcm"_s));
        QVERIFY(next);
        loader.addFile(study, dicom::describeSeries(*next), outlines(u"rtstruct.dcm"_s));
        QTRY_COMPARE_WITH_TIMEOUT(loader.of(study.uid).size(), std::size_t(1), 20'000);
        QCOMPARE(decoded->load(), 1);
        QVERIFY(loader.missing(study.uid).empty());
    }

    void otherDocumentsOfOneUidAreTold()
    {
        QTemporaryDir folder;
        test::MinimalDicom report = FakeArchive::series(1)[0];
        report.objectClass = "1.2.840.10008.5.1.4.1.1.88.11"; // Basic Text SR
        report.modality = u"SR"_s;
        write(folder.filePath(u"1"_s), report.part10());
        write(folder.filePath(u"2"_s), byAnotherProgram(report.part10()));
        report.studyDescription += u" again"_s;
        write(folder.filePath(u"3"_s), report.part10());
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), 1);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.front().at(0).toString(), folder.filePath(u"3"_s));
        QCOMPARE(refused.front().at(1).value<Error>(), ofOneUid);
        QCOMPARE(refused.front().at(2).toString(), folder.filePath(u"1"_s));
    }

private:
    /// A failed copy: half of what stands behind the header of the pixel data, an even number of bytes.
    [[nodiscard]] static QByteArray cutInPixels(const QByteArray &file)
    {
        const qsizetype little = file.indexOf(QByteArray("\xE0\x7F\x10\x00O", 5)),
                        begin = little < 0 ? file.indexOf(QByteArray("\x7F\xE0\x00\x10O", 5)) : little;
        return begin < 0 ? QByteArray() : file.chopped((file.size() - begin) / 4 * 2);
    }

    /// A mask with other pixels, a contour with another place; all UIDs as they were.
    [[nodiscard]] static QByteArray changed(QByteArray file)
    {
        const qsizetype contour = file.indexOf(QByteArray("\x06\x30\x50\x00", 4));
        if (contour < 0) {
            file[file.size() - 100] = char(file[file.size() - 100] ^ 0xFF);
            return file;
        }
        for (qsizetype at = contour + 8;; ++at)
            if (file[at] >= '1' && file[at] <= '8') {
                file[at] = char(file[at] + 1);
                return file;
            }
    }
};

CONSILIUM_TEST(BridgeCopiesTest)
#include "BridgeCopiesTest.moc"
