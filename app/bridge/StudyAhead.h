#pragma once
#include "app/bridge/WholeImage.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

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
    StudyQuestions(std::shared_ptr<dicomweb::DicomWebClient> archive, StudyUid study, AheadAnswersPtr ahead)
        : m_archive(std::move(archive)), m_study(std::move(study)), m_ahead(std::move(ahead))
    {
    }
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
    QSet<SeriesUid> m_named; ///< series whose first image was named by what came ahead
};

/// Fetches the first images of studies that will most likely be opened next, while nobody needs the line: one question
/// at a time, behind everything else (Priority::Background), a few series of each and no more bytes than there is room
/// for. Given up at once by pause(); what has come stays, so that nothing is fetched twice. UI thread only.
class StudyAhead : public QObject
{
    Q_OBJECT
public:
    struct Wanted {
        std::shared_ptr<dicomweb::DicomWebClient> archive;
        dicom::StudyHeader study;
    };
    struct Surroundings {
        std::function<bool()> isLineFree;             ///< nothing that a reader waits for is on its way
        std::function<std::int64_t()> roomBytes;      ///< for what is held here, of all that images may take
        std::function<bool(const StudyUid &)> isOpen; ///< it is open already: nothing of it is fetched
    };
    struct Limits {
        std::int64_t mostBytes = 64'000'000; ///< of all studies together, as they come over the line
        int mostSeries = 4;                  ///< of a study
        int restMs = 500;                    ///< the line has been free for so long before it is used
        std::int64_t mostAgeMs = 600'000;    ///< what is older is not used: the archive may say something else
    };
    StudyAhead(Surroundings surroundings, Limits limits, QObject *parent);
    ~StudyAhead() override; ///< cancels

    /// In this order, and nothing else: what has come of others is forgotten. At most four.
    void want(std::vector<Wanted> studies);
    /// A reader needs the line: what is on its way is given up. It goes on by itself when the line is free.
    void pause();
    /// What has come of a study, which is forgotten here; null: nothing, or it is too old, or of another archive.
    [[nodiscard]] AheadAnswersPtr take(const std::shared_ptr<dicomweb::DicomWebClient> &archive, const StudyUid &study);

    [[nodiscard]] std::int64_t bytes() const; ///< that are held
    [[nodiscard]] bool isDone() const;        ///< nothing is left to be fetched

private:
    struct Entry {
        Wanted wanted;
        bool isListed = false, isDone = false;
        std::vector<SeriesUid> todo; ///< whose first image is still to be fetched, in order
        std::vector<int> counts;     ///< images of each of these, as the list says; -1: unknown
        AheadAnswersPtr answers = std::make_shared<AheadAnswers>();
        QElapsedTimer age; ///< of the oldest answer
    };
    using Rows = std::vector<Attributes>;
    void look();
    void ask(Entry &entry);
    void askPixels(Entry &entry, const SeriesUid &series, AheadAnswers::Series &answer);
    void takeList(Entry &entry, const Rows &rows);
    void endSeries(Entry &entry);
    [[nodiscard]] bool hasRoomFor(const Attributes &header) const;
    [[nodiscard]] Entry *current();
    template<class T, class F>
    void whenDone(Pending<Result<T>> answer, F use);

    Surroundings m_surroundings;
    Limits m_limits;
    std::vector<Entry> m_entries;
    QTimer m_look;
    QElapsedTimer m_free; ///< since the line was seen to be free
    CancelToken m_cancel;
    quint64 m_ticket = 0; ///< answers of what was given up carry an earlier one
    bool m_isAsking = false;
};

} // namespace consilium::app
