#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/segments/Segmentation.h"
#include "viewer/session/ActionDispatcher.h"

#include <QAbstractListModel>
#include <QImage>
#include <QPointer>
#include <QSet>

namespace consilium::widgets
{

class Thumbnails;

/// What one card of the series strip says.
struct SeriesCard {
    enum class Loading { Idle, Queued, Partial, Incomplete, Complete, Failed };

    DataSetId id;
    QString number, title, modality, count;
    Loading loading = Loading::Idle;
    double share = 0.0; ///< loaded, 0 to 1
    QString problem;    ///< of a failed one: the cause; else what is wrong with the data, one line each
    bool hasIssues = false;
    render2d::Grade grade = render2d::Grade::Information; ///< of the gravest issue
    bool canRetry = false;                                ///< what failed may come another time
    std::vector<bool> cells;                              ///< one for each cell of the layout: shows this series
    bool isActive = false;                                ///< the active view shows it
    QString icon;                                         ///< of documents, in place of a picture
    QStringList facts;                                    ///< of a document: date, flags
    int keyImages = 0;                                    ///< images of it that a key image note of the study names
    SopInstanceUid object; ///< a segmentation or structure set: lies over images; empty: images
    QString loaded;        ///< "99 of 268 images", of one that is on its way or incomplete
    /// What its title begins with: whose it is, where that is not the same for all; what tells it from the other parts
    /// of its series. Either may be empty.
    QString who, part;
    bool mayGrow = false; ///< all that is known of it is loaded, and more may come
    bool operator==(const SeriesCard &) const = default;
};

/// The study's data sets as cards, kept up with loading and with what the views show. A segmentation is one card,
/// however many stacks its segments make as pictures; a structure set has one behind them, also one that cannot be read
/// or is on its way, and where its study holds nothing else.
class SeriesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    SeriesModel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, Thumbnails &thumbnails,
                QObject *parent);

    /// An empty id follows the active view.
    void setStudy(const StudyUid &study);
    /// Listed where nothing is shown yet that could be followed: a study that holds nothing for a view has cards too.
    void setAwaited(const StudyUid &study);
    [[nodiscard]] StudyUid study() const;

    [[nodiscard]] const SeriesCard &card(int row) const { return m_cards[std::size_t(row)]; }
    [[nodiscard]] QImage thumbnail(int row) const;
    [[nodiscard]] int rowOf(const DataSetId &id) const; ///< -1 when absent
    /// A view can show what the card stands for: images or documents. Else it is outlines, or cannot be had.
    [[nodiscard]] bool isShowable(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    void retranslate();

Q_SIGNALS:
    void countChanged(int count);

private:
    void refresh();
    void refreshCard(const DataSetId &id);
    [[nodiscard]] SeriesCard describe(const dicom::DataSet &dataSet);
    static void noteIssues(SeriesCard &card, const dicom::DataSet &dataSet,
                           const pixels::StudyImages::Progress &progress);
    void describeDocuments(SeriesCard &card, const std::vector<dicom::DocumentPtr> &documents) const;
    bool noteKeyMarks();
    [[nodiscard]] int countKeyImages(const dicom::DataSet &dataSet) const;
    [[nodiscard]] SeriesCard describe(const segments::Segmentation &object) const;
    void describeObject(const segments::Segmentation &object, SeriesCard &card) const;
    void addMissingOutlines(std::vector<SeriesCard> &cards) const;
    [[nodiscard]] std::vector<SeriesCard> allCards();
    [[nodiscard]] bool hasPassingFailure(const dicom::DataSet &dataSet) const;

    session::ActionDispatcher &m_dispatcher;
    QPointer<pixels::StudyImages> m_images;
    Thumbnails &m_thumbnails;
    StudyUid m_fixedStudy, m_followed, m_awaited;
    std::vector<SeriesCard> m_cards;
    QSet<SopInstanceUid> m_keyMarks; ///< images that the reader has marked as key images
    QSet<DataSetId> m_asked;         ///< a view has shown it: the rest of it was asked for
};

} // namespace consilium::widgets
