<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ArchiveUrl</name>
    <message>
        <source>The address is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address. It begins with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not contain “?” or “#”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrangeCommands</name>
    <message>
        <source>The rest of a series that was split by hand stays as it is: show the series as they are stored first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the image with which the second part shall begin; it cannot be the first of the stack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentations are not split by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was put together by hand cannot be split: show the series as they are stored first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no next series to put this one together with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view shows no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series are as they are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other series to put this one together with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateFile</name>
    <message>
        <source>The file of the certificate authority does not exist or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be a PEM file (BEGIN CERTIFICATE).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicalText</name>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or show the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button scrolls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button sets the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button zooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button pans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button rotates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button probes values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try failed images again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the studies that have no tab yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was left out when opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view alone, or all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete my mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with these images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns of the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search of the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop the stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next slice, from the last to the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of what the keyboard is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the accession number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chosen series in the active view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll views of one frame of reference together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll views together from where they stand (offset link)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference lines of the first and last slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next window of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type centre and width of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier (hold, or tap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier 2×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier 3×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier 4×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: MIP, MinIP, mean, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: maximum (MIP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: minimum (MinIP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: thicker by a slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: thinner by a slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance: sharpen (one level more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance: smooth (one level more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance: edges (one level more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance: local contrast (one level more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance: one level less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance: nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: next map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: Hot Iron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: PET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: Hot Metal Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: PET 20 Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: Rainbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this monitor with a ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: %1 (0.5 to 99.5 % of the values)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: next page or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: previous page or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: find text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the newest prior report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 3 × 4 and rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 6 × 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 12 × 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: channels as recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 12.5 mm/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 25 mm/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 50 mm/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 5 mm/mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 10 mm/mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: 20 mm/mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent studies first, or in the list&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines over images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the series before this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this series together with the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series as they are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the worklist; in the settings: test the connection</source>
        <translation>Refresh the worklist; in the settings: test the connection</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Connects to the archive at this DICOMweb address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this study of the first archive that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs a scenario file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the scenario without showing the window and ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the window open after the scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder into which the scenario writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time of the scenario in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the scenario&apos;s actions to this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets a variable of the scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window: zh_CN, zh_TW or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window: dark or light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder in which the settings are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the milestones of the start as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive&apos;s address must not contain a password. Enter it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a variable. Write it as NAME=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose zh_CN, zh_TW or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme “%1”. Choose dark or light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario file “%1” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a file that can hold a scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario file “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs --scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”. --help lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An option lacks its value. --help lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostic workstation for radiologists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM files and folders to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the address of an archive. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a window size. Write it as 1920x1200, from %2x%3 to 16384x16384.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the study of this accession number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one study, accession number or link can be opened at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a program of its own. Without it one that runs already opens what is asked for and passes over --language, --theme and --size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consilium runs already. Passed over: %1. --another starts a program of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandReasons</name>
    <message>
        <source>No slab is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slab: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True size: these images do not say how large their pixels are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True size needs this monitor measured with a ruler once: Settings, Monitors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in colour have no window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file brings no window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file brings only this one window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window is only for images in Hounsfield units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for grey images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slab holds the whole stack already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slab is down to one slice already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No thicker slab: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for documents: the active view shows none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for ECGs and other curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for images: the active view shows a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The active view shows no image.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Left button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window and zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Split and put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataIssue</name>
    <message>
        <source>Slices are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings in the gap cannot be seen; measurements across it are not reliable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several images lie at the same position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow one another; the number of slices is not the number of positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slices are not evenly spaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling does not move by equal distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have different orientations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not form one volume: no reconstruction is made from all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images belong to different frames of reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions in one part cannot be compared with those in another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orientation in the patient is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orientation letters are shown: left and right cannot be told from the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has no scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths are given in pixels, not in millimetres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gantry was tilted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each slice is shifted against the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window setting in the file is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not used; brightness and contrast may differ from what was intended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale in the file is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not used for measurements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The padding value in the file is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels outside the scanned area may count as image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only images of one patient are shown together. Check the identity before reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was decoded by its content. Check the patient&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not written correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (at slice %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (slices %2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices are missing: %1 between slices %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series is stored %1 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have %1 different orientations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images belong to %1 different frames of reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings in the gap of %1 mm cannot be seen; measurements across it are not reliable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each copy is a stack of its own; nothing in the files tells them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow one another; there are %1 more images than positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling moves by %1 to %2 mm, not by equal distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The positions of the images are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are in the order of their numbers; distances between them are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings that belong over the image cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may mark findings or name the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was read as the repair says; check what depends on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the image have scales of their own, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths in millimetres hold within one part; elsewhere they are in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour profile of the image cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours are shown as stored and may differ from what was intended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video does not have as many frames as its header says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing or too much cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stack was made by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reader has split series or put them together; the files are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series was not arranged as it was asked for by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be one stack stays apart; the images are shown as they are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text was read in another character set than it was written in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each series bears the name in its own files. Check the identity before reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not shown. Check whose study this is before reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age, birth date and date of the study contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them is wrong, or the study is another patient&apos;s. Check the identity before reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different patients in this series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another series&apos; objects came with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not shown. Check whose images these are before reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another patient&apos;s objects, or nobody&apos;s, in this study: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another study&apos;s objects came with this series: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 different patients in this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 different patients in this series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played, it may be faster or slower than what was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of outlines could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not drawn: where nothing is outlined, something may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines have another number of points than they say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are drawn as they were read; something of them may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used: %1 frames/s instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of outlines that could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines that have another number of points than they say: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less before the first, %2 less after the last.</source>
        <translation>Fewer slices than others of this series: %1 less before the first, %2 less after the last.</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less before the first.</source>
        <translation>Fewer slices than others of this series: %1 less before the first.</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less after the last.</source>
        <translation>Fewer slices than others of this series: %1 less after the last.</translation>
    </message>
    <message>
        <source>What lies there cannot be seen in this stack: the slices were not taken, or have not come.</source>
        <translation>What lies there cannot be seen in this stack: the slices were not taken, or have not come.</translation>
    </message>
    <message>
        <source>Different images bear the same UID: %1 left out.</source>
        <translation>Different images bear the same UID: %1 left out.</translation>
    </message>
    <message>
        <source>Of each, one file is shown; what the others hold cannot be seen. The list of files left out names them.</source>
        <translation>Of each, one file is shown; what the others hold cannot be seen. The list of files left out names them.</translation>
    </message>
    <message>
        <source>They are one stack all the same, in the order of their positions: that these fit together is not certain.</source>
        <translation>They are one stack all the same, in the order of their positions: that these fit together is not certain.</translation>
    </message>
</context>
<context>
    <name>DataSet</name>
    <message>
        <source>phase %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orientation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporal position %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acquisition %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>echo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame of reference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>localizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the series has no images yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentations are never split or put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of different studies are never put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of different patients are never put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series that share no frame of reference are never put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of different modalities are never put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series whose pixel values mean different things are never put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series whose images do not lie parallel are never put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand, part %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put together by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand, the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporal position unknown</source>
        <translation>temporal position unknown</translation>
    </message>
    <message>
        <source>acquisition unknown</source>
        <translation>acquisition unknown</translation>
    </message>
    <message>
        <source>echo unknown</source>
        <translation>echo unknown</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Key images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structured report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer exists there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object contains no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image compression is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image data are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not accept the user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not permit this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive reports an internal error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s answer cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not permitted to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed it in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image could not be decoded: its data stopped the decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address does not lead to a DICOMweb service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer has not been unlocked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole-slide image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presentation state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key image note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structured report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>radiotherapy structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>radiotherapy plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive wants a sign-in, and none is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not accept the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed data set of the DICOM file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waveform of kind MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waveform of kind AB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos (%1) cannot be shown: the program ffmpeg is not installed (package &quot;ffmpeg&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surface segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label map segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waveform that is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document with an encoded body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not offer this in a form that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another open study has a series of the same Series Instance UID: only one of them can be shown. This one comes when the other study is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another open study has images of the same SOP Instance UIDs: shown side by side they could be mistaken for one another. These come when the other study is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images name another patient than their study: they are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images name no patient, where others of the study do: they are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study of another patient with the same Study Instance UID is open. Close that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive sent objects of another study: they are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive sent objects of another series: they are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive sent another object than the one asked for: it is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: it has no DICOM content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file but a pipe, a socket or a device: it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive no longer has this series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has nothing of this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s certificate has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is for another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has signed its certificate itself: it is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s certificate comes from an authority that this computer does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not speak TLS at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection to the archive could be agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not accept the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say which study it belongs to.</source>
        <translation>The file does not say which study it belongs to.</translation>
    </message>
    <message>
        <source>The file does not say which series it belongs to.</source>
        <translation>The file does not say which series it belongs to.</translation>
    </message>
    <message>
        <source>The image does not say how large it is.</source>
        <translation>The image does not say how large it is.</translation>
    </message>
    <message>
        <source>Another file has the same SOP Instance UID and other contents.</source>
        <translation>Another file has the same SOP Instance UID and other contents.</translation>
    </message>
    <message>
        <source>The folder cannot be looked into: nothing that lies in it is shown.</source>
        <translation>The folder cannot be looked into: nothing that lies in it is shown.</translation>
    </message>
    <message>
        <source>An object of another open study has the same SOP Instance UID.</source>
        <translation>An object of another open study has the same SOP Instance UID.</translation>
    </message>
    <message>
        <source>The archive could not give this image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive could not give this series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network does not answer: the archive was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network wants a sign-in: the archive was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network lets nothing through to the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network does not reach the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive did not give a table that the image needs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MouseProfiles</name>
    <message>
        <source>PACS-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OsiriX-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left scrolls through the stack, right sets the window, middle pans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left sets the window, right zooms, middle pans; modifiers change what left does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the tool for each button yourself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineFlaw</name>
    <message>
        <source>The list of its points is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of outline is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has too few points to enclose anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pixels end before the image does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say what it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say where it lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has another number of points than it says; it is drawn as it was read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Another patient&apos;s image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image names another patient than the study · do not report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image data damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is hatched is missing · not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>viewing only, not for signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced resolution 1:%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the full image is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partially loaded %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some images are missing or cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lossy compression %1:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lossy compression, ratio unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine detail may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(detector plane)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(calibrated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(magnification corrected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding, no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(stored %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the others are missing or cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shutter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One slice, not a slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial slab: %1 of %2 slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices %1–%2 / %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 mm, %n slice(s)</source>
        <translation>
            <numerusform>%1 %2 mm, %n slice</numerusform>
            <numerusform>%1 %2 mm, %n slices</numerusform>
        </translation>
    </message>
    <message>
        <source>true size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images in colour have no slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images do not say where they lie, or there is only one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the neighbouring slices are not parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the steps between the slices are uneven here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the slices are shifted against one another (tilted gantry)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the neighbouring slices differ in size, spacing or unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more slices than there is memory for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local contrast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot Iron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot Metal Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PET 20 Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the neighbouring slices belong to other frames of reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab with gaps: slices of %1 mm every %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what lies between them was not scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines are not drawn over a slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they belong to one slice · switch the slab off to see them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab may lack slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all images of the series are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images with values of 32 bits have no slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this may be another patient&apos;s study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches beyond the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured across uneven slice spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured across missing slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one end %1 mm outside this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(as written in the file, plane not known)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(on the scanned film)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the segmentation is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the others: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More images may come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images under it are missing · coloured areas, no tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found so far</source>
        <translation>
            <numerusform>%n image found so far</numerusform>
            <numerusform>%n images found so far</numerusform>
        </translation>
    </message>
    <message>
        <source>parts could not be read and are not drawn · where no outline is, one may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines incomplete on this image: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines incomplete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines of this image may be incomplete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they have another number of points than they say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series incomplete: %1</source>
        <translation>Series incomplete: %1</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 of %2 images</translation>
    </message>
    <message>
        <source>part %1 lacks %2</source>
        <translation>part %1 lacks %2</translation>
    </message>
    <message>
        <source>part %1 (%2) lacks %3</source>
        <translation>part %1 (%2) lacks %3</translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s) lack images</source>
        <translation>
            <numerusform>%n other part lacks images</numerusform>
            <numerusform>%n other parts lack images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n more image(s) it is not known which part lacks them</source>
        <translation>
            <numerusform>of %n more image it is not known which part lacks it</numerusform>
            <numerusform>of %n more images it is not known which part lacks them</numerusform>
        </translation>
    </message>
    <message>
        <source>which part lacks them is not known</source>
        <translation>which part lacks them is not known</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>Lossy</translation>
    </message>
    <message>
        <source>Lossy %1:1</source>
        <translation>Lossy %1:1</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>part %1 seems to lack %2</source>
        <translation>part %1 seems to lack %2</translation>
    </message>
    <message>
        <source>part %1 (%2) seems to lack %3</source>
        <translation>part %1 (%2) seems to lack %3</translation>
    </message>
    <message>
        <source>reaches %1 mm outside this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no angle: the axes have no common unit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobb %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HKA %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>femur %1 · tibia %2 · leg %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1 · SD %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min %1 · max %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pixel with a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no centre of a pixel lies inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels without a value left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches beyond the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no SUV: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mean %2 · max %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password has more than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientMatch</name>
    <message>
        <source>The ID was given by another institution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The birth date is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sex is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither name nor birth date can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which institution gave the ID is not known: check the identity.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Damaged entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has more than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has characters that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a person of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 people already; that is as many as fit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>This program was started with settings of its own (--profile): there are no people in it, so nothing can be locked and nobody can take over. Start it without --profile for that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepairLog</name>
    <message>
        <source>Technical: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>%1 with %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see item %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content of type %1 is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier document(s)</source>
        <translation>
            <numerusform>%n earlier document</numerusform>
            <numerusform>%n earlier documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that was read in another character set than it was written in was put right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>not pregnant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possibly pregnant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pregnant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <comment>sex</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>age in weeks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>age in months</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suv</name>
    <message>
        <source>it is no PET image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of enhanced PET objects it is not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values are not corrected for attenuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values are not corrected for decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the unit of the values leads to no activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values are counts and the maker&apos;s factor is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values are SUV of another kind already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s weight is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s height is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s sex is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight or height cannot be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the injected dose is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the injected dose cannot be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the half-life is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time of the injection is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time to which decay was corrected is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the times of injection and scan contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewLinks</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>no other images are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planes not parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not part of this offset link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not linked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest, %1 mm away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The views cannot be linked: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll them to places that belong together, then link them by offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These views do not go along: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked, though another patient is shown in view %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>3 × 4 + rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 × 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 × 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No series is chosen in the strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study has no accession number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worklist stays open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowPreset</name>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::AppBar</name>
    <message numerus="yes">
        <source>%n archives out of order</source>
        <translation>
            <numerusform>%n archive out of order</numerusform>
            <numerusform>%n archives out of order</numerusform>
        </translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::AppearanceSettings</name>
    <message>
        <source>Language and appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are always shown on black.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::Application</name>
    <message>
        <source>The settings cannot be written to the disk: what is changed lasts until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more studies are not opened yet.</source>
        <translation>
            <numerusform>%n more study is not opened yet.</numerusform>
            <numerusform>%n more studies are not opened yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>All studies that were found have their tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study is open from files, and these are shown. To open it from the archive close its tab first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. %2</source>
        <translation>The study cannot be opened: %1. %2</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. %2 does not answer.</source>
        <translation>The study cannot be opened: %1. %2 does not answer.</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. Its archive is not connected any more.</source>
        <translation>The study cannot be opened: %1. Its archive is not connected any more.</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveNote</name>
    <message>
        <source>%1 has not answered since %2. What is still missing comes by itself when it answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is overloaded. It is being asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is overloaded and asks to wait: it is asked again in %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer has the study of %2: it was deleted or moved there. What has come of it is shown until it is closed; the rest does not come any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</source>
        <translation>
            <numerusform>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</numerusform>
            <numerusform>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not answered since %2. It is asked again for a short while; if it still does not answer, the study cannot be opened.</source>
        <translation>%1 has not answered since %2. It is asked again for a short while; if it still does not answer, the study cannot be opened.</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveSettings</name>
    <message>
        <source>The keychain of this computer did not take the password. It lasts until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s (a PEM file adds one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the password. Please enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The password goes over the network unprotected: https would protect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the password. Please enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the password yet. Wait, or enter it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the settings cannot be written to the disk. The archive lasts until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer did not take the token. It lasts until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the token. Please enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the token. Please enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the token yet. Wait, or enter it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The token goes over the network unprotected: https would protect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Saving… The keychain of this computer has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this archive …</source>
        <translation>Delete this archive …</translation>
    </message>
    <message>
        <source>The saved token is only for %1 and is not sent to another address. Enter the one of this address.</source>
        <translation>The saved token is only for %1 and is not sent to another address. Enter the one of this address.</translation>
    </message>
    <message>
        <source>The saved password is only for %1 and is not sent to another address. Enter the one of this address.</source>
        <translation>The saved password is only for %1 and is not sent to another address. Enter the one of this address.</translation>
    </message>
    <message>
        <source>The token goes over the network unprotected: https would protect it.</source>
        <translation>The token goes over the network unprotected: https would protect it.</translation>
    </message>
    <message>
        <source>The password goes over the network unprotected: https would protect it.</source>
        <translation>The password goes over the network unprotected: https would protect it.</translation>
    </message>
    <message>
        <source>Not saved. Enter the token for the new address.</source>
        <translation>Not saved. Enter the token for the new address.</translation>
    </message>
    <message>
        <source>Not saved. Enter the password for the new address.</source>
        <translation>Not saved. Enter the password for the new address.</translation>
    </message>
    <message>
        <source>Delete the archive “%1”? Its address and its password or token go from this computer. This cannot be undone.</source>
        <translation>Delete the archive “%1”? Its address and its password or token go from this computer. This cannot be undone.</translation>
    </message>
    <message>
        <source>Tested without signing in: the saved token is not for this address.</source>
        <translation>Tested without signing in: the saved token is not for this address.</translation>
    </message>
    <message>
        <source>Tested without signing in: the saved password is not for this address.</source>
        <translation>Tested without signing in: the saved password is not for this address.</translation>
    </message>
    <message>
        <source>The token would go to %1 unprotected: everybody on the way can read it. Send it?</source>
        <translation>The token would go to %1 unprotected: everybody on the way can read it. Send it?</translation>
    </message>
    <message>
        <source>The password would go to %1 unprotected: everybody on the way can read it. Send it?</source>
        <translation>The password would go to %1 unprotected: everybody on the way can read it. Send it?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>The password is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in with the user name and an empty password. A password that was saved is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveStrip</name>
    <message>
        <source>slow · no answer for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline · since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed · since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overloaded · asked again in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more archives</source>
        <translation>
            <numerusform>%n more archive</numerusform>
            <numerusform>%n more archives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::CommandPalette</name>
    <message>
        <source>What shall be done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTest</name>
    <message>
        <source>The archive is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried: the step before failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not speak TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the address with http://, or ask for the port of the encrypted service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server may want another version of TLS or a client certificate. Ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host name and port, and whether the archive is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at this address, but not in time. Check the port, or ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name and password. Small and capital letters differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is known, but may not search. Ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server answers, but there is no DICOMweb service at this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the end of the address; it is often /dicom-web or /dcm4chee-arc/aets/NAME/rs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers is not a DICOMweb service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is often a web page at the same server. Check the path of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the archive&apos;s administrator the code below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried: the certificate authority comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PEM file with a certificate, or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how to sign in above. Ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have run out. Ask the archive&apos;s administrator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the hospital has a certificate authority of its own, choose its file above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the date of this computer is right, the archive needs a new certificate. Ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date and time of this computer, or ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the host name that the certificate is for, or ask the archive&apos;s administrator whether the address is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is the right server, ask the archive&apos;s administrator for the file of its certificate and choose it above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at this address does not answer in HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the archive encrypts, try the address with https://. Else check the port, or ask the archive&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: no archive has looked at it.</source>
        <translation>Not checked: no archive has looked at it.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Not checked.</translation>
    </message>
    <message>
        <source>Computer reachable</source>
        <translation>Computer reachable</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>Port answers</translation>
    </message>
    <message>
        <source>No computer with this name can be found.</source>
        <translation>No computer with this name can be found.</translation>
    </message>
    <message>
        <source>Check the spelling of the host name, and whether this computer is in the right network.</source>
        <translation>Check the spelling of the host name, and whether this computer is in the right network.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing answers at this port.</source>
        <translation>The computer is there, but nothing answers at this port.</translation>
    </message>
    <message>
        <source>Check the port of the address, and whether the archive is running.</source>
        <translation>Check the port of the address, and whether the archive is running.</translation>
    </message>
    <message>
        <source>The computer at this address cannot be reached.</source>
        <translation>The computer at this address cannot be reached.</translation>
    </message>
    <message>
        <source>Check the address, whether the computer is switched on, and whether a firewall or another network lies in between.</source>
        <translation>Check the address, whether the computer is switched on, and whether a firewall or another network lies in between.</translation>
    </message>
    <message>
        <source>Check the address of the proxy in the settings of this computer, or whether it is meant to be used for the archive. Ask the network&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of the archive does not help there. Ask the network&apos;s administrator to let this computer reach the archive without the proxy, or how to sign in to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the network&apos;s administrator to allow this address, or to let this computer reach the archive without the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host name and port of the address. If they are right, the archive is off, or is to be reached without the proxy: ask the network&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTestView</name>
    <message>
        <source>The archive can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>consilium::app::FilterBar</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: / goes here, Esc empties it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every body part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cervical spine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoracic spine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lumbar spine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shoulder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These studies were asked for from outside. A click shows all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Asked for: %n studies</source>
        <translation>
            <numerusform>Asked for: %n study</numerusform>
            <numerusform>Asked for: %n studies</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, ID or accession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n archives</source>
        <translation>
            <numerusform>%n archive</numerusform>
            <numerusform>%n archives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::HandOver</name>
    <message>
        <source>Consilium runs already and has to open as much as it can take. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyField</name>
    <message>
        <source>Press the new keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::KeySettings</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At first: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has this name or key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command has no keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is needed to move about in the window and cannot be given to a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command has these keys already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this file %1 would run both “%2” and “%3”. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n commands of the file are not known to this program and were left out.</source>
        <translation>
            <numerusform>%n command of the file is not known to this program and was left out.</numerusform>
            <numerusform>%n commands of the file are not known to this program and were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys of the file are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up my keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The keys that you have chosen for %n commands are given up. Click “Give up my keys” to do it.</source>
        <translation>
            <numerusform>The keys that you have chosen for %n command are given up. Click “Give up my keys” to do it.</numerusform>
            <numerusform>The keys that you have chosen for %n commands are given up. Click “Give up my keys” to do it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the keys before</source>
        <translation>Back to the keys before</translation>
    </message>
    <message>
        <source>%1 is already in use: it runs %2. If you take it over, it no longer does.</source>
        <translation>%1 is already in use: it runs %2. If you take it over, it no longer does.</translation>
    </message>
    <message>
        <source>%1 is needed to move about in lists and cannot be given to this command.</source>
        <translation>%1 is needed to move about in lists and cannot be given to this command.</translation>
    </message>
    <message>
        <source>This is not a file of keys. Nothing was changed.</source>
        <translation>This is not a file of keys. Nothing was changed.</translation>
    </message>
    <message>
        <source>The file is of another version (“schema”: %1); this program reads version 1. Nothing was changed.</source>
        <translation>The file is of another version (“schema”: %1); this program reads version 1. Nothing was changed.</translation>
    </message>
    <message>
        <source>The file gives %1 to both “%2” and “%3”. Nothing was changed.</source>
        <translation>The file gives %1 to both “%2” and “%3”. Nothing was changed.</translation>
    </message>
    <message>
        <source>The file has keys or commands that cannot be read. Nothing was changed.</source>
        <translation>The file has keys or commands that cannot be read. Nothing was changed.</translation>
    </message>
    <message>
        <source>The file gives %1 to “%2”, which the window needs itself. Nothing was changed.</source>
        <translation>The file gives %1 to “%2”, which the window needs itself. Nothing was changed.</translation>
    </message>
    <message>
        <source>The keys are as they were before the import.</source>
        <translation>The keys are as they were before the import.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keys of %n commands change.</source>
        <translation>
            <numerusform>The keys of %n command change.</numerusform>
            <numerusform>The keys of %n commands change.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without any key are then: %1.</source>
        <translation>Without any key are then: %1.</translation>
    </message>
    <message>
        <source>Use the file&apos;s keys</source>
        <translation>Use the file&apos;s keys</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The file changes no keys.</source>
        <translation>The file changes no keys.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>consilium::app::LookNote</name>
    <message numerus="yes">
        <source>Looking through the list: %n studies so far.</source>
        <translation>
            <numerusform>Looking through the list: %n study so far.</numerusform>
            <numerusform>Looking through the list: %n studies so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n studies were looked through. The archive has more.</source>
        <translation>
            <numerusform>Only %n study was looked through. The archive has more.</numerusform>
            <numerusform>Only %n studies were looked through. The archive has more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin, initials and institutions are found in what was listed only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::MainWindow</name>
    <message>
        <source>Worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with DICOM files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open DICOM files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::MonitorSettings</name>
    <message>
        <source>Use this measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To show images in true size, hold a ruler to the bar and enter how long it is from outer edge to outer edge. What a monitor says of its own size is not relied on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured: a pixel of this monitor is %1 mm. True size can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured: true size cannot be used on this monitor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This monitor: %1, %2 × %3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No monitor has pixels of %1 mm: please measure once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length is a number of millimetres, from 20 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::MouseSettings</name>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningDetails</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out</source>
        <translation>
            <numerusform>%n file was left out</numerusform>
            <numerusform>%n files were left out</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more studies: a double click opens one</source>
        <translation>
            <numerusform>%n more study: a double click opens it</numerusform>
            <numerusform>%n more studies: a double click opens one</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningReport</name>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no DICOM images in what was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be opened. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be opened: %n files cannot be shown, for several reasons.</source>
        <translation>
            <numerusform>Nothing could be opened: %n file cannot be shown, for several reasons.</numerusform>
            <numerusform>Nothing could be opened: %n files cannot be shown, for several reasons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be opened: %n files cannot be shown. %1</source>
        <translation>
            <numerusform>Nothing could be opened: %n file cannot be shown. %1</numerusform>
            <numerusform>Nothing could be opened: %n files cannot be shown. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out, for several reasons.</source>
        <translation>
            <numerusform>%n file was left out, for several reasons.</numerusform>
            <numerusform>%n files were left out, for several reasons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out. %1</source>
        <translation>
            <numerusform>%n file was left out. %1</numerusform>
            <numerusform>%n files were left out. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The directory of the medium names it, but it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory of the medium points outside its own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped: series may lack images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n studies were found and not opened, for want of a free tab; %1 are waiting in all.</source>
        <translation>
            <numerusform>%n study was found and not opened, for want of a free tab; %1 are waiting in all.</numerusform>
            <numerusform>%n studies were found and not opened, for want of a free tab; %1 are waiting in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies were found and not opened, for want of a free tab.</source>
        <translation>
            <numerusform>%n study was found and not opened, for want of a free tab.</numerusform>
            <numerusform>%n studies were found and not opened, for want of a free tab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another patient is named than in the rest of the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient is named, where the rest of the study names one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is open already, from an archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is open already, from the archive %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files were not opened: their study is open already, from an archive.</source>
        <translation>
            <numerusform>%n file was not opened: its study is open already, from an archive.</numerusform>
            <numerusform>%n files were not opened: their study is open already, from an archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were not opened: their study is open already, from the archive %1.</source>
        <translation>
            <numerusform>%n file was not opened: its study is open already, from the archive %1.</numerusform>
            <numerusform>%n files were not opened: their study is open already, from the archive %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another patient is named in %n files: they were left out.</source>
        <translation>
            <numerusform>Another patient is named in %n file: it was left out.</numerusform>
            <numerusform>Another patient is named in %n files: they were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No patient is named in %n files, where the rest of the study names one: they were left out.</source>
        <translation>
            <numerusform>No patient is named in %n file, where the rest of the study names one: it was left out.</numerusform>
            <numerusform>No patient is named in %n files, where the rest of the study names one: they were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (Opened at %2.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Asked for: %2.)</source>
        <translation>%1 (Asked for: %2.)</translation>
    </message>
    <message>
        <source>%1 Shown is “%2”.</source>
        <translation>%1 Shown is “%2”.</translation>
    </message>
    <message numerus="yes">
        <source>%n files bear the UID of another file and hold something else: they were left out.</source>
        <translation>
            <numerusform>%n file bears the UID of another file and holds something else: it was left out.</numerusform>
            <numerusform>%n files bear the UID of another file and hold something else: they were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::OutOfDateNote</name>
    <message numerus="yes">
        <source>%n entries in the list of %1 could not be read: that many studies may be missing here.</source>
        <translation>
            <numerusform>%n entry in the list of %1 could not be read: a study may be missing here.</numerusform>
            <numerusform>%n entries in the list of %1 could not be read: that many studies may be missing here.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has given no list since %2. Its studies are shown as listed at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list comes from: %1. Their studies are shown as they were last listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleDesk</name>
    <message>
        <source>Person 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is locked without a password. Set one in the settings, under “People”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody else yet. Add people in the settings, under “People”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can delete themselves while they are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with the password of %1: enter it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the password of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password was not changed, the one before holds. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password was set. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleSettings</name>
    <message>
        <source>People of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the screen by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New one again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>After %n min</source>
        <translation>
            <numerusform>After %n min</numerusform>
            <numerusform>After %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Enter a name and save to make it anew, without a password; settings stay, and the damaged file is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a password: without one anybody could go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the program asks who reads. Passwords are set by each person, after signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of %1 on this computer are deleted: archives and their passwords, saved searches, columns, keys. Images and reports in the archives are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new password is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two new passwords are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is set. Nobody can read it, and nobody can look it up: do not forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of this person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::PersonButton</name>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and passwords…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingBar</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads no further; what was found stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files: %1 found</source>
        <translation>Reading files: %1 found</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2 found</source>
        <translation>Reading files: %1 of %2 found</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingPage</name>
    <message>
        <source>Point at a mark of yours to delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known to be wrong with these images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details of the image were copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window can be typed for grey images only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such prior report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No segmentation or structure set lies on these images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prior report cannot be opened: it is not listed any more, or another patient&apos;s study is open under its UID.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingSession</name>
    <message>
        <source>Opening the study …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s)</source>
        <translation>
            <numerusform>%n outline</numerusform>
            <numerusform>%n outlines</numerusform>
        </translation>
    </message>
    <message>
        <source>Outlines that cannot be shown: %1</source>
        <translation>Outlines that cannot be shown: %1</translation>
    </message>
    <message>
        <source>The images that they are drawn over are not there: open the folder or the archive that holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this study there are only outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::RequestDesk</name>
    <message numerus="yes">
        <source>%n requests came while this desk was locked and could not be kept, for want of room: follow them once more.</source>
        <translation>
            <numerusform>%n request came while this desk was locked and could not be kept, for want of room: follow it once more.</numerusform>
            <numerusform>%n requests came while this desk was locked and could not be kept, for want of room: follow them once more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for: %1…</source>
        <translation>Looking for: %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait.</source>
        <translation>
            <numerusform>%n more waits.</numerusform>
            <numerusform>%n more wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered before, though asked for later: %1.</source>
        <translation>Answered before, though asked for later: %1.</translation>
    </message>
    <message>
        <source>Opened late, in a tab behind the one in front: %1.</source>
        <translation>Opened late, in a tab behind the one in front: %1.</translation>
    </message>
    <message>
        <source>The list shows the studies for %1: follow the other links once more.</source>
        <translation>The list shows the studies for %1: follow the other links once more.</translation>
    </message>
    <message>
        <source>Not opened: %1. As many requests wait as there is room for: try again in a moment.</source>
        <translation>Not opened: %1. As many requests wait as there is room for: try again in a moment.</translation>
    </message>
</context>
<context>
    <name>consilium::app::RequestFinder</name>
    <message>
        <source>The study cannot be looked for: there is no archive yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is there, but it belongs to another patient than the link names. It was not opened: ask whoever sent the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the patient were found: choose in the list.</source>
        <translation>
            <numerusform>%n study of the patient was found: choose in the list.</numerusform>
            <numerusform>%n studies of the patient were found: choose in the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>Studies of several patients have the number that was asked for: choose in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n studies have this accession number: choose in the list.</source>
        <translation>
            <numerusform>%n study has this accession number: choose in the list.</numerusform>
            <numerusform>%n studies have this accession number: choose in the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>One study has this accession number, but not every archive has answered: check that it is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of the studies that were asked for were not found.</source>
        <translation>
            <numerusform>%n of the studies that were asked for was not found.</numerusform>
            <numerusform>%n of the studies that were asked for were not found.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only key images were asked for; all images are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its token is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its password is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is there, but it has another accession number than the link names. It was not opened: ask whoever sent the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the keychain of this computer has not given its token for %n seconds: unlock the keychain, or enter the token once more in the settings.</source>
        <translation>
            <numerusform>the keychain of this computer has not given its token for %n second: unlock the keychain, or enter the token once more in the settings.</numerusform>
            <numerusform>the keychain of this computer has not given its token for %n seconds: unlock the keychain, or enter the token once more in the settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the keychain of this computer has not given its password for %n seconds: unlock the keychain, or enter the password once more in the settings.</source>
        <translation>
            <numerusform>the keychain of this computer has not given its password for %n second: unlock the keychain, or enter the password once more in the settings.</numerusform>
            <numerusform>the keychain of this computer has not given its password for %n seconds: unlock the keychain, or enter the password once more in the settings.</numerusform>
        </translation>
    </message>
    <message>
        <source>No study under this ID meets these conditions; it may have others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n studies under this ID meet these conditions, and it may have others: choose in the list.</source>
        <translation>
            <numerusform>%n study under this ID meets these conditions, and it may have others: choose in the list.</numerusform>
            <numerusform>%n studies under this ID meet these conditions, and it may have others: choose in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies under this ID were found: choose in the list.</source>
        <translation>
            <numerusform>%n study under this ID was found: choose in the list.</numerusform>
            <numerusform>%n studies under this ID were found: choose in the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which are the most recent cannot be told: several have the same date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The ID stands under %n different names: check the identity before you open one.</source>
        <translation>
            <numerusform>The ID stands under %n different name: check the identity before you open one.</numerusform>
            <numerusform>The ID stands under %n different names: check the identity before you open one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every study names the same patient: check the identity before you open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n studies have one of these accession numbers: choose in the list.</source>
        <translation>
            <numerusform>%n study has one of these accession numbers: choose in the list.</numerusform>
            <numerusform>%n studies have one of these accession numbers: choose in the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::ScenarioRunner</name>
    <message>
        <source>The log %1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::SearchNameDialog</name>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the search (no patient&apos;s name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates, types, body part, institution and archive are kept; what was typed as a search is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n searches are saved already, and no more can be. Remove one first.</source>
        <translation>
            <numerusform>%n search is saved already, and no more can be. Remove it first.</numerusform>
            <numerusform>%n searches are saved already, and no more can be. Remove one first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n letters.</source>
        <translation>
            <numerusform>A name has at most %n letter.</numerusform>
            <numerusform>A name has at most %n letters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a search “%1” already. “Replace” gives its name to this one, and it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::SignInPage</name>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is reading?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 has opened stays open until somebody else signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 has opened stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Nothing of it was changed. Somebody else can make it anew in the settings, under “People”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This is not the password. The next try is possible in %n seconds.</source>
        <translation>
            <numerusform>This is not the password. The next try is possible in %n second.</numerusform>
            <numerusform>This is not the password. The next try is possible in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyPanel</name>
    <message>
        <source>Open images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the study (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series cannot be listed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number in another archive. They are not mixed: compare name and ID before reading.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyRequest</name>
    <message>
        <source>The link says the same thing twice, and differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link has a time that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link asks for a time that ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link has a patient ID that cannot be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link has a study number that cannot be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link asks for more than %1 studies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link has an accession number that cannot be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link asks for a number of studies that cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link names a modality that cannot be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link asks for something that this program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link names no patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link must name a study by its UID or by its accession number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a Study Instance UID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an accession number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>study %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>studies %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accession number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient ID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modality %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>only the %n most recent</source>
        <translation>
            <numerusform>only the most recent</numerusform>
            <numerusform>only the %n most recent</numerusform>
        </translation>
    </message>
    <message>
        <source>accession numbers %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::TabLabel</name>
    <message>
        <source>Patient ID: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accession number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistModel</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <comment>modality</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number. They are not mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer: the study is shown as it was last listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: to be read at once (STAT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: to be read before others (HIGH)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name was repaired: it was written in another character set than declared. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · proxy fault</source>
        <translation>%1 · proxy fault</translation>
    </message>
    <message>
        <source>%1 · no list</source>
        <translation>%1 · no list</translation>
    </message>
    <message>
        <source>The proxy of this network keeps %1 from being asked: the study is shown as it was last listed.</source>
        <translation>The proxy of this network keeps %1 from being asked: the study is shown as it was last listed.</translation>
    </message>
    <message>
        <source>%1 gives no list: the study is shown as it was last listed.</source>
        <translation>%1 gives no list: the study is shown as it was last listed.</translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistPage</name>
    <message numerus="yes">
        <source>%n studies shown</source>
        <translation>
            <numerusform>%n study shown</numerusform>
            <numerusform>%n studies shown</numerusform>
        </translation>
    </message>
    <message>
        <source>Load more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no archive yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM files and folders can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s password is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer does not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives no list of studies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study matches the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds no studies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not refresh itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshes every %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshes every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshes every %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not opened today</source>
        <translation>
            <numerusform>%n not opened today</numerusform>
            <numerusform>%n not opened today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive&apos;s token is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer has no token for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n urgent</numerusform>
            <numerusform>%n urgent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not opened</source>
        <translation>
            <numerusform>%n of them not opened</numerusform>
            <numerusform>%n of them not opened</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the saved search “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) give no list of studies.</source>
        <translation>
            <numerusform>%n archive gives no list of studies.</numerusform>
            <numerusform>%n archives give no list of studies.</numerusform>
        </translation>
    </message>
    <message>
        <source>The archives that answer hold no studies.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistView</name>
    <message>
        <source>Click to sort, drag to move, right-click to choose columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent studies first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::app::Workplace</name>
    <message>
        <source>The entry of %1 was damaged; the one before it is used. What was changed last may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are settings of people of this computer: start the program without --profile and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for opens when you have signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a study at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests to this desk had no answer yet and were dropped: %1. They were meant for the person before.</source>
        <translation>
            <numerusform>%n request to this desk had no answer yet and was dropped: %1. It was meant for the person before.</numerusform>
            <numerusform>%n requests to this desk had no answer yet and were dropped: %1. They were meant for the person before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::widgets::BandRow</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::Cine</name>
    <message>
        <source>as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s times cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DetailsPopup</name>
    <message>
        <source>What is wrong with these images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DocumentPane</name>
    <message>
        <source>This document cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the document …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is not in the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity not confirmed: this may be another patient&apos;s document. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the document refers to is not in this study, or cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::LayoutPicker</name>
    <message>
        <source>Choose a layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PdfView</name>
    <message>
        <source>Drawing the page …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document holds a form that asks the program to draw what was filled in. Some of it may be missing here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PriorReports</name>
    <message>
        <source>Prior reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for prior reports …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior reports are not known. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RepairLogPanel</name>
    <message>
        <source>Repair log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the patient&apos;s data and without names of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done or follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had to be repaired here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ReportView</name>
    <message>
        <source>Find in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SegmentPanel</name>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it lies on the images of this view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it could not be read and are missing.</source>
        <translation>
            <numerusform>%n part of it could not be read and is missing.</numerusform>
            <numerusform>%n parts of it could not be read and are missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with the help of a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines over the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (slices: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the pixel</source>
        <translation>share of the pixel</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probability</translation>
    </message>
    <message>
        <source>fraction of unknown meaning</source>
        <translation>fraction of unknown meaning</translation>
    </message>
    <message>
        <source>%1: a denser area means more; the outline and what counts as inside begin at one half</source>
        <translation>%1: a denser area means more; the outline and what counts as inside begin at one half</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesCardDelegate</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesModel</name>
    <message numerus="yes">
        <source>%n image(s) could not be read</source>
        <translation>
            <numerusform>%n image could not be read</numerusform>
            <numerusform>%n images could not be read</numerusform>
        </translation>
    </message>
    <message>
        <source>Series without name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of this series could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key image(s)</source>
        <translation>
            <numerusform>%n key image</numerusform>
            <numerusform>%n key images</numerusform>
        </translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s)</source>
        <translation>
            <numerusform>%n outline</numerusform>
            <numerusform>%n outlines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it could not be read and are missing</source>
        <translation>
            <numerusform>%n part of it could not be read and is missing</numerusform>
            <numerusform>%n parts of it could not be read and are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Parts of %n image(s) are missing</source>
        <translation>
            <numerusform>Parts of %n image are missing</numerusform>
            <numerusform>Parts of %n images are missing</numerusform>
        </translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesStrip</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines that cannot be shown: %1</source>
        <translation>Outlines that cannot be shown: %1</translation>
    </message>
    <message>
        <source>These outlines are on their way.</source>
        <translation>These outlines are on their way.</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::StudyInfoPanel</name>
    <message>
        <source>not calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected for magnification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns × %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm between columns × %2 mm between rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admission ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as written in the file, plane not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the scanned film</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ToolBar</name>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll views together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ViewportWidget</name>
    <message>
        <source>Series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a series on the left, or drag one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of this series lies in the plane asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier %1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>Drag a series here</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WaveformView</name>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm/mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squares of 1 mm, not true to size on this monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1–%2 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notch %1 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowEntry</name>
    <message>
        <source>Two numbers are needed: centre and width, as in 40 400.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width must be more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers are too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: centre and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 40 400, or W 400 L 40</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowPresetPanel</name>
    <message>
        <source>Window presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for images in Hounsfield units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
