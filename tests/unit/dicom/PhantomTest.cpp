#include "tests/phantom/Generate.h"
#include "tests/phantom/InVesalius.h"
#include "tests/phantom/Jpeg2000.h"
#include "tests/phantom/Shapes.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StudyModel.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::phantom;

namespace
{

const QString cranium = u"/usr/share/doc/invesalius-examples/examples/Cranium.inv3"_s;

struct Ran {
    int status = -1;
    QString output, errors;
};

Ran run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString tool()
{
    const QString folder = qEnvironmentVariable("CONSILIUM_BIN", QStringLiteral(CONSILIUM_BUILD_DIR "/bin"));
    return folder + u"/consilium-phantom"_s;
}

QStringList filesIn(const QString &folder)
{
    QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (QString &file : files)
        file = folder + u'/' + file;
    return files;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PhantomSpec small(Kind kind, Variant variant)
{
    PhantomSpec spec;
    spec.kind = kind;
    spec.variant = variant;
    spec.slices = 10;
    spec.rows = 24;
    spec.columns = 32;
    spec.rowSpacingMm = 3.5;
    return spec;
}

} // namespace

/// The phantoms are what other tests measure with, so they are measured first.
class PhantomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyVoxelKnowsItsPlace_data();
    void everyVoxelKnowsItsPlace();
    void drawnAsDefined();
    void deterministic();
    void identifiers();
    void validBySecondToolkit();
    void losslessSyntaxes();
    void transcoding();
    void monochrome1();
    void commandLine();
    void cranium_voxels();
    void cranium_orientation();
};

void PhantomTest::everyVoxelKnowsItsPlace_data()
{
    QTest::addColumn<int>("variant");
    for (int v = 0; v < variantNames().size(); ++v)
        QTest::newRow(qPrintable(variantNames()[v])) << v;
}

/// Stored values, decoded, are the position that the reader computes for each pixel: writer, reader and geometry agree,
/// on every axis and in every variant.
void PhantomTest::everyVoxelKnowsItsPlace()
{
    QFETCH(int, variant);
    for (const Axis axis : {Axis::X, Axis::Y, Axis::Z}) {
        PhantomSpec spec = small(Kind::Position, static_cast<Variant>(variant));
        spec.axis = axis;
        QTemporaryDir folder;
        GenerateOptions options;
        options.folder = folder.path();
        QVERIFY(generate(spec, options));
        for (const QString &path : filesIn(folder.path())) {
            const auto image = dicom::describeInstance(dicom::readHeader(path).value_or(Attributes()));
            const auto frame = dicom::readFrame(path, 0);
            QVERIFY(image && frame && frame->size() == 24 * 32 * 2);
            for (int r = 0; r < 24; ++r) {
                for (int c = 0; c < 32; ++c) {
                    const PatientPoint p = *(*image)->geometry.toPatient({double(c), double(r)});
                    const double expected = axis == Axis::X ? p.x : axis == Axis::Y ? p.y : p.z;
                    const int stored = qFromLittleEndian<qint16>(frame->constData() + 2 * (r * 32 + c));
                    QVERIFY(std::fabs(positionMm(stored) - expected) <= 0.5 / 64 + 1e-6);
                    QVERIFY(std::fabs(stored * (*image)->grey.slope + (*image)->grey.intercept - expected) <=
                            0.5 / 64 + 1e-6);
                }
            }
        }
    }
}

/// Rows are drawn by intervals; each voxel must be what the shapes say when it is asked alone.
void PhantomTest::drawnAsDefined()
{
    for (const Kind kind : {Kind::Head, Kind::Marker, Kind::Chest}) {
        for (const Variant variant : {Variant::Axial, Variant::Oblique, Variant::Sagittal}) {
            PhantomSpec spec = small(kind, variant);
            spec.noiseHu = 0;
            const auto slices = planSlices(spec);
            QVERIFY(slices.has_value());
            int different = 0;
            for (const SlicePlan &slice : *slices) {
                const std::vector<std::int16_t> values = drawSlice(spec, slice);
                for (int r = 0; r < spec.rows; ++r) {
                    for (int c = 0; c < spec.columns; ++c) {
                        const PatientPoint p = slice.position + slice.alongRow * (c * slice.betweenColumnsMm) +
                                               slice.alongColumn * (r * slice.betweenRowsMm);
                        different += values[std::size_t(r * spec.columns + c)] != std::int16_t(valueAt(kind, p));
                    }
                }
            }
            QVERIFY2(different <= 2, qPrintable(QString::number(different))); // exactly on a border
        }
    }
}

void PhantomTest::deterministic()
{
    QTemporaryDir folder;
    GenerateOptions options;
    const PhantomSpec spec = small(Kind::Head, Variant::Shuffled);
    for (const int threads : {1, 3}) {
        options.folder = folder.filePath(QString::number(threads));
        options.threads = threads;
        QCOMPARE(generate(spec, options).value_or(-1), 10);
    }
    for (const QString &file : filesIn(folder.filePath(u"1"_s)))
        QCOMPARE(contentOf(file), contentOf(folder.filePath(u"3/"_s + QFileInfo(file).fileName())));
}

void PhantomTest::identifiers()
{
    QCOMPARE(uidFor(u"a"_s), uidFor(u"a"_s));
    QVERIFY(uidFor(u"a"_s) != uidFor(u"b"_s));
    for (int i = 0; i < 1000; ++i) {
        const QString uid = uidFor(QString::number(i));
        static const QRegularExpression form(u"^2\\.25\\.(0|[1-9][0-9]{0,38})$"_s);
        QVERIFY(form.match(uid).hasMatch());
    }
    PhantomSpec tooBig = small(Kind::Head, Variant::Axial);
    tooBig.rows = 100'000;
    QCOMPARE(planSlices(tooBig).error().code, ErrorCode::InvalidArgument);
}

/// dciodvfy (dicom3tools) finds neither errors nor warnings in the first, middle and last file of every kind in every
/// geometry. It cannot read deflated files.
void PhantomTest::validBySecondToolkit()
{
    NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "dciodvfy (Debian: dicom3tools) is not installed");
    QTemporaryDir folder;
    const auto check = [&](const PhantomSpec &spec, const QString &syntax) {
        GenerateOptions options;
        options.folder = folder.filePath(uidFor(spec.text() + syntax));
        options.syntax = syntax;
        QVERIFY(generate(spec, options));
        const QStringList files = filesIn(options.folder);
        for (const QString &file : {files.first(), files[files.size() / 2], files.last()}) {
            Ran report = run(u"dciodvfy"_s, {file});
            // The plain CT object knows no phases: a standard extended SOP class, as it says.
            if (spec.variant == Variant::Phases)
                report.errors.remove(QRegularExpression(u"Warning - .*(Temporal Position|Standard Extended)[^\n]*"_s));
            QVERIFY2(report.status == 0 && !report.errors.contains(u"Error"_s) && !report.errors.contains(u"Warning"_s),
                     qPrintable(spec.text() + u' ' + syntax + u' ' + file + u'\n' + report.errors));
        }
    };
    for (int kind = 0; kind < kindNames().size(); ++kind)
        for (int variant = 0; variant < variantNames().size(); ++variant)
            check(small(static_cast<Kind>(kind), static_cast<Variant>(variant)), u"explicit"_s);
    for (const QString &syntax : syntaxNames()) {
        if (syntax != u"deflated"_s && !syntax.startsWith(u"htj2k"_s)) // dciodvfy knows neither
            check(small(Kind::Head, Variant::Axial), syntax);
    }
}

/// Every syntax, brought back by DCMTK, or by OpenJPEG where DCMTK knows it not, has the same pixels.
void PhantomTest::losslessSyntaxes()
{
    QTemporaryDir folder;
    for (const Kind kind : {Kind::Head, Kind::Position}) {
        PhantomSpec spec = small(kind, Variant::Axial);
        spec.slices = 1;
        const auto plan = planSlices(spec);
        const std::vector<std::int32_t> truth = storedValues(spec, plan->front());
        for (const QString &syntax : syntaxNames()) {
            GenerateOptions options;
            options.folder = folder.filePath(syntax + QString::number(int(kind)));
            options.syntax = syntax;
            QVERIFY(generate(spec, options));
            const QString file = filesIn(options.folder).first(), back = folder.filePath(u"back.dcm"_s);
            const QString uid = dicom::readHeader(file)->text(tags::TransferSyntaxUid);
            const QString number = syntax == u"htj2k"_s ? u"201"_s : syntax.section(u'-', 1);
            QVERIFY2(number.isEmpty() || uid == u"1.2.840.10008.1.2.4."_s + number, qPrintable(syntax + u' ' + uid));
            if (syntax.startsWith(u"htj2k"_s)) {
                const auto samples = decodeJpeg2000(*dicom::readFrame(file, 0), spec.rows, spec.columns);
                QVERIFY2(samples.has_value(), samples ? "" : qPrintable(syntax + u' ' + samples.error().detail));
                QVERIFY(*samples == truth);
                continue;
            }
            const auto done = transcodeFile(file, back, u"explicit"_s);
            QVERIFY2(done.has_value(), done ? "" : qPrintable(syntax + u' ' + done.error().detail));
            const auto frame = dicom::readFrame(back, 0);
            QVERIFY(frame.has_value());
            for (std::size_t i = 0; i < truth.size(); ++i)
                QCOMPARE(int(qFromLittleEndian<qint16>(frame->constData() + 2 * i)), truth[i]);
        }
    }
}

void PhantomTest::transcoding()
{
    QTemporaryDir folder;
    GenerateOptions options;
    options.folder = folder.filePath(u"in"_s);
    PhantomSpec spec = small(Kind::Head, Variant::Axial);
    QVERIFY(generate(spec, options));
    const auto before = dicom::readHeader(filesIn(options.folder).first());
    for (const auto &[syntax, uid] : {std::pair(u"jpeg2000"_s, u"1.2.840.10008.1.2.4.90"_s),
                                      std::pair(u"htj2k-202"_s, u"1.2.840.10008.1.2.4.202"_s)}) {
        const QString folderOut = folder.filePath(syntax);
        QCOMPARE(run(tool(), {u"transcode"_s, options.folder, folderOut, u"--syntax"_s, syntax}).status, 0);
        const QStringList out = filesIn(folderOut);
        QCOMPARE(out.size(), 10);
        const auto after = dicom::readHeader(out.first());
        QCOMPARE(after->text(tags::TransferSyntaxUid), uid);
        QCOMPARE(after->text(tags::SopInstanceUid), before->text(tags::SopInstanceUid));
        QCOMPARE(after->text(tags::PatientName), before->text(tags::PatientName));
    }
}

/// The same picture from inverted values: low ones are white, and the window is inverted with them.
void PhantomTest::monochrome1()
{
    PhantomSpec spec = small(Kind::Head, Variant::Axial);
    spec.slices = 1;
    const auto plan = planSlices(spec);
    const std::vector<std::int32_t> normal = storedValues(spec, plan->front());
    const SeriesContent plain = seriesContent(spec);
    spec.monochrome1 = true;
    const std::vector<std::int32_t> inverted = storedValues(spec, plan->front());
    const SeriesContent turned = seriesContent(spec);
    for (std::size_t i = 0; i < normal.size(); ++i) {
        const double grey = (normal[i] + plain.intercept - plain.windowCentre) / plain.windowWidth;
        const double other = -(inverted[i] + turned.intercept - turned.windowCentre) / turned.windowWidth;
        QVERIFY(std::fabs(grey - other) < 1e-9);
    }
}

void PhantomTest::commandLine()
{
    QTemporaryDir folder;
    QCOMPARE(run(tool(), {}).status, 2);
    QCOMPARE(run(tool(), {u"frobnicate"_s}).status, 2);
    QCOMPARE(run(tool(), {u"generate"_s}).status, 2);
    QCOMPARE(run(tool(), {u"generate"_s, u"--out"_s, folder.path(), u"--kind"_s, u"foot"_s}).status, 2);
    QCOMPARE(run(tool(), {u"generate"_s, u"--out"_s, folder.path(), u"--slices"_s, u"many"_s}).status, 2);
    QCOMPARE(run(tool(), {u"generate"_s, u"--out"_s, folder.path(), u"--frobnicate"_s}).status, 2);
    QCOMPARE(run(tool(), {u"transcode"_s, u"a"_s, u"--syntax"_s, u"jpeg"_s}).status, 2);
    QCOMPARE(run(tool(), {u"transcode"_s, u"/nonexistent"_s, folder.filePath(u"x"_s), u"--syntax"_s, u"jpeg"_s}).status,
             1);
    QCOMPARE(run(tool(), {u"convert-invesalius"_s}).status, 2);
    QCOMPARE(run(tool(), {u"convert-invesalius"_s, u"/nonexistent"_s, u"--out"_s, folder.path()}).status, 1);
    QCOMPARE(run(tool(), {u"send"_s, u"x"_s}).status, 2);
    QCOMPARE(run(tool(), {u"send"_s, u"--url"_s, u"nonsense"_s, u"x"_s}).status, 2);
    const Ran help = run(tool(), {u"--help"_s});
    QVERIFY(help.status == 0 && help.output.contains(u"convert-invesalius"_s));
    const Ran made = run(tool(), {u"generate"_s, u"--out"_s, folder.filePath(u"p"_s), u"--slices"_s, u"3"_s,
                                  u"--rows=16"_s, u"--columns=16"_s, u"--patient"_s, u"TEST^二"_s});
    QCOMPARE(made.status, 0);
    const auto header = dicom::readHeader(folder.filePath(u"p/IM0001.dcm"_s));
    QCOMPARE(header->text(tags::PatientName), u"TEST^二"_s);
}

/// Voxel by voxel against the matrix that tar(1) takes out of the project: image k, row r, column c is matrix slice
/// n-1-k, row n-1-r, column c.
void PhantomTest::cranium_voxels()
{
    NEEDS(QFile::exists(cranium), "invesalius-examples is not installed");
    QProcess tar;
    tar.start(u"tar"_s, {u"-xOzf"_s, cranium, u"--wildcards"_s, u"*/matrix.dat"_s});
    QVERIFY(tar.waitForFinished(60'000));
    const QByteArray matrix = tar.readAllStandardOutput();
    QCOMPARE(matrix.size(), 108 * 256 * 256 * 2);
    QTemporaryDir folder;
    const auto project = readInVesalius(cranium);
    QVERIFY(project.has_value());
    ConvertOptions options;
    options.folder = folder.path();
    QCOMPARE(convertInVesalius(*project, options).value_or(-1), 108);
    const QStringList files = filesIn(folder.path());
    for (int k = 0; k < 108; k += 7) {
        const auto header = dicom::readHeader(files[k]);
        const auto frame = dicom::readFrame(files[k], 0);
        QVERIFY(header && frame);
        const double intercept = header->number(tags::RescaleIntercept).value_or(0);
        QCOMPARE(*header->numbers(tags::PixelSpacing), (std::vector<double>{0.9570312, 0.9570312}));
        for (int i = 0; i < 256 * 256; ++i) {
            const int r = i / 256, c = i % 256;
            const int hu = qFromLittleEndian<qint16>(matrix.constData() + 2 * (((107 - k) * 256 + 255 - r) * 256 + c));
            QCOMPARE(qFromLittleEndian<quint16>(frame->constData() + 2 * i) + intercept, double(hu));
        }
    }
}

/// Anatomy: the first image is the vertex (least tissue of the first and last third), the sinuses' air lies to the
/// front of the brain.
void PhantomTest::cranium_orientation()
{
    NEEDS(QFile::exists(cranium), "invesalius-examples is not installed");
    const auto project = readInVesalius(cranium);
    QVERIFY(project);
    QTemporaryDir folder;
    ConvertOptions options;
    options.folder = folder.path();
    QVERIFY(convertInVesalius(*project, options).has_value());
    std::vector<dicom::InstancePtr> all;
    for (const QString &file : filesIn(folder.path()))
        all.push_back(dicom::describeInstance(dicom::readHeader(file).value_or(Attributes())).value_or(nullptr));
    const auto sets = dicom::assemble({}, all, 108);
    QCOMPARE(sets.size(), std::size_t(1));
    QVERIFY(sets[0]->issues.empty());
    QCOMPARE(sets[0]->slices.front()->instanceNumber, 1);
    const auto tissue = [&](int k) {
        const auto frame = dicom::readFrame(filesIn(folder.path())[k], 0);
        int count = 0;
        for (int i = 0; frame && i < 256 * 256; ++i)
            count += qFromLittleEndian<quint16>(frame->constData() + 2 * i) > 824; // -200 HU
        return count;
    };
    QVERIFY(tissue(3) < tissue(50) / 3);
    const dicom::FrameGeometry &g = sets[0]->slices[50]->geometry;
    QCOMPARE(dicom::orientationLetters(*g.alongRow), u"L"_s);
    QCOMPARE(dicom::orientationLetters(*g.alongColumn), u"P"_s);
    // Air inside the head at the level of the frontal sinus: its middle lies in the front half.
    const auto frame = dicom::readFrame(filesIn(folder.path())[49], 0);
    double rows = 0;
    int count = 0;
    for (int r = 30; r < 230; ++r) {
        for (int c = 100; c < 160; ++c) {
            const auto hu = [&](int row) {
                return qFromLittleEndian<quint16>(frame->constData() + 2 * (row * 256 + c)) - 1024;
            };
            bool boneBefore = false;
            for (int row = r - 10; row < r; ++row)
                boneBefore = boneBefore || hu(row) > 300;
            if (hu(r) < -500 && boneBefore && r < 200) {
                rows += r;
                ++count;
            }
        }
    }
    QVERIFY(count > 50);
    QVERIFY(rows / count < 128);
}

CONSILIUM_TEST(PhantomTest)
#include "PhantomTest.moc"
