#include "app/bridge/FolderLoader.h"

#include "app/bridge/Inbox.h"
#include "app/bridge/PatientMatch.h"
#include "viewer/dicom/DicomFile.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

#include <map>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using NewsBox = Inbox<FolderLoader::News>;

namespace
{

// A folder of a few hundred files is read in less than the first of these and then shown at once, whole.
constexpr int kFirstNewsMs = 150, kNewsMs = 400;

// Lives on the worker: groups what is found and says what is new from time to time.
class Collector
{
public:
    explicit Collector(std::shared_ptr<NewsBox> box) : m_box(std::move(box)) { m_sinceNews.start(); }

    void add(const dicom::ScannedFile &file)
    {
        if (!file.header)
            refuse(file.path, file.header.error());
        else
            describe(file.path, *file.header);
        if (m_sinceNews.elapsed() >= (m_hasReported ? kNewsMs : kFirstNewsMs))
            report(false);
    }
    void finish() { report(true); }

private:
    struct Series {
        dicom::SeriesHeader header;
        std::vector<dicom::InstancePtr> instances;
        std::vector<dicom::DocumentPtr> documents;
        dicom::RequestForm request;
        QSet<SopInstanceUid> known;
        int skipped = 0, refused = 0;
        std::optional<Error> refusal;
        bool isChanged = false;
    };
    struct Study {
        dicom::StudyHeader header;
        std::map<SeriesUid, Series> series;
        bool isNew = true;
    };

    void refuse(const QString &path, const Error &error)
    {
        m_news.refused.push_back({path, error});
        ++m_refused;
    }

    /// A report, a directory file: no image, and said only when there was nothing else.
    void passOver(const Error &error)
    {
        const bool isOther = m_noImage && m_noImage->detail != error.detail;
        m_noImage = isOther ? Error{ErrorCode::NoPixels} : error;
    }

    void describe(const QString &path, const Attributes &header)
    {
        const auto frames = dicom::describeFrames(header);
        const bool isWithoutPixels = !frames && frames.error().code == ErrorCode::NoPixels;
        const auto document =
            isWithoutPixels ? dicom::describeDocument(header) : Result<dicom::DocumentPtr>(fail(ErrorCode::NoPixels));
        if (isWithoutPixels && !document)
            return passOver(frames.error());
        const dicom::StudyHeader study = dicom::describeStudy(header);
        if (study.uid.isEmpty())
            return refuse(path, {ErrorCode::DicomMalformed, u"no Study Instance UID (0020,000D)"_s});
        const bool isNewStudy = !m_studies.contains(study.uid);
        Study &itsStudy = m_studies[study.uid];
        if (isNewStudy)
            itsStudy.header = study;
        if (!isUnknown(itsStudy.header.patient) && !samePatient(itsStudy.header.patient, study.patient))
            return refuse(path, {ErrorCode::Conflict, u"another patient under the same Study Instance UID"_s});
        dicom::SeriesHeader seriesHeader = dicom::describeSeries(header);
        Series &series = itsStudy.series[seriesHeader.uid];
        if (series.header.uid.isEmpty())
            series.header = seriesHeader;
        series.isChanged = true;
        series.request.completeWith(dicom::describeRequest(header));
        if (document)
            return addDocument(series, **document, path);
        if (!frames) {
            ++series.refused;
            series.refusal = frames.error();
            return refuse(path, frames.error());
        }
        if (series.known.contains(frames->front()->sop))
            return; // a second copy of the same object
        series.known.insert(frames->front()->sop);
        for (const auto &frame : *frames) {
            auto local = std::make_shared<dicom::Instance>(*frame);
            local->localFile = path;
            series.instances.push_back(std::move(local));
        }
        ++m_images;
    }

    void addDocument(Series &series, const dicom::DocumentHeader &document, const QString &path)
    {
        if (series.known.contains(document.sop))
            return;
        series.known.insert(document.sop);
        auto local = std::make_shared<dicom::DocumentHeader>(document);
        local->localFile = path;
        series.documents.push_back(std::move(local));
        ++m_documents;
    }

    void report(bool isLast)
    {
        for (auto &[uid, study] : m_studies) {
            if (study.isNew)
                m_news.studies.push_back(study.header);
            study.isNew = false;
            for (auto &[seriesUid, series] : study.series) {
                if (!series.isChanged && !isLast)
                    continue;
                series.isChanged = false;
                const int announced = int(series.known.size() - series.documents.size()) + series.refused;
                DescribedSeries described = assembleSeries(series.header, series.instances, announced, isLast);
                described.documents = series.documents;
                sortDocuments(described.documents);
                described.request = series.request;
                described.refused = series.refused;
                described.refusal = series.refusal;
                m_news.series.emplace_back(uid, std::move(described));
            }
        }
        m_news.isFinished = isLast;
        m_news.noImage = m_noImage;
        m_news.images = m_images;
        m_news.documents = m_documents;
        m_news.refusedCount = m_refused;
        m_box->post(std::exchange(m_news, {}));
        m_hasReported = true;
        m_sinceNews.restart();
    }

    std::shared_ptr<NewsBox> m_box;
    std::map<StudyUid, Study> m_studies;
    FolderLoader::News m_news;
    std::optional<Error> m_noImage;
    QElapsedTimer m_sinceNews;
    bool m_hasReported = false;
    int m_images = 0, m_documents = 0, m_refused = 0;
};

void scan(const QString &path, const std::shared_ptr<NewsBox> &box, const CancelToken &cancel)
{
    Collector collector(box);
    const QFileInfo info(path);
    if (!info.exists())
        collector.add({path, fail(ErrorCode::NotFound)});
    else if (info.isFile())
        collector.add({path, dicom::readHeader(path)});
    else
        dicom::scanFolder(
            path, [&](const dicom::ScannedFile &file) { collector.add(file); }, cancel);
    collector.finish();
}

} // namespace

struct FolderLoader::Private {
    explicit Private(QThreadPool &pool) : scanners(pool) {}

    QThreadPool &scanners;
    QString path;
    CancelToken cancel;
    std::shared_ptr<NewsBox> box;
    bool isFinished = false;
};

FolderLoader::FolderLoader(QString path, QThreadPool &scanners, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(scanners))
{
    d->path = std::move(path);
    d->box = std::make_shared<NewsBox>(this, [this](const std::vector<News> &all) {
        for (const News &news : all) {
            d->isFinished = d->isFinished || news.isFinished;
            Q_EMIT found(news);
        }
    });
}

FolderLoader::~FolderLoader()
{
    d->box->close();
    d->cancel.cancel();
}

void FolderLoader::start()
{
    d->scanners.start([path = d->path, box = d->box, cancel = d->cancel] { scan(path, box, cancel); });
}

const QString &FolderLoader::path() const
{
    return d->path;
}

bool FolderLoader::isFinished() const
{
    return d->isFinished;
}

} // namespace consilium::app
