#pragma once
#include "app/worklist/StudySource.h"

#include <QPromise>

#include <deque>
#include <memory>

namespace consilium::test
{

/// An archive that answers when the test says so.
class FakeSource final : public app::StudySource
{
public:
    struct Question {
        dicomweb::StudyQuery query;
        CancelToken cancel;
        std::shared_ptr<QPromise<Result<dicomweb::StudyPage>>> promise;
    };

    explicit FakeSource(const QString &name) : m_name(name) {}
    ArchiveId id() const override { return ArchiveId(m_name); }
    QString name() const override { return m_name; }
    QFuture<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &query,
                                                       const CancelToken &cancel) override
    {
        auto promise = std::make_shared<QPromise<Result<dicomweb::StudyPage>>>();
        promise->start();
        questions.push_back({query, cancel, promise});
        return promise->future();
    }
    QFuture<Result<std::vector<Attributes>>> searchSeries(const StudyUid &, const CancelToken &) override
    {
        ++seriesAsked;
        return ready<std::vector<Attributes>>(fail(ErrorCode::NotFound));
    }
    QFuture<Result<std::vector<Attributes>>> searchInstances(const StudyUid &, const SeriesUid &,
                                                             const CancelToken &) override
    {
        return ready<std::vector<Attributes>>(fail(ErrorCode::NotFound));
    }
    QFuture<Result<QByteArray>> fetchPicture(const StudyUid &, const SeriesUid &, const SopInstanceUid &,
                                             const CancelToken &) override
    {
        return ready<QByteArray>(fail(ErrorCode::NotFound));
    }

    /// Answers the oldest question.
    void answer(const Result<dicomweb::StudyPage> &page)
    {
        const Question question = questions.front();
        questions.pop_front();
        question.promise->addResult(page);
        question.promise->finish();
    }

    std::deque<Question> questions;
    int seriesAsked = 0;

private:
    template<class T>
    static QFuture<Result<T>> ready(const Result<T> &result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(result);
        promise.finish();
        return promise.future();
    }
    QString m_name;
};

/// A row of a QIDO-RS answer, as an archive gives it.
inline Attributes studyRow(const QString &uid, const QString &name, const QString &date = QStringLiteral("20260102"),
                           int images = 3)
{
    Attributes row;
    row.setText(tags::StudyInstanceUid, "UI", {uid});
    row.setText(tags::PatientName, "PN", {name});
    row.setText(tags::PatientId, "LO", {QStringLiteral("T") + uid});
    row.setText(tags::StudyDate, "DA", {date});
    row.setText(tags::NumberOfStudyRelatedInstances, "IS", {QString::number(images)});
    return row;
}

} // namespace consilium::test
