#pragma once
#include "app/worklist/OutOfDateNote.h"
#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistSearch.h"
#include "tests/unit/app/FakeSource.h"

#include <QSignalSpy>

namespace consilium::test
{

class SetClock final : public Clock
{
public:
    TimeMs nowMs() const override { return ms; }
    std::int64_t steadyNs() const override { return 0; }
    TimeMs ms = 1'000'000;
};

inline Attributes studyOf(const QString &uid, const QString &name, const QString &modality)
{
    Attributes row = studyRow(uid, name);
    row.setText(tags::ModalitiesInStudy, "CS", {modality});
    row.setText(tags::AccessionNumber, "SH", {u"ACC"_s + uid});
    return row;
}

inline dicomweb::StudyPage page(std::initializer_list<Attributes> rows)
{
    return {std::vector<Attributes>(rows), false};
}

/// Two archives and what the page has of them.
struct List {
    SetClock clock;
    app::WorklistSearch search{clock};
    app::WorklistModel model;
    std::shared_ptr<FakeSource> a = std::make_shared<FakeSource>(u"A"_s), b = std::make_shared<FakeSource>(u"B"_s);
    QSignalSpy started{&search, &app::WorklistSearch::started};

    List()
    {
        search.setSources({a, b});
        QObject::connect(&search, &app::WorklistSearch::started, &model, &app::WorklistModel::clear);
        QObject::connect(&search, &app::WorklistSearch::textSearchBegan, &model, &app::WorklistModel::forgetText);
        QObject::connect(&search, &app::WorklistSearch::rowsLeft, &model, &app::WorklistModel::keepOnly);
        QObject::connect(&search, &app::WorklistSearch::rowsArrived, &model, &app::WorklistModel::add);
        QObject::connect(&search, &app::WorklistSearch::sourceChanged, &model,
                         [this] { model.setOutOfDate(search.sources()); });
    }
    void startOf(const QStringList &modalities, const QString &text = {})
    {
        app::WorklistFilter filter;
        filter.modalities = modalities;
        filter.text = text;
        model.setFilter(text, {});
        search.start(filter, QDate(2026, 1, 2));
    }
    // Whatever is asked of it.
    static void goAway(FakeSource &source)
    {
        while (!source.questions.empty())
            source.answer(fail(ErrorCode::HostUnreachable));
    }
    void start(const QString &period = u"all"_s, bool anew = true)
    {
        app::WorklistFilter filter;
        filter.period = period;
        search.start(filter, QDate(2026, 1, 2), anew);
    }
    [[nodiscard]] QString note() const
    {
        app::OutOfDateNote note;
        note.showFor(search.sources(), model);
        return note.text();
    }
    // "1 2!": rows by UID, "!" where the row is shown as out of date.
    [[nodiscard]] QString shown() const
    {
        QStringList uids;
        for (int i = 0; i < model.rowCount(); ++i)
            uids << model.row(i).study.uid.text() + (model.isOutOfDate(i) ? u"!"_s : QString());
        uids.sort();
        return uids.join(u' ');
    }
};

} // namespace consilium::test
