#include "tests/phantom/Commands.h"

#include "tests/phantom/CommandLine.h"
#include "tests/phantom/Generate.h"
#include "tests/phantom/Outlines.h"
#include "tests/phantom/Video.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

QString help()
{
    return uR"(consilium-phantom: images of known truth, as DICOM

  generate --out DIR [--kind %1] [--variant %2]
           [--slices N] [--rows N] [--columns N] [--field MM] [--row-spacing MM] [--slice-spacing MM] [--tilt DEG]
           [--axis x|y|z] [--noise HU] [--seed N] [--monochrome1] [--moved X,Y,Z] [--patient NAME] [--patient-id ID]
           [--description TEXT] [--accession NUMBER] [--priority STAT] [--syntax %3] [--threads N]
  convert-invesalius FILE.inv3 --out DIR [--syntax NAME] [--patient NAME] [--patient-id ID] [--threads N]
  video --out FILE [--codec %4] [--wrapping %5] [--frames N] [--header-frames N]
        [--rows N] [--columns N] [--frame-time MS] [--patient-id ID]
                                       frames that say their number, encoded by the program ffmpeg
  transcode IN OUT --syntax NAME       IN and OUT: files, or folders; IN not HTJ2K
  outline IMAGES --out DIR             segmentations and a structure set over the axial images of a folder
  send --url BASE FILE|DIR... [--user NAME] [--ca FILE] [--quiet]
                                       stores by STOW-RS; the password stands in CONSILIUM_PASSWORD

Every syntax is written lossless. NAME-NN is 1.2.840.10008.1.2.4.NN; jpeg is .70, jpegls .80, jpeg2000 .90, htj2k .201.
Exit status: 0 done, 1 failed, 2 wrong command line. Equal parameters give equal UIDs and equal pixels.)"_s.arg(
        kindNames().join(u'|'), variantNames().join(u'|'), syntaxNames().join(u'|'), videoCodecs().join(u'|'),
        videoWrappings().join(u'|'));
}

/// --moved X,Y,Z, mm.
PatientVector movedOf(CommandLine &line)
{
    const QString text = line.text(u"moved"_s);
    if (text.isEmpty())
        return {};
    const QStringList parts = text.split(u',');
    std::array<double, 3> mm{};
    bool isNumber = parts.size() == 3;
    for (std::size_t i = 0; isNumber && i < mm.size(); ++i)
        mm[i] = parts[qsizetype(i)].toDouble(&isNumber);
    if (!isNumber)
        line.complain(u"--moved must be X,Y,Z in mm"_s);
    return {mm[0], mm[1], mm[2]};
}

} // namespace

int runCommand(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return wrongUse(u"no command given"_s);
    const QString &command = arguments.first();
    const QStringList rest = arguments.mid(1);
    if (command == "--help"_L1 || command == "-h"_L1 || command == "help"_L1) {
        printLine(help());
        return 0;
    }
    if (command == "--version"_L1) {
        printLine(u"consilium-phantom " CONSILIUM_VERSION ""_s);
        return 0;
    }
    if (command == "generate"_L1)
        return runGenerate(rest);
    if (command == "video"_L1)
        return runVideo(rest);
    if (command == "transcode"_L1)
        return runTranscode(rest);
    if (command == "convert-invesalius"_L1)
        return runConvertInvesalius(rest);
    if (command == "outline"_L1)
        return runOutline(rest);
    if (command == "send"_L1)
        return runSend(rest);
    return wrongUse(u"unknown command \"%1\""_s.arg(command));
}

int runGenerate(const QStringList &arguments)
{
    CommandLine line(arguments,
                     {u"out"_s,       u"kind"_s,        u"variant"_s,       u"slices"_s,      u"rows"_s,   u"columns"_s,
                      u"field"_s,     u"row-spacing"_s, u"slice-spacing"_s, u"tilt"_s,        u"axis"_s,   u"noise"_s,
                      u"seed"_s,      u"patient"_s,     u"patient-id"_s,    u"description"_s, u"syntax"_s, u"threads"_s,
                      u"accession"_s, u"priority"_s,    u"moved"_s},
                     {u"monochrome1"_s});
    PhantomSpec spec;
    GenerateOptions options;
    line.require(u"out"_s);
    if (!line.positional().isEmpty())
        line.complain(u"unexpected \"%1\""_s.arg(line.positional().first()));
    const auto kind = kindFromText(line.text(u"kind"_s, u"head"_s));
    const auto variant = variantFromText(line.text(u"variant"_s, u"axial"_s));
    if (!kind)
        line.complain(u"--kind must be one of %1"_s.arg(kindNames().join(u", "_s)));
    if (!variant)
        line.complain(u"--variant must be one of %1"_s.arg(variantNames().join(u", "_s)));
    const qsizetype axis = QStringList{u"x"_s, u"y"_s, u"z"_s}.indexOf(line.text(u"axis"_s, u"x"_s));
    if (axis < 0)
        line.complain(u"--axis must be x, y or z"_s);
    options.syntax = line.text(u"syntax"_s, u"explicit"_s);
    if (!syntaxNames().contains(options.syntax))
        line.complain(u"--syntax must be one of %1"_s.arg(syntaxNames().join(u", "_s)));
    spec.slices = line.integer(u"slices"_s, spec.slices, 1, 100'000);
    spec.rows = line.integer(u"rows"_s, spec.rows, 8, 8192);
    spec.columns = line.integer(u"columns"_s, spec.columns, 8, 8192);
    spec.fieldMm = line.number(u"field"_s, spec.fieldMm, 1.0, 2000.0);
    spec.rowSpacingMm = line.number(u"row-spacing"_s, 0.0, 0.001, 100.0);
    spec.sliceSpacingMm = line.number(u"slice-spacing"_s, 0.0, 0.001, 100.0);
    spec.tiltDeg = line.number(u"tilt"_s, spec.tiltDeg, -45.0, 45.0);
    spec.noiseHu = line.number(u"noise"_s, spec.noiseHu, 0.0, 500.0);
    spec.seed = static_cast<std::uint32_t>(line.integer(u"seed"_s, 1, 0, 2'000'000'000));
    spec.moved = movedOf(line);
    options.threads = line.integer(u"threads"_s, 0, 1, 256);
    if (!line.complaint().isEmpty())
        return wrongUse(line.complaint());
    spec.kind = *kind;
    spec.variant = *variant;
    spec.axis = static_cast<Axis>(axis);
    spec.monochrome1 = line.has(u"monochrome1"_s);
    spec.patientName = line.text(u"patient"_s, spec.patientName);
    spec.patientId = line.text(u"patient-id"_s);
    spec.accession = line.text(u"accession"_s);
    spec.priority = line.text(u"priority"_s);
    spec.seriesDescription = line.text(u"description"_s);
    options.folder = line.text(u"out"_s);
    QElapsedTimer timer;
    timer.start();
    const Result<int> made = generate(spec, options);
    if (!made)
        return failed(made.error());
    printLine(u"%1 files in %2 (%3 s)"_s.arg(*made).arg(options.folder).arg(timer.elapsed() / 1000.0, 0, 'f', 1));
    return 0;
}

int runVideo(const QStringList &arguments)
{
    CommandLine line(arguments,
                     {u"out"_s, u"codec"_s, u"wrapping"_s, u"frames"_s, u"header-frames"_s, u"rows"_s, u"columns"_s,
                      u"frame-time"_s, u"patient-id"_s},
                     {});
    VideoSpec spec;
    line.require(u"out"_s);
    spec.codec = line.text(u"codec"_s, spec.codec);
    spec.wrapping = line.text(u"wrapping"_s, spec.wrapping);
    spec.patientId = line.text(u"patient-id"_s, spec.patientId);
    spec.frames = line.integer(u"frames"_s, spec.frames, 1, (1 << counterBits) - 1);
    spec.headerFrames = line.integer(u"header-frames"_s, -1, 1, 100'000);
    spec.rows = line.integer(u"rows"_s, spec.rows, 16, 4096);
    spec.columns = line.integer(u"columns"_s, spec.columns, 16, 4096);
    spec.frameTimeMs = line.number(u"frame-time"_s, spec.frameTimeMs, 1.0, 10'000.0);
    if (!line.complaint().isEmpty())
        return wrongUse(line.complaint());
    const Result<void> done = writeVideo(line.text(u"out"_s), spec);
    return done ? 0 : failed(done.error());
}

int runOutline(const QStringList &arguments)
{
    CommandLine line(arguments, {u"out"_s}, {});
    line.require(u"out"_s);
    if (line.positional().size() != 1)
        line.complain(u"outline needs a folder of images"_s);
    if (!line.complaint().isEmpty())
        return wrongUse(line.complaint());
    const Result<int> done = writeOutlines(line.positional().first(), line.text(u"out"_s));
    if (!done)
        return failed(done.error());
    printLine(u"outlines of %1 images in %2"_s.arg(*done).arg(line.text(u"out"_s)));
    return 0;
}

int runTranscode(const QStringList &arguments)
{
    CommandLine line(arguments, {u"syntax"_s, u"threads"_s}, {});
    line.require(u"syntax"_s);
    const int threads = line.integer(u"threads"_s, 0, 1, 256);
    if (line.positional().size() != 2)
        line.complain(u"transcode needs IN and OUT"_s);
    if (line.complaint().isEmpty() && !syntaxNames().contains(line.text(u"syntax"_s)))
        line.complain(u"--syntax must be one of %1"_s.arg(syntaxNames().join(u", "_s)));
    if (!line.complaint().isEmpty())
        return wrongUse(line.complaint());
    const QString in = line.positional().at(0), out = line.positional().at(1), syntax = line.text(u"syntax"_s);
    if (!QFileInfo(in).isDir()) {
        const Result<void> done = transcodeFile(in, out, syntax);
        return done ? 0 : failed(done.error());
    }
    const QStringList files = QDir(in).entryList(QDir::Files, QDir::Name);
    if (!QDir().mkpath(out))
        return failed({ErrorCode::FileUnreadable, u"cannot create %1"_s.arg(out)});
    const auto task = [&](int i) {
        return transcodeFile(QDir(in).filePath(files[i]), QDir(out).filePath(files[i]), syntax);
    };
    const Result<void> done = forEachIndex(static_cast<int>(files.size()), threads, task, {});
    if (!done)
        return failed(done.error());
    printLine(u"%1 files in %2"_s.arg(files.size()).arg(out));
    return 0;
}

} // namespace consilium::phantom
