#include "app/usecases/ApplyState.h"

#include "app/usecases/StateGreys.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/session/Validation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

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
        if (!isVoiSet && now) { // as it is, like a window
            wanted.voi = now->voi;
            wanted.windows = now->windows;
            if (now->voi)
                wanted.images = now->images;
        }
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
        const bool isAny = wanted.voi || wanted.presentation || !wanted.windows.empty();
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
        return voi->table ? planTable(*voi, wanted) : planWindow(*voi, wanted);
    }

    /// What a window is scaled by for this image is right for all of the stack where they have the same modality values
    /// (of PET it may be another slope in each).
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
        if (!hasSameModalityLut(m_state, m_image)) {
            refuse(
                Text::tr("The table of grey values of the state (VOI LUT) counts in values of another table (Modality "
                         "LUT) than the image; it is not used: the greys are not those that its author saw."));
            return false;
        }
        session::ValueTable table = imaging::valueTableOf(*voi.table);
        constexpr int leastUnsigned = 32768;
        if (table.first >= leastUnsigned && areValuesSigned())
            table.first -= 2 * leastUnsigned;
        const auto isForTable = [&](const dicom::Instance &image) {
            const auto *const own = partFor(m_state.voi, m_state, image);
            return own && own->table == voi.table && hasSameModalityLut(m_state, image);
        };
        const ValueScale scale = valueScale(m_state, m_image);
        const bool isOneScale =
            areAll(isForTable, [&](const dicom::Instance &image) { return valueScale(m_state, image) == scale; });
        const objects::ModalityStep step = m_state.modality.value_or(objects::ModalityStep{});
        table.isOfStored = !isOneScale;
        table.factor = isOneScale ? scale.factor : step.slope;
        table.offset = isOneScale ? scale.offset : step.intercept;
        session::GreyTables checked;
        checked.voi = std::move(table);
        Scope scope = scopeOf(isForTable);
        checked.images = std::move(scope.images);
        if (!session::checkGreyTables(checked)) {
            refuse(
                Text::tr("The table of grey values of the state (VOI LUT) cannot be used: the greys are not those that "
                         "its author saw."));
            return false;
        }
        wanted = std::move(checked);
        takeReadersWindow();
        if (!scope.isAll)
            sayForSome();
        return true;
    }

    void takeReadersWindow()
    {
        if (m_target.presentation.window || m_target.presentation.fileTable > 0)
            m_plan.actions.emplace_back(session::SetWindow{m_target.view, m_target.dataSet, std::nullopt});
    }

    void sayForSome()
    {
        refuse(Text::tr("The state was saved for some of these images; the others keep the greys and the shutter that "
                        "their files say."));
    }

    using Images = std::function<bool(const dicom::Instance &)>;
    /// Images of the stack, in the order of a state. They are named even where they are all of it: it may be put
    /// together with another, or grow. None: all of so many that a state does not hold their names.
    struct Scope {
        session::ImageRefs images;
        bool isAll = true;
    };
    [[nodiscard]] Scope scopeOf(const Images &fits) const
    {
        Scope scope;
        if (!m_target.stack)
            return scope;
        auto &images = scope.images;
        for (const dicom::InstancePtr &slice : m_target.stack->slices) {
            if (fits(*slice))
                images.push_back({slice->sop, slice->frame});
            else
                scope.isAll = false;
        }
        if (images.empty())
            images.push_back({m_image.sop, m_image.frame});
        std::sort(images.begin(), images.end(), session::isBefore);
        images.erase(std::unique(images.begin(), images.end()), images.end());
        if (scope.isAll && m_target.stack->isComplete && images.size() > std::size_t(session::maxSomeImages))
            images.clear();
        return scope;
    }
    /// Whether all of the stack that are `fits` are `alike`.
    [[nodiscard]] bool areAll(const Images &fits, const Images &alike) const
    {
        if (!m_target.stack)
            return true;
        const auto &slices = m_target.stack->slices;
        return std::all_of(slices.begin(), slices.end(),
                           [&](const dicom::InstancePtr &slice) { return !fits(*slice) || alike(*slice); });
    }
    [[nodiscard]] bool isForImage(const dicom::Instance &image) const
    {
        return objects::isFor({}, m_state, image.sop, image.frame + 1);
    }

    /// P-values are said by the table alone: neither the photometric interpretation nor a shape turns them round.
    bool planOutput(session::GreyTables &wanted)
    {
        if (!m_state.presentationLut)
            return false;
        session::GreyTables checked = wanted;
        checked.presentation = imaging::valueTableOf(*m_state.presentationLut);
        checked.presentation->first = 0; // the input is stretched over the entries, whatever is written
        Scope scope = scopeOf([this](const dicom::Instance &image) { return isForImage(image); });
        if (!checked.voi)
            checked.images = std::move(scope.images);
        if (!session::checkGreyTables(checked))
            return false;
        wanted = std::move(checked);
        if (!scope.isAll)
            sayForSome();
        if (m_target.presentation.inverted != m_image.grey.lowIsWhite)
            m_plan.actions.emplace_back(session::SetInverted{m_target.view, m_target.dataSet, m_image.grey.lowIsWhite});
        return true;
    }

    /// The places of a shutter are pixels of the images that the state is for, as this one has them.
    [[nodiscard]] bool hasShutterPlace(const dicom::Instance &image) const
    {
        return isForImage(image) && image.geometry.rows == m_image.geometry.rows &&
               image.geometry.columns == m_image.geometry.columns;
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
            Scope scope = scopeOf([this](const dicom::Instance &image) { return hasShutterPlace(image); });
            wanted->images = std::move(scope.images);
            if (!isForImage(m_image)) { // more of an image is seen, not less
                refuse(objects::flawText(objects::Flaw::Kind::Shutter) + u'.');
                wanted.reset();
            } else if (!scope.isAll) {
                sayForSome();
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

    bool planWindow(const objects::SoftcopyVoi &voi, session::GreyTables &wanted)
    {
        const StateWindow found = windowOn(m_state, m_image, voi);
        const auto &window = found.window;
        if (!window) {
            refuse(found.refusal);
            return false;
        }
        const auto own = [this](const dicom::Instance &image) -> std::optional<session::Window> {
            const auto *const part = partFor(m_state.voi, m_state, image);
            return part && part->window ? windowOn(m_state, image, *part).window : std::nullopt;
        };
        const auto isNamed = [this](const dicom::Instance &image) { return isForImage(image); };
        const bool isOne = areAll(isNamed, [&](const dicom::Instance &image) { return own(image) == window; });
        if (isOne && (valueScale(m_state, m_image) == ValueScale() || hasStackSameGrey())) {
            if (m_target.presentation.window != *window)
                m_plan.actions.emplace_back(session::SetWindow{m_target.view, m_target.dataSet, window});
            return true;
        }
        return planWindows(own, wanted);
    }

    /// Each of the stack's images by its own.
    bool planWindows(const std::function<std::optional<session::Window>(const dicom::Instance &)> &own,
                     session::GreyTables &wanted)
    {
        session::GreyTables checked;
        bool isForAll = true;
        for (const dicom::InstancePtr &slice : m_target.stack->slices) {
            const auto window = own(*slice);
            isForAll = isForAll && window;
            if (!window)
                continue;
            auto same = std::find_if(checked.windows.begin(), checked.windows.end(),
                                     [&](const session::ImageWindow &one) { return one.window == *window; });
            if (same == checked.windows.end())
                same = checked.windows.insert(same, {*window, {}});
            same->images.push_back({slice->sop, slice->frame});
        }
        for (session::ImageWindow &one : checked.windows) {
            std::sort(one.images.begin(), one.images.end(), session::isBefore);
            one.images.erase(std::unique(one.images.begin(), one.images.end()), one.images.end());
        }
        if (!session::checkGreyTables(checked)) {
            refuse(Text::tr("The state has windows for more images than can be kept apart; they are not used."));
            return false;
        }
        wanted = std::move(checked);
        takeReadersWindow();
        if (!isForAll)
            sayForSome();
        return true;
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
        if (!hasPixelsOfImage(*area))
            refuse(Text::tr("The state gives the pixels another shape than the image does; they are shown as the image "
                            "says."));
        const std::optional<session::ZoomPan> zoom = zoomOf(*area);
        if (m_target.shown.zoomPan == zoom)
            return;
        if (zoom && !session::checkZoomPan(zoom))
            return refuse(Text::tr("The part of the image that the state names cannot be shown."));
        m_plan.actions.emplace_back(session::SetZoomPan{m_target.view, zoom});
    }

    /// How high a pixel of the image is, in the unit of the zoom: mm, or columns where there is no spacing; with how
    /// wide it is.
    struct PixelSize {
        double perRow = 1.0, perColumn = 1.0;
    };
    [[nodiscard]] PixelSize pixelSize() const
    {
        const dicom::FrameGeometry &geometry = m_image.geometry;
        if (geometry.spacing.isKnown())
            return {geometry.spacing.betweenRowsMm, geometry.spacing.betweenColumnsMm};
        return {geometry.aspectRowsToColumns > 0.0 ? geometry.aspectRowsToColumns : 1.0, 1.0};
    }

    /// A state says itself how high pixels are to how wide (PS3.3 C.10.4), in mm or as a ratio.
    [[nodiscard]] bool hasPixelsOfImage(const DisplayedArea &area) const
    {
        constexpr double within = 0.01; // ratios are of whole numbers, and spacings rounded
        double stated = 0.0;
        if (area.rowSpacingMm && area.columnSpacingMm)
            stated = *area.rowSpacingMm / *area.columnSpacingMm;
        else if (area.aspect)
            stated = double((*area.aspect)[0]) / (*area.aspect)[1];
        const PixelSize pixel = pixelSize();
        return !(stated > 0.0) || std::abs(stated * pixel.perColumn / pixel.perRow - 1.0) < within;
    }

    /// nullopt: the whole image.
    std::optional<session::ZoomPan> zoomOf(const DisplayedArea &area)
    {
        const dicom::FrameGeometry &geometry = m_image.geometry;
        const auto [perRow, perColumn] = pixelSize();
        const bool isWhole = area.left == 1 && area.top == 1 && area.right == geometry.columns &&
                             area.bottom == geometry.rows && area.size == DisplayedArea::Size::ScaleToFit;
        if (isWhole)
            return std::nullopt;
        session::ZoomPan zoom;
        zoom.unit = geometry.spacing.isKnown() ? session::SpanUnit::Millimetres : session::SpanUnit::ImagePixels;
        zoom.across = acrossOf(area, perColumn, perRow);
        zoom.offsetAlongRow = ((area.left + area.right) / 2.0 - 1.0 - (geometry.columns - 1) / 2.0) * perColumn;
        zoom.offsetAlongColumn = ((area.top + area.bottom) / 2.0 - 1.0 - (geometry.rows - 1) / 2.0) * perRow;
        return zoom;
    }

    double acrossOf(const DisplayedArea &area, double perColumn, double perRow)
    {
        const double shorterPx = std::min(m_target.widthPx, m_target.heightPx);
        double wide = (area.right - area.left + 1) * perColumn, high = (area.bottom - area.top + 1) * perRow;
        if (m_state.rotation % 180 != 0)
            std::swap(wide, high);
        const double fitting = shorterPx / std::min(m_target.widthPx / wide, m_target.heightPx / high);
        // At a size that the state asks for, a view may be too small for all of the part.
        const auto sized = [&](double across) {
            constexpr double hair = 1e-9;
            if (across < fitting * (1.0 - hair))
                refuse(Text::tr("At the size that the state asks for, this view shows only the middle of the part of "
                                "the image that it names."));
            return across;
        };
        if (area.size == DisplayedArea::Size::Magnify)
            return sized(shorterPx * m_target.devicePixelRatio / *area.magnification * perColumn);
        if (area.size == DisplayedArea::Size::TrueSize) {
            if (m_target.screenMmPerPx && m_image.geometry.spacing.isKnown())
                return sized(shorterPx * *m_target.screenMmPerPx * perColumn / *area.columnSpacingMm);
            refuse(Text::tr("The state asks for true size; the size of the monitor or of the pixels is not known."));
        }
        return fitting;
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
