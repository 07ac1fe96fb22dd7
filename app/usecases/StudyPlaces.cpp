#include "app/usecases/StudyPlaces.h"

#include "viewer/dicom/PlaceInStack.h"

#include <algorithm>
#include <cmath>

namespace consilium::app
{

namespace
{

QString keyOf(const SopInstanceUid &sop, int frame)
{
    return sop.text() + u'/' + QString::number(frame);
}

} // namespace

StudyPlaces::StudyPlaces(const std::vector<dicom::DataSetPtr> &stacks)
{
    for (const dicom::DataSetPtr &stack : stacks) {
        for (const dicom::InstancePtr &image : stack->slices) {
            const QString key = keyOf(image->sop, image->frame);
            if (m_byFrame.contains(key))
                continue;
            m_byFrame.insert(key, m_places.size());
            m_places.push_back({image, stack});
            objects::KnownImage &known = m_known[image->sop];
            known.frames = std::max({known.frames, image->pixels.frames, image->frame + 1});
            known.rows = image->geometry.rows;
            known.columns = image->geometry.columns;
            known.patient = image->patient;
            known.frameOfReference = image->geometry.frameOfReference;
        }
    }
}

const StudyPlaces::Place *StudyPlaces::find(const SopInstanceUid &sop, int frame) const
{
    const auto found = m_byFrame.constFind(keyOf(sop, frame));
    return found == m_byFrame.cend() ? nullptr : &m_places[*found];
}

const StudyPlaces::Place *StudyPlaces::around(const FrameOfReferenceUid &frameOfReference,
                                              const std::vector<PatientPoint> &places) const
{
    const Place *nearest = nullptr;
    double least = 0.0;
    for (const Place &place : m_places) {
        const dicom::FrameGeometry &geometry = place.image->geometry;
        if (frameOfReference.isEmpty() || geometry.frameOfReference != frameOfReference || !geometry.isSpatial())
            continue;
        double farthest = 0.0;
        for (const PatientPoint &one : places)
            farthest = std::max(farthest, std::abs(dicom::distanceFromPlaneMm(geometry, one).value_or(1e9)));
        if ((!nearest || farthest < least) && farthest <= dicom::reachMm(*place.image, place.stack.get())) {
            nearest = &place;
            least = farthest;
        }
    }
    return nearest;
}

bool StudyPlaces::hasFrameOfReference(const FrameOfReferenceUid &frameOfReference) const
{
    return !frameOfReference.isEmpty() && std::any_of(m_places.begin(), m_places.end(), [&](const Place &place) {
        return place.image->geometry.frameOfReference == frameOfReference;
    });
}

objects::ImageLookup StudyPlaces::lookup() const
{
    return [this](const SopInstanceUid &sop) {
        const auto found = m_known.constFind(sop);
        return found == m_known.cend() ? std::nullopt : std::optional(*found);
    };
}

} // namespace consilium::app
