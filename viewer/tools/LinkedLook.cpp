#include "viewer/tools/LinkedLook.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/imaging/ViewTransform.h"

#include <cmath>

namespace consilium::tools
{

namespace
{

using session::LookLink;
using session::ZoomPan;

constexpr double sameMm = 1e-9; // differences below are rounding

struct Shown {
    dicom::DataSetPtr stack;
    const dicom::Instance *image = nullptr; ///< null: nothing is shown
};

Shown shownIn(const session::ViewState &view, const StackLookup &stacks)
{
    Shown shown{stacks(view), nullptr};
    const int index = shown.stack ? sliceIndexOf(*shown.stack, view.plane) : -1;
    if (index >= 0)
        shown.image = shown.stack->slices[std::size_t(index)].get();
    return shown;
}

bool sharesWindow(const Shown &a, const Shown &b)
{
    const auto isGrey = [](const dicom::Instance &image) {
        return image.pixels.samplesPerPixel == 1 && !image.pixels.palette;
    };
    return isGrey(*a.image) && isGrey(*b.image) && a.stack->header.modality == b.stack->header.modality &&
           a.image->grey.unit == b.image->grey.unit && a.image->grey.unitText == b.image->grey.unitText;
}

/// Another file's VOI LUT of this number is the same one only where both call it so.
bool hasSameTable(const dicom::Instance &a, const dicom::Instance &b, int number)
{
    const auto at = std::size_t(number);
    return number == 0 || (at <= a.grey.voiLuts.size() && at <= b.grey.voiLuts.size() &&
                           a.grey.voiLuts[at - 1]->explanation == b.grey.voiLuts[at - 1]->explanation);
}

struct Offset {
    double alongRow = 0.0, alongColumn = 0.0;
};

bool areOfOneSpace(const dicom::Instance &a, const dicom::Instance &b, const dicom::StudyPairs &pairs)
{
    return a.geometry.isSpatial() && b.geometry.isSpatial() && !a.geometry.frameOfReference.isEmpty() &&
           a.geometry.frameOfReference == b.geometry.frameOfReference && dicom::isSamePatient(a, b, pairs);
}

ImagePoint middle(const dicom::FrameGeometry &geometry)
{
    return {(geometry.columns - 1) / 2.0, (geometry.rows - 1) / 2.0};
}

/// Where the middle of the other view has to lie; nullopt: nobody can say.
std::optional<Offset> offsetOf(const dicom::Instance &leader, const ZoomPan &shown, const dicom::Instance &other,
                               session::SpanUnit unit, const dicom::StudyPairs &pairs)
{
    const dicom::FrameGeometry &from = leader.geometry, &to = other.geometry;
    const auto normal = from.normal(), otherNormal = to.normal();
    if (normal.has_value() != otherNormal.has_value() || shown.unit != unit)
        return std::nullopt;
    if (!normal)
        return Offset{shown.offsetAlongRow, shown.offsetAlongColumn};
    if (!dicom::areParallel(*normal, *otherNormal))
        return std::nullopt;
    if (from.spacing.basis != to.spacing.basis)
        return std::nullopt; // millimetres at a detector are others than those in the patient
    if (areOfOneSpace(leader, other, pairs)) {
        const ImagePoint at{middle(from).column + shown.offsetAlongRow / from.spacing.betweenColumnsMm,
                            middle(from).row + shown.offsetAlongColumn / from.spacing.betweenRowsMm};
        const ImagePoint there = *to.toImage(*from.toPatient(at));
        return Offset{(there.column - middle(to).column) * to.spacing.betweenColumnsMm,
                      (there.row - middle(to).row) * to.spacing.betweenRowsMm};
    }
    const PatientVector way = *from.alongRow * shown.offsetAlongRow + *from.alongColumn * shown.offsetAlongColumn;
    return Offset{way.dot(*to.alongRow), way.dot(*to.alongColumn)};
}

bool isSame(const ZoomPan &a, const ZoomPan &b)
{
    return a.unit == b.unit && std::abs(a.across - b.across) < sameMm &&
           std::abs(a.offsetAlongRow - b.offsetAlongRow) < sameMm &&
           std::abs(a.offsetAlongColumn - b.offsetAlongColumn) < sameMm;
}

/// What one other view is asked for; empty: it stays.
class Follower
{
public:
    Follower(const session::ViewerState &state, const LookLink &link, ViewSize size, const StackLookup &stacks)
        : m_state(state), m_link(link), m_size(size), m_stacks(stacks)
    {
    }

    void add(std::vector<session::Action> &actions, const session::Action &action) const
    {
        const auto *window = std::get_if<session::SetWindow>(&action);
        const auto *zoomPan = std::get_if<session::SetZoomPan>(&action);
        const bool isWindow = window && m_link.window && m_state.view(window->view).dataSet == window->dataSet;
        const bool isPlace = zoomPan && (m_link.zoom || m_link.pan);
        if (!isWindow && !isPlace)
            return;
        const ViewId &leader = isWindow ? window->view : zoomPan->view;
        const Shown from = shownIn(m_state.view(leader), m_stacks);
        for (int i = 0; i < m_state.layout().cellCount() && from.image; ++i) {
            const ViewId view = session::Layout::viewAt(i);
            const Shown to = view == leader ? Shown() : shownIn(m_state.view(view), m_stacks);
            if (!to.image)
                continue;
            if (isWindow)
                addWindow(actions, *window, from, view, to);
            else
                addZoomPan(actions, *zoomPan, *from.image, view, *to.image);
        }
    }

private:
    void addWindow(std::vector<session::Action> &actions, const session::SetWindow &set, const Shown &from,
                   const ViewId &view, const Shown &to) const
    {
        const DataSetId &dataSet = m_state.view(view).dataSet;
        const session::Presentation now = m_state.presentation(view, dataSet);
        const bool isSame = now.window == set.window && now.fileTable == set.fileTable;
        if (!isSame && sharesWindow(from, to) && hasSameTable(*from.image, *to.image, set.fileTable))
            actions.emplace_back(session::SetWindow{view, dataSet, set.window, set.fileTable});
    }

    void addZoomPan(std::vector<session::Action> &actions, const session::SetZoomPan &set,
                    const dicom::Instance &leader, const ViewId &view, const dicom::Instance &image) const
    {
        if (!(m_size.widthPx > 0.0) || !(m_size.heightPx > 0.0))
            return;
        const session::ViewState &now = m_state.view(view);
        if (!set.zoomPan && m_link.zoom) { // all of the image: so is all of the others
            if (now.zoomPan)
                actions.emplace_back(session::SetZoomPan{view, std::nullopt});
            return;
        }
        session::ViewState then = m_state.view(set.view);
        then.zoomPan = set.zoomPan;
        const ZoomPan shown =
            imaging::ViewTransform(leader.geometry, then, m_size.widthPx, m_size.heightPx).effective();
        const ZoomPan old = imaging::ViewTransform(image.geometry, now, m_size.widthPx, m_size.heightPx).effective();
        ZoomPan wanted = old;
        // Millimetres at a detector are others than those in the patient.
        if (m_link.zoom && shown.unit == old.unit && leader.geometry.spacing.basis == image.geometry.spacing.basis)
            wanted.across = shown.across;
        if (const auto offset =
                m_link.pan ? offsetOf(leader, shown, image, old.unit, m_stacks.pairs()) : std::nullopt) {
            wanted.offsetAlongRow = offset->alongRow;
            wanted.offsetAlongColumn = offset->alongColumn;
        }
        if (!isSame(wanted, old))
            actions.emplace_back(session::SetZoomPan{view, wanted});
    }

    const session::ViewerState &m_state;
    const LookLink &m_link;
    ViewSize m_size;
    const StackLookup &m_stacks;
};

} // namespace

std::vector<session::Action> withLinkedLooks(std::vector<session::Action> actions, const session::ViewerState &state,
                                             ViewSize size, const StackLookup &stacks)
{
    const LookLink &link = state.layout().look;
    if (!link.window && !link.zoom && !link.pan)
        return actions;
    const Follower follower(state, link, size, stacks);
    std::vector<session::Action> all;
    for (const session::Action &action : actions) {
        all.push_back(action);
        follower.add(all, action);
    }
    return all;
}

std::vector<session::Action> linkLooks(const LookLink &wanted, const session::ViewerState &state, const ViewId &leader,
                                       ViewSize size, const StackLookup &stacks)
{
    const LookLink &now = state.layout().look;
    if (wanted == now)
        return {};
    std::vector<session::Action> actions{session::SetLookLink{wanted}};
    const LookLink added{wanted.window && !now.window, wanted.zoom && !now.zoom, wanted.pan && !now.pan, false};
    const Follower follower(state, added, size, stacks);
    const session::ViewState &view = state.view(leader);
    // A window of the file says nothing about the windows of other files.
    if (const auto window = state.presentation(leader, view.dataSet).window)
        follower.add(actions, session::SetWindow{leader, view.dataSet, window});
    follower.add(actions, session::SetZoomPan{leader, view.zoomPan});
    return actions;
}

} // namespace consilium::tools
