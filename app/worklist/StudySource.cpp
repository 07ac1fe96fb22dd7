#include "app/worklist/StudySource.h"

namespace consilium::app
{

namespace
{

class DicomWebSource final : public StudySource
{
public:
    explicit DicomWebSource(std::shared_ptr<dicomweb::DicomWebClient> client) : m_client(std::move(client)) {}

    ArchiveId id() const override { return m_client->config().id; }
    QString name() const override { return m_client->config().name; }
    QFuture<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &query,
                                                       const CancelToken &cancel) override
    {
        return m_client->searchStudies(query, Priority::Interactive, cancel);
    }
    QFuture<Result<std::vector<Attributes>>> searchSeries(const StudyUid &study, const CancelToken &cancel) override
    {
        return m_client->searchSeries(study, Priority::Interactive, cancel);
    }
    QFuture<Result<std::vector<Attributes>>> searchInstances(const StudyUid &study, const SeriesUid &series,
                                                             const CancelToken &cancel) override
    {
        return m_client->searchInstances(study, series, Priority::Background, cancel);
    }
    QFuture<Result<QByteArray>> fetchPicture(const StudyUid &study, const SeriesUid &series, const SopInstanceUid &sop,
                                             const CancelToken &cancel) override
    {
        return m_client->fetchRendered(study, series, sop, Priority::Background, cancel);
    }

private:
    std::shared_ptr<dicomweb::DicomWebClient> m_client;
};

} // namespace

std::shared_ptr<StudySource> makeStudySource(std::shared_ptr<dicomweb::DicomWebClient> client)
{
    return std::make_shared<DicomWebSource>(std::move(client));
}

} // namespace consilium::app
