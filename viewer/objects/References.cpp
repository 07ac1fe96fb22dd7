#include "viewer/objects/References.h"

#include "viewer/dicom/PatientMatch.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

bool mayHaveFrames(const SopClassUid &sopClass)
{
    // PS3.3 table A.1-1: those without Multi-frame Module.
    static const QSet<QString> single = {
        u"1"_s, u"1.1"_s, u"1.1.1"_s, u"1.2"_s, u"1.2.1"_s,  u"1.3"_s,    u"1.3.1"_s,  u"2"_s,        u"4"_s,
        u"6"_s, u"6.1"_s, u"7"_s,     u"128"_s, u"77.1.1"_s, u"77.1.2"_s, u"77.1.4"_s, u"77.1.5.1"_s, u"77.1.5.2"_s};
    static const QString root = u"1.2.840.10008.5.1.4.1.1."_s;
    return !sopClass.text().startsWith(root) || !single.contains(sopClass.text().mid(root.size()));
}

void judgeReference(const ImageReference &reference, const ObjectHeader &header, const ImageLookup &lookup, int part,
                    Flaws &flaws)
{
    const std::optional<KnownImage> image = lookup(reference.sop);
    if (!image) {
        flaws.note(Flaw::Kind::MissingImage, u"image %1"_s.arg(reference.sop.text()), part);
        return;
    }
    const dicom::PatientIdentity patient = header.patient();
    if (!dicom::samePatient(patient, image->patient) || dicom::contradictEachOther(patient, image->patient))
        flaws.note(Flaw::Kind::OtherPatient, u"image %1"_s.arg(reference.sop.text()), part);
    if (reference.frame > std::max(1, image->frames))
        flaws.note(Flaw::Kind::NoFrame, u"frame %1 of %2"_s.arg(reference.frame).arg(image->frames), part);
}

void judgePoints(const ImageReference &reference, const std::vector<ImagePoint> &points, const ImageLookup &lookup,
                 int part, Flaws &flaws)
{
    const std::optional<KnownImage> image = lookup(reference.sop);
    if (!image || image->rows <= 0 || image->columns <= 0)
        return;
    const auto isOutside = [&](ImagePoint point) {
        const double low = -0.5 - slackPixels;
        return point.column < low || point.row < low || point.column > image->columns - 0.5 + slackPixels ||
               point.row > image->rows - 0.5 + slackPixels;
    };
    if (std::any_of(points.begin(), points.end(), isOutside))
        flaws.note(Flaw::Kind::Outside, u"an image of %1 x %2"_s.arg(image->columns).arg(image->rows), part);
}

} // namespace consilium::objects
