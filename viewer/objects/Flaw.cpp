#include "viewer/objects/Flaw.h"

#include <QCoreApplication>

#include <algorithm>

namespace consilium::objects
{

namespace
{

// The collector of texts takes the context from here.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(KeptObjectFlaw)
};

QString textOfPlace(Flaw::Kind kind)
{
    switch (kind) {
    case Flaw::Kind::Points:
        return Words::tr("A mark has coordinates that are not valid; it is not shown");
    case Flaw::Kind::Outside:
        return Words::tr("A mark lies outside of its image; it is not shown");
    case Flaw::Kind::ShapeType:
        return Words::tr("A mark has a shape that is not known; it is not shown");
    case Flaw::Kind::NoImage:
        return Words::tr("A mark does not say on which image it lies; it is not shown");
    case Flaw::Kind::SeveralImages:
        return Words::tr("A mark was made for several images; it is shown on the first of them only");
    case Flaw::Kind::NoFrame:
        return Words::tr("A frame is named that the image does not have; the mark is not shown");
    case Flaw::Kind::NotListed:
        return Words::tr("An image is marked that the list of images in the file does not name");
    case Flaw::Kind::MissingImage:
        return Words::tr("An image that is marked is not here; the mark is not shown");
    case Flaw::Kind::OtherPatient:
        return Words::tr("The marks belong to another patient; they are not shown");
    case Flaw::Kind::OtherFrame:
        return Words::tr("A mark lies in another frame of reference than the images; it is not shown");
    default:
        return {};
    }
}

QString textOfContent(Flaw::Kind kind)
{
    switch (kind) {
    case Flaw::Kind::Number:
        return Words::tr("A measured value is not a number; it is left out");
    case Flaw::Kind::Reference:
        return Words::tr("A part of the file refers to another part that is not there; it is left out");
    case Flaw::Kind::Empty:
        return Words::tr("A measurement says nothing; it is left out");
    case Flaw::Kind::Cut:
        return Words::tr("The file has more parts than are read; the rest is missing");
    case Flaw::Kind::Layer:
        return Words::tr("A mark lies on a layer that the file does not describe");
    case Flaw::Kind::Text:
        return Words::tr("A text does not say where it stands; it is not shown");
    default:
        return {};
    }
}

} // namespace

QString flawText(Flaw::Kind kind)
{
    switch (kind) {
    case Flaw::Kind::Area:
        return Words::tr("The displayed area is not valid; it is not used");
    case Flaw::Kind::Window:
        return Words::tr("A window or table of grey values is not valid; it is not used");
    case Flaw::Kind::Turn:
        return Words::tr("The rotation is not a quarter turn; it is not used");
    case Flaw::Kind::Shutter:
        return Words::tr("The shutter of the saved view is not applied: more of the image is seen, not less");
    case Flaw::Kind::Overlay:
        return Words::tr("Overlays of the saved view are not shown");
    case Flaw::Kind::NoPlace:
        return Words::tr("A measurement does not say where in the image it was made; it stands in its report only");
    case Flaw::Kind::OnDisplay:
        return Words::tr("A drawing or text lies at a place of the screen and not of the image; it is not shown");
    case Flaw::Kind::OtherStudy:
        return Words::tr("An image of another study is marked; the mark is not shown");
    case Flaw::Kind::Superseded:
        return Words::tr("A later version takes its place; this one is not shown");
    case Flaw::Kind::Rejected:
        return Words::tr("A note says that it is not to be used; it is not shown");
    case Flaw::Kind::TooMany:
        return Words::tr("There are more marks, or a mark has more points, than can be shown; these are left out");
    case Flaw::Kind::Mask:
        return Words::tr("The saved view subtracts a mask image, which is not done here");
    default:
        break;
    }
    const QString text = textOfPlace(kind);
    return text.isEmpty() ? textOfContent(kind) : text;
}

void Flaws::note(Flaw::Kind kind, const QString &detail, int part)
{
    ++count;
    if (all.size() < mostFlaws)
        all.push_back({kind, detail, part});
}

bool Flaws::has(Flaw::Kind kind) const
{
    return std::any_of(all.begin(), all.end(), [&](const Flaw &flaw) { return flaw.kind == kind; });
}

} // namespace consilium::objects
