#include "tests/bench/BenchStudies.h"

#include "netclient/dicomweb/DicomWebClient.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

const QString kArchiveScript = QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/support/archive");

Result<QByteArray> output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(1'200'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(ErrorCode::Internal, program + u": "_s + process.errorString());
    return process.readAllStandardOutput();
}

} // namespace

BenchStudies::BenchStudies(QString workFolder) : m_work(std::move(workFolder)) {}

BenchStudies::~BenchStudies()
{
    if (!m_url.isEmpty())
        (void)output(kArchiveScript, {u"stop"_s, m_work + u"/archive"_s});
}

Result<void> BenchStudies::start()
{
    QDir().mkpath(m_work);
    const auto url = output(kArchiveScript, {u"start"_s, m_work + u"/archive"_s, u"--parent"_s,
                                             QString::number(QCoreApplication::applicationPid())});
    if (!url)
        return fail(url.error());
    m_url = QString::fromUtf8(*url).trimmed();
    return {};
}

Result<void> BenchStudies::store(int slices, const QString &syntax, int side, const QString &patient)
{
    const QString folder = m_work + u"/files"_s,
                  phantom = QCoreApplication::applicationDirPath() + u"/consilium-phantom"_s;
    std::fprintf(stderr, "making and storing %d slices (%s) ...\n", slices, qPrintable(syntax));
    QDir(folder).removeRecursively();
    const auto made = output(phantom, {u"generate"_s, u"--out"_s, folder, u"--kind"_s, u"head"_s, u"--slices"_s,
                                       QString::number(slices), u"--rows"_s, QString::number(side), u"--columns"_s,
                                       QString::number(side), u"--syntax"_s, syntax, u"--patient"_s, u"TEST^BENCH"_s,
                                       u"--patient-id"_s, patient});
    if (!made)
        return fail(made.error());
    const auto sent = output(phantom, {u"send"_s, u"--quiet"_s, u"--url"_s, m_url, folder});
    QDir(folder).removeRecursively();
    if (!sent)
        return fail(sent.error());
    return {};
}

Result<BenchStudy> BenchStudies::find(const QString &patient) const
{
    http::HttpClient http;
    dicomweb::DicomWebClient client(http, {ArchiveId(u"bench"_s), {}, m_url, {}, {}});
    dicomweb::StudyQuery query;
    query.patientId = patient;
    auto page = client.searchStudies(query);
    page.waitForFinished();
    if (!page.result())
        return fail(page.result().error());
    if (page.result()->studies.empty())
        return fail(ErrorCode::NotFound, u"not stored yet"_s);
    BenchStudy study;
    study.study = StudyUid(page.result()->studies.front().text(tags::StudyInstanceUid));
    auto series = client.searchSeries(study.study);
    series.waitForFinished();
    if (!series.result() || series.result()->empty())
        return fail(ErrorCode::NotFound, u"the study has no series"_s);
    study.series = SeriesUid(series.result()->front().text(tags::SeriesInstanceUid));
    auto images = client.searchInstances(study.study, study.series);
    images.waitForFinished();
    const auto listed = images.result(); // a copy of its own: a range over the future's temporary would dangle
    if (!listed)
        return fail(listed.error());
    for (const Attributes &image : *listed)
        study.images.emplace_back(image.text(tags::SopInstanceUid));
    return study;
}

Result<BenchStudy> BenchStudies::study(int slices, const QString &syntax, int side)
{
    const QString patient =
        side == 512 ? u"BENCH-%1-%2"_s.arg(slices).arg(syntax) : u"BENCH-%1-%2-%3"_s.arg(slices).arg(syntax).arg(side);
    const auto there = find(patient);
    if (there && int(there->images.size()) == slices)
        return there;
    if (const auto stored = store(slices, syntax, side, patient); !stored)
        return fail(stored.error());
    return find(patient);
}

} // namespace consilium::bench
