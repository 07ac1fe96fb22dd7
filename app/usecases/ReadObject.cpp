#include "app/usecases/ReadObject.h"

#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using objects::Flaw;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(KeptObjects)
};

template<class T>
Result<ReadObjectPtr> holding(Result<T> &&read)
{
    if (!read)
        return fail(read.error());
    auto object = std::make_shared<ReadObject>();
    object->content = std::move(*read);
    return ReadObjectPtr(object);
}

const objects::ObjectHeader *headerOf(const ReadObject &object)
{
    if (const auto *report = std::get_if<objects::MeasurementReport>(&object.content))
        return &report->header;
    if (const auto *state = std::get_if<objects::PresentationStatePtr>(&object.content))
        return &(*state)->header;
    if (const auto *keys = std::get_if<objects::KeyObjects>(&object.content))
        return &keys->header;
    return nullptr;
}

/// What was written last comes first.
bool isNewer(const ReadObject &a, const ReadObject &b)
{
    const objects::ObjectHeader *const first = headerOf(a), *const second = headerOf(b);
    if (!first || !second)
        return first && !second;
    const auto key = [](const objects::ObjectHeader &header) {
        return std::tuple(header.date, header.time, header.instanceNumber, header.sop.text());
    };
    return key(*first) > key(*second);
}

QString nameOf(const dicom::DocumentHeader &document)
{
    const QString kind = document.kind == dicom::DocumentKind::PresentationState ? Text::tr("Presentation state")
                         : document.kind == dicom::DocumentKind::KeyImages       ? Text::tr("Key images")
                                                                                 : Text::tr("Measurements");
    QStringList parts{kind, document.title.simplified(), render2d::dateTimeText(document.date, document.time)};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(u" · "_s);
}

bool isOwn(const objects::ObjectHeader &header)
{
    return header.manufacturer == "Consilium"_L1;
}

/// It says something of objects, not of images: it takes the place of none before it.
bool isAboutObjects(const objects::KeyObjects &keys)
{
    return std::all_of(keys.images.begin(), keys.images.end(), [](const objects::ImageReference &reference) {
        return dicom::documentKind(reference.sopClass).has_value();
    });
}

class StudyRestorer
{
public:
    StudyRestorer(const StudyPlaces &places, RestoredStudy &out) : m_places(places), m_out(out) {}

    void restore(std::vector<ReadEntry> entries)
    {
        for (const ReadEntry &entry : entries) {
            m_objects.insert(entry.document->sop.text());
            if (!entry.object)
                tellFailure(entry);
        }
        std::erase_if(entries, [](const ReadEntry &entry) { return !entry.object || !headerOf(*entry.object); });
        std::stable_sort(entries.begin(), entries.end(),
                         [](const ReadEntry &a, const ReadEntry &b) { return isNewer(*a.object, *b.object); });
        for (const ReadEntry &entry : entries)
            noteReplaced(*entry.object);
        for (const ReadEntry &entry : entries)
            add(entry);
    }

private:
    void tell(const dicom::DocumentHeader &document, Flaw::Kind kind, const QString &detail, int count = 1)
    {
        m_out.troubles.push_back({document.sop, nameOf(document), objects::flawText(kind), detail, count});
    }

    void tellFailure(const ReadEntry &entry)
    {
        if (entry.failure && entry.failure->code != ErrorCode::Cancelled)
            m_out.troubles.push_back(
                {entry.document->sop, nameOf(*entry.document), userMessage(*entry.failure), entry.failure->detail, 1});
    }

    /// The same flaw at many marks is told once.
    void tell(const dicom::DocumentHeader &document, const objects::Flaws &flaws)
    {
        std::map<Flaw::Kind, std::pair<QString, int>> kinds;
        for (const Flaw &flaw : flaws.all) {
            auto &[detail, count] = kinds[flaw.kind];
            if (++count == 1)
                detail = flaw.detail;
        }
        for (const auto &[kind, told] : kinds)
            tell(document, kind, told.first, told.second);
    }

    void noteReplaced(const ReadObject &object)
    {
        if (const auto *report = std::get_if<objects::MeasurementReport>(&object.content))
            for (const objects::ImageReference &predecessor : report->predecessors)
                if (predecessor.sop != report->header.sop)
                    m_superseded.insert(predecessor.sop.text());
        const auto *keys = std::get_if<objects::KeyObjects>(&object.content);
        if (keys && isRejection(keys->title))
            for (const objects::ImageReference &image : keys->images)
                m_rejected.insert(image.sop.text());
    }

    void add(const ReadEntry &entry)
    {
        const objects::ObjectHeader &header = *headerOf(*entry.object);
        const auto *keys = std::get_if<objects::KeyObjects>(&entry.object->content);
        // Of this program's own the newest counts, also where that one is not to be used: none before it comes back.
        const bool isNewest = !keys || !isOwn(header) || isAboutObjects(*keys) ||
                              m_written.insert(u"%1 %2"_s.arg(header.series.text(), keys->title.value)).second;
        if (m_rejected.contains(header.sop.text()))
            return tell(*entry.document, Flaw::Kind::Rejected, u"named by a rejection note"_s);
        if (m_superseded.contains(header.sop.text()))
            return tell(*entry.document, Flaw::Kind::Superseded, u"named as predecessor"_s);
        if (const auto *report = std::get_if<objects::MeasurementReport>(&entry.object->content)) {
            tell(*entry.document, report->flaws);
            addMarks(*entry.document, marksOf(*report, m_places));
        } else if (const auto *state = std::get_if<objects::PresentationStatePtr>(&entry.object->content)) {
            addState(*entry.document, *state);
        } else if (keys) {
            if (!isNewest)
                return tell(*entry.document, Flaw::Kind::Superseded, u"written anew"_s);
            tell(*entry.document, keys->flaws);
            objects::KeyObjects images = *keys;
            // A note may name objects as well (one that withdraws a report does): these are no images that are missing.
            std::erase_if(images.images, [this](const objects::ImageReference &reference) {
                return m_objects.contains(reference.sop.text()) || dicom::documentKind(reference.sopClass);
            });
            addMarks(*entry.document, marksOf(images, m_places));
        }
    }

    void addState(const dicom::DocumentHeader &document, const objects::PresentationStatePtr &state)
    {
        if (isOwn(state->header)) {
            const QString stack = state->images.empty() ? QString() : state->images.front().series.text();
            if (!m_written.insert(u"%1 %2"_s.arg(state->header.series.text(), stack)).second)
                return tell(document, Flaw::Kind::Superseded, u"written anew"_s);
        }
        tell(document, state->flaws);
        objects::Flaws flaws = objects::flawsAgainst(*state, m_places.lookup());
        std::erase_if(flaws.all, [](const Flaw &flaw) { return flaw.kind == Flaw::Kind::Outside; }); // told of the mark
        tell(document, flaws);
        if (flaws.has(Flaw::Kind::OtherPatient))
            return;
        const bool isForAny = std::any_of(state->images.begin(), state->images.end(), [&](const auto &image) {
            return m_places.find(image.sop, std::max(image.frame, 1) - 1) != nullptr;
        });
        if (isForAny)
            m_out.states.push_back(state);
        RestoredMarks marks = marksOf(*state, m_places);
        // The images that are not there were told of the state as a whole.
        std::erase_if(marks.flaws.all, [&](const Flaw &flaw) {
            return flaw.kind == Flaw::Kind::MissingImage || flaw.kind == Flaw::Kind::NoFrame;
        });
        addMarks(document, std::move(marks));
    }

    void addMarks(const dicom::DocumentHeader &document, RestoredMarks &&restored)
    {
        int older = 0;
        for (RestoredMark &mark : restored.marks) {
            if (!m_out.byId.try_emplace(mark.mark.id, m_out.marks.size()).second) {
                ++older;
                continue;
            }
            m_out.marks.push_back(std::move(mark));
        }
        tell(document, restored.flaws);
        if (older > 0)
            tell(document, Flaw::Kind::Superseded, u"%1 marks of one identity"_s.arg(older), older);
    }

    const StudyPlaces &m_places;
    RestoredStudy &m_out;
    std::set<QString> m_superseded, m_rejected, m_written, m_objects;
};

} // namespace

Result<ReadObjectPtr> readKeptObject(const QByteArray &part10)
{
    const auto object = dicom::readObject(part10);
    if (!object)
        return fail(object.error());
    if (objects::isPresentationState(*object)) {
        auto state = objects::readPresentationState(*object);
        if (!state)
            return fail(state.error());
        auto read = std::make_shared<ReadObject>();
        read->content = std::make_shared<const objects::PresentationState>(std::move(*state));
        return ReadObjectPtr(read);
    }
    if (objects::isKeyObjects(*object))
        return holding(objects::readKeyObjects(*object));
    if (objects::isMeasurementReport(*object))
        return holding(objects::readMeasurements(*object));
    return std::make_shared<const ReadObject>();
}

const objects::MarkOrigin *RestoredStudy::origin(const AnnotationId &mark) const
{
    const auto found = byId.find(mark);
    return found == byId.end() ? nullptr : &marks[found->second].origin;
}

RestoredStudy restoredStudy(const std::vector<ReadEntry> &entries, const StudyPlaces &places)
{
    RestoredStudy out;
    StudyRestorer(places, out).restore(entries);
    return out;
}

} // namespace consilium::app
