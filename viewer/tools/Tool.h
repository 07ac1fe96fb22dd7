#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/imaging/ViewTransform.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/session/Action.h"

#include <Qt>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::tools
{

/// What a tool may look at: nothing it could change.
struct ToolContext {
    const session::ViewerState &state;
    ViewId view;
    dicom::DataSetPtr dataSet; ///< null when the view is empty
    const dicom::Instance *instance = nullptr;
    const pixels::DecodedFrame *frame = nullptr;       ///< null while loading
    const imaging::ViewTransform *transform = nullptr; ///< null when there is no image
    double widthPx = 0.0, heightPx = 0.0;
    ActorId actor;
    std::function<AnnotationId()> newAnnotationId = {};
    std::optional<session::Window> shownWindow = {}; ///< what is in use where neither reader nor file set one
    std::function<dicom::DataSetPtr(const session::ViewState &)> stacks = {}; ///< shownStack() of any view
    const imaging::ValueImage *slab = nullptr;                                ///< what is shown in place of the frame
    double devicePixelRatio = 1.0;
    std::optional<double> screenMmPerPx = {}; ///< of a logical pixel, where the monitor was measured
};

struct PointerEvent {
    ScreenPoint at;
    Qt::KeyboardModifiers modifiers;
};

/// Turns input into actions: press, move and release of one drag, or a wheel. One file per tool. A tool holds only what
/// a drag needs (where it began and what was there), so every action it gives is absolute.
class Tool
{
public:
    virtual ~Tool() = default;
    [[nodiscard]] virtual QLatin1String name() const = 0; ///< "window", "scroll", "zoom", "pan", "probe", "rotate"
    virtual std::vector<session::Action> press(const ToolContext &, const PointerEvent &) { return {}; }
    virtual std::vector<session::Action> move(const ToolContext &, const PointerEvent &) { return {}; }
    virtual std::vector<session::Action> release(const ToolContext &, const PointerEvent &) { return {}; }
    /// `steps`: wheel notches, fractions for touch pads; positive: towards the person (next slice).
    virtual std::vector<session::Action> wheel(const ToolContext &, const PointerEvent &, double steps)
    {
        Q_UNUSED(steps)
        return {};
    }
    [[nodiscard]] virtual bool usesWheel() const { return false; }
};

/// All tools by name. Null for an unknown name.
[[nodiscard]] std::unique_ptr<Tool> makeTool(const QString &name);
[[nodiscard]] QStringList toolNames();

} // namespace consilium::tools
