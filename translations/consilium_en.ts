<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>consilium::app::AppBar</name>
        <message numerus="yes">
            <source>%n archives out of order</source>
            <translation>
                <numerusform>%n archive out of order</numerusform>
                <numerusform>%n archives out of order</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consilium::app::Application</name>
        <message numerus="yes">
            <source>%n files were left out: they are no DICOM images.</source>
            <translation>
                <numerusform>%n file was left out: it is no DICOM image.</numerusform>
                <numerusform>%n files were left out: they are no DICOM images.</numerusform>
            </translation>
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
    </context>
</TS>
