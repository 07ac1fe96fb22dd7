#pragma once
#include "app/bridge/WholeImage.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace consilium::app
{

struct DescribedSeries;

/// What came of a study before anybody opened it: the answers to the questions that StudyLoader asks for the first
/// image of a series. The list of series is not among them: it is asked for when the study is opened, so that nothing
/// that came to the archive meanwhile is passed over.
struct AheadAnswers {
    struct Series {
        int number = -1;               ///< by which its first image was asked for; -1: any
        std::vector<Attributes> found; ///< that image, as the list of instances names it
        std::optional<Attributes> header;
        std::optional<WholeImage> whole; ///< the only image of the series, as the file that it is
        std::optional<dicomweb::EncodedFrame> frame;
    };
    QHash<SeriesUid, Series> series;
};
using AheadAnswersPtr = std::shared_ptr<AheadAnswers>;

/// StudyLoader's questions to an archive. What was answered ahead is not asked again: each answer serves once, and who
/// asks a second time, after a failure, asks the archive.
class StudyQuestions
{
public:
    using Rows = std::vector<Attributes>;
    StudyQuestions() = default;
    StudyQuestions(std::shared_ptr<dicomweb::DicomWebClient> archive, StudyUid study, AheadAnswersPtr ahead,
                   Priority urgency)
        : m_archive(std::move(archive)), m_study(std::move(study)), m_ahead(std::move(ahead)), m_urgency(urgency)
    {
    }
    /// As soon as it may be: what is wanted `at` once or so, but not sooner than the study as a whole.
    [[nodiscard]] Priority soonest(Priority at) const { return std::max(at, m_urgency); }
    void hurry() { m_urgency = Priority::Visible; } ///< somebody waits for the study now
    [[nodiscard]] Pending<Result<Rows>> someInstances(const SeriesUid &series, int number, int limit,
                                                      const CancelToken &cancel);
    [[nodiscard]] Pending<Result<Attributes>> header(const SeriesUid &series, const SopInstanceUid &sop,
                                                     const CancelToken &cancel);
    /// Nothing: the object has to be asked for.
    [[nodiscard]] std::optional<WholeImage> whole(const SeriesUid &series, const SopInstanceUid &sop);
    [[nodiscard]] std::optional<dicomweb::EncodedFrame> frame(const SeriesUid &series, const SopInstanceUid &sop);
    /// Its first image was described by what came ahead: the archive may say something else by now.
    [[nodiscard]] bool isAhead(const SeriesUid &series) const { return m_ahead && m_ahead->series.contains(series); }

private:
    [[nodiscard]] AheadAnswers::Series *known(const SeriesUid &series, const SopInstanceUid &sop);
    std::shared_ptr<dicomweb::DicomWebClient> m_archive;
    StudyUid m_study;
    AheadAnswersPtr m_ahead;
    Priority m_urgency = Priority::Visible;
    QSet<SeriesUid> m_named; ///< series whose first image was named by what came ahead
};

/// Of each of these series what is known of its first image, as it is described when the study is opened; those of
/// which nothing is known are left out.
[[nodiscard]] std::vector<dicom::DataSetPtr> describedAhead(const dicom::StudyHeader &study,
                                                            const std::vector<dicom::SeriesHeader> &series,
                                                            const AheadAnswers &answers);
/// All slices in the order in which they are shown, but for the middle one, which comes first: where images do not say
/// how they are to be shown it is asked for early. Without the one that is known. None where one is of a video, of
/// which the whole stream would come.
[[nodiscard]] std::vector<dicom::InstancePtr> slicesToFetch(const DescribedSeries &series,
                                                            const pixels::FrameKey &known);

} // namespace consilium::app
