#include "app/bridge/FolderScan.h"

#include "app/bridge/FileWalk.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/PatientMatch.h"
#include "app/bridge/SameObject.h"
#include "app/bridge/SegmentLoader.h"
#include "app/bridge/StudyOrder.h"
#include "base/platform/Platform.h"
#include "viewer/dicom/DicomDir.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/RepeatedValues.h"
#include "viewer/segments/SegmentationReader.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
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
constexpr int listingMs = 8; ///< how long files are counted before the first one is read; one thread does it
constexpr std::size_t walkedAtOnce = 128, mostNames = 200'000;
constexpr std::size_t filesAtOnce = 16; ///< one thread takes them together
constexpr std::size_t mostWaiting = 64; ///< of those, read and not put together yet
constexpr int manyImages = 400;         ///< that are put together by several threads
constexpr int mostTellers = 4;

struct Headers {
    dicom::StudyHeader study;
    dicom::SeriesHeader series;
};

/// What one file turned out to be.
struct Examined {
    QString path;
    std::optional<Error> refusal; ///< the file as a whole
    Result<std::vector<dicom::InstancePtr>> frames;
    std::shared_ptr<const Headers> headers;            ///< null where there is a refusal
    dicom::DocumentPtr document;                       ///< what is read instead of looked at; then there are no frames
    std::shared_ptr<const dicom::RequestForm> request; ///< null where there is a refusal
    bool isOutlines = false;                           ///< a segmentation or structure set
};

/// Examines files; of one thread. What the files of a series say of study and series is read once.
class Examiner
{
public:
    /// nullopt: none of ours. `isAlone`: somebody named this one file, and it is told of whatever it is.
    std::optional<Examined> read(const QString &path, bool isAlone)
    {
        const std::optional<dicom::ScannedFile> file =
            isAlone ? dicom::ScannedFile{path, dicom::readHeader(path)} : dicom::scanFile(path, &m_repeated);
        return file ? std::optional(examine(*file)) : std::nullopt;
    }

private:
    Examined examine(const dicom::ScannedFile &file)
    {
        Examined result;
        result.path = file.path;
        if (!file.header) {
            result.refusal = file.header.error();
            return result;
        }
        result.frames = dicom::describeFrames(*file.header);
        if (!result.frames && result.frames.error().code == ErrorCode::NoPixels)
            if (const auto document = dicom::describeDocument(*file.header)) {
                auto local = std::make_shared<dicom::DocumentHeader>(**document);
                local->localFile = file.path;
                result.document = std::move(local);
            }
        result.isOutlines = segments::isSegmentation(*file.header);
        result.request = m_requests.read(*file.header);
        result.headers = headersOf(*file.header, result.frames ? result.frames->front() : nullptr);
        if (result.frames) // just made: nobody else has seen them yet
            for (const auto &frame : *result.frames)
                std::const_pointer_cast<dicom::Instance>(frame)->localFile = file.path;
        return result;
    }

    std::shared_ptr<const Headers> headersOf(const Attributes &header, const dicom::InstancePtr &image)
    {
        if (image) {
            const auto known = m_known.constFind(image->series);
            const bool isSame = known != m_known.cend() && (*known)->study.uid == image->study &&
                                (*known)->study.patient == image->patient;
            if (isSame)
                return *known;
        }
        auto made =
            std::make_shared<const Headers>(Headers{dicom::describeStudy(header), dicom::describeSeries(header)});
        if (image)
            m_known.insert(image->series, made);
        return made;
    }

    QHash<SeriesUid, std::shared_ptr<const Headers>> m_known;
    dicom::RepeatedValues m_repeated;
    dicom::RequestReader m_requests;
};

/// Groups what is found and says what is new from time to time. One thread at a time.
class Collector
{
public:
    explicit Collector(std::shared_ptr<FolderScan::Box> box) : m_box(std::move(box)) { m_sinceNews.start(); }

    void add(const Examined &file)
    {
        if (file.refusal)
            refuse(file.path, *file.refusal);
        else
            take(file);
    }
    void refuse(const QString &path, const Error &error, const QString &instead = {})
    {
        m_news.refused.push_back({path, error, instead});
        ++m_refused;
    }
    /// `read` of `total` files (-1: not counted to the end yet).
    void mayReport(int read, int total)
    {
        m_news.filesRead = read;
        m_news.filesTotal = total;
        if (m_sinceNews.elapsed() >= m_pauseMs)
            report(false, false);
    }
    /// `isStopped`: there was more to be read.
    void finish(int read, int total, bool isStopped)
    {
        m_news.filesRead = read;
        m_news.filesTotal = total;
        report(true, isStopped);
    }

private:
    struct Series {
        dicom::SeriesHeader header;
        std::vector<dicom::InstancePtr> instances;
        std::vector<dicom::DocumentPtr> documents;
        dicom::RequestForm request;
        std::shared_ptr<const dicom::RequestForm> lastRequest; ///< is in `request`
        QHash<SopInstanceUid, QString> known;                  ///< and the file it came with
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

    void take(const Examined &file)
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
        if (file.document)
            return takeDocument(series, file);
        if (!file.frames) {
            ++series.refused;
            series.refusal = file.frames.error();
            return refuse(file.path, file.frames.error());
        }
        const SopInstanceUid &sop = file.frames->front()->sop;
        if (const auto known = series.known.constFind(sop); known != series.known.cend())
            return takeAgain(series, *known, file);
        series.known.insert(sop, file.path);
        series.instances.insert(series.instances.end(), file.frames->begin(), file.frames->end());
        ++m_images;
    }

    void takeDocument(Series &series, const Examined &file)
    {
        const auto known = series.known.constFind(file.document->sop);
        if (known == series.known.cend()) {
            series.known.insert(file.document->sop, file.path);
            series.documents.push_back(file.document);
            ++m_documents;
        } else if (!areSameFiles(*known, file.path)) {
            refuse(file.path, {ErrorCode::Conflict, leftOut::ofOneUid}, *known);
        }
    }

    /// A second file of an object that is there. A copy is passed over; what holds something else is an image that the
    /// series lacks. The first one in the order of reading stays: see FileWalk.
    void takeAgain(Series &series, const QString &known, const Examined &file)
    {
        const SopInstanceUid &sop = file.frames->front()->sop;
        if (areSameFiles(known, file.path))
            return;
        std::vector<dicom::InstancePtr> there;
        std::copy_if(series.instances.begin(), series.instances.end(), std::back_inserter(there),
                     [&](const dicom::InstancePtr &image) { return image->sop == sop; });
        if (areSameImages(there, *file.frames))
            return;
        const Error error{ErrorCode::Conflict, leftOut::ofOneUid};
        ++series.differing[sop];
        ++series.refused;
        series.refusal = error;
        refuse(file.path, error, known);
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

    /// False: they belong to somebody else than the images, as far as those are known.
    bool takeOutlines(const Examined &file)
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
        m_news.objects.push_back({study, file.headers->series, file.path});
        return true;
    }

    /// What is known of a series by now; any thread, while nobody adds anything.
    [[nodiscard]] static DescribedSeries describe(const Study &study, const Series &series, bool isLast, bool isStopped)
    {
        // What was not read may be of any of them: none is complete then.
        const int announced = int(series.known.size() - series.documents.size()) + series.refused + (isStopped ? 1 : 0);
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
                m_news.series[i] = {study->header.uid, describe(*study, *series, isLast, isStopped)};
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
        m_pauseMs = std::clamp(int(cost.elapsed()) * newsShare, newsMs, longestNewsMs);
        m_sinceNews.restart();
    }

    std::shared_ptr<FolderScan::Box> m_box;
    std::map<StudyUid, Study> m_studies;
    FolderLoader::News m_news;
    std::vector<std::pair<const Study *, const Series *>> m_told; ///< what the next report says
    std::optional<Error> m_noImage;
    QElapsedTimer m_sinceNews;
    int m_pauseMs = firstNewsMs;
    int m_images = 0, m_documents = 0, m_refused = 0;
};

/// The names of the files, in the order in which they are put together.
class FileList
{
public:
    explicit FileList(const QString &path) : m_path(path) {}

    /// Finds out what the path is, and counts files for a while.
    void open()
    {
        const QFileInfo info(m_path);
        const bool isDirectory = info.fileName().startsWith("DICOMDIR"_L1, Qt::CaseInsensitive);
        const QString directory = info.isDir() ? dicom::dicomDirIn(m_path) : isDirectory ? m_path : QString();
        const auto named = directory.isEmpty() ? Result<std::vector<dicom::DirectoryEntry>>(fail(ErrorCode::NotFound))
                                               : dicom::readDicomDir(directory);
        if (named)
            takeDirectory(*named);
        const bool isNamedWhole = named && !info.isDir() && !m_waiting.empty();
        if (!isNamedWhole && (info.isDir() || named))
            m_walk = std::make_unique<FileWalk>(info.isDir() ? m_path : info.absolutePath());
        else if (!named) {
            m_waiting.push_back(m_path);
            m_isSingle = true;
        }
        QElapsedTimer clock;
        clock.start();
        while (m_walk && clock.elapsed() < listingMs)
            walk();
    }
    /// `isOver`: nobody wants any more.
    [[nodiscard]] std::vector<QString> next(const std::function<bool()> &isOver)
    {
        // More than are taken, so that their number is known long before the last one is read; of names so many at
        // most.
        for (std::size_t i = 0; m_walk && !isOver() &&
                                (m_waiting.size() < filesAtOnce || (i < walkedAtOnce && m_waiting.size() < mostNames));
             ++i)
            walk();
        std::vector<QString> some;
        for (; !m_waiting.empty() && some.size() < filesAtOnce; m_waiting.pop_front())
            some.push_back(std::move(m_waiting.front()));
        m_given += int(some.size());
        return some;
    }
    [[nodiscard]] int total() const { return m_walk ? -1 : m_given + int(m_waiting.size()); }
    /// Somebody named this one file: it is told of, whatever it is.
    [[nodiscard]] bool isSingle() const { return m_isSingle; }
    [[nodiscard]] const std::vector<FolderLoader::Refused> &refused() const { return m_refused; }

private:
    // The directory's own order, then whatever else lies in the folder.
    void takeDirectory(const std::vector<dicom::DirectoryEntry> &entries)
    {
        for (const dicom::DirectoryEntry &entry : entries) {
            if (!entry.path) {
                m_refused.push_back({entry.name, entry.path.error()});
                continue;
            }
            m_waiting.push_back(*entry.path);
            m_named.insert(QFileInfo(*entry.path).canonicalFilePath());
        }
    }
    void walk()
    {
        std::vector<QString> found;
        if (!m_walk->step(found))
            m_walk.reset();
        for (QString &path : found)
            if (m_named.isEmpty() || !m_named.contains(QFileInfo(path).canonicalFilePath()))
                m_waiting.push_back(std::move(path));
    }

    QString m_path;
    std::unique_ptr<FileWalk> m_walk; ///< null: all names are known
    std::deque<QString> m_waiting;
    QSet<QString> m_named; ///< by the DICOMDIR
    std::vector<FolderLoader::Refused> m_refused;
    int m_given = 0;
    bool m_isSingle = false;
};

} // namespace

struct FolderScan::Private {
    Private(QString path, std::shared_ptr<Box> box, CancelToken stop, CancelToken abandon)
        : files(path), collector(std::move(box)), stop(std::move(stop)), abandon(std::move(abandon))
    {
    }

    [[nodiscard]] bool isOver() const { return stop.isCancelled() || abandon.isCancelled(); }
    bool take(std::size_t &number, std::vector<QString> &paths);
    void deliver(std::size_t number, std::vector<Examined> found, std::size_t files);
    void end();

    struct Piece {
        std::vector<Examined> found;
        std::size_t files = 0;
    };

    std::mutex listing; ///< of `files`
    FileList files;
    bool isOpen = false;
    std::size_t taken = 0;

    std::mutex putting; ///< of what follows
    std::condition_variable moved;
    std::map<std::size_t, Piece> waiting;
    std::size_t expected = 0; ///< the number of the piece that is put together next
    bool isPutting = false;   ///< a thread is at it
    int running = 0, read = 0, total = -1;
    bool isTold = false; ///< the end

    Collector collector; ///< of the thread that is at it
    CancelToken stop, abandon;
};

// False: nothing is left.
bool FolderScan::Private::take(std::size_t &number, std::vector<QString> &paths)
{
    if (isOver())
        return false;
    const std::lock_guard lock(listing);
    if (!std::exchange(isOpen, true))
        files.open();
    paths = files.next([this] { return isOver(); });
    number = taken;
    taken += paths.empty() ? 0 : 1;
    const int counted = files.total();
    const std::lock_guard also(putting);
    total = counted;
    return !paths.empty();
}

// Puts together what has its turn. Who finds another thread at it leaves its piece behind.
void FolderScan::Private::deliver(std::size_t number, std::vector<Examined> found, std::size_t count)
{
    std::unique_lock lock(putting);
    moved.wait(lock, [&] { return waiting.size() < mostWaiting || number == expected || abandon.isCancelled(); });
    waiting.emplace(number, Piece{std::move(found), count});
    if (isPutting)
        return;
    isPutting = true;
    for (auto next = waiting.find(expected); next != waiting.end(); next = waiting.find(expected)) {
        const Piece piece = std::move(next->second);
        waiting.erase(next);
        ++expected;
        read += int(piece.files);
        const int readNow = read, totalNow = total;
        lock.unlock();
        moved.notify_all();
        for (const Examined &file : piece.found)
            collector.add(file);
        collector.mayReport(readNow, totalNow);
        lock.lock();
    }
    isPutting = false;
}

void FolderScan::Private::end()
{
    for (const FolderLoader::Refused &refused : files.refused())
        collector.refuse(refused.path, refused.error);
    collector.finish(read, total, stop.isCancelled() && read != total);
}

FolderScan::FolderScan(QString path, std::shared_ptr<Box> box, CancelToken stop, CancelToken abandon)
    : d(std::make_unique<Private>(std::move(path), std::move(box), std::move(stop), std::move(abandon)))
{
}

FolderScan::~FolderScan() = default;

void FolderScan::work()
{
    {
        const std::lock_guard lock(d->putting);
        if (d->isTold)
            return; // begun when the others were done
        ++d->running;
    }
    Examiner examiner;
    std::size_t number = 0;
    std::vector<QString> paths;
    while (d->take(number, paths)) {
        std::vector<Examined> found;
        std::size_t done = 0;
        for (const QString &path : paths) {
            if (d->isOver())
                break;
            ++done;
            if (auto file = examiner.read(path, d->files.isSingle()))
                found.push_back(std::move(*file));
        }
        d->deliver(number, std::move(found), done);
    }
    const std::lock_guard lock(d->putting);
    d->isTold = --d->running == 0;
    if (d->isTold)
        d->end();
}

} // namespace consilium::app
