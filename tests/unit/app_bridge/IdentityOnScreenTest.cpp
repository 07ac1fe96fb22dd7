#include "tests/phantom/DicomWriter.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/Thumbnails.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>
#include <map>
#include <set>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;

namespace
{

constexpr int side = 64, slices = 8;
constexpr int firstSeriesGrey = 70, seriesStep = 8, firstSliceGrey = 160, sliceStep = 12;
const QString root = u"1.2.826.0.1.3680043.10.997."_s;

/// A series whose every image says on its left half which series, on its right half which slice it is.
struct Source {
    const char *person;
    const char *name;   ///< Series Description
    int study, objects; ///< equal `objects`: the same SOP Instance UIDs
    int seriesUid;      ///< equal: the same Series Instance UID
    const char *place;  ///< of a folder, or empty: an archive of its own
    const char *syntax;
};

// ALPHA, CHARLIE and DELTA use the same SOP Instance UIDs; ALPHA and ECHO do; CHARLIE's series has the UID of ALPHA's.
// No JPEG-LS: the CharLS inside of DCMTK, which writes these, and that of the decoders have functions of one name.
constexpr std::array<Source, 6> sources{{{"ALPHA", "first", 1, 1, 1, "a", "jpeg2000"},
                                         {"ALPHA", "second", 1, 2, 2, "a", "deflated"},
                                         {"BRAVO", "third", 2, 3, 3, "b", "rle"},
                                         {"CHARLIE", "fourth", 3, 1, 1, "c", "htj2k"},
                                         {"DELTA", "fifth", 4, 1, 5, "", ""},
                                         {"ECHO", "sixth", 5, 2, 6, "", ""}}};

StudyUid studyOf(const Source &source)
{
    return StudyUid(root + u"1.%1"_s.arg(source.study));
}

QString seriesOf(const Source &source)
{
    return root + u"2.%1"_s.arg(source.seriesUid);
}

QString sopOf(const Source &source, int slice)
{
    return root + u"3.%1.%2"_s.arg(source.objects).arg(slice + 1);
}

QString patientOf(const Source &source)
{
    return u"TEST-"_s + QLatin1StringView(source.person);
}

template<class Sample>
std::vector<Sample> pixelsOf(std::size_t source, int slice)
{
    std::vector<Sample> samples(std::size_t(side) * side, Sample(firstSeriesGrey + seriesStep * int(source)));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i % side >= side / 2)
            samples[i] = Sample(firstSliceGrey + sliceStep * slice);
    }
    return samples;
}

void writeFolders(const QString &folder)
{
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const Source &source = sources[i];
        if (!*source.place)
            continue;
        QVERIFY(QDir(folder).mkpath(QLatin1StringView(source.place)));
        phantom::SeriesContent content;
        content.patientName = u"TEST^"_s + QLatin1StringView(source.person);
        content.patientId = patientOf(source);
        content.studyUid = studyOf(source).text();
        content.seriesUid = seriesOf(source);
        content.frameOfReferenceUid = root + u"4.%1"_s.arg(source.study);
        content.seriesDescription = QLatin1StringView(source.name);
        content.windowCentre = 128.0;
        content.windowWidth = 256.0;
        content.rows = content.columns = side;
        for (int slice = 0; slice < slices; ++slice) {
            phantom::SlicePlan plan;
            plan.position = {0.0, 0.0, -double(slice)};
            plan.alongRow = {1, 0, 0};
            plan.alongColumn = {0, 1, 0};
            plan.betweenRowsMm = plan.betweenColumnsMm = 1.0;
            plan.instanceNumber = slice + 1;
            const QString path =
                u"%1/%2/%3-%4.dcm"_s.arg(folder, QLatin1StringView(source.place), QLatin1StringView(source.name))
                    .arg(slice);
            const auto written =
                phantom::writeCtImage(path, content, plan, sopOf(source, slice), pixelsOf<std::int32_t>(i, slice),
                                      QLatin1StringView(source.syntax));
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        }
    }
}

std::vector<test::MinimalDicom> archived(std::size_t index)
{
    const Source &source = sources[index];
    std::vector<test::MinimalDicom> images;
    for (int slice = 0; slice < slices; ++slice) {
        test::MinimalDicom image;
        image.patientName = u"TEST^"_s + QLatin1StringView(source.person);
        image.patientId = patientOf(source);
        image.study = studyOf(source).text();
        image.series = seriesOf(source);
        image.sop = sopOf(source, slice);
        image.seriesDescription = QLatin1StringView(source.name);
        image.instanceNumber = slices - slice; // from the feet upwards: the first of the stack is the topmost
        image.rows = image.columns = side;
        const auto samples = pixelsOf<std::uint16_t>(index, slice);
        image.pixels =
            QByteArray(reinterpret_cast<const char *>(samples.data()), qsizetype(samples.size() * sizeof(samples[0])));
        images.push_back(image);
    }
    return images;
}

void setWindow(Attributes &header, const test::MinimalDicom &)
{
    header.setText(tags::WindowCenter, "DS", {u"128"_s});
    header.setText(tags::WindowWidth, "DS", {u"256"_s});
}

/// Slow now and then, and now and then an error: by what is asked and how often, so that it is the same each time.
std::optional<FaultReply> unreliable(const FakeArchive::Question &q)
{
    const std::size_t lot = qHash(q.what + q.sop + QByteArray::number(q.nth), 7);
    QThread::msleep(lot % 9);
    if (q.what == "frame" && lot % 31 == 0)
        return test::reply(500, "text/plain", "no");
    if (lot % 37 == 0) {
        FaultReply lost;
        lost.reset = true;
        return lost;
    }
    return std::nullopt;
}

/// Which series and slice a part of the screen shows, from its pixels alone; several: mixed up.
struct Seen {
    std::set<int> series, slice;
};

Seen see(const QImage &picture)
{
    std::map<int, int> count;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb c = picture.pixel(x, y);
            if (qRed(c) == qGreen(c) && qGreen(c) == qBlue(c))
                ++count[qRed(c)];
        }
    }
    const auto isSeen = [&](int grey) {
        const int around = count[grey - 1] + count[grey] + count[grey + 1];
        return around * 20 > picture.width() * picture.height();
    };
    Seen seen;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (isSeen(firstSeriesGrey + seriesStep * int(i)))
            seen.series.insert(int(i));
    }
    for (int slice = 0; slice < slices; ++slice) {
        if (isSeen(firstSliceGrey + sliceStep * slice))
            seen.slice.insert(slice);
    }
    return seen;
}

/// The window's middle on the real way of pixels: two archives, folders, helper processes, a memory that is too small.
struct Station {
    explicit Station(const QString &folders) : folder(folders)
    {
        grid.resize(662, 602);
        grid.show();
        submit(session::SetLayout{2, 2, {}});
    }
    void submit(const session::Action &action) { (void)dispatcher.submit(action); }
    void open(const Source &source)
    {
        if (*source.place) {
            bridge.openFolder(folder + u'/' + QLatin1StringView(source.place));
            return;
        }
        const FakeArchive &archive = QLatin1StringView(source.person) == "DELTA"_L1 ? delta : echo;
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
    }
    void closeAll()
    {
        bridge.stopFolders();
        for (const StudyUid &uid : bridge.studies())
            bridge.closeStudy(uid);
    }
    void show(const ViewId &view, const StudyUid &study, const DataSetId &id)
    {
        session::ShowSeries action;
        action.view = view;
        action.study = study;
        action.dataSet = id;
        submit(action);
    }
    void showSlice(const ViewId &view, int objects, int slice)
    {
        session::ShowPlane action;
        action.view = view;
        action.plane = session::ImageRef{SopInstanceUid(sopOf({"", "", 0, objects, 0, "", ""}, slice)), 0};
        submit(action);
    }
    std::vector<dicom::DataSetPtr> all() const
    {
        std::vector<dicom::DataSetPtr> found;
        for (const StudyUid &uid : bridge.studies()) {
            for (const auto &dataSet : bridge.dataSets(uid))
                found.push_back(dataSet);
        }
        return found;
    }

    QString folder;
    FakeArchive delta{archived(4), unreliable, setWindow}, echo{archived(5), unreliable, setWindow};
    http::HttpClient http;
    app::PixelBridge bridge{{100'000, 2}}; // twelve frames of 48
    SystemClock clock;
    session::ActionDispatcher dispatcher{clock};
    tools::Bindings bindings = test::Bench::defaultBindings();
    widgets::LayoutGrid grid{dispatcher, bridge, bindings};
    widgets::Thumbnails thumbnails{bridge, {64, 64}, nullptr};
    std::set<int> seenSeries; ///< that were on the screen at some time
    int pictures = 0, blanks = 0;
};

/// What a view shows belongs to whom and what it names. Empty, or what is wrong.
QString wrongIn(const widgets::ViewportWidget &viewport, const Seen &seen)
{
    if (seen.series.empty() && seen.slice.empty())
        return viewport.isDrawn() ? u"said to be drawn, and is not"_s : QString();
    if (seen.series.size() != 1 || seen.slice.size() != 1)
        return u"a mixture of %1 series and %2 slices"_s.arg(seen.series.size()).arg(seen.slice.size());
    const Source &source = sources[std::size_t(*seen.series.begin())];
    const QString person = QLatin1StringView(source.person), name = QLatin1StringView(source.name);
    const auto text = viewport.overlayText();
    const QString banner = text.topLeft.join(u' '), labels = text.bottomLeft.join(u' ');
    if (!banner.contains(person))
        return u"pixels of %1 below the name %2"_s.arg(person, banner);
    if (!labels.contains(name))
        return u"pixels of the %1 series as %2"_s.arg(name, labels);
    const auto instance = viewport.instance();
    if (!instance || instance->sop.text() != sopOf(source, *seen.slice.begin()) || instance->study != studyOf(source))
        return u"pixels of slice %1 as %2"_s.arg(*seen.slice.begin()).arg(labels);
    const bool isWhole = labels.contains(u" / %1"_s.arg(slices));
    if (isWhole && !labels.contains(u"Slice %1 / %2"_s.arg(*seen.slice.begin() + 1).arg(slices)))
        return u"pixels of slice %1 as %2"_s.arg(*seen.slice.begin()).arg(labels);
    return {};
}

QString wrongOnScreen(Station &station)
{
    const QImage picture = station.grid.grab().toImage().convertToFormat(QImage::Format_RGB32);
    for (const widgets::ViewportWidget *viewport : station.grid.shownViewports()) {
        const Seen seen = see(picture.copy(viewport->imageArea().translated(viewport->pos())));
        if (const QString wrong = wrongIn(*viewport, seen); !wrong.isEmpty())
            return viewport->view().text() + u": "_s + wrong;
        station.seenSeries.insert(seen.series.begin(), seen.series.end());
        ++(seen.series.empty() ? station.blanks : station.pictures);
    }
    for (const dicom::DataSetPtr &dataSet : station.all()) {
        const Seen seen = see(station.thumbnails.image(dataSet->id).convertToFormat(QImage::Format_RGB32));
        if (seen.series.empty())
            continue;
        const Source &source = sources[std::size_t(*seen.series.begin())];
        if (seen.series.size() != 1 || dataSet->slices.empty() || dataSet->slices.front()->study != studyOf(source) ||
            dataSet->slices.front()->patient.id != patientOf(source))
            return u"the thumbnail of %1 is %2's"_s.arg(dataSet->id.text(), QLatin1StringView(source.person));
    }
    return {};
}

/// One thing that a reader, an archive or the memory may do at any time.
void act(Station &station, QRandomGenerator &random)
{
    const Source &source = sources[random.bounded(quint32(sources.size()))];
    const ViewId view(u"v%1"_s.arg(random.bounded(4) + 1));
    const auto open = station.bridge.studies();
    const auto all = station.all();
    switch (random.bounded(12)) {
    case 0:
    case 1:
        station.open(source);
        break;
    case 2:
        if (!open.empty() && random.bounded(2) == 0)
            station.bridge.closeStudy(open[random.bounded(quint32(open.size()))]);
        break;
    case 3:
        if (random.bounded(4) == 0)
            station.bridge.stopFolders();
        break;
    case 4:
    case 5:
    case 6:
        if (!all.empty()) {
            const auto &dataSet = all[random.bounded(quint32(all.size()))];
            // Now and then the wrong study beside the series, as a collision of identifiers makes it.
            const bool isWrong = random.bounded(6) == 0 || dataSet->slices.empty();
            station.show(view, isWrong ? studyOf(source) : dataSet->slices.front()->study, dataSet->id);
        }
        break;
    case 7:
        if (!all.empty())
            station.bridge.retry(all[random.bounded(quint32(all.size()))]->id);
        break;
    default:
        station.showSlice(view, source.objects, random.bounded(slices));
        break;
    }
    std::vector<DataSetId> ids;
    for (const auto &dataSet : station.all())
        ids.push_back(dataSet->id);
    station.thumbnails.setDataSets(ids);
    QTest::qWait(random.bounded(12));
}

} // namespace

/// Row 13 of the clinical rules on the real way from files and archives to the screen: whatever is opened, closed,
/// scrolled, cancelled, lost and evicted, and whoever else uses the same identifiers, pixels are those of the patient,
/// series and slice that stand over them, or there are none.
class IdentityOnScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { writeFolders(m_folder.path()); }

    void randomOrders_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomOrders()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Station station(m_folder.path());
        for (int step = 0; step < 220; ++step) {
            act(station, random);
            const QString wrong = wrongOnScreen(station);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"step %1, %2"_s.arg(step).arg(wrong)));
        }
        // Both happened, and of several patients, so both were tested.
        QVERIFY2(station.pictures > 50 && station.blanks > 50 && station.seenSeries.size() >= 3,
                 qPrintable(u"%1 pictures of %2 series, %3 blanks"_s.arg(station.pictures)
                                .arg(station.seenSeries.size())
                                .arg(station.blanks)));
    }
    /// After all that each series alone is shown, whole and right.
    void eachAfterTheOther()
    {
        Station station(m_folder.path());
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const Source &source = sources[i];
            station.closeAll();
            station.open(source);
            const DataSetId id(seriesOf(source));
            QTRY_VERIFY_WITH_TIMEOUT(station.bridge.dataSet(id) && station.bridge.dataSet(id)->isComplete, 10'000);
            station.show(ViewId(u"v1"_s), studyOf(source), id);
            for (int slice = 0; slice < slices; ++slice) {
                station.showSlice(ViewId(u"v1"_s), source.objects, slice);
                const auto isShown = [&] {
                    station.bridge.retry(id); // what the archive refused once
                    (void)station.grid.grab();
                    return station.grid.viewport(ViewId(u"v1"_s))->isDrawn();
                };
                QTRY_VERIFY_WITH_TIMEOUT(isShown(), 10'000);
                station.seenSeries.clear();
                const QString wrong = wrongOnScreen(station);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
                QCOMPARE(station.seenSeries, std::set<int>{int(i)});
            }
        }
    }

private:
    QTemporaryDir m_folder;
};

CONSILIUM_TEST(IdentityOnScreenTest)
#include "IdentityOnScreenTest.moc"
