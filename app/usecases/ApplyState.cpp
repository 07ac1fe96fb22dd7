#include "app/usecases/ApplyState.h"

#include "viewer/imaging/GreyRenderer.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/session/Validation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using objects::DisplayedArea;
using objects::PresentationState;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(PresentationStates)
};

/// Of the parts of a state that name images the one for this image, else the one for all.
template<class Part>
const Part *partFor(const std::vector<Part> &parts, const PresentationState &state, const dicom::Instance &image)
{
    const Part *general = nullptr;
    for (const Part &part : parts) {
        if (!objects::isFor(part.images, state, image.sop, image.frame + 1))
            continue;
        if (!part.images.empty())
            return &part;
        general = general ? general : &part;
    }
    return general;
}

class Planner
{
public:
    Planner(const PresentationState &state, const StateTarget &target)
        : m_state(state), m_target(target), m_image(*target.image)
    {
    }

    StatePlan plan()
    {
        planGrey();
        planShutter();
        planTurn();
        planArea();
        planPlain();
        refuseRest();
        m_plan.refused.removeDuplicates();
        return std::move(m_plan);
    }

private:
    void refuse(const QString &sentence) { m_plan.refused << sentence; }

    [[nodiscard]] bool isGrey() const { return m_image.pixels.samplesPerPixel == 1; }

    void planGrey()
    {
        if (m_state.isColour) // it says nothing of them
            return;
        if (!isGrey())
            return refuse(Text::tr("The image has colours; the grey values of the state are not used."));
        const auto &now = m_target.presentation.tables;
        session::GreyTables wanted;
        const bool isVoiSet = planVoi(wanted);
        if (!isVoiSet && now) // as it is, like a window
            wanted.voi = now->voi;
        if (m_state.presentationLut || m_state.hasUnknownOutput) {
            if (!isVoiSet || !planOutput(wanted)) {
                refuse(Text::tr("The state has a table of grey values (Presentation LUT), which is not used: the greys "
                                "are not those that its author saw."));
                if (!isVoiSet)
                    wanted = now.value_or(session::GreyTables());
            }
        } else {
            planInversion();
        }
        const bool isAny = wanted.voi || wanted.presentation;
        const std::optional<session::GreyTables> tables = isAny ? std::optional(wanted) : std::nullopt;
        if (now != tables)
            m_plan.actions.emplace_back(session::SetGreyTables{m_target.view, m_target.dataSet, tables});
    }

    /// False: the window, or what stands in its place, stays as it is.
    bool planVoi(session::GreyTables &wanted)
    {
        if (m_state.hasUnknownValues) {
            refuse(objects::flawText(objects::Flaw::Kind::Window) + u'.');
            return false;
        }
        const auto *const voi = partFor(m_state.voi, m_state, m_image);
        if (!voi) {
            refuse(Text::tr("The state has no window for this image; the window stays as it is."));
            return false;
        }
        if (hasSameModalityLut() && scaleOfState() != ValueScale() && !hasStackSameGrey()) {
            refuse(Text::tr("The state counts in stored values, which mean something else in each of these images; it "
                            "is not used."));
            return false;
        }
        return voi->table ? planTable(*voi, wanted) : planWindow(*voi);
    }

    /// Whether both are no table of modality values, or the same one.
    [[nodiscard]] static bool isSameLut(const dicom::LookupTable *a, const dicom::LookupTable *b)
    {
        if (!a || !b)
            return !a && !b;
        // By US or SS, the first input is the same 16 bits.
        return std::uint16_t(a->firstMapped) == std::uint16_t(b->firstMapped) && a->bits == b->bits &&
               a->entries == b->entries;
    }
    [[nodiscard]] bool hasSameModalityLut() const
    {
        return isSameLut(m_state.modalityLut.get(), m_image.grey.modalityLut.get());
    }

    /// What the state takes for the image's own values is the image's value times the one plus the other.
    struct ValueScale {
        double factor = 1.0, offset = 0.0;
        bool operator==(const ValueScale &) const = default;
    };
    [[nodiscard]] ValueScale scaleOfState() const
    {
        if (m_image.grey.modalityLut)
            return {};
        const objects::ModalityStep step = m_state.modality.value_or(objects::ModalityStep{});
        const double factor = step.slope / m_image.grey.slope;
        return {factor, step.intercept - m_image.grey.intercept * factor};
    }

    /// A window or table lies over all images of the stack: what it is scaled by for this one is right for those with
    /// the same modality values (of PET it may be another slope in each).
    [[nodiscard]] bool hasStackSameGrey() const
    {
        if (!m_target.stack)
            return true;
        const auto &slices = m_target.stack->slices;
        return std::all_of(slices.begin(), slices.end(), [this](const dicom::InstancePtr &slice) {
            return slice->grey.slope == m_image.grey.slope && slice->grey.intercept == m_image.grey.intercept &&
                   isSameLut(slice->grey.modalityLut.get(), m_image.grey.modalityLut.get());
        });
    }

    /// Then a first input that is written without sign means a negative one. PS3.3 C.11.2.1.1.
    [[nodiscard]] bool areValuesSigned() const
    {
        if (m_state.modalityLut)
            return false;
        const objects::ModalityStep step = m_state.modality.value_or(objects::ModalityStep{});
        const auto &pixels = m_image.pixels;
        const double low = pixels.isSigned ? -std::ldexp(1.0, pixels.bitsStored - 1) : 0.0;
        const double high = std::ldexp(1.0, pixels.bitsStored - (pixels.isSigned ? 1 : 0)) - 1.0;
        return step.slope * low + step.intercept < 0.0 || step.slope * high + step.intercept < 0.0;
    }

    bool planTable(const objects::SoftcopyVoi &voi, session::GreyTables &wanted)
    {
        if (!hasSameModalityLut()) {
            refuse(
                Text::tr("The table of grey values of the state (VOI LUT) counts in values of another table (Modality "
                         "LUT) than the image; it is not used: the greys are not those that its author saw."));
            return false;
        }
        session::ValueTable table = imaging::valueTableOf(*voi.table);
        constexpr int leastUnsigned = 32768;
        if (table.first >= leastUnsigned && areValuesSigned())
            table.first -= 2 * leastUnsigned;
        const ValueScale scale = scaleOfState();
        table.factor = scale.factor;
        table.offset = scale.offset;
        session::GreyTables checked;
        checked.voi = std::move(table);
        if (!session::checkGreyTables(checked)) {
            refuse(
                Text::tr("The table of grey values of the state (VOI LUT) cannot be used: the greys are not those that "
                         "its author saw."));
            return false;
        }
        wanted.voi = std::move(checked.voi);
        if (m_target.presentation.window)
            m_plan.actions.emplace_back(session::SetWindow{m_target.view, m_target.dataSet, std::nullopt});
        if (!isForWholeStack(voi.images))
            refuse(
                Text::tr("The table of grey values was saved for some of these images; all of them are shown by it."));
        return true;
    }

    /// P-values are said by the table alone: neither the photometric interpretation nor a shape turns them round.
    bool planOutput(session::GreyTables &wanted)
    {
        if (!m_state.presentationLut)
            return false;
        session::GreyTables checked = wanted;
        checked.presentation = imaging::valueTableOf(*m_state.presentationLut);
        checked.presentation->first = 0; // the input is stretched over the entries, whatever is written
        if (!session::checkGreyTables(checked))
            return false;
        wanted = std::move(checked);
        if (m_target.presentation.inverted != m_image.grey.lowIsWhite)
            m_plan.actions.emplace_back(session::SetInverted{m_target.view, m_target.dataSet, m_image.grey.lowIsWhite});
        return true;
    }

    [[nodiscard]] bool isForWholeStack(const std::vector<objects::ImageReference> &images) const
    {
        if (!m_target.stack)
            return true;
        const auto &slices = m_target.stack->slices;
        return std::all_of(slices.begin(), slices.end(), [&](const dicom::InstancePtr &slice) {
            return objects::isFor(images, m_state, slice->sop, slice->frame + 1);
        });
    }

    /// The places of a shutter are pixels of the images that the state is for.
    [[nodiscard]] bool hasShutterPlace() const
    {
        if (!m_target.stack)
            return true;
        const auto &slices = m_target.stack->slices;
        return isForWholeStack({}) &&
               std::all_of(slices.begin(), slices.end(), [this](const dicom::InstancePtr &slice) {
                   return slice->geometry.rows == m_image.geometry.rows &&
                          slice->geometry.columns == m_image.geometry.columns;
               });
    }

    /// A state without a shutter leaves the image's own.
    void planShutter()
    {
        std::optional<session::DisplayShutter> wanted;
        if (const auto &from = m_state.shutter) {
            wanted.emplace();
            if (const auto &r = from->rectangle)
                wanted->rectangle = session::ShutterRectangle{r->left, r->right, r->top, r->bottom};
            if (const auto &c = from->circle)
                wanted->circle = session::ShutterCircle{{c->column, c->row}, c->radius};
            for (const auto &vertex : from->polygon)
                wanted->polygon.push_back({vertex.column, vertex.row});
            wanted->grey = from->grey;
            if (!hasShutterPlace()) { // more of an image is seen, not less
                refuse(objects::flawText(objects::Flaw::Kind::Shutter) + u'.');
                wanted.reset();
            }
        }
        if (!session::checkShutter(wanted))
            return refuse(objects::flawText(objects::Flaw::Kind::Shutter) + u'.');
        if (m_target.presentation.shutter != wanted)
            m_plan.actions.emplace_back(session::SetShutter{m_target.view, m_target.dataSet, wanted});
    }

    /// The state's shape alone says whether low is white; here it is said relative to the image. PS3.4 N.2.1.4.
    void planInversion()
    {
        const bool isLowWhite = objects::isDisplayedInverted(m_image.pixels.photometric, m_state.shape);
        const bool isInverted = isLowWhite != m_image.grey.lowIsWhite;
        if (isInverted != m_target.presentation.inverted)
            m_plan.actions.emplace_back(session::SetInverted{m_target.view, m_target.dataSet, isInverted});
    }

    bool planWindow(const objects::SoftcopyVoi &voi)
    {
        const auto refused = [this](const QString &sentence) {
            refuse(sentence);
            return false;
        };
        if (!hasSameModalityLut())
            return refused(
                Text::tr("The window of the state counts in values of a table (Modality LUT); it is not used."));
        // From the state's modality values to stored ones, from there to the image's; by tables, both have the same.
        const bool isByTable = m_image.grey.modalityLut != nullptr;
        const objects::ModalityStep step = m_state.modality.value_or(objects::ModalityStep{});
        const double scale = isByTable ? 1.0 : m_image.grey.slope / step.slope;
        if (!(scale > 0.0) || !std::isfinite(scale))
            return refused(Text::tr("The values of the state run the other way than those of the image; its window is "
                                    "not used."));
        session::Window window{voi.window->centre, voi.window->width, functionOf(voi.function)};
        if (!isByTable && (scale != 1.0 || step.intercept != m_image.grey.intercept)) {
            // The linear function steps by whole values (C.11.2.1.2.1); in other units only the exact one is the same.
            if (window.function == session::VoiFunction::Linear && scale != 1.0) {
                window.centre -= 0.5;
                window.width -= 1.0;
                window.function = session::VoiFunction::LinearExact;
            }
            window.centre = (window.centre - step.intercept) * scale + m_image.grey.intercept;
            window.width *= scale;
        }
        if (!session::checkWindow(window))
            return refused(Text::tr("The window of the state cannot be used."));
        if (m_target.presentation.window != window)
            m_plan.actions.emplace_back(session::SetWindow{m_target.view, m_target.dataSet, window});
        return true;
    }

    [[nodiscard]] static session::VoiFunction functionOf(dicom::VoiFunctionKind kind)
    {
        switch (kind) {
        case dicom::VoiFunctionKind::LinearExact:
            return session::VoiFunction::LinearExact;
        case dicom::VoiFunctionKind::Sigmoid:
            return session::VoiFunction::Sigmoid;
        case dicom::VoiFunctionKind::Linear:
            break;
        }
        return session::VoiFunction::Linear;
    }

    /// There first turned, then mirrored (PS3.3 C.10.6); here first mirrored, then turned: a mirror turns a turn round.
    void planTurn()
    {
        const int turn = m_state.isFlipped ? (360 - m_state.rotation) % 360 : m_state.rotation;
        const session::Orientation wanted{double(turn), m_state.isFlipped};
        if (m_target.shown.orientation != wanted)
            m_plan.actions.emplace_back(session::SetOrientation{m_target.view, wanted});
    }

    void planArea()
    {
        const auto *const area = partFor(m_state.areas, m_state, m_image);
        if (!area)
            return refuse(Text::tr("The state names no part of this image; the zoom stays as it is."));
        if (m_target.widthPx <= 0.0 || m_target.heightPx <= 0.0)
            return;
        const std::optional<session::ZoomPan> zoom = zoomOf(*area);
        if (m_target.shown.zoomPan == zoom)
            return;
        if (zoom && !session::checkZoomPan(zoom))
            return refuse(Text::tr("The part of the image that the state names cannot be shown."));
        m_plan.actions.emplace_back(session::SetZoomPan{m_target.view, zoom});
    }

    /// nullopt: the whole image.
    std::optional<session::ZoomPan> zoomOf(const DisplayedArea &area)
    {
        const dicom::FrameGeometry &geometry = m_image.geometry;
        const bool isMm = geometry.spacing.isKnown();
        const double perColumn = isMm ? geometry.spacing.betweenColumnsMm : 1.0,
                     perRow = isMm ? geometry.spacing.betweenRowsMm
                                   : (geometry.aspectRowsToColumns > 0.0 ? geometry.aspectRowsToColumns : 1.0);
        const bool isWhole = area.left == 1 && area.top == 1 && area.right == geometry.columns &&
                             area.bottom == geometry.rows && area.size == DisplayedArea::Size::ScaleToFit;
        if (isWhole)
            return std::nullopt;
        session::ZoomPan zoom;
        zoom.unit = isMm ? session::SpanUnit::Millimetres : session::SpanUnit::ImagePixels;
        zoom.across = acrossOf(area, perColumn, perRow);
        zoom.offsetAlongRow = ((area.left + area.right) / 2.0 - 1.0 - (geometry.columns - 1) / 2.0) * perColumn;
        zoom.offsetAlongColumn = ((area.top + area.bottom) / 2.0 - 1.0 - (geometry.rows - 1) / 2.0) * perRow;
        return zoom;
    }

    double acrossOf(const DisplayedArea &area, double perColumn, double perRow)
    {
        const double shorterPx = std::min(m_target.widthPx, m_target.heightPx);
        if (area.size == DisplayedArea::Size::Magnify)
            return shorterPx * m_target.devicePixelRatio / *area.magnification * perColumn;
        if (area.size == DisplayedArea::Size::TrueSize) {
            if (m_target.screenMmPerPx && m_image.geometry.spacing.isKnown())
                return shorterPx * *m_target.screenMmPerPx * perColumn / *area.columnSpacingMm;
            refuse(Text::tr("The state asks for true size; the size of the monitor or of the pixels is not known."));
        }
        double wide = (area.right - area.left + 1) * perColumn, high = (area.bottom - area.top + 1) * perRow;
        if (m_state.rotation % 180 != 0)
            std::swap(wide, high);
        return shorterPx / std::min(m_target.widthPx / wide, m_target.heightPx / high);
    }

    void planPlain()
    {
        if (m_target.shown.slab)
            m_plan.actions.emplace_back(session::SetSlab{m_target.view, std::nullopt});
        if (m_target.presentation.enhancement)
            m_plan.actions.emplace_back(session::SetEnhancement{m_target.view, m_target.dataSet, std::nullopt});
        if (m_target.presentation.colourMap != session::ColourMap::Grey)
            m_plan.actions.emplace_back(
                session::SetColourMap{m_target.view, m_target.dataSet, session::ColourMap::Grey});
    }

    void refuseRest()
    {
        using Kind = objects::Flaw::Kind;
        for (const Kind kind : {Kind::Shutter, Kind::Overlay, Kind::Mask, Kind::Turn, Kind::Window, Kind::Area})
            if (m_state.flaws.has(kind))
                refuse(objects::flawText(kind) + u'.');
    }

    const PresentationState &m_state;
    const StateTarget &m_target;
    const dicom::Instance &m_image;
    StatePlan m_plan;
};

} // namespace

StatePlan planState(const PresentationState &state, const StateTarget &target)
{
    return Planner(state, target).plan();
}

QString titleOf(const PresentationState &state)
{
    QStringList parts{state.description.simplified().isEmpty() ? state.label : state.description.simplified(),
                      dicom::PersonName::parse(state.creator).display(),
                      render2d::dateTimeText(state.header.date, state.header.time)};
    parts.removeAll(QString());
    return parts.isEmpty() ? Text::tr("Presentation state") : parts.join(u" · "_s);
}

} // namespace consilium::app
