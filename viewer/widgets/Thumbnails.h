#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/SliceRenderer.h"

#include <QImage>
#include <QPointer>
#include <QTimer>

#include <map>
#include <set>

namespace consilium::widgets
{

/// Small pictures of data sets: the whole of the middle image in its true proportions, drawn by the same renderer and
/// thus turned the same way as in a viewport. Pictures are drawn one a turn of the event loop; images that nobody shows
/// are asked for one at a time, after the first image of the study is there, so that a thumbnail never delays what is
/// being read.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    Thumbnails(pixels::StudyImages &images, QSize logicalSize, QObject *parent);
    ~Thumbnails() override;

    /// Which data sets need a picture, most urgent first; others are forgotten.
    void setDataSets(const std::vector<DataSetId> &ids);
    void setDevicePixelRatio(qreal ratio);
    /// Null while there is none.
    [[nodiscard]] QImage image(const DataSetId &id) const;
    /// No picture is on its way: each is there, cannot come, or is of a data set of which no image is described.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void changed(const consilium::DataSetId &id);

private:
    struct Entry {
        StudyUid study; ///< whose data set it is: the name may pass to another study that has the same series UID
        QImage image;
        pixels::FrameKey wanted; ///< the middle image; empty while nothing is described
        bool final = false;      ///< drawn from the middle image of the complete stack
        bool failed = false;
    };

    void updateWanted(const DataSetId &id);
    [[nodiscard]] int indexToAskFor(const DataSetId &id, const Entry &entry) const;
    void onFrame(const pixels::FrameKey &key, bool ready);
    void step();
    void draw(const DataSetId &id, Entry &entry, const pixels::FramePtr &frame);
    void askForNext();
    void stopAsking();

    QPointer<pixels::StudyImages> m_images;
    QSize m_size;
    qreal m_ratio = 1.0;
    std::vector<DataSetId> m_order;
    std::map<DataSetId, Entry> m_entries;
    std::set<DataSetId> m_dirty; ///< to be looked at in step()
    DataSetId m_asking;          ///< the one whose image is on its way
    bool m_mayAsk = false;       ///< a first image has come, or none will
    render2d::SliceRenderer m_renderer;
    QTimer m_stepTimer, m_graceTimer, m_askTimer;
};

} // namespace consilium::widgets
