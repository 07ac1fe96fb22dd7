#include "viewer/widgets/MarkWords.h"

#include "viewer/tools/MarkTools.h"
#include "viewer/widgets/ShownImage.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using session::AnnotationKind;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(MarkWords)
};

} // namespace

QString markKindName(AnnotationKind kind)
{
    switch (kind) {
    case AnnotationKind::Probe:
        return Text::tr("Pixel value");
    case AnnotationKind::Arrow:
        return Text::tr("Arrow");
    case AnnotationKind::Text:
        return Text::tr("Text");
    case AnnotationKind::Length:
        return Text::tr("Length");
    case AnnotationKind::Polyline:
        return Text::tr("Path length");
    case AnnotationKind::Angle:
        return Text::tr("Angle");
    case AnnotationKind::Cobb:
        return Text::tr("Cobb angle");
    case AnnotationKind::OpenAngle:
        return Text::tr("Open angle");
    case AnnotationKind::Bidirectional:
        return Text::tr("Long and short axis");
    case AnnotationKind::Ellipse:
        return Text::tr("Ellipse");
    case AnnotationKind::Rectangle:
        return Text::tr("Rectangle");
    case AnnotationKind::Polygon:
        return Text::tr("Polygon");
    case AnnotationKind::Freehand:
        return Text::tr("Freehand region");
    case AnnotationKind::PointRoi:
        return Text::tr("Circle");
    case AnnotationKind::Ruler:
        return Text::tr("Ruler");
    case AnnotationKind::CardiothoracicRatio:
        return Text::tr("Cardiothoracic ratio");
    case AnnotationKind::LegAxis:
        return Text::tr("Leg length and axis");
    case AnnotationKind::LinePair:
        return Text::tr("Line pair");
    case AnnotationKind::KeyImage:
        return Text::tr("Key image");
    case AnnotationKind::Calibration:
        return Text::tr("Calibration");
    }
    return {};
}

QString markIcon(AnnotationKind kind)
{
    if (kind == AnnotationKind::KeyImage)
        return u"key-image"_s;
    return kind == AnnotationKind::Probe ? u"probe"_s : u"mark-"_s + tools::markToolName(kind);
}

QString keyImageReason(const QString &code)
{
    static const QHash<QString, const char *> reasons = {
        {u"113000"_s, QT_TRANSLATE_NOOP("MarkWords", "Of interest")},
        {u"113001"_s, QT_TRANSLATE_NOOP("MarkWords", "Rejected for quality reasons")},
        {u"113002"_s, QT_TRANSLATE_NOOP("MarkWords", "For the referring provider")},
        {u"113003"_s, QT_TRANSLATE_NOOP("MarkWords", "For surgery")},
        {u"113004"_s, QT_TRANSLATE_NOOP("MarkWords", "For teaching")},
        {u"113005"_s, QT_TRANSLATE_NOOP("MarkWords", "For a conference")},
        {u"113006"_s, QT_TRANSLATE_NOOP("MarkWords", "For therapy")},
        {u"113007"_s, QT_TRANSLATE_NOOP("MarkWords", "For the patient")},
        {u"113008"_s, QT_TRANSLATE_NOOP("MarkWords", "For peer review")},
        {u"113009"_s, QT_TRANSLATE_NOOP("MarkWords", "For research")},
        {u"113010"_s, QT_TRANSLATE_NOOP("MarkWords", "Quality issue")},
        {u"113020"_s, QT_TRANSLATE_NOOP("MarkWords", "For the report")},
    };
    const char *const reason = reasons.value(code);
    return reason ? Text::tr(reason) : QString();
}

std::optional<MarkPlace> placeOfMark(const session::Annotation &mark, const StudyUid &study,
                                     const pixels::StudyImages &images)
{
    const auto find = [&mark](const dicom::DataSetPtr &stack) -> std::optional<MarkPlace> {
        for (std::size_t i = 0; stack && i < stack->slices.size(); ++i) {
            if (stack->slices[i]->sop == mark.sop && stack->slices[i]->frame == mark.frame)
                return MarkPlace{stack, int(i)};
        }
        return std::nullopt;
    };
    const auto stacks = images.dataSets(study);
    for (const auto &stack : stacks) { // as a rule it is still the stack it was drawn in
        if (stack && stack->id == mark.dataSet) {
            if (auto place = find(stack))
                return place;
        }
    }
    for (const auto &stack : stacks) {
        if (auto place = find(stack))
            return place;
    }
    return std::nullopt;
}

ViewId viewShowing(const session::ViewerState &state, const DataSetId &stack)
{
    const auto shows = [&](const ViewId &id) { return state.view(id).dataSet == stack; };
    ViewId chosen = shows(state.layout().active) ? state.layout().active : ViewId();
    for (int i = 0; chosen.isEmpty() && i < state.layout().cellCount(); ++i)
        if (const ViewId id = session::Layout::viewAt(i); shows(id))
            chosen = id;
    return chosen;
}

session::Suv suvShown(const session::ViewerState &state, const DataSetId &stack)
{
    if (const ViewId showing = viewShowing(state, stack); !showing.isEmpty())
        return state.presentation(showing, stack).suv;
    const auto &all = state.presentations();
    auto found = all.find({state.layout().active, stack});
    if (found == all.end())
        found = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.first.dataSet == stack; });
    return found == all.end() ? session::Suv::BodyWeight : found->second.suv;
}

std::optional<render2d::MarkShape> shapeOfMark(const session::Annotation &mark, const MarkPlace &place,
                                               const session::AnnotationSet &all, const pixels::StudyImages &images,
                                               session::Suv suv)
{
    constexpr double anyPx = 256.0; // no value depends on it
    const dicom::InstancePtr &instance = place.stack->slices[std::size_t(place.slice)];
    session::ViewState view;
    view.study = instance->study;
    view.dataSet = place.stack->id;
    view.plane = session::ImageRef{instance->sop, instance->frame};
    // Looked up as for a view, so that the values are those that stand at the mark there.
    const ViewId list(u"list"_s);
    ShownImage shown = resolveImage(list, session::ViewerState().withView(list, view).withAnnotations(all), images);
    if (!shown.instance)
        return std::nullopt;
    shown.overlay.presentation.suv = suv;
    const imaging::ViewTransform transform(shown.instance->geometry, shown.overlay.view, anyPx, anyPx);
    auto shapes = render2d::markShapes(shown.overlay, session::AnnotationSet().with(mark), transform);
    if (shapes.empty())
        return std::nullopt;
    return std::move(shapes.front());
}

} // namespace consilium::widgets
