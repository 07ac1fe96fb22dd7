#include "app/bridge/FolderScan.h"

#include "app/bridge/FileExaminer.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/PatientMatch.h"
#include "app/bridge/SameObject.h"
#include "app/bridge/SegmentLoader.h"
#include "app/bridge/StudyOrder.h"
#include "base/platform/Platform.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

// A folder of a few hundred files is read in less than the first of these and then shown at once, whole.
constexpr int firstNewsMs = 150, newsMs = 400, longestNewsMs = 4000;
// Putting together what is there costs more the more there is: it may take this part of the time.
constexpr int newsShare = 20;
constexpr std::size_t mostWaiting = 64;            ///< packs of files that were read and are not put together yet
constexpr std::chrono::milliseconds lookAgain(50); ///< who waits for another thread looks whether it is over
constexpr std::chrono::milliseconds aMoment(200);  ///< for a file that is being read when somebody stops
constexpr int manyImages = 400;                    ///< that are put together by several threads
constexpr int mostTellers = 4;

/// Another file of a SOP Instance UID that is there: whether it holds the same is still to be found out.
struct Doubt {
    ObjectFile known;
    Examined file;
};

/// Groups what is found and says what is new from time to time. One thread at a time.
class Collector
{
public:
    explicit Collector(std::shared_ptr<FolderScan::Box> box) : m_box(std::move(box)) { m_sinceNews.start(); }

    void add(Examined &&file)
    {
        if (file.refusal)
            refuse(file.path, *file.refusal);
        else
            take(std::move(file));
    }
    /// What was added since the last time and is settled only when both files have been compared.
    [[nodiscard]] std::vector<Doubt> takeDoubts() { return std::exchange(m_doubts, {}); }
    /// A copy is passed over; what holds something else is an object that the study lacks. The first one in the order
    /// of reading stays (see FileWalk), unless it is the beginning of the other one. May raise a doubt anew: between
    /// the file and the one that has taken the first one's place.
    void settle(Doubt &&doubt, Likeness likeness)
    {
        Examined &file = doubt.file;
        if (file.isOutlines)
            return settleOutlines(doubt, likeness);
        Study &study = m_studies[file.headers->study.uid];
        Series &series = study.series[file.headers->series.uid];
        const auto known = series.known.find(sopOf(file));
        const bool isThere = known != series.known.end();
        if (isThere && known->beginning == doubt.known.path) { // a copy of that one is no more than it was
            if (likeness != Likeness::Same)
                this->doubt(series, *known, std::move(file));
            return;
        }
        if (!isThere || known->path != doubt.known.path) { // went meanwhile: see refuseUnnamed()
            ++study.ofOthers;
            return refuse(file.path, {ErrorCode::Conflict, leftOut::ofNobody}, {});
        }
        if (likeness == Likeness::Same)
            return;
        if (likeness == Likeness::KnownCutShort)
            return replace(series, *known, file);
        if (file.frames)
            noteDiffering(series, file);
        refuse(file.path, {ErrorCode::Conflict, leftOut::ofOneUid}, known->path);
    }
    void refuse(const QString &path, const Error &error, const QString &instead = {})
    {
        m_news.refused.push_back({path, error, instead});
        ++m_refused;
    }
    /// `read` of `total` files (-1: not counted to the end yet), of which `found` are known.
    void mayReport(int read, int total, int found)
    {
        m_news.filesRead = read;
        m_news.filesTotal = total;
        m_news.filesFound = found;
        if (m_sinceNews.elapsed() >= m_pauseMs)
            report(false, false);
    }
    /// Nobody knows what else lies there.
    void noteBrokenList() { m_isListBroken = true; }
    /// `isStopped`: there was more to be read.
    void finish(int read, int total, int found, bool isStopped)
    {
        m_news.filesRead = read;
        m_news.filesTotal = total;
        m_news.filesFound = found;
        report(true, isStopped);
    }

private:
    /// The file that an object came with, and where its frames stand among those of the series.
    struct Known {
        QString path;
        std::size_t first = 0, frames = 0;
        QString beginning = {}; ///< a file that was there before and lacks its end
    };
    struct Series {
        dicom::SeriesHeader header;
        std::vector<dicom::InstancePtr> instances;
        std::vector<dicom::DocumentPtr> documents;
        dicom::RequestForm request;
        std::shared_ptr<const dicom::RequestForm> lastRequest; ///< is in `request`
        QHash<SopInstanceUid, Known> known;
        DifferingFiles differing;
        int refused = 0;
        std::optional<Error> refusal;
        bool isChanged = false;
    };
    struct Study {
        dicom::StudyHeader header;
        std::map<SeriesUid, Series> series;
        int ofOthers = 0; ///< files refused that name another patient, or none
        bool isNew = true;
    };

    struct KnownOutlines {
        StudyUid study;
        QString path;
    };

    [[nodiscard]] static SopInstanceUid sopOf(const Examined &file)
    {
        return file.document ? file.document->sop : file.frames->front()->sop;
    }
    /// The series that shows the first file of a segmentation's UID as pictures; null: none does.
    [[nodiscard]] Series *picturesOf(const Examined &file)
    {
        const auto study = m_studies.find(file.headers->study.uid);
        if (!file.frames || study == m_studies.end())
            return nullptr;
        const auto series = study->second.series.find(file.headers->series.uid);
        const bool isThere = series != study->second.series.end() && series->second.known.contains(sopOf(file));
        return isThere ? &series->second : nullptr;
    }
    void settleOutlines(const Doubt &doubt, Likeness likeness)
    {
        if (likeness == Likeness::Same)
            return;
        const Examined &file = doubt.file;
        const Error error{ErrorCode::Conflict, leftOut::ofOneUid};
        const bool isInstead = likeness == Likeness::KnownBroken; // of a file that a failed copy left, say
        m_news.objects.push_back(
            {file.headers->study, file.headers->series, file.path, isInstead ? std::nullopt : std::optional(error)});
        Series *const pictures = picturesOf(file); // the first file's, whatever is drawn
        if (pictures)
            noteDiffering(*pictures, file);
        if (!isInstead) // else it is what is drawn
            refuse(file.path, error, doubt.known.path);
    }
    /// The whole object instead of its beginning: the series lacks nothing.
    void replace(Series &series, Known &known, const Examined &file)
    {
        refuse(known.path, {ErrorCode::DicomTruncated, u"in the pixel data"_s}, file.path);
        std::copy(file.frames->begin(), file.frames->end(), series.instances.begin() + std::ptrdiff_t(known.first));
        known.beginning = std::exchange(known.path, file.path);
        series.isChanged = true;
    }
    static void noteDiffering(Series &series, const Examined &file)
    {
        ++series.differing[sopOf(file)];
        ++series.refused;
        series.refusal = Error{ErrorCode::Conflict, leftOut::ofOneUid};
        series.isChanged = true;
    }

    /// A report, a directory file: no image, and said only when there was nothing else.
    void passOver(const Error &error)
    {
        const bool isOther = m_noImage && m_noImage->detail != error.detail;
        m_noImage = isOther ? Error{ErrorCode::NoPixels, {}} : error;
    }

    /// Files that name no patient are taken until another one under the same Study Instance UID names one: from then on
    /// they may be anybody's, whichever came first.
    void refuseUnnamed(Study &study)
    {
        const Error error{ErrorCode::Conflict, leftOut::ofNobody};
        for (auto &[uid, series] : study.series) {
            QString last; // the frames of a file stand together
            for (const auto &instance : series.instances) {
                if (instance->localFile == last)
                    continue;
                last = instance->localFile;
                refuse(last, error);
                ++series.refused;
                ++study.ofOthers;
                --m_images;
            }
            for (const auto &document : series.documents) {
                refuse(document->localFile, error);
                ++study.ofOthers;
                --m_documents;
            }
            series.isChanged = true;
            series.refusal = error;
            series.instances.clear();
            series.documents.clear();
            series.known.clear();
            series.differing.clear();
            series.request = {};
            series.lastRequest.reset();
        }
    }

    /// Whether the file is the study's patient's; the first one that names a patient says who that is.
    [[nodiscard]] bool isOfThePatient(Study &study, const dicom::StudyHeader &file)
    {
        if (samePatient(study.header.patient, file.patient))
            return true;
        if (!isUnknown(study.header.patient))
            return false;
        refuseUnnamed(study);
        study.header = file;
        return true;
    }

    void refuseOther(Study &study, const Examined &file)
    {
        refuse(file.path, {ErrorCode::Conflict, leftOut::ofAnother});
        ++study.ofOthers;
        for (auto &[uid, series] : study.series)
            series.isChanged = true; // each of them has to say so
    }

    void take(Examined &&file)
    {
        if (file.isOutlines && !takeOutlines(file))
            return;
        if (!file.frames && file.frames.error().code == ErrorCode::NoPixels && !file.document)
            return passOver(file.frames.error());
        const dicom::StudyHeader &study = file.headers->study;
        const dicom::SeriesHeader &seriesHeader = file.headers->series;
        if (study.uid.isEmpty())
            return refuse(file.path, {ErrorCode::DicomMalformed, u"no Study Instance UID (0020,000D)"_s});
        if (seriesHeader.uid.isEmpty())
            return refuseStray(file);
        const bool isNewStudy = !m_studies.contains(study.uid);
        Study &itsStudy = m_studies[study.uid];
        if (isNewStudy)
            itsStudy.header = study;
        if (!isOfThePatient(itsStudy, study))
            return refuseOther(itsStudy, file);
        Series &series = itsStudy.series[seriesHeader.uid];
        if (series.header.uid.isEmpty())
            series.header = seriesHeader;
        series.isChanged = true;
        if (file.request && file.request != series.lastRequest) {
            series.request.completeWith(*file.request);
            series.lastRequest = file.request;
        }
        if (!file.document && !file.frames) {
            ++series.refused;
            series.refusal = file.frames.error();
            return refuse(file.path, file.frames.error());
        }
        const SopInstanceUid sop = sopOf(file);
        if (const auto known = series.known.constFind(sop); known != series.known.cend())
            return doubt(series, *known, std::move(file));
        if (file.document) {
            series.known.insert(sop, {file.path});
            series.documents.push_back(file.document);
            ++m_documents;
            return;
        }
        series.known.insert(sop, {file.path, series.instances.size(), file.frames->size()});
        series.instances.insert(series.instances.end(), file.frames->begin(), file.frames->end());
        ++m_images;
    }

    void doubt(const Series &series, const Known &known, Examined &&file)
    {
        const auto first = series.instances.begin() + std::ptrdiff_t(known.first);
        m_doubts.push_back({{known.path, {first, first + std::ptrdiff_t(known.frames)}}, std::move(file)});
    }

    /// Of no series: nothing can be shown of it, and nothing is to be missed in any. Whether it is another patient's is
    /// said all the same.
    void refuseStray(const Examined &file)
    {
        const auto study = m_studies.find(file.headers->study.uid);
        const bool isOthers = study != m_studies.end() && !isUnknown(study->second.header.patient) &&
                              !samePatient(study->second.header.patient, file.headers->study.patient);
        if (isOthers)
            refuseOther(study->second, file);
        else
            refuse(file.path, {ErrorCode::DicomMalformed, u"no Series Instance UID (0020,000E)"_s});
    }

    /// False: they belong to somebody else than the images, as far as those are known, or are there already.
    bool takeOutlines(Examined &file)
    {
        const dicom::StudyHeader &study = file.headers->study;
        if (study.uid.isEmpty()) {
            refuse(file.path, {ErrorCode::DicomMalformed, u"no Study Instance UID (0020,000D)"_s});
            return false;
        }
        const auto images = m_studies.find(study.uid);
        if (images != m_studies.end() && !samePatient(images->second.header.patient, study.patient)) {
            refuseOther(images->second, file);
            return false;
        }
        if (file.headers->series.uid.isEmpty()) {
            refuseStray(file);
            return false;
        }
        const auto known = m_outlines.constFind(file.sop);
        if (!file.sop.isEmpty() && known != m_outlines.cend() && known->study == study.uid) {
            m_doubts.push_back({{known->path, {}, true}, std::move(file)});
            return false;
        }
        if (known == m_outlines.cend())
            m_outlines.insert(file.sop, {study.uid, file.path});
        m_news.objects.push_back({study, file.headers->series, file.path});
        return true;
    }

    /// What is known of a series by now; any thread, while nobody adds anything.
    [[nodiscard]] static DescribedSeries describe(const Study &study, const Series &series, bool isLast, bool mayLack)
    {
        // What was not read may be of any of them: none is complete then.
        const int announced = int(series.known.size() - series.documents.size()) + series.refused + (mayLack ? 1 : 0);
        DescribedSeries described = assembleSeries(series.header, series.instances, announced, isLast);
        tellOfDiffering(described.dataSets, series.differing);
        described.documents = series.documents;
        sortDocuments(described.documents);
        described.request = series.request;
        described.refused = series.refused;
        described.refusal = series.refusal;
        described.ofOthers = study.ofOthers;
        described.study = study.header;
        return described;
    }

    void tell(const Study &study, Series &series)
    {
        series.isChanged = false;
        m_told.emplace_back(&study, &series);
    }

    /// At the end nothing else is left to do: where it is much, several threads share it.
    void describeTold(bool isLast, bool isStopped)
    {
        m_news.series.resize(m_told.size());
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < m_told.size(); i = next++) {
                const auto &[study, series] = m_told[i];
                m_news.series[i] = {study->header.uid, describe(*study, *series, isLast, isStopped || m_isListBroken)};
            }
        };
        std::vector<std::thread> others;
        const int threads = isLast && m_images >= manyImages ? std::clamp(platform::cpuCount(), 1, mostTellers) : 1;
        try {
            while (int(others.size()) + 1 < threads)
                others.emplace_back(work);
        } catch (const std::system_error &) { // there can be no more: then fewer do it
        }
        work();
        for (std::thread &other : others)
            other.join();
        m_told.clear();
    }

    [[nodiscard]] std::vector<Study *> inOrder()
    {
        std::vector<Study *> studies;
        for (auto &[uid, study] : m_studies)
            studies.push_back(&study);
        std::sort(studies.begin(), studies.end(),
                  [](const Study *a, const Study *b) { return newestFirst(a->header, b->header); });
        return studies;
    }

    // As they are listed, so that a study begins with its first series; but masks last: what they lie on is there when
    // they come.
    [[nodiscard]] static std::vector<Series *> inOrder(Study &study)
    {
        std::vector<Series *> all;
        for (auto &[uid, series] : study.series)
            all.push_back(&series);
        const auto place = [](const Series *s) {
            return std::tuple(isSegmentModality(s->header.modality), placeOf(s->header, s->header.uid.text()));
        };
        std::sort(all.begin(), all.end(), [&](const Series *a, const Series *b) { return place(a) < place(b); });
        return all;
    }

    void report(bool isLast, bool isStopped)
    {
        QElapsedTimer cost;
        cost.start();
        for (Study *const study : inOrder()) {
            if (study->isNew)
                m_news.studies.push_back(study->header);
            study->isNew = false;
            for (Series *const series : inOrder(*study))
                if (series->isChanged || isLast)
                    tell(*study, *series);
        }
        describeTold(isLast, isStopped);
        // A study begins with images where it has any: these are told of first.
        std::stable_partition(m_news.series.begin(), m_news.series.end(),
                              [](const auto &entry) { return !entry.second.dataSets.empty(); });
        m_news.isFinished = isLast;
        m_news.isStopped = isStopped;
        m_news.noImage = m_noImage;
        m_news.images = m_images;
        m_news.documents = m_documents;
        m_news.refusedCount = m_refused;
        m_box->post(std::exchange(m_news, {}));
        // As long as only names were found, the first images are told of as soon as they could be from the begin.
        const bool hasNothing = m_images == 0 && m_documents == 0;
        m_pauseMs = hasNothing ? firstNewsMs : std::clamp(int(cost.elapsed()) * newsShare, newsMs, longestNewsMs);
        m_sinceNews.restart();
    }

    std::shared_ptr<FolderScan::Box> m_box;
    std::map<StudyUid, Study> m_studies;
    FolderLoader::News m_news;
    QHash<SopInstanceUid, KnownOutlines> m_outlines;
    std::vector<Doubt> m_doubts;
    std::vector<std::pair<const Study *, const Series *>> m_told; ///< what the next report says
    std::optional<Error> m_noImage;
    QElapsedTimer m_sinceNews;
    bool m_isListBroken = false;
    int m_pauseMs = firstNewsMs;
    int m_images = 0, m_documents = 0, m_refused = 0;
};

} // namespace

struct FolderScan::Private {
    Private(QString path, std::shared_ptr<Box> box, CancelToken stop, CancelToken abandon, FileList::Options options)
        : beforeRead(options.beforeRead),
          files(std::move(path), std::move(options)),
          collector(std::move(box)),
          stop(std::move(stop)),
          abandon(std::move(abandon))
    {
    }

    using Lock = std::unique_lock<std::mutex>; ///< of `mutex`; let go and taken again by who is handed it

    [[nodiscard]] bool isOver() const { return stop.isCancelled() || abandon.isCancelled(); }
    bool begin();
    void readFiles();
    bool take(std::size_t &number, std::vector<QString> &paths);
    bool goesOn();
    void deliver(std::size_t number, std::vector<Examined> found, std::size_t files);
    void weighDoubts();
    bool takeDoubt(std::size_t &number, Doubt &doubt);
    void putTogether(Lock &lock);
    bool putNext(Lock &lock);
    void leave();

    struct Piece {
        std::vector<Examined> found;
        std::size_t files = 0;
    };
    struct Verdict {
        Doubt doubt;
        Likeness likeness = Likeness::Different;
    };

    /// What waits for the medium, maybe for ever.
    template<class F>
    auto atMedium(F ask)
    {
        Lock lock(mutex);
        ++away;
        lock.unlock();
        auto answer = ask();
        lock.lock();
        --away;
        return answer;
    }

    std::function<void()> beforeRead;
    FileList files; ///< of the thread that lists
    QElapsedTimer listed;

    std::mutex mutex; ///< of what follows
    std::condition_variable moved;
    bool isListing = false; ///< a thread is at `files`
    int away = 0;           ///< threads that wait for the medium: for a name, for what is in a file
    std::size_t taken = 0;
    std::vector<FolderLoader::Refused> unreadable; ///< names and folders, told at the end
    std::map<std::size_t, Piece> waiting;
    std::size_t expected = 0; ///< the number of the piece that is put together next
    std::deque<Doubt> doubts; ///< not compared yet
    std::map<std::size_t, Verdict> verdicts;
    std::size_t weighed = 0, settled = 0; ///< numbers of the doubts that are compared and settled next
    bool isPutting = false;               ///< a thread is at it
    int running = 0, reading = 0;         ///< threads; those that may still read files
    int read = 0, total = -1;             ///< files; doubtful ones count when they are settled
    bool isTold = false;                  ///< the end

    std::mutex outlining; ///< of comparing outlines: two objects are held whole for that

    Collector collector; ///< of the thread that is at it
    CancelToken stop, abandon;
};

// False: begun when the others were done.
bool FolderScan::Private::begin()
{
    const std::lock_guard lock(mutex);
    if (isTold)
        return false;
    ++running;
    ++reading;
    return true;
}

// Between two names; false: nobody wants any more. A folder that takes its time says how far it is.
bool FolderScan::Private::goesOn()
{
    if (listed.isValid() && listed.elapsed() < lookAgain.count())
        return !isOver();
    listed.start();
    Lock lock(mutex);
    putTogether(lock);
    return !isOver();
}

// False: nothing is left.
bool FolderScan::Private::take(std::size_t &number, std::vector<QString> &paths)
{
    Lock lock(mutex);
    while (isListing && !isOver()) { // a medium may keep the other one for long with a single name
        if (moved.wait_for(lock, lookAgain) == std::cv_status::timeout)
            putTogether(lock);
    }
    if (isOver())
        return false;
    isListing = true;
    ++away;
    lock.unlock();
    paths = files.next([this] { return !goesOn(); });
    const int counted = files.total();
    std::vector<FolderLoader::Refused> refused = files.takeRefused();
    lock.lock();
    isListing = false;
    --away;
    total = counted;
    std::move(refused.begin(), refused.end(), std::back_inserter(unreadable));
    moved.notify_all();
    if (isOver() || paths.empty())
        return false;
    number = taken++;
    return true;
}

void FolderScan::Private::deliver(std::size_t number, std::vector<Examined> found, std::size_t count)
{
    Lock lock(mutex);
    while (waiting.size() >= mostWaiting && number != expected && !isOver())
        moved.wait_for(lock, lookAgain);
    waiting.emplace(number, Piece{std::move(found), count});
    putTogether(lock);
}

// Puts together what has its turn. Who finds another thread at it leaves it to that one.
void FolderScan::Private::putTogether(Lock &lock)
{
    if (isPutting || isTold)
        return;
    isPutting = true;
    for (bool hasMore = true; hasMore;) {
        hasMore = putNext(lock);
        const int readNow = read, totalNow = total;
        lock.unlock();
        collector.mayReport(readNow, totalNow, files.found());
        lock.lock();
        hasMore = hasMore || waiting.contains(expected) || verdicts.contains(settled);
    }
    isPutting = false;
    moved.notify_all();
}

// False: nothing has its turn.
bool FolderScan::Private::putNext(Lock &lock)
{
    if (auto piece = waiting.extract(expected)) {
        ++expected;
        lock.unlock();
        moved.notify_all();
        for (Examined &file : piece.mapped().found)
            collector.add(std::move(file));
        std::vector<Doubt> fresh = collector.takeDoubts();
        lock.lock();
        read += int(piece.mapped().files) - int(fresh.size());
        std::move(fresh.begin(), fresh.end(), std::back_inserter(doubts));
        return true;
    }
    if (const auto verdict = verdicts.extract(settled)) {
        ++settled;
        ++read;
        lock.unlock();
        collector.settle(std::move(verdict.mapped().doubt), verdict.mapped().likeness);
        std::vector<Doubt> anew = collector.takeDoubts();
        lock.lock();
        read -= int(anew.size());
        std::move(anew.begin(), anew.end(), std::back_inserter(doubts));
        return true;
    }
    return false;
}

void FolderScan::Private::readFiles()
{
    FileExaminer examiner;
    std::size_t number = 0;
    std::vector<QString> paths;
    while (take(number, paths)) {
        std::vector<Examined> found;
        std::size_t done = 0;
        for (const QString &path : paths) {
            if (isOver())
                break;
            ++done;
            auto file = atMedium([&] {
                if (beforeRead)
                    beforeRead();
                return examiner.read(path, files.isSingle());
            });
            if (file)
                found.push_back(std::move(*file));
        }
        deliver(number, std::move(found), done);
    }
    const std::lock_guard lock(mutex);
    --reading;
    moved.notify_all();
}

// False: there is none, and none will come.
bool FolderScan::Private::takeDoubt(std::size_t &number, Doubt &doubt)
{
    Lock lock(mutex);
    while (doubts.empty() && (reading > 0 || isPutting) && !isOver())
        moved.wait_for(lock, lookAgain);
    if (doubts.empty() || isOver())
        return false;
    number = weighed++;
    doubt = std::move(doubts.front());
    doubts.pop_front();
    return true;
}

// Both files are read, maybe whole: by all threads side by side, and when all headers have been read.
void FolderScan::Private::weighDoubts()
{
    std::size_t number = 0;
    Doubt doubt;
    while (takeDoubt(number, doubt)) {
        ObjectFile file{doubt.file.path, {}, doubt.file.isOutlines};
        if (doubt.file.frames)
            file.frames = *doubt.file.frames;
        const Likeness likeness = atMedium([&] {
            std::unique_lock alone(outlining, std::defer_lock);
            if (file.isOutlines)
                alone.lock();
            return likenessOf(doubt.known, file, stop);
        });
        if (isOver())
            return;
        Lock lock(mutex);
        verdicts.emplace(number, Verdict{std::move(doubt), likeness});
        putTogether(lock);
    }
}

void FolderScan::Private::leave()
{
    Lock lock(mutex);
    --running;
    moved.notify_all();
    // Stopped, nobody waits for a medium that does not answer; one that does gives what it is at.
    const auto isLast = [this] { return !isTold && running <= (isOver() ? away : 0); };
    if (!isLast())
        return;
    moved.wait_for(lock, aMoment, [this] { return running == 0 || isTold; });
    moved.wait(lock, [this] { return !isPutting; });
    if (!isLast())
        return;
    isTold = true;
    for (auto &[number, piece] : std::exchange(waiting, {})) { // behind one that is not given any more
        for (Examined &file : piece.found)
            collector.add(std::move(file));
        read += int(piece.files) - int(collector.takeDoubts().size());
    }
    for (const FolderLoader::Refused &refused : unreadable) {
        collector.refuse(refused.path, refused.error);
        if (refused.error.detail == leftOut::brokenFolder)
            collector.noteBrokenList();
    }
    collector.finish(read, total, files.found(), stop.isCancelled() && read != total);
}

FolderScan::FolderScan(QString path, std::shared_ptr<Box> box, CancelToken stop, CancelToken abandon,
                       FileList::Options options)
    : d(std::make_unique<Private>(std::move(path), std::move(box), std::move(stop), std::move(abandon),
                                  std::move(options)))
{
}

FolderScan::~FolderScan() = default;

void FolderScan::work()
{
    if (!d->begin())
        return;
    d->readFiles();
    d->weighDoubts();
    d->leave();
}

} // namespace consilium::app
