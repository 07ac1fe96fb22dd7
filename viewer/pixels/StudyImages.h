#pragma once
#include "base/CancelToken.h"
#include "base/Pending.h"
#include "base/Result.h"
#include "viewer/dicom/Documents.h"
#include "viewer/dicom/OwnStacks.h"
#include "viewer/dicom/RequestForm.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/dicom/StudyPairs.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/pixels/SeriesGap.h"

#include <QObject>

#include <optional>
#include <vector>

namespace consilium::segments
{
class StudySegments;
}
namespace consilium::objects
{
class StudyObjects;
}

namespace consilium::pixels
{

[[nodiscard]] inline FrameKey keyOf(const dicom::Instance &image)
{
    return {image.sop, image.frame};
}

/// What viewports, thumbnails and scenarios may ask about opened studies, wherever these come from. The app implements
/// it over archives and folders. UI thread only; nothing here blocks.
class StudyImages : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Position of loading for a data set. A stalled load is never `complete`.
    struct Progress {
        int expected = -1; ///< as announced; -1 unknown
        int described = 0; ///< headers there
        int decoded = 0;   ///< frames decoded at least once
        int failed = 0;
        bool complete = false; ///< every announced image is described and has been decoded
        bool ended =
            false; ///< nothing more is to come by itself: each image has been decoded, has failed or was refused
        bool settled = false;  ///< described to the end, or cannot be: places in the stack are final
        int damaged = 0;       ///< of the decoded: parts of them are missing
        SeriesGap series = {}; ///< of a part of a series that was split, once all is described
    };
    /// Another study of a patient, with its series that hold documents.
    struct PriorStudy {
        dicom::StudyHeader header;
        std::vector<dicom::SeriesHeader> documents;
        QString doubt; ///< why it may be somebody else's, a sentence for people; empty: the identity is confirmed
    };
    struct Priors {
        enum class State { None, Asking, There, Failed };
        State state = State::None;       ///< None: nobody can be asked, or nobody was
        std::vector<PriorStudy> studies; ///< the newest first
        bool mayHaveMore = false;        ///< not all could be looked through
        Error error;                     ///< of Failed
    };
    /// In modality values (HU for CT).
    struct ValueRange {
        double low = 0.0, high = 0.0;
        bool operator==(const ValueRange &) const = default;
    };

    [[nodiscard]] virtual std::vector<StudyUid> studies() const = 0;
    [[nodiscard]] virtual dicom::StudyHeader study(const StudyUid &uid) const = 0;
    /// In the order of the series strip. A data set whose header is listed but whose images are not yet described has
    /// no slices.
    [[nodiscard]] virtual std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const = 0;
    [[nodiscard]] virtual dicom::DataSetPtr dataSet(const DataSetId &id) const = 0; ///< null when unknown
    [[nodiscard]] virtual Progress progress(const DataSetId &id) const = 0;
    /// The decoded frame when it is in memory, else null (then ask want()).
    [[nodiscard]] virtual FramePtr frame(const FrameKey &key) const = 0;
    /// Why a frame cannot be had; nullptr when it can or is not known yet.
    [[nodiscard]] virtual const Error *failure(const FrameKey &key) const = 0;
    /// Why a whole data set cannot be had (its description failed); nullptr otherwise.
    [[nodiscard]] virtual const Error *failure(const DataSetId &id) const = 0;
    /// What images without a window and without a VOI LUT are shown with: one range for the whole data set, or its
    /// brightness would jump from slice to slice. That of the middle image, of the first decoded one before that; told
    /// by dataSetChanged(). nullopt: none is decoded, or none needs it.
    [[nodiscard]] virtual std::optional<ValueRange> fallbackRange(const DataSetId &) const { return std::nullopt; }

    /// What a data set holds to read instead of images, in order; empty for images and before it is described.
    [[nodiscard]] virtual std::vector<dicom::DocumentPtr> documents(const DataSetId &) const { return {}; }
    /// The bytes of a document, a whole Part 10 file, checked to be that of its header. Errors: NotFound, Conflict
    /// (the file or the archive holds another object), and those of reading and fetching.
    [[nodiscard]] virtual Pending<Result<QByteArray>> fetchDocument(const dicom::DocumentPtr &document,
                                                                    const CancelToken &cancel) const;
    /// All of the study is described, and it is segmentations alone (beside documents): pictures without the images
    /// that they lie on.
    [[nodiscard]] bool holdsOnlyMasks(const StudyUid &study) const;
    /// What the study's objects repeat of the request for it.
    [[nodiscard]] virtual dicom::RequestForm request(const StudyUid &) const { return {}; }

    /// Other studies under this study's Patient ID at the archive that it came from, as far as they are known.
    [[nodiscard]] virtual Priors priors(const StudyUid &) const { return {}; }
    /// Asks the archive for them, once; priorsChanged() tells.
    virtual void askForPriors(const StudyUid &) {}
    /// Opens one of the priors() of a study, to be looked at beside it: its series then come as those of any study.
    /// `reader` names where that is, one reading tab (its dispatcher); only the address is used. False: it is not one
    /// of them, or under its UID another patient's study is open.
    [[nodiscard]] virtual bool openPrior(const void * /*reader*/, const StudyUid & /*study*/,
                                         const StudyUid & /*prior*/)
    {
        return false;
    }
    /// Why a study that this reader looks at as a prior one may be somebody else's, as far as is known now; empty: it
    /// is the patient's, or no prior one there. The same study may be read, without a doubt, by another.
    [[nodiscard]] virtual QString identityDoubt(const void * /*reader*/, const StudyUid & /*shown*/) const
    {
        return {};
    }
    /// Which of the studies are one patient's, beyond what their images say. Whoever compares two studies asks this.
    [[nodiscard]] const dicom::StudyPairs &pairs() const { return m_pairs; }
    void setPairs(const dicom::StudyPairs &pairs); ///< pairsChanged() tells, where they are others
    /// This reader is gone: forgets what it looked at.
    virtual void leave(const void * /*reader*/) {}

    /// Segmentations and structure sets that belong to the studies; null: whoever implements this knows of none.
    [[nodiscard]] virtual segments::StudySegments *segments() const { return nullptr; }
    /// Kept measurements, views and key images of the studies; null: whoever implements this knows of none.
    [[nodiscard]] virtual objects::StudyObjects *objects() const { return nullptr; }

    /// A view shows slice `index` of the data set and was last scrolled by `direction` (-1, 0, 1): that frame is pinned
    /// and comes first, its neighbours in that direction next, then the rest of the stack. `viewer` names the view; an
    /// empty id unpins.
    virtual void want(const void *viewer, const DataSetId &id, int index, int direction) = 0;
    /// The same for this one frame alone: nothing else of the stack is fetched for its sake.
    virtual void wantOne(const void *viewer, const DataSetId &id, int index) { want(viewer, id, index, 0); }
    /// Of the view that want() was last called for: its picture is made of the slices `first` to `last` of that data
    /// set, which are pinned and come before others; none when first > last. Holds until it is called again or another
    /// data set is wanted.
    virtual void wantAround(const void *viewer, int first, int last)
    {
        Q_UNUSED(viewer)
        Q_UNUSED(first)
        Q_UNUSED(last)
    }
    /// The data sets of a study as the reader has arranged them, from now on; none: as they are.
    virtual void arrange(const StudyUid &, const std::vector<dicom::OwnStackPlan> &) {}
    /// Tries again what failed.
    virtual void retry(const DataSetId &id) = 0;

Q_SIGNALS:
    void studyChanged(const consilium::StudyUid &uid);   ///< header or list of data sets
    void dataSetChanged(const consilium::DataSetId &id); ///< slices added, issues, sorted anew
    void frameReady(const consilium::pixels::FrameKey &key);
    void frameFailed(const consilium::pixels::FrameKey &key);
    void priorsChanged(const consilium::StudyUid &uid);
    void progressChanged(const consilium::DataSetId &id);
    void pairsChanged();

private:
    dicom::StudyPairs m_pairs;
};

} // namespace consilium::pixels
