#pragma once
#include "app/bridge/FrameLoader.h"
#include "app/bridge/StudyQuestions.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// Fetches what will most likely be looked at next, while nobody needs the line: the first images of studies, a few
/// series of each, then all images of the series that is looked at first, in the order in which they are shown, then
/// the first images of the study that the first is compared with. One question at a time, behind everything else
/// (Priority::Background), and no more bytes than there is room for. Given up at once by pause(); what has come stays,
/// so that nothing is fetched twice. UI thread only.
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
        std::int64_t mostBytes = 256'000'000; ///< of all studies together, as they come over the line
        int mostSeries = 4;                   ///< of a study
        int restMs = 500;                     ///< the line has been free for so long before it is used
        std::int64_t mostAgeMs = 600'000;     ///< what is older is not used: the archive may say something else
    };
    /// Of a patient's studies at the archive of `read` the one with which it is compared; nullopt: none surely. The
    /// list is what the archive answered to the Patient ID: whose each is, is judged here.
    using PriorChoice =
        std::function<std::optional<dicom::StudyHeader>(const Wanted &read, const std::vector<dicom::StudyHeader> &)>;
    /// Of the series whose first images are known here, one image each, the one that is looked at first; empty: the
    /// first.
    using FirstChoice =
        std::function<SeriesUid(const dicom::StudyHeader &study, const std::vector<dicom::DataSetPtr> &)>;
    StudyAhead(Surroundings surroundings, Limits limits, QObject *parent);
    ~StudyAhead() override; ///< cancels

    /// Without it nothing is fetched of prior studies.
    void choosePriorBy(PriorChoice choice) { m_priorChoice = std::move(choice); }
    void chooseFirstBy(FirstChoice choice) { m_firstChoice = std::move(choice); }
    /// In this order, and nothing else: what has come of others is forgotten, but for what is open now. At most four.
    void want(std::vector<Wanted> studies);
    /// A reader needs the line: what is on its way is given up. It goes on by itself when the line is free.
    void pause();
    /// What has come of a study, which is forgotten here; null: nothing, or it is too old, or of another archive.
    /// Further images of its first series stay, for takeFrame().
    [[nodiscard]] AheadAnswersPtr take(const std::shared_ptr<dicomweb::DicomWebClient> &archive, const StudyUid &study);
    /// Of the study that was taken last, once; nothing: it has to be asked for.
    [[nodiscard]] std::optional<dicomweb::EncodedFrame> takeFrame(const pixels::FrameKey &key,
                                                                  const FrameSource &source);

    /// Of the study that was taken last nothing is kept: nobody comes for it any more.
    void closed(const StudyUid &study);
    void dropUnused(); ///< likewise where it is not open any more, or what is left of it is too old

    [[nodiscard]] std::int64_t bytes() const; ///< that are held
    [[nodiscard]] bool isDone() const;        ///< nothing is left to be fetched

private:
    /// All images of the series that is looked at first.
    struct Stack {
        SeriesUid series;
        std::vector<dicom::InstancePtr> todo; ///< in order
        QHash<pixels::FrameKey, dicomweb::EncodedFrame> frames;
        std::int64_t bytes = 0; ///< of these
        int attempts = 0;       ///< at describing it
        bool isDescribed = false, isDone = false;
    };
    struct Entry {
        Wanted wanted;
        StudyUid priorOf; ///< set: nobody wants it by itself, it is compared with that one
        bool isListed = false, isDone = false, isPriorAsked = false;
        int priorAttempts = 0;
        std::vector<dicom::SeriesHeader> listed; ///< those whose first image is fetched
        Stack stack;
        std::vector<SeriesUid> todo; ///< whose first image is still to be fetched, in order
        std::vector<int> counts;     ///< images of each of these, as the list says; -1: unknown
        AheadAnswersPtr answers = std::make_shared<AheadAnswers>();
        QElapsedTimer age; ///< of the oldest answer
    };
    /// A study that a reader has opened: what is left of its stack.
    struct Opened {
        std::shared_ptr<dicomweb::DicomWebClient> archive;
        StudyUid study;
        Stack stack;
        QElapsedTimer age;
    };
    using Rows = std::vector<Attributes>;
    void look();
    void ask(Entry &entry);
    void askPixels(Entry &entry, const SeriesUid &series, AheadAnswers::Series &answer);
    void takeList(Entry &entry, const Rows &rows);
    void endSeries(Entry &entry);
    /// False: there is nothing (more) to ask.
    [[nodiscard]] bool askStack(Entry &entry);
    [[nodiscard]] bool askDescription(Entry &entry);
    [[nodiscard]] const dicom::SeriesHeader *firstStack(const Entry &entry) const; ///< null: none, or it cannot be had
    [[nodiscard]] bool askPrior(Entry &entry);
    void takePriors(const StudyUid &read, const Rows &rows);
    void forgetOpened();
    [[nodiscard]] bool hasRoomFor(std::int64_t needed) const; ///< of a frame; 0: not known, there is none
    [[nodiscard]] Entry *current();
    template<class T, class F>
    void whenDone(Pending<Result<T>> answer, F use);

    Surroundings m_surroundings;
    Limits m_limits;
    PriorChoice m_priorChoice;
    FirstChoice m_firstChoice;
    std::vector<Entry> m_entries;
    Opened m_opened;
    QTimer m_look;
    QElapsedTimer m_free; ///< since the line was seen to be free
    CancelToken m_cancel;
    quint64 m_ticket = 0; ///< answers of what was given up carry an earlier one
    bool m_isAsking = false;
};

} // namespace consilium::app
