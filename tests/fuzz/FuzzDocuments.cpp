#include "tests/fuzz/FuzzInput.h"
#include "viewer/dicom/RequestForm.h"
#include "viewer/documents/ClinicalText.h"
#include "viewer/documents/DocumentContent.h"
#include "viewer/documents/PaperLayout.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace consilium;
using namespace consilium::documents;

namespace
{

/// What a file says is text, never mark-up: only what the program itself writes begins with a '<'.
void checkEscaped(const QString &html)
{
    static constexpr auto own = std::to_array<QLatin1StringView>(
        {QLatin1StringView("<p style=\""), QLatin1StringView("</p>"), QLatin1StringView("<span style=\"color:#"),
         QLatin1StringView("</span>"), QLatin1StringView("<b>"), QLatin1StringView("</b>"),
         QLatin1StringView("<a href=\"ref:"), QLatin1StringView("</a>"), QLatin1StringView("<br/>")});
    for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at + 1)) {
        const QStringView rest = QStringView(html).mid(at);
        fuzz::require(std::any_of(own.begin(), own.end(), [&](QLatin1StringView tag) { return rest.startsWith(tag); }),
                      "text of a file is escaped");
    }
}

void show(const std::vector<Paragraph> &paragraphs)
{
    const QString colour = QStringLiteral("#101010");
    checkEscaped(richText(paragraphs, {colour, colour, colour, colour, colour}, 13.0));
}

void showReport(const Report &report)
{
    fuzz::require(report.items <= mostContentItems, "a bounded report");
    show(headingOf(report));
    const auto references = referencesIn(report);
    for (const bool isKnown : {true, false}) {
        const auto paragraphs = paragraphsOf(report, [&](const ObjectReference &reference) {
            return isKnown ? reference.sop.text() + QStringLiteral(" <i>") : QString();
        });
        for (const Paragraph &paragraph : paragraphs)
            fuzz::require(paragraph.link < int(references.size()), "a link leads to a reference");
        show(paragraphs);
    }
}

void checkStrip(const WaveformGroup &group, const Paper &paper, const Strip &strip)
{
    fuzz::require(strip.channel >= 0 && std::size_t(strip.channel) < group.channels.size(), "a strip of a channel");
    for (const double number : {strip.fromS, strip.toS, strip.xMm, strip.zeroMm, strip.mmPerUnit, strip.topMm,
                                strip.bottomMm, strip.low, strip.high})
        fuzz::require(std::isfinite(number), "places are numbers");
    for (const double share : {0.0, 0.25, 0.5, 0.99}) {
        const double xMm = strip.xMm + share * (strip.toS - strip.fromS) * paper.options.mmPerSecond;
        if (const auto reading = readingAt(group, paper, strip, xMm)) {
            const PaperPoint place = placeOf(paper, strip, reading->timeS, reading->value);
            fuzz::require(std::isfinite(place.xMm) && std::isfinite(place.yMm), "a sample has a place");
        }
    }
}

void showCurves(const Recording &recording)
{
    for (const WaveformGroup &group : recording.groups) {
        for (const Channel &channel : group.channels)
            fuzz::require(channel.samples.size() == group.sampleCount(), "channels of one length");
        for (const PaperForm form : formsFor(group)) {
            const Paper paper = layOut(group, {form, 25.0, 10.0});
            fuzz::require(std::isfinite(paper.widthMm) && std::isfinite(paper.heightMm) && !paper.strips.empty(),
                          "paper with curves on it");
            for (const Strip &strip : paper.strips)
                checkStrip(group, paper, strip);
        }
    }
}

} // namespace

// A document on its way to the screen: report, key images, curves, clinical document, or (beginning with '<') the text
// of a clinical document alone. PDF ends here as bytes: their reader runs in a process of its own.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (bytes.startsWith('<')) {
        if (const auto text = clinicalText(bytes))
            show(*text);
        return 0;
    }
    const auto object = dicom::readObject(bytes);
    if (!object)
        return 0;
    static_cast<void>(dicom::describeDocument(*object));
    dicom::RequestForm form = dicom::describeRequest(*object);
    form.completeWith(form);
    const auto document = readDocument(bytes);
    if (!document)
        return 0;
    fuzz::require(int(bool(document->report)) + int(bool(document->recording)) + int(bool(document->pdf)) +
                          int(bool(document->clinical)) ==
                      1,
                  "one document");
    if (document->report)
        showReport(*document->report);
    if (document->recording)
        showCurves(*document->recording);
    if (document->clinical)
        show(*document->clinical);
    return 0;
}
