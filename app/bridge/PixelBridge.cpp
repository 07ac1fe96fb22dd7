#include "app/bridge/PixelBridge.h"

#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/CacheSize.h"
#include "app/bridge/DocumentCache.h"
#include "app/bridge/FolderLoader.h"
#include "app/bridge/FrameLoader.h"
#include "app/bridge/FrameScheduler.h"
#include "app/bridge/GreyRanges.h"
#include "app/bridge/OpenFolder.h"
#include "app/bridge/OutOfReach.h"
#include "app/bridge/PatientMatch.h"
#include "app/bridge/Previews.h"
#include "app/bridge/PriorFinder.h"
#include "app/bridge/PriorUses.h"
#include "app/bridge/SegmentLoader.h"
#include "app/bridge/StudyAhead.h"
#include "app/bridge/StudyLoader.h"
#include "app/bridge/StudyTable.h"
#include "app/bridge/VideoFrames.h"
#include "base/Logging.h"
#include "base/WorkPool.h"
#include "base/platform/Platform.h"
#include "viewer/pixels/FrameCache.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace consilium::app
{

using pixels::FrameKey;
using pixels::FramePtr;
using pixels::keyOf;
using namespace Qt::StringLiterals;

struct PixelBridge::Private {
    using SeriesKey = std::pair<StudyUid, SeriesUid>;
    static constexpr int kProgressMs = 100; ///< how often a viewport that shows a progress bar is told
    Private(PixelBridge *bridge, const Limits &limits)
        : q(bridge),
          cache(limits.cacheBytes > 0 ? limits.cacheBytes : defaultCacheBytes()),
          loader(limits.decodeThreads > 0 ? limits.decodeThreads : platform::cpuCount(), bridge),
          scheduler(table, cache, loader, bridge),
          segments(new SegmentLoader(bridge)),
          watch(table, bridge),
          next({[bridge] { return bridge->isIdle(); }, [this] { return cache.maximumBytes() - cache.bytes(); },
                [this](const StudyUid &study) { return table.contains(study); }},
               {}, bridge)
    {
        loader.useHeld([this](const FrameKey &key, const FrameSource &from) { return next.takeFrame(key, from); });
    }

    PixelBridge *q;
    StudyTable table;
    mutable pixels::FrameCache cache;
    FrameLoader loader;
    FrameScheduler scheduler;
    GreyRanges ranges;
    SegmentLoader *segments;
    ArchiveWatch watch;
    StudyAhead next;
    FolderThreads scanners;
    QHash<StudyUid, StudyLoader *> studyLoaders;
    using Folder = OpenFolder;
    std::vector<std::unique_ptr<Folder>> folders;
    QSet<DataSetId> moved;              ///< progress to be told
    QHash<SeriesKey, FrameAhead> ahead; ///< fetched before they were described
    QHash<StudyUid, PriorFinder *> priorFinders;
    PriorUses priorUses;
    DocumentCache documents;
    Previews previews;
    QTimer progressTimer;
    bool isBusy = false;

    void connectLoader(StudyLoader *loader, const StudyUid &uid);
    void onDescribed(const StudyUid &uid, const DescribedSeries &series);
    void applyChange(const StudyUid &uid, const StudyTable::SeriesChange &change);
    void onListed(const StudyUid &uid, const std::vector<dicom::SeriesHeader> &series,
                  const dicom::StudyHeader &answered);
    bool accepts(Folder &folder, const StudyUid &uid, const DescribedSeries &series);
    void claimAhead(const StudyUid &study, const SeriesUid &series);
    void onNews(Folder &folder, const FolderLoader::News &news);
    void tellFolders();
    void tellFound(Folder &folder, const StudyUid &uid)
    {
        if (!std::exchange(folder.announced[uid], true))
            Q_EMIT q->studyFound(uid);
    }
    void openOutlinesAlone(Folder &folder);
    void onDelivered(const std::vector<FrameLoader::Outcome> &outcomes);
    void onPreviewed(const FramePtr &frame, const FrameSource &source);
    void settleRange(const DataSetId &id);
    void askForMiddle(const DataSetId &id);
    void describeSoon(const DataSetId &id)
    {
        if (const auto where = table.seriesOf(id))
            if (StudyLoader *study = studyLoaders.value(where->first))
                study->prefer(where->second);
    }
    bool retrySeries(const StudyUid &study, const SeriesUid &series);
    void dropLoader(const StudyUid &uid)
    {
        if (StudyLoader *gone = studyLoaders.take(uid)) {
            gone->disconnect(q);
            gone->deleteLater();
        }
    }
    void noteProgress(const DataSetId &id);
    void tellProgress()
    {
        for (const DataSetId &id : std::exchange(moved, {}))
            Q_EMIT q->progressChanged(id);
        noteActivity();
    }
    void noteActivity();
    [[nodiscard]] QList<StudyLoader *> loadersOf(const ArchiveWatch::Client &archive) const
    {
        QList<StudyLoader *> all = studyLoaders.values();
        all.removeIf([&](const StudyLoader *study) { return study->archive() != archive; });
        return all;
    }
    void noteAnswer(const ArchiveWatch::Client &archive);
    void resume(const ArchiveWatch::Client &archive);
    void tellMissing(const StudyTable::Missing &news)
    {
        for (const FrameKey &key : news.images)
            Q_EMIT q->frameFailed(key);
        for (const DataSetId &id : news.dataSets)
            Q_EMIT q->dataSetChanged(id);
    }
};

void PixelBridge::Private::noteProgress(const DataSetId &id)
{
    if (id.isEmpty())
        return;
    moved.insert(id);
    if (!progressTimer.isActive())
        progressTimer.start(kProgressMs);
}

// When a load has ended, what its transfers and headers took goes back to the system.
void PixelBridge::Private::noteActivity()
{
    const bool busy = !q->isIdle();
    if (busy)
        next.pause();
    if (isBusy && !busy)
        startWork(workPool(), [] { platform::trimHeap(); });
    isBusy = busy;
}

// One that gives something is not silent, whoever asked for it.
void PixelBridge::Private::noteAnswer(const ArchiveWatch::Client &archive)
{
    for (StudyLoader *study : loadersOf(archive))
        study->noteSignOfLife();
    watch.noteAnswer(archive);
}

// Also what nobody looks at: it would stay failed. Documents of other studies as well.
void PixelBridge::Private::resume(const ArchiveWatch::Client &archive)
{
    for (const DataSetId &id : table.outOfReach(archive))
        q->retry(id);
    for (StudyLoader *study : loadersOf(archive))
        study->noteRecovered();
    for (const PriorFinder *finder : priorFinders.values())
        if (finder->archive() == archive && isOutOfReach(finder->failure()))
            q->askForPriors(StudyUid(finder->study())); // a copy: the finder goes
}

void PixelBridge::Private::applyChange(const StudyUid &uid, const StudyTable::SeriesChange &change)
{
    for (const FrameKey &key : change.gone) {
        cache.remove(key);
        previews.remove(key);
        if (const auto *image = table.image(key)) // made anew: it may be the one that said how all are shown
            ranges.forget(image->dataSet);
    }
    loader.cancelIf([&](const FrameKey &key, Priority, std::int64_t) {
        return std::find(change.gone.begin(), change.gone.end(), key) != change.gone.end();
    });
    scheduler.restart();
    if (change.listChanged)
        Q_EMIT q->studyChanged(uid);
    for (const DataSetId &id : change.dataSets) {
        settleRange(id);
        Q_EMIT q->dataSetChanged(id);
        noteProgress(id);
    }
}

// What was fetched ahead is decoded, or dropped when it turned out to be no image of ours.
void PixelBridge::Private::claimAhead(const StudyUid &study, const SeriesUid &series)
{
    const auto found = ahead.constFind({study, series});
    if (found == ahead.cend())
        return;
    const auto [key, source] = *found;
    ahead.erase(found);
    const auto *image = table.image(key);
    const StudyLoader *from = studyLoaders.value(study);
    if (image && image->source == source)
        loader.start(key, image->source, image->instance, from ? from->urgency() : Priority::Visible);
    else
        loader.cancelAhead(key, source);
}

void PixelBridge::Private::onDescribed(const StudyUid &uid, const DescribedSeries &series)
{
    const dicom::PatientIdentity before = table.study(uid).patient;
    auto change = table.setSeries(uid, series);
    change.listChanged = change.listChanged || (before.id.isEmpty() && !table.study(uid).patient.id.isEmpty());
    if (series.refused > 0)
        qCWarning(logApp) << series.refused
                          << "objects of a series refused:" << (series.refusal ? series.refusal->detail : QString());
    claimAhead(uid, series.header.uid);
    applyChange(uid, change);
    if (priorFinders.contains(uid) && table.study(uid).patient != before)
        Q_EMIT q->priorsChanged(uid);
}

void PixelBridge::Private::onListed(const StudyUid &uid, const std::vector<dicom::SeriesHeader> &series,
                                    const dicom::StudyHeader &answered)
{
    table.completeHeader(uid, answered);
    table.listSeries(uid, series);
    watch.noteListed(uid);
    Q_EMIT q->studyChanged(uid);
    Q_EMIT q->studyOpened(uid);
}

void PixelBridge::Private::connectLoader(StudyLoader *study, const StudyUid &uid)
{
    connect(study, &StudyLoader::listed, q,
            [this, uid](const auto &series, const dicom::StudyHeader &answered) { onListed(uid, series, answered); });
    connect(study, &StudyLoader::segmentsListed, q, [this, study, uid](const auto &series) {
        for (const dicom::SeriesHeader &header : series)
            segments->addSeries(study->archive(), table.study(uid), header);
    });
    connect(study, &StudyLoader::failed, q, [this, uid](const Error &error) {
        table.remove(uid);
        dropLoader(uid);
        Q_EMIT q->studyChanged(uid);
        Q_EMIT q->openFailed(uid, error);
    });
    connect(study, &StudyLoader::waits, q, [this, uid](const Error &error) { Q_EMIT q->openWaits(uid, error); });
    connect(study, &StudyLoader::firstImageGuessed, q,
            [this, study, uid](const SeriesUid &series, const SopInstanceUid &sop, const auto &fetched) {
                if (table.image({sop, 0}) || table.isRefused(uid, series))
                    return;
                const FrameSource source{study->archive(), uid, series};
                ahead.insert({uid, series}, {{sop, 0}, source});
                loader.fetchAhead({sop, 0}, source, fetched, study->urgency());
            });
    connect(study, &StudyLoader::described, q,
            [this, uid](const DescribedSeries &series) { onDescribed(uid, series); });
    connect(study, &StudyLoader::seriesFailed, q, [this, uid](const SeriesUid &series, const Error &error) {
        claimAhead(uid, series);
        applyChange(uid, table.failSeries(uid, series, error));
        watch.noteFailure(table.archive(uid), error);
        watch.noteMissing(uid, series, error);
    });
    connect(study, &StudyLoader::putOff, &watch, &ArchiveWatch::noteFailure);
    connect(study, &StudyLoader::answered, q, [this](const auto &archive) { noteAnswer(archive); });
}

// A new description: frames that were decoded before it say what they can, the middle one first.
void PixelBridge::Private::settleRange(const DataSetId &id)
{
    const auto dataSet = table.dataSet(id);
    if (!dataSet || dataSet->slices.empty() || !ranges.isProvisional(id))
        return;
    const auto take = [&](const dicom::InstancePtr &slice) {
        const FrameKey key = keyOf(*slice);
        const auto *image = table.image(key);
        if (image && cache.contains(key))
            ranges.take(table, *image, *cache.find(key));
    };
    take(dataSet->slices[dataSet->slices.size() / 2]);
    for (const auto &slice : dataSet->slices) {
        if (ranges.of(id))
            break;
        take(slice);
    }
    if (scheduler.isWanted(id))
        askForMiddle(id);
}

// Where images bring no window the middle one is needed early: it decides how all are shown.
void PixelBridge::Private::askForMiddle(const DataSetId &id)
{
    const auto dataSet = table.dataSet(id);
    if (!dataSet || dataSet->slices.empty() || !ranges.isProvisional(dataSet->id) ||
        !table.progress(dataSet->id).settled)
        return;
    const auto &middle = dataSet->slices[dataSet->slices.size() / 2];
    const FrameKey key = keyOf(*middle);
    const auto *image = table.image(key);
    if (image && needsRange(*middle) && !image->failure && !cache.contains(key))
        loader.start(key, image->source, image->instance, Priority::Interactive);
}

// A folder's part of a study: unless that study came from elsewhere, or under its UID another patient is open.
bool PixelBridge::Private::accepts(Folder &folder, const StudyUid &uid, const DescribedSeries &series)
{
    if (folder.ignored.contains(uid) || !table.contains(uid))
        return false;
    const SeriesKey key(uid, series.header.uid);
    if (!folder.own.contains(key) && table.hasSeries(uid, series.header.uid)) {
        tellFound(folder, uid);
        return false; // the same series in a second folder
    }
    folder.own.insert(key);
    return true;
}

// All is read and no image of their studies came: the outlines are all that there is of these, and they are opened.
void PixelBridge::Private::openOutlinesAlone(Folder &folder)
{
    for (const FolderLoader::Object &object : folder.objects) {
        if (table.contains(object.study.uid))
            continue; // just now: whether it is of the same patient is asked when it is read
        table.addStudy(object.study, nullptr);
        Q_EMIT q->studyOpened(object.study.uid);
    }
    for (const auto &[path, why] : folder.giveObjects(table, *segments))
        Q_EMIT q->fileRefused(path, why);
}

void PixelBridge::Private::onNews(Folder &folder, const FolderLoader::News &news)
{
    for (const dicom::StudyHeader &header : news.studies) {
        if (!table.contains(header.uid)) {
            table.addStudy(header, nullptr);
        } else if (studyLoaders.contains(header.uid) || !samePatient(table.study(header.uid).patient, header.patient)) {
            folder.ignored.insert(header.uid);
            folder.elsewhere.insert(header.uid, Folder::clash(table.study(header.uid), header));
            if (samePatient(table.study(header.uid).patient, header.patient))
                tellFound(folder, header.uid);
        }
    }
    for (const auto &refused : news.refused)
        Q_EMIT q->fileRefused(refused.path, refused.error, refused.instead);
    for (const auto &[uid, series] : news.series) {
        if (!accepts(folder, uid, series)) {
            if (folder.elsewhere.contains(uid))
                for (const QString &path : folder.leaveOut(series))
                    Q_EMIT q->fileRefused(path, folder.elsewhere.value(uid));
            continue;
        }
        applyChange(uid, table.setSeries(uid, series));
        if (!(series.dataSets.empty() && series.documents.empty()) && !std::exchange(folder.announced[uid], true))
            Q_EMIT q->studyOpened(uid);
    }
    folder.read = news.filesRead;
    folder.total = news.filesTotal;
    folder.found = news.filesFound;
    tellFolders();
    folder.objects.insert(folder.objects.end(), news.objects.begin(), news.objects.end());
    for (const auto &[path, why] : folder.giveObjects(table, *segments))
        Q_EMIT q->fileRefused(path, why);
    if (!news.isFinished)
        return;
    openOutlinesAlone(folder);
    if (news.isStopped)
        Q_EMIT q->folderStopped(news.filesTotal < 0 ? -1 : news.filesTotal - news.filesRead);
    const QString path = folder.loader->path();
    if (news.images == 0 && news.documents == 0 && folder.outlines == 0)
        Q_EMIT q->openFailed({}, news.refused.empty()
                                     ? news.noImage.value_or(Error{ErrorCode::NoPixels, u"no images were found"_s})
                                     : news.refused.front().error);
    Q_EMIT q->folderFinished(path, news.images + news.documents + folder.outlines,
                             news.refusedCount + int(folder.leftOut.size()));
    noteActivity();
}

void PixelBridge::Private::tellFolders()
{
    const auto [read, total, found] = OpenFolder::progressOf(folders);
    Q_EMIT q->folderProgress(read, total, found);
}

// Only of images whose own window says how they are shown: what a preview would give as one is not the whole image's.
void PixelBridge::Private::onPreviewed(const FramePtr &frame, const FrameSource &source)
{
    const auto *image = table.image(frame->key);
    if (!image || image->source != source || cache.contains(frame->key) || needsRange(*image->instance))
        return;
    if (previews.insert(frame, source))
        Q_EMIT q->frameReady(frame->key);
}

void PixelBridge::Private::onDelivered(const std::vector<FrameLoader::Outcome> &outcomes)
{
    for (const auto &[key, source, frame, framesFound] : outcomes) {
        previews.remove(key);
        const auto *image = table.image(key);
        if (!image || image->source != source || (!frame && frame.error().code == ErrorCode::Cancelled))
            continue;
        const int announced = image->instance->pixels.frames;
        if (framesFound && *framesFound != announced && // a video: said once for its data set
            table.addIssue(image->dataSet, frameCountIssue(*framesFound, announced)))
            Q_EMIT q->dataSetChanged(image->dataSet);
        if (frame && *frame && (*frame)->key == key) {
            cache.insert(*frame);
            scheduler.noteCacheChange();
            const DataSetId id = table.markDecoded(key, (*frame)->damaged);
            noteProgress(id);
            const bool isRangeNew = ranges.take(table, *image, **frame);
            Q_EMIT q->frameReady(key);
            if (isRangeNew)
                Q_EMIT q->dataSetChanged(id);
        } else {
            const Error error = frame ? Error{ErrorCode::Internal, u"pixels of another frame came"_s} : frame.error();
            qCWarning(logApp) << "frame failed:" << errorName(error.code) << error.detail;
            noteProgress(table.markFailed(key, error));
            watch.noteFailure(source.archive, error);
            watch.noteMissing(source.study, source.series, error);
            Q_EMIT q->frameFailed(key);
        }
    }
    scheduler.proceed();
    // The end of a load is told at once: who waits for it then sees no bar any more.
    const bool isEnd = loader.isIdle() || std::any_of(moved.begin(), moved.end(), [this](const DataSetId &id) {
                           const auto progress = table.progress(id);
                           return progress.decoded + progress.failed >= progress.described;
                       });
    if (isEnd)
        tellProgress();
}

PixelBridge::PixelBridge(Limits limits, QObject *parent)
    : pixels::StudyImages(parent), d(std::make_unique<Private>(this, limits))
{
    connect(&d->loader, &FrameLoader::previewed, this,
            [this](const auto &frame, const auto &source) { d->onPreviewed(frame, source); });
    connect(&d->loader, &FrameLoader::lineNeeded, &d->next, &StudyAhead::pause);
    connect(&d->loader, &FrameLoader::delivered, this, [this](const auto &outcomes) { d->onDelivered(outcomes); });
    d->progressTimer.setSingleShot(true);
    connect(&d->progressTimer, &QTimer::timeout, this, [this] { d->tellProgress(); });
    connect(&d->loader, &FrameLoader::putOff, &d->watch, &ArchiveWatch::noteFailure);
    connect(&d->loader, &FrameLoader::answered, this, [this](const auto &archive) { d->noteAnswer(archive); });
    connect(&d->watch, &ArchiveWatch::recovered, this, [this](const auto &archive) { d->resume(archive); });
    connect(&d->watch, &ArchiveWatch::answeredMissing, this,
            [this](const auto &...listed) { d->tellMissing(d->table.judgeMissing(listed...)); });
}

PixelBridge::~PixelBridge()
{
    d->loader.disconnect(this);
    qDeleteAll(d->studyLoaders);
    for (const auto &folder : d->folders)
        delete folder->loader;
}

bool PixelBridge::openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study,
                            Priority urgency)
{
    if (d->table.contains(study.uid)) {
        const bool isSame = (archive && archive == d->table.archive(study.uid)) ||
                            samePatient(study.patient, d->table.study(study.uid).patient);
        if (isSame)
            Q_EMIT studyOpened(study.uid);
        else
            Q_EMIT openFailed({}, {ErrorCode::Conflict, u"a study of the same UID is open from elsewhere"_s, 0, -1});
        return isSame;
    }
    d->table.addStudy(study, archive);
    const auto known = d->next.take(archive, study.uid);
    auto *loader = *d->studyLoaders.insert(study.uid, new StudyLoader(std::move(archive), study, this, known, urgency));
    d->connectLoader(loader, study.uid);
    d->watch.begin(study.uid);
    d->noteActivity();
    loader->start();
    return true;
}

void PixelBridge::openFolder(const QString &path)
{
    auto folder = std::make_unique<Private::Folder>();
    folder->loader = new FolderLoader(path, d->scanners.pool(), this);
    connect(folder->loader, &FolderLoader::found, this,
            [this, kept = folder.get()](const FolderLoader::News &news) { d->onNews(*kept, news); });
    d->folders.push_back(std::move(folder));
    d->noteActivity();
    d->folders.back()->loader->start();
}

void PixelBridge::stopFolders()
{
    for (const auto &folder : d->folders)
        folder->loader->stop();
}

void PixelBridge::closeStudy(const StudyUid &uid)
{
    if (!d->table.contains(uid))
        return;
    d->dropLoader(uid);
    d->next.closed(uid);
    delete d->priorFinders.take(uid);
    d->priorUses.forget(uid);
    d->documents.forget(uid);
    d->segments->close(uid);
    for (const auto &folder : d->folders)
        folder->ignored.insert(uid); // what is still found of it is not wanted any more
    for (const auto &dataSet : d->table.dataSets(uid))
        d->ranges.forget(dataSet->id);
    const auto gone = d->table.remove(uid);
    const QSet<FrameKey> keys(gone.begin(), gone.end());
    for (const auto &entry : std::as_const(d->ahead))
        if (entry.source.study == uid)
            d->loader.cancelAhead(entry.key, entry.source);
    d->ahead.removeIf([&](const auto &entry) { return entry->source.study == uid; });
    d->loader.cancelIf([&](const FrameKey &key, Priority, std::int64_t) { return keys.contains(key); });
    d->loader.forget(uid);
    for (const FrameKey &key : gone) {
        d->cache.remove(key);
        d->previews.remove(key);
    }
    d->scheduler.restart();
    startWork(workPool(), [] { platform::trimHeap(); });
    Q_EMIT studyChanged(uid);
    for (const auto &[study, series] : d->table.clashing()) // its UIDs are free now
        d->retrySeries(study, series);
}

std::shared_ptr<dicomweb::DicomWebClient> PixelBridge::archiveOf(const StudyUid &study) const
{
    return d->table.contains(study) ? d->table.archive(study) : nullptr;
}

Attributes PixelBridge::studyAttributes(const StudyUid &study) const
{
    return d->table.attributes(study);
}

ArchiveWatch &PixelBridge::archiveWatch() const
{
    return d->watch;
}

bool PixelBridge::isListing() const
{
    return std::any_of(d->studyLoaders.begin(), d->studyLoaders.end(),
                       [](const StudyLoader *l) { return !l->isIdle(); }) ||
           std::any_of(d->folders.begin(), d->folders.end(),
                       [](const auto &folder) { return !folder->loader->isFinished(); });
}

bool PixelBridge::isIdle() const
{
    return !isListing() && d->loader.isIdle() && d->scheduler.isExhausted() && d->segments->isIdle();
}

bool PixelBridge::isLoading(const DataSetId &id) const
{
    const auto where = d->table.seriesOf(id);
    if (!where)
        return isListing();
    const auto progress = d->table.progress(id);
    if (!d->table.isSettled(where->first, where->second))
        return true;
    if (progress.ended)
        return false;
    // What does not fit into the cache's bytes is not fetched before somebody looks at it.
    return !d->scheduler.isWanted(id) || !d->loader.isIdle() || !d->scheduler.isExhausted();
}

StudyAhead &PixelBridge::ahead() const
{
    return d->next;
}

std::int64_t PixelBridge::cacheBytes() const
{
    return d->cache.bytes();
}

std::vector<StudyUid> PixelBridge::studies() const
{
    return d->table.studies();
}

dicom::StudyHeader PixelBridge::study(const StudyUid &uid) const
{
    return d->table.study(uid);
}

std::vector<dicom::DataSetPtr> PixelBridge::dataSets(const StudyUid &uid) const
{
    return d->table.dataSets(uid);
}

dicom::DataSetPtr PixelBridge::dataSet(const DataSetId &id) const
{
    return d->table.dataSet(id);
}

pixels::StudyImages::Progress PixelBridge::progress(const DataSetId &id) const
{
    return d->table.progress(id);
}

std::vector<dicom::DocumentPtr> PixelBridge::documents(const DataSetId &id) const
{
    return d->table.documents(id);
}

Pending<Result<QByteArray>> PixelBridge::fetchDocument(const dicom::DocumentPtr &document,
                                                       const CancelToken &cancel) const
{
    d->next.pause();
    return d->documents.fetch(d->table.archive(document->study), document, cancel);
}

dicom::RequestForm PixelBridge::request(const StudyUid &uid) const
{
    return d->table.request(uid);
}

PixelBridge::Priors PixelBridge::priors(const StudyUid &uid) const
{
    const PriorFinder *finder = d->priorFinders.value(uid);
    return finder ? finder->priors(d->table.study(uid).patient) : Priors();
}

void PixelBridge::askForPriors(const StudyUid &uid)
{
    const auto archive = d->table.archive(uid);
    const dicom::StudyHeader study = d->table.study(uid);
    if (!archive || study.patient.id.trimmed().isEmpty())
        return;
    PriorFinder *&finder = d->priorFinders[uid];
    if (finder && !finder->failure())
        return;
    delete finder;
    finder = new PriorFinder(archive, study, this);
    connect(finder, &PriorFinder::changed, this, [this, uid] { Q_EMIT priorsChanged(uid); });
    connect(finder, &PriorFinder::notAnswered, &d->watch, &ArchiveWatch::noteFailure);
    finder->start();
    Q_EMIT priorsChanged(uid);
}

bool PixelBridge::openPrior(const void *reader, const StudyUid &uid, const StudyUid &prior)
{
    const auto all = priors(uid).studies;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &s) { return s.header.uid == prior; });
    return found != all.end() &&
           openBeside(reader, uid, d->priorFinders.value(uid)->archive(), found->header, found->doubt);
}

bool PixelBridge::openBeside(const void *reader, const StudyUid &read,
                             std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &prior,
                             const QString &doubt, bool isByHand, Priority urgency)
{
    const bool isOpen = d->table.contains(prior.uid);
    if (isOpen && !samePatient(prior.patient, d->table.study(prior.uid).patient))
        return false;
    const bool isJudged = isByHand && d->table.contains(read); // of what is not there a person can confirm nothing
    const QString slip = isJudged ? contradictionOf(d->table.study(read).patient, prior.patient) : QString();
    d->priorUses.add(reader, read, prior.uid, slip.isEmpty() ? doubt : slip, isJudged && slip.isEmpty());
    if (isOpen)
        Q_EMIT studyChanged(prior.uid); // what shows it already has to say the doubt
    return isOpen || openStudy(std::move(archive), prior, urgency);
}

QString PixelBridge::identityDoubt(const void *reader, const StudyUid &shown) const
{
    return d->priorUses.doubt(reader, shown, d->table);
}

void PixelBridge::leave(const void *reader)
{
    d->priorUses.leave(reader);
}

pixels::FramePtr PixelBridge::frame(const FrameKey &key) const
{
    if (auto whole = d->cache.find(key))
        return whole;
    const auto *image = d->table.image(key);
    return image ? d->previews.find(key, image->source) : nullptr;
}

const Error *PixelBridge::failure(const FrameKey &key) const
{
    return d->table.failure(key);
}

const Error *PixelBridge::failure(const DataSetId &id) const
{
    return d->table.failure(id);
}

segments::StudySegments *PixelBridge::segments() const
{
    return d->segments;
}

void PixelBridge::want(const void *viewer, const DataSetId &id, int index, int direction)
{
    d->describeSoon(id);
    d->scheduler.want(viewer, id, index, direction);
    d->askForMiddle(id);
}

void PixelBridge::wantOne(const void *viewer, const DataSetId &id, int index)
{
    d->describeSoon(id);
    d->scheduler.want(viewer, id, index, 0, true);
}

void PixelBridge::wantAround(const void *viewer, int first, int last)
{
    d->scheduler.wantAround(viewer, first, last);
}

std::optional<PixelBridge::ValueRange> PixelBridge::fallbackRange(const DataSetId &id) const
{
    const auto dataSet = d->table.dataSet(id);
    return dataSet ? d->ranges.of(dataSet->id) : std::nullopt;
}

// The reason of a failure goes only with what is really tried again: images that were refused stay refused.
bool PixelBridge::Private::retrySeries(const StudyUid &study, const SeriesUid &series)
{
    StudyLoader *loader = studyLoaders.value(study);
    if (!loader)
        return false;
    if (table.claim(study, series)) {
        loader->describeAgain(series, false);
        Q_EMIT q->studyChanged(study);
        return true;
    }
    if (table.hasClash(study, series))
        loader->describeAgain(series, table.holdsAnything(study, series));
    else if (!loader->retry(series))
        return false;
    table.clearSeriesFailure(study, series);
    return true;
}

void PixelBridge::arrange(const StudyUid &uid, const std::vector<dicom::OwnStackPlan> &plans)
{
    const auto change = d->table.arrange(uid, plans);
    for (const DataSetId &id : change.dataSets)
        d->ranges.forget(id); // of other images than before
    if (change.listChanged)
        d->applyChange(uid, change);
}

void PixelBridge::retry(const DataSetId &id)
{
    const auto where = d->table.seriesOf(id);
    if (!where)
        return;
    d->table.clearFailures(id);
    d->watch.forgetMissing(where->first, d->table.seriesIn(id));
    d->segments->retry(where->first);
    if (const PriorFinder *finder = d->priorFinders.value(where->first); finder && finder->failure())
        askForPriors(where->first);
    for (const SeriesUid &series : d->table.seriesIn(id))
        d->retrySeries(where->first, series);
    d->scheduler.restart();
    Q_EMIT dataSetChanged(id);
    d->noteProgress(id);
}

void PixelBridge::retrySignIn()
{
    std::vector<DataSetId> tried;
    for (const StudyUid &study : d->table.studies()) {
        d->segments->retry(study);
        if (StudyLoader *loader = d->studyLoaders.value(study))
            loader->askForLostTables([](const Error &error) { return error.code == ErrorCode::SignInRequired; });
        for (const auto &dataSet : d->table.dataSets(study)) {
            const Error *error = d->table.failure(dataSet->id);
            const bool isRetried = error && error->code == ErrorCode::SignInRequired &&
                                   d->retrySeries(study, d->table.seriesOf(dataSet->id)->second);
            if (d->table.clearFailures(dataSet->id, ErrorCode::SignInRequired) > 0 || isRetried)
                tried.push_back(dataSet->id);
        }
    }
    if (tried.empty())
        return;
    d->scheduler.restart();
    for (const DataSetId &id : tried) {
        Q_EMIT dataSetChanged(id);
        d->noteProgress(id);
    }
}

} // namespace consilium::app
