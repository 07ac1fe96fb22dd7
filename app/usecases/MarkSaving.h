#pragma once
#include "app/usecases/FusedFigures.h"
#include "app/usecases/MarkObjects.h"
#include "app/usecases/SavedMarks.h"
#include "base/CancelToken.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace consilium::app
{

/// One object that was made, as a file.
struct MadeObject {
    SavedObject saved;
    QByteArray part10;
    bool operator==(const MadeObject &) const = default;
};
/// What came of a saving.
struct MadeObjects {
    std::vector<MadeObject> objects; ///< what has changed since the last time; may be none
    SavedMarks after;                ///< what is saved once these are kept
    QStringList notes;               ///< what could not be written as it is drawn; sentences for people
    bool operator==(const MadeObjects &) const = default; // the meta object of a signal compares Results
};

/// Makes the objects of the marks of one study: what can be saved is, whatever stands in the way of other marks. What
/// was saved before on images that are not there now (not in the archive, or not loaded) is carried over as it was;
/// where that cannot be had the object of that kind stays as it is, with all of its marks: none is lost to save
/// another. What stays unsaved is named (MadeObjects::notes) and is not in MadeObjects::after. It finds out what they
/// measure (for which the frames that are not in memory are waited for), the header of their images, and of all objects
/// those whose content has changed. UI thread; the objects are built on the pool.
class MarkSaving : public QObject
{
    Q_OBJECT
public:
    struct Task {
        StudyUid study;
        std::vector<session::Annotation> marks; ///< all that is to be in the objects, whether or not it is changed
        session::ViewerState state;             ///< in which they are displayed now
        std::map<ViewId, ImageArea> areas = {}; ///< of the views in it, those that are known
        SavedMarks before;                      ///< empty: nothing was saved yet
        QString author;                         ///< PN as written; not empty
        QString language;                       ///< of texts: "zh_CN"
        QDateTime made;                         ///< local time
        /// What images of the study say of patient and study (objects::ObjectHeader::study), where that is known
        /// already: nobody has to be asked then.
        std::optional<Attributes> header;
        std::shared_ptr<dicomweb::DicomWebClient> archive; ///< that the header is asked of else; null: the files are
        /// What only the archive has, and does not give because it is out of reach, is waited for: an error. Else the
        /// objects are made without it.
        bool mayWait = false;
        /// Why the archive is out of reach now, whatever has been said of single frames; nullopt: it is not. Null:
        /// nobody knows.
        std::function<std::optional<Error>()> trouble;
        int frameWaitMs = 30'000;            ///< for one frame; without it the mark is written without what it says
        std::set<SopInstanceUid> onTheirWay; ///< of the objects in `before`: not in the archive yet
        /// An object that was saved before, as a Part 10 file: marks whose images are not there now are carried over
        /// from it into the one that takes its place. Null: it cannot be had.
        std::function<Pending<Result<QByteArray>>(const SavedObject &object)> fetchSaved;
        /// Only how these views show their images is made into objects, one each, which take the place of none; no mark
        /// is. What several views show alike is one object.
        struct View {
            ViewId id; ///< in `state`
            session::ImageRef image;
        };
        std::vector<View> views = {};
    };
    /// `images` outlives this.
    MarkSaving(Task task, pixels::StudyImages &images, QObject *parent = nullptr);
    ~MarkSaving() override;
    void start();

Q_SIGNALS:
    /// Errors: those of the header's fetching, InvalidArgument (a mark that no object can hold), and where the archive
    /// is out of reach (isOutOfReach()) those of what only it has: pixels, objects that marks are carried over from.
    void finished(const consilium::Result<consilium::app::MadeObjects> &made);

private:
    /// What is to be built, without headers.
    struct Plan {
        std::optional<objects::MeasurementReport> report;
        std::vector<std::pair<QString, objects::PresentationState>> presentations;
        std::vector<std::pair<QString, objects::KeyObjects>> keys;
        /// Notes that earlier key images are not to be used any more, by the role of those.
        std::vector<std::pair<QString, objects::KeyObjects>> withdrawals;
        std::map<QString, std::vector<AnnotationId>> holds; ///< the marks in the object of each role
        std::map<AnnotationId, session::Suv> suv;           ///< of the marks in the report
        std::map<AnnotationId, std::vector<QString>> fused; ///< likewise: what is measured in series over their images
    };
    /// What a mark says of a series that lies over its image.
    struct FusedWaiting {
        std::size_t mark = 0; ///< in m_described
        FusedSeries over;
        imaging::FusionVoxels voxels; ///< with the frames that are there so far
    };
    struct Waiting {
        session::Annotation mark;
        widgets::MarkPlace place;
    };
    /// Of those saved before; null: it is new.
    [[nodiscard]] const session::Annotation *savedVersion(const session::Annotation &mark) const;
    [[nodiscard]] QString roleOf(const session::Annotation &mark) const;
    [[nodiscard]] bool isHeldBack(const session::Annotation &mark) const { return m_heldBack.contains(roleOf(mark)); }
    [[nodiscard]] bool isOfTask(const session::Annotation &mark) const;
    void startViews();
    void takeMark(const session::Annotation &mark);
    void leaveOut(const session::Annotation &mark);
    void next();
    void describeFirst();
    void listFused();
    [[nodiscard]] std::optional<std::size_t> missingPart();
    [[nodiscard]] bool takeFused(); ///< false: a frame is waited for, or it is over
    void measureFused();
    void keepFormerFused();
    void noteFused();
    void planFused(Plan &plan, objects::MeasurementReport &report) const;
    void readFormer();
    void takeFormer(const QString &role, const Result<QByteArray> &part10);
    [[nodiscard]] bool isCarried(const session::Annotation &mark) const;
    void holdBack();
    void holdBackOrigins();
    void noteUnsaved();
    void fetchHeader();
    void fetchHeaderOf(std::deque<dicom::InstancePtr> images);
    void build(const Attributes &header);
    void end(const Result<MadeObjects> &made);
    [[nodiscard]] std::vector<session::Annotation> savedAfter() const;
    [[nodiscard]] Plan plan();
    struct SeenImage {
        ViewId view;
        DataSetId stack;
        dicom::InstancePtr image;
    };
    [[nodiscard]] Plan planViews();
    [[nodiscard]] objects::PresentationState stateOf(const SeenImage &seen);
    void planPresentations(Plan &plan);
    void planEmptied(Plan &plan, const DataSetId &stack) const;
    void planKeyImages(Plan &plan);
    void planWithdrawals(Plan &plan);
    [[nodiscard]] session::Suv suvOf(const session::Annotation &mark, const DataSetId &stack) const;
    [[nodiscard]] Display displayOf(const ViewId &view, const DataSetId &stack, const dicom::Instance &image) const;
    [[nodiscard]] static Result<std::vector<MadeObject>> madeOf(const Plan &plan, const Attributes &header,
                                                                const Task &task);

    Task m_task;
    pixels::StudyImages &m_images;
    std::deque<Waiting> m_waiting;
    std::vector<DescribedMark> m_described;
    std::map<AnnotationId, session::Suv> m_suv; ///< to what uptakes of those described are related
    std::deque<FusedWaiting> m_fusedWaiting;
    std::optional<pixels::FrameKey> m_awaitedFused;
    std::vector<objects::Measurement> m_fused; ///< of marks in series that lie over their images
    /// Tracking UIDs of such: that are carried over from the object before, and that cannot be had.
    std::set<QString> m_fusedFormer, m_fusedLost;
    bool m_isFusedListed = false, m_isFusedHeld = false;
    /// Images of all marks saved before: those that a presentation shows, and key images.
    std::vector<std::pair<DataSetId, dicom::InstancePtr>> m_formerly, m_formerKeys;
    std::vector<SeenImage> m_seen; ///< of Task::views
    std::set<AnnotationId> m_leftOut;
    std::vector<session::Annotation> m_absent;  ///< as they were saved: they cannot be described now
    std::vector<session::Annotation> m_unsaved; ///< new or changed, on images that are not there
    std::vector<session::Annotation> m_held;    ///< new or changed, of an object that is held back
    std::deque<SavedObject> m_toRead;           ///< that marks are carried over from
    std::vector<objects::Measurement> m_carried;
    std::vector<std::pair<QString, objects::ImageReference>> m_carriedKeys; ///< by role
    /// Objects that stay as they are: roles, of presentation states "presentation/STACK/".
    std::set<QString> m_heldBack;
    int m_withoutPixels = 0;
    QStringList m_notes;
    QTimer m_patience;
    CancelToken m_cancel;
    bool m_isOver = false;
};

} // namespace consilium::app
