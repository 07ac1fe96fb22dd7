#include "app/worklist/StudyPictures.h"

#include "app/bridge/SegmentLoader.h"
#include "app/bridge/SeriesDescription.h"
#include "base/Pending.h"
#include "viewer/dicom/Documents.h"

#include <QBuffer>
#include <QHashFunctions>
#include <QImageReader>

#include <algorithm>

namespace consilium::app
{

namespace
{

constexpr int mostFailures = 5000, watchMs = 500;
constexpr int failureMs = 600'000; ///< after so long a picture that could not be had is tried again

bool hasImages(const QString &modality)
{
    return isImageModality(modality) && !isSegmentModality(modality) && !dicom::isDocumentModality(modality);
}

// It is the archive that cannot, not this picture.
bool isOfTheArchive(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostUnreachable:
    case ErrorCode::Timeout:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TooManyRequests:
    case ErrorCode::KeychainLocked:
    case ErrorCode::SignInRequired:
    case ErrorCode::TlsUntrusted:
        return true;
    default:
        return false;
    }
}

// A picture as small as it is shown: a whole X-ray of the archive's has tens of millions of pixels.
QImage decoded(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isEmpty())
        return {};
    const QSize fitted = size.scaled(StudyPictures::Largest, Qt::KeepAspectRatio).expandedTo({1, 1});
    if (size.width() > fitted.width() || size.height() > fitted.height())
        reader.setScaledSize(fitted);
    return reader.read().convertToFormat(QImage::Format_RGB32);
}

// Of the series with images the one with the most: a scout of two stands for nothing.
std::optional<dicom::SeriesHeader> seriesToShow(const std::vector<Attributes> &all)
{
    std::optional<dicom::SeriesHeader> best;
    for (const Attributes &attributes : all) {
        dicom::SeriesHeader series = dicom::describeSeries(attributes);
        if (series.uid.isEmpty() || !hasImages(series.modality) || series.instanceCount == 0)
            continue;
        const bool isBetter =
            !best || series.instanceCount > best->instanceCount ||
            (series.instanceCount == best->instanceCount && unsigned(series.number) < unsigned(best->number));
        if (isBetter)
            best = std::move(series);
    }
    return best;
}

} // namespace

size_t qHash(const StudyPictures::Subject &subject, size_t seed) noexcept
{
    return qHashMulti(seed, subject.archive.text(), subject.study.text(), subject.series.text(), subject.images);
}

StudyPictures::StudyPictures(SourceFor sourceFor, Limits limits, QObject *parent)
    : QObject(parent),
      m_sourceFor(std::move(sourceFor)),
      m_limits(limits),
      m_pictures(limits.cacheBytes),
      m_failed(mostFailures)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        Q_EMIT changed();
        askNext();
    });
    m_watch.setInterval(std::min(watchMs, limits.longestMs));
    connect(&m_watch, &QTimer::timeout, this, &StudyPictures::watch);
}

StudyPictures::~StudyPictures()
{
    for (const auto &[archive, job] : m_jobs)
        job.cancel.cancel();
}

bool StudyPictures::isWanted(const Subject &subject) const
{
    return std::any_of(m_wanted.begin(), m_wanted.end(), [&](const std::vector<Subject> &subjects) {
        return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
    });
}

void StudyPictures::want(Who who, std::vector<Subject> subjects)
{
    m_wanted[std::size_t(who)] = std::move(subjects);
    std::vector<ArchiveId> unwanted;
    for (const auto &[archive, job] : m_jobs)
        if (!isWanted(job.subject))
            unwanted.push_back(archive);
    for (const ArchiveId &archive : unwanted)
        cancel(archive);
    askNext();
}

void StudyPictures::setPaused(bool paused)
{
    m_paused = paused;
    while (paused && !m_jobs.empty())
        cancel(ArchiveId(m_jobs.begin()->first));
    askNext();
}

void StudyPictures::lookAgain()
{
    std::vector<ArchiveId> away;
    for (const auto &[archive, job] : m_jobs)
        if (m_sourceFor(archive) != job.source)
            away.push_back(archive);
    for (const ArchiveId &archive : away)
        cancel(archive);
    askNext();
}

void StudyPictures::cancel(const ArchiveId &archive)
{
    if (const auto job = m_jobs.extract(archive))
        job.mapped().cancel.cancel();
}

QImage StudyPictures::picture(const Subject &subject) const
{
    const QImage *kept = m_pictures.object(subject);
    return kept ? *kept : QImage();
}

StudyPictures::State StudyPictures::state(const Subject &subject) const
{
    if (m_pictures.contains(subject))
        return State::There;
    const QDeadlineTimer *failure = m_failed.object(subject);
    const bool isNone =
        (failure && !failure->hasExpired()) || (!subject.series.isEmpty() && !hasImages(subject.modality));
    return isNone ? State::None : State::Waiting;
}

void StudyPictures::askNext()
{
    if (m_paused)
        return;
    for (const std::vector<Subject> &subjects : m_wanted) {
        for (const Subject &subject : subjects) {
            if (m_jobs.contains(subject.archive) || m_resting.contains(subject.archive))
                continue;
            auto source = m_sourceFor(subject.archive);
            if (!source)
                continue;
            forgetOthers(subject.archive, source);
            if (!isStopped(subject.archive) && state(subject) == State::Waiting)
                begin(subject, std::move(source));
        }
    }
}

// Under one name there may be another archive than before: with another address.
void StudyPictures::forgetOthers(const ArchiveId &archive, const std::shared_ptr<StudySource> &source)
{
    std::weak_ptr<StudySource> &known = m_sources[archive];
    const bool isOther = known.lock() != source;
    known = source;
    if (!isOther)
        return;
    m_dropped.erase(archive);
    m_dropsInARow.erase(archive);
    for (const Subject &subject : m_pictures.keys())
        if (subject.archive == archive)
            m_pictures.remove(subject);
    for (const Subject &subject : m_failed.keys())
        if (subject.archive == archive)
            m_failed.remove(subject);
}

void StudyPictures::begin(const Subject &subject, std::shared_ptr<StudySource> source)
{
    Job job{subject, std::move(source), {}, {}};
    job.since.start();
    m_jobs.insert_or_assign(subject.archive, job);
    m_watch.start();
    if (!subject.series.isEmpty()) {
        askMiddle(job, subject);
        return;
    }
    job.source->searchSeries(subject.study, Priority::Background, job.cancel)
        .then(this, [this, job](const Result<std::vector<Attributes>> &answer) {
            if (!job.cancel.isCancelled())
                takeSeries(job, answer);
        });
}

void StudyPictures::takeSeries(const Job &job, const Result<std::vector<Attributes>> &answer)
{
    if (!answer) {
        takeFailure(job, answer.error());
        return;
    }
    const auto chosen = seriesToShow(*answer);
    if (!chosen) {
        takeFailure(job, {ErrorCode::NoPixels, {}});
        return;
    }
    const Subject series{job.subject.archive, job.subject.study, chosen->uid, chosen->modality, chosen->instanceCount};
    if (const QImage known = picture(series); !known.isNull())
        takePicture(job, series, known);
    else
        askMiddle(job, series);
}

// The middle one by its number, in one small question: listing a long series costs the archive much more.
void StudyPictures::askMiddle(const Job &job, const Subject &series)
{
    if (series.images <= 1) {
        askAny(job, series);
        return;
    }
    const int number = (series.images + 1) / 2;
    job.source->searchSomeInstances(series.study, series.series, number, 1, job.cancel)
        .then(this, [this, job, series, number](const Result<std::vector<Attributes>> &found) {
            if (job.cancel.isCancelled())
                return;
            // An archive that does not know the question answers it with any image, or not at all.
            const bool isIt = found && !found->empty() && found->front().integer(tags::InstanceNumber) == number;
            if (isIt)
                fetch(job, series, *found, 0);
            else if (!found && isOfTheArchive(found.error().code))
                takeFailure(job, found.error());
            else if (series.images <= LongestListed)
                askListed(job, series);
            else
                askAny(job, series);
        });
}

void StudyPictures::askListed(const Job &job, const Subject &series)
{
    job.source->searchInstances(series.study, series.series, job.cancel)
        .then(this, [this, job, series](const Result<std::vector<Attributes>> &found) {
            if (job.cancel.isCancelled())
                return;
            if (!found) {
                takeFailure(job, found.error());
                return;
            }
            auto sorted = *found;
            std::stable_sort(sorted.begin(), sorted.end(), [](const Attributes &a, const Attributes &b) {
                return a.integer(tags::InstanceNumber).value_or(0) < b.integer(tags::InstanceNumber).value_or(0);
            });
            fetch(job, series, sorted, sorted.size() / 2);
        });
}

void StudyPictures::askAny(const Job &job, const Subject &series)
{
    job.source->searchSomeInstances(series.study, series.series, -1, 1, job.cancel)
        .then(this, [this, job, series](const Result<std::vector<Attributes>> &found) {
            if (job.cancel.isCancelled())
                return;
            if (found)
                fetch(job, series, *found, 0);
            else
                takeFailure(job, found.error());
        });
}

void StudyPictures::fetch(const Job &job, const Subject &series, const std::vector<Attributes> &instances,
                          std::size_t which)
{
    const SopInstanceUid sop(which < instances.size() ? instances[which].text(tags::SopInstanceUid) : QString());
    if (sop.isEmpty()) {
        takeFailure(job, {ErrorCode::NotFound, {}});
        return;
    }
    const Attributes &listed = instances[which];
    if (m_dropped[job.subject.archive].contains(sop.text()) || !mayBeDrawn(listed)) {
        takeFailure(job, {ErrorCode::UnsupportedImage, {}});
        return;
    }
    if (listed.integer(tags::NumberOfFrames).value_or(1) > 1) { // may have a header of megabytes
        draw(job, series, sop);
        return;
    }
    job.source->describeInstance(series.study, series.series, sop, job.cancel)
        .then(this, [this, job, series, sop](const Result<Attributes> &header) {
            if (job.cancel.isCancelled())
                return;
            if (!header) {
                takeAnswer(job, sop, header.error());
                takeFailure(job, header.error());
            } else if (!mayBeDrawn(*header)) {
                takeFailure(job, {ErrorCode::UnsupportedImage, {}});
            } else {
                draw(job, series, sop);
            }
        });
}

void StudyPictures::draw(const Job &job, const Subject &series, const SopInstanceUid &sop)
{
    job.source->fetchPicture(series.study, series.series, sop, job.cancel)
        .then(this, [this, job, series, sop](const Result<QByteArray> &bytes) {
            // Also of one that nobody waits for any more: it would be asked for again when it is next in sight.
            takeAnswer(job, sop, bytes ? std::nullopt : std::optional(bytes.error()));
            if (job.cancel.isCancelled())
                return;
            if (!bytes) {
                takeFailure(job, bytes.error());
                return;
            }
            runPending([bytes = *bytes] {
                return decoded(bytes);
            }).then(this, [this, job, series](const QImage &picture) {
                if (!job.cancel.isCancelled())
                    takePicture(job, series, picture);
            });
        });
}

// Who answers, whatever it is, has not ended in it.
void StudyPictures::takeAnswer(const Job &job, const SopInstanceUid &sop, const std::optional<Error> &error)
{
    const ArchiveId &archive = job.subject.archive;
    if (!error || !isOfTheArchive(error->code)) {
        if (!error || error->code != ErrorCode::Cancelled)
            m_dropsInARow.erase(archive);
        return;
    }
    if (error->code != ErrorCode::ConnectionLost || m_sources[archive].lock() != job.source)
        return;
    m_dropped[archive].insert(sop.text());
    ++m_dropsInARow[archive];
    noteFailure(job.subject);
}

bool StudyPictures::isStopped(const ArchiveId &archive) const
{
    const auto drops = m_dropsInARow.find(archive);
    return drops != m_dropsInARow.end() && drops->second >= MostDropped;
}

void StudyPictures::askAgain()
{
    for (auto drops = m_dropsInARow.begin(); drops != m_dropsInARow.end();) {
        const bool isOver = drops->second >= MostDropped;
        if (isOver)
            m_resting.erase(drops->first);
        drops = isOver ? m_dropsInARow.erase(drops) : std::next(drops);
    }
    askNext();
    Q_EMIT changed();
}

void StudyPictures::takePicture(const Job &job, const Subject &series, const QImage &picture)
{
    if (picture.isNull()) {
        takeFailure(job, {ErrorCode::ProtocolViolation, {}});
        return;
    }
    keep(series, picture);
    if (series != job.subject)
        keep(job.subject, picture);
    end(job);
}

void StudyPictures::keep(const Subject &subject, const QImage &picture)
{
    m_pictures.insert(subject, new QImage(picture), std::max<qsizetype>(1, picture.sizeInBytes()));
}

void StudyPictures::takeFailure(const Job &job, const Error &error)
{
    if (isOfTheArchive(error.code))
        rest(job.subject.archive);
    else
        noteFailure(job.subject);
    end(job);
}

void StudyPictures::noteFailure(const Subject &subject)
{
    m_failed.insert(subject, new QDeadlineTimer(failureMs));
}

void StudyPictures::end(const Job &job)
{
    m_jobs.erase(job.subject.archive);
    if (job.since.elapsed() > m_limits.slowMs)
        rest(job.subject.archive);
    m_turn.start();
}

void StudyPictures::rest(const ArchiveId &archive)
{
    m_resting[archive] = QDeadlineTimer(m_limits.restMs);
    m_watch.start();
}

void StudyPictures::watch()
{
    std::vector<Subject> late;
    for (const auto &[archive, job] : m_jobs)
        if (job.since.elapsed() > m_limits.longestMs)
            late.push_back(job.subject);
    for (const Subject &subject : late) {
        cancel(subject.archive);
        noteFailure(subject); // or it would hold up the others again and again
        rest(subject.archive);
    }
    if (!late.empty())
        m_turn.start();
    std::erase_if(m_resting, [](const auto &entry) { return entry.second.hasExpired(); });
    askNext();
    if (m_jobs.empty() && m_resting.empty())
        m_watch.stop();
}

} // namespace consilium::app
