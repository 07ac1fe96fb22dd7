#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/imaging/ViewTransform.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/session/Action.h"
#include "viewer/tools/ShownStack.h"

#include <Qt>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::tools
{

/// What of a mark lies under the pointer.
struct MarkUnder {
    enum class Part { Handle, Body, Label };
    AnnotationId id;
    Part part = Part::Body;
    int handle = -1;          ///< of Part::Handle, from 0
    ScreenPoint labelAt = {}; ///< of Part::Label: the place that session::PlaceLabel speaks of
    bool operator==(const MarkUnder &) const = default;
};

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
    StackLookup stacks = {};                         ///< shownStack() of any view
    const imaging::ValueImage *slab = nullptr;       ///< what is shown in place of the frame
    double devicePixelRatio = 1.0;
    std::optional<double> screenMmPerPx = {}; ///< of a logical pixel, where the monitor was measured
    /// The mark drawn at a place, reached from up to `reachPx` away. Empty: nothing can be taken hold of.
    std::function<std::optional<MarkUnder>(ScreenPoint at, double reachPx)> markAt = {};
    AnnotationId selectedMark = {}; ///< of this window; empty: none
};

struct PointerEvent {
    ScreenPoint at;
    Qt::KeyboardModifiers modifiers;
};

/// Turns input into actions: press, move and release of one drag, or a wheel. One file per tool. A tool holds only what
/// a drag needs (where it began and what was there), so every action it gives is absolute. A tool that draws marks is
/// kept from press to press as long as it has a draft(), and is moved without a button too.
class Tool
{
public:
    virtual ~Tool() = default;
    [[nodiscard]] virtual QLatin1String name() const = 0; ///< "window", "scroll" ... see toolNames()
    /// Why a press does nothing on the image shown, translated; empty: it does something, or there is nothing to say.
    [[nodiscard]] virtual QString whyNot(const ToolContext &) const { return {}; }
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

    /// The mark that is being drawn and is not in the state yet, on the image it was begun on; null: none. Places that
    /// its kind still lacks are where the pointer is.
    [[nodiscard]] virtual const session::Annotation *draft() const { return nullptr; }
    /// The draft has all the places of its kind, so that its values mean something.
    [[nodiscard]] virtual bool isDraftWhole() const { return false; }
    /// The draft lacks nothing but its text, which is to be asked for; the tool itself is done.
    [[nodiscard]] virtual bool wantsText() const { return false; }
    /// By Enter or a double click: ends a mark that may have any number of points. Empty, and the draft stays, where it
    /// has too few of them or its kind ends by itself.
    virtual std::vector<session::Action> finish(const ToolContext &) { return {}; }
    /// The last point of the draft goes; with the first one the draft itself.
    virtual void takeBackPoint(const ToolContext &) {}
};

/// All tools by name. Null for an unknown name.
[[nodiscard]] std::unique_ptr<Tool> makeTool(const QString &name);
[[nodiscard]] QStringList toolNames();
/// Those of them that draw marks and take hold of marks, in the order of menus. The probe is not among them.
[[nodiscard]] QStringList markToolNames();

} // namespace consilium::tools
