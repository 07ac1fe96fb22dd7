#include "app/usecases/MarkSaving.h"

#include "app/bridge/OutOfReach.h"
#include "base/Logging.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/objects/Part10.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using session::AnnotationKind;

// Series of their own, behind those of the images.
constexpr int measurementSeries = 9001, presentationSeries = 9002, keyImageSeries = 9003, withdrawalSeries = 9004,
              viewSeries = 9005;

objects::Code languageOf(const QString &language)
{
    if (language == u"zh_CN")
        return {u"zh-CN"_s, u"RFC5646"_s, u"Chinese (China)"_s};
    if (language == u"zh_TW")
        return {u"zh-TW"_s, u"RFC5646"_s, u"Chinese (Taiwan)"_s};
    return {u"en"_s, u"RFC5646"_s, u"English"_s};
}

objects::Code titleOf(const QString &code)
{
    for (const objects::Code &title : objects::keyImageTitles())
        if (title.value == code)
            return title;
    return {};
}

/// The same for equal contents: what differs from one object to the next by itself is left out.
template<class Object>
Result<QByteArray> digestOf(Object object, const Attributes &header)
{
    object.header = objects::newHeader(header, {});
    object.header.series = SeriesUid(u"2.25.1"_s);
    object.header.sop = SopInstanceUid(u"2.25.2"_s);
    object.header.date = u"20000101"_s;
    object.header.time = u"000000"_s;
    const auto attributes = attributesOf(object);
    const auto bytes = attributes ? objects::part10Of(*attributes) : fail(attributes.error());
    return bytes ? Result<QByteArray>(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256))
                 : fail(bytes.error());
}

/// What it names can be named once more.
bool isWhole(const objects::Measurement &measurement)
{
    const auto isNamed = [](const objects::ImageReference &image) {
        return !image.sopClass.isEmpty() && !image.sop.isEmpty() && !image.study.isEmpty() && !image.series.isEmpty();
    };
    return (measurement.image.sop.isEmpty() || isNamed(measurement.image)) &&
           std::all_of(measurement.shapes.begin(), measurement.shapes.end(), [&](const objects::Shape &shape) {
               return shape.isInPatient() ? !shape.frameOfReference.isEmpty() : isNamed(shape.image);
           });
}

bool isOn(const session::Annotation &mark, const objects::ImageReference &image)
{
    return mark.sop == image.sop && (image.frame == 0 || image.frame == mark.frame + 1) && !image.series.isEmpty();
}

/// For people: "Length, Arrow (nodule) and 3 more".
QString namesOf(const std::vector<session::Annotation> &marks)
{
    constexpr std::size_t most = 5;
    constexpr int longestText = 30;
    QStringList names;
    for (std::size_t i = 0; i < marks.size() && i < most; ++i) {
        QString name = widgets::markKindName(marks[i].kind);
        const QString text = marks[i].kind == AnnotationKind::KeyImage ? widgets::keyImageReason(marks[i].text)
                                                                       : marks[i].text.simplified().left(longestText);
        if (!text.isEmpty())
            name += u" ("_s + text + u')';
        names << name;
    }
    const QString list = names.join(MarkSaving::tr(", ", "between marks"));
    return marks.size() <= most ? list : MarkSaving::tr("%1 and %n more", nullptr, int(marks.size() - most)).arg(list);
}

struct Series {
    int number = 1;
    QString description;
};

/// Predecessors have their place in reports alone (PS3.3 C.17.2); in the others the newest object of a series counts.
/// What is still on its way may never come: the one before it is named too.
void namePredecessors(objects::MeasurementReport &report, const SavedObject &saved, const StudyUid &study)
{
    for (auto version = saved.earlier.rbegin(); version != saved.earlier.rend(); ++version)
        report.predecessors.push_back({version->sopClass, version->sop, 0, study, version->series});
}
template<class Object>
void namePredecessors(Object &, const SavedObject &, const StudyUid &)
{
}

/// What is there again when whatever takes this object's place is given up: itself; before it, where it may be given up
/// in its turn, what it took the place of.
std::vector<SavedVersion> versionsUpTo(const SavedObject &object, const MarkSaving::Task &task)
{
    std::vector<SavedVersion> all;
    if (task.onTheirWay.contains(object.sop))
        all = object.earlier;
    all.push_back(object);
    all.back().marks = task.before.marksIn(object);
    return all;
}

/// The object and what is saved when it is given up.
SavedObject following(const SavedObject &before, const MarkSaving::Task &task)
{
    SavedObject next;
    next.earlier = versionsUpTo(before, task);
    next.series = before.series;
    next.number = before.number + 1;
    if (before.role.startsWith(keyImagesRole)) {
        next.former = before.former;
        next.former.push_back({before.sop, before.series});
    }
    return next;
}

/// Some image of this object is no key image any more, or one for another reason.
bool isTakenBack(const SavedObject &object, const MarkSaving::Task &task)
{
    const auto isThere = [&](const session::Annotation &saved) {
        return std::any_of(task.marks.begin(), task.marks.end(), [&](const session::Annotation &mark) {
            return mark.kind == AnnotationKind::KeyImage && mark.sop == saved.sop && mark.frame == saved.frame &&
                   mark.text == saved.text;
        });
    };
    const auto saved = task.before.marksIn(object);
    return object.role.startsWith(keyImagesRole) && !std::all_of(saved.begin(), saved.end(), isThere);
}

/// nullopt: it says what the one before says.
template<class Object>
Result<std::optional<MadeObject>> makeObject(const QString &role, Object object, const Attributes &header,
                                             const MarkSaving::Task &task, const Series &series)
{
    const auto digest = digestOf(object, header);
    if (!digest)
        return fail(digest.error());
    const SavedObject *const before = task.before.find(role);
    const bool isWithdrawn = before && isTakenBack(*before, task);
    if (before && before->content == *digest && !isWithdrawn)
        return std::optional<MadeObject>();
    object.header = objects::newHeader(header, task.made);
    object.header.seriesNumber = series.number;
    object.header.seriesDescription = series.description;
    MadeObject made;
    if (before && !before->sop.isEmpty()) {
        made.saved = following(*before, task);
        object.header.series = made.saved.series;
        object.header.instanceNumber = made.saved.number;
        namePredecessors(object, made.saved, task.study);
        if (isWithdrawn) { // nothing is saved without this one
            made.saved.former.clear();
            made.saved.earlier.clear();
        }
    }
    const auto attributes = attributesOf(object);
    auto bytes = attributes ? objects::part10Of(*attributes) : fail(attributes.error());
    if (!bytes)
        return fail(bytes.error());
    made.saved.role = role;
    made.saved.sopClass = SopClassUid(attributes->text(tags::SopClassUid));
    made.saved.sop = object.header.sop;
    made.saved.series = object.header.series;
    made.saved.number = object.header.instanceNumber;
    made.saved.content = *digest;
    made.part10 = std::move(*bytes);
    return std::optional(std::move(made));
}

/// As it is now it was saved before, or is among those that are.
bool isSaved(const SavedVersion &object, const SavedMarks &before, const std::vector<MadeObject> &made)
{
    return std::any_of(before.objects.begin(), before.objects.end(),
                       [&](const SavedObject &one) { return one.content == object.content; }) ||
           std::any_of(made.begin(), made.end(),
                       [&](const MadeObject &one) { return one.saved.content == object.content; });
}

} // namespace

MarkSaving::MarkSaving(Task task, pixels::StudyImages &images, QObject *parent)
    : QObject(parent), m_task(std::move(task)), m_images(images)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_task.frameWaitMs);
    const auto isAwaited = [this](const pixels::FrameKey &key) {
        if (m_awaitedFused)
            return *m_awaitedFused == key;
        return !m_waiting.empty() && m_waiting.front().mark.sop == key.sop && m_waiting.front().mark.frame == key.frame;
    };
    connect(&images, &pixels::StudyImages::frameReady, this, [this, isAwaited](const pixels::FrameKey &key) {
        if (isAwaited(key))
            next();
    });
    connect(&images, &pixels::StudyImages::frameFailed, this, [this, isAwaited](const pixels::FrameKey &key) {
        if (isAwaited(key))
            next();
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_isOver || (m_waiting.empty() && m_fusedWaiting.empty()))
            return;
        if (const auto why = m_task.mayWait && m_task.trouble ? m_task.trouble() : std::nullopt)
            return end(fail(*why)); // it is asked for longer than this waits: the frame has not failed yet
        if (m_waiting.empty())
            measureFused();
        else
            describeFirst(); // without what its pixels say
        next();
    });
}

MarkSaving::~MarkSaving()
{
    m_cancel.cancel();
    m_images.want(this, DataSetId(), 0, 0); // nothing is pinned any more
}

void MarkSaving::start()
{
    if (!m_task.views.empty())
        return startViews();
    for (const session::Annotation &mark : m_task.marks)
        takeMark(mark);
    // Also the images of marks that are gone: their presentation is written anew, without them.
    for (const session::Annotation &mark : m_task.before.marks) {
        if (const auto place = widgets::placeOfMark(mark, m_task.study, m_images))
            (keptIn(mark.kind) == KeptIn::KeyImages ? m_formerKeys : m_formerly)
                .emplace_back(place->stack->id, place->stack->slices[std::size_t(place->slice)]);
        else if (keptIn(mark.kind) == KeptIn::Presentation)
            m_heldBack.insert(roleOf(mark)); // a new state would be without it
    }
    next();
}

void MarkSaving::takeMark(const session::Annotation &mark)
{
    if (const auto place = widgets::placeOfMark(mark, m_task.study, m_images)) {
        m_waiting.push_back({mark, *place});
        return;
    }
    const session::Annotation *const before = savedVersion(mark);
    if (!before || !(*before == mark))
        m_unsaved.push_back(mark);
    leaveOut(mark);
}

/// As it was saved it stays saved.
void MarkSaving::leaveOut(const session::Annotation &mark)
{
    m_leftOut.insert(mark.id);
    if (const session::Annotation *const before = savedVersion(mark))
        m_absent.push_back(*before);
}

const session::Annotation *MarkSaving::savedVersion(const session::Annotation &mark) const
{
    const auto &before = m_task.before.marks;
    auto found = std::find_if(before.begin(), before.end(), [&](const session::Annotation &one) {
        return one.id == mark.id || trackingUidOf(one.id) == trackingUidOf(mark.id);
    });
    if (found == before.end()) // read from its object, which knows no id of it
        found = std::find_if(before.begin(), before.end(),
                             [&](const session::Annotation &one) { return isSameMark(one, mark); });
    return found == before.end() ? nullptr : &*found;
}

bool MarkSaving::isOfTask(const session::Annotation &mark) const
{
    return std::any_of(m_task.marks.begin(), m_task.marks.end(),
                       [&](const session::Annotation &one) { return isSameMark(one, mark); });
}

/// Of the object that holds it; of presentation states all those of the stack.
QString MarkSaving::roleOf(const session::Annotation &mark) const
{
    switch (keptIn(mark.kind)) {
    case KeptIn::Measurements:
        return measurementsRole;
    case KeptIn::KeyImages:
        return keyImagesRole + mark.text;
    case KeptIn::Presentation:
        break;
    }
    const auto place = widgets::placeOfMark(mark, m_task.study, m_images);
    return presentationRole + (place ? place->stack->id : mark.dataSet).text() + u'/';
}

/// Describes what can be described; begins to fetch the frame of the first that cannot.
void MarkSaving::next()
{
    while (!m_isOver && !m_waiting.empty()) {
        const Waiting &first = m_waiting.front();
        const pixels::FrameKey key{first.mark.sop, first.mark.frame};
        const auto frame = m_images.frame(key);
        const bool isThere = frame && frame->reduction == 0;
        const Error *const failure = isThere || !needsPixels(first.mark.kind) ? nullptr : m_images.failure(key);
        if (m_task.mayWait && isOutOfReach(failure)) // they can be had another time, and with them what the mark says
            return end(fail(*failure));
        if (needsPixels(first.mark.kind) && !isThere && !failure) {
            if (!m_patience.isActive()) {
                m_patience.start();
                m_images.wantOne(this, first.place.stack->id, first.place.slice);
            }
            return;
        }
        describeFirst();
    }
    if (m_isOver || !takeFused())
        return;
    m_isOver = true;
    keepFormerFused();
    std::set<QString> roles;
    for (const session::Annotation &mark : m_absent)
        if (const SavedObject *const object = m_task.before.find(roleOf(mark));
            object && roles.insert(object->role).second)
            m_toRead.push_back(*object);
    m_isFusedHeld = !m_fusedFormer.empty() && !roles.contains(measurementsRole);
    if (const SavedObject *const report = m_task.before.find(measurementsRole); report && m_isFusedHeld)
        m_toRead.push_back(*report);
    readFormer();
}

void MarkSaving::describeFirst()
{
    m_patience.stop();
    const Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    // A calibration by hand may be among those that were saved and are in no session now.
    session::AnnotationSet marks = m_task.state.annotations();
    for (const session::Annotation &mark : m_task.marks)
        marks = marks.with(mark);
    const DataSetId &stack = first.place.stack->id;
    const session::Suv suv = m_suv[first.mark.id] = suvOf(first.mark, stack);
    auto described = describeMark(first.mark, first.place, m_images, marks, suv);
    const bool isEmptyText = first.mark.kind == AnnotationKind::Text && first.mark.text.trimmed().isEmpty();
    if (!described || isEmptyText) {
        m_leftOut.insert(first.mark.id);
        if (!described)
            leaveOut(first.mark);
        if (!described && savedVersion(first.mark) && keptIn(first.mark.kind) == KeptIn::Presentation)
            m_heldBack.insert(roleOf(first.mark));
        m_notes << tr("A mark cannot be drawn on its image and is not saved: %1.")
                       .arg(widgets::markKindName(first.mark.kind));
        return;
    }
    const auto frame = m_images.frame({first.mark.sop, first.mark.frame});
    if (needsPixels(first.mark.kind) && !(frame && frame->reduction == 0))
        ++m_withoutPixels;
    m_described.push_back(std::move(*described));
}

/// One object after the other.
void MarkSaving::readFormer()
{
    if (m_toRead.empty()) {
        holdBack();
        noteUnsaved();
        return fetchHeader();
    }
    const SavedObject object = std::move(m_toRead.front());
    m_toRead.pop_front();
    if (!m_task.fetchSaved) {
        m_heldBack.insert(object.role);
        return readFormer();
    }
    m_task.fetchSaved(object).then(this, [this, role = object.role](const Result<QByteArray> &part10) {
        if (m_task.mayWait && !part10 && isOutOfReach(&part10.error()))
            return end(fail(part10.error()));
        takeFormer(role, part10);
        readFormer();
    });
}

void MarkSaving::takeFormer(const QString &role, const Result<QByteArray> &part10)
{
    const auto object = part10 ? dicom::readObject(*part10) : fail(part10.error());
    if (!object) {
        qCWarning(logApp) << "what was saved cannot be read:" << errorName(object.error().code);
        m_heldBack.insert(role);
        return;
    }
    if (role == measurementsRole) {
        if (auto report = objects::readMeasurements(*object))
            for (objects::Measurement &measurement : report->measurements)
                if (isWhole(measurement))
                    m_carried.push_back(std::move(measurement));
    } else if (const auto keys = objects::readKeyObjects(*object)) {
        for (const objects::ImageReference &image : keys->images)
            m_carriedKeys.emplace_back(role, image);
    }
}

bool MarkSaving::isCarried(const session::Annotation &mark) const
{
    if (keptIn(mark.kind) == KeptIn::Measurements)
        return std::any_of(m_carried.begin(), m_carried.end(), [uid = trackingUidOf(mark.id)](const auto &measurement) {
            return measurement.trackingUid == uid;
        });
    return keptIn(mark.kind) == KeptIn::KeyImages &&
           std::any_of(m_carriedKeys.begin(), m_carriedKeys.end(),
                       [&](const auto &key) { return key.first == roleOf(mark) && isOn(mark, key.second); });
}

/// An object that would be without a mark that is saved stays as it is, and so do all marks that it holds.
void MarkSaving::holdBack()
{
    std::erase_if(m_absent, [this](const session::Annotation &mark) { // of what was given up there is no object
        return keptIn(mark.kind) != KeptIn::Presentation && !m_task.before.find(roleOf(mark));
    });
    for (const session::Annotation &mark : m_absent)
        if (keptIn(mark.kind) != KeptIn::Presentation && !isCarried(mark))
            m_heldBack.insert(roleOf(mark));
    const auto isWanted = [this](const objects::Measurement &measurement) {
        const QString &uid = measurement.regionOf.isEmpty() ? measurement.trackingUid : measurement.regionOf;
        if (m_fusedFormer.contains(measurement.trackingUid))
            return true;
        return std::any_of(m_absent.begin(), m_absent.end(),
                           [&](const session::Annotation &mark) { return trackingUidOf(mark.id) == uid; });
    };
    std::erase_if(m_carried, [&](const objects::Measurement &measurement) { return !isWanted(measurement); });
    std::erase_if(m_carriedKeys, [this](const auto &key) {
        return std::none_of(m_absent.begin(), m_absent.end(), [&](const session::Annotation &mark) {
            return mark.kind == AnnotationKind::KeyImage && roleOf(mark) == key.first && isOn(mark, key.second);
        });
    });
    if (m_heldBack.empty())
        return;
    holdBackOrigins();
    std::erase_if(m_described, [this](const DescribedMark &described) {
        const session::Annotation *const before = savedVersion(described.mark);
        if (!isHeldBack(described.mark) && !(before && isHeldBack(*before)))
            return false;
        m_leftOut.insert(described.mark.id);
        if (!before || !(*before == described.mark))
            m_held.push_back(described.mark);
        return true;
    });
}

/// A key image whose reason was changed goes from one object to another. Where the other one cannot take it, the first
/// must not lose it; what would have come into that one has to stay where it is in its turn.
void MarkSaving::holdBackOrigins()
{
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (const DescribedMark &described : m_described)
            if (const session::Annotation *const before = savedVersion(described.mark);
                before && isHeldBack(described.mark))
                isMore = m_heldBack.insert(roleOf(*before)).second || isMore;
    }
}

void MarkSaving::noteUnsaved()
{
    if (!m_unsaved.empty())
        m_notes << tr("Not saved, for their images are not in the archive or not loaded yet: %1. They stay unsaved "
                      "marks.")
                       .arg(namesOf(m_unsaved));
    if (!m_held.empty())
        m_notes << (m_isFusedHeld && m_heldBack.contains(measurementsRole)
                        ? tr("Not saved, for figures of a fused series that were saved with them cannot be read now "
                             "and would be lost: %1. They stay unsaved marks.")
                        : tr("Not saved, for marks that were saved with them lie on images that are not there and "
                             "would be lost: %1. They stay unsaved marks."))
                       .arg(namesOf(m_held));
    const auto &before = m_task.before.marks;
    const auto undone = std::count_if(before.begin(), before.end(), [this](const session::Annotation &mark) {
        return isHeldBack(mark) && !isOfTask(mark);
    });
    if (undone > 0)
        m_notes << tr("The deletion of %n mark(s) is not saved for the same reason.", nullptr, int(undone));
}

void MarkSaving::fetchHeader()
{
    if (m_withoutPixels > 0)
        m_notes << tr("The pixels of %n mark(s) could not be had: they are saved without the values of these.", nullptr,
                      m_withoutPixels);
    noteFused();
    std::deque<dicom::InstancePtr> images;
    const auto add = [&images](const dicom::InstancePtr &image) {
        const bool isKnown = std::any_of(images.begin(), images.end(),
                                         [&](const dicom::InstancePtr &one) { return one->sop == image->sop; });
        if (!isKnown)
            images.push_back(image);
    };
    for (const DescribedMark &mark : m_described)
        add(mark.image);
    for (const auto *formerly : {&m_formerly, &m_formerKeys})
        for (const auto &[stack, image] : *formerly)
            add(image);
    if (images.empty())
        return end(MadeObjects{{}, m_task.before, m_notes});
    if (m_task.header)
        return build(*m_task.header);
    fetchHeaderOf(std::move(images));
}

/// Of the first that the archive has: all of them say the same of patient and study.
void MarkSaving::fetchHeaderOf(std::deque<dicom::InstancePtr> images)
{
    const dicom::InstancePtr image = images.front();
    images.pop_front();
    auto asked = m_task.archive ? m_task.archive->fetchInstanceMetadata(image->study, image->series, image->sop,
                                                                        Priority::Interactive, m_cancel)
                                : runPending([path = image->localFile] { return dicom::readHeader(path); });
    asked.then(this, [this, images = std::move(images)](const Result<Attributes> &header) {
        if (header)
            build(*header);
        else if (header.error().code == ErrorCode::NotFound && !images.empty())
            fetchHeaderOf(images);
        else
            end(fail(header.error()));
    });
}

/// What nobody has touched since it was saved is saved as it was, whatever is shown now.
session::Suv MarkSaving::suvOf(const session::Annotation &mark, const DataSetId &stack) const
{
    const session::Annotation *const before = savedVersion(mark);
    if (before && *before == mark) {
        const auto known = m_task.before.suvOf(before->id); // older programs did not keep it
        if (const auto kind = known ? known : statedSuv(before->id, m_images))
            return *kind;
    }
    return widgets::suvShown(m_task.state, stack);
}

void MarkSaving::planKeyImages(Plan &plan)
{
    std::vector<std::pair<QString, objects::KeyObjects>> keys;
    for (const DescribedMark &mark : m_described) {
        if (mark.mark.kind != AnnotationKind::KeyImage)
            continue;
        const objects::Code title = titleOf(mark.mark.text);
        if (title.isEmpty()) {
            m_leftOut.insert(mark.mark.id);
            m_notes << tr("A key image without a known reason is not saved.");
            continue;
        }
        const QString role = keyImagesRole + title.value;
        auto found = std::find_if(keys.begin(), keys.end(), [&](const auto &one) { return one.first == role; });
        if (found == keys.end()) {
            found = keys.insert(keys.end(), {role, {}});
            found->second.title = title;
            found->second.author = m_task.author;
        }
        auto &images = found->second.images;
        if (const auto image = referenceTo(*mark.image); std::find(images.begin(), images.end(), image) == images.end())
            images.push_back(image);
        plan.holds[role].push_back(mark.mark.id);
    }
    for (const auto &[role, image] : m_carriedKeys) {
        if (m_heldBack.contains(role))
            continue;
        auto found = std::find_if(keys.begin(), keys.end(), [&r = role](const auto &one) { return one.first == r; });
        if (found == keys.end()) {
            found = keys.insert(keys.end(), {role, {}});
            found->second.title = titleOf(role.mid(keyImagesRole.size()));
            found->second.author = m_task.author;
        }
        found->second.images.push_back(image);
        for (const session::Annotation &mark : m_absent)
            if (mark.kind == AnnotationKind::KeyImage && roleOf(mark) == role && isOn(mark, image))
                plan.holds[role].push_back(mark.id);
    }
    plan.keys = std::move(keys);
}

/// A selection that holds an image too many cannot be taken back by a newer one, which other programs show beside it,
/// and one without images cannot be written. A note says that the object (not its images) is not to be used: IHE RAD
/// TF-3 4.66 (IOCM), PS3.16 CID 7010.
void MarkSaving::planWithdrawals(Plan &plan)
{
    const auto add = [this](objects::KeyObjects &note, const SavedObject &object, const SavedReference &one) {
        const objects::ImageReference named{object.sopClass, one.sop, 0, m_task.study, one.series};
        if (std::find(note.images.begin(), note.images.end(), named) == note.images.end())
            note.images.push_back(named);
    };
    for (const SavedObject &object : m_task.before.objects) {
        if (m_heldBack.contains(object.role) || !isTakenBack(object, m_task))
            continue;
        objects::KeyObjects note;
        note.title = objects::codes::rejectedForQuality;
        note.reason = u"Key images taken back"_s;
        note.author = m_task.author;
        // The note before this one may still be given up, and then nothing else withdraws what it names.
        if (const SavedObject *const last = m_task.before.find(withdrawnRole + object.role);
            last && m_task.onTheirWay.contains(last->sop)) {
            for (const SavedReference &former : last->former)
                add(note, object, former);
            for (const SavedVersion &version : last->earlier)
                add(note, object, {version.sop, version.series});
        }
        for (const SavedReference &former : object.former)
            add(note, object, former);
        add(note, object, {object.sop, object.series});
        plan.withdrawals.emplace_back(object.role, std::move(note));
    }
}

MarkSaving::Plan MarkSaving::plan()
{
    // In an order that does not depend on which of them were changed: equal contents are known by it.
    std::sort(m_described.begin(), m_described.end(),
              [](const DescribedMark &a, const DescribedMark &b) { return a.mark.id < b.mark.id; });
    Plan plan;
    objects::MeasurementReport report;
    report.author = m_task.author;
    report.language = languageOf(m_task.language);
    for (const DescribedMark &mark : m_described)
        if (keptIn(mark.mark.kind) == KeptIn::Measurements) {
            report.measurements.push_back(measurementOf(mark));
            plan.holds[measurementsRole].push_back(mark.mark.id);
            plan.suv[mark.mark.id] = m_suv[mark.mark.id];
        }
    std::copy_if(m_carried.begin(), m_carried.end(), std::back_inserter(report.measurements),
                 [](const objects::Measurement &one) { return one.regionOf.isEmpty(); });
    planFused(plan, report);
    for (const session::Annotation &mark : m_absent)
        if (keptIn(mark.kind) == KeptIn::Measurements) {
            plan.holds[measurementsRole].push_back(mark.id);
            if (const auto suv = m_task.before.suvOf(mark.id))
                plan.suv[mark.id] = *suv;
        }
    if (m_heldBack.contains(measurementsRole))
        plan.holds.erase(measurementsRole); // it holds what it held
    // An empty one takes the place of what was saved.
    if (!m_heldBack.contains(measurementsRole) &&
        (!report.measurements.empty() || m_task.before.find(measurementsRole)))
        plan.report = std::move(report);
    planPresentations(plan);
    planKeyImages(plan);
    planWithdrawals(plan);
    return plan;
}

/// What was written now, and of what was not what is saved all the same.
std::vector<session::Annotation> MarkSaving::savedAfter() const
{
    std::vector<session::Annotation> marks;
    for (const DescribedMark &mark : m_described)
        if (!m_leftOut.contains(mark.mark.id))
            marks.push_back(mark.mark);
    for (const session::Annotation &mark : m_task.before.marks) {
        const bool isCarriedOver = std::any_of(m_absent.begin(), m_absent.end(),
                                               [&](const session::Annotation &one) { return one.id == mark.id; });
        const bool isThere =
            std::any_of(marks.begin(), marks.end(), [&](const session::Annotation &one) { return one.id == mark.id; });
        if ((isHeldBack(mark) || isCarriedOver) && !isThere)
            marks.push_back(mark);
    }
    return marks;
}

void MarkSaving::build(const Attributes &header)
{
    Plan wanted = m_task.views.empty() ? plan() : planViews();
    const auto holds = wanted.holds;
    const auto suv = wanted.suv;
    const auto fused = wanted.fused;
    runPending([wanted = std::move(wanted), header, task = m_task] {
        return madeOf(wanted, header, task);
    }).then(this, [this, holds, suv, fused](const Result<std::vector<MadeObject>> &objects) {
        if (!objects)
            return end(fail(objects.error()));
        MadeObjects made;
        made.objects = *objects;
        made.notes = m_notes;
        made.after = m_task.before;
        made.after.study = m_task.study;
        if (m_task.views.empty())
            made.after.marks = savedAfter();
        for (const MadeObject &object : made.objects)
            made.after.put(object.saved);
        for (SavedObject &object : made.after.objects)
            if (const auto held = holds.find(object.role); held != holds.end()) {
                object.holds = held->second;
                const bool isReport = object.role == measurementsRole;
                object.suv = isReport ? suv : decltype(object.suv)();
                object.fused = isReport ? fused : decltype(object.fused)();
            }
        std::erase_if(made.after.objects, [&](const SavedObject &object) { // of what is no key image any more
            return object.role.startsWith(keyImagesRole) &&
                   std::none_of(made.after.marks.begin(), made.after.marks.end(), [&](const auto &mark) {
                       return mark.kind == AnnotationKind::KeyImage && keyImagesRole + mark.text == object.role;
                   });
        });
        end(std::move(made));
    });
}

Result<std::vector<MadeObject>> MarkSaving::madeOf(const Plan &plan, const Attributes &header, const Task &task)
{
    std::vector<MadeObject> all;
    const auto take = [&all](Result<std::optional<MadeObject>> made) -> Result<void> {
        if (!made)
            return fail(made.error());
        if (*made)
            all.push_back(std::move(**made));
        return {};
    };
    if (plan.report)
        if (auto done =
                take(makeObject(measurementsRole, *plan.report, header, task, {measurementSeries, tr("Measurements")}));
            !done)
            return fail(done.error());
    for (const auto &[role, state] : plan.presentations) {
        const bool isView = !task.views.empty();
        auto made = makeObject(role, state, header, task,
                               isView ? Series{viewSeries, tr("Saved views")}
                                      : Series{presentationSeries, tr("Presentation states")});
        if (isView && made && *made && isSaved((*made)->saved, task.before, all))
            continue;
        const auto done = take(std::move(made));
        if (!done && (isView || !state.annotations.empty())) // a display that cannot be written holds up no measurement
            return fail(done.error());
    }
    for (const auto &[role, keys] : plan.keys)
        if (auto done = take(makeObject(role, keys, header, task, {keyImageSeries, tr("Key images")})); !done)
            return fail(done.error());
    for (const auto &[role, note] : plan.withdrawals) {
        auto done =
            makeObject(withdrawnRole + role, note, header, task, {withdrawalSeries, tr("Key images taken back")});
        if (done && *done) {
            SavedObject &saved = (*done)->saved;
            const SavedObject &withdrawn = *task.before.find(role);
            saved.earlier = versionsUpTo(withdrawn, task); // without the note it is there again
            saved.former.clear();
            for (const objects::ImageReference &named : note.images)
                if (named.sop != withdrawn.sop)
                    saved.former.push_back({named.sop, named.series});
        }
        if (auto taken = take(std::move(done)); !taken)
            return fail(taken.error());
    }
    return all;
}

void MarkSaving::end(const Result<MadeObjects> &made)
{
    m_isOver = true;
    m_patience.stop();
    m_waiting.clear();
    m_fusedWaiting.clear();
    if (!made)
        qCInfo(logApp) << "marks were not made into objects:" << errorName(made.error().code);
    Q_EMIT finished(made);
}

} // namespace consilium::app
