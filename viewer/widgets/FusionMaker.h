#pragma once
#include "base/CancelToken.h"
#include "viewer/imaging/VolumeSample.h"
#include "viewer/widgets/ShownImage.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace consilium::widgets
{

/// Makes the plane of another series that a view lays over its image: asks for the slices, samples them on a thread of
/// the pool, and drops what is outdated meanwhile. Keeps the last one: a window that is dragged samples nothing anew.
/// UI thread only.
class FusionMaker : public QObject
{
    Q_OBJECT
public:
    explicit FusionMaker(QObject *parent);
    ~FusionMaker() override;

    /// Fills in `shown.overlay.fusion` where the state asks for one. What was sampled for another image is never given.
    void fill(ShownImage &shown, pixels::StudyImages &images);
    /// Lets go of slices and plane, as nobody sees them; the usual window stays known.
    void release();
    /// A frame is there. True when what is laid over changes with it: fill() is to be asked again.
    [[nodiscard]] bool takes(const pixels::FrameKey &key);
    /// How many images of the series are there, now. True when that is another number than `fusion` had.
    [[nodiscard]] bool followProgress(render2d::ShownFusion &fusion, const pixels::StudyImages &images) const;
    /// The data set that is laid over; empty: none.
    [[nodiscard]] const DataSetId &dataSet() const { return m_dataSetId; }

Q_SIGNALS:
    void made(); ///< a plane is there: fill() gives it

private:
    /// What a plane is made of; frames are held so that none takes another's place.
    struct Recipe {
        imaging::FusionPlan plan;
        std::vector<imaging::FusionPart> parts;
        [[nodiscard]] bool isSame(const Recipe &other) const;
        [[nodiscard]] bool isOfOnePlane(const Recipe &other) const; ///< but for slices that one of them lacks
    };
    void plan(const dicom::DataSetPtr &series, const dicom::InstancePtr &image, const dicom::StudyPairs &pairs);
    void want(pixels::StudyImages &images);
    void waitFor(const dicom::DataSetPtr &series, pixels::StudyImages &images);
    [[nodiscard]] Recipe gather(const pixels::StudyImages &images, std::optional<dicom::SuvKind> suv);
    void start(Recipe recipe);
    void setUsualEnds(render2d::ShownFusion &fusion, const pixels::StudyImages &images);
    /// The values of a whole series, for its usual window. Kept while nobody sees them, too: taken anew they would need
    /// each of its slices decoded once more. At most mostSampled series, 2 MB each (1 kB a slice of more than 2000).
    struct Sampled {
        std::weak_ptr<const dicom::DataSet> series; ///< gone with its study
        imaging::VolumeSample sample;
        std::unordered_map<pixels::FrameKey, int> unsampled; ///< that may still come, and which slice each is
    };
    static constexpr std::size_t mostSampled = 4;
    [[nodiscard]] Sampled *sampled(); ///< of m_series; null: nothing has needed it yet
    [[nodiscard]] Sampled &sampleSlices(const pixels::StudyImages &images);
    void fillLayer(render2d::ShownFusion &fusion, const session::Fusion &wanted, const pixels::StudyImages &images);

    QPointer<pixels::StudyImages> m_images;
    DataSetId m_dataSetId;
    dicom::DataSetPtr m_series;
    dicom::InstancePtr m_image;
    imaging::FusionPlan m_plan;
    dicom::StudyPairs m_pairs; ///< by which m_plan was made
    struct Wanted {
        DataSetId dataSet;
        int first = 0, last = -1;
        bool operator==(const Wanted &) const = default;
    };
    Wanted m_wanted;
    std::vector<pixels::FrameKey> m_missing; ///< that may still come

    std::vector<Sampled> m_samples; ///< the one used last first

    Recipe m_made, m_making;
    std::shared_ptr<const imaging::ValueImage> m_values;   ///< of m_made
    std::shared_ptr<const imaging::FusionVoxels> m_voxels; ///< of m_made
    CancelToken m_cancel;                                  ///< of m_making
    bool m_isMaking = false;
};

} // namespace consilium::widgets
