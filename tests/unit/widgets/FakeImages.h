#pragma once
#include "base/Clock.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"

#include <map>
#include <set>

namespace consilium::test
{

/// Studies in memory whose pixels say whose they are: in every image the left half has the grey value of its series,
/// the right half that of its slice (window 256 / 128, so grey value = stored value), and a bright marker stands in the
/// top left corner. Frames come, go and fail when the test says so.
class FakeImages : public pixels::StudyImages
{
    Q_OBJECT
public:
    static constexpr int side = 64, firstSeriesGrey = 40, firstSliceGrey = 90;

    struct SeriesSpec {
        QString patientName = QStringLiteral("TEST^ALPHA");
        QString patientId = QStringLiteral("TEST-0001");
        QString description = QStringLiteral("Lung 1.0 mm");
        QString modality = QStringLiteral("CT");
        int number = 1;
        int slices = 5;
        bool ready = true;
        std::vector<dicom::DataIssue> issues;
        QString part = {};                         ///< of a series that was split
        QString date = QStringLiteral("20261123"); ///< of the study
    };

    /// A series of its own in the study; the study is made when it is not there.
    DataSetId addSeries(const QString &study, const SeriesSpec &spec);
    /// Replaces an instance's description (for tests of mix-ups).
    void setInstance(const DataSetId &id, int index, const std::function<void(dicom::Instance &)> &change);
    void setIssues(const DataSetId &id, const std::vector<dicom::DataIssue> &issues);
    void setSeriesUid(const DataSetId &id, const SeriesUid &uid); ///< a part of that series, as after a split
    void reverseStack(const DataSetId &id);                       ///< sorted anew, as happens when headers arrive late
    void setPixels(const DataSetId &id, int index, const std::function<std::uint16_t(int row, int column)> &value);

    [[nodiscard]] pixels::FrameKey key(const DataSetId &id, int index) const;
    void makeReady(const pixels::FrameKey &key);
    void evict(const pixels::FrameKey &key);
    void failFrame(const pixels::FrameKey &key, ErrorCode code);
    void failDataSet(const DataSetId &id, ErrorCode code);
    void setProgress(const DataSetId &id, const Progress &progress);

    /// Grey values by which a test recognises what it sees.
    [[nodiscard]] int seriesGrey(const DataSetId &id) const;
    [[nodiscard]] static int sliceGrey(const SopInstanceUid &sop);

    struct Want {
        DataSetId dataSet;
        int index = -1, direction = 0;
        bool operator==(const Want &) const = default;
    };
    std::map<const void *, Want> wants; ///< what each viewer last asked for
    std::vector<DataSetId> retried;
    segments::StudySegments *outlines = nullptr;                 ///< what segments() gives
    objects::StudyObjects *kept = nullptr;                       ///< what objects() gives
    std::map<std::pair<const void *, StudyUid>, QString> doubts; ///< what identityDoubt() gives
    std::map<StudyUid, Priors> priorStudies;                     ///< what priors() gives

    std::vector<StudyUid> studies() const override;
    dicom::StudyHeader study(const StudyUid &uid) const override;
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override;
    dicom::DataSetPtr dataSet(const DataSetId &id) const override;
    Progress progress(const DataSetId &id) const override;
    pixels::FramePtr frame(const pixels::FrameKey &key) const override;
    const Error *failure(const pixels::FrameKey &key) const override;
    const Error *failure(const DataSetId &id) const override;
    segments::StudySegments *segments() const override { return outlines; }
    objects::StudyObjects *objects() const override { return kept; }
    QString identityDoubt(const void *reader, const StudyUid &shown) const override
    {
        const auto known = doubts.find({reader, shown});
        return known == doubts.end() ? QString() : known->second;
    }
    Priors priors(const StudyUid &uid) const override
    {
        const auto known = priorStudies.find(uid);
        return known == priorStudies.end() ? Priors() : known->second;
    }
    void want(const void *viewer, const DataSetId &id, int index, int direction) override;
    void retry(const DataSetId &id) override;

private:
    std::map<StudyUid, dicom::StudyHeader> m_studies;
    std::vector<DataSetId> m_order;
    std::map<DataSetId, dicom::DataSetPtr> m_dataSets;
    std::map<DataSetId, int> m_grey;
    std::map<DataSetId, Progress> m_progress;
    std::unordered_map<pixels::FrameKey, pixels::FramePtr> m_all, m_ready;
    std::unordered_map<pixels::FrameKey, Error> m_failures;
    std::map<DataSetId, Error> m_dataSetFailures;
};

/// Everything a widget under test needs.
struct Bench {
    SystemClock clock;
    session::ActionDispatcher dispatcher{clock};
    FakeImages images;
    tools::Bindings bindings = defaultBindings();

    [[nodiscard]] static tools::Bindings defaultBindings();
    void show(const QString &view, const QString &study, const DataSetId &dataSet);
    void showSlice(const QString &view, const DataSetId &dataSet, int index);
    [[nodiscard]] QString sliceLine(const QStringList &bottomLeft) const;
};

} // namespace consilium::test
