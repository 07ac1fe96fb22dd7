#pragma once
#include "app/bridge/SeriesDescription.h"
#include "app/bridge/StudyAhead.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// Describes one study of an archive. For each series first the two ends of the stack, each by one small question, so
/// that the first image can be drawn; then the whole series' metadata in one. Where the ends cannot be found by their
/// numbers, any image takes their place. A series of one image with one frame is fetched as the file that it is, which
/// needs no further question (WholeImage.h). Never a list of thousands of instances before the first image. UI thread
/// only; headers are described on a worker.
class StudyLoader : public QObject
{
    Q_OBJECT
public:
    /// `ahead`: what was fetched of it before; null: nothing. `urgency`: nothing is asked for sooner than so, until a
    /// view wants a series of it.
    StudyLoader(std::shared_ptr<dicomweb::DicomWebClient> archive, dicom::StudyHeader study, QObject *parent,
                const AheadAnswersPtr &ahead = {}, Priority urgency = Priority::Visible);
    ~StudyLoader() override; ///< cancels

    void start();
    /// This series next: a view wants it.
    void prefer(const SeriesUid &series);
    /// Describes a series again that failed, or whose tables (LutFetch.h) did not all come although they may. False
    /// when neither is so, or when only its tables are asked for: what is known of it holds until they came.
    bool retry(const SeriesUid &series);
    /// The archive is back: a study that waits for it is listed, and tables that it did not give are asked for.
    void noteRecovered();
    /// Describes those series again of which tables did not come for such a reason, few at a time.
    void askForLostTables(const std::function<bool(const Error &)> &isReason);
    /// The archive has answered somebody else's question: it is not silent.
    void noteSignOfLife();
    /// Describes a series again, whatever became of it. `isShown`: some of its images are, and stay until all come.
    void describeAgain(const SeriesUid &series, bool isShown);
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] Priority urgency() const;
    [[nodiscard]] const std::shared_ptr<dicomweb::DicomWebClient> &archive() const;

Q_SIGNALS:
    void listed(const std::vector<consilium::dicom::SeriesHeader> &series,
                const consilium::dicom::StudyHeader &answered);
    /// Series of segmentations and structure sets among them, or beside them: told after listed().
    void segmentsListed(const std::vector<consilium::dicom::SeriesHeader> &series);
    void failed(const consilium::Error &error); ///< the study cannot be listed
    /// The archive does not answer, or asks to wait for longer than is waited for here: nothing is asked any more until
    /// noteRecovered(). Told after putOff().
    void waits(const consilium::Error &error);
    /// Very likely the first image of the series: its bytes may be fetched while its description is on the way, unless
    /// they came with it.
    void firstImageGuessed(const consilium::SeriesUid &series, const consilium::SopInstanceUid &sop,
                           const std::optional<consilium::dicomweb::EncodedFrame> &fetched = {});
    void described(const consilium::app::DescribedSeries &series);
    void seriesFailed(const consilium::SeriesUid &series, const consilium::Error &error);
    /// A question was not answered; it is asked again after so long, -1: not by itself.
    void putOff(const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive, const consilium::Error &error,
                int againMs);
    void answered(const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
