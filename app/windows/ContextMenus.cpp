#include "app/windows/ContextMenus.h"

#include "app/usecases/StateLayers.h"
#include "app/windows/CommandMenu.h"
#include "app/windows/CompareCommands.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/tools/ImageCommands.h"
#include "viewer/tools/ShownStack.h"
#include "viewer/tools/Tool.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/OwnClipboard.h"

#include <QApplication>
#include <QContextMenuEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(ContextMenus)
};

void addTools(CommandMenu &menu, const ReadingPage &page)
{
    const QString bound = page.bindings().toolFor(Qt::LeftButton, Qt::NoModifier);
    const QStringList drawing = tools::markToolNames();
    for (const QString &tool : tools::toolNames()) {
        if (!drawing.contains(tool))
            menu.add(u"tool-"_s + tool, tool == bound);
    }
}

void addMarkTools(CommandMenu &menu, const ReadingPage &page)
{
    const QString bound = page.bindings().toolFor(Qt::LeftButton, Qt::NoModifier);
    for (const QString &tool : tools::markToolNames())
        menu.add(u"tool-"_s + tool, tool == bound);
}

/// Of the mark under the pointer, which is the selected one from now on.
void addMarkCommands(CommandMenu &menu, ReadingPage &page, const widgets::ViewportWidget &viewport)
{
    const AnnotationId own = viewport.markAtPointer();
    const AnnotationId mark = own.isEmpty() ? viewport.markUnderPointer() : own;
    if (!mark.isEmpty())
        page.grid().selectMark(mark);
    if (!own.isEmpty())
        menu.add(u"delete-mark"_s);
    if (!mark.isEmpty() && viewport.histogramOf(mark).histogram)
        menu.add(u"mark-histogram"_s);
    menu.addMenu(Text::tr("This mark"), [&](CommandMenu &part) {
        if (!own.isEmpty())
            part.add({"edit-mark-text", "label-beside"});
        if (!mark.isEmpty())
            part.add({"copy-mark", "go-to-mark"});
    });
}

/// What is kept of a study: its marks, key images and views.
void addKeeping(CommandMenu &menu, const ReadingPage &page, const StudyUid &study)
{
    if (widgets::markToPaste())
        menu.add(u"paste-mark"_s);
    menu.add(u"toggle-marks"_s, page.areMarksShown());
    menu.add({"key-image", "key-image-reason", "save-marks", "save-view"});
    if (page.grid().shownViewports().size() > 1)
        menu.add(u"save-views"_s);
    const objects::StudyObjects *const kept = page.images().objects();
    if (kept && !kept->states(study).empty())
        menu.add(u"presentation-states"_s);
    if (kept && !layersOf(kept->states(study)).empty())
        menu.add(u"graphic-layers"_s);
}

/// What the file offers, where that is more than one, by its explanations.
void addFileVois(CommandMenu &menu, widgets::ViewportWidget &viewport, const dicom::Instance &image,
                 const session::Presentation &now)
{
    const auto all = tools::fileVois(image, now);
    for (std::size_t i = 0; i < all.size() && all.size() > 1; ++i) {
        const QString command = u"window-file-%1"_s.arg(i + 1);
        //: %1: what the file calls one of its windows or tables of grey values ("LUNG")
        menu.add(Text::tr("Of the file: %1").arg(all[i].name), command, true, viewport,
                 [&viewport, command] { viewport.runCommand(command); });
        QAction *const entry = menu.menu().actions().constLast();
        entry->setCheckable(true);
        entry->setChecked(all[i].isInUse);
    }
}

void addWindows(CommandMenu &menu, widgets::ViewportWidget &viewport, const session::Presentation &now)
{
    const auto image = viewport.instance();
    if (!image || image->pixels.samplesPerPixel != 1)
        return;
    menu.add({"window-type", "window-default", "window-file-next"});
    addFileVois(menu, viewport, *image, now);
    for (const auto &preset : tools::builtInWindowPresets()) {
        if (!preset.hounsfieldOnly || image->grey.unit == ValueUnit::Hounsfield)
            menu.add(u"window-preset-"_s + preset.name);
    }
    menu.add(u"invert"_s, now.inverted);
}

void addLayouts(CommandMenu &menu, const session::Layout &layout)
{
    for (int rows = 1; rows <= 3; ++rows) {
        for (int columns = 1; columns <= 4; ++columns)
            menu.add(u"layout-%1x%2"_s.arg(rows).arg(columns), layout.rows == rows && layout.columns == columns);
    }
}

/// "3 · Thorax · acquisition 2 · 40"
QString seriesText(const dicom::DataSet &dataSet)
{
    QStringList parts;
    if (dataSet.header.number >= 0)
        parts << QString::number(dataSet.header.number);
    parts << dataSet.header.description.simplified() << dataSet.part
          << Text::tr("%n image(s)", nullptr, int(dataSet.slices.size()));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// With which series this one can be put together; below, with which it cannot, and why.
void addJoining(CommandMenu &menu, ReadingPage &page, const StudyUid &study, const DataSetId &first)
{
    constexpr std::size_t mostShown = 40;
    std::vector<JoinChoice> choices = joinChoices(study, first, page.images());
    std::stable_partition(choices.begin(), choices.end(), [](const JoinChoice &c) { return c.refusal.isEmpty(); });
    choices.resize(std::min(choices.size(), mostShown));
    const bool isAny = !choices.empty() && choices.front().refusal.isEmpty();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto &[dataSet, refusal] = choices[i];
        if (i > 0 && isAny && !refusal.isEmpty() && choices[i - 1].refusal.isEmpty())
            menu.separate();
        const DataSetId second = dataSet->id;
        const QString title = seriesText(*dataSet);
        menu.add(refusal.isEmpty() ? title : title + u" — "_s + refusal, u"join-series:"_s + second.text(),
                 refusal.isEmpty(), page, [&page, study, first, second] { page.joinSeries(study, first, second); });
    }
}

/// Splitting and joining of what the active view shows.
void addArranging(CommandMenu &menu, const session::ViewState &view, const session::ViewerState &state,
                  const dicom::DataSet &dataSet)
{
    if (dataSet.slices.size() > 1 && tools::sliceIndexOf(dataSet, view.plane) > 0)
        menu.add(u"split-series"_s);
    menu.add(u"join-series"_s);
    if (!state.arrangement(view.study).empty())
        menu.add(u"series-as-stored"_s);
}

/// Families of commands that other parts of the program add by name.
void addFamily(CommandMenu &menu, const CommandSet &commands, std::initializer_list<const char *> prefixes)
{
    for (const auto &command : commands.all()) {
        for (const char *prefix : prefixes) {
            if (command.name.startsWith(QLatin1String(prefix)))
                menu.add(command.name);
        }
    }
}

/// The series that may lie over the images of the view, and how the one is shown that does.
void addFusion(CommandMenu &menu, ReadingPage &page, const ViewId &view)
{
    constexpr std::size_t mostShown = 40;
    auto &dispatcher = page.session().dispatcher();
    auto choices = tools::fusionChoices(dispatcher.state(), view, page.images());
    choices.resize(std::min(choices.size(), mostShown));
    for (const tools::FusionChoice &choice : choices)
        menu.add(fusionChoiceText(choice), u"fuse:"_s + choice.series->id.text(),
                 choice.refusal == imaging::FusionRefusal::None, page,
                 [choice, view, &dispatcher] { fuseWith(choice, view, dispatcher); });
    if (!dispatcher.state().view(view).fusion)
        return;
    menu.separate();
    menu.add({"fusion-stronger", "fusion-weaker", "fusion-window-wider", "fusion-window-narrower",
              "fusion-threshold-next", "fusion-colours-next", "fusion-off"});
    if (!tools::isPet(*dispatcher.state().view(view).fusion, page.images()))
        return;
    menu.separate();
    menu.add({"fusion-suv-bw", "fusion-suv-lbm-james", "fusion-suv-lbm-janmahasatian", "fusion-suv-bsa"});
}

void addImageCommands(CommandMenu &menu, CommandSet &commands, ReadingPage &page, widgets::ViewportWidget &viewport)
{
    const auto &state = page.session().dispatcher().state();
    const auto &view = state.view(viewport.view());
    const auto dataSet = page.images().dataSet(view.dataSet);
    const session::Presentation now = state.presentation(viewport.view(), view.dataSet);
    menu.addMenu(Text::tr("Left button"), [&](CommandMenu &part) { addTools(part, page); });
    menu.addMenu(Text::tr("Measure and mark"), [&](CommandMenu &part) { addMarkTools(part, page); });
    menu.addMenu(Text::tr("Window"), [&](CommandMenu &part) { addWindows(part, viewport, now); });
    menu.addMenu(Text::tr("Zoom, turn and mirror"), [](CommandMenu &part) {
        part.add({"fit", "one-to-one", "true-size", "magnifier"});
        part.separate();
        part.add({"rotate-left", "rotate-right", "flip-horizontal", "flip-vertical"});
        part.separate();
        part.add(u"reset"_s);
    });
    const auto image = viewport.instance();
    const bool isGrey = image && image->pixels.samplesPerPixel == 1;
    if (dataSet && dataSet->slices.size() > 1 && isGrey)
        menu.addMenu(Text::tr("Slab"), [&](CommandMenu &part) { addFamily(part, commands, {"slab-"}); });
    menu.addMenu(Text::tr("Enhance"), [&](CommandMenu &part) { addFamily(part, commands, {"enhance-"}); });
    if (isGrey)
        menu.addMenu(Text::tr("Colours"), [&](CommandMenu &part) { addFamily(part, commands, {"colours-"}); });
    if (image && image->suv)
        menu.addMenu(Text::tr("SUV"), [&](CommandMenu &part) { addFamily(part, commands, {"suv-"}); });
    menu.addMenu(Text::tr("Fuse with"), [&](CommandMenu &part) { addFusion(part, page, viewport.view()); });
    menu.separate();
    if (dataSet && !dataSet->slices.empty() && dataSet->slices.front()->segment < 0)
        menu.addMenu(Text::tr("Split and put together"),
                     [&](CommandMenu &part) { addArranging(part, view, state, *dataSet); });
    if (dataSet && dataSet->slices.size() > 1)
        menu.addMenu(Text::tr("Cine"), [&](CommandMenu &part) {
            part.add(u"cine"_s, page.isCinePlaying());
            part.add({"cine-faster", "cine-slower"});
        });
}

QString lineOf(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : name + u": "_s + value;
}

/// What views have in common.
void addTogether(CommandMenu &part, const session::ViewerState &state, widgets::ReferenceLines lines)
{
    const session::LinkKind link = state.layout().link.kind;
    part.add(u"link-scroll"_s, link == session::LinkKind::Position);
    part.add(u"link-offset"_s, link == session::LinkKind::Offset);
    part.add(u"reference-lines"_s, lines != widgets::ReferenceLines::Off);
    part.add(u"reference-lines-all"_s, lines == widgets::ReferenceLines::AllViews);
    part.add(u"reference-lines-ends"_s, lines == widgets::ReferenceLines::WithEnds);
    part.separate();
    const session::LookLink &look = state.layout().look;
    part.add(u"link-look"_s, look.window && look.zoom && look.pan);
    part.add(u"link-window"_s, look.window);
    part.add(u"link-zoom"_s, look.zoom);
    part.add(u"link-pan"_s, look.pan);
    part.add(u"align-views"_s);
    if (!state.alignments().empty())
        part.add(u"align-off"_s);
    part.add(u"cursor-3d-follow"_s, look.cursor);
    if (state.cursor())
        part.add(u"cursor-3d-off"_s);
}

} // namespace

// At most so many entries at the top as fit one column of a screen of 768 px, of which the desktop has a bar.
void showViewportMenu(CommandSet &commands, ReadingPage &page, widgets::ViewportWidget &viewport, const QPoint &global)
{
    auto &dispatcher = page.session().dispatcher();
    const auto &state = dispatcher.state();
    const auto &layout = state.layout();
    CommandMenu menu(commands, &viewport);
    const bool hasImage = viewport.instance() != nullptr;
    if (hasImage)
        addImageCommands(menu, commands, page, viewport);
    menu.addMenu(Text::tr("Layout"), [&](CommandMenu &part) {
        addLayouts(part, layout);
        if (layout.cellCount() < 2)
            return;
        part.separate();
        part.add(u"maximise"_s, page.grid().maximised() == viewport.view());
    });
    if (layout.cellCount() > 1)
        menu.addMenu(Text::tr("Views together"),
                     [&](CommandMenu &part) { addTogether(part, state, page.grid().referenceLines()); });
    menu.separate();
    if (hasImage) {
        addMarkCommands(menu, page, viewport);
        menu.addMenu(Text::tr("Marks and key images"),
                     [&](CommandMenu &part) { addKeeping(part, page, state.view(viewport.view()).study); });
        menu.separate();
    }
    if (!viewport.absence().isEmpty() && hasImage)
        menu.add(u"retry"_s);
    menu.addMenu(Text::tr("About the image"), [&](CommandMenu &part) {
        if (!viewport.bandCauses().empty())
            part.add(u"show-details"_s);
        if (!hasImage)
            return;
        part.add(u"repair-log"_s, page.isRepairLogShown());
        part.add(u"copy-details"_s);
        part.add(u"toggle-overlay"_s, page.grid().isOverlayVisible());
    });
    menu.addMenu(Text::tr("Study"), [](CommandMenu &part) {
        part.add({"next-study", "previous-study"});
        part.separate();
        part.add({"claim-study", "mark-read", "release-study"});
    });
    menu.separate();
    if (dispatcher.canUndo(dispatcher.localActor()))
        menu.add(u"undo"_s);
    if (dispatcher.canRedo(dispatcher.localActor()))
        menu.add(u"redo"_s);
    menu.popup(global);
}

void showSeriesMenu(CommandSet &commands, ReadingPage &page, const DataSetId &dataSet, const QPoint &global)
{
    const auto &state = page.session().dispatcher().state();
    const session::ViewState &active = state.view(state.layout().active);
    const bool isShown = active.dataSet == dataSet;
    const StudyUid study = page.strip().study();
    const auto images = page.images().dataSet(dataSet);
    CommandMenu menu(commands, &page);
    if (!isShown)
        menu.add(u"show-series"_s);
    if (images && isShown && images->slices.size() > 1 && images->slices.front()->segment < 0 &&
        tools::sliceIndexOf(*images, active.plane) > 0)
        menu.add(u"split-series"_s);
    menu.addMenu(Text::tr("Put together with"), [&](CommandMenu &part) { addJoining(part, page, study, dataSet); });
    if (active.study == study && !state.arrangement(study).empty())
        menu.add(u"series-as-stored"_s);
    if (isShown) {
        menu.add({"show-details", "repair-log"});
        if (page.images().progress(dataSet).failed > 0 || page.images().failure(dataSet))
            menu.add(u"retry"_s);
    }
    menu.separate();
    menu.add({"previous-series", "next-series"});
    menu.popup(global);
}

void showWorklistMenu(CommandSet &commands, WorklistPage &page, const QPoint &global)
{
    CommandMenu menu(commands, &page);
    const dicom::StudyHeader *study = page.selectedStudy();
    if (study) {
        menu.add(u"open-study"_s);
        if (!study->accession.isEmpty())
            menu.add(u"copy-accession"_s);
        menu.separate();
        menu.add({"claim-study", "mark-read", "release-study"});
        menu.separate();
    }
    menu.add({"refresh", "search", "save-search", "choose-columns"});
    menu.popup(global);
}

void askForContextMenu(const QWidget &window)
{
    const QWidget *active = QApplication::activeWindow(); // the worklist may have a window of its own
    QWidget *focused = (active ? active : &window)->focusWidget();
    if (!focused)
        return;
    const QPoint middle = focused->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, focused->mapToGlobal(middle));
    QApplication::sendEvent(focused, &event);
}

QString imageDetails(const widgets::ViewportWidget &viewport)
{
    const auto image = viewport.instance();
    if (!image)
        return {};
    const auto &geometry = image->geometry;
    const auto &text = viewport.overlayText();
    QStringList lines{lineOf(u"SOP Instance UID"_s, image->sop.text()),
                      lineOf(u"Series Instance UID"_s, image->series.text()),
                      lineOf(u"SOP Class UID"_s, image->sopClass.text()),
                      lineOf(Text::tr("Size"), u"%1 × %2"_s.arg(geometry.columns).arg(geometry.rows)),
                      lineOf(Text::tr("Slice"), QString::number(viewport.sliceIndex() + 1)),
                      lineOf(Text::tr("Place"), render2d::slicePositionText(geometry)),
                      lineOf(Text::tr("Window and zoom"), text.bottomRight.join(u" · "_s))};
    if (geometry.spacing.isKnown())
        lines << lineOf(Text::tr("Pixel spacing"),
                        u"%1 × %2 mm"_s.arg(geometry.spacing.betweenRowsMm).arg(geometry.spacing.betweenColumnsMm));
    if (image->sliceThicknessMm)
        lines << lineOf(Text::tr("Slice thickness"), u"%1 mm"_s.arg(*image->sliceThicknessMm));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace consilium::app
