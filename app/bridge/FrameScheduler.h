#pragma once
#include "app/bridge/FrameLoader.h"
#include "app/bridge/PrefetchOrder.h"
#include "app/bridge/StudyTable.h"
#include "viewer/pixels/FrameCache.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <vector>

namespace consilium::app
{

/// Decides which frame is fetched next: what is on a screen at once, then the neighbours of all views in turn, then the
/// rest of their stacks as far as the cache's bytes reach. UI thread only.
class FrameScheduler : public QObject
{
    Q_OBJECT
public:
    FrameScheduler(const StudyTable &table, pixels::FrameCache &cache, FrameLoader &loader, QObject *parent);

    /// A view shows this slice (pixels::StudyImages::want). An empty id: it shows nothing any more. `alone`: nothing
    /// else of the stack is wanted.
    void want(const void *viewer, const DataSetId &id, int index, int direction, bool alone = false);
    /// Its picture is made of these slices (pixels::StudyImages::wantAround).
    void wantAround(const void *viewer, int first, int last);
    /// Frames were added, freed or may be tried again.
    void restart();
    /// A frame was put into the cache; others may have left it.
    void noteCacheChange() { ++m_cacheState; }
    /// A slot may have become free.
    void proceed();
    [[nodiscard]] bool isWanted(const DataSetId &id) const;
    /// Nothing is left that it would still start.
    [[nodiscard]] bool isExhausted() const;

private:
    struct Want {
        DataSetId id;
        int index = 0, direction = 0;
        bool alone = false;
        int first = -1, last = -2; ///< of a slab; none when first > last
        PrefetchOrder order;
        int given = 0;          ///< slices the order has named
        std::int64_t bytes = 0; ///< of those
        bool isExhausted = true;
    };

    void reset(Want &want);
    void startVisible(const void *viewer, const Want &want);
    bool startNext(Want &want, std::int64_t share);
    [[nodiscard]] std::vector<dicom::InstancePtr> restOf(const dicom::DataSet &dataSet, const FrameSource &source,
                                                         std::int64_t share) const;
    /// The data set is at least half of the series.
    [[nodiscard]] bool isHalfOf(const FrameSource &source, const dicom::DataSet &dataSet) const;
    void startAround(const Want &want, const dicom::DataSet &dataSet);
    void makeWay();
    void pin(const void *viewer, const QSet<pixels::FrameKey> &keys);
    [[nodiscard]] bool isWhole(const DataSetId &id);

    const StudyTable &m_table;
    pixels::FrameCache &m_cache;
    FrameLoader &m_loader;
    std::map<const void *, Want> m_wants;
    struct Whole {
        std::uint64_t cacheState = 0; ///< for which it was found out
        bool isWhole = false;
    };
    QHash<DataSetId, Whole> m_whole;
    std::uint64_t m_cacheState = 1; ///< moves with each change of the cache or of the failures
    QTimer m_soon;
};

} // namespace consilium::app
