#pragma once
#include "app/worklist/StudySource.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::test
{

using namespace Qt::StringLiterals;

/// An archive that answers when the test says so.
class FakeSource final : public app::StudySource
{
public:
    struct Question {
        dicomweb::StudyQuery query;
        CancelToken cancel;
        std::shared_ptr<PendingPromise<Result<dicomweb::StudyPage>>> promise;
    };

    explicit FakeSource(const QString &name) : m_name(name) {}
    ArchiveId id() const override { return ArchiveId(m_name); }
    QString name() const override { return m_name; }
    Pending<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &query,
                                                       const CancelToken &cancel) override
    {
        auto promise = std::make_shared<PendingPromise<Result<dicomweb::StudyPage>>>();
        promise->start();
        questions.push_back({query, cancel, promise});
        return promise->future();
    }
    Pending<Result<std::vector<Attributes>>> searchSeries(const StudyUid &study, Priority priority,
                                                          const CancelToken &cancel) override
    {
        return small<std::vector<Attributes>>(u"series "_s + study.text() +
                                                  (priority == Priority::Background ? QString() : u" soon"_s),
                                              cancel, onSeries);
    }
    Pending<Result<std::vector<Attributes>>> searchInstances(const StudyUid &, const SeriesUid &series,
                                                             const CancelToken &cancel) override
    {
        return small<std::vector<Attributes>>(u"all "_s + series.text(), cancel, onInstances);
    }
    Pending<Result<std::vector<Attributes>>> searchSomeInstances(const StudyUid &, const SeriesUid &series, int number,
                                                                 int, const CancelToken &cancel) override
    {
        return small<std::vector<Attributes>>(u"one %1 %2"_s.arg(series.text()).arg(number), cancel, onInstances);
    }
    Pending<Result<Attributes>> describeInstance(const StudyUid &, const SeriesUid &, const SopInstanceUid &sop,
                                                 const CancelToken &) override
    {
        const auto answer = onHeader ? onHeader(u"header "_s + sop.text()) : Result<Attributes>(Attributes());
        return readyAnswer(answer.value_or(Result<Attributes>(Attributes())));
    }
    Pending<Result<QByteArray>> fetchPicture(const StudyUid &, const SeriesUid &, const SopInstanceUid &sop,
                                             const CancelToken &cancel) override
    {
        return small<QByteArray>(u"picture "_s + sop.text(), cancel, onPicture);
    }

    /// Answers the oldest question.
    void answer(const Result<dicomweb::StudyPage> &page)
    {
        const Question question = questions.front();
        questions.pop_front();
        question.promise->finish(page);
    }

    std::deque<Question> questions;
    /// What was asked for beside lists of studies, in words: "series STUDY", "all SERIES", "one SERIES NUMBER",
    /// "picture SOP"; and what is answered to it.
    QStringList asked;
    CancelToken lastCancel;
    template<class T>
    using Answers = std::function<std::optional<Result<T>>(const QString &question)>; ///< nothing: never
    Answers<std::vector<Attributes>> onSeries, onInstances;
    Answers<QByteArray> onPicture;
    Answers<Attributes> onHeader; ///< not among what was asked; at first a header that says nothing

private:
    template<class T>
    Pending<Result<T>> small(const QString &question, const CancelToken &cancel, const Answers<T> &answers)
    {
        asked << question;
        lastCancel = cancel;
        const auto answer = answers ? answers(question) : Result<T>(fail(ErrorCode::NotFound));
        if (answer)
            return ready<T>(*answer);
        m_silent.emplace_back(new PendingPromise<Result<T>>,
                              [](void *p) { delete static_cast<PendingPromise<Result<T>> *>(p); });
        auto *promise = static_cast<PendingPromise<Result<T>> *>(m_silent.back().get());
        promise->start();
        return promise->future();
    }
    template<class T>
    static Pending<Result<T>> ready(const Result<T> &result)
    {
        return readyAnswer(result);
    }
    QString m_name;
    std::vector<std::shared_ptr<void>> m_silent; ///< questions that are never answered
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
