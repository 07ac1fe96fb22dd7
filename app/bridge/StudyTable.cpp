#include "app/bridge/StudyTable.h"

#include "app/bridge/PatientMatch.h"
#include "app/bridge/StudyOrder.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace consilium::app
{

using pixels::FrameKey;
using pixels::keyOf;
using namespace Qt::StringLiterals;

namespace
{

dicom::DataSetPtr placeholder(const dicom::SeriesHeader &header)
{
    auto dataSet = std::make_shared<dicom::DataSet>();
    dataSet->id = DataSetId(header.uid.text());
    dataSet->header = header;
    return dataSet;
}

// Never a name that a data set of another study can have.
dicom::DataSetPtr refusedPlaceholder(const dicom::SeriesHeader &header, const StudyUid &study)
{
    auto dataSet = std::make_shared<dicom::DataSet>(*placeholder(header));
    dataSet->id = DataSetId(header.uid.text() + u'@' + study.text());
    return dataSet;
}

// Documents stand in a data set of their own: beside the images of a series, where it has any.
dicom::DataSetPtr besideImages(const dicom::SeriesHeader &header)
{
    auto dataSet = std::make_shared<dicom::DataSet>(*placeholder(header));
    dataSet->id = DataSetId(header.uid.text() + u"#documents"_s);
    dataSet->part = QCoreApplication::translate("StudyTable", "documents");
    return dataSet;
}

void fillIn(QString &field, const QString &answered)
{
    if (field.isEmpty())
        field = answered;
}

} // namespace

bool StudyTable::contains(const StudyUid &study) const
{
    return m_studies.contains(study);
}

void StudyTable::addStudy(const dicom::StudyHeader &header, std::shared_ptr<dicomweb::DicomWebClient> archive)
{
    m_order.push_back(header.uid);
    m_studies.insert(header.uid, {header, std::move(archive), {}});
}

void StudyTable::completeHeader(const StudyUid &uid, const dicom::StudyHeader &answered)
{
    const auto study = m_studies.find(uid);
    if (study == m_studies.end())
        return;
    dicom::StudyHeader &header = study->header;
    if (isUnknown(header.patient)) {
        header.patient = answered.patient;
    } else if (samePatient(header.patient, answered.patient)) {
        fillIn(header.patient.issuer, answered.patient.issuer);
        fillIn(header.patient.sex, answered.patient.sex);
        fillIn(header.patient.birthDate, answered.patient.birthDate);
        fillIn(header.patient.age, answered.patient.age);
        if (header.patient.name.isEmpty())
            header.patient.name = answered.patient.name;
    }
    fillIn(header.date, answered.date);
    fillIn(header.time, answered.time);
    fillIn(header.description, answered.description);
    fillIn(header.accession, answered.accession);
    fillIn(header.institution, answered.institution);
    fillIn(header.referringPhysician, answered.referringPhysician);
    fillIn(header.modalities, answered.modalities);
}

const StudyTable::Series *StudyTable::find(const StudyUid &study, const SeriesUid &series) const
{
    const auto found = m_studies.constFind(study);
    if (found == m_studies.cend())
        return nullptr;
    const auto &all = found->series;
    const auto it = std::find_if(all.begin(), all.end(), [&](const Series &s) { return s.header.uid == series; });
    return it == all.end() ? nullptr : &*it;
}

StudyTable::Series *StudyTable::find(const StudyUid &study, const SeriesUid &series)
{
    return const_cast<Series *>(std::as_const(*this).find(study, series));
}

bool StudyTable::hasSeries(const StudyUid &study, const SeriesUid &series) const
{
    return find(study, series) != nullptr;
}

bool StudyTable::isRefused(const StudyUid &study, const SeriesUid &uid) const
{
    const Series *series = find(study, uid);
    return series && series->isRefused;
}

bool StudyTable::hasClash(const StudyUid &study, const SeriesUid &uid) const
{
    const Series *series = find(study, uid);
    return series && series->clashing > 0;
}

bool StudyTable::holdsAnything(const StudyUid &study, const SeriesUid &uid) const
{
    const Series *series = find(study, uid);
    return series && series->holdsAnything();
}

std::vector<std::pair<StudyUid, SeriesUid>> StudyTable::clashing() const
{
    std::vector<std::pair<StudyUid, SeriesUid>> all;
    for (const StudyUid &study : m_order)
        for (const Series &series : m_studies[study].series)
            if (series.isRefused || series.clashing > 0)
                all.emplace_back(study, series.header.uid);
    return all;
}

bool StudyTable::claim(const StudyUid &study, const SeriesUid &uid)
{
    Series *series = find(study, uid);
    if (!series || !series->isRefused || m_owners.contains(uid))
        return false;
    m_owners.insert(uid, study);
    for (const auto &dataSet : series->dataSets)
        m_places.remove(dataSet->id);
    series->isRefused = series->isFinal = false;
    series->failure.reset();
    series->dataSets = {placeholder(series->header)};
    index(study, *series);
    rearrange(m_studies[study]);
    return true;
}

void StudyTable::listSeries(const StudyUid &uid, const std::vector<dicom::SeriesHeader> &headers)
{
    const auto study = m_studies.find(uid);
    if (study == m_studies.end())
        return;
    for (const dicom::SeriesHeader &header : headers) {
        if (find(uid, header.uid))
            continue;
        Series series;
        series.header = header;
        if (const auto owner = m_owners.constFind(header.uid); owner == m_owners.cend()) {
            m_owners.insert(header.uid, uid);
            series.dataSets = {placeholder(header)};
        } else {
            series.isRefused = true;
            series.dataSets = {refusedPlaceholder(header, uid)};
            series.failure = {ErrorCode::Conflict, u"an open study has a series of the same UID"_s, 0, -1};
        }
        study->series.push_back(std::move(series));
    }
    // Of the same number: in the archive's order. That of files is how fast they were read.
    const bool isFromFiles = !study->archive;
    std::stable_sort(study->series.begin(), study->series.end(), [isFromFiles](const Series &a, const Series &b) {
        const auto place = [isFromFiles](const Series &s) {
            return placeOf(s.header, isFromFiles ? s.header.uid.text() : QString());
        };
        return place(a) < place(b);
    });
    for (const Series &series : study->series)
        index(uid, series);
    rearrange(*study);
}

void StudyTable::index(const StudyUid &study, const Series &series)
{
    for (int part = 0; part < int(series.dataSets.size()); ++part)
        m_places.insert(series.dataSets[part]->id, {study, series.header.uid, part});
}

// Pixels are delivered under the SOP Instance UID: a UID that names two objects must not mix them.
StudyTable::Adoption StudyTable::adopt(const Study &study, const dicom::InstancePtr &instance, const DataSetId &dataSet)
{
    if (!isUnknown(study.header.patient) && !samePatient(study.header.patient, instance->patient))
        return Adoption::OtherPatient;
    const auto found = m_images.find(keyOf(*instance));
    if (found != m_images.end()) {
        const dicom::Instance &there = *found->instance;
        if (there.study != instance->study || there.series != instance->series ||
            !samePatient(there.patient, instance->patient))
            return Adoption::Clash;
        const bool isOfAnotherFile = there.localFile != instance->localFile; // that has all of its pixels
        if (isOfAnotherFile)
            found->failure.reset();
        if (isOfAnotherFile || // the colours are decoded with the profile
            bool(there.pixels.iccProfile) != bool(instance->pixels.iccProfile)) {
            found->wasDecoded = found->isDamaged = false;
            m_repainted.push_back(keyOf(*instance));
        }
        found->instance = instance; // with tables that did not come before
        found->dataSet = dataSet;
        found->taken = m_descriptions;
        return Adoption::Taken;
    }
    m_images.insert(
        keyOf(*instance),
        {instance, {study.archive, instance->study, instance->series}, dataSet, false, false, {}, m_descriptions});
    return Adoption::Taken;
}

StudyTable::SeriesChange StudyTable::setSeries(const StudyUid &uid, const DescribedSeries &described)
{
    SeriesChange change;
    const auto study = m_studies.find(uid);
    if (study == m_studies.end())
        return change;
    if (!find(uid, described.header.uid)) {
        listSeries(uid, {described.header});
        change.listChanged = true;
    }
    settlePatient(*study, described, change);
    study->request.completeWith(described.request);
    if (described.study &&
        (isUnknown(study->header.patient) || samePatient(study->header.patient, described.study->patient)))
        study->attributes = described.studyAttributes;
    Series &series = *find(uid, described.header.uid);
    series.isFinal = described.isFinal;
    if (series.isRefused) {
        change.dataSets.push_back(series.dataSets.front()->id);
        return change;
    }
    ++m_descriptions;
    const std::vector<dicom::DataSetPtr> before = series.dataSets;
    QSet<DataSetId> idsBefore, idsAfter;
    for (const auto &dataSet : before) {
        idsBefore.insert(dataSet->id);
        m_places.remove(dataSet->id);
    }
    series.skipped = described.skipped;
    series.refused = described.refused;
    series.clashing = 0;
    series.failure.reset();
    series.documents = described.documents;
    series.ofOthers =
        described.ofOthers + int(std::erase_if(series.documents, [&](const auto &document) {
            return !isUnknown(study->header.patient) && !samePatient(study->header.patient, document->patient);
        }));
    series.dataSets = adoptAll(*study, series, described);
    for (const auto &dataSet : series.dataSets) {
        idsAfter.insert(dataSet->id);
        change.dataSets.push_back(dataSet->id);
    }
    index(uid, series);
    change.listChanged = change.listChanged || idsBefore != idsAfter;
    for (const auto &dataSet : before)
        dropUntaken(*dataSet, change);
    for (const FrameKey &key : std::exchange(m_repainted, {}))
        change.gone.push_back(key);
    for (const DataSetId &id : idsBefore + idsAfter)
        m_counts.remove(id);
    for (const auto &dataSet : series.dataSets)
        count(*dataSet);
    if (!study->plans.empty()) {
        const auto own = rearrange(*study);
        change.dataSets.insert(change.dataSets.end(), own.begin(), own.end());
        change.listChanged = true;
    }
    tellOfPatients(*study, change);
    return change;
}

// Images that the last description did not take over.
void StudyTable::dropUntaken(const dicom::DataSet &before, SeriesChange &change)
{
    for (const auto &slice : before.slices) {
        const FrameKey key = keyOf(*slice);
        const auto image = m_images.find(key);
        if (image != m_images.end() && image->taken == m_descriptions)
            continue;
        if (image != m_images.end())
            m_images.erase(image);
        change.gone.push_back(key);
    }
}

StudyTable::SeriesChange StudyTable::arrange(const StudyUid &uid, const std::vector<dicom::OwnStackPlan> &plans)
{
    SeriesChange change;
    const auto study = m_studies.find(uid);
    if (study == m_studies.end() || study->plans == plans)
        return change;
    for (const auto &dataSet : dataSets(uid))
        change.dataSets.push_back(dataSet->id);
    study->plans = plans;
    const auto now = rearrange(*study, true);
    change.dataSets.insert(change.dataSets.end(), now.begin(), now.end());
    tellOfPatients(*study, change);
    change.listChanged = true;
    return change;
}

// Each image counts for the data set that shows it. `isNew`: also where there are no plans any more.
std::vector<DataSetId> StudyTable::rearrange(Study &study, bool isNew)
{
    if (study.plans.empty() && !isNew)
        return {};
    std::vector<dicom::DataSetPtr> stored;
    for (const Series &series : study.series)
        stored.insert(stored.end(), series.dataSets.begin(), series.dataSets.end());
    forgetArranged(study);
    const auto all = dicom::arrangedByHand(stored, study.plans);
    QSet<DataSetId> shown;
    std::vector<DataSetId> ids;
    const auto own = [&](const DataSetId &id, const dicom::DataSetPtr &dataSet) {
        m_own.insert(id, dataSet);
        study.ownIds.push_back(id);
    };
    for (const auto &dataSet : all) {
        ids.push_back(dataSet->id);
        shown.insert(dataSet->id);
        for (const auto &slice : dataSet->slices)
            if (const auto image = m_images.find(keyOf(*slice)); image != m_images.end())
                image->dataSet = dataSet->id;
        m_counts.remove(dataSet->id);
        count(*dataSet);
        if (std::find(stored.begin(), stored.end(), dataSet) == stored.end())
            own(dataSet->id, dataSet);
    }
    for (const auto &dataSet : stored) { // what went into a stack of another id is found there
        if (shown.contains(dataSet->id) || dataSet->slices.empty())
            continue;
        const auto image = m_images.constFind(keyOf(*dataSet->slices.front()));
        if (image != m_images.cend() && m_own.contains(image->dataSet))
            own(dataSet->id, m_own.value(image->dataSet));
    }
    if (!study.plans.empty())
        study.arranged = all;
    return ids;
}

void StudyTable::forgetArranged(Study &study)
{
    for (const DataSetId &id : study.ownIds) {
        m_own.remove(id);
        m_counts.remove(id);
    }
    study.ownIds.clear();
    study.arranged.clear();
}

void StudyTable::dropUnnamed(const Study &study, Series &series, SeriesChange &change)
{
    const auto isOther = [&](const auto &object) { return !samePatient(study.header.patient, object->patient); };
    DescribedSeries left;
    left.refusal = Error{ErrorCode::Conflict, u"its images name no patient, where others of the study do"_s, 0, -1};
    int dropped = 0;
    for (const auto &dataSet : series.dataSets) {
        auto kept = std::make_shared<dicom::DataSet>(*dataSet);
        for (const auto &slice : kept->slices)
            if (isOther(slice)) {
                change.gone.push_back(keyOf(*slice));
                m_images.remove(keyOf(*slice));
                ++dropped;
            }
        std::erase_if(kept->slices, isOther);
        if (!kept->slices.empty())
            left.dataSets.push_back(std::move(kept));
    }
    const auto documents = std::erase_if(series.documents, isOther);
    if (dropped == 0 && documents == 0)
        return;
    for (const auto &dataSet : series.dataSets) {
        m_places.remove(dataSet->id);
        m_counts.remove(dataSet->id);
        change.dataSets.push_back(dataSet->id);
    }
    series.refused += dropped;
    series.ofOthers += dropped + int(documents);
    series.dataSets = adoptAll(study, series, left);
    for (auto &dataSet : series.dataSets) {
        auto partial = std::make_shared<dicom::DataSet>(*dataSet);
        partial->isComplete = partial->isComplete && dropped == 0;
        dataSet = std::move(partial);
        change.dataSets.push_back(dataSet->id);
    }
    index(study.header.uid, series);
    for (const auto &dataSet : series.dataSets)
        count(*dataSet);
}

// What of a description may be shown. A series without any image (reports) leaves the list; one whose images were all
// refused stays and says why.
std::vector<dicom::DataSetPtr> StudyTable::adoptAll(const Study &study, Series &series,
                                                    const DescribedSeries &described)
{
    std::vector<dicom::DataSetPtr> dataSets;
    bool hasImages = false;
    for (const auto &dataSet : described.dataSets) {
        auto kept = std::make_shared<dicom::DataSet>(*dataSet);
        std::erase_if(kept->slices, [&](const auto &slice) {
            const Adoption what = adopt(study, slice, kept->id);
            series.clashing += what == Adoption::Clash ? 1 : 0;
            return what != Adoption::Taken;
        });
        const int refused = int(dataSet->slices.size() - kept->slices.size());
        series.refused += refused;
        kept->isComplete = kept->isComplete && refused == 0;
        hasImages = hasImages || !kept->slices.empty();
        dataSets.push_back(std::move(kept));
    }
    if (!series.documents.empty())
        dataSets.push_back(hasImages ? besideImages(series.header) : placeholder(series.header));
    if (hasImages || series.refused == 0 || !series.documents.empty())
        return dataSets;
    const QString why = series.clashing > 0 ? u"an open study has images of the same UIDs"_s
                                            : u"its images belong to another patient"_s;
    series.failure = described.refusal.value_or(Error{ErrorCode::Conflict, why, 0, -1});
    return {placeholder(series.header)};
}

// What became of its frames before counts for the new description too.
void StudyTable::count(const dicom::DataSet &dataSet)
{
    Counts &counts = m_counts[dataSet.id];
    for (const auto &slice : dataSet.slices) {
        const Image &image = m_images[keyOf(*slice)];
        counts.decoded += image.wasDecoded ? 1 : 0;
        counts.failed += image.failure ? 1 : 0;
        counts.damaged += image.isDamaged ? 1 : 0;
    }
}

StudyTable::SeriesChange StudyTable::failSeries(const StudyUid &study, const SeriesUid &uid, const Error &error)
{
    SeriesChange change;
    if (Series *series = find(study, uid)) {
        if (!series->isRefused)
            series->failure = error;
        for (const auto &dataSet : series->dataSets)
            change.dataSets.push_back(dataSet->id);
        for (const auto &own : m_studies[study].arranged)
            change.dataSets.push_back(own->id);
    }
    return change;
}

void StudyTable::clearSeriesFailure(const StudyUid &study, const SeriesUid &uid)
{
    if (Series *series = find(study, uid); series && !series->isRefused)
        series->failure.reset();
}

std::vector<FrameKey> StudyTable::remove(const StudyUid &uid)
{
    std::vector<FrameKey> gone;
    const auto study = m_studies.find(uid);
    if (study == m_studies.end())
        return gone;
    forgetArranged(*study);
    for (const Series &series : study->series) {
        if (!series.isRefused)
            m_owners.remove(series.header.uid);
        for (const auto &dataSet : series.dataSets) {
            m_places.remove(dataSet->id);
            m_counts.remove(dataSet->id);
            for (const auto &slice : dataSet->slices) {
                gone.push_back(keyOf(*slice));
                m_images.remove(keyOf(*slice));
            }
        }
    }
    m_studies.remove(uid);
    std::erase(m_order, uid);
    return gone;
}

std::shared_ptr<dicomweb::DicomWebClient> StudyTable::archive(const StudyUid &uid) const
{
    return m_studies.value(uid).archive;
}

dicom::StudyHeader StudyTable::study(const StudyUid &uid) const
{
    return m_studies.value(uid).header;
}

std::vector<dicom::DataSetPtr> StudyTable::dataSets(const StudyUid &uid) const
{
    std::vector<dicom::DataSetPtr> all;
    const auto study = m_studies.constFind(uid);
    if (study == m_studies.cend())
        return all;
    if (!study->plans.empty())
        return study->arranged;
    for (const Series &series : study->series)
        all.insert(all.end(), series.dataSets.begin(), series.dataSets.end());
    return all;
}

dicom::DataSetPtr StudyTable::dataSet(const DataSetId &id) const
{
    if (const auto own = m_own.constFind(id); own != m_own.cend())
        return *own;
    const auto place = m_places.constFind(id);
    if (place != m_places.cend()) {
        const Series *series = find(place->study, place->series);
        return series ? series->dataSets[size_t(place->part)] : nullptr;
    }
    if (const qsizetype at = id.text().indexOf(u'@'); at > 0) { // was refused once, and has its own name by now
        const Series *series = find(StudyUid(id.text().mid(at + 1)), SeriesUid(id.text().left(at)));
        return series && !series->dataSets.empty() ? series->dataSets.front() : nullptr;
    }
    for (const StudyUid &study : m_order) {
        const Series *series = find(study, SeriesUid(id.text()));
        if (series && !series->isRefused && !series->dataSets.empty())
            return series->dataSets.front();
    }
    return nullptr;
}

std::vector<dicom::DocumentPtr> StudyTable::documents(const DataSetId &id) const
{
    const auto found = dataSet(id);
    const auto where = found && found->slices.empty() ? seriesOf(found->id) : std::nullopt;
    const Series *series = where ? find(where->first, where->second) : nullptr;
    return series ? series->documents : std::vector<dicom::DocumentPtr>();
}

std::optional<std::pair<StudyUid, SeriesUid>> StudyTable::seriesOf(const DataSetId &id) const
{
    const auto found = dataSet(id);
    if (found && m_own.contains(found->id) && !found->slices.empty()) // the first of several that it is made of
        return std::pair(found->slices.front()->study, found->slices.front()->series);
    const auto place = found ? m_places.constFind(found->id) : m_places.cend();
    if (place == m_places.cend())
        return std::nullopt;
    return std::pair(place->study, place->series);
}

QSet<SeriesUid> StudyTable::seriesIn(const DataSetId &id) const
{
    QSet<SeriesUid> series;
    if (const auto where = seriesOf(id))
        series.insert(where->second);
    if (const auto found = dataSet(id))
        for (const auto &slice : found->slices)
            series.insert(slice->series);
    return series;
}

bool StudyTable::isSettled(const StudyUid &study, const SeriesUid &uid) const
{
    const Series *series = find(study, uid);
    return !series || series->isFinal || series->failure;
}

pixels::StudyImages::Progress StudyTable::progress(const DataSetId &id) const
{
    pixels::StudyImages::Progress progress;
    const auto dataSet = this->dataSet(id);
    if (dataSet && !dataSet->slices.empty() && m_own.contains(dataSet->id))
        return progressOfOwn(*dataSet);
    const auto where = seriesOf(id);
    const Series *series = where ? find(where->first, where->second) : nullptr;
    if (!series)
        return progress;
    if (const int readable = int(documents(id).size()); readable > 0) { // nothing of them is decoded ahead
        progress.expected = progress.described = progress.decoded = readable;
        progress.settled = progress.ended = progress.complete = series->isFinal;
        return progress;
    }
    const Counts counts = m_counts.value(dataSet->id);
    const int slices = int(dataSet->slices.size());
    const bool isWhole = series->dataSets.size() == 1;
    progress.described = slices;
    progress.decoded = counts.decoded;
    const int announced = series->header.instanceCount < 0 ? -1 : series->header.instanceCount - series->skipped;
    // Of files nobody announced how many there are: those that were refused are missed as well.
    const int lacking = archive(where->first) ? 0 : series->refused;
    // Of a series that cannot be described all that it was to have has failed; what was refused is among it.
    const bool isCutOff = series->failure && !series->isFinal;
    const int missing = isCutOff ? std::max(series->refused, announced - slices) : series->refused;
    progress.failed = counts.failed + (isWhole ? missing : 0);
    progress.damaged = counts.damaged;
    // Of a part of a split series nobody announced the size; what is described is all of it once the series is. Nor are
    // files counted together with frames: how many frames one has that is not shown nobody knows.
    const bool hasFrames = std::any_of(dataSet->slices.begin(), dataSet->slices.end(),
                                       [](const dicom::InstancePtr &slice) { return slice->frame > 0; });
    const bool isCounted = isWhole && !hasFrames;
    progress.expected = series->isFinal ? (isCounted ? std::max(announced, slices + lacking) : slices) : announced;
    progress.complete = series->isFinal && dataSet->isComplete && !series->failure && progress.failed == 0 &&
                        slices > 0 && counts.decoded == slices;
    progress.settled = series->isFinal || series->failure;
    progress.ended = (series->isFinal || series->failure) && counts.decoded + counts.failed >= slices;
    if (series->isFinal && !isWhole && !dataSet->isComplete)
        progress.series = gapOf(*series, announced, lacking);
    return progress;
}

// Which part lacks what is known where one of them alone is not whole, and where the places of the images say it. What
// these say may come from elsewhere as well (another step of the table): no more is believed than is missing.
pixels::SeriesGap StudyTable::gapOf(const Series &series, int announced, int refusedFiles)
{
    pixels::SeriesGap gap;
    std::vector<pixels::SeriesGap::Part> incomplete, holed;
    int holes = 0;
    for (const auto &dataSet : series.dataSets) {
        // Announced are objects: how many frames one has that did not come nobody knows.
        if (std::any_of(dataSet->slices.begin(), dataSet->slices.end(), [](const auto &s) { return s->frame > 0; }))
            return {};
        if (dataSet->slices.empty())
            continue;
        gap.there += int(dataSet->slices.size());
        ++gap.partCount;
        int missing = 0;
        for (const dicom::DataIssue &issue : dataSet->issues)
            missing += issue.kind == dicom::DataIssue::Kind::MissingSlices ? issue.count : 0;
        if (missing > 0)
            holed.push_back({gap.partCount, dataSet->part, missing});
        if (!dataSet->isComplete)
            incomplete.push_back({gap.partCount, dataSet->part, 0});
        holes += missing;
    }
    gap.expected = std::max(announced, gap.there + refusedFiles);
    if (!gap.isKnown())
        return gap;
    // One whose images were all refused lacks them too.
    const std::size_t parts = series.dataSets.size() - (series.documents.empty() ? 0 : 1);
    if (incomplete.size() == 1 && gap.partCount > 1 && std::size_t(gap.partCount) == parts) {
        incomplete.front().lacking = gap.missing();
        gap.lacking = std::move(incomplete);
    } else if (holes <= gap.missing()) {
        gap.isByPlaces = !holed.empty();
        gap.lacking = std::move(holed);
    }
    return gap;
}

// Of a stack that the reader has made nobody announced the size: it is whole when all is that it is made of.
pixels::StudyImages::Progress StudyTable::progressOfOwn(const dicom::DataSet &stack) const
{
    pixels::StudyImages::Progress progress;
    QSet<SeriesUid> from;
    for (const auto &slice : stack.slices)
        from.insert(slice->series);
    bool isFinal = true, isEnded = true, hasFailed = false;
    for (const SeriesUid &uid : from) {
        const Series *series = find(stack.slices.front()->study, uid);
        isFinal = isFinal && series && series->isFinal;
        isEnded = isEnded && series && (series->isFinal || series->failure);
        hasFailed = hasFailed || !series || series->failure;
    }
    const Counts counts = m_counts.value(stack.id);
    const int slices = int(stack.slices.size());
    progress.described = slices;
    progress.decoded = counts.decoded;
    progress.failed = counts.failed;
    progress.damaged = counts.damaged;
    progress.expected = isFinal ? slices : -1;
    progress.settled = isEnded;
    progress.complete = isFinal && !hasFailed && stack.isComplete && counts.failed == 0 && counts.decoded == slices;
    progress.ended = isEnded && counts.decoded + counts.failed >= slices;
    return progress;
}

const Error *StudyTable::failure(const DataSetId &id) const
{
    const auto where = seriesOf(id);
    const Series *series = where ? find(where->first, where->second) : nullptr;
    return series && series->failure ? &*series->failure : nullptr;
}

const StudyTable::Image *StudyTable::image(const FrameKey &key) const
{
    const auto found = m_images.constFind(key);
    return found == m_images.cend() ? nullptr : &*found;
}

const Error *StudyTable::failure(const FrameKey &key) const
{
    const Image *found = image(key);
    return found && found->failure ? &*found->failure : nullptr;
}

bool StudyTable::addIssue(const DataSetId &id, const dicom::DataIssue &issue)
{
    const auto own = m_own.value(id);
    if (own && !own->slices.empty()) { // said of all that the reader's stack is made of
        Study &study = m_studies[own->slices.front()->study];
        bool isNew = false;
        for (Series &series : study.series)
            for (dicom::DataSetPtr &dataSet : series.dataSets)
                isNew = (isPartOf(*dataSet, own->id) && tell(dataSet, issue)) || isNew;
        if (isNew)
            rearrange(study);
        return isNew;
    }
    const auto place = m_places.constFind(id);
    Series *const series = place != m_places.cend() ? find(place->study, place->series) : nullptr;
    if (!series)
        return false;
    for (dicom::DataSetPtr &dataSet : series->dataSets)
        if (dataSet->id == id)
            return tell(dataSet, issue);
    return false;
}

/// Whether any of the images is shown in that stack.
bool StudyTable::isPartOf(const dicom::DataSet &dataSet, const DataSetId &stack) const
{
    return std::any_of(dataSet.slices.begin(), dataSet.slices.end(), [&](const auto &slice) {
        const auto image = m_images.constFind(keyOf(*slice));
        return image != m_images.cend() && image->dataSet == stack;
    });
}

bool StudyTable::tell(dicom::DataSetPtr &dataSet, const dicom::DataIssue &issue)
{
    if (std::find(dataSet->issues.begin(), dataSet->issues.end(), issue) != dataSet->issues.end())
        return false;
    auto told = std::make_shared<dicom::DataSet>(*dataSet);
    told->issues.push_back(issue);
    dataSet = std::move(told);
    return true;
}

DataSetId StudyTable::markDecoded(const FrameKey &key, bool isDamaged)
{
    const auto found = m_images.find(key);
    if (found == m_images.end())
        return {};
    Counts &counts = m_counts[found->dataSet];
    counts.decoded += found->wasDecoded ? 0 : 1;
    counts.failed -= found->failure ? 1 : 0;
    counts.damaged += int(isDamaged) - int(found->isDamaged);
    found->wasDecoded = true;
    found->isDamaged = isDamaged;
    found->failure.reset();
    return found->dataSet;
}

DataSetId StudyTable::markFailed(const FrameKey &key, const Error &error)
{
    const auto found = m_images.find(key);
    if (found == m_images.end())
        return {};
    m_counts[found->dataSet].failed += found->failure ? 0 : 1;
    found->failure = error;
    return found->dataSet;
}

int StudyTable::clearFailures(const DataSetId &id, std::optional<ErrorCode> only)
{
    int cleared = 0;
    const auto found = dataSet(id);
    if (!found)
        return cleared;
    for (const auto &slice : found->slices) {
        const auto image = m_images.find(keyOf(*slice));
        if (image == m_images.end() || !image->failure || (only && image->failure->code != *only))
            continue;
        image->failure.reset();
        --m_counts[found->id].failed;
        ++cleared;
    }
    return cleared;
}

} // namespace consilium::app
