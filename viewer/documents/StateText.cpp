#include "viewer/documents/StateText.h"

#include "viewer/dicom/Documents.h"
#include "viewer/dicom/StudyModel.h"

#include <QCoreApplication>

namespace consilium::documents
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(PresentationStateText)
};

constexpr Tag label{0x0070, 0x0080}, description{0x0070, 0x0081}, date{0x0070, 0x0082}, time{0x0070, 0x0083},
    creator{0x0070, 0x0084}, annotations{0x0070, 0x0001}, texts{0x0070, 0x0008}, graphics{0x0070, 0x0009},
    unformatted{0x0070, 0x0006}, referencedSeries{0x0008, 0x1115}, referencedImages{0x0008, 0x1140};

} // namespace

std::vector<Paragraph> stateText(const Attributes &object)
{
    std::vector<Paragraph> all;
    const auto entry = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            all.push_back({Paragraph::Style::Entry, 0, name, text, -1});
    };
    all.push_back({Paragraph::Style::Heading, 0, {}, Text::tr("Presentation state"), -1});
    entry(Text::tr("Label"), object.text(label));
    entry(Text::tr("Description"), dicom::readableText(object, description));
    entry(Text::tr("Made by"), dicom::PersonName::parse(dicom::readableText(object, creator)).display());
    entry(Text::tr("Made"), dateTimeText(object.text(date) + object.text(time)));
    int images = 0, drawings = 0;
    for (const Attributes &series : object.items(referencedSeries))
        images += int(series.items(referencedImages).size());
    QStringList said;
    for (const Attributes &annotation : object.items(annotations)) {
        drawings += int(annotation.items(graphics).size());
        for (const Attributes &text : annotation.items(texts))
            said << dicom::readableText(text, unformatted);
    }
    entry(Text::tr("Images"), QString::number(images));
    entry(Text::tr("Drawings"), QString::number(drawings));
    for (const QString &text : said)
        if (!text.trimmed().isEmpty())
            all.push_back({Paragraph::Style::Body, 0, {}, text, -1});
    all.push_back(
        {Paragraph::Style::Context, 0, {}, Text::tr("It is applied from the menu of presentation states."), -1});
    return all;
}

} // namespace consilium::documents
