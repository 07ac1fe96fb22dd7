#include "netclient/dicomweb/DicomWebClient.h"
#include "tests/net/Await.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/LocalArchive.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QUrl>

using namespace consilium;
using namespace consilium::test;
using dicomweb::ArchiveConfig;
using dicomweb::DicomWebClient;
using dicomweb::StudyQuery;

/// Against a real archive: what goes in by one way comes out unchanged by the other.
class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void searches_data();
    void searches();
    void pages();
    void listsOfSeriesAndInstances();
    void metadata();
    void framesAndObjects();
    void multiFrame();
    void bulkAndRendered();
    void wholeSeries();
    void store();
    void storeWithABadObject();
    void manyFramesWithCancels();
    void compressedFramesOfARealSeries();
    void whatDoesNotExist();
    void signIn();
    void isPrivate();
    void pulledPlug();

private:
    [[nodiscard]] DicomWebClient client(const LocalArchive &archive, const http::Credentials &who = {})
    {
        return DicomWebClient(m_http, ArchiveConfig{ArchiveId(QStringLiteral("test")), {}, archive.url(), who, {}});
    }

    http::HttpClient m_http;
    std::unique_ptr<LocalArchive> m_archive;
    std::vector<MinimalDicom> m_images; ///< 30 slices of the first study, then one of each of five others
};

namespace
{

const StudyUid firstStudy(QStringLiteral("1.2.826.0.1.3680043.10.999.1"));
const SeriesUid firstSeries(QStringLiteral("1.2.826.0.1.3680043.10.999.1.1"));

QStringList studyUids(const Result<dicomweb::StudyPage> &page)
{
    QStringList uids;
    if (page) {
        for (const Attributes &study : page->studies)
            uids.push_back(study.text(tags::StudyInstanceUid).section(QLatin1Char('.'), -1));
    }
    uids.sort();
    return uids;
}

QByteArray slurp(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestArchive::initTestCase()
{
    m_archive = std::make_unique<LocalArchive>();
    NEEDS(m_archive->isRunning(), qPrintable(m_archive->problem()));
    for (int i = 1; i <= 30; ++i) {
        MinimalDicom image;
        image.sop = image.series + QStringLiteral(".%1").arg(i);
        image.instanceNumber = i;
        m_images.push_back(image);
    }
    const char *const modalities[] = {"MR", "CT", "PT", "MR", "CT"}, *const parts[] = {"HEAD", "CHEST", "CHEST",
                                                                                       "ABDOMEN", "CHEST"};
    for (int i = 2; i <= 6; ++i) {
        MinimalDicom image;
        image.study = QStringLiteral("1.2.826.0.1.3680043.10.999.%1").arg(i);
        image.series = image.study + QStringLiteral(".1");
        image.sop = image.series + QStringLiteral(".1");
        image.patientName = i == 2 ? QStringLiteral("模体^胸部") : QStringLiteral("TEST^NUMBER%1").arg(i);
        image.patientId = QStringLiteral("TEST-%1").arg(i);
        image.birthDate = i == 4 ? QStringLiteral("19700101") : QStringLiteral("19800202");
        image.studyDate = QStringLiteral("2024030%1").arg(i);
        image.modality = QString::fromLatin1(modalities[i - 2]);
        image.bodyPart = QString::fromLatin1(parts[i - 2]);
        m_images.push_back(image);
    }
    std::vector<QByteArray> objects;
    for (const MinimalDicom &image : m_images)
        objects.push_back(image.part10());
    QVERIFY(m_archive->store(objects));
}

void TestArchive::searches_data()
{
    QTest::addColumn<StudyQuery>("query");
    QTest::addColumn<QString>("studies"); // last components
    const auto with = [](auto change) {
        StudyQuery query;
        change(query);
        return query;
    };
    QTest::newRow("all") << StudyQuery() << QStringLiteral("1 2 3 4 5 6");
    QTest::newRow("name") << with([](StudyQuery &q) { q.patientName = QStringLiteral("模体*"); })
                          << QStringLiteral("2");
    QTest::newRow("one character") << with([](StudyQuery &q) { q.patientName = QStringLiteral("TEST^NUMBER?"); })
                                   << QStringLiteral("3 4 5 6");
    QTest::newRow("identifier") << with([](StudyQuery &q) { q.patientId = QStringLiteral("TEST-4"); })
                                << QStringLiteral("4");
    QTest::newRow("name and birth date") << with([](StudyQuery &q) {
        q.patientName = QStringLiteral("TEST^NUMBER*");
        q.patientBirthDate = QStringLiteral("19700101");
    }) << QStringLiteral("4");
    QTest::newRow("dates") << with([](StudyQuery &q) {
        q.dateFrom = QStringLiteral("20240303");
        q.dateTo = QStringLiteral("20240305");
    }) << QStringLiteral("3 4 5");
    QTest::newRow("since") << with([](StudyQuery &q) { q.dateFrom = QStringLiteral("20240305"); })
                           << QStringLiteral("5 6");
    QTest::newRow("until") << with([](StudyQuery &q) { q.dateTo = QStringLiteral("20240229"); }) << QStringLiteral("1");
    QTest::newRow("one day") << with([](StudyQuery &q) { q.dateFrom = q.dateTo = QStringLiteral("20240302"); })
                             << QStringLiteral("2");
    QTest::newRow("modality") << with([](StudyQuery &q) { q.modalities = {QStringLiteral("MR")}; })
                              << QStringLiteral("2 5");
    QTest::newRow("two modalities") << with([](StudyQuery &q) {
        q.modalities = {QStringLiteral("MR"), QStringLiteral("PT")};
    }) << QStringLiteral("2 4 5");
    QTest::newRow("body part") << with([](StudyQuery &q) { q.bodyPart = QStringLiteral("CHEST"); })
                               << QStringLiteral("3 4 6");
    QTest::newRow("body part and modality") << with([](StudyQuery &q) {
        q.bodyPart = QStringLiteral("chest");
        q.modalities = {QStringLiteral("CT")};
    }) << QStringLiteral("3 6");
    QTest::newRow("description") << with([](StudyQuery &q) {
        q.description = QStringLiteral("HE*");
        q.patientId = QStringLiteral("TEST-1");
    }) << QStringLiteral("1");
    QTest::newRow("nobody") << with([](StudyQuery &q) { q.patientName = QStringLiteral("NOBODY"); }) << QString();
}

void TestArchive::searches()
{
    QFETCH(StudyQuery, query);
    QFETCH(QString, studies);
    DicomWebClient web = client(*m_archive);
    const auto page = await(web.searchStudies(query));
    VERIFY_VALUE(page);
    QCOMPARE(studyUids(page).join(QLatin1Char(' ')), studies);
    QVERIFY(!page->mayHaveMore);
    for (const Attributes &study : page->studies) {
        QVERIFY(!study.text(tags::PatientName).isEmpty());
        QVERIFY(!study.texts(tags::ModalitiesInStudy).isEmpty());
        QVERIFY(study.integer(tags::NumberOfStudyRelatedInstances).has_value());
    }
}

void TestArchive::pages()
{
    DicomWebClient web = client(*m_archive);
    for (const QStringList &modalities :
         {QStringList(), QStringList{QStringLiteral("CT"), QStringLiteral("MR"), QStringLiteral("PT")}}) {
        StudyQuery query;
        query.limit = 4;
        query.modalities = modalities;
        const auto first = await(web.searchStudies(query));
        VERIFY_VALUE(first);
        QCOMPARE(first->studies.size(), std::size_t(4));
        QVERIFY(first->mayHaveMore);
        query.offset = 4;
        const auto second = await(web.searchStudies(query));
        VERIFY_VALUE(second);
        QVERIFY(!second->mayHaveMore);
        QStringList all = studyUids(first) + studyUids(second);
        all.sort();
        QCOMPARE(all.join(QLatin1Char(' ')), QStringLiteral("1 2 3 4 5 6"));
    }
}

void TestArchive::listsOfSeriesAndInstances()
{
    DicomWebClient web = client(*m_archive);
    const auto series = await(web.searchSeries(firstStudy));
    VERIFY_VALUE(series);
    QCOMPARE(series->size(), std::size_t(1));
    QCOMPARE(series->front().text(tags::Modality), QStringLiteral("CT"));
    QCOMPARE(series->front().integer(tags::NumberOfSeriesRelatedInstances).value_or(-1), 30);
    for (int round = 0; round < 2; ++round) { // the second time with what was learned
        const auto instances = await(web.searchInstances(firstStudy, firstSeries));
        VERIFY_VALUE(instances);
        QCOMPARE(instances->size(), std::size_t(30));
        for (const Attributes &instance : *instances) {
            const double z = instance.integer(tags::InstanceNumber).value_or(-1) * 2.5;
            QCOMPARE(instance.numbers(tags::ImagePositionPatient, 3).value_or(std::vector<double>()),
                     std::vector<double>({-10.0, -20.5, z}));
        }
    }
}

void TestArchive::metadata()
{
    DicomWebClient web = client(*m_archive);
    const auto all = await(web.fetchSeriesMetadata(firstStudy, firstSeries));
    VERIFY_VALUE(all);
    QCOMPARE(all->size(), std::size_t(30));
    const auto one = await(web.fetchInstanceMetadata(firstStudy, firstSeries, SopInstanceUid(m_images[4].sop)));
    VERIFY_VALUE(one);
    QCOMPARE(one->text(tags::PatientName), QStringLiteral("TEST^头颅"));
    QCOMPARE(one->integer(tags::InstanceNumber).value_or(-1), 5);
    QCOMPARE(one->integer(tags::Rows).value_or(-1), 4);
    QCOMPARE(one->integer(tags::Columns).value_or(-1), 6);
    QCOMPARE(one->numbers(tags::PixelSpacing, 2).value_or(std::vector<double>()), std::vector<double>({0.5, 0.25}));
    QCOMPARE(one->numbers(tags::ImagePositionPatient, 3).value_or(std::vector<double>()),
             std::vector<double>({-10.0, -20.5, 12.5}));
    const Attribute *const pixels = one->find(tags::PixelData);
    QVERIFY(!pixels || pixels->bytes.isEmpty());
}

void TestArchive::framesAndObjects()
{
    DicomWebClient web = client(*m_archive);
    for (std::size_t i = 0; i < m_images.size(); i += 7) {
        const MinimalDicom &image = m_images[i];
        const StudyUid study(image.study);
        const SeriesUid series(image.series);
        const SopInstanceUid sop(image.sop);
        const auto frame = await(web.fetchFrame(study, series, sop, 0));
        VERIFY_VALUE(frame);
        QCOMPARE(frame->bytes, image.pixelBytes());
        QCOMPARE(frame->syntax.text(), QStringLiteral("1.2.840.10008.1.2.1"));
        const auto object = await(web.fetchInstance(study, series, sop));
        VERIFY_VALUE(object);
        QCOMPARE(*object, image.part10());
    }
}

void TestArchive::multiFrame()
{
    MinimalDicom cine;
    cine.study = QStringLiteral("1.2.826.0.1.3680043.10.999.50");
    cine.series = cine.study + QStringLiteral(".1");
    cine.sop = cine.series + QStringLiteral(".1");
    cine.frames = 5;
    REQUIRE_ARCHIVE(archive)
    QVERIFY(archive.store({cine.part10()}));
    DicomWebClient web = client(archive);
    for (int i = 4; i >= 0; --i) {
        const auto frame =
            await(web.fetchFrame(StudyUid(cine.study), SeriesUid(cine.series), SopInstanceUid(cine.sop), i));
        VERIFY_VALUE(frame);
        QCOMPARE(frame->bytes, cine.frameBytes(i));
        QCOMPARE(frame->frame, i);
    }
    QVERIFY(!await(web.fetchFrame(StudyUid(cine.study), SeriesUid(cine.series), SopInstanceUid(cine.sop), 5)));
}

void TestArchive::bulkAndRendered()
{
    MinimalDicom image;
    image.study = QStringLiteral("1.2.826.0.1.3680043.10.999.60");
    image.series = image.study + QStringLiteral(".1");
    image.sop = image.series + QStringLiteral(".1");
    for (int i = 0; i < 3000; ++i)
        image.profile += static_cast<char>(i * 7);
    REQUIRE_ARCHIVE(archive)
    QVERIFY(archive.store({image.part10()}));
    DicomWebClient web = client(archive);
    const StudyUid study(image.study);
    const SeriesUid series(image.series);
    const SopInstanceUid sop(image.sop);
    const auto metadata = await(web.fetchInstanceMetadata(study, series, sop));
    VERIFY_VALUE(metadata);
    const Attribute *const profile = metadata->find({0x0028, 0x2000});
    QVERIFY(profile && !profile->bulkDataUri.isEmpty());
    const auto bulk = await(web.fetchBulkData(profile->bulkDataUri));
    VERIFY_VALUE(bulk);
    QCOMPARE(*bulk, image.profile);
    const auto picture = await(web.fetchRendered(study, series, sop));
    VERIFY_VALUE(picture);
    QVERIFY(picture->startsWith("\xFF\xD8\xFF") || picture->startsWith("\x89PNG"));
}

void TestArchive::wholeSeries()
{
    DicomWebClient web = client(*m_archive);
    QMutex mutex;
    QSet<QByteArray> arrived, expected;
    VERIFY_VALUE(await(web.fetchSeries(firstStudy, firstSeries, [&](const QByteArray &part10) {
        const QMutexLocker lock(&mutex);
        arrived.insert(part10);
    })));
    for (int i = 0; i < 30; ++i)
        expected.insert(m_images[static_cast<std::size_t>(i)].part10());
    QCOMPARE(arrived, expected);
}

void TestArchive::store()
{
    REQUIRE_ARCHIVE(archive)
    DicomWebClient web = client(archive);
    std::vector<QByteArray> objects;
    std::vector<MinimalDicom> images;
    for (int i = 1; i <= 130; ++i) { // more than one request holds
        MinimalDicom image;
        image.sop = image.series + QStringLiteral(".%1").arg(i);
        image.instanceNumber = i;
        images.push_back(image);
        objects.push_back(image.part10());
    }
    for (int round = 0; round < 2; ++round) { // sending again changes nothing
        const auto outcome = await(web.store(objects));
        VERIFY_VALUE(outcome);
        QCOMPARE(outcome->stored.size(), objects.size());
        QVERIFY(outcome->failed.empty());
        QCOMPARE(await(web.searchInstances(firstStudy, firstSeries)).value_or(std::vector<Attributes>()).size(),
                 objects.size());
    }
    const auto back = await(web.fetchInstance(firstStudy, firstSeries, SopInstanceUid(images[77].sop)));
    VERIFY_VALUE(back);
    QCOMPARE(*back, objects[77]);
}

void TestArchive::storeWithABadObject()
{
    REQUIRE_ARCHIVE(archive)
    DicomWebClient web = client(archive);
    std::vector<QByteArray> objects;
    for (int i = 1; i <= 5; ++i) {
        MinimalDicom image;
        image.sop = image.series + QStringLiteral(".%1").arg(i);
        objects.push_back(image.part10());
    }
    MinimalDicom damaged;
    damaged.sop = damaged.series + QStringLiteral(".99");
    objects.insert(objects.begin() + 2, damaged.part10().left(132 + 200)); // file meta whole, data set missing
    const auto outcome = await(web.store(objects));
    VERIFY_VALUE(outcome);
    QCOMPARE(outcome->stored.size(), std::size_t(5));
    QCOMPARE(outcome->failed.size(), std::size_t(1));
    QCOMPARE(outcome->failed.front().sop.text(), damaged.sop);
    QCOMPARE(await(web.searchInstances(firstStudy, firstSeries)).value_or(std::vector<Attributes>()).size(),
             std::size_t(5));
}

void TestArchive::manyFramesWithCancels()
{
    DicomWebClient web = client(*m_archive);
    QRandomGenerator random(7);
    std::vector<std::pair<std::size_t, QFuture<Result<dicomweb::EncodedFrame>>>> futures;
    std::vector<CancelToken> tokens;
    for (int i = 0; i < 400; ++i) {
        const std::size_t which = random.bounded(static_cast<quint32>(m_images.size()));
        const MinimalDicom &image = m_images[which];
        tokens.emplace_back();
        futures.emplace_back(which,
                             web.fetchFrame(StudyUid(image.study), SeriesUid(image.series), SopInstanceUid(image.sop),
                                            0, static_cast<Priority>(random.bounded(4)), tokens.back()));
        if (random.bounded(5) == 0)
            tokens[random.bounded(static_cast<quint32>(tokens.size()))].cancel();
    }
    int whole = 0;
    for (const auto &[which, future] : futures) {
        const auto frame = await(future);
        if (!frame) {
            COMPARE_ERROR(frame, ErrorCode::Cancelled);
            continue;
        }
        QCOMPARE(frame->bytes, m_images[which].pixelBytes());
        QCOMPARE(frame->sop.text(), m_images[which].sop);
        ++whole;
    }
    QVERIFY(whole >= 300);
}

void TestArchive::compressedFramesOfARealSeries()
{
    REQUIRE_REAL_DATA(data)
    QStringList files;
    QDirIterator it(data + QStringLiteral("/ct-chest-lidc0314"), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext() && files.size() < 40)
        files.push_back(it.next());
    REQUIRE_ARCHIVE(archive)
    QVERIFY(archive.storeFiles(files));
    DicomWebClient web = client(archive);
    const auto studies = await(web.searchStudies({}));
    VERIFY_VALUE(studies);
    QCOMPARE(studies->studies.size(), std::size_t(1));
    const StudyUid study(studies->studies.front().text(tags::StudyInstanceUid));
    const auto series = await(web.searchSeries(study));
    VERIFY_VALUE(series);
    const SeriesUid uid(series->front().text(tags::SeriesInstanceUid));
    const auto instances = await(web.searchInstances(study, uid));
    VERIFY_VALUE(instances);
    QCOMPARE(instances->size(), std::size_t(40));
    QHash<QByteArray, int> wanted; // the files as they are on disk
    for (const QString &file : std::as_const(files))
        wanted.insert(slurp(file), 0);
    std::vector<QFuture<Result<dicomweb::EncodedFrame>>> frames;
    for (const Attributes &instance : *instances)
        frames.push_back(
            web.fetchFrame(study, uid, SopInstanceUid(instance.text(tags::SopInstanceUid)), 0, Priority::Prefetch));
    for (const auto &future : frames) {
        const auto frame = await(future);
        VERIFY_VALUE(frame);
        QCOMPARE(frame->syntax.text(), QStringLiteral("1.2.840.10008.1.2.4.90"));
        QVERIFY(frame->bytes.startsWith("\xFF\x4F\xFF\x51"));
        const QByteArray object = await(web.fetchInstance(study, uid, frame->sop)).value_or(QByteArray());
        QVERIFY(wanted.contains(object)); // byte for byte as stored
        QVERIFY(object.contains(frame->bytes));
    }
}

void TestArchive::whatDoesNotExist()
{
    DicomWebClient web = client(*m_archive);
    const StudyUid study(QStringLiteral("1.9.9"));
    const SeriesUid series(QStringLiteral("1.9.9.1"));
    const SopInstanceUid sop(QStringLiteral("1.9.9.1.1"));
    COMPARE_ERROR(await(web.fetchSeriesMetadata(study, series)), ErrorCode::NotFound);
    COMPARE_ERROR(await(web.fetchInstanceMetadata(study, series, sop)), ErrorCode::NotFound);
    COMPARE_ERROR(await(web.fetchInstance(study, series, sop)), ErrorCode::NotFound);
    COMPARE_ERROR(await(web.fetchFrame(study, series, sop, 0)), ErrorCode::NotFound);
    QVERIFY(await(web.searchSeries(study)).value_or(std::vector<Attributes>(1)).empty());
}

void TestArchive::signIn()
{
    REQUIRE_ARCHIVE(archive, QStringLiteral("reader:s3cret"))
    DicomWebClient web = client(archive);
    COMPARE_ERROR(await(web.searchStudies({})), ErrorCode::SignInRequired);
    web.setCredentials({http::Credentials::Kind::Basic, QStringLiteral("reader"), QStringLiteral("wrong")});
    COMPARE_ERROR(await(web.searchStudies({})), ErrorCode::SignInRequired);
    web.setCredentials({http::Credentials::Kind::Basic, QStringLiteral("reader"), QStringLiteral("s3cret")});
    VERIFY_VALUE(await(web.searchStudies({})));
    VERIFY_VALUE(await(web.store({MinimalDicom().part10()})));
}

/// The archive of the tests and the demo may hold real studies: nobody else on the machine or the network reads them.
void TestArchive::isPrivate()
{
    const http::Credentials who{http::Credentials::Kind::Basic, QStringLiteral("reader"), QStringLiteral("s3cret")};
    REQUIRE_ARCHIVE(archive, QStringLiteral("reader:s3cret"))
    const QString configuration = archive.folder() + QStringLiteral("/orthanc.json");
    for (const QString &path : {archive.folder(), configuration}) {
        const auto others = QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                                             QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
        QVERIFY2(!others, qPrintable(path));
    }
    const QJsonObject said = QJsonDocument::fromJson(slurp(configuration)).object();
    for (const char *const key : {"RemoteAccessAllowed", "DicomServerEnabled", "ExecuteLuaEnabled"})
        QVERIFY2(said.value(QLatin1String(key)).isBool() && !said.value(QLatin1String(key)).toBool(true), key);
    for (const char *const key : {"StorageDirectory", "IndexDirectory", "TemporaryDirectory"})
        QVERIFY2(said.value(QLatin1String(key)).toString().startsWith(archive.folder() + QLatin1Char('/')), key);

    VERIFY_VALUE(await(client(archive, who).searchStudies({})));
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        QUrl url(archive.url());
        url.setHost(address.toString());
        DicomWebClient outside(m_http, ArchiveConfig{ArchiveId(QStringLiteral("out")), {}, url.toString(), who, {}});
        const ErrorCode code = codeOf(await(outside.searchStudies({})));
        QVERIFY2(code == ErrorCode::SignInRequired || code == ErrorCode::HostUnreachable,
                 qPrintable(address.toString() + QLatin1Char(' ') + errorName(code)));
    }
}

void TestArchive::pulledPlug()
{
    REQUIRE_ARCHIVE(archive)
    QVERIFY(archive.store({MinimalDicom().part10()}));
    DicomWebClient web = client(archive);
    const MinimalDicom image;
    std::vector<QFuture<Result<dicomweb::EncodedFrame>>> frames;
    for (int i = 0; i < 500; ++i)
        frames.push_back(web.fetchFrame(StudyUid(image.study), SeriesUid(image.series), SopInstanceUid(image.sop), 0));
    VERIFY_VALUE(await(frames.front()));
    archive.stop();
    for (const auto &future : frames) {
        const auto frame = await(future);
        if (frame)
            QCOMPARE(frame->bytes, image.pixelBytes());
        else
            QVERIFY(codeOf(frame) == ErrorCode::HostUnreachable || codeOf(frame) == ErrorCode::ConnectionLost);
    }
    COMPARE_ERROR(await(web.searchStudies({})), ErrorCode::HostUnreachable);
}

CONSILIUM_TEST(TestArchive)
#include "TestArchive.moc"
