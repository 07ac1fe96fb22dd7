#pragma once
#include "app/scenario/ScenarioHost.h"
#include "viewer/session/scenario/ActionBuilder.h"

namespace consilium::app
{

/// What lines of a scenario may ask about loaded images.
class ScenarioImages : public session::scenario::ImageLookup
{
public:
    explicit ScenarioImages(ScenarioHost &host) : m_host(host) {}

    [[nodiscard]] Result<DataSet> series(const QString &selector, const StudyUid &study) const override;
    [[nodiscard]] Result<SopInstanceUid> segmentation(const QString &selector, const StudyUid &study) const override;
    [[nodiscard]] int sliceCount(const DataSetId &id) const override;
    [[nodiscard]] Result<session::ImageRef> slice(const DataSetId &id, int index) const override;
    [[nodiscard]] bool mayHold(const DataSetId &id, const session::ImageRef &image) const override;
    [[nodiscard]] FrameOfReferenceUid frameOfReference(const DataSetId &id, const SopInstanceUid &sop) const override;

    [[nodiscard]] StudyUid lastStudy() const; ///< the one opened last; empty when none is open

private:
    ScenarioHost &m_host;
};

} // namespace consilium::app
