#include "app/usecases/MarkSaving.h"

#include "base/Logging.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/objects/Part10.h"
#include "viewer/widgets/ShownImage.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using session::AnnotationKind;

// Series of their own, behind those of the images.
constexpr int measurementSeries = 9001, presentationSeries = 9002, keyImageSeries = 9003, withdrawalSeries = 9004;

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

/// The object and what is saved when it is given up.
SavedObject following(const SavedObject &before, const MarkSaving::Task &task)
{
    SavedObject next;
    if (task.onTheirWay.contains(before.sop))
        next.earlier = before.earlier;
    next.earlier.push_back(before);
    next.earlier.back().marks = task.before.marksIn(before);
    next.series = before.series;
    next.number = before.number + 1;
    if (before.role.startsWith(keyImagesRole)) {
        next.former = before.former;
        next.former.push_back(before.sop);
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
    if (before && before->content == *digest)
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
        if (isTakenBack(*before, task)) // they are withdrawn
            made.saved.former.clear();
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

} // namespace

MarkSaving::MarkSaving(Task task, pixels::StudyImages &images, QObject *parent)
    : QObject(parent), m_task(std::move(task)), m_images(images)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(frameWaitMs);
    const auto isAwaited = [this](const pixels::FrameKey &key) {
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
        if (!m_waiting.empty() && !m_isOver) {
            describeFirst(); // without what its pixels say
            next();
        }
    });
}

MarkSaving::~MarkSaving()
{
    m_cancel.cancel();
    m_images.want(this, DataSetId(), 0, 0); // nothing is pinned any more
}

void MarkSaving::start()
{
    int missing = 0;
    for (const session::Annotation &mark : m_task.marks) {
        const auto place = widgets::placeOfMark(mark, m_task.study, m_images);
        if (!place && wasSaved(mark))
            return endWithoutImage();
        if (place) {
            m_waiting.push_back({mark, *place});
        } else {
            ++missing;
            m_leftOut.insert(mark.id);
        }
    }
    if (missing > 0)
        m_notes << tr("%n mark(s) lie on images that are not there (yet), and are not saved.", nullptr, missing);
    // Also the images of marks that are gone: their presentation is written anew, without them.
    for (const session::Annotation &mark : m_task.before.marks)
        if (const auto place = widgets::placeOfMark(mark, m_task.study, m_images))
            (keptIn(mark.kind) == KeptIn::KeyImages ? m_formerKeys : m_formerly)
                .emplace_back(place->stack->id, place->stack->slices[std::size_t(place->slice)]);
    next();
}

bool MarkSaving::wasSaved(const session::Annotation &mark) const
{
    const auto &before = m_task.before.marks;
    return std::any_of(before.begin(), before.end(), [&](const session::Annotation &one) { return one.id == mark.id; });
}

/// The new object would be without a mark that the one before has.
void MarkSaving::endWithoutImage()
{
    end(fail(ErrorCode::NotFound, u"an image of a mark that was saved"_s));
}

/// Describes what can be described; begins to fetch the frame of the first that cannot.
void MarkSaving::next()
{
    while (!m_isOver && !m_waiting.empty()) {
        const Waiting &first = m_waiting.front();
        const pixels::FrameKey key{first.mark.sop, first.mark.frame};
        const auto frame = m_images.frame(key);
        const bool isThere = frame && frame->reduction == 0;
        if (needsPixels(first.mark.kind) && !isThere && !m_images.failure(key)) {
            if (!m_patience.isActive()) {
                m_patience.start();
                m_images.wantOne(this, first.place.stack->id, first.place.slice);
            }
            return;
        }
        describeFirst();
    }
    if (!m_isOver)
        fetchHeader();
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
    auto described = describeMark(first.mark, first.place, m_images, marks);
    const bool isEmptyText = first.mark.kind == AnnotationKind::Text && first.mark.text.trimmed().isEmpty();
    if (!described && wasSaved(first.mark))
        return endWithoutImage();
    if (!described || isEmptyText) {
        m_leftOut.insert(first.mark.id);
        m_notes << tr("A mark cannot be drawn on its image and is not saved: %1.")
                       .arg(widgets::markKindName(first.mark.kind));
        return;
    }
    const auto frame = m_images.frame({first.mark.sop, first.mark.frame});
    if (needsPixels(first.mark.kind) && !(frame && frame->reduction == 0))
        ++m_withoutPixels;
    m_described.push_back(std::move(*described));
}

void MarkSaving::fetchHeader()
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_withoutPixels > 0)
        m_notes << tr("The pixels of %n mark(s) could not be had: they are saved without the values of these.", nullptr,
                      m_withoutPixels);
    const auto &formerly = m_formerly.empty() ? m_formerKeys : m_formerly;
    if (m_described.empty() && formerly.empty() && !m_task.before.marks.empty())
        return endWithoutImage();
    if (m_described.empty() && formerly.empty())
        return end(MadeObjects{{}, m_task.before, m_notes});
    if (m_task.header)
        return build(*m_task.header);
    const dicom::InstancePtr image = m_described.empty() ? formerly.front().second : m_described.front().image;
    fetchHeader(*image, m_task.archive, m_cancel).then(this, [this](const Result<Attributes> &header) {
        if (header)
            build(*header);
        else
            end(fail(header.error()));
    });
}

Pending<Result<Attributes>> MarkSaving::fetchHeader(const dicom::Instance &image,
                                                    const std::shared_ptr<dicomweb::DicomWebClient> &archive,
                                                    const CancelToken &cancel)
{
    if (archive)
        return archive->fetchInstanceMetadata(image.study, image.series, image.sop, Priority::Interactive, cancel);
    return runPending([path = image.localFile] { return dicom::readHeader(path); });
}

Display MarkSaving::displayOf(const DataSetId &stack, const dicom::Instance &image) const
{
    Display display;
    const session::ViewerState &state = m_task.state;
    const auto shows = [&](const ViewId &id) { return state.view(id).dataSet == stack; };
    ViewId chosen = shows(state.layout().active) ? state.layout().active : ViewId();
    for (int i = 0; chosen.isEmpty() && i < state.layout().cellCount(); ++i)
        if (const ViewId id = session::Layout::viewAt(i); shows(id))
            chosen = id;
    if (!chosen.isEmpty()) {
        display.view = state.view(chosen);
        display.presentation = state.presentation(chosen, stack);
    }
    const ViewId list(u"list"_s);
    session::ViewState view;
    view.study = image.study;
    view.dataSet = stack;
    view.plane = session::ImageRef{image.sop, image.frame};
    const auto shown = widgets::resolveImage(list, session::ViewerState().withView(list, view), m_images);
    display.fallback = shown.overlay.presentation.window;
    return display;
}

void MarkSaving::planPresentations(Plan &plan)
{
    std::vector<std::pair<DataSetId, std::vector<dicom::InstancePtr>>> stacks;
    const auto add = [&](const DataSetId &stack, const dicom::InstancePtr &image) {
        auto found = std::find_if(stacks.begin(), stacks.end(), [&](const auto &one) { return one.first == stack; });
        if (found == stacks.end())
            found = stacks.insert(stacks.end(), {stack, {}});
        found->second.push_back(image);
    };
    for (const DescribedMark &mark : m_described)
        if (mark.mark.kind != AnnotationKind::KeyImage)
            add(mark.stack, mark.image);
    for (const auto &[stack, image] : m_formerly)
        if (std::any_of(stacks.begin(), stacks.end(), [&](const auto &one) { return one.first == stack; }) ||
            m_task.before.find(presentationRole + stack.text() + u"/0"_s))
            add(stack, image);
    for (auto &[stack, images] : stacks) {
        std::sort(images.begin(), images.end(), [](const dicom::InstancePtr &a, const dicom::InstancePtr &b) {
            return std::tuple(a->instanceNumber, a->frame, a->sop) < std::tuple(b->instanceNumber, b->frame, b->sop);
        });
        int number = 0;
        bool isTurned = false;
        for (const auto &group : presentationGroups(images)) {
            const Display display = displayOf(stack, *group.front());
            isTurned = isTurned || !isWritableTurn(display.view.orientation);
            std::vector<DescribedMark> graphics;
            for (const DescribedMark &mark : m_described)
                if (keptIn(mark.mark.kind) == KeptIn::Presentation && mark.stack == stack &&
                    std::find(group.begin(), group.end(), mark.image) != group.end())
                    graphics.push_back(mark);
            const QString role = presentationRole + stack.text() + u'/' + QString::number(number++);
            for (const DescribedMark &mark : graphics)
                plan.holds[role].push_back(mark.mark.id);
            plan.presentations.emplace_back(role, presentationOf(group, graphics, display));
            plan.presentations.back().second.creator = m_task.author;
        }
        if (isTurned)
            m_notes << tr("A presentation state knows quarter turns only: the images are saved upright and whole.");
        for (const DescribedMark &mark : m_described) {
            const bool isColour = keptIn(mark.mark.kind) == KeptIn::Presentation && mark.stack == stack &&
                                  presentationGroups({mark.image}).empty();
            if (isColour && m_leftOut.insert(mark.mark.id).second)
                m_notes << tr("Arrows and texts on colour images cannot be saved: presentation states are for grey "
                              "images.");
        }
    }
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
    plan.keys = std::move(keys);
}

/// A selection that holds an image too many cannot be taken back by a newer one, which other programs show beside it,
/// and one without images cannot be written. A note says that the object (not its images) is not to be used: IHE RAD
/// TF-3 4.66 (IOCM), PS3.16 CID 7010.
void MarkSaving::planWithdrawals(Plan &plan)
{
    for (const SavedObject &object : m_task.before.objects) {
        if (!isTakenBack(object, m_task))
            continue;
        objects::KeyObjects note;
        note.title = objects::codes::rejectedForQuality;
        note.reason = u"Key images taken back"_s;
        note.author = m_task.author;
        for (const SopInstanceUid &former : object.former)
            note.images.push_back({object.sopClass, former, 0, m_task.study, object.series});
        note.images.push_back({object.sopClass, object.sop, 0, m_task.study, object.series});
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
        }
    // An empty one takes the place of what was saved.
    if (!report.measurements.empty() || m_task.before.find(measurementsRole))
        plan.report = std::move(report);
    planPresentations(plan);
    planKeyImages(plan);
    planWithdrawals(plan);
    return plan;
}

void MarkSaving::build(const Attributes &header)
{
    Plan wanted = plan();
    const auto holds = wanted.holds;
    runPending([wanted = std::move(wanted), header, task = m_task] {
        return madeOf(wanted, header, task);
    }).then(this, [this, holds](const Result<std::vector<MadeObject>> &objects) {
        if (!objects)
            return end(fail(objects.error()));
        MadeObjects made;
        made.objects = *objects;
        made.notes = m_notes;
        made.after = m_task.before;
        made.after.study = m_task.study;
        made.after.marks.clear();
        for (const DescribedMark &mark : m_described)
            if (!m_leftOut.contains(mark.mark.id))
                made.after.marks.push_back(mark.mark);
        for (const MadeObject &object : made.objects)
            made.after.put(object.saved);
        for (SavedObject &object : made.after.objects)
            if (const auto held = holds.find(object.role); held != holds.end())
                object.holds = held->second;
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
        const auto done = take(makeObject(role, state, header, task, {presentationSeries, tr("Presentation states")}));
        if (!done && !state.annotations.empty()) // a display that cannot be written holds up no measurement
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
            saved.earlier = {withdrawn}; // without the note it is there again
            saved.earlier.back().marks = task.before.marksIn(withdrawn);
            saved.former = withdrawn.former;
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
    if (!made)
        qCInfo(logApp) << "marks were not made into objects:" << errorName(made.error().code);
    Q_EMIT finished(made);
}

} // namespace consilium::app
