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
    std::optional<Error> waitingFor() const override { return m_client->waitingFor(); }
    Pending<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &query,
                                                       const CancelToken &cancel) override
    {
        return m_client->searchStudies(query, Priority::Interactive, cancel);
    }
    Pending<Result<std::vector<Attributes>>> searchSeries(const StudyUid &study, Priority priority,
                                                          const CancelToken &cancel) override
    {
        return m_client->searchSeries(study, priority, cancel);
    }
    Pending<Result<std::vector<Attributes>>> searchInstances(const StudyUid &study, const SeriesUid &series,
                                                             const CancelToken &cancel) override
    {
        return m_client->searchInstances(study, series, Priority::Background, cancel);
    }
    Pending<Result<std::vector<Attributes>>> searchSomeInstances(const StudyUid &study, const SeriesUid &series,
                                                                 int instanceNumber, int limit,
                                                                 const CancelToken &cancel) override
    {
        return m_client->searchSomeInstances(study, series, instanceNumber, limit, Priority::Background, cancel);
    }
    Pending<Result<Attributes>> describeInstance(const StudyUid &study, const SeriesUid &series,
                                                 const SopInstanceUid &sop, const CancelToken &cancel) override
    {
        return m_client->fetchInstanceMetadata(study, series, sop, Priority::Background, cancel);
    }
    Pending<Result<QByteArray>> fetchPicture(const StudyUid &study, const SeriesUid &series, const SopInstanceUid &sop,
                                             const CancelToken &cancel) override
    {
        return m_client->fetchRendered(study, series, sop, Priority::Background, cancel);
    }

private:
    std::shared_ptr<dicomweb::DicomWebClient> m_client;
};

class LockedSource final : public StudySource
{
public:
    LockedSource(ArchiveId id, QString name) : m_id(std::move(id)), m_name(std::move(name)) {}

    ArchiveId id() const override { return m_id; }
    QString name() const override { return m_name; }
    Pending<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &, const CancelToken &) override
    {
        return locked<dicomweb::StudyPage>();
    }
    Pending<Result<std::vector<Attributes>>> searchSeries(const StudyUid &, Priority, const CancelToken &) override
    {
        return locked<std::vector<Attributes>>();
    }
    Pending<Result<std::vector<Attributes>>> searchInstances(const StudyUid &, const SeriesUid &,
                                                             const CancelToken &) override
    {
        return locked<std::vector<Attributes>>();
    }
    Pending<Result<std::vector<Attributes>>> searchSomeInstances(const StudyUid &, const SeriesUid &, int, int,
                                                                 const CancelToken &) override
    {
        return locked<std::vector<Attributes>>();
    }
    Pending<Result<Attributes>> describeInstance(const StudyUid &, const SeriesUid &, const SopInstanceUid &,
                                                 const CancelToken &) override
    {
        return locked<Attributes>();
    }
    Pending<Result<QByteArray>> fetchPicture(const StudyUid &, const SeriesUid &, const SopInstanceUid &,
                                             const CancelToken &) override
    {
        return locked<QByteArray>();
    }

private:
    template<class T>
    static Pending<Result<T>> locked()
    {
        return readyAnswer<Result<T>>(fail(ErrorCode::KeychainLocked));
    }
    ArchiveId m_id;
    QString m_name;
};

} // namespace

bool mayBeDrawn(const Attributes &header)
{
    constexpr int longestSide = 20'000;
    constexpr Tag firstOverlay{0x6000, 0x0000}, lastOverlay{0x60FF, 0xFFFF};
    const auto isOdd = [&](Tag tag) {
        const int side = header.integer(tag).value_or(1);
        return side < 1 || side > longestSide;
    };
    return !header.containsAny(firstOverlay, lastOverlay) && !isOdd(tags::Rows) && !isOdd(tags::Columns);
}

std::shared_ptr<StudySource> makeStudySource(std::shared_ptr<dicomweb::DicomWebClient> client)
{
    return std::make_shared<DicomWebSource>(std::move(client));
}

std::shared_ptr<StudySource> makeLockedSource(const ArchiveId &id, const QString &name)
{
    return std::make_shared<LockedSource>(id, name);
}

} // namespace consilium::app
