#include "app/usecases/KeptObjects.h"

#include "app/usecases/MarkParts.h"
#include "app/usecases/ReadObject.h"
#include "base/Logging.h"

#include <QTimer>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int kLookAfterMs = 50; ///< many descriptions in a row: one look

bool isKept(dicom::DocumentKind kind)
{
    return kind == dicom::DocumentKind::Report || kind == dicom::DocumentKind::KeyImages ||
           kind == dicom::DocumentKind::PresentationState;
}

} // namespace

struct KeptObjects::Private {
    struct Entry {
        dicom::DocumentPtr document;
        ReadObjectPtr object; ///< null: not read yet, or it failed
        std::optional<Error> failure;
        bool isRunning = false;
        bool isLocal = false; ///< known from this computer, not from the archive's list
        [[nodiscard]] bool isWaiting() const { return !object && !failure && !isRunning; }
    };
    struct Study {
        std::vector<Entry> entries;
        CancelToken cancel;
        std::vector<dicom::DataSetPtr> stacks; ///< that `restored` was made for
        RestoredStudy restored;
        bool isJudged = false;
    };

    KeptObjects *q = nullptr;
    pixels::StudyImages &images;
    Fetch fetch;
    Local local;
    QTimer later;
    std::map<StudyUid, Study> studies;
    std::unordered_map<AnnotationId, objects::MarkOrigin> saved; ///< since, in this run

    Private(KeptObjects *owner, pixels::StudyImages &all, Fetch how) : q(owner), images(all), fetch(std::move(how)) {}

    void look();
    void lookAt(const StudyUid &uid);
    void addLocal(const StudyUid &uid, Study &study);
    [[nodiscard]] Pending<Result<QByteArray>> fetchEntry(const Entry &entry, const CancelToken &cancel);
    void noteWaiting(Study &study);
    void proceed(const StudyUid &uid);
    void take(const StudyUid &uid, const SopInstanceUid &sop, const Result<ReadObjectPtr> &read);
    void judge(const StudyUid &uid, Study &study);
    void tryAgain(const DataSetId &dataSet);
    [[nodiscard]] bool isDescribed(const std::vector<dicom::DataSetPtr> &dataSets) const;
};

bool KeptObjects::Private::isDescribed(const std::vector<dicom::DataSetPtr> &dataSets) const
{
    return !dataSets.empty() && std::all_of(dataSets.begin(), dataSets.end(),
                                            [this](const auto &one) { return images.progress(one->id).settled; });
}

void KeptObjects::Private::look()
{
    const std::vector<StudyUid> open = images.studies();
    for (auto known = studies.begin(); known != studies.end();) {
        if (std::find(open.begin(), open.end(), known->first) != open.end()) {
            ++known;
            continue;
        }
        known->second.cancel.cancel();
        const StudyUid gone = known->first;
        std::erase_if(saved, [&](const auto &one) { return one.second.study == gone; });
        known = studies.erase(known);
        Q_EMIT q->changed(gone);
    }
    for (const StudyUid &uid : open)
        lookAt(uid);
}

void KeptObjects::Private::lookAt(const StudyUid &uid)
{
    const auto dataSets = images.dataSets(uid);
    if (!isDescribed(dataSets))
        return;
    Study &study = studies[uid];
    for (const dicom::DataSetPtr &dataSet : dataSets) {
        for (const dicom::DocumentPtr &document : images.documents(dataSet->id)) {
            const bool isNew = isKept(document->kind) &&
                               std::none_of(study.entries.begin(), study.entries.end(),
                                            [&](const Entry &e) { return e.document->sop == document->sop; });
            if (isNew)
                study.entries.push_back({document, nullptr, std::nullopt, false, false});
        }
    }
    addLocal(uid, study);
    proceed(uid);
}

void KeptObjects::Private::addLocal(const StudyUid &uid, Study &study)
{
    if (!local.objects)
        return;
    for (const dicom::DocumentPtr &document : local.objects(uid))
        if (std::none_of(study.entries.begin(), study.entries.end(),
                         [&](const Entry &entry) { return entry.document->sop == document->sop; }))
            study.entries.push_back({document, nullptr, std::nullopt, false, true});
}

Pending<Result<QByteArray>> KeptObjects::Private::fetchEntry(const Entry &entry, const CancelToken &cancel)
{
    if (!entry.isLocal)
        return fetch(entry.document, cancel);
    const auto answer = std::make_shared<PendingPromise<Result<QByteArray>>>();
    answer->start();
    local.fetch(entry.document->sop)
        .then(q, [this, answer, document = entry.document, cancel](const Result<QByteArray> &part10) {
            if (part10)
                return answer->finish(part10);
            fetch(document, cancel).then(q, [answer](const Result<QByteArray> &sent) { answer->finish(sent); });
        });
    return answer->future();
}

/// Whether what holds a mark is in the archive by now.
void KeptObjects::Private::noteWaiting(Study &study)
{
    for (RestoredMark &restored : study.restored.marks)
        restored.origin.isWaiting = local.isWaiting && local.isWaiting(restored.origin.object);
}

// One at a time: images come first.
void KeptObjects::Private::proceed(const StudyUid &uid)
{
    Study &study = studies[uid];
    if (std::any_of(study.entries.begin(), study.entries.end(), [](const Entry &entry) { return entry.isRunning; }))
        return;
    const auto next =
        std::find_if(study.entries.begin(), study.entries.end(), [](const Entry &entry) { return entry.isWaiting(); });
    if (next == study.entries.end())
        return judge(uid, study);
    next->isRunning = true;
    study.isJudged = false;
    const SopInstanceUid sop = next->document->sop;
    const auto use = [this, uid, sop, cancel = study.cancel](const Result<ReadObjectPtr> &read) {
        if (!cancel.isCancelled())
            take(uid, sop, read);
    };
    fetchEntry(*next, study.cancel).then(q, [this, use](const Result<QByteArray> &part10) {
        if (!part10)
            return use(fail(part10.error()));
        runPending([bytes = *part10] { return readKeptObject(bytes); }).then(q, use);
    });
}

void KeptObjects::Private::take(const StudyUid &uid, const SopInstanceUid &sop, const Result<ReadObjectPtr> &read)
{
    const auto study = studies.find(uid);
    if (study == studies.end())
        return;
    for (Entry &entry : study->second.entries) {
        if (entry.document->sop != sop || !entry.isRunning)
            continue;
        entry.isRunning = false;
        if (read) {
            entry.object = *read;
        } else {
            entry.failure = read.error();
            qCWarning(logApp) << "a kept object cannot be read:" << errorName(read.error().code) << read.error().detail;
        }
    }
    proceed(uid);
}

void KeptObjects::Private::judge(const StudyUid &uid, Study &study)
{
    const auto stacks = images.dataSets(uid);
    if (study.isJudged && stacks == study.stacks)
        return;
    study.stacks = stacks;
    std::vector<ReadEntry> all;
    for (const Entry &entry : study.entries)
        all.push_back({entry.document, entry.object, entry.failure});
    study.restored = restoredStudy(all, StudyPlaces(stacks));
    noteWaiting(study);
    study.isJudged = true;
    Q_EMIT q->changed(uid);
}

void KeptObjects::Private::tryAgain(const DataSetId &dataSet)
{
    for (const dicom::DocumentPtr &document : images.documents(dataSet)) {
        const auto study = studies.find(document->study);
        if (study == studies.end())
            continue;
        for (Entry &entry : study->second.entries)
            if (entry.document->sop == document->sop && entry.failure && isPassing(*entry.failure))
                entry.failure.reset();
    }
}

KeptObjects::KeptObjects(pixels::StudyImages &images, Fetch fetch, QObject *parent)
    : objects::StudyObjects(parent), d(std::make_unique<Private>(this, images, std::move(fetch)))
{
    d->later.setSingleShot(true);
    d->later.setInterval(kLookAfterMs);
    connect(&d->later, &QTimer::timeout, this, [this] { d->look(); });
    const auto later = [this] {
        if (!d->later.isActive())
            d->later.start();
    };
    connect(&images, &pixels::StudyImages::studyChanged, this, later);
    connect(&images, &pixels::StudyImages::progressChanged, this, later);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, [this, later](const DataSetId &id) {
        d->tryAgain(id);
        later();
    });
    later();
}

KeptObjects::~KeptObjects()
{
    for (auto &[uid, study] : d->studies)
        study.cancel.cancel();
}

const std::vector<RestoredMark> &KeptObjects::marks(const StudyUid &study) const
{
    static const std::vector<RestoredMark> none;
    const auto found = d->studies.find(study);
    return found == d->studies.end() ? none : found->second.restored.marks;
}

bool KeptObjects::isRead(const StudyUid &study) const
{
    const auto found = d->studies.find(study);
    return found != d->studies.end() && found->second.isJudged;
}

void KeptObjects::setLocal(Local local)
{
    d->local = std::move(local);
    d->later.start();
}

void KeptObjects::localChanged(const StudyUid &study)
{
    for (auto &[mark, origin] : d->saved)
        if (origin.study == study)
            origin.isWaiting = d->local.isWaiting && d->local.isWaiting(origin.object);
    if (const auto found = d->studies.find(study); found != d->studies.end()) {
        d->noteWaiting(found->second);
        d->addLocal(study, found->second);
        d->proceed(study);
    }
    Q_EMIT changed(study);
}

void KeptObjects::forget(const SopInstanceUid &object)
{
    for (auto &[uid, study] : d->studies) {
        const auto gone = std::erase_if(
            study.entries, [&](const Private::Entry &entry) { return entry.isLocal && entry.document->sop == object; });
        if (gone == 0)
            continue;
        study.isJudged = false;
        d->proceed(uid);
    }
    std::erase_if(d->saved, [&](const auto &one) { return one.second.object == object; });
}

void KeptObjects::noteSaved(const objects::MarkOrigin &origin, const std::vector<session::Annotation> &marks)
{
    for (const session::Annotation &mark : marks) {
        objects::MarkOrigin own = origin;
        own.stated.clear();
        own.places = mark.patientHandles;
        own.points = mark.imageHandles;
        own.text = mark.text;
        own.isWaiting = d->local.isWaiting && d->local.isWaiting(origin.object);
        // Also for copies of it in other tabs, that came from an object.
        d->saved.insert_or_assign(AnnotationId(identityOf(mark.id)), own);
        d->saved.insert_or_assign(mark.id, std::move(own));
    }
    Q_EMIT changed(origin.study);
}

const objects::MarkOrigin *KeptObjects::origin(const AnnotationId &mark) const
{
    if (const auto own = d->saved.find(mark); own != d->saved.end())
        return &own->second;
    for (const auto &[uid, study] : d->studies)
        if (const objects::MarkOrigin *const found = study.restored.origin(mark))
            return found;
    return nullptr;
}

std::vector<objects::PresentationStatePtr> KeptObjects::states(const StudyUid &study) const
{
    const auto found = d->studies.find(study);
    return found == d->studies.end() ? std::vector<objects::PresentationStatePtr>() : found->second.restored.states;
}

std::vector<objects::ObjectTrouble> KeptObjects::troubles(const StudyUid &study) const
{
    const auto found = d->studies.find(study);
    return found == d->studies.end() ? std::vector<objects::ObjectTrouble>() : found->second.restored.troubles;
}

} // namespace consilium::app
