#include "tests/scenario/Workplace.h"

#include "viewer/session/recording/Replay.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::test
{

namespace
{

constexpr int kToolMs = 120'000, kProgramMs = 300'000;

QString binary(const QString &name)
{
    const QString folder = qEnvironmentVariable("CONSILIUM_BIN", QStringLiteral(CONSILIUM_BUILD_DIR "/bin"));
    return folder + u'/' + name;
}

} // namespace

Workplace &Workplace::shared()
{
    static Workplace one;
    return one;
}

Workplace::Workplace()
{
    const QStringList small = {u"--rows"_s, u"200"_s, u"--columns"_s, u"200"_s};
    const bool made =
        generate(u"head"_s, QStringList{u"--kind"_s, u"head"_s, u"--slices"_s, u"24"_s, u"--syntax"_s, u"jpeg2000"_s,
                                        u"--patient"_s, u"MOTI^TOULU=模体^头颅"_s, u"--patient-id"_s, u"TEST-HEAD"_s} +
                                small) &&
        generate(u"missing"_s, QStringList{u"--kind"_s, u"head"_s, u"--variant"_s, u"missing"_s, u"--slices"_s, u"30"_s,
                                           u"--patient"_s, u"TEST^MISSING"_s, u"--patient-id"_s, u"TEST-MISSING"_s} +
                                   small) &&
        generate(u"position"_s,
                 {u"--kind"_s, u"position"_s, u"--axis"_s, u"z"_s, u"--slices"_s, u"20"_s, u"--rows"_s, u"64"_s,
                  u"--columns"_s, u"64"_s, u"--patient-id"_s, u"TEST-POSITION"_s, u"--accession"_s, u"TEST-SAME"_s}) &&
        generate(u"oblique"_s, {u"--kind"_s, u"position"_s, u"--axis"_s, u"x"_s, u"--variant"_s, u"oblique"_s,
                                u"--slices"_s, u"20"_s, u"--rows"_s, u"64"_s, u"--columns"_s, u"64"_s,
                                u"--patient-id"_s, u"TEST-OBLIQUE"_s, u"--accession"_s, u"TEST-SAME"_s}) &&
        generate(u"large"_s, {u"--kind"_s, u"position"_s, u"--axis"_s, u"x"_s, u"--slices"_s, u"3"_s, u"--rows"_s,
                              u"1600"_s, u"--columns"_s, u"1600"_s, u"--patient-id"_s, u"TEST-LARGE"_s}) &&
        generate(u"acquisitions"_s,
                 {u"--kind"_s, u"head"_s, u"--variant"_s, u"acquisitions"_s, u"--slices"_s, u"20"_s, u"--rows"_s,
                  u"64"_s, u"--columns"_s, u"64"_s, u"--patient-id"_s, u"TEST-ACQUISITIONS"_s}) &&
        generate(u"marker"_s, QStringList{u"--kind"_s, u"marker"_s, u"--variant"_s, u"shuffled"_s, u"--slices"_s,
                                          u"40"_s, u"--patient-id"_s, u"TEST-MARKER"_s, u"--priority"_s, u"STAT"_s,
                                          u"--syntax"_s, u"jpegls"_s} +
                                  small) &&
        generateLinked() && generateFusion() && generateAligned() && generateSyntaxes();
    const bool isOutlined =
        made &&
        generate(u"outlined"_s,
                 {u"--kind"_s, u"head"_s, u"--slices"_s, u"12"_s, u"--slice-spacing"_s, u"8"_s, u"--rows"_s, u"180"_s,
                  u"--columns"_s, u"180"_s, u"--noise"_s, u"0"_s, u"--patient-id"_s, u"TEST-OUTLINED"_s}) &&
        tool(binary(u"consilium-phantom"_s),
             {u"outline"_s, phantom(u"outlined"_s), u"--out"_s, phantom(u"outlined"_s)});
    if (made && !isOutlined)
        m_problem = u"the outlined phantom cannot be made"_s;
    if (!isOutlined || !makeDocuments(small))
        return;
    makeVideos();
    m_archive = std::make_unique<LocalArchive>();
    if (!m_archive->isRunning())
        return;
    for (const QString &name : {u"head"_s, u"missing"_s, u"position"_s, u"oblique"_s, u"marker"_s, u"outlined"_s})
        if (!send(phantom(name)))
            m_problem = u"the phantom %1 cannot be stored"_s.arg(name);
    if (hasVideo() && !put(phantom(u"video"_s)))
        m_problem = u"the video cannot be stored"_s;
}

// Where there is no ffmpeg there is no video.
void Workplace::makeVideos()
{
    if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty())
        return;
    for (const auto &[folder, codec, wrapping] :
         {std::tuple(u"video"_s, u"h264"_s, u"mp4"_s), std::tuple(u"video-mpeg2"_s, u"mpeg2"_s, u"bare"_s),
          std::tuple(u"video-hevc"_s, u"hevc"_s, u"mp4"_s)})
        if (QDir().mkpath(phantom(folder)))
            tool(binary(u"consilium-phantom"_s), {u"video"_s, u"--codec"_s, codec, u"--wrapping"_s, wrapping,
                                                  u"--out"_s, phantom(folder + u"/1.dcm"_s)});
}

/// One plane of a phantom in every syntax that can be written.
bool Workplace::generateSyntaxes()
{
    const QStringList names{u"implicit"_s, u"bigendian"_s, u"deflated"_s, u"rle"_s,
                            u"jpeg"_s,     u"jpegls"_s,    u"jpeg2000"_s, u"htj2k"_s};
    return std::all_of(names.begin(), names.end(), [this](const QString &name) {
        return generate(u"syntax/"_s + name,
                        {u"--kind"_s, u"position"_s, u"--axis"_s, u"x"_s, u"--slices"_s, u"1"_s, u"--rows"_s, u"64"_s,
                         u"--columns"_s, u"64"_s, u"--syntax"_s, name, u"--patient-id"_s, u"TEST-SYNTAX"_s});
    });
}

bool Workplace::tool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, arguments);
    return process.waitForFinished(kToolMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool Workplace::generate(const QString &name, const QStringList &options)
{
    if (tool(binary(u"consilium-phantom"_s), QStringList{u"generate"_s, u"--out"_s, phantom(name)} + options))
        return true;
    m_problem = u"the phantom %1 cannot be made"_s.arg(name);
    return false;
}

/// Three series of one patient in one frame of reference.
bool Workplace::generateLinked()
{
    const QStringList small = {u"--rows"_s,       u"64"_s,        u"--columns"_s, u"64"_s,
                               u"--patient-id"_s, u"TEST-LINK"_s, u"--patient"_s, u"TEST^LINK"_s};
    return generate(u"link/axial"_s, QStringList{u"--kind"_s, u"head"_s, u"--slices"_s, u"24"_s} + small) &&
           generate(u"link/wide"_s, QStringList{u"--kind"_s, u"marker"_s, u"--slices"_s, u"15"_s} + small) &&
           generate(u"link/coronal"_s, QStringList{u"--kind"_s, u"position"_s, u"--axis"_s, u"z"_s, u"--variant"_s,
                                                   u"coronal"_s, u"--slices"_s, u"20"_s} +
                                           small);
}

/// Twice the same head, in two frames of reference: the second one lies 30 mm more to the left, 18 mm more to the front
/// and 140 mm more to the head. And a chest in a third one, which fits nowhere.
bool Workplace::generateAligned()
{
    const QStringList head = {u"--kind"_s, u"head"_s,         u"--rows"_s,     u"96"_s,        u"--columns"_s,
                              u"96"_s,     u"--patient-id"_s, u"TEST-ALIGN"_s, u"--patient"_s, u"TEST^ALIGN"_s};
    return generate(u"aligned/first"_s, QStringList{u"--slices"_s, u"48"_s} + head) &&
           generate(u"aligned/second"_s,
                    QStringList{u"--slices"_s, u"30"_s, u"--seed"_s, u"2"_s, u"--moved"_s, u"30,-18,140"_s} + head) &&
           generate(u"aligned/chest"_s,
                    QStringList{u"--kind"_s, u"chest"_s, u"--slices"_s, u"24"_s, u"--rows"_s, u"64"_s, u"--columns"_s,
                                u"64"_s, u"--field"_s, u"400"_s, u"--moved"_s, u"1,2,3"_s, u"--patient-id"_s,
                                u"TEST-ALIGN"_s, u"--patient"_s, u"TEST^ALIGN"_s});
}

/// Of one patient in one frame of reference, in different directions and spacings: series 13 (oblique) and 17 (tilted
/// gantry), whose values are the x of their place in mm, and 201, with spheres at known places.
bool Workplace::generateFusion()
{
    const QStringList patient = {u"--patient-id"_s, u"TEST-FUSION"_s, u"--patient"_s, u"TEST^FUSION"_s};
    const QStringList places = {u"--kind"_s, u"position"_s, u"--axis"_s, u"x"_s, u"--variant"_s};
    return generate(u"fusion/oblique"_s, places +
                                             QStringList{u"oblique"_s, u"--slices"_s, u"30"_s, u"--rows"_s, u"80"_s,
                                                         u"--columns"_s, u"72"_s, u"--field"_s, u"230"_s} +
                                             patient) &&
           generate(u"fusion/tilted"_s, places +
                                            QStringList{u"tilted"_s, u"--slices"_s, u"36"_s, u"--rows"_s, u"64"_s,
                                                        u"--columns"_s, u"64"_s} +
                                            patient) &&
           generate(u"fusion/marker"_s, QStringList{u"--kind"_s, u"marker"_s, u"--slices"_s, u"48"_s, u"--rows"_s,
                                                    u"96"_s, u"--columns"_s, u"96"_s, u"--noise"_s, u"0"_s} +
                                            patient);
}

// Reports, PDF and curves of known truth in the study of one more phantom, in "documents" and beside it.
bool Workplace::makeDocuments(const QStringList &small)
{
    const QString python = u"/usr/bin/python3"_s,
                  script = QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/documents.py");
    // All kinds in small.
    if (!tool(python, {u"-B"_s, QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/kinds.py"), phantom(u"kinds"_s)})) {
        m_problem = u"the kinds of images cannot be made: is python3-pydicom installed?"_s;
        return false;
    }
    return generate(u"plain"_s, QStringList{u"--kind"_s, u"head"_s, u"--slices"_s, u"24"_s, u"--patient"_s,
                                            u"MOTI^WENDANG=模体^文档"_s, u"--patient-id"_s, u"TEST-DOCUMENTS"_s} +
                                    small) &&
           tool(python, {script, phantom(u"plain"_s), phantom(u"documents/documents"_s)}) &&
           tool(python, {u"-B"_s, QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/kept.py"),
                         phantom(u"link/coronal"_s), phantom(u"kept"_s)}) &&
           tool(python, {u"-B"_s, QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/tables.py"),
                         phantom(u"link/coronal"_s), phantom(u"tables"_s)}) &&
           tool(python, {u"-B"_s, QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/luts.py"),
                         phantom(u"link/coronal"_s), phantom(u"luts"_s)}) &&
           tool(python, {u"-B"_s, QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/colours.py"),
                         phantom(u"link/coronal"_s), phantom(u"colours"_s)});
}

QString Workplace::url() const
{
    return m_archive && m_archive->isRunning() ? m_archive->url() : QString();
}

QString Workplace::phantom(const QString &name) const
{
    return m_folder.filePath(u"phantoms/"_s + name);
}

bool Workplace::hasVideo() const
{
    return QFile::exists(phantom(u"video/1.dcm"_s));
}

bool Workplace::send(const QString &folder)
{
    return tool(binary(u"consilium-phantom"_s), {u"send"_s, u"--quiet"_s, u"--url"_s, url(), folder});
}

bool Workplace::put(const QString &folder)
{
    QStringList files;
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();)
        files << each.next();
    return m_archive->storeFiles(files);
}

Workplace::Run Workplace::run(const QString &scenarioFile, const std::map<QString, QString> &variables,
                              const QStringList &more)
{
    return start(binary(u"consilium"_s), {}, scenarioFile, variables, more);
}

/// `before` stands before the program's own arguments; "%out" in it is the folder of captures.
Workplace::Run Workplace::start(const QString &program, const QStringList &before, const QString &scenarioFile,
                                const std::map<QString, QString> &variables, const QStringList &more)
{
    Run run;
    run.folder = m_folder.filePath(u"run-%1"_s.arg(++m_runs));
    run.logFile = m_folder.filePath(u"run-%1.log"_s.arg(m_runs));
    QDir().mkpath(run.folder);
    QStringList arguments = before;
    arguments.replaceInStrings(u"%out"_s, run.folder);
    arguments << u"--scenario"_s << scenarioFile << u"--headless"_s << u"--out"_s << run.folder << u"--log"_s
              << run.logFile;
    for (const auto &[name, value] : variables)
        arguments << u"--var"_s << name + u'=' + value;
    QProcess process;
    process.start(program, arguments + more);
    if (!process.waitForFinished(kProgramMs)) {
        process.kill();
        process.waitForFinished();
        run.err = "the program did not end in time\n";
    } else if (process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    }
    run.out = process.readAllStandardOutput();
    run.err += process.readAllStandardError();
    return run;
}

QString Workplace::written(const QString &name, const QString &text) const
{
    QFile file(m_folder.filePath(name));
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

Workplace::Run Workplace::runOnFullDisk(const QString &name, const QString &text,
                                        const std::map<QString, QString> &variables, int bytes)
{
    const QString small = u"mount -t tmpfs -o size=%1 none \"$0\" && head -c %1 /dev/zero >\"$0/filler\" || exit 77; "
                          "\"$@\"; code=$?; ls -A \"$0\"; exit $code"_s.arg(bytes);
    Run run = start(u"unshare"_s, {u"-rm"_s, u"sh"_s, u"-c"_s, small, u"%out"_s, binary(u"consilium"_s)},
                    written(name, text), variables, {});
    if (run.exitCode == 77 || run.err.startsWith("unshare:"))
        run.exitCode = -1;
    return run;
}

Workplace::Run Workplace::runText(const QString &name, const QString &text, const std::map<QString, QString> &variables)
{
    const QString file = written(name, text);
    return file.isEmpty() ? Run() : run(file, variables);
}

QString replayProblem(const QString &logFile)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return u"no log was written"_s;
    const auto log = session::readSessionLog(file);
    if (!log)
        return u"the log cannot be read: "_s + log.error().detail;
    if (!log->isComplete)
        return u"the log has no last line"_s;
    const auto replays = session::replayEveryWay(*log);
    if (!replays)
        return replays.error().detail;
    return replays->size() >= 3 ? QString() : u"fewer than three ways"_s;
}

} // namespace consilium::test
