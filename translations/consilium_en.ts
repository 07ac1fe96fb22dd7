<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ArchiveUrl</name>
    <message>
        <source>The address is missing.</source>
        <translation>The address is missing.</translation>
    </message>
    <message>
        <source>This is not an address. It begins with http:// or https://.</source>
        <translation>This is not an address. It begins with http:// or https://.</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation>The address must not contain a user name or password.</translation>
    </message>
    <message>
        <source>The address must not contain “?” or “#”.</source>
        <translation>The address must not contain “?” or “#”.</translation>
    </message>
</context>
<context>
    <name>ArrangeCommands</name>
    <message>
        <source>The rest of a series that was split by hand stays as it is: show the series as they are stored first.</source>
        <translation>The rest of a series that was split by hand stays as it is: show the series as they are stored first.</translation>
    </message>
    <message>
        <source>Show the image with which the second part shall begin; it cannot be the first of the stack.</source>
        <translation>Show the image with which the second part shall begin; it cannot be the first of the stack.</translation>
    </message>
    <message>
        <source>Segmentations are not split by hand.</source>
        <translation>Segmentations are not split by hand.</translation>
    </message>
    <message>
        <source>What was put together by hand cannot be split: show the series as they are stored first.</source>
        <translation>What was put together by hand cannot be split: show the series as they are stored first.</translation>
    </message>
    <message>
        <source>There is no next series to put this one together with.</source>
        <translation>There is no next series to put this one together with.</translation>
    </message>
    <message>
        <source>The view shows no series.</source>
        <translation>The view shows no series.</translation>
    </message>
    <message>
        <source>The series are as they are stored.</source>
        <translation>The series are as they are stored.</translation>
    </message>
    <message>
        <source>There is no other series to put this one together with.</source>
        <translation>There is no other series to put this one together with.</translation>
    </message>
</context>
<context>
    <name>BodyPart</name>
    <message>
        <source>ABDOMEN</source>
        <translation>ABDOMEN</translation>
    </message>
    <message>
        <source>ABDOMENPELVIS</source>
        <translation>ABDOMENPELVIS</translation>
    </message>
    <message>
        <source>ANKLE</source>
        <translation>ANKLE</translation>
    </message>
    <message>
        <source>ARM</source>
        <translation>ARM</translation>
    </message>
    <message>
        <source>BRAIN</source>
        <translation>BRAIN</translation>
    </message>
    <message>
        <source>BREAST</source>
        <translation>BREAST</translation>
    </message>
    <message>
        <source>CHEST</source>
        <translation>CHEST</translation>
    </message>
    <message>
        <source>CHESTABDOMEN</source>
        <translation>CHESTABDOMEN</translation>
    </message>
    <message>
        <source>CHESTABDPELVIS</source>
        <translation>CHESTABDPELVIS</translation>
    </message>
    <message>
        <source>CLAVICLE</source>
        <translation>CLAVICLE</translation>
    </message>
    <message>
        <source>COLON</source>
        <translation>COLON</translation>
    </message>
    <message>
        <source>CSPINE</source>
        <translation>CSPINE</translation>
    </message>
    <message>
        <source>EAR</source>
        <translation>EAR</translation>
    </message>
    <message>
        <source>ELBOW</source>
        <translation>ELBOW</translation>
    </message>
    <message>
        <source>EXTREMITY</source>
        <translation>EXTREMITY</translation>
    </message>
    <message>
        <source>EYE</source>
        <translation>EYE</translation>
    </message>
    <message>
        <source>FEMUR</source>
        <translation>FEMUR</translation>
    </message>
    <message>
        <source>FINGER</source>
        <translation>FINGER</translation>
    </message>
    <message>
        <source>FOOT</source>
        <translation>FOOT</translation>
    </message>
    <message>
        <source>FOREARM</source>
        <translation>FOREARM</translation>
    </message>
    <message>
        <source>HAND</source>
        <translation>HAND</translation>
    </message>
    <message>
        <source>HEAD</source>
        <translation>HEAD</translation>
    </message>
    <message>
        <source>HEADNECK</source>
        <translation>HEADNECK</translation>
    </message>
    <message>
        <source>HEART</source>
        <translation>HEART</translation>
    </message>
    <message>
        <source>HIP</source>
        <translation>HIP</translation>
    </message>
    <message>
        <source>HUMERUS</source>
        <translation>HUMERUS</translation>
    </message>
    <message>
        <source>JAW</source>
        <translation>JAW</translation>
    </message>
    <message>
        <source>KIDNEY</source>
        <translation>KIDNEY</translation>
    </message>
    <message>
        <source>KNEE</source>
        <translation>KNEE</translation>
    </message>
    <message>
        <source>LEG</source>
        <translation>LEG</translation>
    </message>
    <message>
        <source>LIVER</source>
        <translation>LIVER</translation>
    </message>
    <message>
        <source>LSPINE</source>
        <translation>LSPINE</translation>
    </message>
    <message>
        <source>LUNG</source>
        <translation>LUNG</translation>
    </message>
    <message>
        <source>MAXILLA</source>
        <translation>MAXILLA</translation>
    </message>
    <message>
        <source>NECK</source>
        <translation>NECK</translation>
    </message>
    <message>
        <source>NOSE</source>
        <translation>NOSE</translation>
    </message>
    <message>
        <source>PANCREAS</source>
        <translation>PANCREAS</translation>
    </message>
    <message>
        <source>PELVIS</source>
        <translation>PELVIS</translation>
    </message>
    <message>
        <source>PROSTATE</source>
        <translation>PROSTATE</translation>
    </message>
    <message>
        <source>RIB</source>
        <translation>RIB</translation>
    </message>
    <message>
        <source>SHOULDER</source>
        <translation>SHOULDER</translation>
    </message>
    <message>
        <source>SINUS</source>
        <translation>SINUS</translation>
    </message>
    <message>
        <source>SKULL</source>
        <translation>SKULL</translation>
    </message>
    <message>
        <source>SPINE</source>
        <translation>SPINE</translation>
    </message>
    <message>
        <source>SSPINE</source>
        <translation>SSPINE</translation>
    </message>
    <message>
        <source>STERNUM</source>
        <translation>STERNUM</translation>
    </message>
    <message>
        <source>THIGH</source>
        <translation>THIGH</translation>
    </message>
    <message>
        <source>TIBIA</source>
        <translation>TIBIA</translation>
    </message>
    <message>
        <source>TOE</source>
        <translation>TOE</translation>
    </message>
    <message>
        <source>TSPINE</source>
        <translation>TSPINE</translation>
    </message>
    <message>
        <source>UTERUS</source>
        <translation>UTERUS</translation>
    </message>
    <message>
        <source>WHOLEBODY</source>
        <translation>WHOLEBODY</translation>
    </message>
    <message>
        <source>WRIST</source>
        <translation>WRIST</translation>
    </message>
</context>
<context>
    <name>Calibrating</name>
    <message>
        <source>No image is shown here.</source>
        <translation>No image is shown here.</translation>
    </message>
    <message>
        <source>Not calibrated by hand: this image says itself where its pixels lie in the patient.</source>
        <translation>Not calibrated by hand: this image says itself where its pixels lie in the patient.</translation>
    </message>
    <message>
        <source>Not calibrated by hand: this image brings the scale of the ultrasound machine.</source>
        <translation>Not calibrated by hand: this image brings the scale of the ultrasound machine.</translation>
    </message>
</context>
<context>
    <name>CellForm</name>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>L (left)</source>
        <translation>L (left)</translation>
    </message>
    <message>
        <source>R (right)</source>
        <translation>R (right)</translation>
    </message>
    <message>
        <source>A (anterior)</source>
        <translation>A (anterior)</translation>
    </message>
    <message>
        <source>P (posterior)</source>
        <translation>P (posterior)</translation>
    </message>
    <message>
        <source>H (head)</source>
        <translation>H (head)</translation>
    </message>
    <message>
        <source>F (feet)</source>
        <translation>F (feet)</translation>
    </message>
    <message>
        <source>Leave this view free</source>
        <translation>Leave this view free</translation>
    </message>
    <message>
        <source>Which that fits</source>
        <translation>Which that fits</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>the first</translation>
    </message>
    <message>
        <source>the middle one</source>
        <translation>the middle one</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>the last</translation>
    </message>
    <message>
        <source>the first key image</source>
        <translation>the first key image</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>the current one</translation>
    </message>
    <message>
        <source>a prior</source>
        <translation>a prior</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>fitted into the view</source>
        <translation>fitted into the view</translation>
    </message>
    <message>
        <source>the same in all such views</source>
        <translation>the same in all such views</translation>
    </message>
    <message>
        <source>true size</source>
        <translation>true size</translation>
    </message>
    <message>
        <source>Scrolls with the others</source>
        <translation>Scrolls with the others</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <source>centre and width</source>
        <translation>centre and width</translation>
    </message>
    <message>
        <source>Centre of the window</source>
        <translation>Centre of the window</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>Width of the window</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>as stored</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>turned</translation>
    </message>
    <message>
        <source>by patient letters</source>
        <translation>by patient letters</translation>
    </message>
    <message>
        <source>by the chest wall</source>
        <translation>by the chest wall</translation>
    </message>
    <message>
        <source>Clockwise</source>
        <translation>Clockwise</translation>
    </message>
    <message>
        <source>mirrored before</source>
        <translation>mirrored before</translation>
    </message>
    <message>
        <source>Letter at the left edge</source>
        <translation>Letter at the left edge</translation>
    </message>
    <message>
        <source>Letter at the upper edge</source>
        <translation>Letter at the upper edge</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Left edge</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>Upper edge</translation>
    </message>
    <message>
        <source>Chest wall</source>
        <translation>Chest wall</translation>
    </message>
    <message>
        <source>back to back, by the side</source>
        <translation>back to back, by the side</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>to the left</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>to the right</translation>
    </message>
</context>
<context>
    <name>CertificateFile</name>
    <message>
        <source>The file of the certificate authority does not exist or cannot be read.</source>
        <translation>The file of the certificate authority does not exist or cannot be read.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be a PEM file (BEGIN CERTIFICATE).</source>
        <translation>There is no certificate in this file. It must be a PEM file (BEGIN CERTIFICATE).</translation>
    </message>
</context>
<context>
    <name>ClinicalText</name>
    <message>
        <source>Cut</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation>The document is longer than is shown here</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to the worklist</source>
        <translation>Go to the worklist</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Search the worklist</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Open a folder</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Close the tab</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Previous tab</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation>Add an archive</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Fold or show the panels</source>
        <translation>Fold or show the panels</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation>Text over images</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Next slice</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Previous slice</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>First slice</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Last slice</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Ten slices on</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Ten slices back</translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation>Rotate left 90°</translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation>Rotate right 90°</translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation>Mirror left-right</translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation>Mirror top-bottom</translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation>Invert greys</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Fit to view</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>One image pixel per screen pixel</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Reset view</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>One view</translation>
    </message>
    <message>
        <source>Four views</source>
        <translation>Four views</translation>
    </message>
    <message>
        <source>Window as the file says</source>
        <translation>Window as the file says</translation>
    </message>
    <message>
        <source>Left button scrolls</source>
        <translation>Left button scrolls</translation>
    </message>
    <message>
        <source>Left button sets the window</source>
        <translation>Left button sets the window</translation>
    </message>
    <message>
        <source>Left button zooms</source>
        <translation>Left button zooms</translation>
    </message>
    <message>
        <source>Left button pans</source>
        <translation>Left button pans</translation>
    </message>
    <message>
        <source>Left button rotates</source>
        <translation>Left button rotates</translation>
    </message>
    <message>
        <source>Left button probes values</source>
        <translation>Left button probes values</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>Window: %1</translation>
    </message>
    <message>
        <source>Try failed images again</source>
        <translation>Try failed images again</translation>
    </message>
    <message>
        <source>Open the studies that have no tab yet</source>
        <translation>Open the studies that have no tab yet</translation>
    </message>
    <message>
        <source>What was left out when opening</source>
        <translation>What was left out when opening</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Next series</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Previous series</translation>
    </message>
    <message>
        <source>This view alone, or all again</source>
        <translation>This view alone, or all again</translation>
    </message>
    <message>
        <source>Delete my mark</source>
        <translation>Delete my mark</translation>
    </message>
    <message>
        <source>What is wrong with these images</source>
        <translation>What is wrong with these images</translation>
    </message>
    <message>
        <source>Choose the columns of the worklist</source>
        <translation>Choose the columns of the worklist</translation>
    </message>
    <message>
        <source>Save this search of the worklist</source>
        <translation>Save this search of the worklist</translation>
    </message>
    <message>
        <source>Choose a layout</source>
        <translation>Choose a layout</translation>
    </message>
    <message>
        <source>Play or stop the stack</source>
        <translation>Play or stop the stack</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Play faster</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Play slower</translation>
    </message>
    <message>
        <source>Next slice, from the last to the first</source>
        <translation>Next slice, from the last to the first</translation>
    </message>
    <message>
        <source>Layout %1 × %2</source>
        <translation>Layout %1 × %2</translation>
    </message>
    <message>
        <source>Keyboard settings</source>
        <translation>Keyboard settings</translation>
    </message>
    <message>
        <source>Mouse settings</source>
        <translation>Mouse settings</translation>
    </message>
    <message>
        <source>Menu of what the keyboard is on</source>
        <translation>Menu of what the keyboard is on</translation>
    </message>
    <message>
        <source>Open the chosen study</source>
        <translation>Open the chosen study</translation>
    </message>
    <message>
        <source>Copy the accession number</source>
        <translation>Copy the accession number</translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation>Repair log</translation>
    </message>
    <message>
        <source>Copy details of the image</source>
        <translation>Copy details of the image</translation>
    </message>
    <message>
        <source>Show the chosen series in the active view</source>
        <translation>Show the chosen series in the active view</translation>
    </message>
    <message>
        <source>Scroll views of one frame of reference together</source>
        <translation>Scroll views of one frame of reference together</translation>
    </message>
    <message>
        <source>Scroll views together from where they stand (offset link)</source>
        <translation>Scroll views together from where they stand (offset link)</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Reference lines</translation>
    </message>
    <message>
        <source>Reference lines of the first and last slice</source>
        <translation>Reference lines of the first and last slice</translation>
    </message>
    <message>
        <source>Next window of the file</source>
        <translation>Next window of the file</translation>
    </message>
    <message>
        <source>Type centre and width of the window</source>
        <translation>Type centre and width of the window</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>Magnifier (hold, or tap)</source>
        <translation>Magnifier (hold, or tap)</translation>
    </message>
    <message>
        <source>Magnifier 2×</source>
        <translation>Magnifier 2×</translation>
    </message>
    <message>
        <source>Magnifier 3×</source>
        <translation>Magnifier 3×</translation>
    </message>
    <message>
        <source>Magnifier 4×</source>
        <translation>Magnifier 4×</translation>
    </message>
    <message>
        <source>Slab: MIP, MinIP, mean, none</source>
        <translation>Slab: MIP, MinIP, mean, none</translation>
    </message>
    <message>
        <source>Slab: maximum (MIP)</source>
        <translation>Slab: maximum (MIP)</translation>
    </message>
    <message>
        <source>Slab: minimum (MinIP)</source>
        <translation>Slab: minimum (MinIP)</translation>
    </message>
    <message>
        <source>Slab: mean</source>
        <translation>Slab: mean</translation>
    </message>
    <message>
        <source>Slab: thicker by a slice</source>
        <translation>Slab: thicker by a slice</translation>
    </message>
    <message>
        <source>Slab: thinner by a slice</source>
        <translation>Slab: thinner by a slice</translation>
    </message>
    <message>
        <source>Slab: none</source>
        <translation>Slab: none</translation>
    </message>
    <message>
        <source>Enhance: sharpen (one level more)</source>
        <translation>Enhance: sharpen (one level more)</translation>
    </message>
    <message>
        <source>Enhance: smooth (one level more)</source>
        <translation>Enhance: smooth (one level more)</translation>
    </message>
    <message>
        <source>Enhance: edges (one level more)</source>
        <translation>Enhance: edges (one level more)</translation>
    </message>
    <message>
        <source>Enhance: local contrast (one level more)</source>
        <translation>Enhance: local contrast (one level more)</translation>
    </message>
    <message>
        <source>Enhance: one level less</source>
        <translation>Enhance: one level less</translation>
    </message>
    <message>
        <source>Enhance: nothing</source>
        <translation>Enhance: nothing</translation>
    </message>
    <message>
        <source>Colours: next map</source>
        <translation>Colours: next map</translation>
    </message>
    <message>
        <source>Colours: grey</source>
        <translation>Colours: grey</translation>
    </message>
    <message>
        <source>Colours: Hot Iron</source>
        <translation>Colours: Hot Iron</translation>
    </message>
    <message>
        <source>Colours: PET</source>
        <translation>Colours: PET</translation>
    </message>
    <message>
        <source>Colours: Hot Metal Blue</source>
        <translation>Colours: Hot Metal Blue</translation>
    </message>
    <message>
        <source>Colours: PET 20 Step</source>
        <translation>Colours: PET 20 Step</translation>
    </message>
    <message>
        <source>Colours: Rainbow</source>
        <translation>Colours: Rainbow</translation>
    </message>
    <message>
        <source>Measure this monitor with a ruler</source>
        <translation>Measure this monitor with a ruler</translation>
    </message>
    <message>
        <source>Window: %1 (0.5 to 99.5 % of the values)</source>
        <translation>Window: %1 (0.5 to 99.5 % of the values)</translation>
    </message>
    <message>
        <source>Document: next page or document</source>
        <translation>Document: next page or document</translation>
    </message>
    <message>
        <source>Document: previous page or document</source>
        <translation>Document: previous page or document</translation>
    </message>
    <message>
        <source>Document: find text</source>
        <translation>Document: find text</translation>
    </message>
    <message>
        <source>Document: larger</source>
        <translation>Document: larger</translation>
    </message>
    <message>
        <source>Document: smaller</source>
        <translation>Document: smaller</translation>
    </message>
    <message>
        <source>Open the newest prior report</source>
        <translation>Open the newest prior report</translation>
    </message>
    <message>
        <source>ECG: 3 × 4 and rhythm</source>
        <translation>ECG: 3 × 4 and rhythm</translation>
    </message>
    <message>
        <source>ECG: 6 × 2</source>
        <translation>ECG: 6 × 2</translation>
    </message>
    <message>
        <source>ECG: 12 × 1</source>
        <translation>ECG: 12 × 1</translation>
    </message>
    <message>
        <source>ECG: channels as recorded</source>
        <translation>ECG: channels as recorded</translation>
    </message>
    <message>
        <source>ECG: 12.5 mm/s</source>
        <translation>ECG: 12.5 mm/s</translation>
    </message>
    <message>
        <source>ECG: 25 mm/s</source>
        <translation>ECG: 25 mm/s</translation>
    </message>
    <message>
        <source>ECG: 50 mm/s</source>
        <translation>ECG: 50 mm/s</translation>
    </message>
    <message>
        <source>ECG: 5 mm/mV</source>
        <translation>ECG: 5 mm/mV</translation>
    </message>
    <message>
        <source>ECG: 10 mm/mV</source>
        <translation>ECG: 10 mm/mV</translation>
    </message>
    <message>
        <source>ECG: 20 mm/mV</source>
        <translation>ECG: 20 mm/mV</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>People and passwords</translation>
    </message>
    <message>
        <source>Urgent studies first, or in the list&apos;s order</source>
        <translation>Urgent studies first, or in the list&apos;s order</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>Stop reading files</translation>
    </message>
    <message>
        <source>Outlines over images</source>
        <translation>Outlines over images</translation>
    </message>
    <message>
        <source>Split the series before this image</source>
        <translation>Split the series before this image</translation>
    </message>
    <message>
        <source>Put this series together with the next</source>
        <translation>Put this series together with the next</translation>
    </message>
    <message>
        <source>Series as they are stored</source>
        <translation>Series as they are stored</translation>
    </message>
    <message>
        <source>Refresh the worklist; in the settings: test the connection</source>
        <translation>Refresh the worklist; in the settings: test the connection</translation>
    </message>
    <message>
        <source>Copy the selected mark</source>
        <translation>Copy the selected mark</translation>
    </message>
    <message>
        <source>Put the copied mark on this image</source>
        <translation>Put the copied mark on this image</translation>
    </message>
    <message>
        <source>Edit the text of a mark</source>
        <translation>Edit the text of a mark</translation>
    </message>
    <message>
        <source>Label back beside its mark</source>
        <translation>Label back beside its mark</translation>
    </message>
    <message>
        <source>Select the next mark of the image</source>
        <translation>Select the next mark of the image</translation>
    </message>
    <message>
        <source>Go to the selected mark</source>
        <translation>Go to the selected mark</translation>
    </message>
    <message>
        <source>List of marks</source>
        <translation>List of marks</translation>
    </message>
    <message>
        <source>Nudge a mark to the left</source>
        <translation>Nudge a mark to the left</translation>
    </message>
    <message>
        <source>Nudge a mark to the right</source>
        <translation>Nudge a mark to the right</translation>
    </message>
    <message>
        <source>Nudge a mark upwards</source>
        <translation>Nudge a mark upwards</translation>
    </message>
    <message>
        <source>Nudge a mark downwards</source>
        <translation>Nudge a mark downwards</translation>
    </message>
    <message>
        <source>Left button measures a length</source>
        <translation>Left button measures a length</translation>
    </message>
    <message>
        <source>Left button measures a path</source>
        <translation>Left button measures a path</translation>
    </message>
    <message>
        <source>Left button draws a ruler</source>
        <translation>Left button draws a ruler</translation>
    </message>
    <message>
        <source>Left button measures long and short axis</source>
        <translation>Left button measures long and short axis</translation>
    </message>
    <message>
        <source>Left button compares two lines</source>
        <translation>Left button compares two lines</translation>
    </message>
    <message>
        <source>Left button measures the cardiothoracic ratio</source>
        <translation>Left button measures the cardiothoracic ratio</translation>
    </message>
    <message>
        <source>Left button measures leg length and axis</source>
        <translation>Left button measures leg length and axis</translation>
    </message>
    <message>
        <source>Left button measures an angle</source>
        <translation>Left button measures an angle</translation>
    </message>
    <message>
        <source>Left button measures a Cobb angle</source>
        <translation>Left button measures a Cobb angle</translation>
    </message>
    <message>
        <source>Left button measures the angle between two lines</source>
        <translation>Left button measures the angle between two lines</translation>
    </message>
    <message>
        <source>Left button draws an ellipse (ROI)</source>
        <translation>Left button draws an ellipse (ROI)</translation>
    </message>
    <message>
        <source>Left button draws a rectangle (ROI)</source>
        <translation>Left button draws a rectangle (ROI)</translation>
    </message>
    <message>
        <source>Left button draws a polygon (ROI)</source>
        <translation>Left button draws a polygon (ROI)</translation>
    </message>
    <message>
        <source>Left button draws a freehand region (ROI)</source>
        <translation>Left button draws a freehand region (ROI)</translation>
    </message>
    <message>
        <source>Left button draws a circle (ROI)</source>
        <translation>Left button draws a circle (ROI)</translation>
    </message>
    <message>
        <source>Left button draws an arrow</source>
        <translation>Left button draws an arrow</translation>
    </message>
    <message>
        <source>Left button writes text</source>
        <translation>Left button writes text</translation>
    </message>
    <message>
        <source>Hang by the protocol that fits best</source>
        <translation>Hang by the protocol that fits best</translation>
    </message>
    <message>
        <source>Hanging protocol: next stage</source>
        <translation>Hanging protocol: next stage</translation>
    </message>
    <message>
        <source>Hanging protocol: previous stage</source>
        <translation>Hanging protocol: previous stage</translation>
    </message>
    <message>
        <source>Choose a hanging protocol</source>
        <translation>Choose a hanging protocol</translation>
    </message>
    <message>
        <source>Studies when opened: hung where the protocol says so</source>
        <translation>Studies when opened: hung where the protocol says so</translation>
    </message>
    <message>
        <source>Studies when opened: always hung</source>
        <translation>Studies when opened: always hung</translation>
    </message>
    <message>
        <source>Studies when opened: never hung</source>
        <translation>Studies when opened: never hung</translation>
    </message>
    <message>
        <source>Settings: from study to study</source>
        <translation>Settings: from study to study</translation>
    </message>
    <message>
        <source>Next study of the worklist</source>
        <translation>Next study of the worklist</translation>
    </message>
    <message>
        <source>Previous study of the worklist</source>
        <translation>Previous study of the worklist</translation>
    </message>
    <message>
        <source>Claim the study: I am reading it</source>
        <translation>Claim the study: I am reading it</translation>
    </message>
    <message>
        <source>Release the study: unread again</source>
        <translation>Release the study: unread again</translation>
    </message>
    <message>
        <source>Mark the study as read</source>
        <translation>Mark the study as read</translation>
    </message>
    <message>
        <source>Worklist on one monitor, images on the others</source>
        <translation>Worklist on one monitor, images on the others</translation>
    </message>
    <message>
        <source>Everything in one window</source>
        <translation>Everything in one window</translation>
    </message>
    <message>
        <source>Move the images to the next monitor</source>
        <translation>Move the images to the next monitor</translation>
    </message>
    <message>
        <source>Window, zoom and pan of all views together</source>
        <translation>Window, zoom and pan of all views together</translation>
    </message>
    <message>
        <source>Window of all views together</source>
        <translation>Window of all views together</translation>
    </message>
    <message>
        <source>Zoom of all views together</source>
        <translation>Zoom of all views together</translation>
    </message>
    <message>
        <source>Pan of all views together</source>
        <translation>Pan of all views together</translation>
    </message>
    <message>
        <source>3D cursor: views go to its slice</source>
        <translation>3D cursor: views go to its slice</translation>
    </message>
    <message>
        <source>3D cursor: take it away</source>
        <translation>3D cursor: take it away</translation>
    </message>
    <message>
        <source>Fuse with another series, or no more</source>
        <translation>Fuse with another series, or no more</translation>
    </message>
    <message>
        <source>Fuse with …</source>
        <translation>Fuse with …</translation>
    </message>
    <message>
        <source>Fusion: none</source>
        <translation>Fusion: none</translation>
    </message>
    <message>
        <source>Fusion: more opaque</source>
        <translation>Fusion: more opaque</translation>
    </message>
    <message>
        <source>Fusion: less opaque</source>
        <translation>Fusion: less opaque</translation>
    </message>
    <message>
        <source>Fusion: wider window</source>
        <translation>Fusion: wider window</translation>
    </message>
    <message>
        <source>Fusion: narrower window</source>
        <translation>Fusion: narrower window</translation>
    </message>
    <message>
        <source>Fusion: next threshold</source>
        <translation>Fusion: next threshold</translation>
    </message>
    <message>
        <source>Fusion: next colour map</source>
        <translation>Fusion: next colour map</translation>
    </message>
    <message>
        <source>Reference lines of all views</source>
        <translation>Reference lines of all views</translation>
    </message>
    <message>
        <source>Left button sets the 3D cursor</source>
        <translation>Left button sets the 3D cursor</translation>
    </message>
    <message>
        <source>Save marks</source>
        <translation>Save marks</translation>
    </message>
    <message>
        <source>Save marks as files</source>
        <translation>Save marks as files</translation>
    </message>
    <message>
        <source>Outbox: what is on the way to the archive</source>
        <translation>Outbox: what is on the way to the archive</translation>
    </message>
    <message>
        <source>Key image, or not any more</source>
        <translation>Key image, or not any more</translation>
    </message>
    <message>
        <source>Key image: choose the reason</source>
        <translation>Key image: choose the reason</translation>
    </message>
    <message>
        <source>Key images: those of all views</source>
        <translation>Key images: those of all views</translation>
    </message>
    <message>
        <source>Presentation states</source>
        <translation>Presentation states</translation>
    </message>
    <message>
        <source>Show as the newest presentation state says</source>
        <translation>Show as the newest presentation state says</translation>
    </message>
    <message>
        <source>Show as the second newest presentation state says</source>
        <translation>Show as the second newest presentation state says</translation>
    </message>
    <message>
        <source>Key images of the study, beside their note</source>
        <translation>Key images of the study, beside their note</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Next key image</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Previous key image</translation>
    </message>
    <message>
        <source>Histogram of the selected region (ROI)</source>
        <translation>Histogram of the selected region (ROI)</translation>
    </message>
    <message>
        <source>Tools in a circle round the pointer</source>
        <translation>Tools in a circle round the pointer</translation>
    </message>
    <message>
        <source>PET: next kind of SUV</source>
        <translation>PET: next kind of SUV</translation>
    </message>
    <message>
        <source>PET: SUV by body weight</source>
        <translation>PET: SUV by body weight</translation>
    </message>
    <message>
        <source>PET: SUV by lean body mass (James)</source>
        <translation>PET: SUV by lean body mass (James)</translation>
    </message>
    <message>
        <source>PET: SUV by lean body mass (Janmahasatian)</source>
        <translation>PET: SUV by lean body mass (Janmahasatian)</translation>
    </message>
    <message>
        <source>PET: SUV by body surface</source>
        <translation>PET: SUV by body surface</translation>
    </message>
    <message>
        <source>Left button calibrates the image by a known length</source>
        <translation>Left button calibrates the image by a known length</translation>
    </message>
    <message>
        <source>Prior study beside (same modality and region, else the newest)</source>
        <translation>Prior study beside (same modality and region, else the newest)</translation>
    </message>
    <message>
        <source>Next older prior study beside</source>
        <translation>Next older prior study beside</translation>
    </message>
    <message>
        <source>Next newer prior study beside</source>
        <translation>Next newer prior study beside</translation>
    </message>
    <message>
        <source>Timeline of the patient</source>
        <translation>Timeline of the patient</translation>
    </message>
    <message>
        <source>Timeline: same modality only</source>
        <translation>Timeline: same modality only</translation>
    </message>
    <message>
        <source>Timeline: same region only</source>
        <translation>Timeline: same region only</translation>
    </message>
    <message>
        <source>Timeline: ask the archives again</source>
        <translation>Timeline: ask the archives again</translation>
    </message>
    <message>
        <source>Timeline: the chosen study is of the same patient</source>
        <translation>Timeline: the chosen study is of the same patient</translation>
    </message>
    <message>
        <source>Timeline: the chosen study is of another patient</source>
        <translation>Timeline: the chosen study is of another patient</translation>
    </message>
    <message>
        <source>Settings: hanging protocols</source>
        <translation>Settings: hanging protocols</translation>
    </message>
    <message>
        <source>Align views of other frames of reference by computation</source>
        <translation>Align views of other frames of reference by computation</translation>
    </message>
    <message>
        <source>Take the alignment by computation back</source>
        <translation>Take the alignment by computation back</translation>
    </message>
    <message>
        <source>Studies begin with this grid of views, with these monitors</source>
        <translation>Studies begin with this grid of views, with these monitors</translation>
    </message>
    <message>
        <source>Save how this view is shown</source>
        <translation>Save how this view is shown</translation>
    </message>
    <message>
        <source>Fusion: next kind of SUV</source>
        <translation>Fusion: next kind of SUV</translation>
    </message>
    <message>
        <source>Fusion: SUV by body weight</source>
        <translation>Fusion: SUV by body weight</translation>
    </message>
    <message>
        <source>Fusion: SUV by lean body mass (James)</source>
        <translation>Fusion: SUV by lean body mass (James)</translation>
    </message>
    <message>
        <source>Fusion: SUV by lean body mass (Janmahasatian)</source>
        <translation>Fusion: SUV by lean body mass (Janmahasatian)</translation>
    </message>
    <message>
        <source>Fusion: SUV by body surface</source>
        <translation>Fusion: SUV by body surface</translation>
    </message>
    <message>
        <source>Window %1 of the file</source>
        <translation>Window %1 of the file</translation>
    </message>
    <message>
        <source>Layers of presentation states: hide and show</source>
        <translation>Layers of presentation states: hide and show</translation>
    </message>
    <message>
        <source>Hide or show the first layer of the presentation states</source>
        <translation>Hide or show the first layer of the presentation states</translation>
    </message>
    <message>
        <source>Save how all views are shown</source>
        <translation>Save how all views are shown</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Connects to the archive at this DICOMweb address.</source>
        <translation>Connects to the archive at this DICOMweb address.</translation>
    </message>
    <message>
        <source>Opens this study of the first archive that has it.</source>
        <translation>Opens this study of the first archive that has it.</translation>
    </message>
    <message>
        <source>Runs a scenario file.</source>
        <translation>Runs a scenario file.</translation>
    </message>
    <message>
        <source>Runs the scenario without showing the window and ends.</source>
        <translation>Runs the scenario without showing the window and ends.</translation>
    </message>
    <message>
        <source>Leaves the window open after the scenario.</source>
        <translation>Leaves the window open after the scenario.</translation>
    </message>
    <message>
        <source>Folder into which the scenario writes.</source>
        <translation>Folder into which the scenario writes.</translation>
    </message>
    <message>
        <source>Longest time of the scenario in seconds.</source>
        <translation>Longest time of the scenario in seconds.</translation>
    </message>
    <message>
        <source>Writes the scenario&apos;s actions to this file.</source>
        <translation>Writes the scenario&apos;s actions to this file.</translation>
    </message>
    <message>
        <source>Sets a variable of the scenario.</source>
        <translation>Sets a variable of the scenario.</translation>
    </message>
    <message>
        <source>Language of the window: zh_CN, zh_TW or en.</source>
        <translation>Language of the window: zh_CN, zh_TW or en.</translation>
    </message>
    <message>
        <source>Colours of the window: dark or light.</source>
        <translation>Colours of the window: dark or light.</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>Size of the window in pixels.</translation>
    </message>
    <message>
        <source>Folder in which the settings are kept.</source>
        <translation>Folder in which the settings are kept.</translation>
    </message>
    <message>
        <source>Prints the milestones of the start as JSON.</source>
        <translation>Prints the milestones of the start as JSON.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Shows this text.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Shows the version.</translation>
    </message>
    <message>
        <source>An archive&apos;s address must not contain a password. Enter it in the settings.</source>
        <translation>An archive&apos;s address must not contain a password. Enter it in the settings.</translation>
    </message>
    <message>
        <source>“%1” is not a variable. Write it as NAME=VALUE.</source>
        <translation>“%1” is not a variable. Write it as NAME=VALUE.</translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose zh_CN, zh_TW or en.</source>
        <translation>There is no language “%1”. Choose zh_CN, zh_TW or en.</translation>
    </message>
    <message>
        <source>There is no theme “%1”. Choose dark or light.</source>
        <translation>There is no theme “%1”. Choose dark or light.</translation>
    </message>
    <message>
        <source>The scenario file “%1” does not exist.</source>
        <translation>The scenario file “%1” does not exist.</translation>
    </message>
    <message>
        <source>“%1” is not a file that can hold a scenario.</source>
        <translation>“%1” is not a file that can hold a scenario.</translation>
    </message>
    <message>
        <source>The scenario file “%1” cannot be read.</source>
        <translation>The scenario file “%1” cannot be read.</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>There is no file or folder “%1”.</translation>
    </message>
    <message>
        <source>--%1 needs --scenario.</source>
        <translation>--%1 needs --scenario.</translation>
    </message>
    <message>
        <source>“%1” is not a time in seconds.</source>
        <translation>“%1” is not a time in seconds.</translation>
    </message>
    <message>
        <source>There is no option “%1”. --help lists them all.</source>
        <translation>There is no option “%1”. --help lists them all.</translation>
    </message>
    <message>
        <source>An option lacks its value. --help lists them all.</source>
        <translation>An option lacks its value. --help lists them all.</translation>
    </message>
    <message>
        <source>Diagnostic workstation for radiologists.</source>
        <translation>Diagnostic workstation for radiologists.</translation>
    </message>
    <message>
        <source>DICOM files and folders to open.</source>
        <translation>DICOM files and folders to open.</translation>
    </message>
    <message>
        <source>“%1” is not the address of an archive. %2</source>
        <translation>“%1” is not the address of an archive. %2</translation>
    </message>
    <message>
        <source>“%1” is not a window size. Write it as 1920x1200, from %2x%3 to 16384x16384.</source>
        <translation>“%1” is not a window size. Write it as 1920x1200, from %2x%3 to 16384x16384.</translation>
    </message>
    <message>
        <source>Opens the study of this accession number.</source>
        <translation>Opens the study of this accession number.</translation>
    </message>
    <message>
        <source>Only one study, accession number or link can be opened at once.</source>
        <translation>Only one study, accession number or link can be opened at once.</translation>
    </message>
    <message>
        <source>Starts a program of its own. Without it one that runs already opens what is asked for and passes over --language, --theme and --size.</source>
        <translation>Starts a program of its own. Without it one that runs already opens what is asked for and passes over --language, --theme and --size.</translation>
    </message>
    <message>
        <source>Consilium runs already. Passed over: %1. --another starts a program of its own.</source>
        <translation>Consilium runs already. Passed over: %1. --another starts a program of its own.</translation>
    </message>
</context>
<context>
    <name>CommandReasons</name>
    <message>
        <source>No slab is shown.</source>
        <translation>No slab is shown.</translation>
    </message>
    <message>
        <source>No slab: %1.</source>
        <translation>No slab: %1.</translation>
    </message>
    <message>
        <source>True size: these images do not say how large their pixels are.</source>
        <translation>True size: these images do not say how large their pixels are.</translation>
    </message>
    <message>
        <source>True size needs this monitor measured with a ruler once: Settings, Monitors.</source>
        <translation>True size needs this monitor measured with a ruler once: Settings, Monitors.</translation>
    </message>
    <message>
        <source>Images in colour have no window.</source>
        <translation>Images in colour have no window.</translation>
    </message>
    <message>
        <source>The file brings no window.</source>
        <translation>The file brings no window.</translation>
    </message>
    <message>
        <source>The file brings only this one window.</source>
        <translation>The file brings only this one window.</translation>
    </message>
    <message>
        <source>This window is only for images in Hounsfield units.</source>
        <translation>This window is only for images in Hounsfield units.</translation>
    </message>
    <message>
        <source>Only for grey images.</source>
        <translation>Only for grey images.</translation>
    </message>
    <message>
        <source>The slab holds the whole stack already.</source>
        <translation>The slab holds the whole stack already.</translation>
    </message>
    <message>
        <source>The slab is down to one slice already.</source>
        <translation>The slab is down to one slice already.</translation>
    </message>
    <message>
        <source>No thicker slab: %1.</source>
        <translation>No thicker slab: %1.</translation>
    </message>
    <message>
        <source>Only for documents: the active view shows none.</source>
        <translation>Only for documents: the active view shows none.</translation>
    </message>
    <message>
        <source>Only for ECGs and other curves.</source>
        <translation>Only for ECGs and other curves.</translation>
    </message>
    <message>
        <source>Only for images: the active view shows a document.</source>
        <translation>Only for images: the active view shows a document.</translation>
    </message>
    <message>
        <source>The active view shows no image.</source>
        <translation>The active view shows no image.</translation>
    </message>
    <message>
        <source>Only for PET images.</source>
        <translation>Only for PET images.</translation>
    </message>
    <message>
        <source>True size: this image is calibrated by hand, and zoom knows only the file&apos;s millimetres.</source>
        <translation>True size: this image is calibrated by hand, and zoom knows only the file&apos;s millimetres.</translation>
    </message>
    <message>
        <source>True size: this view lies across monitors whose pixels differ in size, or of which one was not measured.</source>
        <translation>True size: this view lies across monitors whose pixels differ in size, or of which one was not measured.</translation>
    </message>
    <message>
        <source>The file brings only %1 windows.</source>
        <translation>The file brings only %1 windows.</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>window</source>
        <translation>window</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>pan</translation>
    </message>
    <message>
        <source>Window, zoom and pan are each view&apos;s own.</source>
        <translation>Window, zoom and pan are each view&apos;s own.</translation>
    </message>
    <message>
        <source>Views go along in: %1.</source>
        <translation>Views go along in: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Views go to the slice of the 3D cursor.</source>
        <translation>Views go to the slice of the 3D cursor.</translation>
    </message>
    <message>
        <source>Views stay at their slice when the 3D cursor is set.</source>
        <translation>Views stay at their slice when the 3D cursor is set.</translation>
    </message>
    <message>
        <source>No other series of this patient is open that could be laid over these images.</source>
        <translation>No other series of this patient is open that could be laid over these images.</translation>
    </message>
    <message>
        <source>No other series lies over these images.</source>
        <translation>No other series lies over these images.</translation>
    </message>
    <message>
        <source>No series can be laid over these images. %1</source>
        <translation>No series can be laid over these images. %1</translation>
    </message>
    <message>
        <source>No 3D cursor is set.</source>
        <translation>No 3D cursor is set.</translation>
    </message>
    <message>
        <source>The series that lies over these images is no PET.</source>
        <translation>The series that lies over these images is no PET.</translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>Path length</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Diameter</translation>
    </message>
    <message>
        <source>Long Axis</source>
        <translation>Long Axis</translation>
    </message>
    <message>
        <source>Short Axis</source>
        <translation>Short Axis</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>Perimeter</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>Standard Deviation</source>
        <translation>Standard Deviation</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Attenuation Coefficient</source>
        <translation>Attenuation Coefficient</translation>
    </message>
    <message>
        <source>Pixel value</source>
        <translation>Pixel value</translation>
    </message>
    <message>
        <source>Signal Intensity</source>
        <translation>Signal Intensity</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>Velocity</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>Tissue</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>Anatomical Structure</source>
        <translation>Anatomical Structure</translation>
    </message>
    <message>
        <source>Morphologically Altered Structure</source>
        <translation>Morphologically Altered Structure</translation>
    </message>
    <message>
        <source>Morphologically Abnormal Structure</source>
        <translation>Morphologically Abnormal Structure</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Lesion</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Mass</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>Nodule</translation>
    </message>
    <message>
        <source>Neoplasm</source>
        <translation>Neoplasm</translation>
    </message>
    <message>
        <source>Neoplasm, Primary</source>
        <translation>Neoplasm, Primary</translation>
    </message>
    <message>
        <source>Neoplasm, Secondary</source>
        <translation>Neoplasm, Secondary</translation>
    </message>
    <message>
        <source>Cyst</source>
        <translation>Cyst</translation>
    </message>
    <message>
        <source>Hemorrhage</source>
        <translation>Hemorrhage</translation>
    </message>
    <message>
        <source>Edema</source>
        <translation>Edema</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lung</translation>
    </message>
    <message>
        <source>Left Lung</source>
        <translation>Left Lung</translation>
    </message>
    <message>
        <source>Right Lung</source>
        <translation>Right Lung</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Liver</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>Kidney</translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation>Spleen</translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation>Pancreas</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Heart</translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation>Aorta</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Brain</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Bone</translation>
    </message>
    <message>
        <source>Artery</source>
        <translation>Artery</translation>
    </message>
    <message>
        <source>Vein</source>
        <translation>Vein</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>Spinal cord</translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation>Urinary bladder</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>Prostate</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>Breast</translation>
    </message>
    <message>
        <source>Lymph node</source>
        <translation>Lymph node</translation>
    </message>
    <message>
        <source>External</source>
        <translation>External</translation>
    </message>
    <message>
        <source>Avoidance</source>
        <translation>Avoidance</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Bolus</source>
        <translation>Bolus</translation>
    </message>
    <message>
        <source>Of Interest</source>
        <translation>Of Interest</translation>
    </message>
    <message>
        <source>Rejected for Quality Reasons</source>
        <translation>Rejected for Quality Reasons</translation>
    </message>
    <message>
        <source>For Referring Provider</source>
        <translation>For Referring Provider</translation>
    </message>
    <message>
        <source>For Surgery</source>
        <translation>For Surgery</translation>
    </message>
    <message>
        <source>For Teaching</source>
        <translation>For Teaching</translation>
    </message>
    <message>
        <source>For Conference</source>
        <translation>For Conference</translation>
    </message>
    <message>
        <source>For Therapy</source>
        <translation>For Therapy</translation>
    </message>
    <message>
        <source>For Patient</source>
        <translation>For Patient</translation>
    </message>
    <message>
        <source>For Peer Review</source>
        <translation>For Peer Review</translation>
    </message>
    <message>
        <source>For Research</source>
        <translation>For Research</translation>
    </message>
    <message>
        <source>Quality Issue</source>
        <translation>Quality Issue</translation>
    </message>
    <message>
        <source>For Report Attachment</source>
        <translation>For Report Attachment</translation>
    </message>
    <message>
        <source>Imaging Measurement Report</source>
        <translation>Imaging Measurement Report</translation>
    </message>
    <message>
        <source>Imaging Report</source>
        <translation>Imaging Report</translation>
    </message>
    <message>
        <source>Diagnostic Imaging Report</source>
        <translation>Diagnostic Imaging Report</translation>
    </message>
    <message>
        <source>Radiology Report</source>
        <translation>Radiology Report</translation>
    </message>
    <message>
        <source>X-Ray Radiation Dose Report</source>
        <translation>X-Ray Radiation Dose Report</translation>
    </message>
    <message>
        <source>Mammography CAD Report</source>
        <translation>Mammography CAD Report</translation>
    </message>
    <message>
        <source>Chest CAD Report</source>
        <translation>Chest CAD Report</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Left button</source>
        <translation>Left button</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>Cine</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Slice</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Window and zoom</source>
        <translation>Window and zoom</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>Pixel spacing</translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation>Slice thickness</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Slab</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>Enhance</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
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
        <translation>Split and put together</translation>
    </message>
    <message>
        <source>Put together with</source>
        <translation>Put together with</translation>
    </message>
    <message>
        <source>Measure and mark</source>
        <translation>Measure and mark</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
    <message>
        <source>Fuse with</source>
        <translation>Fuse with</translation>
    </message>
    <message>
        <source>Views together</source>
        <translation>Views together</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>SUV</translation>
    </message>
    <message>
        <source>Of the file: %1</source>
        <extracomment>%1: what the file calls one of its windows or tables of grey values (&quot;LUNG&quot;)</extracomment>
        <translation>Of the file: %1</translation>
    </message>
    <message>
        <source>This mark</source>
        <translation>This mark</translation>
    </message>
    <message>
        <source>Zoom, turn and mirror</source>
        <translation>Zoom, turn and mirror</translation>
    </message>
    <message>
        <source>Marks and key images</source>
        <translation>Marks and key images</translation>
    </message>
    <message>
        <source>About the image</source>
        <translation>About the image</translation>
    </message>
</context>
<context>
    <name>DataIssue</name>
    <message>
        <source>Slices are missing.</source>
        <translation>Slices are missing.</translation>
    </message>
    <message>
        <source>Findings in the gap cannot be seen; measurements across it are not reliable.</source>
        <translation>Findings in the gap cannot be seen; measurements across it are not reliable.</translation>
    </message>
    <message>
        <source>Several images lie at the same position.</source>
        <translation>Several images lie at the same position.</translation>
    </message>
    <message>
        <source>They follow one another; the number of slices is not the number of positions.</source>
        <translation>They follow one another; the number of slices is not the number of positions.</translation>
    </message>
    <message>
        <source>The slices are not evenly spaced.</source>
        <translation>The slices are not evenly spaced.</translation>
    </message>
    <message>
        <source>Scrolling does not move by equal distances.</source>
        <translation>Scrolling does not move by equal distances.</translation>
    </message>
    <message>
        <source>The images have different orientations.</source>
        <translation>The images have different orientations.</translation>
    </message>
    <message>
        <source>They do not form one volume: no reconstruction is made from all of them.</source>
        <translation>They do not form one volume: no reconstruction is made from all of them.</translation>
    </message>
    <message>
        <source>The images belong to different frames of reference.</source>
        <translation>The images belong to different frames of reference.</translation>
    </message>
    <message>
        <source>Positions in one part cannot be compared with those in another.</source>
        <translation>Positions in one part cannot be compared with those in another.</translation>
    </message>
    <message>
        <source>The orientation in the patient is not known.</source>
        <translation>The orientation in the patient is not known.</translation>
    </message>
    <message>
        <source>No orientation letters are shown: left and right cannot be told from the data.</source>
        <translation>No orientation letters are shown: left and right cannot be told from the data.</translation>
    </message>
    <message>
        <source>The image has no scale.</source>
        <translation>The image has no scale.</translation>
    </message>
    <message>
        <source>Lengths are given in pixels, not in millimetres.</source>
        <translation>Lengths are given in pixels, not in millimetres.</translation>
    </message>
    <message>
        <source>The gantry was tilted.</source>
        <translation>The gantry was tilted.</translation>
    </message>
    <message>
        <source>Each slice is shifted against the one before.</source>
        <translation>Each slice is shifted against the one before.</translation>
    </message>
    <message>
        <source>A window setting in the file is not valid.</source>
        <translation>A window setting in the file is not valid.</translation>
    </message>
    <message>
        <source>It is not used; brightness and contrast may differ from what was intended.</source>
        <translation>It is not used; brightness and contrast may differ from what was intended.</translation>
    </message>
    <message>
        <source>A scale in the file is not valid.</source>
        <translation>A scale in the file is not valid.</translation>
    </message>
    <message>
        <source>It is not used for measurements.</source>
        <translation>It is not used for measurements.</translation>
    </message>
    <message>
        <source>The padding value in the file is not valid.</source>
        <translation>The padding value in the file is not valid.</translation>
    </message>
    <message>
        <source>Pixels outside the scanned area may count as image.</source>
        <translation>Pixels outside the scanned area may count as image.</translation>
    </message>
    <message>
        <source>Only images of one patient are shown together. Check the identity before reading.</source>
        <translation>Only images of one patient are shown together. Check the identity before reading.</translation>
    </message>
    <message>
        <source>It was decoded by its content. Check the patient&apos;s name.</source>
        <translation>It was decoded by its content. Check the patient&apos;s name.</translation>
    </message>
    <message>
        <source>The file was not written correctly.</source>
        <translation>The file was not written correctly.</translation>
    </message>
    <message>
        <source>%1 (at slice %2)</source>
        <translation>%1 (at slice %2)</translation>
    </message>
    <message>
        <source>%1 (slices %2 to %3)</source>
        <translation>%1 (slices %2 to %3)</translation>
    </message>
    <message>
        <source>Slices are missing: %1 between slices %2 and %3.</source>
        <translation>Slices are missing: %1 between slices %2 and %3.</translation>
    </message>
    <message>
        <source>The series is stored %1 times.</source>
        <translation>The series is stored %1 times.</translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°.</source>
        <translation>The gantry was tilted by %1°.</translation>
    </message>
    <message>
        <source>The images have %1 different orientations.</source>
        <translation>The images have %1 different orientations.</translation>
    </message>
    <message>
        <source>The images belong to %1 different frames of reference.</source>
        <translation>The images belong to %1 different frames of reference.</translation>
    </message>
    <message>
        <source>Findings in the gap of %1 mm cannot be seen; measurements across it are not reliable.</source>
        <translation>Findings in the gap of %1 mm cannot be seen; measurements across it are not reliable.</translation>
    </message>
    <message>
        <source>Each copy is a stack of its own; nothing in the files tells them apart.</source>
        <translation>Each copy is a stack of its own; nothing in the files tells them apart.</translation>
    </message>
    <message>
        <source>They follow one another; there are %1 more images than positions.</source>
        <translation>They follow one another; there are %1 more images than positions.</translation>
    </message>
    <message>
        <source>Scrolling moves by %1 to %2 mm, not by equal distances.</source>
        <translation>Scrolling moves by %1 to %2 mm, not by equal distances.</translation>
    </message>
    <message>
        <source>The positions of the images are not known.</source>
        <translation>The positions of the images are not known.</translation>
    </message>
    <message>
        <source>They are in the order of their numbers; distances between them are not known.</source>
        <translation>They are in the order of their numbers; distances between them are not known.</translation>
    </message>
    <message>
        <source>Drawings that belong over the image cannot be shown.</source>
        <translation>Drawings that belong over the image cannot be shown.</translation>
    </message>
    <message>
        <source>They may mark findings or name the side.</source>
        <translation>They may mark findings or name the side.</translation>
    </message>
    <message>
        <source>It was read as the repair says; check what depends on it.</source>
        <translation>It was read as the repair says; check what depends on it.</translation>
    </message>
    <message>
        <source>Parts of the image have scales of their own, or none.</source>
        <translation>Parts of the image have scales of their own, or none.</translation>
    </message>
    <message>
        <source>Lengths in millimetres hold within one part; elsewhere they are in pixels.</source>
        <translation>Lengths in millimetres hold within one part; elsewhere they are in pixels.</translation>
    </message>
    <message>
        <source>The colour profile of the image cannot be used.</source>
        <translation>The colour profile of the image cannot be used.</translation>
    </message>
    <message>
        <source>Colours are shown as stored and may differ from what was intended.</source>
        <translation>Colours are shown as stored and may differ from what was intended.</translation>
    </message>
    <message>
        <source>The video does not have as many frames as its header says.</source>
        <translation>The video does not have as many frames as its header says.</translation>
    </message>
    <message>
        <source>What is missing or too much cannot be seen.</source>
        <translation>What is missing or too much cannot be seen.</translation>
    </message>
    <message>
        <source>The stack was made by hand.</source>
        <translation>The stack was made by hand.</translation>
    </message>
    <message>
        <source>A reader has split series or put them together; the files are as they were.</source>
        <translation>A reader has split series or put them together; the files are as they were.</translation>
    </message>
    <message>
        <source>The series was not arranged as it was asked for by hand.</source>
        <translation>The series was not arranged as it was asked for by hand.</translation>
    </message>
    <message>
        <source>What cannot be one stack stays apart; the images are shown as they are stored.</source>
        <translation>What cannot be one stack stays apart; the images are shown as they are stored.</translation>
    </message>
    <message>
        <source>Text was read in another character set than it was written in.</source>
        <translation>Text was read in another character set than it was written in.</translation>
    </message>
    <message>
        <source>Each series bears the name in its own files. Check the identity before reading.</source>
        <translation>Each series bears the name in its own files. Check the identity before reading.</translation>
    </message>
    <message>
        <source>They are not shown. Check whose study this is before reading.</source>
        <translation>They are not shown. Check whose study this is before reading.</translation>
    </message>
    <message>
        <source>Age, birth date and date of the study contradict each other.</source>
        <translation>Age, birth date and date of the study contradict each other.</translation>
    </message>
    <message>
        <source>One of them is wrong, or the study is another patient&apos;s. Check the identity before reading.</source>
        <translation>One of them is wrong, or the study is another patient&apos;s. Check the identity before reading.</translation>
    </message>
    <message>
        <source>Different patients in this series.</source>
        <translation>Different patients in this series.</translation>
    </message>
    <message>
        <source>Another series&apos; objects came with this one.</source>
        <translation>Another series&apos; objects came with this one.</translation>
    </message>
    <message>
        <source>They are not shown. Check whose images these are before reading.</source>
        <translation>They are not shown. Check whose images these are before reading.</translation>
    </message>
    <message>
        <source>Another patient&apos;s objects, or nobody&apos;s, in this study: %1.</source>
        <translation>Another patient&apos;s objects, or nobody&apos;s, in this study: %1.</translation>
    </message>
    <message>
        <source>Another study&apos;s objects came with this series: %1.</source>
        <translation>Another study&apos;s objects came with this series: %1.</translation>
    </message>
    <message>
        <source>%1 different patients in this study.</source>
        <translation>%1 different patients in this study.</translation>
    </message>
    <message>
        <source>%1 different patients in this series.</source>
        <translation>%1 different patients in this series.</translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used.</source>
        <translation>The times of the frames in the file cannot be used.</translation>
    </message>
    <message>
        <source>Played, it may be faster or slower than what was recorded.</source>
        <translation>Played, it may be faster or slower than what was recorded.</translation>
    </message>
    <message>
        <source>Parts of outlines could not be read.</source>
        <translation>Parts of outlines could not be read.</translation>
    </message>
    <message>
        <source>They are not drawn: where nothing is outlined, something may be.</source>
        <translation>They are not drawn: where nothing is outlined, something may be.</translation>
    </message>
    <message>
        <source>Outlines have another number of points than they say.</source>
        <translation>Outlines have another number of points than they say.</translation>
    </message>
    <message>
        <source>They are drawn as they were read; something of them may be missing.</source>
        <translation>They are drawn as they were read; something of them may be missing.</translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used: %1 frames/s instead.</source>
        <translation>The times of the frames in the file cannot be used: %1 frames/s instead.</translation>
    </message>
    <message>
        <source>Parts of outlines that could not be read: %1.</source>
        <translation>Parts of outlines that could not be read: %1.</translation>
    </message>
    <message>
        <source>Outlines that have another number of points than they say: %1.</source>
        <translation>Outlines that have another number of points than they say: %1.</translation>
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
    <message>
        <source>Something of a saved object is not shown.</source>
        <translation>Something of a saved object is not shown.</translation>
    </message>
    <message>
        <source>Marks, views or key images that others have saved may be missing here.</source>
        <translation>Marks, views or key images that others have saved may be missing here.</translation>
    </message>
</context>
<context>
    <name>DataSet</name>
    <message>
        <source>phase %1</source>
        <translation>phase %1</translation>
    </message>
    <message>
        <source>orientation %1</source>
        <translation>orientation %1</translation>
    </message>
    <message>
        <source>temporal position %1</source>
        <translation>temporal position %1</translation>
    </message>
    <message>
        <source>acquisition %1</source>
        <translation>acquisition %1</translation>
    </message>
    <message>
        <source>echo %1</source>
        <translation>echo %1</translation>
    </message>
    <message>
        <source>image type %1</source>
        <translation>image type %1</translation>
    </message>
    <message>
        <source>without position</source>
        <translation>without position</translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation>patient %1</translation>
    </message>
    <message>
        <source>frame of reference %1</source>
        <translation>frame of reference %1</translation>
    </message>
    <message>
        <source>matrix %1</source>
        <translation>matrix %1</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>copy %1</translation>
    </message>
    <message>
        <source>localizer</source>
        <translation>localizer</translation>
    </message>
    <message>
        <source>other orientation</source>
        <translation>other orientation</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>clip %1</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>object %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>segment %1</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>no segment</translation>
    </message>
    <message>
        <source>One of the series has no images yet.</source>
        <translation>One of the series has no images yet.</translation>
    </message>
    <message>
        <source>Segmentations are never split or put together.</source>
        <translation>Segmentations are never split or put together.</translation>
    </message>
    <message>
        <source>Series of different studies are never put together.</source>
        <translation>Series of different studies are never put together.</translation>
    </message>
    <message>
        <source>Series of different patients are never put together.</source>
        <translation>Series of different patients are never put together.</translation>
    </message>
    <message>
        <source>Series that share no frame of reference are never put together.</source>
        <translation>Series that share no frame of reference are never put together.</translation>
    </message>
    <message>
        <source>Series of different modalities are never put together.</source>
        <translation>Series of different modalities are never put together.</translation>
    </message>
    <message>
        <source>Series whose pixel values mean different things are never put together.</source>
        <translation>Series whose pixel values mean different things are never put together.</translation>
    </message>
    <message>
        <source>Series whose images do not lie parallel are never put together.</source>
        <translation>Series whose images do not lie parallel are never put together.</translation>
    </message>
    <message>
        <source>by hand, part %1</source>
        <translation>by hand, part %1</translation>
    </message>
    <message>
        <source>put together by hand</source>
        <translation>put together by hand</translation>
    </message>
    <message>
        <source>by hand, the rest</source>
        <translation>by hand, the rest</translation>
    </message>
    <message>
        <source>unknown phase</source>
        <translation>unknown phase</translation>
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
        <translation>Key images</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF document</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>ECG</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curves</translation>
    </message>
    <message>
        <source>Clinical document</source>
        <translation>Clinical document</translation>
    </message>
    <message>
        <source>Structured report</source>
        <translation>Structured report</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>preliminary</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partial</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>not verified</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Presentation state</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation>A value is not allowed.</translation>
    </message>
    <message>
        <source>It no longer exists there.</source>
        <translation>It no longer exists there.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>The file cannot be read.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>This is not a DICOM file.</translation>
    </message>
    <message>
        <source>The DICOM file ends too early.</source>
        <translation>The DICOM file ends too early.</translation>
    </message>
    <message>
        <source>The DICOM file contradicts itself.</source>
        <translation>The DICOM file contradicts itself.</translation>
    </message>
    <message>
        <source>The object contains no image.</source>
        <translation>The object contains no image.</translation>
    </message>
    <message>
        <source>This kind of image compression is not supported.</source>
        <translation>This kind of image compression is not supported.</translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation>This kind of image is not supported.</translation>
    </message>
    <message>
        <source>The image data are damaged.</source>
        <translation>The image data are damaged.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>There is not enough memory.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>The archive cannot be reached.</translation>
    </message>
    <message>
        <source>The archive does not answer.</source>
        <translation>The archive does not answer.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not trusted.</source>
        <translation>The archive&apos;s certificate is not trusted.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>The connection was lost.</translation>
    </message>
    <message>
        <source>The archive does not accept the user name or password.</source>
        <translation>The archive does not accept the user name or password.</translation>
    </message>
    <message>
        <source>The archive does not permit this.</source>
        <translation>The archive does not permit this.</translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation>The archive is overloaded.</translation>
    </message>
    <message>
        <source>The archive reports an internal error.</source>
        <translation>The archive reports an internal error.</translation>
    </message>
    <message>
        <source>The archive&apos;s answer cannot be understood.</source>
        <translation>The archive&apos;s answer cannot be understood.</translation>
    </message>
    <message>
        <source>You are not permitted to do this.</source>
        <translation>You are not permitted to do this.</translation>
    </message>
    <message>
        <source>Somebody else has changed it in the meantime.</source>
        <translation>Somebody else has changed it in the meantime.</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>This is not supported.</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>An internal error occurred.</translation>
    </message>
    <message>
        <source>The image could not be decoded: its data stopped the decoder.</source>
        <translation>The image could not be decoded: its data stopped the decoder.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The address does not lead to a DICOMweb service.</source>
        <translation>The address does not lead to a DICOMweb service.</translation>
    </message>
    <message>
        <source>The keychain of this computer has not been unlocked yet.</source>
        <translation>The keychain of this computer has not been unlocked yet.</translation>
    </message>
    <message>
        <source>whole-slide image</source>
        <translation>whole-slide image</translation>
    </message>
    <message>
        <source>sound recording</source>
        <translation>sound recording</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>ECG</translation>
    </message>
    <message>
        <source>waveform</source>
        <translation>waveform</translation>
    </message>
    <message>
        <source>presentation state</source>
        <translation>presentation state</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>registration</translation>
    </message>
    <message>
        <source>raw data</source>
        <translation>raw data</translation>
    </message>
    <message>
        <source>value mapping</source>
        <translation>value mapping</translation>
    </message>
    <message>
        <source>key image note</source>
        <translation>key image note</translation>
    </message>
    <message>
        <source>structured report</source>
        <translation>structured report</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF document</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>radiotherapy structures</source>
        <translation>radiotherapy structures</translation>
    </message>
    <message>
        <source>radiotherapy plan</source>
        <translation>radiotherapy plan</translation>
    </message>
    <message>
        <source>The archive wants a sign-in, and none is set.</source>
        <translation>The archive wants a sign-in, and none is set.</translation>
    </message>
    <message>
        <source>The archive does not accept the token.</source>
        <translation>The archive does not accept the token.</translation>
    </message>
    <message>
        <source>The compressed data set of the DICOM file is damaged.</source>
        <translation>The compressed data set of the DICOM file is damaged.</translation>
    </message>
    <message>
        <source>waveform of kind MB</source>
        <translation>waveform of kind MB</translation>
    </message>
    <message>
        <source>waveform of kind AB</source>
        <translation>waveform of kind AB</translation>
    </message>
    <message>
        <source>Videos (%1) cannot be shown: the program ffmpeg is not installed (package &quot;ffmpeg&quot;).</source>
        <translation>Videos (%1) cannot be shown: the program ffmpeg is not installed (package &quot;ffmpeg&quot;).</translation>
    </message>
    <message>
        <source>surface segmentation</source>
        <translation>surface segmentation</translation>
    </message>
    <message>
        <source>label map segmentation</source>
        <translation>label map segmentation</translation>
    </message>
    <message>
        <source>waveform that is too long</source>
        <translation>waveform that is too long</translation>
    </message>
    <message>
        <source>document with an encoded body</source>
        <translation>document with an encoded body</translation>
    </message>
    <message>
        <source>document without text</source>
        <translation>document without text</translation>
    </message>
    <message>
        <source>The archive does not offer this in a form that can be read.</source>
        <translation>The archive does not offer this in a form that can be read.</translation>
    </message>
    <message>
        <source>Another open study has a series of the same Series Instance UID: only one of them can be shown. This one comes when the other study is closed.</source>
        <translation>Another open study has a series of the same Series Instance UID: only one of them can be shown. This one comes when the other study is closed.</translation>
    </message>
    <message>
        <source>Another open study has images of the same SOP Instance UIDs: shown side by side they could be mistaken for one another. These come when the other study is closed.</source>
        <translation>Another open study has images of the same SOP Instance UIDs: shown side by side they could be mistaken for one another. These come when the other study is closed.</translation>
    </message>
    <message>
        <source>The images name another patient than their study: they are not shown.</source>
        <translation>The images name another patient than their study: they are not shown.</translation>
    </message>
    <message>
        <source>The images name no patient, where others of the study do: they are not shown.</source>
        <translation>The images name no patient, where others of the study do: they are not shown.</translation>
    </message>
    <message>
        <source>A study of another patient with the same Study Instance UID is open. Close that one first.</source>
        <translation>A study of another patient with the same Study Instance UID is open. Close that one first.</translation>
    </message>
    <message>
        <source>The archive sent objects of another study: they are not shown.</source>
        <translation>The archive sent objects of another study: they are not shown.</translation>
    </message>
    <message>
        <source>The archive sent objects of another series: they are not shown.</source>
        <translation>The archive sent objects of another series: they are not shown.</translation>
    </message>
    <message>
        <source>The archive sent another object than the one asked for: it is not shown.</source>
        <translation>The archive sent another object than the one asked for: it is not shown.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>The file is damaged: it has no DICOM content.</source>
        <translation>The file is damaged: it has no DICOM content.</translation>
    </message>
    <message>
        <source>This is no file but a pipe, a socket or a device: it is not opened.</source>
        <translation>This is no file but a pipe, a socket or a device: it is not opened.</translation>
    </message>
    <message>
        <source>No longer in the archive.</source>
        <translation>No longer in the archive.</translation>
    </message>
    <message>
        <source>The archive no longer has this series.</source>
        <translation>The archive no longer has this series.</translation>
    </message>
    <message>
        <source>The archive has nothing of this study.</source>
        <translation>The archive has nothing of this study.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate has expired.</source>
        <translation>The archive&apos;s certificate has expired.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not valid yet.</source>
        <translation>The archive&apos;s certificate is not valid yet.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is for another address.</source>
        <translation>The archive&apos;s certificate is for another address.</translation>
    </message>
    <message>
        <source>The archive has signed its certificate itself: it is not trusted.</source>
        <translation>The archive has signed its certificate itself: it is not trusted.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate comes from an authority that this computer does not know.</source>
        <translation>The archive&apos;s certificate comes from an authority that this computer does not know.</translation>
    </message>
    <message>
        <source>The server does not speak TLS at this address.</source>
        <translation>The server does not speak TLS at this address.</translation>
    </message>
    <message>
        <source>No encrypted connection to the archive could be agreed on.</source>
        <translation>No encrypted connection to the archive could be agreed on.</translation>
    </message>
    <message>
        <source>The archive does not accept the question.</source>
        <translation>The archive does not accept the question.</translation>
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
        <translation>The archive could not give this image.</translation>
    </message>
    <message>
        <source>The archive could not give this series.</source>
        <translation>The archive could not give this series.</translation>
    </message>
    <message>
        <source>The proxy of this network does not answer: the archive was not asked.</source>
        <translation>The proxy of this network does not answer: the archive was not asked.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a sign-in: the archive was not asked.</source>
        <translation>The proxy of this network wants a sign-in: the archive was not asked.</translation>
    </message>
    <message>
        <source>The proxy of this network lets nothing through to the archive.</source>
        <translation>The proxy of this network lets nothing through to the archive.</translation>
    </message>
    <message>
        <source>The proxy of this network does not reach the archive.</source>
        <translation>The proxy of this network does not reach the archive.</translation>
    </message>
    <message>
        <source>The archive did not give a table that the image needs.</source>
        <translation>The archive did not give a table that the image needs.</translation>
    </message>
    <message>
        <source>The folder could not be listed to its end: files that lie in it may be missing.</source>
        <translation>The folder could not be listed to its end: files that lie in it may be missing.</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer version of this program. It was left as it is.</source>
        <translation>What is kept on this computer was written by a newer version of this program. It was left as it is.</translation>
    </message>
    <message>
        <source>What is kept on this computer does not open with the key in the keychain. It was left as it is.</source>
        <translation>What is kept on this computer does not open with the key in the keychain. It was left as it is.</translation>
    </message>
    <message>
        <source>What is kept on this computer is in use: this program is already running.</source>
        <translation>What is kept on this computer is in use: this program is already running.</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged.</source>
        <translation>What is kept on this computer is damaged.</translation>
    </message>
    <message>
        <source>The PDF document is damaged: it cannot be read.</source>
        <translation>The PDF document is damaged: it cannot be read.</translation>
    </message>
    <message>
        <source>The PDF document is locked with a password.</source>
        <translation>The PDF document is locked with a password.</translation>
    </message>
</context>
<context>
    <name>Fusion</name>
    <message>
        <source>the series is not there (yet)</source>
        <translation>the series is not there (yet)</translation>
    </message>
    <message>
        <source>it is the series that is shown</source>
        <translation>it is the series that is shown</translation>
    </message>
    <message>
        <source>images in colour</source>
        <translation>images in colour</translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation>place in the patient unknown</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>another frame of reference</translation>
    </message>
    <message>
        <source>its slices are not evenly spaced</source>
        <translation>its slices are not evenly spaced</translation>
    </message>
    <message>
        <source>its slices differ in size, spacing or unit</source>
        <translation>its slices differ in size, spacing or unit</translation>
    </message>
    <message>
        <source>more slices than fit into memory</source>
        <translation>more slices than fit into memory</translation>
    </message>
    <message>
        <source>Not fused with %1: %2</source>
        <translation>Not fused with %1: %2</translation>
    </message>
    <message>
        <source>Not fused with %1: a slab is shown</source>
        <translation>Not fused with %1: a slab is shown</translation>
    </message>
    <message>
        <source>Not fused with %1: no SUV, %2</source>
        <translation>Not fused with %1: no SUV, %2</translation>
    </message>
    <message>
        <source>Fused: %1</source>
        <translation>Fused: %1</translation>
    </message>
    <message>
        <source>does not reach this image</source>
        <translation>does not reach this image</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>on its way</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing</source>
        <translation>
            <numerusform>%n slice missing</numerusform>
            <numerusform>%n slices missing</numerusform>
        </translation>
    </message>
    <message>
        <source>window from %1 of %2 slices</source>
        <translation>window from %1 of %2 slices</translation>
    </message>
    <message>
        <source>another patient, or not confirmed as the same one</source>
        <translation>another patient, or not confirmed as the same one</translation>
    </message>
</context>
<context>
    <name>HangingConditions</name>
    <message>
        <source>Modality</source>
        <translation>Modality</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Body part</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Image type</source>
        <translation>Image type</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Plane</translation>
    </message>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>coronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>L: left, R: right, B: both. An image that does not say its side is not taken.</source>
        <translation>L: left, R: right, B: both. An image that does not say its side is not taken.</translation>
    </message>
    <message>
        <source>View Position, or the meaning of the View Code: CC, MLO, PA, AP, LAT … An image that does not say its view is not taken.</source>
        <translation>View Position, or the meaning of the View Code: CC, MLO, PA, AP, LAT … An image that does not say its view is not taken.</translation>
    </message>
    <message>
        <source>All of them are values of Image Type.</source>
        <translation>All of them are values of Image Type.</translation>
    </message>
    <message>
        <source>Series description</source>
        <translation>Series description</translation>
    </message>
    <message>
        <source>Which one, from the newest</source>
        <translation>Which one, from the newest</translation>
    </message>
    <message>
        <source>At most days old</source>
        <translation>At most days old</translation>
    </message>
    <message>
        <source>of the same modality</source>
        <translation>of the same modality</translation>
    </message>
    <message>
        <source>of the same body part</source>
        <translation>of the same body part</translation>
    </message>
    <message>
        <source>Earlier than the day</source>
        <translation>Earlier than the day</translation>
    </message>
    <message>
        <source>YYYYMMDD; empty: earlier than the current study.</source>
        <translation>YYYYMMDD; empty: earlier than the current study.</translation>
    </message>
    <message>
        <source>Images of the study</source>
        <translation>Images of the study</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitors</translation>
    </message>
    <message>
        <source>Prior study</source>
        <translation>Prior study</translation>
    </message>
    <message>
        <source>there or not</source>
        <translation>there or not</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>there is one</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>there is none</translation>
    </message>
    <message>
        <source>Study description</source>
        <translation>Study description</translation>
    </message>
    <message>
        <source>Series that must be there</source>
        <translation>Series that must be there</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Add a condition on a series</source>
        <translation>Add a condition on a series</translation>
    </message>
    <message>
        <source>Remove the condition on a series</source>
        <translation>Remove the condition on a series</translation>
    </message>
    <message>
        <source>How many fit</source>
        <translation>How many fit</translation>
    </message>
</context>
<context>
    <name>HangingDraft</name>
    <message>
        <source>Stage %1: %2</source>
        <translation>Stage %1: %2</translation>
    </message>
    <message>
        <source>Stage %1, view %2: %3</source>
        <translation>Stage %1, view %2: %3</translation>
    </message>
    <message>
        <source>Series condition %1: %2</source>
        <translation>Series condition %1: %2</translation>
    </message>
    <message>
        <source>The window has no centre or no width.</source>
        <translation>The window has no centre or no width.</translation>
    </message>
    <message>
        <source>The protocol has no name.</source>
        <translation>The protocol has no name.</translation>
    </message>
    <message>
        <source>No letter is chosen that it is aligned by.</source>
        <translation>No letter is chosen that it is aligned by.</translation>
    </message>
</context>
<context>
    <name>HangingFields</name>
    <message>
        <source>Several are separated by commas: one of them is enough.</source>
        <translation>Several are separated by commas: one of them is enough.</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>%1, at least</translation>
    </message>
    <message>
        <source>%1, at most</source>
        <translation>%1, at most</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>%1 contains</source>
        <translation>%1 contains</translation>
    </message>
    <message>
        <source>%1 does not contain</source>
        <translation>%1 does not contain</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 matches</translation>
    </message>
    <message>
        <source>Several are separated by commas: none of them may stand in it.</source>
        <translation>Several are separated by commas: none of them may stand in it.</translation>
    </message>
    <message>
        <source>A regular expression that matches somewhere in it. The case of letters never counts.</source>
        <translation>A regular expression that matches somewhere in it. The case of letters never counts.</translation>
    </message>
    <message>
        <source>but not</source>
        <translation>but not</translation>
    </message>
    <message>
        <source>matches pattern</source>
        <translation>matches pattern</translation>
    </message>
</context>
<context>
    <name>HangingNote</name>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>coronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>any series</source>
        <translation>any series</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: the study has no image for this place (%1)</source>
        <translation>Left empty by the hanging protocol: the study has no image for this place (%1)</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: not all series are described yet (%1)</source>
        <translation>Left empty by the hanging protocol: not all series are described yet (%1)</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: images that may belong here do not say their side, view, body part or plane (%1)</source>
        <translation>Left empty by the hanging protocol: images that may belong here do not say their side, view, body part or plane (%1)</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: there are fewer images of this kind (%1)</source>
        <translation>Left empty by the hanging protocol: there are fewer images of this kind (%1)</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: no earlier study that fits is open (%1)</source>
        <translation>Left empty by the hanging protocol: no earlier study that fits is open (%1)</translation>
    </message>
    <message>
        <source>not turned: it does not say how it lies in the patient as the protocol needs it</source>
        <translation>not turned: it does not say how it lies in the patient as the protocol needs it</translation>
    </message>
    <message>
        <source>chest wall not aligned: it does not say which breast it shows</source>
        <translation>chest wall not aligned: it does not say which breast it shows</translation>
    </message>
    <message>
        <source>chest wall not aligned: its view is not known</source>
        <translation>chest wall not aligned: its view is not known</translation>
    </message>
    <message>
        <source>fitted, not to scale: it has no spacing</source>
        <translation>fitted, not to scale: it has no spacing</translation>
    </message>
    <message>
        <source>fitted, not to one scale: the images are not calibrated in the same plane</source>
        <translation>fitted, not to one scale: the images are not calibrated in the same plane</translation>
    </message>
    <message>
        <source>fitted, not in true size: this monitor was not measured</source>
        <translation>fitted, not in true size: this monitor was not measured</translation>
    </message>
    <message>
        <source>window as the file says: its values are no Hounsfield units</source>
        <translation>window as the file says: its values are no Hounsfield units</translation>
    </message>
    <message>
        <source>first image: no key image is known</source>
        <translation>first image: no key image is known</translation>
    </message>
    <message>
        <source>views not linked: fewer than two of them say where they lie</source>
        <translation>views not linked: fewer than two of them say where they lie</translation>
    </message>
    <message>
        <source>fitted, not in true size: the view lies across monitors whose pixels differ in size, or of which one was not measured</source>
        <translation>fitted, not in true size: the view lies across monitors whose pixels differ in size, or of which one was not measured</translation>
    </message>
</context>
<context>
    <name>HangingProblem</name>
    <message>
        <source>an object { }</source>
        <translation>an object { }</translation>
    </message>
    <message>
        <source>a list [ ]</source>
        <translation>a list [ ]</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>a text in quotes</translation>
    </message>
    <message>
        <source>a text in quotes or a list of such texts</source>
        <translation>a text in quotes or a list of such texts</translation>
    </message>
    <message>
        <source>a text in quotes or an object { }</source>
        <translation>a text in quotes or an object { }</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>a number</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true or false</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>a value</translation>
    </message>
    <message>
        <source>a name in quotes</source>
        <translation>a name in quotes</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>a colon</translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation>a comma or ]</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>a comma or }</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>a closing quote</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>the end of the file</translation>
    </message>
    <message>
        <source>a date as YYYYMMDD</source>
        <translation>a date as YYYYMMDD</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>The file cannot be read: %1</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB: this is no hanging protocol.</source>
        <translation>The file is larger than 1 MiB: this is no hanging protocol.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>The file is not text in UTF-8.</translation>
    </message>
    <message>
        <source>Brackets are nested more than 32 deep.</source>
        <translation>Brackets are nested more than 32 deep.</translation>
    </message>
    <message>
        <source>The file ends here; expected is %1.</source>
        <translation>The file ends here; expected is %1.</translation>
    </message>
    <message>
        <source>Here stands %1; expected is %2.</source>
        <translation>Here stands %1; expected is %2.</translation>
    </message>
    <message>
        <source>After a backslash “%1” has no meaning; write \\ for the backslash itself.</source>
        <translation>After a backslash “%1” has no meaning; write \\ for the backslash itself.</translation>
    </message>
    <message>
        <source>A text in quotes ends on its own line and holds no control characters; expected is a closing quote.</source>
        <translation>A text in quotes ends on its own line and holds no control characters; expected is a closing quote.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” is no number.</translation>
    </message>
    <message>
        <source>The field “%1” stands here for the second time.</source>
        <translation>The field “%1” stands here for the second time.</translation>
    </message>
    <message>
        <source>There is no field “%1” here; there may be: %2.</source>
        <translation>There is no field “%1” here; there may be: %2.</translation>
    </message>
    <message>
        <source>The field “%1” is missing here.</source>
        <translation>The field “%1” is missing here.</translation>
    </message>
    <message>
        <source>The field “%1” must be %2.</source>
        <translation>The field “%1” must be %2.</translation>
    </message>
    <message>
        <source>“%1” is unknown here; there may be: %2.</source>
        <translation>“%1” is unknown here; there may be: %2.</translation>
    </message>
    <message>
        <source>%1 is out of range; expected is %2.</source>
        <translation>%1 is out of range; expected is %2.</translation>
    </message>
    <message>
        <source>“%1” and “%2” exclude one another: only one of them may stand here.</source>
        <translation>“%1” and “%2” exclude one another: only one of them may stand here.</translation>
    </message>
    <message>
        <source>“%1” has no meaning here without “%2”.</source>
        <translation>“%1” has no meaning here without “%2”.</translation>
    </message>
    <message>
        <source>“%1” is no regular expression (%2).</source>
        <translation>“%1” is no regular expression (%2).</translation>
    </message>
    <message>
        <source>The file is of format version %1; this program reads version 1.</source>
        <translation>The file is of format version %1; this program reads version 1.</translation>
    </message>
    <message>
        <source>Another file, %2, has the id “%1” already.</source>
        <translation>Another file, %2, has the id “%1” already.</translation>
    </message>
    <message>
        <source>All monitors of a stage must have the same number of rows.</source>
        <translation>All monitors of a stage must have the same number of rows.</translation>
    </message>
    <message>
        <source>The monitors of a stage have more than 8 columns together.</source>
        <translation>The monitors of a stage have more than 8 columns together.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Line %1, column %2: %3</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language of this file</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>“%1” asks for nothing here: leave it out, or write what has to hold.</source>
        <translation>“%1” asks for nothing here: leave it out, or write what has to hold.</translation>
    </message>
</context>
<context>
    <name>HangingWords</name>
    <message>
        <source>modality</source>
        <translation>modality</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>body part</translation>
    </message>
    <message>
        <source>study description</source>
        <translation>study description</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>number of images</translation>
    </message>
    <message>
        <source>number of monitors</source>
        <translation>number of monitors</translation>
    </message>
    <message>
        <source>prior study</source>
        <translation>prior study</translation>
    </message>
    <message>
        <source>series condition %1</source>
        <translation>series condition %1</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>coronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>without “%1”</translation>
    </message>
    <message numerus="yes">
        <source>from %n image(s)</source>
        <translation>
            <numerusform>from %n image</numerusform>
            <numerusform>from %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n image(s)</source>
        <translation>
            <numerusform>up to %n image</numerusform>
            <numerusform>up to %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>any series</source>
        <translation>any series</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>left empty</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1, number %2</translation>
    </message>
    <message>
        <source>Prior: %1</source>
        <translation>Prior: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>KeptObjectFlaw</name>
    <message>
        <source>A mark has coordinates that are not valid; it is not shown</source>
        <translation>A mark has coordinates that are not valid; it is not shown</translation>
    </message>
    <message>
        <source>A mark has a shape that is not known; it is not shown</source>
        <translation>A mark has a shape that is not known; it is not shown</translation>
    </message>
    <message>
        <source>A mark does not say on which image it lies; it is not shown</source>
        <translation>A mark does not say on which image it lies; it is not shown</translation>
    </message>
    <message>
        <source>A mark was made for several images; it is shown on the first of them only</source>
        <translation>A mark was made for several images; it is shown on the first of them only</translation>
    </message>
    <message>
        <source>An image is marked that the list of images in the file does not name</source>
        <translation>An image is marked that the list of images in the file does not name</translation>
    </message>
    <message>
        <source>The marks belong to another patient; they are not shown</source>
        <translation>The marks belong to another patient; they are not shown</translation>
    </message>
    <message>
        <source>A mark lies in another frame of reference than the images; it is not shown</source>
        <translation>A mark lies in another frame of reference than the images; it is not shown</translation>
    </message>
    <message>
        <source>A measured value is not a number; it is left out</source>
        <translation>A measured value is not a number; it is left out</translation>
    </message>
    <message>
        <source>A part of the file refers to another part that is not there; it is left out</source>
        <translation>A part of the file refers to another part that is not there; it is left out</translation>
    </message>
    <message>
        <source>A measurement says nothing; it is left out</source>
        <translation>A measurement says nothing; it is left out</translation>
    </message>
    <message>
        <source>The file has more parts than are read; the rest is missing</source>
        <translation>The file has more parts than are read; the rest is missing</translation>
    </message>
    <message>
        <source>A mark lies on a layer that the file does not describe</source>
        <translation>A mark lies on a layer that the file does not describe</translation>
    </message>
    <message>
        <source>A text does not say where it stands; it is not shown</source>
        <translation>A text does not say where it stands; it is not shown</translation>
    </message>
    <message>
        <source>The displayed area is not valid; it is not used</source>
        <translation>The displayed area is not valid; it is not used</translation>
    </message>
    <message>
        <source>A window or table of grey values is not valid; it is not used</source>
        <translation>A window or table of grey values is not valid; it is not used</translation>
    </message>
    <message>
        <source>The rotation is not a quarter turn; it is not used</source>
        <translation>The rotation is not a quarter turn; it is not used</translation>
    </message>
    <message>
        <source>The shutter of the saved view is not applied: more of the image is seen, not less</source>
        <translation>The shutter of the saved view is not applied: more of the image is seen, not less</translation>
    </message>
    <message>
        <source>Overlays of the saved view are not shown</source>
        <translation>Overlays of the saved view are not shown</translation>
    </message>
    <message>
        <source>The saved view subtracts a mask image, which is not done here</source>
        <translation>The saved view subtracts a mask image, which is not done here</translation>
    </message>
    <message>
        <source>A mark lies outside of its image; it is not shown</source>
        <translation>A mark lies outside of its image; it is not shown</translation>
    </message>
    <message>
        <source>A frame is named that the image does not have; the mark is not shown</source>
        <translation>A frame is named that the image does not have; the mark is not shown</translation>
    </message>
    <message>
        <source>An image that is marked is not here; the mark is not shown</source>
        <translation>An image that is marked is not here; the mark is not shown</translation>
    </message>
    <message>
        <source>A measurement does not say where in the image it was made; it stands in its report only</source>
        <translation>A measurement does not say where in the image it was made; it stands in its report only</translation>
    </message>
    <message>
        <source>A drawing or text lies at a place of the screen and not of the image; it is not shown</source>
        <translation>A drawing or text lies at a place of the screen and not of the image; it is not shown</translation>
    </message>
    <message>
        <source>An image of another study is marked; the mark is not shown</source>
        <translation>An image of another study is marked; the mark is not shown</translation>
    </message>
    <message>
        <source>A later version takes its place; this one is not shown</source>
        <translation>A later version takes its place; this one is not shown</translation>
    </message>
    <message>
        <source>A note says that it is not to be used; it is not shown</source>
        <translation>A note says that it is not to be used; it is not shown</translation>
    </message>
    <message>
        <source>There are more marks, or a mark has more points, than can be shown; these are left out</source>
        <translation>There are more marks, or a mark has more points, than can be shown; these are left out</translation>
    </message>
</context>
<context>
    <name>KeptObjects</name>
    <message>
        <source>Presentation state</source>
        <translation>Presentation state</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Key images</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Point at a mark of yours, or click on it, first.</source>
        <translation>Point at a mark of yours, or click on it, first.</translation>
    </message>
    <message>
        <source>The mark was copied.</source>
        <translation>The mark was copied.</translation>
    </message>
    <message>
        <source>Click on a mark to select it, then copy it.</source>
        <translation>Click on a mark to select it, then copy it.</translation>
    </message>
    <message>
        <source>No mark was copied.</source>
        <translation>No mark was copied.</translation>
    </message>
    <message>
        <source>No mark is seen on this image.</source>
        <translation>No mark is seen on this image.</translation>
    </message>
    <message>
        <source>The image of this mark is not in the study that is shown.</source>
        <translation>The image of this mark is not in the study that is shown.</translation>
    </message>
    <message>
        <source>A mark is taken away by whoever has drawn it.</source>
        <translation>A mark is taken away by whoever has drawn it.</translation>
    </message>
    <message>
        <source>Click on a mark to select it first.</source>
        <translation>Click on a mark to select it first.</translation>
    </message>
    <message>
        <source>Click on a region (ROI) to select it first.</source>
        <translation>Click on a region (ROI) to select it first.</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>Pixel value</source>
        <translation>Pixel value</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>Path length</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb angle</translation>
    </message>
    <message>
        <source>Open angle</source>
        <translation>Open angle</translation>
    </message>
    <message>
        <source>Long and short axis</source>
        <translation>Long and short axis</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Freehand region</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Circle</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Ruler</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Cardiothoracic ratio</translation>
    </message>
    <message>
        <source>Leg length and axis</source>
        <translation>Leg length and axis</translation>
    </message>
    <message>
        <source>Line pair</source>
        <translation>Line pair</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Key image</translation>
    </message>
    <message>
        <source>Of interest</source>
        <translation>Of interest</translation>
    </message>
    <message>
        <source>Rejected for quality reasons</source>
        <translation>Rejected for quality reasons</translation>
    </message>
    <message>
        <source>For the referring provider</source>
        <translation>For the referring provider</translation>
    </message>
    <message>
        <source>For surgery</source>
        <translation>For surgery</translation>
    </message>
    <message>
        <source>For teaching</source>
        <translation>For teaching</translation>
    </message>
    <message>
        <source>For a conference</source>
        <translation>For a conference</translation>
    </message>
    <message>
        <source>For therapy</source>
        <translation>For therapy</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>For the patient</translation>
    </message>
    <message>
        <source>For peer review</source>
        <translation>For peer review</translation>
    </message>
    <message>
        <source>For research</source>
        <translation>For research</translation>
    </message>
    <message>
        <source>Quality issue</source>
        <translation>Quality issue</translation>
    </message>
    <message>
        <source>For the report</source>
        <translation>For the report</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
</context>
<context>
    <name>MonitorArrangement</name>
    <message>
        <source>Monitor “%1” shows no images of its own: it is set up to show what another one shows.</source>
        <translation>Monitor “%1” shows no images of its own: it is set up to show what another one shows.</translation>
    </message>
</context>
<context>
    <name>MouseProfiles</name>
    <message>
        <source>PACS-like</source>
        <translation>PACS-like</translation>
    </message>
    <message>
        <source>OsiriX-like</source>
        <translation>OsiriX-like</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>Left scrolls through the stack, right sets the window, middle pans.</source>
        <translation>Left scrolls through the stack, right sets the window, middle pans.</translation>
    </message>
    <message>
        <source>Left sets the window, right zooms, middle pans; modifiers change what left does.</source>
        <translation>Left sets the window, right zooms, middle pans; modifiers change what left does.</translation>
    </message>
    <message>
        <source>Choose the tool for each button yourself.</source>
        <translation>Choose the tool for each button yourself.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The archive refuses the object and gives no reason.</source>
        <translation>The archive refuses the object and gives no reason.</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>To be sent</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>Being verified</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>In the archive</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Needs a decision</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>The archive has no room left for the object (%1).</source>
        <translation>The archive has no room left for the object (%1).</translation>
    </message>
    <message>
        <source>The archive says that the object is not what its kind demands (%1).</source>
        <translation>The archive says that the object is not what its kind demands (%1).</translation>
    </message>
    <message>
        <source>The archive does not take objects in this transfer syntax (%1).</source>
        <translation>The archive does not take objects in this transfer syntax (%1).</translation>
    </message>
    <message>
        <source>The archive failed while it stored the object (%1).</source>
        <translation>The archive failed while it stored the object (%1).</translation>
    </message>
    <message>
        <source>The archive says that it already has an object of this UID (%1).</source>
        <translation>The archive says that it already has an object of this UID (%1).</translation>
    </message>
    <message>
        <source>The archive does not take this kind of object (%1).</source>
        <translation>The archive does not take this kind of object (%1).</translation>
    </message>
    <message>
        <source>The archive knows the UID as an object of another kind (%1).</source>
        <translation>The archive knows the UID as an object of another kind (%1).</translation>
    </message>
    <message>
        <source>Whoever is signed in may not store in this archive (%1).</source>
        <translation>Whoever is signed in may not store in this archive (%1).</translation>
    </message>
    <message>
        <source>The archive finds an attribute of the object missing or wrong (%1).</source>
        <translation>The archive finds an attribute of the object missing or wrong (%1).</translation>
    </message>
    <message>
        <source>The archive cannot understand the object (%1).</source>
        <translation>The archive cannot understand the object (%1).</translation>
    </message>
    <message>
        <source>The archive refuses the object (%1).</source>
        <translation>The archive refuses the object (%1).</translation>
    </message>
    <message>
        <source>The archive wants a sign-in.</source>
        <translation>The archive wants a sign-in.</translation>
    </message>
    <message>
        <source>Whoever is signed in may not store in this archive.</source>
        <translation>Whoever is signed in may not store in this archive.</translation>
    </message>
    <message>
        <source>The archive is no longer among those in the settings.</source>
        <translation>The archive is no longer among those in the settings.</translation>
    </message>
    <message>
        <source>Nothing takes objects at the address of the archive.</source>
        <translation>Nothing takes objects at the address of the archive.</translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation>The archive is overloaded.</translation>
    </message>
    <message>
        <source>The archive has no room left.</source>
        <translation>The archive has no room left.</translation>
    </message>
    <message>
        <source>The archive said that it stored the object, but it does not have it.</source>
        <translation>The archive said that it stored the object, but it does not have it.</translation>
    </message>
    <message>
        <source>The object is larger than what the archive takes.</source>
        <translation>The object is larger than what the archive takes.</translation>
    </message>
    <message>
        <source>The archive does not take objects in this form.</source>
        <translation>The archive does not take objects in this form.</translation>
    </message>
    <message>
        <source>The archive does not accept the request.</source>
        <translation>The archive does not accept the request.</translation>
    </message>
    <message>
        <source>The archive has another object under the same UID: nothing was overwritten.</source>
        <translation>The archive has another object under the same UID: nothing was overwritten.</translation>
    </message>
    <message>
        <source>The archive has an object under the same UID and does not give it to be compared.</source>
        <translation>The archive has an object under the same UID and does not give it to be compared.</translation>
    </message>
    <message>
        <source>The archive cannot be asked whether it has the object.</source>
        <translation>The archive cannot be asked whether it has the object.</translation>
    </message>
    <message>
        <source>The copy of the object on this computer is damaged.</source>
        <translation>The copy of the object on this computer is damaged.</translation>
    </message>
    <message>
        <source>The store of this computer cannot be read or written: %1</source>
        <translation>The store of this computer cannot be read or written: %1</translation>
    </message>
    <message>
        <source>It refers to an object that was withdrawn.</source>
        <translation>It refers to an object that was withdrawn.</translation>
    </message>
    <message>
        <source>It refers to an object that needs a decision first.</source>
        <translation>It refers to an object that needs a decision first.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation>%1 Next try in %2.</translation>
    </message>
    <message>
        <source>%1 Tried %2 times.</source>
        <translation>%1 Tried %2 times.</translation>
    </message>
</context>
<context>
    <name>OutlineFlaw</name>
    <message>
        <source>The list of its points is not valid</source>
        <translation>The list of its points is not valid</translation>
    </message>
    <message>
        <source>The kind of outline is not known</source>
        <translation>The kind of outline is not known</translation>
    </message>
    <message>
        <source>It has too few points to enclose anything</source>
        <translation>It has too few points to enclose anything</translation>
    </message>
    <message>
        <source>Its pixels end before the image does</source>
        <translation>Its pixels end before the image does</translation>
    </message>
    <message>
        <source>The file does not say what it belongs to</source>
        <translation>The file does not say what it belongs to</translation>
    </message>
    <message>
        <source>The file does not say where it lies</source>
        <translation>The file does not say where it lies</translation>
    </message>
    <message>
        <source>It has another number of points than it says; it is drawn as it was read</source>
        <translation>It has another number of points than it says; it is drawn as it was read</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Another patient&apos;s image</source>
        <translation>Another patient&apos;s image</translation>
    </message>
    <message>
        <source>the image names another patient than the study · do not report</source>
        <translation>the image names another patient than the study · do not report</translation>
    </message>
    <message>
        <source>Image not available</source>
        <translation>Image not available</translation>
    </message>
    <message>
        <source>Image data damaged</source>
        <translation>Image data damaged</translation>
    </message>
    <message>
        <source>what is hatched is missing · not for diagnosis</source>
        <translation>what is hatched is missing · not for diagnosis</translation>
    </message>
    <message>
        <source>viewing only, not for signing</source>
        <translation>viewing only, not for signing</translation>
    </message>
    <message>
        <source>Reduced resolution 1:%1</source>
        <translation>Reduced resolution 1:%1</translation>
    </message>
    <message>
        <source>the full image is on its way</source>
        <translation>the full image is on its way</translation>
    </message>
    <message>
        <source>Partially loaded %1 %</source>
        <translation>Partially loaded %1 %</translation>
    </message>
    <message>
        <source>Series incomplete</source>
        <translation>Series incomplete</translation>
    </message>
    <message>
        <source>some images are missing or cannot be shown</source>
        <translation>some images are missing or cannot be shown</translation>
    </message>
    <message>
        <source>Lossy compression %1:1</source>
        <translation>Lossy compression %1:1</translation>
    </message>
    <message>
        <source>Lossy compression, ratio unknown</source>
        <translation>Lossy compression, ratio unknown</translation>
    </message>
    <message>
        <source>fine detail may be missing</source>
        <translation>fine detail may be missing</translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation>No patient name</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Series %1</translation>
    </message>
    <message>
        <source>Slice %1 / %2</source>
        <translation>Slice %1 / %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inverted</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 y</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 mo</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 wk</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>other sex</translation>
    </message>
    <message>
        <source>(detector plane)</source>
        <translation>(detector plane)</translation>
    </message>
    <message>
        <source>(calibrated)</source>
        <translation>(calibrated)</translation>
    </message>
    <message>
        <source>(magnification corrected)</source>
        <translation>(magnification corrected)</translation>
    </message>
    <message>
        <source>padding, no value</source>
        <translation>padding, no value</translation>
    </message>
    <message>
        <source>(stored %1)</source>
        <translation>(stored %1)</translation>
    </message>
    <message>
        <source>the others are missing or cannot be shown</source>
        <translation>the others are missing or cannot be shown</translation>
    </message>
    <message>
        <source>Frame %1 / %2</source>
        <translation>Frame %1 / %2</translation>
    </message>
    <message>
        <source>shutter</source>
        <translation>shutter</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Caution</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Danger</translation>
    </message>
    <message>
        <source>One slice, not a slab</source>
        <translation>One slice, not a slab</translation>
    </message>
    <message>
        <source>Partial slab: %1 of %2 slices</source>
        <translation>Partial slab: %1 of %2 slices</translation>
    </message>
    <message>
        <source>Slices %1–%2 / %3</source>
        <translation>Slices %1–%2 / %3</translation>
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
        <translation>true size</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>images in colour have no slab</source>
        <translation>images in colour have no slab</translation>
    </message>
    <message>
        <source>the images do not say where they lie, or there is only one</source>
        <translation>the images do not say where they lie, or there is only one</translation>
    </message>
    <message>
        <source>the neighbouring slices are not parallel</source>
        <translation>the neighbouring slices are not parallel</translation>
    </message>
    <message>
        <source>the steps between the slices are uneven here</source>
        <translation>the steps between the slices are uneven here</translation>
    </message>
    <message>
        <source>the slices are shifted against one another (tilted gantry)</source>
        <translation>the slices are shifted against one another (tilted gantry)</translation>
    </message>
    <message>
        <source>the neighbouring slices differ in size, spacing or unit</source>
        <translation>the neighbouring slices differ in size, spacing or unit</translation>
    </message>
    <message>
        <source>more slices than there is memory for</source>
        <translation>more slices than there is memory for</translation>
    </message>
    <message>
        <source>Sharpened %1</source>
        <translation>Sharpened %1</translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation>Smoothed %1</translation>
    </message>
    <message>
        <source>Edges %1</source>
        <translation>Edges %1</translation>
    </message>
    <message>
        <source>Local contrast %1</source>
        <translation>Local contrast %1</translation>
    </message>
    <message>
        <source>Hot Iron</source>
        <translation>Hot Iron</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Hot Metal Blue</source>
        <translation>Hot Metal Blue</translation>
    </message>
    <message>
        <source>PET 20 Step</source>
        <translation>PET 20 Step</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>Rainbow</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>the neighbouring slices belong to other frames of reference</source>
        <translation>the neighbouring slices belong to other frames of reference</translation>
    </message>
    <message>
        <source>Slab with gaps: slices of %1 mm every %2 mm</source>
        <translation>Slab with gaps: slices of %1 mm every %2 mm</translation>
    </message>
    <message>
        <source>what lies between them was not scanned</source>
        <translation>what lies between them was not scanned</translation>
    </message>
    <message>
        <source>Outlines are not drawn over a slab</source>
        <translation>Outlines are not drawn over a slab</translation>
    </message>
    <message>
        <source>they belong to one slice · switch the slab off to see them</source>
        <translation>they belong to one slice · switch the slab off to see them</translation>
    </message>
    <message>
        <source>Slab may lack slices</source>
        <translation>Slab may lack slices</translation>
    </message>
    <message>
        <source>not all images of the series are known</source>
        <translation>not all images of the series are known</translation>
    </message>
    <message>
        <source>with gaps</source>
        <translation>with gaps</translation>
    </message>
    <message>
        <source>images with values of 32 bits have no slab</source>
        <translation>images with values of 32 bits have no slab</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>Identity not confirmed</translation>
    </message>
    <message>
        <source>this may be another patient&apos;s study</source>
        <translation>this may be another patient&apos;s study</translation>
    </message>
    <message>
        <source>reaches beyond the images</source>
        <translation>reaches beyond the images</translation>
    </message>
    <message>
        <source>measured across uneven slice spacing</source>
        <translation>measured across uneven slice spacing</translation>
    </message>
    <message>
        <source>measured across missing slices</source>
        <translation>measured across missing slices</translation>
    </message>
    <message>
        <source>one end %1 mm outside this image</source>
        <translation>one end %1 mm outside this image</translation>
    </message>
    <message>
        <source>(as written in the file, plane not known)</source>
        <translation>(as written in the file, plane not known)</translation>
    </message>
    <message>
        <source>(on the scanned film)</source>
        <translation>(on the scanned film)</translation>
    </message>
    <message>
        <source>Only the segmentation is there</source>
        <translation>Only the segmentation is there</translation>
    </message>
    <message>
        <source>the others: %1</source>
        <translation>the others: %1</translation>
    </message>
    <message>
        <source>More images may come</source>
        <translation>More images may come</translation>
    </message>
    <message>
        <source>the images under it are missing · coloured areas, no tissue</source>
        <translation>the images under it are missing · coloured areas, no tissue</translation>
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
        <translation>parts could not be read and are not drawn · where no outline is, one may be missing</translation>
    </message>
    <message>
        <source>Outlines incomplete on this image: %1</source>
        <translation>Outlines incomplete on this image: %1</translation>
    </message>
    <message>
        <source>Outlines incomplete: %1</source>
        <translation>Outlines incomplete: %1</translation>
    </message>
    <message>
        <source>Outlines of this image may be incomplete: %1</source>
        <translation>Outlines of this image may be incomplete: %1</translation>
    </message>
    <message>
        <source>they have another number of points than they say</source>
        <translation>they have another number of points than they say</translation>
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
        <translation>reaches %1 mm outside this image</translation>
    </message>
    <message>
        <source>no angle: the axes have no common unit here</source>
        <translation>no angle: the axes have no common unit here</translation>
    </message>
    <message>
        <source>no SUV: %1</source>
        <translation>no SUV: %1</translation>
    </message>
    <message>
        <source>Cobb %1</source>
        <translation>Cobb %1</translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation>CTR %1</translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation>ratio %1</translation>
    </message>
    <message>
        <source>HKA %1</source>
        <translation>HKA %1</translation>
    </message>
    <message>
        <source>femur %1 · tibia %2 · leg %3</source>
        <translation>femur %1 · tibia %2 · leg %3</translation>
    </message>
    <message>
        <source>mean %1 · SD %2</source>
        <translation>mean %1 · SD %2</translation>
    </message>
    <message>
        <source>min %1 · max %2</source>
        <translation>min %1 · max %2</translation>
    </message>
    <message>
        <source>no pixel with a value</source>
        <translation>no pixel with a value</translation>
    </message>
    <message>
        <source>no centre of a pixel lies inside</source>
        <translation>no centre of a pixel lies inside</translation>
    </message>
    <message>
        <source>%1 mean %2 · max %3</source>
        <translation>%1 mean %2 · max %3</translation>
    </message>
    <message>
        <source>reaches beyond the image</source>
        <translation>reaches beyond the image</translation>
    </message>
    <message>
        <source>Colours in %1 of %2 bits</source>
        <translation>Colours in %1 of %2 bits</translation>
    </message>
    <message>
        <source>their finest steps are not shown</source>
        <translation>their finest steps are not shown</translation>
    </message>
    <message>
        <source>%1 of %2 bits</source>
        <translation>%1 of %2 bits</translation>
    </message>
    <message>
        <source>in the file: %1 %2</source>
        <extracomment>%1: what was measured, %2: the value with its unit, as the file states them</extracomment>
        <translation>in the file: %1 %2</translation>
    </message>
    <message>
        <source>no %1: %2</source>
        <translation>no %1: %2</translation>
    </message>
    <message>
        <source>by the file %1</source>
        <translation>by the file %1</translation>
    </message>
    <message>
        <source>too short to calibrate by: %1 px at least</source>
        <translation>too short to calibrate by: %1 px at least</translation>
    </message>
    <message>
        <source>this image has a scale of its own: the line calibrates nothing</source>
        <translation>this image has a scale of its own: the line calibrates nothing</translation>
    </message>
    <message>
        <source>contradicts another calibration of this image: neither holds</source>
        <translation>contradicts another calibration of this image: neither holds</translation>
    </message>
    <message>
        <source>no length: it leaves the region of the ultrasound image that it begins in</source>
        <translation>no length: it leaves the region of the ultrasound image that it begins in</translation>
    </message>
    <message>
        <source>no mm: this part of the ultrasound image gives no scale</source>
        <translation>no mm: this part of the ultrasound image gives no scale</translation>
    </message>
    <message>
        <source>(calibrated by hand)</source>
        <translation>(calibrated by hand)</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>Another patient</translation>
    </message>
    <message>
        <source>not to be compared with this tab&apos;s images</source>
        <translation>not to be compared with this tab&apos;s images</translation>
    </message>
    <message>
        <source>%1: not yet, being computed</source>
        <translation>%1: not yet, being computed</translation>
    </message>
    <message>
        <source>Fused %1: image data damaged</source>
        <translation>Fused %1: image data damaged</translation>
    </message>
    <message>
        <source>%1 lossy</source>
        <translation>%1 lossy</translation>
    </message>
    <message>
        <source>%1 lossy %2:1</source>
        <translation>%1 lossy %2:1</translation>
    </message>
    <message>
        <source>Fused %1: lossy compression %2:1</source>
        <translation>Fused %1: lossy compression %2:1</translation>
    </message>
    <message>
        <source>Fused %1: lossy compression, ratio unknown</source>
        <translation>Fused %1: lossy compression, ratio unknown</translation>
    </message>
    <message>
        <source>Fused %1: more images may come</source>
        <translation>Fused %1: more images may come</translation>
    </message>
    <message>
        <source>what is laid over may change with them</source>
        <translation>what is laid over may change with them</translation>
    </message>
    <message>
        <source>Fused %1: partially loaded %2 %</source>
        <translation>Fused %1: partially loaded %2 %</translation>
    </message>
    <message>
        <source>Fused %1: %2 of %3 slices of this plane are missing</source>
        <translation>Fused %1: %2 of %3 slices of this plane are missing</translation>
    </message>
    <message>
        <source>where they belong nothing is laid over the image</source>
        <translation>where they belong nothing is laid over the image</translation>
    </message>
    <message>
        <source>Fused %1: series incomplete: %2</source>
        <translation>Fused %1: series incomplete: %2</translation>
    </message>
    <message>
        <source>Fused %1: series incomplete</source>
        <translation>Fused %1: series incomplete</translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation>%1 incomplete</translation>
    </message>
    <message>
        <source>+ %1: %2</source>
        <extracomment>%1: a series that lies over the image, %2: what it says within a region</extracomment>
        <translation>+ %1: %2</translation>
    </message>
    <message>
        <source>no voxel with a value</source>
        <translation>no voxel with a value</translation>
    </message>
    <message>
        <source>no centre of a voxel lies inside</source>
        <translation>no centre of a voxel lies inside</translation>
    </message>
    <message>
        <source>perimeter %1</source>
        <translation>perimeter %1</translation>
    </message>
    <message>
        <source>what is missing is not laid over the image · not for diagnosis</source>
        <translation>what is missing is not laid over the image · not for diagnosis</translation>
    </message>
    <message>
        <source>reaches beyond the series or the image</source>
        <translation>reaches beyond the series or the image</translation>
    </message>
    <message>
        <source>Presentation LUT</source>
        <translation>Presentation LUT</translation>
    </message>
    <message>
        <source>of this image alone, not of the slab</source>
        <translation>of this image alone, not of the slab</translation>
    </message>
    <message>
        <source>The presentation state is not for this image</source>
        <translation>The presentation state is not for this image</translation>
    </message>
    <message>
        <source>its greys or shutter are for other images of the stack · this one is shown as its file says</source>
        <translation>its greys or shutter are for other images of the stack · this one is shown as its file says</translation>
    </message>
    <message>
        <source>the file has no VOI LUT %1</source>
        <translation>the file has no VOI LUT %1</translation>
    </message>
    <message numerus="yes">
        <source>%n voxels</source>
        <translation>
            <numerusform>%n voxel</numerusform>
            <numerusform>%n voxels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxels without a value left out</source>
        <translation>
            <numerusform>%n voxel without a value left out</numerusform>
            <numerusform>%n voxels without a value left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels</source>
        <translation>
            <numerusform>%n pixel</numerusform>
            <numerusform>%n pixels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels without a value left out</source>
        <translation>
            <numerusform>%n pixel without a value left out</numerusform>
            <numerusform>%n pixels without a value left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnProtocols</name>
    <message>
        <source>The folder of the settings cannot be written.</source>
        <translation>The folder of the settings cannot be written.</translation>
    </message>
    <message>
        <source>The file cannot be deleted: %1</source>
        <translation>The file cannot be deleted: %1</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>The file cannot be written: %1</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>The password needs at least %1 characters.</translation>
    </message>
    <message>
        <source>The password has more than %1 characters.</source>
        <translation>The password has more than %1 characters.</translation>
    </message>
</context>
<context>
    <name>PatientIndex</name>
    <message>
        <source>the sex is another one</source>
        <translation>the sex is another one</translation>
    </message>
    <message>
        <source>the birth date is another one</source>
        <translation>the birth date is another one</translation>
    </message>
    <message>
        <source>the name is another one</source>
        <translation>the name is another one</translation>
    </message>
    <message>
        <source>the ID was given by another institution</source>
        <translation>the ID was given by another institution</translation>
    </message>
    <message>
        <source>the Patient ID is another one</source>
        <translation>the Patient ID is another one</translation>
    </message>
    <message>
        <source>there is no Patient ID to compare</source>
        <translation>there is no Patient ID to compare</translation>
    </message>
    <message>
        <source>which institution gave the ID is not known</source>
        <translation>which institution gave the ID is not known</translation>
    </message>
    <message>
        <source>neither name nor birth date can be compared</source>
        <translation>neither name nor birth date can be compared</translation>
    </message>
    <message>
        <source>the names, in two scripts, sound alike</source>
        <translation>the names, in two scripts, sound alike</translation>
    </message>
    <message>
        <source>same Patient ID</source>
        <translation>same Patient ID</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>same name</translation>
    </message>
    <message>
        <source>same sex</source>
        <translation>same sex</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>same birth date</translation>
    </message>
</context>
<context>
    <name>PatientMatch</name>
    <message>
        <source>The ID was given by another institution.</source>
        <translation>The ID was given by another institution.</translation>
    </message>
    <message>
        <source>The name is another one.</source>
        <translation>The name is another one.</translation>
    </message>
    <message>
        <source>The birth date is another one.</source>
        <translation>The birth date is another one.</translation>
    </message>
    <message>
        <source>The sex is another one.</source>
        <translation>The sex is another one.</translation>
    </message>
    <message>
        <source>Neither name nor birth date can be compared.</source>
        <translation>Neither name nor birth date can be compared.</translation>
    </message>
    <message>
        <source>Which institution gave the ID is not known: check the identity.</source>
        <translation>Which institution gave the ID is not known: check the identity.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Damaged entry %1</source>
        <translation>Damaged entry %1</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>The name is missing.</translation>
    </message>
    <message>
        <source>The name has more than %1 characters.</source>
        <translation>The name has more than %1 characters.</translation>
    </message>
    <message>
        <source>The name has characters that cannot be seen.</source>
        <translation>The name has characters that cannot be seen.</translation>
    </message>
    <message>
        <source>There is a person of this name already.</source>
        <translation>There is a person of this name already.</translation>
    </message>
    <message>
        <source>There are %1 people already; that is as many as fit.</source>
        <translation>There are %1 people already; that is as many as fit.</translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>This program was started with settings of its own (--profile): there are no people in it, so nothing can be locked and nobody can take over. Start it without --profile for that.</source>
        <translation>This program was started with settings of its own (--profile): there are no people in it, so nothing can be locked and nobody can take over. Start it without --profile for that.</translation>
    </message>
</context>
<context>
    <name>PresentationStateText</name>
    <message>
        <source>Presentation state</source>
        <translation>Presentation state</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Drawings</translation>
    </message>
    <message>
        <source>It is applied from the menu of presentation states.</source>
        <translation>It is applied from the menu of presentation states.</translation>
    </message>
</context>
<context>
    <name>PresentationStates</name>
    <message>
        <source>The image has colours; the grey values of the state are not used.</source>
        <translation>The image has colours; the grey values of the state are not used.</translation>
    </message>
    <message>
        <source>The state has no window for this image; the window stays as it is.</source>
        <translation>The state has no window for this image; the window stays as it is.</translation>
    </message>
    <message>
        <source>The window of the state counts in values of a table (Modality LUT); it is not used.</source>
        <translation>The window of the state counts in values of a table (Modality LUT); it is not used.</translation>
    </message>
    <message>
        <source>The values of the state run the other way than those of the image; its window is not used.</source>
        <translation>The values of the state run the other way than those of the image; its window is not used.</translation>
    </message>
    <message>
        <source>The window of the state cannot be used.</source>
        <translation>The window of the state cannot be used.</translation>
    </message>
    <message>
        <source>The state names no part of this image; the zoom stays as it is.</source>
        <translation>The state names no part of this image; the zoom stays as it is.</translation>
    </message>
    <message>
        <source>The part of the image that the state names cannot be shown.</source>
        <translation>The part of the image that the state names cannot be shown.</translation>
    </message>
    <message>
        <source>The state asks for true size; the size of the monitor or of the pixels is not known.</source>
        <translation>The state asks for true size; the size of the monitor or of the pixels is not known.</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Presentation state</translation>
    </message>
    <message>
        <source>The state has a table of grey values (Presentation LUT), which is not used: the greys are not those that its author saw.</source>
        <translation>The state has a table of grey values (Presentation LUT), which is not used: the greys are not those that its author saw.</translation>
    </message>
    <message>
        <source>The table of grey values of the state (VOI LUT) counts in values of another table (Modality LUT) than the image; it is not used: the greys are not those that its author saw.</source>
        <translation>The table of grey values of the state (VOI LUT) counts in values of another table (Modality LUT) than the image; it is not used: the greys are not those that its author saw.</translation>
    </message>
    <message>
        <source>The table of grey values of the state (VOI LUT) cannot be used: the greys are not those that its author saw.</source>
        <translation>The table of grey values of the state (VOI LUT) cannot be used: the greys are not those that its author saw.</translation>
    </message>
    <message>
        <source>The state gives the pixels another shape than the image does; they are shown as the image says.</source>
        <translation>The state gives the pixels another shape than the image does; they are shown as the image says.</translation>
    </message>
    <message>
        <source>At the size that the state asks for, this view shows only the middle of the part of the image that it names.</source>
        <translation>At the size that the state asks for, this view shows only the middle of the part of the image that it names.</translation>
    </message>
    <message>
        <source>The state was saved for some of these images; the others keep the greys and the shutter that their files say.</source>
        <translation>The state was saved for some of these images; the others keep the greys and the shutter that their files say.</translation>
    </message>
    <message>
        <source>The state has windows for more images than can be kept apart; they are not used.</source>
        <translation>The state has windows for more images than can be kept apart; they are not used.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>RepairLog</name>
    <message>
        <source>Technical: %1</source>
        <translation>Technical: %1</translation>
    </message>
    <message>
        <source>Series: %1</source>
        <translation>Series: %1</translation>
    </message>
    <message>
        <source>Images: %1</source>
        <translation>Images: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>%1 with %2 numbers</source>
        <translation>%1 with %2 numbers</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>see item %1</source>
        <translation>see item %1</translation>
    </message>
    <message>
        <source>content of type %1 is not shown</source>
        <translation>content of type %1 is not shown</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>frame %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>segment %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curves</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partial</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>preliminary</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Completion</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>Verified by</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Replaces</translation>
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
        <translation>Repaired</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation>The document is longer than is shown here</translation>
    </message>
    <message>
        <source>not in this study</source>
        <translation>not in this study</translation>
    </message>
    <message>
        <source>Text that was read in another character set than it was written in was put right</source>
        <translation>Text that was read in another character set than it was written in was put right</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>not pregnant</source>
        <translation>not pregnant</translation>
    </message>
    <message>
        <source>possibly pregnant</source>
        <translation>possibly pregnant</translation>
    </message>
    <message>
        <source>pregnant</source>
        <translation>pregnant</translation>
    </message>
</context>
<context>
    <name>RoiHistogram</name>
    <message>
        <source>Only a region (ROI) has a histogram.</source>
        <translation>Only a region (ROI) has a histogram.</translation>
    </message>
    <message>
        <source>The region is not drawn on the image shown.</source>
        <translation>The region is not drawn on the image shown.</translation>
    </message>
    <message>
        <source>An image in colour has no values to count.</source>
        <translation>An image in colour has no values to count.</translation>
    </message>
    <message>
        <source>The image is not loaded yet.</source>
        <translation>The image is not loaded yet.</translation>
    </message>
    <message>
        <source>No pixel with a value lies in the region.</source>
        <translation>No pixel with a value lies in the region.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>values</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1: %2 pixels (%3 %)</source>
        <translation>%1: %2 pixels (%3 %)</translation>
    </message>
</context>
<context>
    <name>SettingsCommands</name>
    <message>
        <source>Open study</source>
        <translation>Open study</translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>documents</source>
        <translation>documents</translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>other</source>
        <comment>sex</comment>
        <translation>other</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>age in weeks</comment>
        <translation>%1 wk</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>age in months</comment>
        <translation>%1 mo</translation>
    </message>
</context>
<context>
    <name>Suv</name>
    <message>
        <source>it is no PET image</source>
        <translation>it is no PET image</translation>
    </message>
    <message>
        <source>of enhanced PET objects it is not computed</source>
        <translation>of enhanced PET objects it is not computed</translation>
    </message>
    <message>
        <source>the values are not corrected for attenuation</source>
        <translation>the values are not corrected for attenuation</translation>
    </message>
    <message>
        <source>the values are not corrected for decay</source>
        <translation>the values are not corrected for decay</translation>
    </message>
    <message>
        <source>the unit of the values leads to no activity</source>
        <translation>the unit of the values leads to no activity</translation>
    </message>
    <message>
        <source>the values are counts and the maker&apos;s factor is missing</source>
        <translation>the values are counts and the maker&apos;s factor is missing</translation>
    </message>
    <message>
        <source>the values are SUV of another kind already</source>
        <translation>the values are SUV of another kind already</translation>
    </message>
    <message>
        <source>the patient&apos;s weight is missing</source>
        <translation>the patient&apos;s weight is missing</translation>
    </message>
    <message>
        <source>the patient&apos;s height is missing</source>
        <translation>the patient&apos;s height is missing</translation>
    </message>
    <message>
        <source>the patient&apos;s sex is missing</source>
        <translation>the patient&apos;s sex is missing</translation>
    </message>
    <message>
        <source>weight or height cannot be right</source>
        <translation>weight or height cannot be right</translation>
    </message>
    <message>
        <source>the injected dose is missing</source>
        <translation>the injected dose is missing</translation>
    </message>
    <message>
        <source>the injected dose cannot be right</source>
        <translation>the injected dose cannot be right</translation>
    </message>
    <message>
        <source>the half-life is missing</source>
        <translation>the half-life is missing</translation>
    </message>
    <message>
        <source>the time of the injection is missing</source>
        <translation>the time of the injection is missing</translation>
    </message>
    <message>
        <source>the time to which decay was corrected is not known</source>
        <translation>the time to which decay was corrected is not known</translation>
    </message>
    <message>
        <source>the times of injection and scan contradict each other</source>
        <translation>the times of injection and scan contradict each other</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>same day</source>
        <translation>same day</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>%n month earlier</numerusform>
            <numerusform>%n months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>%n month later</numerusform>
            <numerusform>%n months later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>%n year earlier</numerusform>
            <numerusform>%n years earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>%n year later</numerusform>
            <numerusform>%n years later</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 mo</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 y</translation>
    </message>
</context>
<context>
    <name>ViewLinks</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>no other images are shown</source>
        <translation>no other images are shown</translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation>place in the patient unknown</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>another frame of reference</translation>
    </message>
    <message>
        <source>planes not parallel</source>
        <translation>planes not parallel</translation>
    </message>
    <message>
        <source>not part of this offset link</source>
        <translation>not part of this offset link</translation>
    </message>
    <message>
        <source>Offset link</source>
        <translation>Offset link</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>Not linked: %1</source>
        <translation>Not linked: %1</translation>
    </message>
    <message>
        <source>at another place</source>
        <translation>at another place</translation>
    </message>
    <message>
        <source>nearest, %1 mm away</source>
        <translation>nearest, %1 mm away</translation>
    </message>
    <message>
        <source>The views cannot be linked: %1.</source>
        <translation>The views cannot be linked: %1.</translation>
    </message>
    <message>
        <source>These views do not go along: %1.</source>
        <translation>These views do not go along: %1.</translation>
    </message>
    <message>
        <source>Linked, though another patient is shown in view %1.</source>
        <translation>Linked, though another patient is shown in view %1.</translation>
    </message>
    <message>
        <source>3D cursor</source>
        <translation>3D cursor</translation>
    </message>
    <message>
        <source>3D cursor %1 mm from this image</source>
        <translation>3D cursor %1 mm from this image</translation>
    </message>
    <message>
        <source>3D cursor outside this image</source>
        <translation>3D cursor outside this image</translation>
    </message>
    <message>
        <source>3D cursor unknown here: %1</source>
        <translation>3D cursor unknown here: %1</translation>
    </message>
    <message>
        <source>tilted by %1°</source>
        <translation>tilted by %1°</translation>
    </message>
    <message>
        <source>aligned by computation</source>
        <translation>aligned by computation</translation>
    </message>
    <message>
        <source>Align them by computation, or scroll them to places that belong together and link them by offset.</source>
        <translation>Align them by computation, or scroll them to places that belong together and link them by offset.</translation>
    </message>
    <message>
        <source>another patient, or not confirmed as the same one</source>
        <translation>another patient, or not confirmed as the same one</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>3 × 4 + rhythm</source>
        <translation>3 × 4 + rhythm</translation>
    </message>
    <message>
        <source>6 × 2</source>
        <translation>6 × 2</translation>
    </message>
    <message>
        <source>12 × 1</source>
        <translation>12 × 1</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>As recorded</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>No series is chosen in the strip.</source>
        <translation>No series is chosen in the strip.</translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation>No study is chosen.</translation>
    </message>
    <message>
        <source>This study has no accession number.</source>
        <translation>This study has no accession number.</translation>
    </message>
    <message>
        <source>The worklist stays open.</source>
        <translation>The worklist stays open.</translation>
    </message>
</context>
<context>
    <name>WindowPreset</name>
    <message>
        <source>Lung</source>
        <translation>Lung</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Bone</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Liver</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>Vessel</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Brain</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Soft tissue</translation>
    </message>
</context>
<context>
    <name>consilium::app::AlignCommands</name>
    <message>
        <source>its images are in colour</source>
        <translation>its images are in colour</translation>
    </message>
    <message>
        <source>its images do not say where they lie in the patient</source>
        <translation>its images do not say where they lie in the patient</translation>
    </message>
    <message>
        <source>it has too few slices</source>
        <translation>it has too few slices</translation>
    </message>
    <message>
        <source>slices are missing or lie far apart</source>
        <translation>slices are missing or lie far apart</translation>
    </message>
    <message>
        <source>its images are no stack of parallel slices</source>
        <translation>its images are no stack of parallel slices</translation>
    </message>
    <message>
        <source>too little of the body is shown</source>
        <translation>too little of the body is shown</translation>
    </message>
    <message>
        <source>the two show too little of the same part of the body</source>
        <translation>the two show too little of the same part of the body</translation>
    </message>
    <message>
        <source>the computations there and back differ by %1 mm</source>
        <translation>the computations there and back differ by %1 mm</translation>
    </message>
    <message>
        <source>one would be turned by more than %1° to the other</source>
        <translation>one would be turned by more than %1° to the other</translation>
    </message>
    <message>
        <source>no position fits clearly better than others</source>
        <translation>no position fits clearly better than others</translation>
    </message>
    <message>
        <source>the series is still being loaded</source>
        <translation>the series is still being loaded</translation>
    </message>
    <message>
        <source>an image of it cannot be read</source>
        <translation>an image of it cannot be read</translation>
    </message>
    <message>
        <source>Align views</source>
        <translation>Align views</translation>
    </message>
    <message>
        <source>View %1 has another frame of reference than the active view: its places cannot be compared. The images can be aligned by computation (rigid, mutual information); this takes some seconds. Both views are then marked as aligned by computation.</source>
        <translation>View %1 has another frame of reference than the active view: its places cannot be compared. The images can be aligned by computation (rigid, mutual information); this takes some seconds. Both views are then marked as aligned by computation.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Align and scroll together</source>
        <translation>Align and scroll together</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Views are being aligned already.</source>
        <translation>Views are being aligned already.</translation>
    </message>
    <message>
        <source>No other view shows a series of this patient in another frame of reference.</source>
        <translation>No other view shows a series of this patient in another frame of reference.</translation>
    </message>
    <message>
        <source>Aligning view %1 with view %2</source>
        <translation>Aligning view %1 with view %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Aligning was stopped; nothing was changed.</source>
        <translation>Aligning was stopped; nothing was changed.</translation>
    </message>
    <message>
        <source>View %1 cannot be aligned with view %2: %3.</source>
        <translation>View %1 cannot be aligned with view %2: %3.</translation>
    </message>
    <message>
        <source>view %1: %2</source>
        <translation>view %1: %2</translation>
    </message>
    <message>
        <source>Scroll them to places that belong together, then link them by offset.</source>
        <translation>Scroll them to places that belong together, then link them by offset.</translation>
    </message>
    <message>
        <source>The views show other series now: the alignment was not used.</source>
        <translation>The views show other series now: the alignment was not used.</translation>
    </message>
    <message>
        <source>View %1 is aligned with view %2 by computation: turned by %3°; there and back differ by at most %4 mm. Check it at landmarks.</source>
        <translation>View %1 is aligned with view %2 by computation: turned by %3°; there and back differ by at most %4 mm. Check it at landmarks.</translation>
    </message>
    <message>
        <source>No view is aligned by computation.</source>
        <translation>No view is aligned by computation.</translation>
    </message>
    <message>
        <source>The alignment by computation is taken back.</source>
        <translation>The alignment by computation is taken back.</translation>
    </message>
    <message>
        <source>Aligning was stopped; the other views were not aligned.</source>
        <translation>Aligning was stopped; the other views were not aligned.</translation>
    </message>
    <message>
        <source>the series was arranged anew or closed meanwhile</source>
        <translation>the series was arranged anew or closed meanwhile</translation>
    </message>
    <message>
        <source>The active view shows no image that others could be aligned with.</source>
        <translation>The active view shows no image that others could be aligned with.</translation>
    </message>
    <message>
        <source>View %1 is aligned with the active view already. Take the alignment back to compute it anew.</source>
        <translation>View %1 is aligned with the active view already. Take the alignment back to compute it anew.</translation>
    </message>
    <message>
        <source>Align them once more when the series stand.</source>
        <translation>Align them once more when the series stand.</translation>
    </message>
    <message>
        <source>The views are not taken for one patient&apos;s any more: the alignment was not used.</source>
        <translation>The views are not taken for one patient&apos;s any more: the alignment was not used.</translation>
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
        <translation>All commands</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>consilium::app::AppearanceSettings</name>
    <message>
        <source>Language and appearance</source>
        <translation>Language and appearance</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Images are always shown on black.</source>
        <translation>Images are always shown on black.</translation>
    </message>
</context>
<context>
    <name>consilium::app::Application</name>
    <message>
        <source>The settings cannot be written to the disk: what is changed lasts until the program ends.</source>
        <translation>The settings cannot be written to the disk: what is changed lasts until the program ends.</translation>
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
        <translation>All studies that were found have their tabs.</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Nothing was left out.</translation>
    </message>
    <message>
        <source>This study is open from files, and these are shown. To open it from the archive close its tab first.</source>
        <translation>This study is open from files, and these are shown. To open it from the archive close its tab first.</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. %2</source>
        <translation>The study cannot be opened: %1. %2</translation>
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
        <translation>%1 has not answered since %2. What is still missing comes by itself when it answers again.</translation>
    </message>
    <message>
        <source>%1 is overloaded. It is being asked again.</source>
        <translation>%1 is overloaded. It is being asked again.</translation>
    </message>
    <message>
        <source>%1 is overloaded and asks to wait: it is asked again in %2 s.</source>
        <translation>%1 is overloaded and asks to wait: it is asked again in %2 s.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>%1 no longer has the study of %2: it was deleted or moved there. What has come of it is shown until it is closed; the rest does not come any more.</source>
        <translation>%1 no longer has the study of %2: it was deleted or moved there. What has come of it is shown until it is closed; the rest does not come any more.</translation>
    </message>
    <message numerus="yes">
        <source>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</source>
        <translation>
            <numerusform>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</numerusform>
            <numerusform>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not answered since %2. The study opens by itself when it answers again; close its tab to stop waiting.</source>
        <translation>%1 has not answered since %2. The study opens by itself when it answers again; close its tab to stop waiting.</translation>
    </message>
    <message>
        <source>No answer since %1: %2</source>
        <translation>No answer since %1: %2</translation>
    </message>
    <message>
        <source>Overloaded: %1</source>
        <translation>Overloaded: %1</translation>
    </message>
    <message>
        <source>Overloaded, asked again in %1 s: %2</source>
        <translation>Overloaded, asked again in %1 s: %2</translation>
    </message>
    <message>
        <source>No longer there, the study of %1: %2</source>
        <translation>No longer there, the study of %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>No longer there, %n series of the study of %1: %2</source>
        <translation>
            <numerusform>No longer there, %n series of the study of %1: %2</numerusform>
            <numerusform>No longer there, %n series of the study of %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveSettings</name>
    <message>
        <source>The keychain of this computer did not take the password. It lasts until the program ends.</source>
        <translation>The keychain of this computer did not take the password. It lasts until the program ends.</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Connection test</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>User name and password</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>Token (Bearer)</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Certificate authority</translation>
    </message>
    <message>
        <source>The system&apos;s (a PEM file adds one)</source>
        <translation>The system&apos;s (a PEM file adds one)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt)</source>
        <translation>PEM files (*.pem *.crt)</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the password. Please enter it again.</source>
        <translation>The keychain of this computer does not have the password. Please enter it again.</translation>
    </message>
    <message>
        <source>New archive</source>
        <translation>New archive</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Saved. The password goes over the network unprotected: https would protect it.</source>
        <translation>Saved. The password goes over the network unprotected: https would protect it.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the password. Please enter it again.</source>
        <translation>Not saved. The keychain of this computer does not have the password. Please enter it again.</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the password yet. Wait, or enter it.</source>
        <translation>Not saved. The keychain of this computer has not given the password yet. Wait, or enter it.</translation>
    </message>
    <message>
        <source>Not saved: the settings cannot be written to the disk. The archive lasts until the program ends.</source>
        <translation>Not saved: the settings cannot be written to the disk. The archive lasts until the program ends.</translation>
    </message>
    <message>
        <source>The keychain of this computer did not take the token. It lasts until the program ends.</source>
        <translation>The keychain of this computer did not take the token. It lasts until the program ends.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the token. Please enter it again.</source>
        <translation>The keychain of this computer does not have the token. Please enter it again.</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the token. Please enter it again.</source>
        <translation>Not saved. The keychain of this computer does not have the token. Please enter it again.</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the token yet. Wait, or enter it.</source>
        <translation>Not saved. The keychain of this computer has not given the token yet. Wait, or enter it.</translation>
    </message>
    <message>
        <source>Saved. The token goes over the network unprotected: https would protect it.</source>
        <translation>Saved. The token goes over the network unprotected: https would protect it.</translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation>What you have changed in “%1” is not saved.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Saving… The keychain of this computer has not answered yet.</source>
        <translation>Saving… The keychain of this computer has not answered yet.</translation>
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
        <translation>The password is empty</translation>
    </message>
    <message>
        <source>Signs in with the user name and an empty password. A password that was saved is replaced.</source>
        <translation>Signs in with the user name and an empty password. A password that was saved is replaced.</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveStrip</name>
    <message>
        <source>slow · no answer for %1</source>
        <translation>slow · no answer for %1</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>searching</translation>
    </message>
    <message>
        <source>slow · %1</source>
        <translation>slow · %1</translation>
    </message>
    <message>
        <source>fine · %1</source>
        <translation>fine · %1</translation>
    </message>
    <message>
        <source>offline · since %1</source>
        <translation>offline · since %1</translation>
    </message>
    <message>
        <source>failed · since %1</source>
        <translation>failed · since %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>sign-in needed</translation>
    </message>
    <message>
        <source>overloaded · asked again in %1 s</source>
        <translation>overloaded · asked again in %1 s</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>waiting for the keychain</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
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
        <translation>What shall be done?</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>No command is called that.</translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTest</name>
    <message>
        <source>The archive is empty.</source>
        <translation>The archive is empty.</translation>
    </message>
    <message>
        <source>Not tried: the step before failed.</source>
        <translation>Not tried: the step before failed.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>Search for a study</source>
        <translation>Search for a study</translation>
    </message>
    <message>
        <source>Fetch an image</source>
        <translation>Fetch an image</translation>
    </message>
    <message>
        <source>This server does not speak TLS.</source>
        <translation>This server does not speak TLS.</translation>
    </message>
    <message>
        <source>Try the address with http://, or ask for the port of the encrypted service.</source>
        <translation>Try the address with http://, or ask for the port of the encrypted service.</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation>No encrypted connection could be agreed on.</translation>
    </message>
    <message>
        <source>The server may want another version of TLS or a client certificate. Ask the archive&apos;s administrator.</source>
        <translation>The server may want another version of TLS or a client certificate. Ask the archive&apos;s administrator.</translation>
    </message>
    <message>
        <source>Check host name and port, and whether the archive is running.</source>
        <translation>Check host name and port, and whether the archive is running.</translation>
    </message>
    <message>
        <source>Something answers at this address, but not in time. Check the port, or ask the archive&apos;s administrator.</source>
        <translation>Something answers at this address, but not in time. Check the port, or ask the archive&apos;s administrator.</translation>
    </message>
    <message>
        <source>Check user name and password. Small and capital letters differ.</source>
        <translation>Check user name and password. Small and capital letters differ.</translation>
    </message>
    <message>
        <source>The account is known, but may not search. Ask the archive&apos;s administrator.</source>
        <translation>The account is known, but may not search. Ask the archive&apos;s administrator.</translation>
    </message>
    <message>
        <source>A server answers, but there is no DICOMweb service at this path.</source>
        <translation>A server answers, but there is no DICOMweb service at this path.</translation>
    </message>
    <message>
        <source>Check the end of the address; it is often /dicom-web or /dcm4chee-arc/aets/NAME/rs.</source>
        <translation>Check the end of the address; it is often /dicom-web or /dcm4chee-arc/aets/NAME/rs.</translation>
    </message>
    <message>
        <source>What answers is not a DICOMweb service.</source>
        <translation>What answers is not a DICOMweb service.</translation>
    </message>
    <message>
        <source>This is often a web page at the same server. Check the path of the address.</source>
        <translation>This is often a web page at the same server. Check the path of the address.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s administrator the code below.</source>
        <translation>Tell the archive&apos;s administrator the code below.</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s.</source>
        <translation>%1 Trying again in %2 s.</translation>
    </message>
    <message>
        <source>Not tried: the certificate authority comes first.</source>
        <translation>Not tried: the certificate authority comes first.</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used.</source>
        <translation>The file of the certificate authority cannot be used.</translation>
    </message>
    <message>
        <source>Choose a PEM file with a certificate, or leave the field empty.</source>
        <translation>Choose a PEM file with a certificate, or leave the field empty.</translation>
    </message>
    <message>
        <source>Choose how to sign in above. Ask the archive&apos;s administrator.</source>
        <translation>Choose how to sign in above. Ask the archive&apos;s administrator.</translation>
    </message>
    <message>
        <source>It may have run out. Ask the archive&apos;s administrator for a new one.</source>
        <translation>It may have run out. Ask the archive&apos;s administrator for a new one.</translation>
    </message>
    <message>
        <source>If the hospital has a certificate authority of its own, choose its file above.</source>
        <translation>If the hospital has a certificate authority of its own, choose its file above.</translation>
    </message>
    <message>
        <source>If the date of this computer is right, the archive needs a new certificate. Ask the archive&apos;s administrator.</source>
        <translation>If the date of this computer is right, the archive needs a new certificate. Ask the archive&apos;s administrator.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, or ask the archive&apos;s administrator.</source>
        <translation>Check the date and time of this computer, or ask the archive&apos;s administrator.</translation>
    </message>
    <message>
        <source>Enter the host name that the certificate is for, or ask the archive&apos;s administrator whether the address is right.</source>
        <translation>Enter the host name that the certificate is for, or ask the archive&apos;s administrator whether the address is right.</translation>
    </message>
    <message>
        <source>If it is the right server, ask the archive&apos;s administrator for the file of its certificate and choose it above.</source>
        <translation>If it is the right server, ask the archive&apos;s administrator for the file of its certificate and choose it above.</translation>
    </message>
    <message>
        <source>The server at this address does not answer in HTTP.</source>
        <translation>The server at this address does not answer in HTTP.</translation>
    </message>
    <message>
        <source>If the archive encrypts, try the address with https://. Else check the port, or ask the archive&apos;s administrator.</source>
        <translation>If the archive encrypts, try the address with https://. Else check the port, or ask the archive&apos;s administrator.</translation>
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
        <translation>Check the address of the proxy in the settings of this computer, or whether it is meant to be used for the archive. Ask the network&apos;s administrator.</translation>
    </message>
    <message>
        <source>The password of the archive does not help there. Ask the network&apos;s administrator to let this computer reach the archive without the proxy, or how to sign in to it.</source>
        <translation>The password of the archive does not help there. Ask the network&apos;s administrator to let this computer reach the archive without the proxy, or how to sign in to it.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s administrator to allow this address, or to let this computer reach the archive without the proxy.</source>
        <translation>Ask the network&apos;s administrator to allow this address, or to let this computer reach the archive without the proxy.</translation>
    </message>
    <message>
        <source>Check host name and port of the address. If they are right, the archive is off, or is to be reached without the proxy: ask the network&apos;s administrator.</source>
        <translation>Check host name and port of the address. If they are right, the archive is off, or is to be reached without the proxy: ask the network&apos;s administrator.</translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTestView</name>
    <message>
        <source>The archive can be used.</source>
        <translation>The archive can be used.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>%1 · failed</source>
        <translation>%1 · failed</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Use this address</translation>
    </message>
    <message>
        <source>A DICOMweb service answers at %1.</source>
        <translation>A DICOMweb service answers at %1.</translation>
    </message>
</context>
<context>
    <name>consilium::app::DraftNote</name>
    <message>
        <source>Keep them</source>
        <translation>Keep them</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>Discard for good</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n mark(s) of %1 that were not saved?</source>
        <translation>
            <numerusform>Discard %n mark of %1 that was not saved?</numerusform>
            <numerusform>Discard %n marks of %1 that were not saved?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of %1 were not saved.</source>
        <translation>
            <numerusform>%n mark of %1 was not saved.</numerusform>
            <numerusform>%n marks of %1 were not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are there again. The list of marks leads to each of them.</source>
        <translation>
            <numerusform>%n mark is there again. The list of marks leads to it.</numerusform>
            <numerusform>%n marks are there again. The list of marks leads to each of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete them again</source>
        <translation>Delete them again</translation>
    </message>
    <message>
        <source>Keep the marks</source>
        <translation>Keep the marks</translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n saved mark(s) on %1 was not saved.</source>
        <translation>
            <numerusform>The deletion of %n saved mark on %1 was not saved.</numerusform>
            <numerusform>The deletion of %n saved marks on %1 was not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved mark(s) that you deleted are there again then.</source>
        <translation>
            <numerusform>%n saved mark that you deleted is there again then.</numerusform>
            <numerusform>%n saved marks that you deleted are there again then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nor was the deletion of %n saved mark(s).</source>
        <translation>
            <numerusform>Nor was the deletion of %n saved mark.</numerusform>
            <numerusform>Nor was the deletion of %n saved marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved mark(s) are deleted again: the archive has them until you save.</source>
        <translation>
            <numerusform>%n saved mark is deleted again: the archive has it until you save.</numerusform>
            <numerusform>%n saved marks are deleted again: the archive has them until you save.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::FilterBar</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search: / goes here, Esc empties it</source>
        <translation>Search: / goes here, Esc empties it</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 days</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>All dates</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Other days</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Body part</translation>
    </message>
    <message>
        <source>Every body part</source>
        <translation>Every body part</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Neck</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Chest</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Heart</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>Breast</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>Pelvis</translation>
    </message>
    <message>
        <source>Cervical spine</source>
        <translation>Cervical spine</translation>
    </message>
    <message>
        <source>Thoracic spine</source>
        <translation>Thoracic spine</translation>
    </message>
    <message>
        <source>Lumbar spine</source>
        <translation>Lumbar spine</translation>
    </message>
    <message>
        <source>Shoulder</source>
        <translation>Shoulder</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Hip</source>
        <translation>Hip</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knee</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Foot</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>Whole body</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Every institution</source>
        <translation>Every institution</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>All archives</source>
        <translation>All archives</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Saved searches</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Save this search…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>These studies were asked for from outside. A click shows all again.</source>
        <translation>These studies were asked for from outside. A click shows all again.</translation>
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
        <translation>Saved</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Name, ID or accession</source>
        <translation>Name, ID or accession</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Other…</translation>
    </message>
    <message numerus="yes">
        <source>%n archives</source>
        <translation>
            <numerusform>%n archive</numerusform>
            <numerusform>%n archives</numerusform>
        </translation>
    </message>
    <message>
        <source>Read?</source>
        <translation>Read?</translation>
    </message>
    <message>
        <source>Read or not</source>
        <translation>Read or not</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Being read by me</source>
        <translation>Being read by me</translation>
    </message>
    <message>
        <source>Read by me</source>
        <translation>Read by me</translation>
    </message>
    <message>
        <source>Provisional: what you have said on this machine. Nobody elsewhere sees it.</source>
        <translation>Provisional: what you have said on this machine. Nobody elsewhere sees it.</translation>
    </message>
</context>
<context>
    <name>consilium::app::FlowSettings</name>
    <message>
        <source>From study to study</source>
        <translation>From study to study</translation>
    </message>
    <message>
        <source>Open the next study in a tab of its own</source>
        <translation>Open the next study in a tab of its own</translation>
    </message>
    <message>
        <source>Otherwise it takes the place of the one that is left.</source>
        <translation>Otherwise it takes the place of the one that is left.</translation>
    </message>
    <message>
        <source>Going to the next study marks the one that is left as read</source>
        <translation>Going to the next study marks the one that is left as read</translation>
    </message>
    <message>
        <source>Provisional: only on this machine. Going back marks nothing.</source>
        <translation>Provisional: only on this machine. Going back marks nothing.</translation>
    </message>
    <message>
        <source>Fetch images of the next study ahead</source>
        <translation>Fetch images of the next study ahead</translation>
    </message>
    <message>
        <source>Only while nothing else is on its way, and no more than memory has room for: its first images, the first series, and the first images of the prior study.</source>
        <translation>Only while nothing else is on its way, and no more than memory has room for: its first images, the first series, and the first images of the prior study.</translation>
    </message>
</context>
<context>
    <name>consilium::app::HandOver</name>
    <message>
        <source>Consilium runs already and has to open as much as it can take. Try again in a moment.</source>
        <translation>Consilium runs already and has to open as much as it can take. Try again in a moment.</translation>
    </message>
</context>
<context>
    <name>consilium::app::HangingCommands</name>
    <message>
        <source>Studies are hung by a protocol when they are opened.</source>
        <translation>Studies are hung by a protocol when they are opened.</translation>
    </message>
    <message>
        <source>Studies are not hung by a protocol when they are opened.</source>
        <translation>Studies are not hung by a protocol when they are opened.</translation>
    </message>
    <message>
        <source>Studies are hung when they are opened where the protocol says so: mammograms and chest pairs.</source>
        <translation>Studies are hung when they are opened where the protocol says so: mammograms and chest pairs.</translation>
    </message>
    <message>
        <source>No hanging protocol fits this study.</source>
        <translation>No hanging protocol fits this study.</translation>
    </message>
    <message>
        <source>With these monitors studies begin with one view.</source>
        <translation>With these monitors studies begin with one view.</translation>
    </message>
    <message>
        <source>With these monitors studies begin with %1 × %2 views (rows × columns).</source>
        <translation>With these monitors studies begin with %1 × %2 views (rows × columns).</translation>
    </message>
</context>
<context>
    <name>consilium::app::HangingSettings</name>
    <message>
        <source>Hanging protocols</source>
        <translation>Hanging protocols</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Export …</translation>
    </message>
    <message>
        <source>Order as at first</source>
        <translation>Order as at first</translation>
    </message>
    <message>
        <source>Try it earlier</source>
        <translation>Try it earlier</translation>
    </message>
    <message>
        <source>Try it later</source>
        <translation>Try it later</translation>
    </message>
    <message>
        <source>The most conditions first; of equals your own first.</source>
        <translation>The most conditions first; of equals your own first.</translation>
    </message>
    <message>
        <source>Import a hanging protocol</source>
        <translation>Import a hanging protocol</translation>
    </message>
    <message>
        <source>Hanging protocols (*.json)</source>
        <translation>Hanging protocols (*.json)</translation>
    </message>
    <message>
        <source>Export the hanging protocol</source>
        <translation>Export the hanging protocol</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>This file is left out; the others go on. Mend it in an editor of texts, or delete it.</source>
        <translation>This file is left out; the others go on. Mend it in an editor of texts, or delete it.</translation>
    </message>
    <message>
        <source>It comes with the program. Copy it to change it.</source>
        <translation>It comes with the program. Copy it to change it.</translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation>What you have changed in “%1” is not saved.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Not saved yet.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>New protocol</source>
        <translation>New protocol</translation>
    </message>
    <message>
        <source>It is off until you tick it in the list: without conditions it fits every study.</source>
        <translation>It is off until you tick it in the list: without conditions it fits every study.</translation>
    </message>
    <message>
        <source>%1: The file cannot be read.</source>
        <translation>%1: The file cannot be read.</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 was not imported.</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>%1 was imported.</translation>
    </message>
    <message>
        <source>The protocol was written.</source>
        <translation>The protocol was written.</translation>
    </message>
    <message>
        <source>No study is open: open one to see here whether the protocol fits it.</source>
        <translation>No study is open: open one to see here whether the protocol fits it.</translation>
    </message>
    <message>
        <source>%1: cannot be tried yet</source>
        <translation>%1: cannot be tried yet</translation>
    </message>
    <message>
        <source>%1: does not fit (%2)</source>
        <translation>%1: does not fit (%2)</translation>
    </message>
    <message>
        <source>%1: fits, but is off</source>
        <translation>%1: fits, but is off</translation>
    </message>
    <message>
        <source>%1: fits, but “%2” comes before it</source>
        <translation>%1: fits, but “%2” comes before it</translation>
    </message>
    <message>
        <source>%1: fits, and is the one that is used</source>
        <translation>%1: fits, and is the one that is used</translation>
    </message>
    <message>
        <source>%1 · fits</source>
        <translation>%1 · fits</translation>
    </message>
    <message>
        <source>Your own, in %1</source>
        <translation>Your own, in %1</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Comes with the program</translation>
    </message>
    <message>
        <source>The first one from the top that is ticked and fits is used. A study that is opened is hung by itself only where this one says so.</source>
        <translation>The first one from the top that is ticked and fits is used. A study that is opened is hung by itself only where this one says so.</translation>
    </message>
    <message>
        <source>What was changed in “%1” and not saved is lost: its file %2 is no longer there, or cannot be read.</source>
        <translation>What was changed in “%1” and not saved is lost: its file %2 is no longer there, or cannot be read.</translation>
    </message>
    <message>
        <source>Meanwhile the file was changed by another program. Discard shows what it says now.</source>
        <translation>Meanwhile the file was changed by another program. Discard shows what it says now.</translation>
    </message>
    <message>
        <source>Meanwhile the file %1 was changed by another program. Put what is shown here in its place? What was changed there is lost then.</source>
        <translation>Meanwhile the file %1 was changed by another program. Put what is shown here in its place? What was changed there is lost then.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Delete the hanging protocol “%1”? Its file %2 goes from this computer. This cannot be undone.</source>
        <translation>Delete the hanging protocol “%1”? Its file %2 goes from this computer. This cannot be undone.</translation>
    </message>
    <message>
        <source>It takes the place of “%1”, which comes with the program.</source>
        <translation>It takes the place of “%1”, which comes with the program.</translation>
    </message>
    <message>
        <source>It is off until you tick it in the list, as the one was before it.</source>
        <translation>It is off until you tick it in the list, as the one was before it.</translation>
    </message>
    <message>
        <source>%1: fits, and is the one that is used when you hang it; not by itself when it is opened</source>
        <translation>%1: fits, and is the one that is used when you hang it; not by itself when it is opened</translation>
    </message>
    <message>
        <source>It stands beside “%1”, which has the same id and stays as it is.</source>
        <translation>It stands beside “%1”, which has the same id and stays as it is.</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeepCommands</name>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>Nothing can be saved here.</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>No image is shown here.</translation>
    </message>
    <message>
        <source>This image is no key image.</source>
        <translation>This image is no key image.</translation>
    </message>
    <message>
        <source>This image is no key image any more.</source>
        <translation>This image is no key image any more.</translation>
    </message>
    <message numerus="yes">
        <source>%n key image(s): %1.</source>
        <translation>
            <numerusform>%n key image: %1.</numerusform>
            <numerusform>%n key images: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No key image</source>
        <translation>No key image</translation>
    </message>
    <message>
        <source>Save marks</source>
        <translation>Save marks</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. They stay on this computer as unsaved marks. They can also be written as DICOM files to a folder.</source>
        <translation>This study comes from files: there is no archive to send its marks to. They stay on this computer as unsaved marks. They can also be written as DICOM files to a folder.</translation>
    </message>
    <message>
        <source>Save as files…</source>
        <translation>Save as files…</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Leave them</translation>
    </message>
    <message>
        <source>Save marks as files in a folder</source>
        <translation>Save marks as files in a folder</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. They can be written as DICOM files to a folder.</source>
        <translation>This study comes from files: there is no archive to send its marks to. They can be written as DICOM files to a folder.</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeptCommands</name>
    <message>
        <source>The study has no presentation state.</source>
        <translation>The study has no presentation state.</translation>
    </message>
    <message>
        <source>The study has no such presentation state.</source>
        <translation>The study has no such presentation state.</translation>
    </message>
    <message>
        <source>None of the images of the presentation state is here.</source>
        <translation>None of the images of the presentation state is here.</translation>
    </message>
    <message>
        <source>Shown as saved: %1.</source>
        <translation>Shown as saved: %1.</translation>
    </message>
    <message>
        <source>this study</source>
        <translation>this study</translation>
    </message>
    <message>
        <source>The study has no key images.</source>
        <translation>The study has no key images.</translation>
    </message>
    <message>
        <source>Key image %1 of %2.</source>
        <translation>Key image %1 of %2.</translation>
    </message>
    <message>
        <source>No presentation state of the study has layers with marks.</source>
        <translation>No presentation state of the study has layers with marks.</translation>
    </message>
    <message>
        <source>The presentation states of the study have no such layer.</source>
        <translation>The presentation states of the study have no such layer.</translation>
    </message>
    <message>
        <source>The layer %1 is shown.</source>
        <translation>The layer %1 is shown.</translation>
    </message>
    <message>
        <source>The layer %1 is hidden.</source>
        <translation>The layer %1 is hidden.</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyField</name>
    <message>
        <source>Press the new keys</source>
        <translation>Press the new keys</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyImageGuide</name>
    <message>
        <source>Only the key images of %1 were asked for. Not every series of the study could be read: whether it has key images is not known. All that is there is shown.</source>
        <translation>Only the key images of %1 were asked for. Not every series of the study could be read: whether it has key images is not known. All that is there is shown.</translation>
    </message>
    <message>
        <source>Only the key images of %1 were asked for. The study has no key images: all its images are shown.</source>
        <translation>Only the key images of %1 were asked for. The study has no key images: all its images are shown.</translation>
    </message>
    <message>
        <source>Only the key images of %1 were asked for. None of those that its key image notes name is in the study: all its images are shown.</source>
        <translation>Only the key images of %1 were asked for. None of those that its key image notes name is in the study: all its images are shown.</translation>
    </message>
    <message numerus="yes">
        <source>Key images of %1: the first of %n is shown, beside the note that names it.</source>
        <translation>
            <numerusform>Key images of %1: the first of %n is shown, beside the note that names it.</numerusform>
            <numerusform>Key images of %1: the first of %n is shown, beside the note that names it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key images of %1: there are %n, listed in the key image note of the study.</source>
        <translation>
            <numerusform>Key images of %1: there is %n, listed in the key image note of the study.</numerusform>
            <numerusform>Key images of %1: there are %n, listed in the key image note of the study.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not in the study.</source>
        <translation>
            <numerusform>%n of them is not in the study.</numerusform>
            <numerusform>%n of them are not in the study.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::KeySettings</name>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <translation>Search by command or key</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Export …</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>All as at first</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Use these keys</translation>
    </message>
    <message>
        <source>Use as well</source>
        <translation>Use as well</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>No keys</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>As at first</translation>
    </message>
    <message>
        <source>When reading</source>
        <translation>When reading</translation>
    </message>
    <message>
        <source>In the worklist</source>
        <translation>In the worklist</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>At first: %1</source>
        <translation>At first: %1</translation>
    </message>
    <message>
        <source>No command has this name or key.</source>
        <translation>No command has this name or key.</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Take them over</translation>
    </message>
    <message>
        <source>This command has no keys.</source>
        <translation>This command has no keys.</translation>
    </message>
    <message>
        <source>%1 is needed to move about in the window and cannot be given to a command.</source>
        <translation>%1 is needed to move about in the window and cannot be given to a command.</translation>
    </message>
    <message>
        <source>The command has these keys already.</source>
        <translation>The command has these keys already.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 is free.</translation>
    </message>
    <message>
        <source>With this file %1 would run both “%2” and “%3”. Nothing was changed.</source>
        <translation>With this file %1 would run both “%2” and “%3”. Nothing was changed.</translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation>Export the keys</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Keys (*.json)</translation>
    </message>
    <message>
        <source>The keys were written.</source>
        <translation>The keys were written.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>The file cannot be written: %1</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Import keys</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>The file cannot be read.</translation>
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
        <translation>The keys of the file are in use.</translation>
    </message>
    <message>
        <source>Give up my keys</source>
        <translation>Give up my keys</translation>
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
    <name>consilium::app::LeaveQuestion</name>
    <message numerus="yes">
        <source>%n mark(s) that you drew, changed or deleted are not saved.</source>
        <translation>
            <numerusform>%n mark that you drew, changed or deleted is not saved.</numerusform>
            <numerusform>%n marks that you drew, changed or deleted are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) are not in the archive yet.</source>
        <translation>
            <numerusform>%n saved object is not in the archive yet.</numerusform>
            <numerusform>%n saved objects are not in the archive yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks that are not saved are in memory only and go when the program ends.</source>
        <translation>Marks that are not saved are in memory only and go when the program ends.</translation>
    </message>
    <message>
        <source>The same holds for what has not been sent.</source>
        <translation>The same holds for what has not been sent.</translation>
    </message>
    <message>
        <source>Until then they are offered when the study is opened again.</source>
        <translation>Until then they are offered when the study is opened again.</translation>
    </message>
    <message>
        <source>Studies from files have no archive: go back and choose &quot;Save marks as files&quot; to keep theirs.</source>
        <translation>Studies from files have no archive: go back and choose &quot;Save marks as files&quot; to keep theirs.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be saved only when their study is opened again and they are restored.</source>
        <translation>
            <numerusform>%n of them can be saved only when its study is opened again and it is restored.</numerusform>
            <numerusform>%n of them can be saved only when their study is opened again and they are restored.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved marks</source>
        <translation>Unsaved marks</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Discard them and end</source>
        <translation>Discard them and end</translation>
    </message>
    <message>
        <source>Discard them and go</source>
        <translation>Discard them and go</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Save and close</translation>
    </message>
    <message>
        <source>Save and send, then end</source>
        <translation>Save and send, then end</translation>
    </message>
    <message>
        <source>Save and send, then go</source>
        <translation>Save and send, then go</translation>
    </message>
    <message>
        <source>Being saved …</source>
        <translation>Being saved …</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are on the way to the archive …</source>
        <translation>
            <numerusform>%n object is on the way to the archive …</numerusform>
            <numerusform>%n objects are on the way to the archive …</numerusform>
        </translation>
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
        <translation>Stop</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Look further</translation>
    </message>
    <message>
        <source>Pinyin, initials and institutions are found in what was listed only.</source>
        <translation>Pinyin, initials and institutions are found in what was listed only.</translation>
    </message>
</context>
<context>
    <name>consilium::app::MainWindow</name>
    <message>
        <source>Worklist</source>
        <translation>Worklist</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Open a folder with DICOM files</source>
        <translation>Open a folder with DICOM files</translation>
    </message>
    <message>
        <source>Open DICOM files</source>
        <translation>Open DICOM files</translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkKeeper</name>
    <message>
        <source>Unsaved marks are kept on this computer again.</source>
        <translation>Unsaved marks are kept on this computer again.</translation>
    </message>
    <message>
        <source>Some of what was kept in it may be lost, unsaved marks among it.</source>
        <translation>Some of what was kept in it may be lost, unsaved marks among it.</translation>
    </message>
    <message>
        <source>Nothing of it is lost.</source>
        <translation>Nothing of it is lost.</translation>
    </message>
    <message>
        <source>The store of unsaved marks on this computer was damaged and has been mended.</source>
        <translation>The store of unsaved marks on this computer was damaged and has been mended.</translation>
    </message>
    <message>
        <source>Marks that are not saved are in memory only and go when the program ends.</source>
        <translation>Marks that are not saved are in memory only and go when the program ends.</translation>
    </message>
    <message>
        <source>The keychain of this computer, which has the key to keep them by, is locked.</source>
        <translation>The keychain of this computer, which has the key to keep them by, is locked.</translation>
    </message>
    <message>
        <source>This computer has no keychain for a key by which they could be kept.</source>
        <translation>This computer has no keychain for a key by which they could be kept.</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved marks of %n study (studies) cannot be read by this version of the program. They stay on this computer as they are.</source>
        <translation>
            <numerusform>Unsaved marks of %n study cannot be read by this version of the program. They stay on this computer as they are.</numerusform>
            <numerusform>Unsaved marks of %n studies cannot be read by this version of the program. They stay on this computer as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved marks of an earlier run may be on this computer and cannot be read now.</source>
        <translation>Unsaved marks of an earlier run may be on this computer and cannot be read now.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of it are lost, unsaved marks may be among them.</source>
        <translation>
            <numerusform>%n record of it is lost, unsaved marks may be in it.</numerusform>
            <numerusform>%n records of it are lost, unsaved marks may be among them.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again by itself, and said when they are safe.</source>
        <translation>It is tried again by itself, and said when they are safe.</translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkSaving</name>
    <message>
        <source>A mark cannot be drawn on its image and is not saved: %1.</source>
        <translation>A mark cannot be drawn on its image and is not saved: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The pixels of %n mark(s) could not be had: they are saved without the values of these.</source>
        <translation>
            <numerusform>The pixels of %n mark could not be had: it is saved without their values.</numerusform>
            <numerusform>The pixels of %n marks could not be had: they are saved without their values.</numerusform>
        </translation>
    </message>
    <message>
        <source>A presentation state knows quarter turns only: the images are saved upright and whole.</source>
        <translation>A presentation state knows quarter turns only: the images are saved upright and whole.</translation>
    </message>
    <message>
        <source>A key image without a known reason is not saved.</source>
        <translation>A key image without a known reason is not saved.</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Presentation states</source>
        <translation>Presentation states</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Key images</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between marks</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved, for their images are not in the archive or not loaded yet: %1. They stay unsaved marks.</source>
        <translation>Not saved, for their images are not in the archive or not loaded yet: %1. They stay unsaved marks.</translation>
    </message>
    <message>
        <source>Not saved, for marks that were saved with them lie on images that are not there and would be lost: %1. They stay unsaved marks.</source>
        <translation>Not saved, for marks that were saved with them lie on images that are not there and would be lost: %1. They stay unsaved marks.</translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n mark(s) is not saved for the same reason.</source>
        <translation>
            <numerusform>The deletion of %n mark is not saved for the same reason.</numerusform>
            <numerusform>The deletion of %n marks is not saved for the same reason.</numerusform>
        </translation>
    </message>
    <message>
        <source>Key images taken back</source>
        <translation>Key images taken back</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>Slab, fusion, enhancement and colours are not saved: a presentation state has none of them.</source>
        <translation>Slab, fusion, enhancement and colours are not saved: a presentation state has none of them.</translation>
    </message>
    <message>
        <source>View of series %1, image %2</source>
        <translation>View of series %1, image %2</translation>
    </message>
    <message>
        <source>View of image %1</source>
        <translation>View of image %1</translation>
    </message>
    <message>
        <source>Not saved, for figures of a fused series that were saved with them cannot be read now and would be lost: %1. They stay unsaved marks.</source>
        <translation>Not saved, for figures of a fused series that were saved with them cannot be read now and would be lost: %1. They stay unsaved marks.</translation>
    </message>
    <message numerus="yes">
        <source>What %n mark(s) say of a fused series could not be had, or has too many points: they are saved without these values.</source>
        <translation>
            <numerusform>What %n mark says of a fused series could not be had, or has too many points: it is saved without these values.</numerusform>
            <numerusform>What %n marks say of a fused series could not be had, or has too many points: they are saved without these values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkSender</name>
    <message>
        <source>What was saved cannot be sent now: the outbox on this computer cannot be read.</source>
        <translation>What was saved cannot be sent now: the outbox on this computer cannot be read.</translation>
    </message>
    <message>
        <source>No study is shown.</source>
        <translation>No study is shown.</translation>
    </message>
    <message>
        <source>There is nothing to save: no mark of this study is new or changed.</source>
        <translation>There is nothing to save: no mark of this study is new or changed.</translation>
    </message>
    <message>
        <source>The archive of this study is not known.</source>
        <translation>The archive of this study is not known.</translation>
    </message>
    <message>
        <source>The store of this computer is just being opened. Try again in a moment.</source>
        <translation>The store of this computer is just being opened. Try again in a moment.</translation>
    </message>
    <message>
        <source>The marks are not saved; they stay unsaved marks of this computer.</source>
        <translation>The marks are not saved; they stay unsaved marks of this computer.</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. &quot;Save marks as files&quot; writes them to a folder.</source>
        <translation>This study comes from files: there is no archive to send its marks to. &quot;Save marks as files&quot; writes them to a folder.</translation>
    </message>
    <message>
        <source>Nothing had to be written anew.</source>
        <translation>Nothing had to be written anew.</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n object(s) on the way to %1.</source>
        <translation>
            <numerusform>Saved: %n object on the way to %1.</numerusform>
            <numerusform>Saved: %n objects on the way to %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer cannot keep them: do not end the program before they are in the archive.</source>
        <translation>This computer cannot keep them: do not end the program before they are in the archive.</translation>
    </message>
    <message>
        <source>The files could not be written.</source>
        <translation>The files could not be written.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. The marks stay unsaved marks of this computer as well.</source>
        <translation>
            <numerusform>%n file written. The marks stay unsaved marks of this computer as well.</numerusform>
            <numerusform>%n files written. The marks stay unsaved marks of this computer as well.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the archive did not take it. The outbox says why.</source>
        <translation>%1: the archive did not take it. The outbox says why.</translation>
    </message>
    <message>
        <source>Key images (%1)</source>
        <translation>Key images (%1)</translation>
    </message>
    <message>
        <source>Arrows, texts and display</source>
        <translation>Arrows, texts and display</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Key images</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>It is just being sent: wait until that has ended.</source>
        <translation>It is just being sent: wait until that has ended.</translation>
    </message>
    <message>
        <source>It could not be taken out of the outbox.</source>
        <translation>It could not be taken out of the outbox.</translation>
    </message>
    <message>
        <source>The file was written.</source>
        <translation>The file was written.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>The file could not be written.</translation>
    </message>
    <message>
        <source>Key images taken back (%1)</source>
        <translation>Key images taken back (%1)</translation>
    </message>
    <message>
        <source>Marks are just being saved: wait until that has ended.</source>
        <translation>Marks are just being saved: wait until that has ended.</translation>
    </message>
    <message>
        <source>The view is not saved.</source>
        <translation>The view is not saved.</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Saved view</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send a view of it to.</source>
        <translation>This study comes from files: there is no archive to send a view of it to.</translation>
    </message>
    <message>
        <source>The marks are not saved.</source>
        <translation>The marks are not saved.</translation>
    </message>
    <message>
        <source>%1 does not answer: they wait in the outbox and go when it is back.</source>
        <translation>%1 does not answer: they wait in the outbox and go when it is back.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer. What you saved waits for it: it is put together and sent when it is back.</source>
        <translation>%1 does not answer. What you saved waits for it: it is put together and sent when it is back.</translation>
    </message>
</context>
<context>
    <name>consilium::app::MonitorSettings</name>
    <message>
        <source>Use this measure</source>
        <translation>Use this measure</translation>
    </message>
    <message>
        <source>Forget the measure</source>
        <translation>Forget the measure</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitors</translation>
    </message>
    <message>
        <source>To show images in true size, hold a ruler to the bar and enter how long it is from outer edge to outer edge. What a monitor says of its own size is not relied on.</source>
        <translation>To show images in true size, hold a ruler to the bar and enter how long it is from outer edge to outer edge. What a monitor says of its own size is not relied on.</translation>
    </message>
    <message>
        <source>Length of the bar</source>
        <translation>Length of the bar</translation>
    </message>
    <message>
        <source>Measured: a pixel of this monitor is %1 mm. True size can be used.</source>
        <translation>Measured: a pixel of this monitor is %1 mm. True size can be used.</translation>
    </message>
    <message>
        <source>Not measured: true size cannot be used on this monitor.</source>
        <translation>Not measured: true size cannot be used on this monitor.</translation>
    </message>
    <message>
        <source>This monitor: %1, %2 × %3 pixels</source>
        <translation>This monitor: %1, %2 × %3 pixels</translation>
    </message>
    <message>
        <source>No monitor has pixels of %1 mm: please measure once more.</source>
        <translation>No monitor has pixels of %1 mm: please measure once more.</translation>
    </message>
    <message>
        <source>The length is a number of millimetres, from 20 to 1000.</source>
        <translation>The length is a number of millimetres, from 20 to 1000.</translation>
    </message>
    <message>
        <source>With the worklist in a window of its own: %1</source>
        <translation>With the worklist in a window of its own: %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::MouseSettings</name>
    <message>
        <source>Mouse</source>
        <translation>Mouse</translation>
    </message>
    <message>
        <source>My own as at first</source>
        <translation>My own as at first</translation>
    </message>
    <message>
        <source>Left button</source>
        <translation>Left button</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>Middle button</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Right button</translation>
    </message>
    <message>
        <source>Back button</source>
        <translation>Back button</translation>
    </message>
    <message>
        <source>Forward button</source>
        <translation>Forward button</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Wheel</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>Tools in a circle round the pointer: hold the key (Settings, Keyboard) or the right button, move towards a tool, let go.</source>
        <translation>Tools in a circle round the pointer: hold the key (Settings, Keyboard) or the right button, move towards a tool, let go.</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Top right</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Bottom right</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Bottom</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Bottom left</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Top left</translation>
    </message>
</context>
<context>
    <name>consilium::app::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningDetails</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
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
        <translation>File</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
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
        <translation>Patient</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Exam</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patient ID</translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningReport</name>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>There is no file or folder “%1”.</translation>
    </message>
    <message>
        <source>There are no DICOM images in what was opened.</source>
        <translation>There are no DICOM images in what was opened.</translation>
    </message>
    <message>
        <source>Nothing could be opened. %1</source>
        <translation>Nothing could be opened. %1</translation>
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
        <translation>The directory of the medium names it, but it is not there.</translation>
    </message>
    <message>
        <source>The directory of the medium points outside its own folder.</source>
        <translation>The directory of the medium points outside its own folder.</translation>
    </message>
    <message>
        <source>Reading was stopped: series may lack images.</source>
        <translation>Reading was stopped: series may lack images.</translation>
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
        <translation>Another patient is named than in the rest of the study.</translation>
    </message>
    <message>
        <source>No patient is named, where the rest of the study names one.</source>
        <translation>No patient is named, where the rest of the study names one.</translation>
    </message>
    <message>
        <source>The study is open already, from an archive.</source>
        <translation>The study is open already, from an archive.</translation>
    </message>
    <message>
        <source>The study is open already, from the archive %1.</source>
        <translation>The study is open already, from the archive %1.</translation>
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
        <translation>%1 (Opened at %2.)</translation>
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
        <translation>%1 has given no list since %2. Its studies are shown as listed at %3.</translation>
    </message>
    <message>
        <source>No list comes from: %1. Their studies are shown as they were last listed.</source>
        <translation>No list comes from: %1. Their studies are shown as they were last listed.</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a day</comment>
        <translation>until %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a day</comment>
        <translation>from %1</translation>
    </message>
    <message>
        <source>the beginning of the whole list</source>
        <translation>the beginning of the whole list</translation>
    </message>
    <message>
        <source>%1 (not to the end)</source>
        <translation>%1 (not to the end)</translation>
    </message>
    <message>
        <source>Studies of %1 are missing here: it was not asked for all of them.</source>
        <translation>Studies of %1 are missing here: it was not asked for all of them.</translation>
    </message>
    <message>
        <source>Only this was listed of %1, and its other studies are missing here: %2.</source>
        <translation>Only this was listed of %1, and its other studies are missing here: %2.</translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxButton</name>
    <message numerus="yes">
        <source>%n object(s) were not taken by their archive and need a decision.</source>
        <translation>
            <numerusform>%n object was not taken by its archive and needs a decision.</numerusform>
            <numerusform>%n objects were not taken by their archive and need a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) on the way to their archive.</source>
        <translation>
            <numerusform>%n object on the way to its archive.</numerusform>
            <numerusform>%n objects on the way to their archive.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · waiting for %2</source>
        <translation>%1 · waiting for %2</translation>
    </message>
    <message numerus="yes">
        <source>The marks of %n study (studies) are put together and sent when their archive answers.</source>
        <translation>
            <numerusform>The marks of %n study are put together and sent when its archive answers.</numerusform>
            <numerusform>The marks of %n studies are put together and sent when their archive answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for: %1.</source>
        <translation>Waiting for: %1.</translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>On the way to the archive</source>
        <translation>On the way to the archive</translation>
    </message>
    <message>
        <source>Everything that was saved is in its archive.</source>
        <translation>Everything that was saved is in its archive.</translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation>Save as file</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) or deletion(s) wait for %1. They are put together and sent when it answers and the study is open.</source>
        <translation>
            <numerusform>%n mark or deletion waits for %1. It is put together and sent when %1 answers and the study is open.</numerusform>
            <numerusform>%n marks or deletions wait for %1. They are put together and sent when %1 answers and the study is open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxRow</name>
    <message>
        <source>Give it up? It will not be sent; the marks become unsaved marks of this computer again.</source>
        <translation>Give it up? It will not be sent; the marks become unsaved marks of this computer again.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Give up…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Save as file…</translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleDesk</name>
    <message>
        <source>Person 1</source>
        <translation>Person 1</translation>
    </message>
    <message>
        <source>Nothing is locked without a password. Set one in the settings, under “People”.</source>
        <translation>Nothing is locked without a password. Set one in the settings, under “People”.</translation>
    </message>
    <message>
        <source>There is nobody else yet. Add people in the settings, under “People”.</source>
        <translation>There is nobody else yet. Add people in the settings, under “People”.</translation>
    </message>
    <message>
        <source>Nobody can delete themselves while they are signed in.</source>
        <translation>Nobody can delete themselves while they are signed in.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a minute.</source>
        <translation>Too many wrong passwords. Wait a minute.</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>The present password is not right.</translation>
    </message>
    <message>
        <source>Only with the password of %1: enter it.</source>
        <translation>Only with the password of %1: enter it.</translation>
    </message>
    <message>
        <source>That is not the password of %1.</source>
        <translation>That is not the password of %1.</translation>
    </message>
    <message>
        <source>The password was not changed, the one before holds. %1</source>
        <translation>The password was not changed, the one before holds. %1</translation>
    </message>
    <message>
        <source>No password was set. %1</source>
        <translation>No password was set. %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleSettings</name>
    <message>
        <source>People of this computer</source>
        <translation>People of this computer</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>Name of somebody new</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>Password or PIN</translation>
    </message>
    <message>
        <source>Lock the screen by itself</source>
        <translation>Lock the screen by itself</translation>
    </message>
    <message>
        <source>Present one</source>
        <translation>Present one</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>New one</translation>
    </message>
    <message>
        <source>New one again</source>
        <translation>New one again</translation>
    </message>
    <message>
        <source>Do without a password</source>
        <translation>Do without a password</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
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
        <translation>Saved.</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (you)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Enter a name and save to make it anew, without a password; settings stay, and the damaged file is kept beside it.</source>
        <translation>The entry of this person cannot be read: %1. Enter a name and save to make it anew, without a password; settings stay, and the damaged file is kept beside it.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Set the password</translation>
    </message>
    <message>
        <source>Needs a password: without one anybody could go on.</source>
        <translation>Needs a password: without one anybody could go on.</translation>
    </message>
    <message>
        <source>From now on the program asks who reads. Passwords are set by each person, after signing in.</source>
        <translation>From now on the program asks who reads. Passwords are set by each person, after signing in.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>The settings of %1 on this computer are deleted: archives and their passwords, saved searches, columns, keys. Images and reports in the archives are not touched.</source>
        <translation>The settings of %1 on this computer are deleted: archives and their passwords, saved searches, columns, keys. Images and reports in the archives are not touched.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Deleted.</translation>
    </message>
    <message>
        <source>The new password is missing.</source>
        <translation>The new password is missing.</translation>
    </message>
    <message>
        <source>The two new passwords are not the same.</source>
        <translation>The two new passwords are not the same.</translation>
    </message>
    <message>
        <source>There is no password any more.</source>
        <translation>There is no password any more.</translation>
    </message>
    <message>
        <source>The password is set. Nobody can read it, and nobody can look it up: do not forget it.</source>
        <translation>The password is set. Nobody can read it, and nobody can look it up: do not forget it.</translation>
    </message>
    <message>
        <source>Password of this person</source>
        <translation>Password of this person</translation>
    </message>
    <message>
        <source>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. How many there are is being looked up …</source>
        <translation>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. How many there are is being looked up …</translation>
    </message>
    <message>
        <source>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. Whether there are any cannot be known: %1</source>
        <translation>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. Whether there are any cannot be known: %1</translation>
    </message>
    <message>
        <source>They have no unsaved marks, and nothing that has not reached the archive.</source>
        <translation>They have no unsaved marks, and nothing that has not reached the archive.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) that they have not saved are deleted for good as well.</source>
        <translation>
            <numerusform>%n mark that they have not saved is deleted for good as well.</numerusform>
            <numerusform>%n marks that they have not saved are deleted for good as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) that have not reached the archive are deleted for good as well.</source>
        <translation>
            <numerusform>%n saved object that has not reached the archive is deleted for good as well.</numerusform>
            <numerusform>%n saved objects that have not reached the archive are deleted for good as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::PersonButton</name>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>People and passwords…</source>
        <translation>People and passwords…</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Signed in: %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::PictureNote</name>
    <message>
        <source>Ask for pictures again</source>
        <translation>Ask for pictures again</translation>
    </message>
    <message>
        <source>The connection broke twice in a row while a preview was asked for: no more previews are asked from %1. Drawing them may stop the archive.</source>
        <translation>The connection broke twice in a row while a preview was asked for: no more previews are asked from %1. Drawing them may stop the archive.</translation>
    </message>
</context>
<context>
    <name>consilium::app::PriorFetch</name>
    <message>
        <source>The earlier study of %1 cannot be opened to be hung beside: its archive is not connected any more, or another patient&apos;s study is open under its UID.</source>
        <translation>The earlier study of %1 cannot be opened to be hung beside: its archive is not connected any more, or another patient&apos;s study is open under its UID.</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier study(ies) could not be fetched to be hung beside.</source>
        <translation>
            <numerusform>%n earlier study could not be fetched to be hung beside.</numerusform>
            <numerusform>%n earlier studies could not be fetched to be hung beside.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the earlier study (%1) is one to be hung beside is not known: nothing is told of its series. The timeline leads to it.</source>
        <translation>Whether the earlier study (%1) is one to be hung beside is not known: nothing is told of its series. The timeline leads to it.</translation>
    </message>
    <message>
        <source>The earlier study (%1) that was to be hung beside has not come yet. The timeline leads to it.</source>
        <translation>The earlier study (%1) that was to be hung beside has not come yet. The timeline leads to it.</translation>
    </message>
    <message>
        <source>No earlier study was found to be hung beside. Not known whether they have one: %1</source>
        <translation>No earlier study was found to be hung beside. Not known whether they have one: %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::ProtocolForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Hang by itself when a study is opened</source>
        <translation>Hang by itself when a study is opened</translation>
    </message>
    <message>
        <source>When it fits</source>
        <translation>When it fits</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadStateRow</name>
    <message>
        <source>Provisional: only on this machine</source>
        <translation>Provisional: only on this machine</translation>
    </message>
    <message>
        <source>Read by me</source>
        <translation>Read by me</translation>
    </message>
    <message>
        <source>Being read by me</source>
        <translation>Being read by me</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in the worklist</comment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Not in the worklist as it is filtered now</source>
        <translation>Not in the worklist as it is filtered now</translation>
    </message>
    <message>
        <source>Worklist: %1</source>
        <translation>Worklist: %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingBar</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Reads no further; what was found stays open</source>
        <translation>Reads no further; what was found stays open</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation>Reading files: %1 of %2</translation>
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
        <translation>Point at a mark of yours to delete it.</translation>
    </message>
    <message>
        <source>Nothing is known to be wrong with these images.</source>
        <translation>Nothing is known to be wrong with these images.</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>No image is shown here.</translation>
    </message>
    <message>
        <source>The details of the image were copied.</source>
        <translation>The details of the image were copied.</translation>
    </message>
    <message>
        <source>A window can be typed for grey images only.</source>
        <translation>A window can be typed for grey images only.</translation>
    </message>
    <message>
        <source>There is no such prior report.</source>
        <translation>There is no such prior report.</translation>
    </message>
    <message>
        <source>No segmentation or structure set lies on these images.</source>
        <translation>No segmentation or structure set lies on these images.</translation>
    </message>
    <message>
        <source>The prior report cannot be opened: it is not listed any more, or another patient&apos;s study is open under its UID.</source>
        <translation>The prior report cannot be opened: it is not listed any more, or another patient&apos;s study is open under its UID.</translation>
    </message>
    <message>
        <source>Hanging protocols</source>
        <translation>Hanging protocols</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingSession</name>
    <message>
        <source>Opening the study …</source>
        <translation>Opening the study …</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>Structure set</translation>
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
        <translation>The images that they are drawn over are not there: open the folder or the archive that holds them.</translation>
    </message>
    <message>
        <source>Of this study there are only outlines</source>
        <translation>Of this study there are only outlines</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>Waiting for %1 s</translation>
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
        <translation>The study cannot be looked for: there is no archive yet.</translation>
    </message>
    <message>
        <source>The study is there, but it belongs to another patient than the link names. It was not opened: ask whoever sent the link.</source>
        <translation>The study is there, but it belongs to another patient than the link names. It was not opened: ask whoever sent the link.</translation>
    </message>
    <message>
        <source>No study was found.</source>
        <translation>No study was found.</translation>
    </message>
    <message>
        <source>Asked: %1.</source>
        <translation>Asked: %1.</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation>%1 could not be asked: %2</translation>
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
        <translation>Studies of several patients have the number that was asked for: choose in the list.</translation>
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
        <translation>One study has this accession number, but not every archive has answered: check that it is the right one.</translation>
    </message>
    <message>
        <source>There are more than are listed.</source>
        <translation>There are more than are listed.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the studies that were asked for were not found.</source>
        <translation>
            <numerusform>%n of the studies that were asked for was not found.</numerusform>
            <numerusform>%n of the studies that were asked for were not found.</numerusform>
        </translation>
    </message>
    <message>
        <source>its token is missing.</source>
        <translation>its token is missing.</translation>
    </message>
    <message>
        <source>its password is missing.</source>
        <translation>its password is missing.</translation>
    </message>
    <message>
        <source>Not opened: %1.</source>
        <translation>Not opened: %1.</translation>
    </message>
    <message>
        <source>The study is there, but it has another accession number than the link names. It was not opened: ask whoever sent the link.</source>
        <translation>The study is there, but it has another accession number than the link names. It was not opened: ask whoever sent the link.</translation>
    </message>
    <message>
        <source>Not opened yet: %1.</source>
        <translation>Not opened yet: %1.</translation>
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
        <translation>No study under this ID meets these conditions; it may have others.</translation>
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
        <translation>Which are the most recent cannot be told: several have the same date and time.</translation>
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
        <translation>Not every study names the same patient: check the identity before you open one.</translation>
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
        <translation>Not found: %1.</translation>
    </message>
    <message>
        <source>Only key images were asked for: what is chosen opens with all its images.</source>
        <translation>Only key images were asked for: what is chosen opens with all its images.</translation>
    </message>
</context>
<context>
    <name>consilium::app::ScenarioRunner</name>
    <message>
        <source>The log %1 cannot be written: %2</source>
        <translation>The log %1 cannot be written: %2</translation>
    </message>
</context>
<context>
    <name>consilium::app::SearchNameDialog</name>
    <message>
        <source>Save this search</source>
        <translation>Save this search</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>Rename the search</translation>
    </message>
    <message>
        <source>Name of the search (no patient&apos;s name)</source>
        <translation>Name of the search (no patient&apos;s name)</translation>
    </message>
    <message>
        <source>Dates, types, body part, institution and archive are kept; what was typed as a search is not.</source>
        <translation>Dates, types, body part, institution and archive are kept; what was typed as a search is not.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
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
        <translation>Replace</translation>
    </message>
    <message>
        <source>There is a search “%1” already. “Replace” gives its name to this one, and it is gone.</source>
        <translation>There is a search “%1” already. “Replace” gives its name to this one, and it is gone.</translation>
    </message>
</context>
<context>
    <name>consilium::app::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Archives and network</source>
        <translation>Archives and network</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>Language and appearance</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Mouse</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitors</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>From study to study</source>
        <translation>From study to study</translation>
    </message>
    <message>
        <source>Hanging protocols</source>
        <translation>Hanging protocols</translation>
    </message>
</context>
<context>
    <name>consilium::app::SignInPage</name>
    <message>
        <source>Locked</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Who is reading?</source>
        <translation>Who is reading?</translation>
    </message>
    <message>
        <source>What %1 has opened stays open until somebody else signs in.</source>
        <translation>What %1 has opened stays open until somebody else signs in.</translation>
    </message>
    <message>
        <source>What %1 has opened stays open.</source>
        <translation>What %1 has opened stays open.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>Password or PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Nothing of it was changed. Somebody else can make it anew in the settings, under “People”.</source>
        <translation>The entry of this person cannot be read: %1. Nothing of it was changed. Somebody else can make it anew in the settings, under “People”.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>This is not the password.</source>
        <translation>This is not the password.</translation>
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
    <name>consilium::app::StagesForm</name>
    <message>
        <source>Stages</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Add a stage</translation>
    </message>
    <message>
        <source>Copy the stage</source>
        <translation>Copy the stage</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>Remove the stage</translation>
    </message>
    <message>
        <source>Move the stage earlier</source>
        <translation>Move the stage earlier</translation>
    </message>
    <message>
        <source>Move the stage later</source>
        <translation>Move the stage later</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Scroll together</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>by position</source>
        <translation>by position</translation>
    </message>
    <message>
        <source>chosen views, by offset</source>
        <translation>chosen views, by offset</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Reference lines</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>as they are</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>of the current image</source>
        <translation>of the current image</translation>
    </message>
    <message>
        <source>with both ends</source>
        <translation>with both ends</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitors</translation>
    </message>
    <message>
        <source>Name of the stage</source>
        <translation>Name of the stage</translation>
    </message>
    <message>
        <source>Columns of monitor %1</source>
        <translation>Columns of monitor %1</translation>
    </message>
    <message>
        <source>Columns of each</source>
        <translation>Columns of each</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stage %1</translation>
    </message>
    <message>
        <source>View %1 of stage %2</source>
        <translation>View %1 of stage %2</translation>
    </message>
    <message>
        <source>A protocol has one stage at least.</source>
        <translation>A protocol has one stage at least.</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyFlow</name>
    <message>
        <source>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</source>
        <translation>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</translation>
    </message>
    <message>
        <source>It is forgotten when the program ends.</source>
        <translation>It is forgotten when the program ends.</translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation>No study is chosen.</translation>
    </message>
    <message>
        <source>You have neither claimed this study nor marked it as read.</source>
        <translation>You have neither claimed this study nor marked it as read.</translation>
    </message>
    <message>
        <source>No study is open in this tab.</source>
        <translation>No study is open in this tab.</translation>
    </message>
    <message>
        <source>This study is not in the worklist as it is filtered now.</source>
        <translation>This study is not in the worklist as it is filtered now.</translation>
    </message>
    <message>
        <source>Claimed: you are reading this study. Provisional: only on this machine.</source>
        <translation>Claimed: you are reading this study. Provisional: only on this machine.</translation>
    </message>
    <message>
        <source>Marked as read. Provisional: only on this machine.</source>
        <translation>Marked as read. Provisional: only on this machine.</translation>
    </message>
    <message>
        <source>Released: the study is unread again. Provisional: only on this machine.</source>
        <translation>Released: the study is unread again. Provisional: only on this machine.</translation>
    </message>
    <message>
        <source>This is the last study of the worklist.</source>
        <translation>This is the last study of the worklist.</translation>
    </message>
    <message>
        <source>This is the first study of the worklist.</source>
        <translation>This is the first study of the worklist.</translation>
    </message>
    <message>
        <source>Study %1 of %2 in the worklist</source>
        <translation>Study %1 of %2 in the worklist</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyHanging</name>
    <message>
        <source>There is no study to hang.</source>
        <translation>There is no study to hang.</translation>
    </message>
    <message>
        <source>No hanging protocol fits this study.</source>
        <translation>No hanging protocol fits this study.</translation>
    </message>
    <message>
        <source>The hanging protocol is no longer there.</source>
        <translation>The hanging protocol is no longer there.</translation>
    </message>
    <message>
        <source>This is the first stage of “%1”.</source>
        <translation>This is the first stage of “%1”.</translation>
    </message>
    <message>
        <source>This is the last stage of “%1”.</source>
        <translation>This is the last stage of “%1”.</translation>
    </message>
    <message>
        <source>Hung by “%1”, stage %2 of %3</source>
        <translation>Hung by “%1”, stage %2 of %3</translation>
    </message>
    <message>
        <source>view %1: %2</source>
        <translation>view %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) left empty</source>
        <translation>
            <numerusform>%n view left empty</numerusform>
            <numerusform>%n views left empty</numerusform>
        </translation>
    </message>
    <message>
        <source>file %1: %2</source>
        <translation>file %1: %2</translation>
    </message>
    <message>
        <source>%1; not here yet: %2</source>
        <translation>%1; not here yet: %2</translation>
    </message>
    <message>
        <source>%1; not known whether they fit: %2</source>
        <translation>%1; not known whether they fit: %2</translation>
    </message>
    <message>
        <source>%1; not known whether they have a newer one: %2</source>
        <translation>%1; not known whether they have a newer one: %2</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now, but the hanging protocol that asked for it is not used any more. Your views stay as they are; the timeline leads to it.</source>
        <translation>The earlier study (%1) is there now, but the hanging protocol that asked for it is not used any more. Your views stay as they are; the timeline leads to it.</translation>
    </message>
    <message>
        <source>The earlier study (%1) was fetched, but its images do not fit what the hanging protocol “%2” asks for. The timeline leads to it.</source>
        <translation>The earlier study (%1) was fetched, but its images do not fit what the hanging protocol “%2” asks for. The timeline leads to it.</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now, but the hanging protocol “%2” that asked for it does not fit any more. Your views stay as they are; the timeline leads to it.</source>
        <translation>The earlier study (%1) is there now, but the hanging protocol “%2” that asked for it does not fit any more. Your views stay as they are; the timeline leads to it.</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now. Your views stay as they are: the hanging protocol “%2” shows it beside.</source>
        <translation>The earlier study (%1) is there now. Your views stay as they are: the hanging protocol “%2” shows it beside.</translation>
    </message>
    <message>
        <source>Hung with the earlier study (%1).</source>
        <translation>Hung with the earlier study (%1).</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyNotices</name>
    <message>
        <source>%1: %2</source>
        <comment>of which study, what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyPanel</name>
    <message>
        <source>Open images</source>
        <translation>Open images</translation>
    </message>
    <message>
        <source>Opens the study (Enter)</source>
        <translation>Opens the study (Enter)</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Series %1</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>The series cannot be listed. %1</source>
        <translation>The series cannot be listed. %1</translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number in another archive. They are not mixed: compare name and ID before reading.</source>
        <translation>Another patient&apos;s study has the same number in another archive. They are not mixed: compare name and ID before reading.</translation>
    </message>
    <message numerus="yes">
        <source>%1 image(s)</source>
        <translation>
            <numerusform>%1 image</numerusform>
            <numerusform>%1 images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyRequest</name>
    <message>
        <source>The link says the same thing twice, and differently.</source>
        <translation>The link says the same thing twice, and differently.</translation>
    </message>
    <message>
        <source>The link has a time that cannot be read.</source>
        <translation>The link has a time that cannot be read.</translation>
    </message>
    <message>
        <source>The link asks for a time that ends before it begins.</source>
        <translation>The link asks for a time that ends before it begins.</translation>
    </message>
    <message>
        <source>The link has a patient ID that cannot be one.</source>
        <translation>The link has a patient ID that cannot be one.</translation>
    </message>
    <message>
        <source>The link has a study number that cannot be one.</source>
        <translation>The link has a study number that cannot be one.</translation>
    </message>
    <message>
        <source>The link asks for more than %1 studies.</source>
        <translation>The link asks for more than %1 studies.</translation>
    </message>
    <message>
        <source>The link has an accession number that cannot be one.</source>
        <translation>The link has an accession number that cannot be one.</translation>
    </message>
    <message>
        <source>The link asks for a number of studies that cannot be.</source>
        <translation>The link asks for a number of studies that cannot be.</translation>
    </message>
    <message>
        <source>The link names a modality that cannot be one.</source>
        <translation>The link names a modality that cannot be one.</translation>
    </message>
    <message>
        <source>The link asks for something that this program does not know.</source>
        <translation>The link asks for something that this program does not know.</translation>
    </message>
    <message>
        <source>The link names no patient.</source>
        <translation>The link names no patient.</translation>
    </message>
    <message>
        <source>The link must name a study by its UID or by its accession number.</source>
        <translation>The link must name a study by its UID or by its accession number.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>The link is too long.</translation>
    </message>
    <message>
        <source>The link cannot be read.</source>
        <translation>The link cannot be read.</translation>
    </message>
    <message>
        <source>“%1” is not a Study Instance UID.</source>
        <translation>“%1” is not a Study Instance UID.</translation>
    </message>
    <message>
        <source>“%1” is not an accession number.</source>
        <translation>“%1” is not an accession number.</translation>
    </message>
    <message>
        <source>study %1</source>
        <translation>study %1</translation>
    </message>
    <message>
        <source>studies %1</source>
        <translation>studies %1</translation>
    </message>
    <message>
        <source>accession number %1</source>
        <translation>accession number %1</translation>
    </message>
    <message>
        <source>patient ID %1</source>
        <translation>patient ID %1</translation>
    </message>
    <message>
        <source>modality %1</source>
        <translation>modality %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
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
        <translation>accession numbers %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::TabLabel</name>
    <message>
        <source>Patient ID: %1</source>
        <translation>Patient ID: %1</translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation>Study date: %1</translation>
    </message>
    <message>
        <source>Modality: %1</source>
        <translation>Modality: %1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>Description: %1</translation>
    </message>
    <message>
        <source>Accession number: %1</source>
        <translation>Accession number: %1</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineCommands</name>
    <message>
        <source>This answer holds until the program ends: there is no encrypted store to keep it in.</source>
        <translation>This answer holds until the program ends: there is no encrypted store to keep it in.</translation>
    </message>
    <message>
        <source>Choose a study in the timeline of which it is not sure whose it is.</source>
        <translation>Choose a study in the timeline of which it is not sure whose it is.</translation>
    </message>
    <message>
        <source>The archives are still being asked for earlier studies.</source>
        <translation>The archives are still being asked for earlier studies.</translation>
    </message>
    <message>
        <source>No earlier study is surely this patient&apos;s. The timeline shows those that perhaps are.</source>
        <translation>No earlier study is surely this patient&apos;s. The timeline shows those that perhaps are.</translation>
    </message>
    <message>
        <source>No earlier study of this patient is known.</source>
        <translation>No earlier study of this patient is known.</translation>
    </message>
    <message>
        <source>There is no older study of this patient.</source>
        <translation>There is no older study of this patient.</translation>
    </message>
    <message>
        <source>There is no newer study beside.</source>
        <translation>There is no newer study beside.</translation>
    </message>
    <message>
        <source>There is no such row in the timeline.</source>
        <translation>There is no such row in the timeline.</translation>
    </message>
    <message>
        <source>This is the study that is read.</source>
        <translation>This is the study that is read.</translation>
    </message>
    <message>
        <source>The study cannot be opened: its archive is not connected any more, or another patient&apos;s study is open under its UID.</source>
        <translation>The study cannot be opened: its archive is not connected any more, or another patient&apos;s study is open under its UID.</translation>
    </message>
    <message>
        <source>There is no room for another view beside those that are shown. Empty one, then open the study again.</source>
        <translation>There is no room for another view beside those that are shown. Empty one, then open the study again.</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineDesk</name>
    <message>
        <source>Prior %1</source>
        <translation>Prior %1</translation>
    </message>
    <message>
        <source>Later %1</source>
        <translation>Later %1</translation>
    </message>
    <message>
        <source>What you say about patients lasts until the program ends: it cannot be kept. %1</source>
        <translation>What you say about patients lasts until the program ends: it cannot be kept. %1</translation>
    </message>
    <message>
        <source>You have said that this is another patient.</source>
        <translation>You have said that this is another patient.</translation>
    </message>
    <message>
        <source>Same patient: confirmed by hand %1</source>
        <translation>Same patient: confirmed by hand %1</translation>
    </message>
    <message>
        <source>Perhaps another patient than %1</source>
        <translation>Perhaps another patient than %1</translation>
    </message>
    <message>
        <source>Another patient than %1</source>
        <translation>Another patient than %1</translation>
    </message>
    <message>
        <source>These images do not say whose they are</source>
        <translation>These images do not say whose they are</translation>
    </message>
    <message>
        <source>Same patient: confirmed by hand</source>
        <translation>Same patient: confirmed by hand</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineModel</name>
    <message>
        <source>this study</source>
        <translation>this study</translation>
    </message>
    <message>
        <source>confirmed by hand</source>
        <translation>confirmed by hand</translation>
    </message>
    <message>
        <source>perhaps the same patient</source>
        <translation>perhaps the same patient</translation>
    </message>
    <message>
        <source>contradiction: do not compare</source>
        <translation>contradiction: do not compare</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>another patient</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Same modality</source>
        <translation>Same modality</translation>
    </message>
    <message>
        <source>Same region</source>
        <translation>Same region</translation>
    </message>
    <message>
        <source>Same patient</source>
        <translation>Same patient</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>Another patient</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>Denied: %1</translation>
    </message>
    <message>
        <source>Asking all archives …</source>
        <translation>Asking all archives …</translation>
    </message>
    <message>
        <source>%1: studies not known. %2</source>
        <translation>%1: studies not known. %2</translation>
    </message>
    <message>
        <source>%1 may have more studies.</source>
        <translation>%1 may have more studies.</translation>
    </message>
    <message>
        <source>No other study of this patient is known.</source>
        <translation>No other study of this patient is known.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n study (studies) looked through so far …</source>
        <translation>
            <numerusform>%1: %n study looked through so far …</numerusform>
            <numerusform>%1: %n studies looked through so far …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::WindowSpread</name>
    <message>
        <source>There is only one monitor.</source>
        <translation>There is only one monitor.</translation>
    </message>
    <message>
        <source>Everything is in one window already.</source>
        <translation>Everything is in one window already.</translation>
    </message>
    <message>
        <source>The worklist is in a window of its own.</source>
        <translation>The worklist is in a window of its own.</translation>
    </message>
    <message>
        <source>Put it back here</source>
        <translation>Put it back here</translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistModel</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>Sex, age</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Accession</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>modality</comment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
    <message>
        <source>Study time</source>
        <translation>Study time</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number. They are not mixed.</source>
        <translation>Another patient&apos;s study has the same number. They are not mixed.</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patient ID</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Body part</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>Referring physician</translation>
    </message>
    <message>
        <source>%1 · not answering</source>
        <translation>%1 · not answering</translation>
    </message>
    <message>
        <source>%1 does not answer: the study is shown as it was last listed.</source>
        <translation>%1 does not answer: the study is shown as it was last listed.</translation>
    </message>
    <message>
        <source>Urgent: to be read at once (STAT)</source>
        <translation>Urgent: to be read at once (STAT)</translation>
    </message>
    <message>
        <source>Urgent: to be read before others (HIGH)</source>
        <translation>Urgent: to be read before others (HIGH)</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>STAT</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>The name was repaired: it was written in another character set than declared. Check it.</source>
        <translation>The name was repaired: it was written in another character set than declared. Check it.</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Repaired</translation>
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
    <message>
        <source>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</source>
        <translation>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</translation>
    </message>
    <message>
        <source>Being read by me (provisional)</source>
        <translation>Being read by me (provisional)</translation>
    </message>
    <message>
        <source>Read by me (provisional)</source>
        <translation>Read by me (provisional)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Read state</source>
        <translation>Read state</translation>
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
        <translation>Load more</translation>
    </message>
    <message>
        <source>There is no archive yet.</source>
        <translation>There is no archive yet.</translation>
    </message>
    <message>
        <source>DICOM files and folders can also be dropped here.</source>
        <translation>DICOM files and folders can also be dropped here.</translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation>Add an archive</translation>
    </message>
    <message>
        <source>The archive&apos;s password is missing.</source>
        <translation>The archive&apos;s password is missing.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have it.</source>
        <translation>The keychain of this computer does not have it.</translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation>Enter password</translation>
    </message>
    <message>
        <source>%1 gives no list of studies.</source>
        <translation>%1 gives no list of studies.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>No study matches the search.</source>
        <translation>No study matches the search.</translation>
    </message>
    <message>
        <source>Show all studies</source>
        <translation>Show all studies</translation>
    </message>
    <message>
        <source>The archive holds no studies.</source>
        <translation>The archive holds no studies.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>there are more</source>
        <translation>there are more</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation>Every 30 s</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Every minute</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>Every 5 minutes</translation>
    </message>
    <message>
        <source>Does not refresh itself</source>
        <translation>Does not refresh itself</translation>
    </message>
    <message>
        <source>Refreshes every %1 s</source>
        <translation>Refreshes every %1 s</translation>
    </message>
    <message>
        <source>Refreshes every minute</source>
        <translation>Refreshes every minute</translation>
    </message>
    <message>
        <source>Refreshes every %1 min</source>
        <translation>Refreshes every %1 min</translation>
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
        <translation>The archive&apos;s token is missing.</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>Enter token</translation>
    </message>
    <message>
        <source>The keychain of this computer has no token for it.</source>
        <translation>The keychain of this computer has no token for it.</translation>
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
        <translation>Stop</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Look further</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Saved searches</translation>
    </message>
    <message>
        <source>Remove the saved search “%1”?</source>
        <translation>Remove the saved search “%1”?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <translation>The archives that answer hold no studies.</translation>
    </message>
    <message numerus="yes">
        <source>%n being read by me</source>
        <translation>
            <numerusform>%n being read by me</numerusform>
            <numerusform>%n being read by me</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read by me</source>
        <translation>
            <numerusform>%n read by me</numerusform>
            <numerusform>%n read by me</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistView</name>
    <message>
        <source>Click to sort, drag to move, right-click to choose columns</source>
        <translation>Click to sort, drag to move, right-click to choose columns</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Columns as at first</translation>
    </message>
    <message>
        <source>Urgent studies first</source>
        <translation>Urgent studies first</translation>
    </message>
</context>
<context>
    <name>consilium::app::Workplace</name>
    <message>
        <source>The entry of %1 was damaged; the one before it is used. What was changed last may be missing.</source>
        <translation>The entry of %1 was damaged; the one before it is used. What was changed last may be missing.</translation>
    </message>
    <message>
        <source>These are settings of people of this computer: start the program without --profile and sign in.</source>
        <translation>These are settings of people of this computer: start the program without --profile and sign in.</translation>
    </message>
    <message>
        <source>What was asked for opens when you have signed in.</source>
        <translation>What was asked for opens when you have signed in.</translation>
    </message>
    <message>
        <source>a study at %1</source>
        <translation>a study at %1</translation>
    </message>
    <message>
        <source>files at %1</source>
        <translation>files at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n requests to this desk had no answer yet and were dropped: %1. They were meant for the person before.</source>
        <translation>
            <numerusform>%n request to this desk had no answer yet and was dropped: %1. It was meant for the person before.</numerusform>
            <numerusform>%n requests to this desk had no answer yet and were dropped: %1. They were meant for the person before.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard them and end</source>
        <translation>Discard them and end</translation>
    </message>
    <message>
        <source>Discard them and sign in</source>
        <translation>Discard them and sign in</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of %1 are not saved.</source>
        <translation>
            <numerusform>%n mark of %1 is not saved.</numerusform>
            <numerusform>%n marks of %1 are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) of %1 are not in the archive yet.</source>
        <translation>
            <numerusform>%n saved object of %1 is not in the archive yet.</numerusform>
            <numerusform>%n saved objects of %1 are not in the archive yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer does not keep them: they are lost unless %1 signs in and saves them.</source>
        <translation>This computer does not keep them: they are lost unless %1 signs in and saves them.</translation>
    </message>
    <message>
        <source>Unsaved marks</source>
        <translation>Unsaved marks</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::BandRow</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::Cine</name>
    <message>
        <source>as the file says</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>not in the file</translation>
    </message>
    <message>
        <source>the file&apos;s times cannot be used</source>
        <translation>the file&apos;s times cannot be used</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>changed by hand</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 frames/s</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DetailsPopup</name>
    <message>
        <source>What is wrong with these images</source>
        <translation>What is wrong with these images</translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation>Technical: %1</translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation>Repair log</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DocumentPane</name>
    <message>
        <source>This document cannot be shown.</source>
        <translation>This document cannot be shown.</translation>
    </message>
    <message>
        <source>Previous page or document</source>
        <translation>Previous page or document</translation>
    </message>
    <message>
        <source>Next page or document</source>
        <translation>Next page or document</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>Find in this document</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fetching the document …</source>
        <translation>Fetching the document …</translation>
    </message>
    <message>
        <source>This document is not in the series</source>
        <translation>This document is not in the series</translation>
    </message>
    <message>
        <source>Identity not confirmed: this may be another patient&apos;s document. %1</source>
        <translation>Identity not confirmed: this may be another patient&apos;s document. %1</translation>
    </message>
    <message>
        <source>document %1 / %2</source>
        <translation>document %1 / %2</translation>
    </message>
    <message>
        <source>page %1 / %2</source>
        <translation>page %1 / %2</translation>
    </message>
    <message>
        <source>series %1</source>
        <translation>series %1</translation>
    </message>
    <message>
        <source>image %1 / %2</source>
        <translation>image %1 / %2</translation>
    </message>
    <message>
        <source>What the document refers to is not in this study, or cannot be shown.</source>
        <translation>What the document refers to is not in this study, or cannot be shown.</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::GridPane</name>
    <message>
        <source>No view of the layout lies on this monitor: choose a layout with more columns.</source>
        <translation>No view of the layout lies on this monitor: choose a layout with more columns.</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::HistogramChart</name>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Value, %1</source>
        <translation>Value, %1</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::HistogramWindow</name>
    <message>
        <source>mean %1 · SD %2 · %3 pixels</source>
        <translation>mean %1 · SD %2 · %3 pixels</translation>
    </message>
    <message>
        <source>%1 pixels without a value left out</source>
        <translation>%1 pixels without a value left out</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogram</translation>
    </message>
    <message>
        <source>Copy as table (CSV)</source>
        <translation>Copy as table (CSV)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::LayoutPicker</name>
    <message>
        <source>Choose a layout</source>
        <translation>Choose a layout</translation>
    </message>
    <message>
        <source>%1 × %2 views</source>
        <translation>%1 × %2 views</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkModel</name>
    <message>
        <source>Series %1, image %2</source>
        <translation>Series %1, image %2</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>yours</translation>
    </message>
    <message>
        <source>yours, not saved</source>
        <translation>yours, not saved</translation>
    </message>
    <message>
        <source>yours, changed, not saved</source>
        <translation>yours, changed, not saved</translation>
    </message>
    <message>
        <source>yours, saved</source>
        <translation>yours, saved</translation>
    </message>
    <message>
        <source>yours, saved %1</source>
        <translation>yours, saved %1</translation>
    </message>
    <message>
        <source>yours, saved, waiting to be sent</source>
        <translation>yours, saved, waiting to be sent</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>layer %1</translation>
    </message>
    <message>
        <source>measured with reservations: the data are incomplete or unevenly spaced, or it reaches beyond them</source>
        <translation>measured with reservations: the data are incomplete or unevenly spaced, or it reaches beyond them</translation>
    </message>
    <message>
        <source>study without a date</source>
        <translation>study without a date</translation>
    </message>
    <message>
        <source>layer %1, hidden</source>
        <extracomment>%1: what a presentation state calls one of its layers</extracomment>
        <translation>layer %1, hidden</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkPanel</name>
    <message>
        <source>Marks</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Nothing has been marked in this study.</source>
        <translation>Nothing has been marked in this study.</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogram</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkTextEntry</name>
    <message>
        <source>Text of the mark</source>
        <translation>Text of the mark</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it</source>
        <translation>Enter keeps it, Esc leaves it</translation>
    </message>
    <message>
        <source>That is no length: a number between 0.01 mm and 10 m.</source>
        <translation>That is no length: a number between 0.01 mm and 10 m.</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PdfView</name>
    <message>
        <source>Drawing the page …</source>
        <translation>Drawing the page …</translation>
    </message>
    <message>
        <source>This document holds a form that asks the program to draw what was filled in. Some of it may be missing here.</source>
        <translation>This document holds a form that asks the program to draw what was filled in. Some of it may be missing here.</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PriorReports</name>
    <message>
        <source>Prior reports</source>
        <translation>Prior reports</translation>
    </message>
    <message>
        <source>Looking for prior reports …</source>
        <translation>Looking for prior reports …</translation>
    </message>
    <message>
        <source>Prior reports are not known. %1</source>
        <translation>Prior reports are not known. %1</translation>
    </message>
    <message>
        <source>There may be more.</source>
        <translation>There may be more.</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>Identity not confirmed</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RadialMenu</name>
    <message>
        <source>Tools in a circle</source>
        <translation>Tools in a circle</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RepairLogPanel</name>
    <message>
        <source>Repair log</source>
        <translation>Repair log</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>This image</translation>
    </message>
    <message>
        <source>This series</source>
        <translation>This series</translation>
    </message>
    <message>
        <source>The whole study</source>
        <translation>The whole study</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Without the patient&apos;s data and without names of files</source>
        <translation>Without the patient&apos;s data and without names of files</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>What was done or follows</source>
        <translation>What was done or follows</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Nothing had to be repaired here.</source>
        <translation>Nothing had to be repaired here.</translation>
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
        <translation>as a whole</translation>
    </message>
    <message>
        <source>Slice %1</source>
        <translation>Slice %1</translation>
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
        <translation>Technical: %1</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ReportView</name>
    <message>
        <source>Find in this document</source>
        <translation>Find in this document</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
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
        <translation>Structure set</translation>
    </message>
    <message>
        <source>Nothing of it lies on the images of this view.</source>
        <translation>Nothing of it lies on the images of this view.</translation>
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
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>Drawn by a program</source>
        <translation>Drawn by a program</translation>
    </message>
    <message>
        <source>Drawn with the help of a program</source>
        <translation>Drawn with the help of a program</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>Drawn by hand</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>Loading: %1</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>No image of this study lies where these outlines were drawn.</translation>
    </message>
    <message>
        <source>Outlines over the images</source>
        <translation>Outlines over the images</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>%1 (slices: %2)</source>
        <translation>%1 (slices: %2)</translation>
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
        <translation>Retry</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Cannot be shown</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incomplete</translation>
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
        <translation>Series without name</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Series %1</translation>
    </message>
    <message>
        <source>No image of this series could be read</source>
        <translation>No image of this series could be read</translation>
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
        <translation>Structure set</translation>
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
        <translation>Series</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>No image of this study lies where these outlines were drawn.</translation>
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
        <translation>not calibrated</translation>
    </message>
    <message>
        <source>in the patient</source>
        <translation>in the patient</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>calibrated</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>at the detector</translation>
    </message>
    <message>
        <source>corrected for magnification</source>
        <translation>corrected for magnification</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>ultrasound region</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patient ID</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>Sex, age</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Exam</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Accession</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modality</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Body part</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>Pixel spacing</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Thickness</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Study info</source>
        <translation>Study info</translation>
    </message>
    <message>
        <source>%1 columns × %2 rows</source>
        <translation>%1 columns × %2 rows</translation>
    </message>
    <message>
        <source>%1 mm between columns × %2 mm between rows</source>
        <translation>%1 mm between columns × %2 mm between rows</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnoses</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergies</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Pregnancy</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Request ID</translation>
    </message>
    <message>
        <source>Admission ID</source>
        <translation>Admission ID</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>as written in the file, plane not known</source>
        <translation>as written in the file, plane not known</translation>
    </message>
    <message>
        <source>on the scanned film</source>
        <translation>on the scanned film</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>calibrated by hand</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ToolBar</name>
    <message>
        <source>Scroll</source>
        <translation>Scroll</translation>
    </message>
    <message>
        <source>Window level</source>
        <translation>Window level</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Pan</translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation>Rotate freely</translation>
    </message>
    <message>
        <source>Probe value</source>
        <translation>Probe value</translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation>Rotate left 90°</translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation>Rotate right 90°</translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation>Mirror left-right</translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation>Mirror top-bottom</translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation>Invert greys</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>One view</translation>
    </message>
    <message>
        <source>Four views</source>
        <translation>Four views</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Fit to view</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Reset view</translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation>Text over images</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>left drag</source>
        <translation>left drag</translation>
    </message>
    <message>
        <source>right drag</source>
        <translation>right drag</translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation>middle drag</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>wheel</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Play the stack</source>
        <translation>Play the stack</translation>
    </message>
    <message>
        <source>Scroll views together</source>
        <translation>Scroll views together</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Reference lines</translation>
    </message>
    <message>
        <source>Hold, or click its corner, for others</source>
        <translation>Hold, or click its corner, for others</translation>
    </message>
    <message>
        <source>3D cursor</source>
        <translation>3D cursor</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ViewportWidget</name>
    <message>
        <source>Series %1</source>
        <translation>Series %1</translation>
    </message>
    <message>
        <source>Choose a series on the left, or drag one here</source>
        <translation>Choose a series on the left, or drag one here</translation>
    </message>
    <message>
        <source>No image of this series lies in the plane asked for</source>
        <translation>No image of this series lies in the plane asked for</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>Loading: %1</translation>
    </message>
    <message>
        <source>Magnifier %1×</source>
        <translation>Magnifier %1×</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>No image of this study lies where these outlines were drawn.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>Waiting for %1 s</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>Drag a series here</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>No image is shown here.</translation>
    </message>
    <message>
        <source>The copied mark is another patient&apos;s.</source>
        <translation>The copied mark is another patient&apos;s.</translation>
    </message>
    <message>
        <source>The copied mark is of another study.</source>
        <translation>The copied mark is of another study.</translation>
    </message>
    <message>
        <source>One of the two images does not say where it lies in the patient.</source>
        <translation>One of the two images does not say where it lies in the patient.</translation>
    </message>
    <message>
        <source>The copied mark lies in another frame of reference.</source>
        <translation>The copied mark lies in another frame of reference.</translation>
    </message>
    <message>
        <source>The image is not parallel to the one that the mark was copied from.</source>
        <translation>The image is not parallel to the one that the mark was copied from.</translation>
    </message>
    <message>
        <source>The copied mark would lie beside this image.</source>
        <translation>The copied mark would lie beside this image.</translation>
    </message>
    <message>
        <source>Marks are hidden with the text over images, and come back with it.</source>
        <translation>Marks are hidden with the text over images, and come back with it.</translation>
    </message>
    <message>
        <source>The mark was not finished and is gone: it belonged to the other image.</source>
        <translation>The mark was not finished and is gone: it belonged to the other image.</translation>
    </message>
    <message>
        <source>How long is it? In mm, or with &quot;cm&quot;</source>
        <translation>How long is it? In mm, or with &quot;cm&quot;</translation>
    </message>
    <message>
        <source>The copied line calibrates its own image only: draw it anew on this one.</source>
        <translation>The copied line calibrates its own image only: draw it anew on this one.</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WaveformView</name>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation>Paper speed</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Recording %1</translation>
    </message>
    <message>
        <source>%1 mm/s</source>
        <translation>%1 mm/s</translation>
    </message>
    <message>
        <source>%1 mm/mV</source>
        <translation>%1 mm/mV</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>true millimetres</source>
        <translation>true millimetres</translation>
    </message>
    <message>
        <source>squares of 1 mm, not true to size on this monitor</source>
        <translation>squares of 1 mm, not true to size on this monitor</translation>
    </message>
    <message>
        <source>filters not recorded</source>
        <translation>filters not recorded</translation>
    </message>
    <message>
        <source>filter %1–%2 Hz</source>
        <translation>filter %1–%2 Hz</translation>
    </message>
    <message>
        <source>notch %1 Hz</source>
        <translation>notch %1 Hz</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>not calibrated</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowEntry</name>
    <message>
        <source>Two numbers are needed: centre and width, as in 40 400.</source>
        <translation>Two numbers are needed: centre and width, as in 40 400.</translation>
    </message>
    <message>
        <source>The width must be more than 0.</source>
        <translation>The width must be more than 0.</translation>
    </message>
    <message>
        <source>These numbers are too large.</source>
        <translation>These numbers are too large.</translation>
    </message>
    <message>
        <source>Window: centre and width</source>
        <translation>Window: centre and width</translation>
    </message>
    <message>
        <source>For example 40 400, or W 400 L 40</source>
        <translation>For example 40 400, or W 400 L 40</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowPresetPanel</name>
    <message>
        <source>Window presets</source>
        <translation>Window presets</translation>
    </message>
    <message>
        <source>Only for images in Hounsfield units</source>
        <translation>Only for images in Hounsfield units</translation>
    </message>
</context>
</TS>
