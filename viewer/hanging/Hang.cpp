#include "viewer/hanging/Hang.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/hanging/Placement.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(HangingNote)
};

/// What one view is going to show.
struct Placed {
    ViewId view;
    const Cell *cell = nullptr;
    StudyUid study;
    dicom::DataSetPtr stack; ///< null: nothing
    dicom::InstancePtr image;
    session::Orientation turn;
    std::optional<Side> side; ///< of the chest wall
    std::optional<session::ZoomPan> zoom;
};

QString wantedText(const ImageCondition &c)
{
    QStringList parts;
    for (const QStringList &list : {c.modality, c.bodyPart, c.laterality, c.view, c.imageType})
        if (!list.isEmpty())
            parts << list.join(u'/');
    if (c.plane)
        parts << (*c.plane == Plane::Axial     ? Text::tr("axial")
                  : *c.plane == Plane::Coronal ? Text::tr("coronal")
                                               : Text::tr("sagittal"));
    if (c.description) {
        if (!c.description->anyOf.isEmpty())
            parts << u"“"_s + c.description->anyOf.join(u'/') + u"”"_s;
        else if (c.description->pattern)
            parts << u"“"_s + c.description->pattern->pattern() + u"”"_s;
    }
    return parts.isEmpty() ? Text::tr("any series") : parts.join(u" · "_s);
}

/// Frames of one object or slices of a stack: the one that the cell asks for. `noKey` tells that it was not to be had.
int sliceOf(const Cell &cell, const Candidate &from, const Study &study, bool &noKey)
{
    switch (cell.which) {
    case Which::First:
        return from.first;
    case Which::Middle:
        return from.first + (from.last - from.first) / 2;
    case Which::Last:
        return from.last;
    case Which::Key:
        break;
    }
    for (int i = from.first; i <= from.last; ++i) {
        const dicom::Instance &image = *from.stack->slices[std::size_t(i)];
        const session::ImageRef ref{image.sop, image.frame};
        if (std::find(study.keyImages.begin(), study.keyImages.end(), ref) != study.keyImages.end())
            return i;
    }
    noKey = true;
    return from.first;
}

class Hanger
{
public:
    Hanger(const Stage &stage, const Studies &studies, const Screen &screen, const std::vector<NamedWindow> &windows)
        : m_stage(stage), m_studies(studies), m_screen(screen), m_windows(windows)
    {
        const int columns = stage.columns(), rows = stage.rows();
        m_size = {(screen.widthPx - screen.gapPx * (columns - 1)) / columns,
                  (screen.heightPx - screen.gapPx * (rows - 1)) / rows};
    }

    Hanging hung()
    {
        fill();
        orient();
        zoom();
        m_hanging.actions.emplace_back(
            session::SetLayout{m_stage.rows(), m_stage.columns(), session::Layout::viewAt(0)});
        for (const Placed &placed : m_placed)
            show(placed);
        m_hanging.actions.emplace_back(session::SetScrollLink{link()});
        m_hanging.lines = m_stage.lines;
        std::stable_sort(m_hanging.notes.begin(), m_hanging.notes.end(),
                         [this](const Note &a, const Note &b) { return indexOf(a.view) < indexOf(b.view); });
        return m_hanging;
    }

private:
    [[nodiscard]] bool isSized() const { return m_size.widthPx > 0.0 && m_size.heightPx > 0.0; }

    /// Of the stage itself: behind all views.
    [[nodiscard]] std::size_t indexOf(const ViewId &view) const
    {
        const auto found =
            std::find_if(m_placed.begin(), m_placed.end(), [&view](const Placed &p) { return p.view == view; });
        return std::size_t(found - m_placed.begin());
    }

    void note(Note::Kind kind, const ViewId &view, const QString &wanted = {})
    {
        m_hanging.notes.push_back({kind, view, wanted});
    }

    /// Monitors stand side by side: their cells are columns of one grid.
    void fill()
    {
        m_placed.resize(std::size_t(m_stage.rows()) * std::size_t(m_stage.columns()));
        int before = 0;
        for (const MonitorCells &monitor : m_stage.monitors) {
            for (int i = 0; i < int(monitor.cells.size()); ++i) {
                const int index = i / monitor.columns * m_stage.columns() + before + i % monitor.columns;
                Placed &placed = m_placed[std::size_t(index)];
                placed.view = session::Layout::viewAt(index);
                placed.cell = &monitor.cells[std::size_t(i)];
            }
            before += monitor.columns;
        }
        for (Placed &placed : m_placed)
            if (!placed.cell->isEmpty)
                choose(placed);
    }

    void choose(Placed &placed)
    {
        const Cell &cell = *placed.cell;
        const Study *study = cell.prior ? priorFor(*cell.prior, m_studies) : &m_studies.current;
        if (!study)
            return note(Note::Kind::NoPrior, placed.view, wantedText(cell.find));
        const Candidates candidates = candidatesFor(cell.find, *study);
        if (cell.nth > int(candidates.fitting.size())) {
            const Note::Kind why = !study->isSettled            ? Note::Kind::NotYetKnown
                                   : candidates.unknown > 0     ? Note::Kind::SaysTooLittle
                                   : candidates.fitting.empty() ? Note::Kind::NothingFits
                                                                : Note::Kind::TooFew;
            return note(why, placed.view, wantedText(cell.find));
        }
        const Candidate &chosen = candidates.fitting[std::size_t(cell.nth) - 1];
        bool noKey = false;
        placed.study = study->header.uid;
        placed.stack = chosen.stack;
        placed.image = chosen.stack->slices[std::size_t(sliceOf(cell, chosen, *study, noKey))];
        if (noKey)
            note(Note::Kind::NoKeyImage, placed.view);
    }

    void orient()
    {
        for (Placed &placed : m_placed) {
            if (!placed.image)
                continue;
            const Cell &cell = *placed.cell;
            placed.turn = cell.turn;
            if (cell.chestWall)
                alignChestWall(placed, *cell.chestWall);
            else if (cell.edges)
                turn(placed, *cell.edges);
        }
    }

    bool turn(Placed &placed, const EdgeWish &wish)
    {
        const auto turn = orientationFor(placed.image->geometry, wish);
        if (turn)
            placed.turn = *turn;
        else
            note(Note::Kind::SidesUnknown, placed.view);
        return turn.has_value();
    }

    void alignChestWall(Placed &placed, ChestWall wanted)
    {
        const QString &laterality = placed.image->laterality;
        if (laterality != "L"_L1 && laterality != "R"_L1)
            return note(Note::Kind::LateralityUnknown, placed.view);
        const bool toLeft = wanted == ChestWall::Left || (wanted == ChestWall::ByLaterality && laterality == "L"_L1);
        const Side side = toLeft ? Side::Left : Side::Right;
        const auto edges = breastEdges(laterality, viewOf(placed.image->viewPosition), side);
        if (!edges)
            return note(Note::Kind::ViewUnknown, placed.view);
        if (turn(placed, *edges))
            placed.side = side;
    }

    /// Whether the images of the stage that ask for one scale can have it: all calibrated, in the same plane.
    bool hasCommonScale()
    {
        std::vector<const Placed *> all;
        for (const Placed &placed : m_placed)
            if (placed.image && placed.cell->zoom == Zoom::SameScale)
                all.push_back(&placed);
        const auto basisOf = [](const Placed *p) { return p->image->geometry.spacing.basis; };
        const bool isCalibrated =
            std::all_of(all.begin(), all.end(), [](const Placed *p) { return p->image->geometry.spacing.isKnown(); });
        const bool isOneBasis =
            std::all_of(all.begin(), all.end(), [&](const Placed *p) { return basisOf(p) == basisOf(all.front()); });
        for (const Placed *placed : all) {
            if (!placed->image->geometry.spacing.isKnown())
                note(Note::Kind::NotCalibrated, placed->view);
            else if (isCalibrated && !isOneBasis)
                note(Note::Kind::OtherBasis, placed->view);
        }
        return isCalibrated && isOneBasis;
    }

    [[nodiscard]] PixelMeasure measureOf(const Placed &placed) const
    {
        if (!m_screen.measureAt)
            return {m_screen.mmPerPx, false};
        const auto index = int(&placed - m_placed.data());
        const int row = index / m_stage.columns();
        const int column = index % m_stage.columns();
        return m_screen.measureAt(column * (m_size.widthPx + m_screen.gapPx), row * (m_size.heightPx + m_screen.gapPx),
                                  m_size);
    }

    /// What the cell asks for as far as the image has such a scale. A monitor may be measured later, or another one.
    Zoom zoomFor(const Placed &placed, const Extent &extent, bool hasCommon, const PixelMeasure &measure)
    {
        if (placed.cell->zoom == Zoom::SameScale)
            return hasCommon ? Zoom::SameScale : Zoom::Fit;
        if (placed.cell->zoom != Zoom::TrueSize)
            return Zoom::Fit;
        if (extent.unit != session::SpanUnit::Millimetres) {
            note(Note::Kind::NotCalibrated, placed.view);
            return Zoom::Fit;
        }
        if (!measure.mmPerPx)
            note(measure.isAcross ? Note::Kind::AcrossMonitors : Note::Kind::MonitorNotMeasured, placed.view);
        return Zoom::TrueSize;
    }

    void zoom()
    {
        if (!isSized())
            return;
        const bool hasCommon = hasCommonScale();
        std::vector<ViewArea> areas;
        for (const Placed &placed : m_placed) {
            if (!placed.image)
                continue;
            const Extent extent = extentOf(placed.image->geometry, placed.turn);
            const PixelMeasure measure = measureOf(placed);
            const Zoom wanted = zoomFor(placed, extent, hasCommon, measure);
            m_hanging.fits.push_back({placed.view, placed.stack->id, extent, placed.turn, wanted, placed.side});
            areas.push_back({placed.view, m_size, measure});
        }
        m_hanging.zooms = zoomsOf(m_hanging.fits, areas);
        for (std::size_t i = 0; i < m_hanging.fits.size(); ++i)
            m_placed[indexOf(m_hanging.fits[i].view)].zoom = m_hanging.zooms[i];
    }

    void show(const Placed &placed)
    {
        session::ShowSeries show;
        show.view = placed.view;
        if (placed.image) {
            show.study = placed.study;
            show.dataSet = placed.stack->id;
            show.plane = session::ImageRef{placed.image->sop, placed.image->frame};
            show.orientation = placed.turn;
            show.zoomPan = placed.zoom;
        }
        m_hanging.actions.emplace_back(show);
        if (const auto window = placed.image ? windowOf(placed) : std::nullopt)
            m_hanging.actions.emplace_back(session::SetWindow{placed.view, placed.stack->id, window});
    }

    std::optional<session::Window> windowOf(const Placed &placed)
    {
        const Cell &cell = *placed.cell;
        if (cell.windowPreset.isEmpty())
            return cell.window;
        const auto found = std::find_if(m_windows.begin(), m_windows.end(),
                                        [&cell](const NamedWindow &w) { return w.name == cell.windowPreset; });
        const bool isHounsfield = placed.image->grey.unit == ValueUnit::Hounsfield;
        if (found != m_windows.end() && (isHounsfield || !found->hounsfieldOnly))
            return found->window;
        note(Note::Kind::NotHounsfield, placed.view);
        return std::nullopt;
    }

    session::ScrollLink link()
    {
        session::ScrollLink link{m_stage.link, {}};
        if (m_stage.link != session::LinkKind::Offset)
            return link;
        for (const Placed &placed : m_placed) {
            const auto middle = placed.image ? dicom::middleOf(placed.image->geometry) : std::nullopt;
            if (middle && placed.cell->isLinked)
                link.anchors.push_back({placed.view, placed.stack->id, *middle});
        }
        if (link.anchors.size() >= 2)
            return link;
        note(Note::Kind::NotLinked, {});
        return {};
    }

    const Stage &m_stage;
    const Studies &m_studies;
    const Screen &m_screen;
    const std::vector<NamedWindow> &m_windows;
    CellSize m_size;
    std::vector<Placed> m_placed;
    Hanging m_hanging;
};

} // namespace

QString Note::text() const
{
    switch (kind) {
    case Kind::NothingFits:
        return Text::tr("Left empty by the hanging protocol: the study has no image for this place (%1)").arg(wanted);
    case Kind::NotYetKnown:
        return Text::tr("Left empty by the hanging protocol: not all series are described yet (%1)").arg(wanted);
    case Kind::SaysTooLittle:
        return Text::tr("Left empty by the hanging protocol: images that may belong here do not say their side, view, "
                        "body part or plane (%1)")
            .arg(wanted);
    case Kind::TooFew:
        return Text::tr("Left empty by the hanging protocol: there are fewer images of this kind (%1)").arg(wanted);
    case Kind::NoPrior:
        return Text::tr("Left empty by the hanging protocol: no earlier study that fits is open (%1)").arg(wanted);
    case Kind::SidesUnknown:
        return Text::tr("not turned: it does not say how it lies in the patient as the protocol needs it");
    case Kind::LateralityUnknown:
        return Text::tr("chest wall not aligned: it does not say which breast it shows");
    case Kind::ViewUnknown:
        return Text::tr("chest wall not aligned: its view is not known");
    case Kind::NotCalibrated:
        return Text::tr("fitted, not to scale: it has no spacing");
    case Kind::OtherBasis:
        return Text::tr("fitted, not to one scale: the images are not calibrated in the same plane");
    case Kind::MonitorNotMeasured:
        return Text::tr("fitted, not in true size: this monitor was not measured");
    case Kind::AcrossMonitors:
        return Text::tr("fitted, not in true size: the view lies across monitors whose pixels differ in size, or of "
                        "which one was not measured");
    case Kind::NotHounsfield:
        return Text::tr("window as the file says: its values are no Hounsfield units");
    case Kind::NoKeyImage:
        return Text::tr("first image: no key image is known");
    case Kind::NotLinked:
        return Text::tr("views not linked: fewer than two of them say where they lie");
    }
    return {};
}

Hanging hang(const Protocol &protocol, std::size_t stage, const Studies &studies, const Screen &screen,
             const std::vector<NamedWindow> &windows)
{
    Q_ASSERT(stage < protocol.stages.size());
    return Hanger(protocol.stages[stage], studies, screen, windows).hung();
}

} // namespace consilium::hanging
