#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/PixelBridge.h"
#include "app/bridge/SeriesDescription.h"
#include "tests/phantom/Generate.h"
#include "tests/support/LocalArchive.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/segments/StudySegments.h"

#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <mutex>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using Question = FakeArchive::Question;

namespace
{

// A bridge on an archive, and the one view that looks at it.
struct Opened {
    explicit Opened(const QString &url, std::int64_t cacheBytes = 50'000'000, int patienceMs = 0)
        : client(std::make_shared<dicomweb::DicomWebClient>(
              http, dicomweb::ArchiveConfig{ArchiveId(u"a"_s), {}, url, {}, {}, patienceMs})),
          bridge({cacheBytes, 2})
    {
    }
    void open(const test::MinimalDicom &image, const QString &patient = {})
    {
        dicom::StudyHeader header;
        header.uid = StudyUid(image.study);
        header.patient.id = patient;
        id = DataSetId(image.series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [this] { bridge.want(this, id, 0, 1); });
        bridge.openStudy(client, header);
    }
    [[nodiscard]] pixels::StudyImages::Progress progress() const { return bridge.progress(id); }
    // Every frame that is there is exactly what the archive holds.
    [[nodiscard]] int identical(const FakeArchive &archive, int count) const
    {
        int same = 0;
        for (int i = 0; i < count; ++i) {
            const test::MinimalDicom &image = archive.image(i);
            const auto frame = bridge.frame({SopInstanceUid(image.sop), 0});
            const QByteArray bytes = image.frameBytes(0);
            same += frame && frame->bytes.size() == size_t(bytes.size()) &&
                            std::equal(frame->bytes.begin(), frame->bytes.end(),
                                       reinterpret_cast<const std::uint8_t *>(bytes.data()))
                        ? 1
                        : 0;
        }
        return same;
    }

    http::HttpClient http;
    std::shared_ptr<dicomweb::DicomWebClient> client;
    app::PixelBridge bridge;
    DataSetId id;
};

} // namespace

class BridgeArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAWholeSeries()
    {
        FakeArchive archive(FakeArchive::series(30));
        Opened opened(archive.url());
        opened.open(archive.image(0), archive.image(0).patientId);
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.identical(archive, 30), 30);
        QTRY_VERIFY(opened.bridge.isIdle());
        QCOMPARE(archive.asked("frame"), 30); // none twice
        QCOMPARE(archive.asked("metadata"), 1);
    }
    // A structure set that was handed over by itself stands in the way of its study until it is closed, and that is
    // known.
    void whatWasOpenedFromOutlinesAloneIsOpenedWholeAfterwards()
    {
        FakeArchive archive(FakeArchive::series(3));
        test::MinimalDicom outlines = archive.image(0);
        outlines.objectClass = "1.2.840.10008.5.1.4.1.1.481.3";
        outlines.modality = u"RTSTRUCT"_s;
        outlines.series += u".9"_s;
        outlines.sop = outlines.series + u".1"_s;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"outlines.dcm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(outlines.part10()) > 0);
        file.close();
        Opened opened(archive.url());
        QSignalSpy finished(&opened.bridge, &app::PixelBridge::folderFinished);
        opened.bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(opened.bridge.studies(), std::vector{StudyUid(outlines.study)});
        QVERIFY(opened.bridge.dataSets(StudyUid(outlines.study)).empty());
        QVERIFY(opened.bridge.isFromFiles(StudyUid(outlines.study)));
        opened.open(archive.image(0), archive.image(0).patientId); // it is open: its tab comes to the front
        QVERIFY(opened.bridge.dataSets(StudyUid(outlines.study)).empty());
        QVERIFY(opened.bridge.isFromFiles(StudyUid(outlines.study)));
        opened.bridge.closeStudy(StudyUid(outlines.study));
        opened.open(archive.image(0), archive.image(0).patientId);
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.identical(archive, 3), 3);
        QVERIFY(!opened.bridge.isFromFiles(StudyUid(outlines.study)));
    }
    // An archive that holds the outlines and not the images: the study opens, and what becomes of them is known.
    void outlinesAloneAreOpenedFromAnArchive()
    {
        std::vector<test::MinimalDicom> objects = FakeArchive::series(1);
        objects[0].objectClass = "1.2.840.10008.5.1.4.1.1.481.3";
        objects[0].modality = u"RTSTRUCT"_s;
        FakeArchive archive(objects);
        const StudyUid study(archive.image(0).study);
        Opened opened(archive.url());
        QSignalSpy failed(&opened.bridge, &app::PixelBridge::openFailed);
        QSignalSpy listed(&opened.bridge, &app::PixelBridge::studyOpened);
        opened.open(archive.image(0), archive.image(0).patientId);
        QTRY_COMPARE_WITH_TIMEOUT(listed.count(), 1, 20'000);
        QVERIFY(opened.bridge.dataSets(study).empty());
        QCOMPARE(opened.bridge.segments()->missing(study).size(), std::size_t(1));
        // This one gives no whole object.
        QTRY_VERIFY_WITH_TIMEOUT(!opened.bridge.segments()->missing(study).front().isLoading(), 20'000);
        QTRY_VERIFY(opened.bridge.isIdle());
        QCOMPARE(opened.bridge.segments()->missing(study).size(), std::size_t(1));
        QCOMPARE(failed.count(), 0);
        QCOMPARE(opened.bridge.studies(), std::vector{study});
    }
    // The files of a study that is open from the archive are left out: why is another matter with each of them.
    void filesOfAnOpenStudyAreLeftOut_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        QTest::newRow("same patient") << u"TEST-1"_s << u"TEST^头颅"_s << QString(app::leftOut::alreadyOpen);
        QTest::newRow("another") << u"OTHER"_s << u"TEST^胸部"_s << QString(app::leftOut::ofAnother);
        QTest::newRow("nobody") << QString() << QString() << QString(app::leftOut::ofNobody);
    }
    void filesOfAnOpenStudyAreLeftOut()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, name);
        QFETCH(const QString, why);
        FakeArchive archive(FakeArchive::series(3));
        Opened opened(archive.url());
        opened.open(archive.image(0), archive.image(0).patientId);
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        test::MinimalDicom image = archive.image(0);
        image.patientId = id;
        image.patientName = name;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"again.dcm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(image.part10()) > 0);
        file.close();
        QSignalSpy finished(&opened.bridge, &app::PixelBridge::folderFinished),
            refused(&opened.bridge, &app::PixelBridge::fileRefused),
            found(&opened.bridge, &app::PixelBridge::studyFound);
        opened.bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(refused.count(), 1);
        const Error error = refused.front().at(1).value<Error>();
        QCOMPARE(error.code, ErrorCode::Conflict);
        QCOMPARE(error.detail, why);
        QCOMPARE(found.count(), why == app::leftOut::alreadyOpen ? 1 : 0);
        QCOMPARE(finished.front().at(2).toInt(), 1);
    }
    // Row 13: what belongs to somebody else is never shown, and does not hold up what belongs to the patient.
    void mixedPatientsInASeries()
    {
        auto images = FakeArchive::series(20);
        for (size_t i = 1; i < images.size() - 1; i += 2)
            images[i].patientId = u"OTHER"_s;
        FakeArchive archive(images);
        Opened opened(archive.url());
        opened.open(images[0], images[0].patientId);
        QTRY_COMPARE_WITH_TIMEOUT(opened.progress().decoded, 11, 20'000);
        QTRY_VERIFY(opened.bridge.isIdle());
        QVERIFY(!opened.progress().complete);
        const auto dataSet = opened.bridge.dataSet(opened.id);
        QCOMPARE(int(dataSet->slices.size()), 11);
        QVERIFY(std::any_of(dataSet->issues.begin(), dataSet->issues.end(), [](const dicom::DataIssue &issue) {
            return issue.kind == dicom::DataIssue::Kind::MixedPatients;
        }));
        for (const auto &image : images)
            if (image.patientId == u"OTHER"_s)
                QVERIFY(!opened.bridge.frame({SopInstanceUid(image.sop), 0}));
    }
    // What the archive mixed up is called by its name: another study's object of the same patient is no other
    // patient's.
    void objectsOfAnotherStudyAreCalledThat()
    {
        const auto images = FakeArchive::series(6);
        const auto describe = [&](const auto &change) {
            std::vector<Attributes> headers;
            for (std::size_t i = 0; i < images.size(); ++i) {
                Attributes header = *dicom::readHeader(images[i].part10());
                if (i > 0)
                    change(header, i);
                headers.push_back(std::move(header));
            }
            app::SeriesRequest request;
            request.study = dicom::describeStudy(headers.front());
            request.series = dicom::describeSeries(headers.front());
            request.isFinal = true;
            return app::describeSeries(request, headers);
        };
        const auto issuesOf = [](const app::DescribedSeries &described) {
            QStringList all;
            for (const auto &issue : described.dataSets.front()->issues)
                if (issue.kind == dicom::DataIssue::Kind::ForeignObjects ||
                    issue.kind == dicom::DataIssue::Kind::MixedPatients)
                    all << dicom::issueHeadline(issue);
            return all;
        };
        const auto mixed = describe([](Attributes &header, std::size_t i) {
            if (i < 3)
                header.setText(tags::StudyInstanceUid, "UI", {u"1.2.3.4"_s});
            else if (i == 3)
                header.setText(tags::SeriesInstanceUid, "UI", {u"1.2.3.4"_s});
            else if (i == 4)
                header.setText(tags::PatientId, "LO", {u"OTHER"_s});
        });
        QCOMPARE(mixed.refused, 4);
        QCOMPARE(mixed.ofOtherStudies, 2);
        QCOMPARE(mixed.ofOtherSeries, 1);
        QCOMPARE(mixed.ofOthers, 1); // told of the study as a whole
        QCOMPARE(issuesOf(mixed), (QStringList{u"Another study's objects came with this series: 2."_s,
                                               u"Another series' objects came with this one."_s}));
        // Another patient's is the graver of the two.
        const auto others = describe([](Attributes &header, std::size_t) {
            header.setText(tags::StudyInstanceUid, "UI", {u"1.2.3.4"_s});
            header.setText(tags::PatientId, "LO", {u"OTHER"_s});
        });
        QCOMPARE(others.ofOthers, 5);
        QCOMPARE(issuesOf(others), QStringList());
    }
    // One entry in the description of a series that is of another one, or none, costs itself alone.
    void aStrayEntryOfTheMetadataCostsItselfAlone_data()
    {
        QTest::addColumn<QByteArray>("stray");
        QTest::addColumn<bool>("isForeign");
        QTest::newRow("another series") << QByteArray("\"1.2.3.4\"") << true;
        QTest::newRow("no UID") << QByteArray("1e999") << true;
        QTest::newRow("null") << QByteArray("null") << false;
    }
    void aStrayEntryOfTheMetadataCostsItselfAlone()
    {
        QFETCH(const QByteArray, stray);
        QFETCH(const bool, isForeign);
        constexpr int count = 24, at = 11;
        const auto images = FakeArchive::series(count);
        const FakeArchive source(images);
        QByteArray body = "[";
        for (int i = 0; i < count; ++i) {
            QByteArray one = source.json({&images[std::size_t(i)]}).trimmed();
            one = one.mid(1, one.size() - 2); // without the brackets of its list
            if (i == at && isForeign) {
                const QByteArray own = '"' + images[0].series.toLatin1() + '"';
                QVERIFY(one.contains(own));
                one.replace(own, stray);
            }
            body += (i > 0 ? "," : "") + (i == at && !isForeign ? stray : one);
        }
        body += "]";
        FakeArchive archive(images, [&](const Question &q) -> std::optional<FaultReply> {
            return q.what == "metadata" ? std::optional(test::reply(200, "application/dicom+json", body))
                                        : std::nullopt;
        });
        Opened opened(archive.url());
        opened.open(images[0], images[0].patientId);
        QTRY_COMPARE_WITH_TIMEOUT(opened.progress().decoded, count - 1, 20'000);
        QTRY_VERIFY(opened.bridge.isIdle());
        QVERIFY(!opened.progress().complete);
        const auto dataSet = opened.bridge.dataSet(opened.id);
        QCOMPARE(int(dataSet->slices.size()), count - 1);
        const auto countOf = [&](dicom::DataIssue::Kind kind) {
            int all = 0;
            for (const auto &issue : dataSet->issues)
                all += issue.kind == kind ? issue.count : 0;
            return all;
        };
        QCOMPARE(countOf(dicom::DataIssue::Kind::MissingSlices), 1);
        QCOMPARE(countOf(dicom::DataIssue::Kind::ForeignObjects), isForeign ? 1 : 0);
        QVERIFY(!opened.bridge.frame({SopInstanceUid(images[at].sop), 0}));
    }
    void aSeriesOfAnotherPatientSaysSo()
    {
        auto images = FakeArchive::series(3);
        FakeArchive archive(images);
        Opened opened(archive.url());
        std::optional<Error> failure;
        connect(&opened.bridge, &app::PixelBridge::openFailed, this,
                [&](const StudyUid &, const Error &error) { failure = error; });
        opened.open(images[0], u"OTHER"_s);
        QTRY_VERIFY_WITH_TIMEOUT(failure || opened.bridge.failure(opened.id), 20'000);
        const QString said = userMessage(failure ? *failure : *opened.bridge.failure(opened.id));
        QVERIFY2(said.contains(u"another patient"_s), qPrintable(said));
    }
    void theFirstImageDoesNotWaitForTheMetadata_data()
    {
        using test::reply;
        const auto isNumber = [](const Question &q) { return q.target.contains("InstanceNumber="); };
        const auto isAny = [isNumber](const Question &q) { return q.what == "instances" && !isNumber(q); };
        const auto to = [](const auto &which, const FaultReply &answer, int times = 1000) {
            return FakeArchive::Fault([which, answer, times](const Question &q) -> std::optional<FaultReply> {
                return which(q) && q.nth <= times ? std::optional(answer) : std::nullopt;
            });
        };
        const auto broken = reply(500, "text/plain", "out of order");
        FaultReply silence;
        silence.hang = true;
        QTest::addColumn<FakeArchive::Fault>("fault");
        QTest::addColumn<bool>("isCounted"); // the list says how many images there are
        QTest::addColumn<int>("patienceMs");
        const auto row = [](const char *name, const FakeArchive::Fault &fault, bool isCounted = true,
                            int patienceMs = 0) { QTest::newRow(name) << fault << isCounted << patienceMs; };
        row("as it should", {});
        row("no number is known", to(isNumber, reply(200, "application/dicom+json", "[]")));
        row("400 to a number", to(isNumber, reply(400, "text/plain", "unsupported key")));
        row("501 to a number", to(isNumber, reply(501, "text/plain", "unsupported key")));
        row("500 to each number once", to(isNumber, broken, 1));
        row("no answer to a number", to(isNumber, silence), true, 1500);
        row("429 to each number once", to(isNumber, reply(429, "text/plain", "later"), 1));
        row("500 to any image once", to(isAny, broken, 1), false);
        row("500 to each description once",
            to([](const Question &q) { return q.what == "instance-metadata"; }, broken, 1));
        row("500 to numbers, then to any image once",
            [=, numbers = to(isNumber, broken), any = to(isAny, broken, 1)](const Question &q) {
                const auto answer = numbers(q);
                return answer ? answer : any(q);
            });
    }
    void theFirstImageDoesNotWaitForTheMetadata()
    {
        QFETCH(FakeArchive::Fault, fault);
        QFETCH(bool, isCounted);
        QFETCH(int, patienceMs);
        std::atomic<bool> mayGo{false};
        FakeArchive archive(
            FakeArchive::series(20),
            [&](const Question &q) -> std::optional<FaultReply> {
                while (q.what == "metadata" && !mayGo)
                    QThread::msleep(5);
                return fault ? fault(q) : std::nullopt;
            },
            [isCounted](Attributes &header, const test::MinimalDicom &) {
                if (!isCounted)
                    header.remove(tags::NumberOfSeriesRelatedInstances);
            });
        const auto release = qScopeGuard([&] { mayGo = true; });
        Opened opened(archive.url(), 50'000'000, patienceMs);
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.frame({SopInstanceUid(archive.image(0).sop), 0}) != nullptr, 20'000);
        QVERIFY(!opened.progress().complete);
        QVERIFY(opened.bridge.isLoading(opened.id));
        QCOMPARE(opened.progress().expected, isCounted ? 20 : -1);
        mayGo = true;
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.bridge.dataSet(opened.id)->slices.size(), size_t(20));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
    }
    void triedAgainItBeginsWithTheFirstImage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("lists"); // of images, until it gives up
        QTest::addColumn<int>("metadata");
        QTest::newRow("gone") << 404 << 4 << 1; // the last asks whether they are gone for good
        QTest::newRow("out of order") << 500 << 5 << 2;
        QTest::newRow("forbidden") << 403 << 2 << 1;
    }
    /// Nothing of the series came; and what comes to nothing is not asked for over and over.
    void triedAgainItBeginsWithTheFirstImage()
    {
        QFETCH(int, status);
        QFETCH(int, lists);
        QFETCH(int, metadata);
        std::atomic<bool> isBroken{true}, mayGo{false};
        FakeArchive archive(FakeArchive::series(20), [&](const Question &q) -> std::optional<FaultReply> {
            if (isBroken)
                return q.what == "series" ? std::nullopt : std::optional(test::reply(status, "text/plain", "no"));
            while (q.what == "metadata" && !mayGo)
                QThread::msleep(5);
            return std::nullopt;
        });
        const auto release = qScopeGuard([&] { mayGo = true; });
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.failure(opened.id) != nullptr, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        QTest::qWait(1000);
        QCOMPARE(archive.asked("instances"), lists);
        QCOMPARE(archive.asked("metadata"), metadata);
        isBroken = false;
        opened.bridge.retry(opened.id);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.frame({SopInstanceUid(archive.image(0).sop), 0}) != nullptr, 20'000);
        QVERIFY(!opened.progress().complete);
        mayGo = true;
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.identical(archive, 20), 20);
    }
    void aPassingFailureIsTriedAgain()
    {
        FakeArchive archive(FakeArchive::series(8), [](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "frame" && q.nth == 1 && q.sop.endsWith(".3"))
                return test::reply(500, "text/plain", "out of order");
            if (q.what == "metadata" && q.nth == 1)
                return test::reply(500, "text/plain", "out of order");
            return std::nullopt;
        });
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.identical(archive, 8), 8);
    }
    /// Down for longer than anything is tried again: what is on a screen comes by itself when the archive is back.
    void loadingGoesOnWhenTheArchiveIsBack()
    {
        std::atomic<bool> isDown{true};
        FakeArchive archive(FakeArchive::series(6), [&](const Question &q) -> std::optional<FaultReply> {
            if (isDown && q.what == "frame" && q.sop.endsWith(".3"))
                return test::reply(502, "text/plain", "nobody behind");
            return std::nullopt;
        });
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_COMPARE_WITH_TIMEOUT(opened.progress().failed, 1, 20'000);
        QVERIFY(opened.progress().ended);
        isDown = false;
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.identical(archive, 6), 6);
    }
    void aFrameThatIsGoneIsMarkedAndTheRestGoesOn()
    {
        std::atomic<bool> isGone{true};
        FakeArchive archive(FakeArchive::series(8), [&](const Question &q) -> std::optional<FaultReply> {
            if (isGone && q.what == "frame" && (q.sop.endsWith(".5") || q.sop.endsWith(".6")))
                return test::reply(404, "text/plain", "no such object");
            return std::nullopt;
        });
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_COMPARE_WITH_TIMEOUT(opened.progress().failed, 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        QVERIFY(!opened.progress().complete);
        QVERIFY(!opened.bridge.isLoading(opened.id));
        QCOMPARE(opened.progress().decoded, 6);
        const Error *error = opened.bridge.failure(pixels::FrameKey{SopInstanceUid(archive.image(4).sop), 0});
        QVERIFY(error && error->code == ErrorCode::NotFound);
        isGone = false;
        opened.bridge.retry(opened.id);
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
    }
    // Row 14: a study that vanishes while it loads.
    void aVanishedStudyIsNeverComplete()
    {
        FakeArchive archive(FakeArchive::series(8), [](const Question &q) -> std::optional<FaultReply> {
            return q.what == "metadata" ? std::optional(test::reply(404, "text/plain", "gone")) : std::nullopt;
        });
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.failure(opened.id) != nullptr, 20'000);
        QCOMPARE(opened.bridge.failure(opened.id)->code, ErrorCode::NotFound);
        QVERIFY(!opened.progress().complete);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
    }
    // Row 13: the archive answers with the images of somebody else.
    void anotherPatientsImagesAreRefused()
    {
        FakeArchive archive(FakeArchive::series(6));
        Opened opened(archive.url());
        QSignalSpy failed(&opened.bridge, &app::PixelBridge::openFailed);
        opened.open(archive.image(0), u"SOMEBODY-ELSE"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        for (int i = 0; i < 6; ++i)
            QVERIFY(opened.bridge.frame({SopInstanceUid(archive.image(i).sop), 0}) == nullptr);
        QVERIFY(opened.bridge.studies().empty());
    }
    void oneForeignImageInASeriesIsLeftOut()
    {
        auto images = FakeArchive::series(6);
        images[3].patientId = u"SOMEBODY-ELSE"_s;
        FakeArchive archive(images);
        Opened opened(archive.url());
        opened.open(archive.image(0), archive.image(0).patientId);
        QTRY_COMPARE_WITH_TIMEOUT(opened.progress().decoded, 5, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        QCOMPARE(opened.bridge.dataSet(opened.id)->indexOf(SopInstanceUid(images[3].sop)), -1);
        QVERIFY(!opened.progress().complete);
        QVERIFY(opened.bridge.frame({SopInstanceUid(images[3].sop), 0}) == nullptr);
    }
    void closingForgetsEverything()
    {
        FakeArchive archive(FakeArchive::series(40));
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.cacheBytes() > 0, 20'000);
        opened.bridge.closeStudy(StudyUid(archive.image(0).study));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        QTest::qWait(50); // what was under way arrives at a bridge that no longer wants it
        QCOMPARE(opened.bridge.cacheBytes(), 0);
        QVERIFY(opened.bridge.dataSet(opened.id) == nullptr);
    }
    void aSmallCacheIsNeverExceededAndLoadingEnds()
    {
        FakeArchive archive(FakeArchive::series(40)); // 48 bytes a frame
        Opened opened(archive.url(), 10 * 48);
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.dataSet(opened.id) && opened.bridge.dataSet(opened.id)->isComplete,
                                 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        QVERIFY(opened.bridge.cacheBytes() <= 10 * 48);
        QVERIFY(!opened.progress().complete);
        QVERIFY(!opened.bridge.isLoading(opened.id));
        // The far end is fetched when somebody looks there.
        opened.bridge.want(&opened, opened.id, 39, 1);
        const auto last = opened.bridge.dataSet(opened.id)->slices.back()->sop;
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.frame({last, 0}) != nullptr, 20'000);
        QVERIFY(opened.bridge.cacheBytes() <= 10 * 48);
    }
    void anArchiveThatIsDownSaysSo()
    {
        Opened opened(u"http://127.0.0.1:1/dicom-web"_s);
        QSignalSpy failed(&opened.bridge, &app::PixelBridge::openFailed);
        QSignalSpy waits(&opened.bridge, &app::PixelBridge::openWaits);
        const StudyUid study(FakeArchive::series(1).front().study);
        opened.open(FakeArchive::series(1).front());
        QTRY_COMPARE_WITH_TIMEOUT(waits.count(), 1, 40'000);
        QCOMPARE(waits.front().at(0).value<StudyUid>(), study);
        QCOMPARE(waits.front().at(1).value<Error>().code, ErrorCode::HostUnreachable);
        const auto trouble = opened.bridge.archiveWatch().troubleOf(study);
        QVERIFY(trouble && trouble->isOpening);
        QCOMPARE(opened.bridge.studies(), std::vector{study}); // until somebody closes it
        QVERIFY(opened.bridge.isIdle());
        opened.bridge.closeStudy(study);
        QVERIFY(opened.bridge.studies().empty());
        QCOMPARE(failed.count(), 0);
    }
    void aFrameFarTooLongIsRefused()
    {
        FakeArchive archive(FakeArchive::series(6), [](const Question &q) -> std::optional<FaultReply> {
            if (q.what != "frame" || !q.sop.endsWith(".3"))
                return std::nullopt;
            return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                               "--b\r\nContent-Type: application/octet-stream\r\n\r\n" + QByteArray(8'000'000, 'x') +
                                   "\r\n--b--");
        });
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_COMPARE_WITH_TIMEOUT(opened.progress().failed, 1, 20'000);
        const Error *error = opened.bridge.failure(pixels::FrameKey{SopInstanceUid(archive.image(2).sop), 0});
        QVERIFY(error && error->code == ErrorCode::ProtocolViolation);
    }
    // What is looked at overtakes what was asked for before it and still waits for a connection.
    void whatIsLookedAtOvertakesTheQueue()
    {
        std::atomic<bool> mayGo{false};
        std::mutex mutex;
        QList<QByteArray> order;
        FakeArchive archive(FakeArchive::series(40), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "frame") {
                const std::lock_guard lock(mutex);
                order << q.sop.mid(q.sop.lastIndexOf('.') + 1);
            }
            while (q.what == "frame" && !q.sop.endsWith(".1.1") && !mayGo)
                QThread::msleep(2);
            return std::nullopt;
        });
        const auto asked = [&] {
            const std::lock_guard lock(mutex);
            return order;
        };
        Opened opened(archive.url());
        opened.open(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.dataSet(opened.id) && opened.bridge.dataSet(opened.id)->isComplete,
                                 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(asked().size() >= 4, 20'000);
        QTest::qWait(100); // the queue behind the connections fills
        const auto dataSet = opened.bridge.dataSet(opened.id);
        const int eleventh = dataSet->indexOf(SopInstanceUid(archive.image(10).sop));
        const bool wasWaiting = !asked().contains("11");
        opened.bridge.want(&opened, opened.id, eleventh, 0);
        mayGo = true;
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QVERIFY(wasWaiting);
        QVERIFY2(asked().indexOf("11") < asked().indexOf("9") || asked().indexOf("9") < 0,
                 asked().join(' ').constData());
    }
    void aRealArchiveGivesTheSame()
    {
        REQUIRE_ARCHIVE(orthanc)
        FakeArchive holder(FakeArchive::series(12));
        std::vector<QByteArray> objects;
        for (int i = 0; i < 12; ++i)
            objects.push_back(holder.image(i).part10());
        QVERIFY(orthanc.store(objects));
        Opened opened(orthanc.url());
        opened.open(holder.image(0), holder.image(0).patientId);
        QTRY_VERIFY_WITH_TIMEOUT(opened.progress().complete, 20'000);
        QCOMPARE(opened.identical(holder, 12), 12);
    }

    /// The packaged Orthanc answers 500 when asked for a frame of HTJ2K; the object itself it hands out.
    void objectsOfASyntaxThatTheArchiveDoesNotKnow()
    {
        REQUIRE_ARCHIVE(orthanc)
        const QTemporaryDir folder;
        phantom::PhantomSpec spec;
        spec.slices = 5;
        spec.rows = spec.columns = 64;
        phantom::GenerateOptions options;
        options.folder = folder.path();
        options.syntax = u"htj2k"_s;
        QVERIFY(phantom::generate(spec, options));
        QStringList files;
        for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
            files << file.filePath();
        QVERIFY(orthanc.storeFiles(files));
        const auto header = dicom::readHeader(files.front());
        QVERIFY(header);
        http::HttpClient http;
        auto client = std::make_shared<dicomweb::DicomWebClient>(
            http, dicomweb::ArchiveConfig{ArchiveId(u"o"_s), {}, orthanc.url(), {}, {}});
        app::PixelBridge bridge({100'000'000, 1});
        const int viewer = 0;
        const DataSetId id(header->text(tags::SeriesInstanceUid));
        connect(&bridge, &app::PixelBridge::studyOpened, this,
                [&](const StudyUid &) { bridge.want(&viewer, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, dicom::describeStudy(*header)));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete, 20'000);
        for (const auto &slice : bridge.dataSet(id)->slices) {
            const auto frame = bridge.frame(pixels::keyOf(*slice));
            QVERIFY(frame);
            const auto local = std::find_if(files.begin(), files.end(), [&](const QString &file) {
                return dicom::readHeader(file)->text(tags::SopInstanceUid) == slice->sop.text();
            });
            const auto reference = pixels::decodeFrame(
                {}, slice->pixels, TransferSyntaxUid(u"1.2.840.10008.1.2.4.201"_s), *dicom::readFrame(*local, 0));
            QVERIFY(reference && (*reference)->bytes == frame->bytes);
        }
    }
};

CONSILIUM_TEST(BridgeArchiveTest)
#include "BridgeArchiveTest.moc"
