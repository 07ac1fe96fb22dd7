#pragma once
#include "viewer/widgets/ShownImage.h"

#include <QObject>

#include <cstdint>
#include <vector>

namespace consilium::widgets
{

/// Makes the slab of one view from the frames that are in memory. Keeps the last one: a window that is dragged does not
/// put the slices together anew. A slab that would hold the window up is made on the pool of the program; what is not
/// asked for any more is given up. UI thread only.
class SlabMaker final : public QObject
{
    Q_OBJECT
public:
    /// Work of imaging::slabWork() that is done at once: about 40 ms on one core, by an estimate. A picture in the same
    /// turn is better than a black view in between.
    static constexpr std::int64_t workAtOnce = 40'000'000;

    explicit SlabMaker(QObject *parent);
    ~SlabMaker() override;

    /// Fills in `shown.overlay.slab` where the state asks for one. A picture of fewer slices than planned says so
    /// (ShownSlab::isPartial()). While a slab is made of which nothing can be shown yet, there is no frame either:
    /// `shown` is loading, so that neither the slab before nor a slice alone is taken for it.
    void fill(ShownImage &shown, const pixels::StudyImages &images);
    void clear(); ///< lets go of all, and gives up what is being made
    void setWorkAtOnce(std::int64_t work) { m_atOnce = work; }
    [[nodiscard]] bool isWaitingFor(const pixels::FrameKey &key) const;
    [[nodiscard]] int missing() const { return int(m_missing.size()); }
    [[nodiscard]] bool isMaking() const { return m_isMaking; }

Q_SIGNALS:
    void made(); ///< later than fill(): it is to be called again

private:
    using Values = std::shared_ptr<const imaging::ValueImage>;
    /// What values were, or are, made from; the frames are held so that none takes another's place.
    struct Source {
        std::vector<pixels::FramePtr> frames;
        session::SlabMode mode = session::SlabMode::Mean;
        bool operator==(const Source &) const = default;
        /// It has no other slices than `all`.
        [[nodiscard]] bool isPartOf(const Source &all) const;
    };
    void plan(const ShownImage &shown);
    void gather(const dicom::DataSet &dataSet, const pixels::StudyImages &images);
    void make(render2d::ShownSlab &slab, const dicom::DataSetPtr &dataSet);
    void begin(Source source, const dicom::DataSetPtr &dataSet);
    void stop();
    void take(const Values &values);

    // What the plan was made for.
    dicom::DataSetPtr m_dataSet;
    int m_index = -1;
    double m_thicknessMm = 0.0;
    imaging::SlabPlan m_plan;

    std::vector<imaging::SlabPart> m_parts; ///< frames that are there
    std::vector<pixels::FrameKey> m_missing;

    Source m_madeOf;
    Values m_values;

    Source m_makingOf;
    CancelToken m_cancel; ///< of what is being made
    bool m_isMaking = false, m_isFilling = false;
    std::int64_t m_atOnce = workAtOnce;
};

} // namespace consilium::widgets
