#include "app/usecases/PatientTimeline.h"

#include "app/worklist/StudyText.h"

#include <QDate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int firstPage = 200, nextPages = 1'000; ///< a long list in few questions, a short one soon
constexpr int seriesAtOnce = 2;
constexpr int togetherMs = 60;

/// Of a name that is written without blanks nobody knows where its components part: between any two characters.
QString patternOf(const QString &group)
{
    QString pattern;
    bool isHan = false;
    for (const QChar c : group.simplified()) {
        if (c == u'*' || c == u'?' || c == u'\\' || c == u'^' || c == u'=')
            continue;
        const bool isApart = c.isSpace() || (c.script() == QChar::Script_Han && !c.isSurrogate());
        isHan = isHan || c.script() == QChar::Script_Han;
        if (isApart && !pattern.endsWith(u'*') && !pattern.isEmpty())
            pattern += u'*';
        if (!c.isSpace())
            pattern += c;
    }
    if (pattern.isEmpty())
        return {};
    // The first group of a name stands first; another one behind others.
    return (isHan ? u"*"_s : QString()) + pattern + u'*';
}

bool isPlain(const QString &id)
{
    return !id.isEmpty() && !id.contains(u'*') && !id.contains(u'?') && !id.contains(u'\\');
}

/// How sure it is: of one study at two archives the surer one counts.
int rankOf(TimelineEntry::Standing standing)
{
    switch (standing) {
    case TimelineEntry::Standing::Read:
        return 0;
    case TimelineEntry::Standing::Same:
        return 1;
    case TimelineEntry::Standing::ByHand:
        return 2;
    case TimelineEntry::Standing::Denied:
        return 3;
    case TimelineEntry::Standing::Perhaps:
        return 4;
    case TimelineEntry::Standing::Contradicted:
        break;
    }
    return 5;
}

} // namespace

std::vector<dicomweb::StudyQuery> queriesFor(const dicom::PatientIdentity &patient)
{
    std::vector<dicomweb::StudyQuery> all;
    dicomweb::StudyQuery base;
    base.limit = firstPage;
    base.withIssuer = true;
    if (const QString id = patient.id.trimmed(); isPlain(id)) {
        all.push_back(base);
        all.back().patientId = id;
    }
    // Without a birth date nobody is taken for the patient by the name: then there is no use in asking for it.
    const QString born = patient.birthDate.trimmed();
    if (born.isEmpty())
        return all;
    // Names are common: whoever was born on that day is found at once, where the archive matches by it.
    if (QDate::fromString(born, u"yyyyMMdd"_s).isValid())
        base.patientBirthDate = born;
    QStringList patterns{patternOf(patient.name.alphabetic), patternOf(patient.name.ideographic)};
    patterns.removeAll(QString());
    patterns.removeDuplicates();
    for (const QString &pattern : patterns) {
        all.push_back(base);
        all.back().patientName = pattern;
    }
    return all;
}

PatientTimeline::PatientTimeline(const pixels::StudyImages &images, PatientLinks &links, StudyUid read, ArchiveId home,
                                 QObject *parent)
    : QObject(parent), m_images(images), m_links(links), m_read(std::move(read)), m_home(std::move(home))
{
    m_later.setSingleShot(true);
    m_later.setInterval(togetherMs);
    connect(&m_later, &QTimer::timeout, this, &PatientTimeline::rebuild);
    connect(&links, &PatientLinks::changed, this, &PatientTimeline::rebuild);
    const auto follow = [this](const StudyUid &study) {
        if (study == m_read)
            followRead();
    };
    connect(&images, &pixels::StudyImages::studyChanged, this, follow);
    rebuild();
}

PatientTimeline::~PatientTimeline()
{
    m_cancel.cancel();
}

void PatientTimeline::stop()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    for (Place &place : m_places) {
        if (!place.isWaiting && place.toAsk.empty())
            continue;
        place.isWaiting = false;
        place.toAsk.clear();
        place.error = Error{ErrorCode::Cancelled, u"not asked to the end"_s};
        if (place.byId == ById::Asking)
            place.byId = ById::Failed;
    }
    forgetSeriesUnderWay();
    m_isStopped = true;
    rebuild();
}

PatientTimeline::Place *PatientTimeline::placeOf(const ArchiveId &id)
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&](const Place &p) { return p.archive.id == id; });
    return found == m_places.end() ? nullptr : &*found;
}

void PatientTimeline::ask(const std::vector<TimelineArchive> &archives)
{
    const auto isThere = [&](const Place &place) {
        return std::any_of(archives.begin(), archives.end(), [&](const auto &a) { return a.id == place.archive.id; });
    };
    std::erase_if(m_places, [&](const Place &place) { return !isThere(place); });
    m_isStopped = false;
    m_asked = m_images.study(m_read).patient;
    std::vector<ArchiveId> begun;
    for (const TimelineArchive &archive : archives) {
        Place *place = placeOf(archive.id);
        if (place && !place->error) {
            place->archive = archive;
            continue;
        }
        if (!place)
            place = &m_places.emplace_back();
        *place = Place();
        place->archive = archive;
        begin(*place);
        begun.push_back(archive.id);
    }
    for (const ArchiveId &id : begun) // an answer may come at once
        askNext(id);
    rebuild();
}

void PatientTimeline::begin(Place &place)
{
    const auto queries = queriesFor(m_asked);
    place.toAsk.assign(queries.begin(), queries.end());
    if (place.archive.id == m_home && !m_home.isEmpty()) // the study that is read lies there
        for (dicomweb::StudyQuery &query : place.toAsk)
            query.isBirthDateThere = !query.patientBirthDate.isEmpty();
    const bool hasId = !m_asked.id.trimmed().isEmpty();
    place.byId = !hasId ? ById::NotAsked : queries.empty() ? ById::Cut : ById::Asking;
}

void PatientTimeline::endList(Place &place, const dicomweb::StudyQuery &asked, bool isWhole)
{
    place.named.clear();
    place.mayHaveMore = place.mayHaveMore || !isWhole;
    if (!asked.patientId.isEmpty())
        place.byId = isWhole && !place.isIdCut ? ById::Answered : ById::Cut;
    else if (place.byId == ById::Asking && place.toAsk.empty())
        place.byId = ById::Cut; // an ID with wild cards cannot be asked for: what the name has found may not be all
}

void PatientTimeline::askNext(const ArchiveId &id)
{
    Place *place = placeOf(id);
    if (!place || place->toAsk.empty())
        return;
    const dicomweb::StudyQuery query = place->toAsk.front();
    place->toAsk.pop_front();
    place->isWaiting = true;
    place->archive.studies(query, m_cancel)
        .then(this, [this, id, query, cancel = m_cancel](const Result<dicomweb::StudyPage> &page) {
            if (!cancel.isCancelled())
                takePage(id, query, page);
        });
}

/// Of a list by name only whoever may be the patient is held: that many bear it.
void PatientTimeline::takeRows(Place &place, const dicomweb::StudyQuery &asked,
                               const std::vector<Attributes> &rows) const
{
    const QString id = m_asked.id.trimmed(), born = m_asked.birthDate.trimmed();
    for (const Attributes &row : rows) {
        dicom::StudyHeader study = dicom::describeStudy(row);
        place.namesIssuers = place.namesIssuers || !study.patient.issuer.trimmed().isEmpty();
        const bool mayBe = asked.patientName.isEmpty() || study.patient.birthDate.trimmed() == born ||
                           (!id.isEmpty() && study.patient.id.trimmed() == id) || study.uid == m_read;
        const bool isKnown = std::any_of(place.found.begin(), place.found.end(), [&](const auto &one) {
            return one.uid == study.uid && one.patient == study.patient;
        });
        if (!study.uid.isEmpty() && mayBe && !isKnown)
            place.found.push_back(std::move(study));
    }
}

void PatientTimeline::takePage(const ArchiveId &id, const dicomweb::StudyQuery &asked,
                               const Result<dicomweb::StudyPage> &page)
{
    Place *place = placeOf(id);
    if (!place)
        return;
    place->isWaiting = false;
    if (!page && asked.offset > 0 && page.error().code == ErrorCode::Unsupported) {
        // It cuts its lists and begins them anew at every page: what else it is asked for, it can answer all the same.
        endList(*place, asked, false);
        askNext(id);
        m_later.start();
        return;
    }
    if (!page) { // what it has given stays: it is named as one of which not all is known
        place->toAsk.clear();
        place->error = page.error();
        if (place->byId == ById::Asking)
            place->byId = ById::Failed;
        m_later.start();
        return;
    }
    place->mayHaveMore = place->mayHaveMore || page->unreadable > 0;
    place->isIdCut = place->isIdCut || (page->unreadable > 0 && !asked.patientId.isEmpty());
    takeRows(*place, asked, page->studies);
    const qsizetype before = place->named.size();
    for (const Attributes &row : page->studies)
        place->named.insert(row.text(tags::StudyInstanceUid));
    place->looked += int(page->studies.size());
    const int reached = asked.offset + asked.limit;
    // A page without news is one of an archive that goes round in circles.
    const bool isNews = place->named.size() > before || page->unreadable > 0;
    if (page->mayHaveMore && isNews && reached < mostLooked) {
        dicomweb::StudyQuery next = asked;
        next.offset = reached;
        if (page->withoutBirthDate) // pages of two lists would leave out some of each
            next.patientBirthDate.clear();
        next.limit = std::min(nextPages, mostLooked - reached);
        place->toAsk.push_front(std::move(next));
    } else {
        endList(*place, asked, !page->mayHaveMore);
    }
    askNext(id);
    m_later.start();
}

bool PatientTimeline::isAsking() const
{
    return std::any_of(m_places.begin(), m_places.end(),
                       [](const Place &place) { return place.isWaiting || !place.toAsk.empty(); });
}

bool PatientTimeline::areSeriesKnown(const TimelineEntry &entry) const
{
    if (m_seen.contains(entry.study.uid))
        return true;
    const auto place =
        std::find_if(m_places.begin(), m_places.end(), [&](const Place &p) { return p.archive.id == entry.archive; });
    const bool isAskable = place != m_places.end() && place->archive.series;
    return !isAskable || (int(m_seriesAsked.size()) >= mostSeriesAsked && !m_seriesAsked.contains(entry.study.uid));
}

std::vector<PatientTimeline::Problem> PatientTimeline::problems() const
{
    std::vector<Problem> all;
    for (const Place &place : m_places)
        if (place.error)
            all.push_back({place.archive.name, *place.error});
    return all;
}

bool PatientTimeline::isAskingById() const
{
    return std::any_of(m_places.begin(), m_places.end(), [](const Place &place) { return place.byId == ById::Asking; });
}

QStringList PatientTimeline::unknownById() const
{
    QStringList names;
    for (const Place &place : m_places)
        if (place.byId != ById::Answered && place.byId != ById::NotAsked)
            names << place.archive.name;
    return names;
}

QStringList PatientTimeline::cutShort() const
{
    QStringList names;
    for (const Place &place : m_places)
        if (place.mayHaveMore)
            names << place.archive.name;
    return names;
}

std::vector<PatientTimeline::Looking> PatientTimeline::looking() const
{
    std::vector<Looking> all;
    for (const Place &place : m_places)
        if (place.looked >= firstPage && (place.isWaiting || !place.toAsk.empty()))
            all.push_back({place.archive.name, place.looked});
    return all;
}

const TimelineEntry *PatientTimeline::find(const StudyUid &study) const
{
    const TimelineEntry *best = nullptr;
    for (const TimelineEntry &entry : m_entries)
        if (entry.study.uid == study && (!best || rankOf(entry.standing) < rankOf(best->standing)))
            best = &entry;
    return best;
}

void PatientTimeline::say(const TimelineEntry &entry, PatientLink::Answer answer)
{
    if (entry.standing == TimelineEntry::Standing::Perhaps || entry.standing == TimelineEntry::Standing::ByHand ||
        entry.standing == TimelineEntry::Standing::Denied)
        m_links.say(m_readEntry.record, dicom::PatientRecord(entry.record), answer);
}

void PatientTimeline::forget(const TimelineEntry &entry)
{
    m_links.forget(m_readEntry.record, dicom::PatientRecord(entry.record));
}

/// Who is read may be known better, or at all, once images are there.
void PatientTimeline::followRead()
{
    const dicom::PatientIdentity now = m_images.study(m_read).patient;
    const bool isAnother =
        now.id.trimmed() != m_asked.id.trimmed() || now.name != m_asked.name || now.birthDate != m_asked.birthDate;
    if (!isAsked() || !isAnother) {
        m_later.start();
        return;
    }
    std::vector<TimelineArchive> archives;
    for (const Place &place : m_places)
        archives.push_back(place.archive);
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_places.clear();
    forgetSeriesUnderWay();
    ask(archives);
}

bool PatientTimeline::isOneDomain(const ArchiveId &id) const
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&](const Place &p) { return p.archive.id == id; });
    return !id.isEmpty() && found != m_places.end() && !found->namesIssuers;
}

PatientTimeline::Seen PatientTimeline::seenOf(const StudyUid &study, const QString &modalities) const
{
    Seen seen = m_seen.value(study);
    seen.modalities = modalityList(modalities) + seen.modalities;
    for (const auto &dataSet : m_images.dataSets(study)) { // of open ones
        seen.modalities << dataSet->header.modality.trimmed();
        seen.bodyParts << dataSet->header.bodyPart.trimmed().toUpper();
    }
    for (QStringList *list : {&seen.modalities, &seen.bodyParts}) {
        list->removeAll(QString());
        list->removeDuplicates();
    }
    return seen;
}

void PatientTimeline::rebuildReadEntry()
{
    TimelineEntry entry;
    entry.study = m_images.study(m_read);
    entry.study.uid = m_read;
    entry.archive = m_home;
    if (const Place *home = placeOf(m_home))
        entry.archiveName = home->archive.name;
    entry.standing = TimelineEntry::Standing::Read;
    entry.record = {entry.study.patient, m_home.text(), isOneDomain(m_home)};
    const Seen seen = seenOf(m_read, entry.study.modalities);
    entry.modalities = seen.modalities;
    entry.bodyParts = seen.bodyParts;
    m_readEntry = std::move(entry);
}

void PatientTimeline::rebuild()
{
    m_later.stop();
    rebuildReadEntry();
    m_entries = {m_readEntry};
    for (const Place &place : m_places)
        for (const dicom::StudyHeader &study : place.found)
            add(place, study);
    sortNewestFirst(m_entries);
    for (const TimelineEntry &entry : m_entries)
        if (entry.standing == TimelineEntry::Standing::Read)
            m_readEntry = entry;
    askForSeries();
    Q_EMIT changed();
}

void PatientTimeline::judge(TimelineEntry &entry) const
{
    const dicom::PatientVerdict verdict = dicom::comparePatients(m_readEntry.record, entry.record);
    entry.why = dicom::verdictText(verdict);
    if (verdict.same != dicom::SamePerson::Perhaps) {
        entry.standing = verdict.same == dicom::SamePerson::Same ? TimelineEntry::Standing::Same
                                                                 : TimelineEntry::Standing::Contradicted;
        return;
    }
    const auto said = m_links.link(m_readEntry.record, entry.record);
    entry.answeredAt = said ? said->at : 0;
    entry.standing = !said                                       ? TimelineEntry::Standing::Perhaps
                     : said->answer == PatientLink::Answer::Same ? TimelineEntry::Standing::ByHand
                                                                 : TimelineEntry::Standing::Denied;
}

/// One study that lies in two archives is one entry, unless they say that it is of two people.
void PatientTimeline::add(const Place &place, const dicom::StudyHeader &study)
{
    TimelineEntry entry;
    entry.study = study;
    entry.archive = place.archive.id;
    entry.archiveName = place.archive.name;
    entry.record = {study.patient, place.archive.id.text(), !place.namesIssuers};
    if (study.uid == m_read && !dicom::doContradict(study.patient, m_readEntry.record.identity)) {
        const auto there = std::find_if(m_entries.begin(), m_entries.end(), [](const TimelineEntry &e) {
            return e.standing == TimelineEntry::Standing::Read;
        });
        if (place.archive.id != m_home && !there->alsoAt.contains(place.archive.name))
            there->alsoAt << place.archive.name;
        return;
    }
    if (dicom::comparePatients(m_readEntry.record, entry.record).same == dicom::SamePerson::Other &&
        study.uid != m_read)
        return;
    judge(entry);
    const Seen seen = seenOf(study.uid, study.modalities);
    entry.modalities = seen.modalities;
    entry.bodyParts = seen.bodyParts;
    const auto twin = std::find_if(m_entries.begin(), m_entries.end(), [&](const TimelineEntry &other) {
        return other.study.uid == study.uid && !dicom::doContradict(other.record.identity, entry.record.identity);
    });
    if (twin == m_entries.end()) {
        m_entries.push_back(std::move(entry));
        return;
    }
    if (rankOf(entry.standing) < rankOf(twin->standing))
        std::swap(*twin, entry);
    for (const QString &name : QStringList{entry.archiveName} + entry.alsoAt)
        if (name != twin->archiveName && !twin->alsoAt.contains(name))
            twin->alsoAt << name;
}

// Their answers do not come any more: who wants to know asks once more.
void PatientTimeline::forgetSeriesUnderWay()
{
    std::erase_if(m_seriesAsked, [this](const StudyUid &study) { return !m_seen.contains(study); });
    m_seriesWaiting = 0;
}

// Body parts stand with the series.
void PatientTimeline::askForSeries()
{
    if (m_isStopped)
        return;
    for (const TimelineEntry &entry : m_entries) {
        if (m_seriesWaiting >= seriesAtOnce || int(m_seriesAsked.size()) >= mostSeriesAsked)
            return;
        const Place *place = placeOf(entry.archive);
        const bool isOfInterest = entry.isConfirmed() || entry.standing == TimelineEntry::Standing::Perhaps;
        if (!place || !place->archive.series || !isOfInterest || entry.standing == TimelineEntry::Standing::Read ||
            m_seriesAsked.contains(entry.study.uid))
            continue;
        const StudyUid study = entry.study.uid;
        m_seriesAsked.insert(study);
        ++m_seriesWaiting;
        place->archive.series(study, m_cancel)
            .then(this, [this, study, cancel = m_cancel](const Result<std::vector<Attributes>> &series) {
                if (!cancel.isCancelled())
                    takeSeries(study, series);
            });
    }
}

void PatientTimeline::takeSeries(const StudyUid &study, const Result<std::vector<Attributes>> &series)
{
    --m_seriesWaiting;
    Seen seen;
    for (const Attributes &row : series ? *series : std::vector<Attributes>()) {
        const dicom::SeriesHeader header = dicom::describeSeries(row);
        seen.modalities << header.modality.trimmed();
        seen.bodyParts << header.bodyPart.trimmed().toUpper();
    }
    m_seen.insert(study, seen);
    m_later.start();
}

} // namespace consilium::app
