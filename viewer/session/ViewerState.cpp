#include "viewer/session/ViewerState.h"

#include "viewer/session/StateHash.h"

#include <algorithm>

namespace consilium::session
{

namespace
{

// The branches of an empty state are shared by all of them.
struct EmptyBranches {
    std::shared_ptr<const Layout> layout = std::make_shared<const Layout>();
    std::shared_ptr<const ViewMap> views = std::make_shared<const ViewMap>();
    std::shared_ptr<const PresentationMap> presentations = std::make_shared<const PresentationMap>();
    std::shared_ptr<const SegmentationMap> segmentations = std::make_shared<const SegmentationMap>();
    std::shared_ptr<const ArrangementMap> arrangements = std::make_shared<const ArrangementMap>();
    std::shared_ptr<const AlignmentMap> alignments = std::make_shared<const AlignmentMap>();
    std::shared_ptr<const HiddenLayers> hiddenLayers = std::make_shared<const HiddenLayers>();
    std::uint64_t layoutHash = elementHash(*layout);
};

const EmptyBranches &emptyBranches()
{
    static const EmptyBranches empty;
    return empty;
}

template<class T>
bool sameBranch(const std::shared_ptr<const T> &a, const std::shared_ptr<const T> &b)
{
    return a == b || *a == *b;
}

} // namespace

ViewerState::ViewerState()
    : m_layout(emptyBranches().layout),
      m_views(emptyBranches().views),
      m_presentations(emptyBranches().presentations),
      m_segmentations(emptyBranches().segmentations),
      m_arrangements(emptyBranches().arrangements),
      m_alignments(emptyBranches().alignments),
      m_hiddenLayers(emptyBranches().hiddenLayers),
      m_layoutHash(emptyBranches().layoutHash)
{
}

SegmentDisplay SegmentationDisplay::of(int number) const
{
    const auto it = std::lower_bound(segments.begin(), segments.end(), number,
                                     [](const SegmentDisplay &s, int n) { return s.number < n; });
    SegmentDisplay display;
    display.number = number;
    return it != segments.end() && it->number == number ? *it : display;
}

const ViewState &ViewerState::view(const ViewId &id) const
{
    static const ViewState nothing;
    const auto it = m_views->find(id);
    return it == m_views->end() ? nothing : it->second;
}

Presentation ViewerState::presentation(const ViewId &view, const DataSetId &dataSet) const
{
    const auto it = m_presentations->find(PresentationKey{view, dataSet});
    return it == m_presentations->end() ? Presentation{} : it->second;
}

SegmentationDisplay ViewerState::segmentation(const ViewId &view, const SopInstanceUid &object) const
{
    const auto it = m_segmentations->find(SegmentationKey{view, object});
    return it == m_segmentations->end() ? SegmentationDisplay{} : it->second;
}

ViewerState ViewerState::withLayout(Layout layout) const
{
    ViewerState next = *this;
    next.m_layoutHash = elementHash(layout);
    next.m_layout = std::make_shared<const Layout>(std::move(layout));
    return next;
}

ViewerState ViewerState::withView(const ViewId &id, ViewState view) const
{
    ViewerState next = *this;
    auto views = std::make_shared<ViewMap>(*m_views);
    const auto it = views->find(id);
    if (it != views->end())
        next.m_viewsHash -= elementHash(id, it->second);
    // An empty view and none are the same thing: there is one way to write each state.
    if (view == ViewState{}) {
        if (it != views->end())
            views->erase(it);
    } else {
        next.m_viewsHash += elementHash(id, view);
        views->insert_or_assign(id, std::move(view));
    }
    next.m_views = std::move(views);
    return next;
}

ViewerState ViewerState::withPresentation(const PresentationKey &key, Presentation presentation) const
{
    ViewerState next = *this;
    auto presentations = std::make_shared<PresentationMap>(*m_presentations);
    const auto it = presentations->find(key);
    if (it != presentations->end())
        next.m_presentationsHash -= elementHash(key, it->second);
    if (presentation == Presentation{}) {
        if (it != presentations->end())
            presentations->erase(it);
    } else {
        next.m_presentationsHash += elementHash(key, presentation);
        presentations->insert_or_assign(key, std::move(presentation));
    }
    next.m_presentations = std::move(presentations);
    return next;
}

ViewerState ViewerState::withPresentations(PresentationMap presentations) const
{
    ViewerState next = *this;
    std::erase_if(presentations, [](const auto &entry) { return entry.second == Presentation{}; });
    next.m_presentationsHash = 0;
    for (const auto &[key, presentation] : presentations)
        next.m_presentationsHash += elementHash(key, presentation);
    next.m_presentations = std::make_shared<const PresentationMap>(std::move(presentations));
    return next;
}

ViewerState ViewerState::withSegmentation(const SegmentationKey &key, SegmentationDisplay display) const
{
    ViewerState next = *this;
    auto segmentations = std::make_shared<SegmentationMap>(*m_segmentations);
    const auto it = segmentations->find(key);
    if (it != segmentations->end())
        next.m_segmentationsHash -= elementHash(key, it->second);
    // There is one way to write each state: what is at its default is not there.
    std::erase_if(display.segments, [](const SegmentDisplay &segment) {
        SegmentDisplay untouched;
        untouched.number = segment.number;
        return segment == untouched;
    });
    if (display == SegmentationDisplay{}) {
        if (it != segmentations->end())
            segmentations->erase(it);
    } else {
        next.m_segmentationsHash += elementHash(key, display);
        segmentations->insert_or_assign(key, std::move(display));
    }
    next.m_segmentations = std::move(segmentations);
    return next;
}

ViewerState ViewerState::withAnnotations(AnnotationSet annotations) const
{
    ViewerState next = *this;
    next.m_annotations = std::move(annotations);
    return next;
}

Arrangement ViewerState::arrangement(const StudyUid &study) const
{
    const auto it = m_arrangements->find(study);
    return it == m_arrangements->end() ? Arrangement{} : it->second;
}

ViewerState ViewerState::withArrangement(const StudyUid &study, Arrangement arrangement) const
{
    ViewerState next = *this;
    auto arrangements = std::make_shared<ArrangementMap>(*m_arrangements);
    if (const auto it = arrangements->find(study); it != arrangements->end()) {
        next.m_arrangementsHash -= elementHash(study, it->second);
        arrangements->erase(it);
    }
    if (!arrangement.empty()) {
        next.m_arrangementsHash += elementHash(study, arrangement);
        arrangements->emplace(study, std::move(arrangement));
    }
    next.m_arrangements = std::move(arrangements);
    return next;
}

ViewerState ViewerState::withCursor(std::optional<SpaceCursor> cursor) const
{
    ViewerState next = *this;
    next.m_cursorHash = cursor ? elementHash(*cursor) : 0;
    next.m_cursor = std::move(cursor);
    return next;
}

ViewerState ViewerState::withAlignment(const FramePair &frames, const std::optional<RigidTransform> &transform) const
{
    ViewerState next = *this;
    auto alignments = std::make_shared<AlignmentMap>(*m_alignments);
    if (const auto it = alignments->find(frames); it != alignments->end()) {
        next.m_alignmentsHash -= elementHash(frames, it->second);
        alignments->erase(it);
    }
    if (transform) {
        next.m_alignmentsHash += elementHash(frames, *transform);
        alignments->emplace(frames, *transform);
    }
    next.m_alignments = std::move(alignments);
    return next;
}

ViewerState ViewerState::withLayer(const LayerKey &key, bool isShown) const
{
    ViewerState next = *this;
    auto hidden = std::make_shared<HiddenLayers>(*m_hiddenLayers);
    if (isShown ? hidden->erase(key) == 0 : !hidden->insert(key).second)
        return next;
    const std::uint64_t hash = elementHash(key);
    next.m_layersHash += isShown ? 0 - hash : hash;
    next.m_hiddenLayers = std::move(hidden);
    return next;
}

std::uint64_t ViewerState::hash() const
{
    return combinedHash(m_layoutHash, m_viewsHash, m_presentationsHash, m_annotations.hash(), m_segmentationsHash,
                        m_arrangementsHash, m_cursorHash, m_alignmentsHash, m_layersHash);
}

bool ViewerState::operator==(const ViewerState &other) const
{
    return sameBranch(m_layout, other.m_layout) && sameBranch(m_views, other.m_views) &&
           sameBranch(m_presentations, other.m_presentations) && sameBranch(m_segmentations, other.m_segmentations) &&
           sameBranch(m_arrangements, other.m_arrangements) && sameBranch(m_alignments, other.m_alignments) &&
           sameBranch(m_hiddenLayers, other.m_hiddenLayers) && m_cursor == other.m_cursor &&
           m_annotations == other.m_annotations;
}

} // namespace consilium::session
