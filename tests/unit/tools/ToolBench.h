#pragma once
#include "tests/render/ImageFixture.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/Tool.h"

#include <QTest>

#include <utility>

/// A view with a stack in it, on which tools and commands act as in the program: what they answer goes through
/// reduce().
namespace consilium::test
{

class ToolBench
{
public:
    explicit ToolBench(int slices = 20, const ImageSpec &spec = {}) : ToolBench(makeStack(slices, spec)) {}
    explicit ToolBench(std::shared_ptr<dicom::DataSet> stack) : dataSet(std::move(stack))
    {
        apply({session::ShowSeries{view, StudyUid(u"1.2.3"_s), dataSet->id, {}, {}, {}}});
        applied.clear();
    }

    /// The context as the viewport would give it now.
    template<class Use>
    auto withContext(const Use &use)
    {
        const auto &shown = state.view(view);
        const auto *image = std::get_if<session::ImageRef>(&shown.plane);
        const int index = image ? dataSet->indexOf(image->sop) : 0;
        const auto &instance = *dataSet->slices[std::size_t(std::max(0, index))];
        if (!frame)
            frame = makeFrame(
                instance, [](int row, int column) { return row == 0 && column == 0 ? 0 : 4095 - (row + column) % 2; });
        const imaging::ViewTransform transform(instance.geometry, shown, width, height);
        tools::ToolContext context{state,
                                   view,
                                   dataSet,
                                   &instance,
                                   hasFrame ? frame.get() : nullptr,
                                   &transform,
                                   width,
                                   height,
                                   ActorId(u"local"_s),
                                   [this] { return AnnotationId(u"a%1"_s.arg(++lastAnnotation)); }};
        context.markAt = markAt;
        return use(std::as_const(context));
    }

    void apply(const std::vector<session::Action> &actions)
    {
        for (const auto &action : actions) {
            applied.push_back(action);
            const auto next = session::reduce(state, action);
            QVERIFY2(next.has_value(), next ? "" : qPrintable(next.error().detail));
            state = *next;
        }
    }

    void press(tools::Tool &tool, ScreenPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        apply(withContext([&](const auto &context) { return tool.press(context, {at, modifiers}); }));
    }
    void move(tools::Tool &tool, ScreenPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        apply(withContext([&](const auto &context) { return tool.move(context, {at, modifiers}); }));
    }
    void release(tools::Tool &tool, ScreenPoint at)
    {
        apply(withContext([&](const auto &context) { return tool.release(context, {at, {}}); }));
    }
    void wheel(tools::Tool &tool, ScreenPoint at, double steps)
    {
        apply(withContext([&](const auto &context) { return tool.wheel(context, {at, {}}, steps); }));
    }
    /// A drag in `steps` moves, as a mouse makes it.
    void drag(tools::Tool &tool, ScreenPoint from, ScreenPoint to, Qt::KeyboardModifiers modifiers = {}, int steps = 7)
    {
        press(tool, from, modifiers);
        for (int i = 1; i <= steps; ++i)
            move(tool, {from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps}, modifiers);
        release(tool, to);
    }
    void command(const QString &name)
    {
        apply(withContext([&](const auto &context) { return tools::commandActions(name, context); }));
    }

    [[nodiscard]] int slice() const
    {
        const auto *image = std::get_if<session::ImageRef>(&state.view(view).plane);
        return image ? dataSet->indexOf(image->sop) : -1;
    }
    [[nodiscard]] std::optional<session::Window> window() const { return state.presentation(view, dataSet->id).window; }
    [[nodiscard]] session::Orientation orientation() const { return state.view(view).orientation; }
    [[nodiscard]] imaging::ViewTransform transform() const
    {
        return {dataSet->slices.front()->geometry, state.view(view), width, height};
    }

    ViewId view{u"v1"_s};
    std::shared_ptr<dicom::DataSet> dataSet;
    std::shared_ptr<pixels::DecodedFrame> frame;
    bool hasFrame = true;
    session::ViewerState state;
    std::vector<session::Action> applied;
    double width = 400.0, height = 300.0;
    int lastAnnotation = 0;
    std::function<std::optional<tools::MarkUnder>(ScreenPoint, double)> markAt; ///< what is drawn, as the viewport says
};

} // namespace consilium::test
