#include "netclient/dicomweb/Search.h"

#include "netclient/dicomweb/QueryText.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace consilium::dicomweb
{

namespace
{

using Parameters = std::vector<std::pair<QString, QString>>;

constexpr int pageSize = 5000, maximumResults = 100'000, uidsPerQuery = 20, usualCap = 10, maximumSifted = 20'000;

QString encoded(const QString &path, const Parameters &parameters)
{
    QString url = path;
    QChar separator = QLatin1Char('?');
    for (const auto &[name, value] : parameters) {
        url += separator + name + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value, "*?,:@/"));
        separator = QLatin1Char('&');
    }
    return url;
}

// The server cut the list and says so (PS3.18 8.3.4.4).
bool warnsOfMore(const http::HttpResponse &head)
{
    return head.header("warning").startsWith("299");
}

void appendFilter(Parameters &parameters, const char *name, const QString &value)
{
    if (!value.trimmed().isEmpty())
        parameters.emplace_back(QString::fromLatin1(name), value.trimmed());
}

Parameters studyFilters(const StudyQuery &query)
{
    Parameters parameters;
    appendFilter(parameters, "PatientName", query.patientName);
    appendFilter(parameters, "PatientID", query.patientId);
    appendFilter(parameters, "AccessionNumber", query.accession);
    appendFilter(parameters, "StudyInstanceUID", query.studyUid);
    appendFilter(parameters, "StudyDescription", query.description);
    if (query.dateFrom == query.dateTo)
        appendFilter(parameters, "StudyDate", query.dateFrom);
    else
        appendFilter(parameters, "StudyDate", query.dateFrom + QLatin1Char('-') + query.dateTo);
    if (query.fuzzy)
        appendFilter(parameters, "fuzzymatching", QStringLiteral("true"));
    return parameters;
}

void appendStudyFields(Parameters &parameters)
{
    for (const Tag tag :
         {tags::StudyDescription, tags::ModalitiesInStudy, tags::NumberOfStudyRelatedSeries,
          tags::NumberOfStudyRelatedInstances, tags::InstitutionName, tags::PatientSex, tags::PatientBirthDate})
        parameters.emplace_back(QStringLiteral("includefield"), tag.text());
}

bool newerFirst(const Attributes &a, const Attributes &b)
{
    const auto when = [](const Attributes &s) { return std::pair(s.text(tags::StudyDate), s.text(tags::StudyTime)); };
    return when(a) > when(b);
}

// The page [offset, offset + limit) of a complete list.
StudyPage pageOf(std::vector<Attributes> all, const StudyQuery &query, bool sort)
{
    if (sort)
        std::stable_sort(all.begin(), all.end(), newerFirst);
    StudyPage page;
    const auto size = static_cast<std::ptrdiff_t>(all.size());
    const std::ptrdiff_t from = std::clamp<std::ptrdiff_t>(query.offset, 0, size);
    const std::ptrdiff_t to = std::min<std::ptrdiff_t>(from + std::max(query.limit, 0), size);
    page.mayHaveMore = to < size;
    page.studies.assign(std::make_move_iterator(all.begin() + from), std::make_move_iterator(all.begin() + to));
    return page;
}

// One page by the archive's own paging.
void searchPage(const std::shared_ptr<Session> &session, const StudyQuery &query, Parameters parameters,
                Priority priority, const CancelToken &cancel, Session::Done<StudyPage> done)
{
    appendStudyFields(parameters);
    parameters.emplace_back(QStringLiteral("limit"),
                            QString::number(query.limit + 1)); // one more tells whether there is more
    parameters.emplace_back(QStringLiteral("offset"), QString::number(query.offset));
    Fetch fetch;
    fetch.url = session->url(encoded(QStringLiteral("/studies"), parameters));
    fetch.priority = priority;
    fetch.cancel = cancel;
    session->fetchJson(std::move(fetch), [session, query, done = std::move(done)](Result<Session::DataSets> result) {
        if (!result) {
            done(fail(result.error()));
            return;
        }
        const auto size = static_cast<int>(result->all.size());
        if (size > query.limit + 1) { // neither limit nor offset were obeyed: everything came
            session->negotiation().setIgnoresLimit();
            done(pageOf(std::move(result->all), query, false));
            return;
        }
        if (session->negotiation().ignoresLimit() && query.offset > 0) {
            done(pageOf(std::move(result->all), query, false));
            return;
        }
        StudyPage page;
        page.mayHaveMore = size > query.limit || warnsOfMore(result->head);
        if (size > query.limit)
            result->all.pop_back();
        page.studies = std::move(result->all);
        done(std::move(page));
    });
}

// Several lists of studies, one after another, into one without repetitions.
struct Merge : std::enable_shared_from_this<Merge> {
    std::shared_ptr<Session> session;
    std::vector<ListQuery> queries;
    Priority priority = Priority::Interactive;
    CancelToken cancel;
    std::function<void(Result<std::vector<Attributes>>)> done;
    std::vector<Attributes> all;
    QSet<QString> seen;
    std::size_t next = 0;

    void run()
    {
        if (next == queries.size()) {
            done(std::move(all));
            return;
        }
        ListQuery query = queries[next++];
        const Tag key = query.key;
        searchAll(session, std::move(query), priority, cancel,
                  [self = shared_from_this(), key](Result<std::vector<Attributes>> result) {
                      if (!result) {
                          self->done(fail(result.error()));
                          return;
                      }
                      for (Attributes &one : *result) {
                          const QString name = one.text(key);
                          if (self->seen.contains(name))
                              continue;
                          self->seen.insert(name);
                          self->all.push_back(std::move(one));
                      }
                      self->run();
                  });
    }
};

ListQuery studyList(Parameters parameters, int stopAt)
{
    appendStudyFields(parameters);
    return {QStringLiteral("/studies"), std::move(parameters), tags::StudyInstanceUid, stopAt};
}

bool hasModality(const Attributes &series, const QStringList &modalities)
{
    return modalities.isEmpty() || modalities.contains(series.text(tags::Modality), Qt::CaseInsensitive);
}

// The studies with these UIDs, then the page of them.
void fetchStudies(const std::shared_ptr<Merge> &merge, const QStringList &uids, const StudyQuery &query,
                  Session::Done<StudyPage> done)
{
    merge->queries.clear();
    merge->next = 0;
    merge->seen.clear();
    merge->all.clear();
    for (qsizetype i = 0; i < uids.size(); i += uidsPerQuery) {
        const QString list = uids.mid(i, uidsPerQuery).join(QLatin1Char(','));
        merge->queries.push_back(studyList({{QStringLiteral("StudyInstanceUID"), list}}, 0));
    }
    merge->done = [merge = std::weak_ptr(merge), uids, query, done = std::move(done),
                   retried = false](Result<std::vector<Attributes>> result) mutable {
        const std::shared_ptr<Merge> self = merge.lock();
        if (!result || retried) {
            done(result.map([&](std::vector<Attributes> &all) { return pageOf(std::move(all), query, true); }));
            return;
        }
        retried = true;
        self->all = std::move(*result);
        self->queries.clear();
        self->next = 0;
        for (const QString &uid : std::as_const(uids)) { // an archive without UID lists: the missing ones by themselves
            if (!self->seen.contains(uid))
                self->queries.push_back(studyList({{QStringLiteral("StudyInstanceUID"), uid}}, 0));
        }
        self->run();
    };
    merge->run();
}

// The body part is a series attribute (PS3.18 table 10.6.1-5): the series that have it name the studies.
void searchByBodyPart(const std::shared_ptr<Merge> &merge, const StudyQuery &query, Session::Done<StudyPage> done)
{
    Parameters parameters = studyFilters(query);
    appendFilter(parameters, "BodyPartExamined", query.bodyPart.toUpper());
    if (query.modalities.size() == 1)
        appendFilter(parameters, "Modality", query.modalities.first().toUpper());
    for (const Tag tag : {tags::StudyInstanceUid, tags::BodyPartExamined, tags::Modality})
        parameters.emplace_back(QStringLiteral("includefield"), tag.text());
    const ListQuery list{QStringLiteral("/series"), parameters, tags::SeriesInstanceUid, 0};
    searchAll(merge->session, list, merge->priority, merge->cancel,
              [merge, query, done = std::move(done)](Result<std::vector<Attributes>> series) mutable {
                  if (!series) {
                      done(fail(series.error()));
                      return;
                  }
                  QStringList uids;
                  for (const Attributes &one : *series) {
                      // An archive that does not know the filter answers with every series.
                      const bool wrongPart =
                          one.contains(tags::BodyPartExamined) &&
                          !matchesWildcard(query.bodyPart.trimmed(), one.text(tags::BodyPartExamined));
                      const QString uid = one.text(tags::StudyInstanceUid);
                      if (!wrongPart && hasModality(one, query.modalities) && !uid.isEmpty() && !uids.contains(uid))
                          uids.push_back(uid);
                  }
                  fetchStudies(merge, uids, query, std::move(done));
              });
}

// A list that grows page by page.
struct Listing : std::enable_shared_from_this<Listing> {
    std::shared_ptr<Session> session;
    ListQuery query;
    Priority priority = Priority::Interactive;
    CancelToken cancel;
    Session::Done<std::vector<Attributes>> done;
    std::vector<Attributes> all;
    QSet<QString> seen;

    void run()
    {
        Parameters parameters = query.parameters;
        parameters.emplace_back(QStringLiteral("limit"), QString::number(pageSize));
        parameters.emplace_back(QStringLiteral("offset"), QString::number(all.size()));
        Fetch fetch;
        fetch.url = session->url(encoded(query.path, parameters));
        fetch.priority = priority;
        fetch.cancel = cancel;
        session->fetchJson(std::move(fetch), [self = shared_from_this()](Result<Session::DataSets> page) {
            if (!page)
                self->done(fail(page.error()));
            else
                self->take(std::move(*page));
        });
    }

    void take(Session::DataSets page)
    {
        const auto before = static_cast<int>(all.size());
        for (Attributes &one : page.all) {
            const QString name = one.text(query.key);
            if (name.isEmpty() || seen.contains(name)) // an archive that ignores the offset repeats itself
                continue;
            seen.insert(name);
            all.push_back(std::move(one));
        }
        const auto size = static_cast<int>(all.size());
        const bool enough = query.stopAt > 0 && size >= query.stopAt;
        if (size == before || size >= maximumResults || enough) {
            if (size == before)
                session->negotiation().sawCompleteList(size);
            done(std::move(all));
            return;
        }
        // Archives cut long lists, some without saying so, at round numbers: only an empty page proves the end then.
        const bool maybeCut = size - before >= pageSize || warnsOfMore(page.head) ||
                              (size % usualCap == 0 && size > session->negotiation().completeListLength());
        if (maybeCut)
            run();
        else
            done(std::move(all));
    }
};

} // namespace

void searchAll(const std::shared_ptr<Session> &session, ListQuery query, Priority priority, const CancelToken &cancel,
               Session::Done<std::vector<Attributes>> done)
{
    const auto listing = std::make_shared<Listing>();
    listing->session = session;
    listing->query = std::move(query);
    listing->priority = priority;
    listing->cancel = cancel;
    listing->done = std::move(done);
    listing->run();
}

namespace
{

// With the query's texts as they can be sent: encoded, or as wild cards.
void searchOnce(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                const CancelToken &cancel, Session::Done<StudyPage> done)
{
    const Parameters filters = studyFilters(query);
    if (query.bodyPart.trimmed().isEmpty() && query.modalities.size() <= 1) {
        Parameters parameters = filters;
        if (!query.modalities.isEmpty())
            appendFilter(parameters, "ModalitiesInStudy", query.modalities.first().toUpper());
        searchPage(session, query, std::move(parameters), priority, cancel, std::move(done));
        return;
    }
    const auto merge = std::make_shared<Merge>();
    merge->session = session;
    merge->priority = priority;
    merge->cancel = cancel;
    if (!query.bodyPart.trimmed().isEmpty()) {
        searchByBodyPart(merge, query, std::move(done));
        return;
    }
    for (const QString &modality : query.modalities) {
        Parameters parameters = filters;
        appendFilter(parameters, "ModalitiesInStudy", modality.toUpper());
        merge->queries.push_back(studyList(std::move(parameters), query.offset + query.limit + 1));
    }
    merge->done = [query, done = std::move(done)](Result<std::vector<Attributes>> all) {
        done(all.map([&](std::vector<Attributes> &studies) { return pageOf(std::move(studies), query, true); }));
    };
    merge->run();
}

// For archives that do not undo percent-encoding: asks for more than was wanted, and sifts.
void searchPlain(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                 const CancelToken &cancel, Session::Done<StudyPage> done)
{
    StudyQuery wide = query;
    for (QString *text : {&wide.patientName, &wide.patientId, &wide.accession, &wide.description, &wide.bodyPart})
        *text = plainPattern(text->trimmed());
    wide.offset = 0;
    wide.limit = maximumSifted;
    searchOnce(session, wide, priority, cancel, [session, query, done = std::move(done)](Result<StudyPage> all) {
        if (!all) {
            done(std::move(all));
            return;
        }
        std::erase_if(all->studies, [&](const Attributes &study) { return !matchesTexts(query, study); });
        if (!all->studies.empty())
            session->negotiation().setNeedsPlainQueries();
        StudyPage page = pageOf(std::move(all->studies), query, false);
        page.mayHaveMore = page.mayHaveMore || all->mayHaveMore;
        done(std::move(page));
    });
}

} // namespace

void searchStudies(const std::shared_ptr<Session> &session, const StudyQuery &asked, Priority priority,
                   const CancelToken &cancel, Session::Done<StudyPage> done)
{
    StudyQuery query = asked;
    query.limit = std::clamp(query.limit, 1, maximumResults);
    query.offset = std::clamp(query.offset, 0, maximumResults);
    const bool special = needsEncoding(query);
    if (special && session->negotiation().needsPlainQueries()) {
        searchPlain(session, query, priority, cancel, std::move(done));
        return;
    }
    searchOnce(session, query, priority, cancel,
               [session, query, special, priority, cancel, done = std::move(done)](Result<StudyPage> page) {
                   if (special && query.offset == 0 && page && page->studies.empty())
                       searchPlain(session, query, priority, cancel, done);
                   else
                       done(std::move(page));
               });
}

} // namespace consilium::dicomweb
