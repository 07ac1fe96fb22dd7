#include "app/bridge/SegmentLoader.h"

#include "app/bridge/Inbox.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/OutsideDecoders.h"
#include "app/bridge/PatientMatch.h"
#include "base/Logging.h"
#include "base/WorkPool.h"
#include "viewer/segments/SameSegmentation.h"
#include "viewer/segments/SegmentationReader.h"

#include <QHash>
#include <QThreadPool>

#include <algorithm>
#include <deque>
#include <functional>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using segments::SegmentationPtr;
using Mail = Inbox<std::function<void()>>;

namespace
{

constexpr std::int64_t kMostHeld = 1024LL * 1024 * 1024;

/// One file, one object of an archive, or (without a SOP Instance UID) a series of it whose objects are not known yet.
struct Job {
    int id = 0;
    dicom::StudyHeader study;
    dicom::SeriesHeader series;
    std::shared_ptr<dicomweb::DicomWebClient> archive;
    SopInstanceUid sop;
    QString path;
    CancelToken cancel;
};

/// Compressed masks are decoded in the helper, which starts when there is one to decode.
template<class Source>
Result<SegmentationPtr> readBy(const pixels::DecoderFactory &makeDecoder, const Source &source,
                               const CancelToken &cancel)
{
    const auto decoder = makeDecoder();
    return segments::readSegmentation(source, decoder.get(), cancel);
}

Result<SegmentationPtr> checked(const Job &job, const Result<SegmentationPtr> &read)
{
    if (!read)
        return read;
    const segments::Segmentation &object = **read;
    const bool isOther = object.study != job.study.uid || (job.archive && object.series != job.series.uid) ||
                         (!job.sop.isEmpty() && object.sop != job.sop);
    if (isOther)
        return fail(job.archive ? ErrorCode::ProtocolViolation : ErrorCode::Conflict,
                    u"an object of another study or series came"_s);
    // A study of a folder knows its patient, or none of its files names one: then outlines that do are another's.
    const bool isNamed = !isUnknown(job.study.patient) || !job.archive;
    const bool isOthers =
        !samePatient(object.patient, job.study.patient) || contradictEachOther(object.patient, job.study.patient);
    if (isNamed && isOthers)
        return fail(ErrorCode::Conflict, u"an object of another patient came"_s);
    return read;
}

} // namespace

struct SegmentLoader::Private {
    SegmentLoader *q = nullptr;
    std::shared_ptr<Mail> mail;
    QThreadPool workers;
    std::deque<Job> waiting;
    std::optional<Job> running;
    QHash<StudyUid, std::vector<SegmentationPtr>> objects;
    struct Trouble {
        Job job;
        Error error;
    };
    std::vector<Trouble> troubles;
    std::int64_t held = 0;
    int lastId = 0;
    pixels::DecoderFactory makeDecoder;

    void add(Job job)
    {
        job.id = ++lastId;
        waiting.push_back(std::move(job));
    }
    void proceed();
    void listSeries();
    void fetchObject();
    void onListed(int id, const Result<std::vector<Attributes>> &rows);
    void onRead(int id, const Result<SegmentationPtr> &read);
    [[nodiscard]] SegmentationPtr find(const SopInstanceUid &sop) const;
    void compare(const SegmentationPtr &object, const SegmentationPtr &known);
    Result<void> keep(const SegmentationPtr &object);
    void end(const std::optional<Error> &error);
};

void SegmentLoader::Private::proceed()
{
    if (running || waiting.empty())
        return;
    running = std::move(waiting.front());
    waiting.pop_front();
    if (!running->path.isEmpty()) {
        startWork(workers, [this, box = mail, make = makeDecoder, job = *running] {
            box->post([this, id = job.id, read = readBy(make, job.path, job.cancel)] { onRead(id, read); });
        });
    } else if (running->sop.isEmpty()) {
        listSeries();
    } else {
        fetchObject();
    }
}

void SegmentLoader::Private::listSeries()
{
    const Job &job = *running;
    job.archive->searchInstances(job.study.uid, job.series.uid, Priority::Background, job.cancel)
        .then(QtFuture::Launch::Sync, [this, box = mail, id = job.id](const Result<std::vector<Attributes>> &rows) {
            box->post([this, id, rows] { onListed(id, rows); });
        });
}

void SegmentLoader::Private::fetchObject()
{
    const Job &job = *running;
    job.archive->fetchInstance(job.study.uid, job.series.uid, job.sop, Priority::Background, job.cancel)
        .then(QtFuture::Launch::Sync, [this, box = mail, id = job.id](const Result<QByteArray> &part10) {
            box->post([this, box, id, part10] {
                if (!running || running->id != id)
                    return;
                if (!part10)
                    return onRead(id, fail(part10.error()));
                startWork(workers, [this, box, id, make = makeDecoder, bytes = *part10, cancel = running->cancel] {
                    box->post([this, id, read = readBy(make, bytes, cancel)] { onRead(id, read); });
                });
            });
        });
}

void SegmentLoader::Private::onListed(int id, const Result<std::vector<Attributes>> &rows)
{
    if (!running || running->id != id)
        return;
    if (!rows)
        return end(rows.error());
    std::vector<SopInstanceUid> sops;
    for (const Attributes &row : *rows) {
        const SopInstanceUid sop(row.text(tags::SopInstanceUid));
        if (!sop.isEmpty() && std::find(sops.begin(), sops.end(), sop) == sops.end())
            sops.push_back(sop);
    }
    for (auto sop = sops.rbegin(); sop != sops.rend(); ++sop) {
        Job job = *running;
        job.sop = *sop;
        job.id = ++lastId;
        waiting.push_front(std::move(job));
    }
    end(std::nullopt);
}

SegmentationPtr SegmentLoader::Private::find(const SopInstanceUid &sop) const
{
    for (const auto &known : objects)
        for (const SegmentationPtr &one : known)
            if (one->sop == sop)
                return one;
    return nullptr;
}

// Both are large, and neither changes any more.
void SegmentLoader::Private::compare(const SegmentationPtr &object, const SegmentationPtr &known)
{
    startWork(workers, [this, box = mail, id = running->id, object, known] {
        box->post([this, id, isSame = segments::holdTheSame(*object, *known)] {
            if (running && running->id == id)
                end(isSame ? std::nullopt : std::optional(Error{ErrorCode::Conflict, leftOut::ofOneUid}));
        });
    });
}

Result<void> SegmentLoader::Private::keep(const SegmentationPtr &object)
{
    if (held + object->bytes() > kMostHeld)
        return fail(ErrorCode::OutOfMemory, u"segmentations of more than %1 MB"_s.arg(kMostHeld >> 20));
    held += object->bytes();
    auto &all = objects[object->study];
    all.push_back(object);
    std::stable_sort(all.begin(), all.end(), [](const SegmentationPtr &a, const SegmentationPtr &b) {
        return std::tuple(unsigned(a->header.number), a->series, a->sop) <
               std::tuple(unsigned(b->header.number), b->series, b->sop);
    });
    return {};
}

void SegmentLoader::Private::onRead(int id, const Result<SegmentationPtr> &read)
{
    if (!running || running->id != id)
        return;
    const Result<SegmentationPtr> ours = checked(*running, read);
    if (!ours)
        return end(ours.error());
    if (const SegmentationPtr known = find((*ours)->sop))
        return known->study == (*ours)->study
                   ? compare(*ours, known)
                   : end(Error{ErrorCode::Conflict, u"another object has the same SOP Instance UID"_s});
    const Result<void> kept = keep(*ours);
    end(kept ? std::nullopt : std::optional(kept.error()));
}

void SegmentLoader::Private::end(const std::optional<Error> &error)
{
    const Job job = std::move(*running);
    running.reset();
    if (error && error->code != ErrorCode::Cancelled) {
        qCWarning(logApp) << "a segmentation is not shown:" << errorName(error->code) << error->detail;
        troubles.push_back({job, *error});
    }
    proceed();
    Q_EMIT q->changed(job.study.uid);
}

SegmentLoader::SegmentLoader(QObject *parent) : SegmentLoader(outsideDecoders(), parent) {}

SegmentLoader::SegmentLoader(pixels::DecoderFactory makeDecoder, QObject *parent)
    : segments::StudySegments(parent), d(std::make_unique<Private>())
{
    d->q = this;
    d->makeDecoder = std::move(makeDecoder);
    d->workers.setMaxThreadCount(1);
    d->mail = std::make_shared<Mail>(this, [](const std::vector<std::function<void()>> &letters) {
        for (const auto &letter : letters)
            letter();
    });
}

SegmentLoader::~SegmentLoader()
{
    d->mail->close();
    if (d->running)
        d->running->cancel.cancel();
    d->workers.clear();
    waitForWork(d->workers);
}

void SegmentLoader::addFile(const dicom::StudyHeader &study, const dicom::SeriesHeader &series, const QString &path)
{
    Job job;
    job.study = study;
    job.series = series;
    job.path = path;
    d->add(std::move(job));
    d->proceed();
    Q_EMIT changed(study.uid);
}

void SegmentLoader::refuse(const dicom::StudyHeader &study, const dicom::SeriesHeader &series, const Error &error)
{
    Job job;
    job.study = study;
    job.series = series;
    d->troubles.push_back({std::move(job), error});
    Q_EMIT changed(study.uid);
}

void SegmentLoader::addSeries(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study,
                              const dicom::SeriesHeader &series)
{
    Job job;
    job.study = study;
    job.series = series;
    job.archive = std::move(archive);
    d->add(std::move(job));
    d->proceed();
    Q_EMIT changed(study.uid);
}

void SegmentLoader::retry(const StudyUid &study)
{
    std::vector<Private::Trouble> rest;
    for (Private::Trouble &trouble : d->troubles) {
        if (trouble.job.study.uid == study && isPassing(trouble.error))
            d->waiting.push_back(std::move(trouble.job));
        else
            rest.push_back(std::move(trouble));
    }
    const bool isAny = rest.size() != d->troubles.size();
    d->troubles = std::move(rest);
    d->proceed();
    if (isAny)
        Q_EMIT changed(study);
}

void SegmentLoader::close(const StudyUid &study)
{
    std::erase_if(d->waiting, [&](const Job &job) { return job.study.uid == study; });
    std::erase_if(d->troubles, [&](const Private::Trouble &trouble) { return trouble.job.study.uid == study; });
    for (const SegmentationPtr &object : d->objects.take(study))
        d->held -= object->bytes();
    if (d->running && d->running->study.uid == study) {
        d->running->cancel.cancel();
        d->running.reset(); // its answer finds nobody
        d->proceed();
    }
    Q_EMIT changed(study);
}

bool SegmentLoader::isIdle() const
{
    return !d->running && d->waiting.empty();
}

std::vector<SegmentationPtr> SegmentLoader::of(const StudyUid &study) const
{
    return d->objects.value(study);
}

SegmentationPtr SegmentLoader::find(const SopInstanceUid &object) const
{
    return d->find(object);
}

std::vector<segments::StudySegments::Missing> SegmentLoader::missing(const StudyUid &study) const
{
    std::vector<Missing> all;
    const auto add = [&](const Job &job) {
        if (job.study.uid == study)
            all.push_back({job.series, Error{ErrorCode::Cancelled, QString(), 0, -1}});
    };
    if (d->running)
        add(*d->running);
    for (const Job &job : d->waiting)
        add(job);
    for (const Private::Trouble &trouble : d->troubles) {
        if (trouble.job.study.uid == study)
            all.push_back({trouble.job.series, trouble.error});
    }
    return all;
}

bool isSegmentModality(const QString &modality)
{
    return modality == "SEG"_L1 || modality == "RTSTRUCT"_L1;
}

} // namespace consilium::app
