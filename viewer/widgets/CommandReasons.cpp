#include "viewer/widgets/CommandReasons.h"

#include "viewer/imaging/Calibration.h"
#include "viewer/imaging/Slab.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/ImageCommands.h"
#include "viewer/tools/StackPosition.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/documents/DocumentCommands.h"
#include "viewer/widgets/documents/DocumentPane.h"

#include <QCoreApplication>

namespace consilium::widgets
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandReasons)
};

QString whyNoSlab(const QString &command, const tools::ToolContext &context)
{
    const auto &slab = context.state.view(context.view).slab;
    const bool changesThickness = command == u"slab-thicker" || command == u"slab-thinner";
    if (command == u"slab-off" || !context.dataSet)
        return {};
    if (changesThickness && !slab)
        return Text::tr("No slab is shown.");
    const auto plan = imaging::planSlab(*context.dataSet, tools::sliceIndex(context), slab ? slab->thicknessMm : 10.0);
    if (plan.refusal != imaging::SlabRefusal::None)
        return Text::tr("No slab: %1.").arg(render2d::slabRefusalText(plan.refusal));
    if (!changesThickness)
        return {};
    const bool isThicker = command == u"slab-thicker";
    const auto step = tools::slabStep(context, isThicker ? 1 : -1);
    if (!step)
        return isThicker ? Text::tr("The slab holds the whole stack already.")
                         : Text::tr("The slab is down to one slice already.");
    return Text::tr("No thicker slab: %1.").arg(render2d::slabRefusalText(step->plan.refusal));
}

QString whyNoTrueSize(const tools::ToolContext &context, bool isAcrossMonitors)
{
    if (!context.instance->geometry.spacing.isKnown())
        return Text::tr("True size: these images do not say how large their pixels are.");
    if (imaging::handCalibration(*context.instance, context.state.annotations()).spacing)
        return Text::tr("True size: this image is calibrated by hand, and zoom knows only the file's millimetres.");
    if (isAcrossMonitors)
        return Text::tr(
            "True size: this view lies across monitors whose pixels differ in size, or of which one was not "
            "measured.");
    if (!context.screenMmPerPx)
        return Text::tr("True size needs this monitor measured with a ruler once: Settings, Monitors.");
    return {};
}

QString whyNoWindow(const QString &command, const tools::ToolContext &context)
{
    if (!tools::isGrey(context))
        return Text::tr("Images in colour have no window.");
    if (command.startsWith(u"window-file-")) {
        const auto count = context.instance->grey.windows.size() + context.instance->grey.voiLuts.size();
        if (count < 2)
            return count == 0 ? Text::tr("The file brings no window.")
                              : Text::tr("The file brings only this one window.");
        const auto number = command.mid(int(qstrlen("window-file-"))).toULongLong();
        return number > count ? Text::tr("The file brings only %1 windows.").arg(count) : QString();
    }
    for (const auto &preset : tools::builtInWindowPresets()) {
        if (command == u"window-preset-"_s + preset.name && preset.hounsfieldOnly &&
            context.instance->grey.unit != ValueUnit::Hounsfield)
            return Text::tr("This window is only for images in Hounsfield units.");
    }
    return {};
}

// Those which a document takes too: scrolling, paging and its size; layouts are nobody's.
bool isForImagesOnly(const QString &command)
{
    static const QStringList shared{u"next-slice"_s, u"previous-slice"_s, u"first-slice"_s, u"last-slice"_s,
                                    u"page-down"_s,  u"page-up"_s,        u"fit"_s,         u"reset"_s};
    if (command == u"cine" || command == u"window-type")
        return true;
    return tools::commandNames().contains(command) && !shared.contains(command) && !command.startsWith(u"layout-");
}

} // namespace

QString whyNotHere(const QString &command, const ViewportWidget &viewport)
{
    const DocumentPane *pane = viewport.document();
    if (isDocumentCommand(command)) {
        if (!pane)
            return Text::tr("Only for documents: the active view shows none.");
        const auto shown = pane->document();
        const bool isCurve = shown && shown->kind == dicom::DocumentKind::Waveform;
        return command.startsWith(u"ecg-") && !isCurve ? Text::tr("Only for ECGs and other curves.") : QString();
    }
    if (!isForImagesOnly(command))
        return {};
    if (pane)
        return Text::tr("Only for images: the active view shows a document.");
    return viewport.absence() == u"Empty" ? Text::tr("The active view shows no image.") : QString();
}

QString whyNothing(const QString &command, const tools::ToolContext &context, bool isAcrossMonitors)
{
    if (!context.instance)
        return {};
    if (command.startsWith(u"slab-"))
        return whyNoSlab(command, context);
    if (command == u"true-size")
        return whyNoTrueSize(context, isAcrossMonitors);
    if (command.startsWith(u"window-"))
        return whyNoWindow(command, context);
    if (command.startsWith(u"suv-") && !context.instance->suv)
        return Text::tr("Only for PET images.");
    const bool isForGrey = command.startsWith(u"enhance-") || command.startsWith(u"colours-");
    return isForGrey && !tools::isGrey(context) ? Text::tr("Only for grey images.") : QString();
}

} // namespace consilium::widgets
