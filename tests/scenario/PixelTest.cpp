#include "tests/scenario/Workplace.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <map>

using namespace Qt::StringLiterals;
using consilium::test::Workplace;

namespace
{

constexpr double kCentre = -160.0, kWidth = 1740.0;

/// What tests/scenario/expected_pixels.py says of a slice.
struct ExpectedSlice {
    QString sop;
    int columns = 0, rows = 0;
    double spacingMm = 0.0;
    QByteArray grey;
    int acquisition = 0;
};

/// Number of pixels of the captured image area that are not what they must be: the image in the middle at 1:1, black
/// around it.
/// `tolerance`: grey levels that a pixel may be off.
qsizetype differences(const QImage &captured, const ExpectedSlice &slice, int tolerance = 0)
{
    const QImage image = captured.convertToFormat(QImage::Format_Grayscale8);
    const int left = (image.width() - slice.columns) / 2, top = (image.height() - slice.rows) / 2;
    qsizetype wrong = 0;
    for (int y = 0; y < image.height(); ++y) {
        const uchar *line = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            const int column = x - left, row = y - top;
            const bool inside = column >= 0 && row >= 0 && column < slice.columns && row < slice.rows;
            const uchar expected = inside ? uchar(slice.grey[qsizetype(row) * slice.columns + column]) : uchar(0);
            wrong += std::abs(int(line[x]) - int(expected)) <= tolerance ? 0 : 1;
        }
    }
    return wrong;
}

} // namespace

/// Whole series through the whole program, from an archive and from a folder: every displayed pixel of every slice
/// against pydicom, FFmpeg and numpy.
class PixelTest : public QObject
{
    Q_OBJECT

    static std::vector<ExpectedSlice> expected(const QString &folder, const QString &out, const QStringList &more = {})
    {
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments{QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario/expected_pixels.py"), folder, out,
                              QString::number(kCentre), QString::number(kWidth)};
        python.start(u"/usr/bin/python3"_s, arguments + more);
        if (!python.waitForFinished(300'000) || python.exitCode() != 0)
            return {};
        std::vector<ExpectedSlice> slices;
        for (const QByteArray &line : python.readAllStandardOutput().split('\n')) {
            const auto words = line.split(' ');
            if (words.size() != 5)
                continue;
            ExpectedSlice slice{QString::fromLatin1(words[0]),
                                words[1].toInt(),
                                words[2].toInt(),
                                words[3].toDouble(),
                                {},
                                words[4].toInt()};
            QFile raw(out + u"/%1.raw"_s.arg(slices.size() + 1, 4, 10, QLatin1Char('0')));
            if (raw.open(QIODevice::ReadOnly))
                slice.grey = raw.readAll();
            slices.push_back(slice);
        }
        return slices;
    }

    static QString opening(const QString &source, const QString &study)
    {
        return u"program size=1200x1000\nsource s %1\nopen study=%2\nwait loaded timeout=120s\nwait drawn\n"_s.arg(
            source, study);
    }

    static QString studyOf(const QString &folder)
    {
        QProcess python;
        const QString script = u"import sys, os, pydicom\n"
                               "for p, _, names in os.walk(sys.argv[1]):\n"
                               "    for n in names:\n"
                               "        d = pydicom.dcmread(os.path.join(p, n), force=True, stop_before_pixels=True)\n"
                               "        if 'Rows' in d: print(d.StudyInstanceUID); sys.exit(0)\n"_s;
        python.start(u"/usr/bin/python3"_s, {u"-c"_s, script, folder});
        python.waitForFinished(60'000);
        return QString::fromLatin1(python.readAllStandardOutput()).trimmed();
    }

    /// `byAcquisition`: each acquisition is a stack of its own.
    void compare(Workplace &place, const QString &name, const QString &folder, const QString &source,
                 bool byAcquisition = false)
    {
        const QString study = studyOf(folder);
        auto &slices = m_expected[folder]; // the archive has the same files as the folder
        if (slices.empty())
            slices = expected(folder, place.phantom(u"expected-"_s + name));
        NEEDS(!slices.empty(), "python3-pydicom or ffmpeg is not installed");
        std::map<int, std::vector<ExpectedSlice>> stacks;
        for (const ExpectedSlice &slice : slices)
            stacks[byAcquisition ? slice.acquisition : 0].push_back(slice);
        // First how large the image area is, then one to one, so that each screen pixel shows one image pixel.
        const auto first = place.runText(
            u"first.actions"_s, opening(source, study) + u"capture image area.png\ndump series series.json\n"_s);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        const std::vector<QStringList> shown = slicesOf(first.folder + u"/series.json"_s);
        QVERIFY(shown.size() >= stacks.size());
        const QSize area = QImage(first.folder + u"/area.png"_s).size();
        for (const auto &[number, stack] : stacks) {
            const auto at = std::find_if(shown.begin(), shown.end(),
                                         [&](const QStringList &one) { return one.contains(stack.front().sop); });
            QVERIFY2(at != shown.end(), qPrintable(stack.front().sop));
            QCOMPARE(std::size_t(at->size()), stack.size());
            for (std::size_t i = 0; i < stack.size(); ++i)
                QCOMPARE(at->at(qsizetype(i)), stack[i].sop);
            compareStack(place, opening(source, study) + u"ShowSeries series=%1\n"_s.arg(at - shown.begin() + 1), stack,
                         area);
            if (QTest::currentTestFailed())
                return;
        }
    }

    static void compareStack(Workplace &place, const QString &begin, const std::vector<ExpectedSlice> &slices,
                             QSize area)
    {
        QString text = begin + u"wait loaded timeout=120s\nSetWindow centre=%1 width=%2\n"_s.arg(kCentre).arg(kWidth) +
                       oneToOne(area, slices.front());
        for (size_t n = 1; n <= slices.size(); ++n)
            text += u"ShowPlane slice=%1\nwait drawn\nexpect slice == %1\ncapture image %1.png\n"_s.arg(n);
        text += u"expect progress.complete == yes\n"_s;
        const auto run = place.runText(u"pixels.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        for (size_t n = 1; n <= slices.size(); ++n) {
            const QImage captured(run.folder + u"/%1.png"_s.arg(n));
            // A warning below the image takes some height; the scale goes by the width, the middle stays between
            // pixels.
            QVERIFY(captured.width() == area.width() && captured.height() > captured.width() &&
                    (captured.height() - area.height()) % 2 == 0);
            QVERIFY2(captured.width() >= slices[n - 1].columns && captured.height() >= slices[n - 1].rows,
                     "the window is too small to show every pixel");
            const qsizetype wrong = differences(captured, slices[n - 1]);
            QVERIFY2(wrong == 0, qPrintable(u"slice %1: %2 pixels differ"_s.arg(n).arg(wrong)));
        }
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    /// SOP Instance UIDs of each data set of the study, in the order of the series strip.
    static std::vector<QStringList> slicesOf(const QString &dump)
    {
        std::vector<QStringList> all;
        QFile file(dump);
        if (!file.open(QIODevice::ReadOnly))
            return all;
        const auto studies = QJsonDocument::fromJson(file.readAll()).array();
        for (const auto &series : studies.at(0).toObject().value(u"series"_s).toArray()) {
            QStringList sops;
            for (const auto &sop : series.toObject().value(u"slices"_s).toArray())
                sops << sop.toString();
            all.push_back(sops);
        }
        return all;
    }

    /// Zoom and pan at which each screen pixel shows one image pixel, in an image area of this size.
    static QString oneToOne(QSize area, const ExpectedSlice &slice)
    {
        const double spacing = slice.spacingMm;
        const auto half = [&](int screen, int image) { return (screen - image) % 2 == 0 ? 0.0 : spacing / 2.0; };
        return u"SetZoomPan across=%1mm along-row=%2 along-column=%3\n"_s
            .arg(std::min(area.width(), area.height()) * spacing, 0, 'g', 17)
            .arg(half(area.width(), slice.columns), 0, 'g', 17)
            .arg(half(area.height(), slice.rows), 0, 'g', 17);
    }

    std::map<QString, std::vector<ExpectedSlice>> m_expected;

private Q_SLOTS:
    void phantomFromFolder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("JPEG 2000") << u"head"_s;
        QTest::newRow("JPEG-LS, shuffled") << u"marker"_s;
    }
    void phantomFromFolder()
    {
        QFETCH(QString, name);
        REQUIRE_WORKPLACE(place)
        compare(place, name, place.phantom(name), u"folder="_s + place.phantom(name));
    }
    // What is made of the pixels on the way to the screen, from the file to the captured picture.
    void processed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("actions");
        QTest::addColumn<int>("tolerance");
        // The phantom's slices are 10 mm apart, those of the real series 1 mm. Single precision may fall on the other
        // side of a half where a mean or a filter does.
        for (const char *folder : {"head", "ct-head-phantom-philips-1mm"}) {
            const bool isPhantom = qstrcmp(folder, "head") == 0;
            const auto slab = [&](const char *mode, int slices, int tolerance) {
                QTest::addRow("%s %s", folder, mode)
                    << QString::fromLatin1(folder) << u"%1 %2"_s.arg(QLatin1String(mode)).arg(slices)
                    << u"SetSlab mode=%1 thickness=%2mm\n"_s.arg(QLatin1String(mode)).arg(slices * (isPhantom ? 10 : 1))
                    << tolerance;
            };
            slab("mip", 5, 0);
            slab("minip", 3, 0);
            slab("mean", 5, 1);
            const auto filter = [&](const char *kind, int level) {
                QTest::addRow("%s %s", folder, kind)
                    << QString::fromLatin1(folder) << u"%1 %2"_s.arg(QLatin1String(kind)).arg(level)
                    << u"SetEnhancement enhancement=%1 level=%2\n"_s.arg(QLatin1String(kind)).arg(level) << 1;
            };
            filter("sharpen", 3);
            filter("edge", 1);
            filter("smooth", 2);
        }
    }
    void processed()
    {
        QFETCH(QString, folder);
        QFETCH(QString, expected);
        QFETCH(QString, actions);
        QFETCH(int, tolerance);
        REQUIRE_WORKPLACE(place)
        QString path = place.phantom(folder);
        if (folder != u"head") {
            REQUIRE_REAL_DATA(data)
            path = data + u'/' + folder;
        }
        const QString out = place.phantom(u"processed-"_s + folder + expected.section(u' ', 0, 0));
        const auto slices = PixelTest::expected(path, out, expected.split(u' '));
        NEEDS(!slices.empty(), "python3-pydicom or ffmpeg is not installed");
        const QString source = u"folder="_s + path, study = studyOf(path);
        const auto first = place.runText(u"first.actions"_s, opening(source, study) + u"capture image area.png\n"_s);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        const QSize area = QImage(first.folder + u"/area.png"_s).size();
        QString text = opening(source, study) + u"SetWindow centre=%1 width=%2\n"_s.arg(kCentre).arg(kWidth) +
                       oneToOne(area, slices.front()) + actions;
        const std::size_t count = slices.size();
        const std::size_t shown[] = {1, 2, count / 2, count};
        for (const std::size_t n : shown)
            text += u"ShowPlane slice=%1\nwait drawn\ncapture image %1.png\nexpect bands absent\n"_s.arg(n);
        const auto run = place.runText(u"processed.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        for (const std::size_t n : shown) {
            const QImage captured(run.folder + u"/%1.png"_s.arg(n));
            const qsizetype wrong = differences(captured, slices[n - 1], tolerance);
            QVERIFY2(wrong == 0, qPrintable(u"slice %1: %2 pixels differ"_s.arg(n).arg(wrong)));
        }
    }
    void phantomFromArchive_data() { phantomFromFolder_data(); }
    void phantomFromArchive()
    {
        QFETCH(QString, name);
        REQUIRE_WORKPLACE(place)
        NEEDS(!place.url().isEmpty(), "no archive is installed");
        compare(place, name + u"-archive"_s, place.phantom(name), u"url="_s + place.url());
    }
    void realSeries_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("fromArchive");
        for (const char *name : {"ct-chest-lidc0314", "ct-chest-nlst101287", "ct-head-phantom-philips-1mm",
                                 "ct-phantom-philips-stereotaxis-tilt", "cta-arterial-chest-abdomen-tcga-bc-a3kf",
                                 "petct-comunix-2slices/Ct"})
            for (const bool fromArchive : {false, true})
                QTest::addRow("%s, %s", name, fromArchive ? "archive" : "folder")
                    << QString::fromLatin1(name) << fromArchive;
    }
    void realSeries()
    {
        QFETCH(QString, folder);
        QFETCH(bool, fromArchive);
        REQUIRE_REAL_DATA(data)
        REQUIRE_WORKPLACE(place)
        const QString path = data + u'/' + folder;
        SKIP_WHERE(!QFile::exists(path), "this series is not there");
        NEEDS(!fromArchive || !place.url().isEmpty(), "no archive is installed");
        if (fromArchive)
            QVERIFY(place.put(path));
        // The CTA holds three acquisitions. The CT of the PET-CT is lossy, but by leaving bits of a 5/3 wavelet away:
        // whole numbers, which every decoder brings back alike.
        compare(place, QString(folder).replace(u'/', u'-'), path,
                fromArchive ? u"url="_s + place.url() : u"folder="_s + path, folder.startsWith(u"cta-"_s));
    }
};

CONSILIUM_TEST(PixelTest)
#include "PixelTest.moc"
