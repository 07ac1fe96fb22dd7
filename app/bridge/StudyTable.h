#pragma once
#include "app/bridge/FrameLoader.h"
#include "app/bridge/SeriesDescription.h"
#include "viewer/dicom/OwnStacks.h"
#include "viewer/pixels/StudyImages.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace consilium::app
{

/// All opened studies: their series, data sets and images, what became of each image's frame. Knows nothing of networks
/// or caches. UI thread only.
class StudyTable
{
public:
    struct Image {
        dicom::InstancePtr instance;
        FrameSource source;
        DataSetId dataSet;
        bool wasDecoded = false; ///< at least once; it may have left the cache since
        bool isDamaged = false;  ///< as last decoded
        std::optional<Error> failure;
        std::uint64_t taken = 0; ///< by which description; see StudyTable::m_descriptions
    };
    struct Missing {
        std::vector<pixels::FrameKey> images; ///< of which something else is said than before
        std::vector<DataSetId> dataSets;      ///< likewise
    };
    struct SeriesChange {
        bool listChanged = false; ///< data sets came or went
        std::vector<DataSetId> dataSets;
        std::vector<pixels::FrameKey> gone; ///< images that are no longer part of it, or whose pixels are made anew
    };

    [[nodiscard]] bool contains(const StudyUid &study) const;
    /// `archive` null: local files.
    void addStudy(const dicom::StudyHeader &header, std::shared_ptr<dicomweb::DicomWebClient> archive);
    /// Fills in what the header as opened left empty; the patient only when none was known.
    void completeHeader(const StudyUid &study, const dicom::StudyHeader &answered);
    /// Adds those that are not there yet, each as one data set without slices; keeps the order of series numbers. A
    /// series UID that another open study uses is refused (Conflict): a data set goes by its series UID, and one name
    /// for two things mixes them.
    void listSeries(const StudyUid &study, const std::vector<dicom::SeriesHeader> &series);
    [[nodiscard]] bool hasSeries(const StudyUid &study, const SeriesUid &series) const;
    /// It was listed while another study used its UID; nothing of it is taken.
    [[nodiscard]] bool isRefused(const StudyUid &study, const SeriesUid &series) const;
    /// A refused series whose UID has become free takes its name; false when it was not refused or still is.
    bool claim(const StudyUid &study, const SeriesUid &series);
    /// Images of it were refused because another study's have their UIDs.
    [[nodiscard]] bool hasClash(const StudyUid &study, const SeriesUid &series) const;
    /// Images or documents of it are there.
    [[nodiscard]] bool holdsAnything(const StudyUid &study, const SeriesUid &series) const;
    /// Series that were refused, whole or in part, for a UID that another study used: when one is closed they may come.
    [[nodiscard]] std::vector<std::pair<StudyUid, SeriesUid>> clashing() const;
    /// Data sets of studies from there that failed, whole or in part, while it was out of reach.
    [[nodiscard]] std::vector<DataSetId> outOfReach(const std::shared_ptr<dicomweb::DicomWebClient> &archive) const;
    /// Replaces what is known of a series. An image whose UID another study uses, or that belongs to another patient,
    /// is refused. While no patient is known, the first image that names one says who it is: those that were there
    /// before and name none may be anybody's, and go.
    SeriesChange setSeries(const StudyUid &study, const DescribedSeries &described);
    /// The reader's stacks instead of the data sets that they are made of; see dicom::arrangedByHand().
    SeriesChange arrange(const StudyUid &study, const std::vector<dicom::OwnStackPlan> &plans);
    /// The series cannot be described. Its data sets stay; failure() says why.
    SeriesChange failSeries(const StudyUid &study, const SeriesUid &series, const Error &error);
    /// The archive was asked what it lists of a series of which something was not found: what is not among it is gone,
    /// the rest it could not give. `listed` null: not even the series is listed.
    Missing judgeMissing(const StudyUid &study, const SeriesUid &series,
                         const std::optional<QSet<SopInstanceUid>> &listed);
    void clearSeriesFailure(const StudyUid &study, const SeriesUid &series);
    std::vector<pixels::FrameKey> remove(const StudyUid &study); ///< its images

    [[nodiscard]] std::vector<StudyUid> studies() const { return m_order; }
    /// Where the study comes from; null: local files, or unknown.
    [[nodiscard]] std::shared_ptr<dicomweb::DicomWebClient> archive(const StudyUid &uid) const;
    [[nodiscard]] dicom::StudyHeader study(const StudyUid &uid) const;
    [[nodiscard]] std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const;
    [[nodiscard]] std::vector<dicom::DocumentPtr> documents(const DataSetId &id) const;
    [[nodiscard]] dicom::RequestForm request(const StudyUid &study) const { return m_studies.value(study).request; }
    /// As an image of the study described last has them: objects::studyAttributesOf(). Empty: no image is described.
    [[nodiscard]] Attributes attributes(const StudyUid &study) const { return m_studies.value(study).attributes; }
    /// Also by the series UID of a series that had to be split: its first part.
    [[nodiscard]] dicom::DataSetPtr dataSet(const DataSetId &id) const;
    [[nodiscard]] pixels::StudyImages::Progress progress(const DataSetId &id) const;
    [[nodiscard]] const Error *failure(const DataSetId &id) const;
    [[nodiscard]] const Image *image(const pixels::FrameKey &key) const;
    [[nodiscard]] const Error *failure(const pixels::FrameKey &key) const;
    [[nodiscard]] std::optional<std::pair<StudyUid, SeriesUid>> seriesOf(const DataSetId &id) const;
    /// All series that it is made of.
    [[nodiscard]] QSet<SeriesUid> seriesIn(const DataSetId &id) const;
    /// The series is described to the end, or cannot be.
    [[nodiscard]] bool isSettled(const StudyUid &study, const SeriesUid &series) const;

    /// What was found out about a data set after its description; false when it was told before.
    bool addIssue(const DataSetId &id, const dicom::DataIssue &issue);
    /// Returns the data set whose progress moved.
    DataSetId markDecoded(const pixels::FrameKey &key, bool isDamaged = false);
    DataSetId markFailed(const pixels::FrameKey &key, const Error &error);
    /// Forgets the failures of a data set's frames: all, or those of one kind. How many there were.
    int clearFailures(const DataSetId &id, std::optional<ErrorCode> only = {});

private:
    struct Counts {
        int decoded = 0, failed = 0, damaged = 0;
    };
    struct Series {
        dicom::SeriesHeader header;
        std::vector<dicom::DataSetPtr> dataSets;
        std::vector<dicom::DocumentPtr> documents; ///< of the data set without images
        std::optional<Error> failure;
        int skipped = 0, refused = 0;
        int ofOthers = 0; ///< see DescribedSeries
        int clashing = 0; ///< of the refused: another open study has an image of the same UID
        bool isFinal = false;
        bool isRefused = false; ///< its UID is another study's

        [[nodiscard]] bool holdsAnything() const
        {
            return !documents.empty() || std::any_of(dataSets.begin(), dataSets.end(),
                                                     [](const auto &dataSet) { return !dataSet->slices.empty(); });
        }
    };
    struct Study {
        dicom::StudyHeader header;
        std::shared_ptr<dicomweb::DicomWebClient> archive;
        std::vector<Series> series;
        dicom::RequestForm request = {};
        Attributes attributes = {}; ///< see attributes()
        std::vector<dicom::OwnStackPlan> plans = {};
        std::vector<dicom::DataSetPtr> arranged = {}; ///< what is shown while there are plans
        std::vector<DataSetId> ownIds = {};           ///< of m_own
    };
    struct Place {
        StudyUid study;
        SeriesUid series;
        int part = 0;
    };

    [[nodiscard]] const Series *find(const StudyUid &study, const SeriesUid &series) const;
    [[nodiscard]] Series *find(const StudyUid &study, const SeriesUid &series);
    void index(const StudyUid &study, const Series &series);
    enum class Adoption { Taken, OtherPatient, Clash };
    Adoption adopt(const Study &study, const dicom::InstancePtr &instance, const DataSetId &dataSet);
    void settlePatient(Study &study, const DescribedSeries &described, SeriesChange &change);
    void dropUnnamed(const Study &study, Series &series, SeriesChange &change);
    std::vector<dicom::DataSetPtr> adoptAll(const Study &study, Series &series, const DescribedSeries &described);
    void dropUntaken(const dicom::DataSet &before, SeriesChange &change);
    void count(const dicom::DataSet &dataSet);
    void tellOfPatients(Study &study, SeriesChange &change);
    std::vector<DataSetId> rearrange(Study &study, bool isNew = false);
    void forgetArranged(Study &study);
    [[nodiscard]] bool isPartOf(const dicom::DataSet &dataSet, const DataSetId &stack) const;
    static bool tell(dicom::DataSetPtr &dataSet, const dicom::DataIssue &issue);
    [[nodiscard]] static pixels::SeriesGap gapOf(const Series &series, int announced, int refusedFiles);
    [[nodiscard]] pixels::StudyImages::Progress progressOfOwn(const dicom::DataSet &stack) const;

    std::vector<StudyUid> m_order;
    QHash<StudyUid, Study> m_studies;
    QHash<SeriesUid, StudyUid> m_owners; ///< whose the name is
    QHash<DataSetId, Place> m_places;
    QHash<DataSetId, dicom::DataSetPtr> m_own; ///< made by the reader; also by the ids of what they are made of
    QHash<DataSetId, Counts> m_counts;
    QHash<pixels::FrameKey, Image> m_images;
    std::vector<pixels::FrameKey> m_repainted; ///< images of the last description whose pixels are made anew
    std::uint64_t m_descriptions = 0;          ///< so many came: an image that the last one of its series lacks is gone
};

} // namespace consilium::app
