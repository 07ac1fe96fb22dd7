#include "app/windows/CommandNames.h"

#include "viewer/tools/Commands.h"
#include "viewer/tools/WindowPresets.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using Place = CommandSet::Place;

struct Named {
    const char *name;
    const char *title;
    Place place;
    const char *key; ///< when the bindings name none
};

constexpr Named named[] = {
    {"open-worklist", QT_TRANSLATE_NOOP("Command", "Go to the worklist"), Place::Anywhere, "Ctrl+L"},
    {"search", QT_TRANSLATE_NOOP("Command", "Search the worklist"), Place::Worklist, "/"},
    {"refresh", QT_TRANSLATE_NOOP("Command", "Refresh the worklist; in the settings: test the connection"),
     Place::Worklist, "F5"},
    {"choose-columns", QT_TRANSLATE_NOOP("Command", "Choose the columns of the worklist"), Place::Worklist, ""},
    {"urgent-first", QT_TRANSLATE_NOOP("Command", "Urgent studies first, or in the list's order"), Place::Worklist, ""},
    {"save-search", QT_TRANSLATE_NOOP("Command", "Save this search of the worklist"), Place::Worklist, ""},
    {"open-folder", QT_TRANSLATE_NOOP("Command", "Open a folder"), Place::Anywhere, "Ctrl+O"},
    {"open-files", QT_TRANSLATE_NOOP("Command", "Open files"), Place::Anywhere, "Ctrl+Shift+O"},
    {"stop-reading", QT_TRANSLATE_NOOP("Command", "Stop reading files"), Place::Anywhere, ""},
    {"open-next-studies", QT_TRANSLATE_NOOP("Command", "Open the studies that have no tab yet"), Place::Anywhere, ""},
    {"opening-details", QT_TRANSLATE_NOOP("Command", "What was left out when opening"), Place::Anywhere, ""},
    {"close-tab", QT_TRANSLATE_NOOP("Command", "Close the tab"), Place::Anywhere, "Ctrl+W"},
    {"next-tab", QT_TRANSLATE_NOOP("Command", "Next tab"), Place::Anywhere, "Ctrl+Tab"},
    {"previous-tab", QT_TRANSLATE_NOOP("Command", "Previous tab"), Place::Anywhere, "Ctrl+Shift+Tab"},
    {"command-palette", QT_TRANSLATE_NOOP("Command", "All commands"), Place::Anywhere, "Ctrl+K; Ctrl+Shift+P"},
    {"settings", QT_TRANSLATE_NOOP("Command", "Settings"), Place::Anywhere, "Ctrl+,"},
    {"settings-keyboard", QT_TRANSLATE_NOOP("Command", "Keyboard settings"), Place::Anywhere, ""},
    {"settings-mouse", QT_TRANSLATE_NOOP("Command", "Mouse settings"), Place::Anywhere, ""},
    {"context-menu", QT_TRANSLATE_NOOP("Command", "Menu of what the keyboard is on"), Place::Anywhere,
     "Menu; Shift+F10"},
    {"open-study", QT_TRANSLATE_NOOP("Command", "Open the chosen study"), Place::Worklist, ""},
    {"copy-accession", QT_TRANSLATE_NOOP("Command", "Copy the accession number"), Place::Worklist, ""},
    {"add-archive", QT_TRANSLATE_NOOP("Command", "Add an archive"), Place::Anywhere, ""},
    {"theme-dark", QT_TRANSLATE_NOOP("Command", "Dark colours"), Place::Anywhere, ""},
    {"theme-light", QT_TRANSLATE_NOOP("Command", "Light colours"), Place::Anywhere, ""},
    {"lock", QT_TRANSLATE_NOOP("Command", "Lock the screen"), Place::Anywhere, "Ctrl+Alt+L; Ctrl+Shift+L"},
    {"switch-person", QT_TRANSLATE_NOOP("Command", "Switch person"), Place::Anywhere, "Ctrl+Alt+U"},
    {"settings-people", QT_TRANSLATE_NOOP("Command", "People and passwords"), Place::Anywhere, ""},
    {"quit", QT_TRANSLATE_NOOP("Command", "Quit"), Place::Anywhere, "Ctrl+Q"},
    {"toggle-panels", QT_TRANSLATE_NOOP("Command", "Fold or show the panels"), Place::Reading, "F11"},
    {"full-screen", QT_TRANSLATE_NOOP("Command", "Full screen"), Place::Anywhere, "Alt+Return"},
    {"next-region", QT_TRANSLATE_NOOP("Command", "Next part of the window"), Place::Reading, "F6"},
    {"toggle-overlay", QT_TRANSLATE_NOOP("Command", "Text over images"), Place::Reading, "O"},
    {"toggle-segments", QT_TRANSLATE_NOOP("Command", "Outlines over images"), Place::Reading, "X"},
    {"retry", QT_TRANSLATE_NOOP("Command", "Try failed images again"), Place::Reading, "Ctrl+R"},
    {"undo", QT_TRANSLATE_NOOP("Command", "Undo"), Place::Reading, "Ctrl+Z"},
    {"redo", QT_TRANSLATE_NOOP("Command", "Redo"), Place::Reading, "Ctrl+Shift+Z"},
    {"split-series", QT_TRANSLATE_NOOP("Command", "Split the series before this image"), Place::Reading, ""},
    {"join-series", QT_TRANSLATE_NOOP("Command", "Put this series together with the next"), Place::Reading, ""},
    {"series-as-stored", QT_TRANSLATE_NOOP("Command", "Series as they are stored"), Place::Reading, ""},
    {"next-series", QT_TRANSLATE_NOOP("Command", "Next series"), Place::Reading, "."},
    {"previous-series", QT_TRANSLATE_NOOP("Command", "Previous series"), Place::Reading, ","},
    {"maximise", QT_TRANSLATE_NOOP("Command", "This view alone, or all again"), Place::Reading, "M"},
    {"delete-mark", QT_TRANSLATE_NOOP("Command", "Delete my mark"), Place::Reading, "Del"},
    {"copy-mark", QT_TRANSLATE_NOOP("Command", "Copy the selected mark"), Place::Reading, "Ctrl+C"},
    {"paste-mark", QT_TRANSLATE_NOOP("Command", "Put the copied mark on this image"), Place::Reading, "Ctrl+V"},
    {"edit-mark-text", QT_TRANSLATE_NOOP("Command", "Edit the text of a mark"), Place::Reading, "F2"},
    {"label-beside", QT_TRANSLATE_NOOP("Command", "Label back beside its mark"), Place::Reading, ""},
    {"next-mark", QT_TRANSLATE_NOOP("Command", "Select the next mark of the image"), Place::Reading, "Ctrl+M"},
    {"go-to-mark", QT_TRANSLATE_NOOP("Command", "Go to the selected mark"), Place::Reading, ""},
    {"toggle-marks", QT_TRANSLATE_NOOP("Command", "List of marks"), Place::Reading, "Shift+M"},
    {"nudge-mark-left", QT_TRANSLATE_NOOP("Command", "Nudge a mark to the left"), Place::Reading, "Alt+Left"},
    {"nudge-mark-right", QT_TRANSLATE_NOOP("Command", "Nudge a mark to the right"), Place::Reading, "Alt+Right"},
    {"nudge-mark-up", QT_TRANSLATE_NOOP("Command", "Nudge a mark upwards"), Place::Reading, "Alt+Up"},
    {"nudge-mark-down", QT_TRANSLATE_NOOP("Command", "Nudge a mark downwards"), Place::Reading, "Alt+Down"},
    {"show-details", QT_TRANSLATE_NOOP("Command", "What is wrong with these images"), Place::Reading, "Ctrl+I"},
    {"repair-log", QT_TRANSLATE_NOOP("Command", "Repair log"), Place::Reading, "Ctrl+Shift+I"},
    {"copy-details", QT_TRANSLATE_NOOP("Command", "Copy details of the image"), Place::Reading, "Ctrl+Shift+D"},
    {"show-series", QT_TRANSLATE_NOOP("Command", "Show the chosen series in the active view"), Place::Reading, ""},
    {"next-slice", QT_TRANSLATE_NOOP("Command", "Next slice"), Place::Reading, ""},
    {"previous-slice", QT_TRANSLATE_NOOP("Command", "Previous slice"), Place::Reading, ""},
    {"first-slice", QT_TRANSLATE_NOOP("Command", "First slice"), Place::Reading, ""},
    {"last-slice", QT_TRANSLATE_NOOP("Command", "Last slice"), Place::Reading, ""},
    {"page-down", QT_TRANSLATE_NOOP("Command", "Ten slices on"), Place::Reading, ""},
    {"page-up", QT_TRANSLATE_NOOP("Command", "Ten slices back"), Place::Reading, ""},
    {"rotate-left", QT_TRANSLATE_NOOP("Command", "Rotate left 90°"), Place::Reading, ""},
    {"rotate-right", QT_TRANSLATE_NOOP("Command", "Rotate right 90°"), Place::Reading, ""},
    {"flip-horizontal", QT_TRANSLATE_NOOP("Command", "Mirror left-right"), Place::Reading, ""},
    {"flip-vertical", QT_TRANSLATE_NOOP("Command", "Mirror top-bottom"), Place::Reading, ""},
    {"invert", QT_TRANSLATE_NOOP("Command", "Invert greys"), Place::Reading, ""},
    {"fit", QT_TRANSLATE_NOOP("Command", "Fit to view"), Place::Reading, ""},
    {"one-to-one", QT_TRANSLATE_NOOP("Command", "One image pixel per screen pixel"), Place::Reading, ""},
    {"reset", QT_TRANSLATE_NOOP("Command", "Reset view"), Place::Reading, ""},
    {"layout-1x1", QT_TRANSLATE_NOOP("Command", "One view"), Place::Reading, ""},
    {"layout-2x2", QT_TRANSLATE_NOOP("Command", "Four views"), Place::Reading, ""},
    {"link-scroll", QT_TRANSLATE_NOOP("Command", "Scroll views of one frame of reference together"), Place::Reading,
     "K"},
    {"link-offset", QT_TRANSLATE_NOOP("Command", "Scroll views together from where they stand (offset link)"),
     Place::Reading, "Shift+K"},
    {"reference-lines", QT_TRANSLATE_NOOP("Command", "Reference lines"), Place::Reading, "R"},
    {"reference-lines-ends", QT_TRANSLATE_NOOP("Command", "Reference lines of the first and last slice"),
     Place::Reading, "Shift+R"},
    {"hang", QT_TRANSLATE_NOOP("Command", "Hang by the protocol that fits best"), Place::Reading, "Shift+O"},
    {"next-stage", QT_TRANSLATE_NOOP("Command", "Hanging protocol: next stage"), Place::Reading, "Space"},
    {"previous-stage", QT_TRANSLATE_NOOP("Command", "Hanging protocol: previous stage"), Place::Reading, "Shift+Space"},
    {"hang-menu", QT_TRANSLATE_NOOP("Command", "Choose a hanging protocol"), Place::Reading, ""},
    {"hang-when-opened-usual", QT_TRANSLATE_NOOP("Command", "Studies when opened: hung where the protocol says so"),
     Place::Reading, ""},
    {"hang-when-opened-always", QT_TRANSLATE_NOOP("Command", "Studies when opened: always hung"), Place::Reading, ""},
    {"hang-when-opened-never", QT_TRANSLATE_NOOP("Command", "Studies when opened: never hung"), Place::Reading, ""},
    {"layout-picker", QT_TRANSLATE_NOOP("Command", "Choose a layout"), Place::Reading, "Shift+L"},
    {"cine", QT_TRANSLATE_NOOP("Command", "Play or stop the stack"), Place::Reading, "C"},
    {"cine-faster", QT_TRANSLATE_NOOP("Command", "Play faster"), Place::Reading, "Shift+C"},
    {"cine-slower", QT_TRANSLATE_NOOP("Command", "Play slower"), Place::Reading, "Ctrl+Shift+C"},
    {"next-slice-around", QT_TRANSLATE_NOOP("Command", "Next slice, from the last to the first"), Place::Reading, ""},
    {"window-default", QT_TRANSLATE_NOOP("Command", "Window as the file says"), Place::Reading, ""},
    {"window-file-next", QT_TRANSLATE_NOOP("Command", "Next window of the file"), Place::Reading, ""},
    {"window-type", QT_TRANSLATE_NOOP("Command", "Type centre and width of the window"), Place::Reading, "Shift+W"},
    {"true-size", QT_TRANSLATE_NOOP("Command", "True size"), Place::Reading, ""},
    {"magnifier", QT_TRANSLATE_NOOP("Command", "Magnifier (hold, or tap)"), Place::Reading, "G"},
    {"magnifier-2", QT_TRANSLATE_NOOP("Command", "Magnifier 2×"), Place::Reading, ""},
    {"magnifier-3", QT_TRANSLATE_NOOP("Command", "Magnifier 3×"), Place::Reading, ""},
    {"magnifier-4", QT_TRANSLATE_NOOP("Command", "Magnifier 4×"), Place::Reading, ""},
    {"slab-next", QT_TRANSLATE_NOOP("Command", "Slab: MIP, MinIP, mean, none"), Place::Reading, ""},
    {"slab-mip", QT_TRANSLATE_NOOP("Command", "Slab: maximum (MIP)"), Place::Reading, ""},
    {"slab-minip", QT_TRANSLATE_NOOP("Command", "Slab: minimum (MinIP)"), Place::Reading, ""},
    {"slab-mean", QT_TRANSLATE_NOOP("Command", "Slab: mean"), Place::Reading, ""},
    {"slab-thicker", QT_TRANSLATE_NOOP("Command", "Slab: thicker by a slice"), Place::Reading, ""},
    {"slab-thinner", QT_TRANSLATE_NOOP("Command", "Slab: thinner by a slice"), Place::Reading, ""},
    {"slab-off", QT_TRANSLATE_NOOP("Command", "Slab: none"), Place::Reading, ""},
    {"enhance-sharpen", QT_TRANSLATE_NOOP("Command", "Enhance: sharpen (one level more)"), Place::Reading, ""},
    {"enhance-smooth", QT_TRANSLATE_NOOP("Command", "Enhance: smooth (one level more)"), Place::Reading, ""},
    {"enhance-edge", QT_TRANSLATE_NOOP("Command", "Enhance: edges (one level more)"), Place::Reading, ""},
    {"enhance-local-contrast", QT_TRANSLATE_NOOP("Command", "Enhance: local contrast (one level more)"), Place::Reading,
     ""},
    {"enhance-weaker", QT_TRANSLATE_NOOP("Command", "Enhance: one level less"), Place::Reading, ""},
    {"enhance-off", QT_TRANSLATE_NOOP("Command", "Enhance: nothing"), Place::Reading, ""},
    {"colours-next", QT_TRANSLATE_NOOP("Command", "Colours: next map"), Place::Reading, ""},
    {"colours-grey", QT_TRANSLATE_NOOP("Command", "Colours: grey"), Place::Reading, ""},
    {"colours-hot-iron", QT_TRANSLATE_NOOP("Command", "Colours: Hot Iron"), Place::Reading, ""},
    {"colours-pet", QT_TRANSLATE_NOOP("Command", "Colours: PET"), Place::Reading, ""},
    {"colours-hot-metal-blue", QT_TRANSLATE_NOOP("Command", "Colours: Hot Metal Blue"), Place::Reading, ""},
    {"colours-pet-20-step", QT_TRANSLATE_NOOP("Command", "Colours: PET 20 Step"), Place::Reading, ""},
    {"colours-rainbow", QT_TRANSLATE_NOOP("Command", "Colours: Rainbow"), Place::Reading, ""},
    {"measure-monitor", QT_TRANSLATE_NOOP("Command", "Measure this monitor with a ruler"), Place::Anywhere, ""},
    {"next-document", QT_TRANSLATE_NOOP("Command", "Document: next page or document"), Place::Reading, "Ctrl+PgDown"},
    {"previous-document", QT_TRANSLATE_NOOP("Command", "Document: previous page or document"), Place::Reading,
     "Ctrl+PgUp"},
    {"document-find", QT_TRANSLATE_NOOP("Command", "Document: find text"), Place::Reading, "Ctrl+F"},
    {"document-zoom-in", QT_TRANSLATE_NOOP("Command", "Document: larger"), Place::Reading, "Ctrl++; Ctrl+="},
    {"document-zoom-out", QT_TRANSLATE_NOOP("Command", "Document: smaller"), Place::Reading, "Ctrl+-"},
    {"compare-prior", QT_TRANSLATE_NOOP("Command", "Prior study beside (same modality and region, else the newest)"),
     Place::Reading, ";"},
    {"prior-older", QT_TRANSLATE_NOOP("Command", "Next older prior study beside"), Place::Reading, "'"},
    {"prior-newer", QT_TRANSLATE_NOOP("Command", "Next newer prior study beside"), Place::Reading, "Ctrl+'"},
    {"toggle-timeline", QT_TRANSLATE_NOOP("Command", "Timeline of the patient"), Place::Reading, "Shift+J"},
    {"timeline-same-modality", QT_TRANSLATE_NOOP("Command", "Timeline: same modality only"), Place::Reading, ""},
    {"timeline-same-region", QT_TRANSLATE_NOOP("Command", "Timeline: same region only"), Place::Reading, ""},
    {"timeline-ask", QT_TRANSLATE_NOOP("Command", "Timeline: ask the archives again"), Place::Reading, ""},
    {"timeline-confirm", QT_TRANSLATE_NOOP("Command", "Timeline: the chosen study is of the same patient"),
     Place::Reading, ""},
    {"timeline-deny", QT_TRANSLATE_NOOP("Command", "Timeline: the chosen study is of another patient"), Place::Reading,
     ""},
    {"open-prior-1", QT_TRANSLATE_NOOP("Command", "Open the newest prior report"), Place::Reading, ""},
    {"ecg-layout-3x4", QT_TRANSLATE_NOOP("Command", "ECG: 3 × 4 and rhythm"), Place::Reading, ""},
    {"ecg-layout-6x2", QT_TRANSLATE_NOOP("Command", "ECG: 6 × 2"), Place::Reading, ""},
    {"ecg-layout-12x1", QT_TRANSLATE_NOOP("Command", "ECG: 12 × 1"), Place::Reading, ""},
    {"ecg-layout-stacked", QT_TRANSLATE_NOOP("Command", "ECG: channels as recorded"), Place::Reading, ""},
    {"ecg-speed-12", QT_TRANSLATE_NOOP("Command", "ECG: 12.5 mm/s"), Place::Reading, ""},
    {"ecg-speed-25", QT_TRANSLATE_NOOP("Command", "ECG: 25 mm/s"), Place::Reading, ""},
    {"ecg-speed-50", QT_TRANSLATE_NOOP("Command", "ECG: 50 mm/s"), Place::Reading, ""},
    {"ecg-gain-5", QT_TRANSLATE_NOOP("Command", "ECG: 5 mm/mV"), Place::Reading, ""},
    {"ecg-gain-10", QT_TRANSLATE_NOOP("Command", "ECG: 10 mm/mV"), Place::Reading, ""},
    {"ecg-gain-20", QT_TRANSLATE_NOOP("Command", "ECG: 20 mm/mV"), Place::Reading, ""},
    {"tool-scroll", QT_TRANSLATE_NOOP("Command", "Left button scrolls"), Place::Reading, ""},
    {"tool-window", QT_TRANSLATE_NOOP("Command", "Left button sets the window"), Place::Reading, ""},
    {"tool-zoom", QT_TRANSLATE_NOOP("Command", "Left button zooms"), Place::Reading, ""},
    {"tool-pan", QT_TRANSLATE_NOOP("Command", "Left button pans"), Place::Reading, ""},
    {"tool-rotate", QT_TRANSLATE_NOOP("Command", "Left button rotates"), Place::Reading, ""},
    {"tool-probe", QT_TRANSLATE_NOOP("Command", "Left button probes values"), Place::Reading, ""},
    {"tool-length", QT_TRANSLATE_NOOP("Command", "Left button measures a length"), Place::Reading, ""},
    {"tool-polyline", QT_TRANSLATE_NOOP("Command", "Left button measures a path"), Place::Reading, ""},
    {"tool-ruler", QT_TRANSLATE_NOOP("Command", "Left button draws a ruler"), Place::Reading, ""},
    {"tool-bidirectional", QT_TRANSLATE_NOOP("Command", "Left button measures long and short axis"), Place::Reading,
     ""},
    {"tool-line-pair", QT_TRANSLATE_NOOP("Command", "Left button compares two lines"), Place::Reading, ""},
    {"tool-cardiothoracic-ratio", QT_TRANSLATE_NOOP("Command", "Left button measures the cardiothoracic ratio"),
     Place::Reading, ""},
    {"tool-leg-axis", QT_TRANSLATE_NOOP("Command", "Left button measures leg length and axis"), Place::Reading, ""},
    {"tool-angle", QT_TRANSLATE_NOOP("Command", "Left button measures an angle"), Place::Reading, ""},
    {"tool-cobb", QT_TRANSLATE_NOOP("Command", "Left button measures a Cobb angle"), Place::Reading, ""},
    {"tool-open-angle", QT_TRANSLATE_NOOP("Command", "Left button measures the angle between two lines"),
     Place::Reading, ""},
    {"tool-ellipse", QT_TRANSLATE_NOOP("Command", "Left button draws an ellipse (ROI)"), Place::Reading, ""},
    {"tool-rectangle", QT_TRANSLATE_NOOP("Command", "Left button draws a rectangle (ROI)"), Place::Reading, ""},
    {"tool-polygon", QT_TRANSLATE_NOOP("Command", "Left button draws a polygon (ROI)"), Place::Reading, ""},
    {"tool-freehand", QT_TRANSLATE_NOOP("Command", "Left button draws a freehand region (ROI)"), Place::Reading, ""},
    {"tool-point-roi", QT_TRANSLATE_NOOP("Command", "Left button draws a circle (ROI)"), Place::Reading, ""},
    {"tool-arrow", QT_TRANSLATE_NOOP("Command", "Left button draws an arrow"), Place::Reading, ""},
    {"tool-text", QT_TRANSLATE_NOOP("Command", "Left button writes text"), Place::Reading, ""},
};

} // namespace

void addAllCommands(CommandSet &commands)
{
    for (const Named &command : named)
        commands.add(QString::fromLatin1(command.name), QCoreApplication::translate("Command", command.title),
                     command.place, QString::fromLatin1(command.key));
    for (const auto &preset : tools::builtInWindowPresets())
        commands.add(u"window-preset-"_s + preset.name,
                     preset.window ? QCoreApplication::translate("Command", "Window: %1").arg(preset.displayName())
                                   : QCoreApplication::translate("Command", "Window: %1 (0.5 to 99.5 % of the values)")
                                         .arg(preset.displayName()),
                     Place::Reading);
    for (int rows = 1; rows <= 3; ++rows)
        for (int columns = 1; columns <= 4; ++columns)
            if (const QString name = u"layout-%1x%2"_s.arg(rows).arg(columns); !commands.contains(name))
                commands.add(name, QCoreApplication::translate("Command", "Layout %1 × %2").arg(rows).arg(columns),
                             Place::Reading);
    // What the tools can do and no list names yet is still reachable.
    for (const QString &name : tools::commandNames())
        if (!commands.contains(name))
            commands.add(name, name, Place::Reading);
}

} // namespace consilium::app
