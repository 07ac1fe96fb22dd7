#include "netclient/dicomweb/Search.h"

#include "netclient/dicomweb/QueryText.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace consilium::dicomweb
{

namespace
{

using Parameters = std::vector<std::pair<QString, QString>>;

// Requested Procedure Priority, and Study Priority ID, which older archives keep: no archive has to.
constexpr Tag priorityTags[] = {{0x0040, 0x1003}, {0x0032, 0x000C}};

// An entry in which one of these is garbled would be listed as another patient's, at another time, or as not urgent.
constexpr Tag studyNeeds[] = {tags::StudyInstanceUid, tags::PatientName,       tags::PatientId, tags::IssuerOfPatientId,
                              tags::PatientBirthDate, tags::PatientSex,        tags::StudyDate, tags::StudyTime,
                              tags::AccessionNumber,  tags::ModalitiesInStudy, priorityTags[0], priorityTags[1]};
constexpr Tag seriesNeeds[] = {tags::StudyInstanceUid, tags::SeriesInstanceUid, tags::BodyPartExamined, tags::Modality};

constexpr int pageSize = 5000, maximumResults = 100'000, uidsPerQuery = 20, usualCap = 10, binaryCap = 16,
              maximumSifted = 20'000;

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
    appendFilter(parameters, "PatientBirthDate", query.patientBirthDate);
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

// Of an entry that could not be read: it has its place in the list, so that pages follow each other without gaps.
bool isUnreadable(const Attributes &entry)
{
    return entry.elements().empty();
}

int countUnreadable(const std::vector<Attributes> &entries)
{
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), isUnreadable));
}

// The page [offset, offset + limit) of a list.
StudyPage pageOf(std::vector<Attributes> all, const StudyQuery &query)
{
    StudyPage page;
    const auto size = static_cast<std::int64_t>(all.size());
    const std::int64_t from = std::clamp<std::int64_t>(query.offset, 0, size);
    const std::int64_t to = std::min<std::int64_t>(from + std::max(query.limit, 0), size);
    page.mayHaveMore = to < size;
    page.studies.assign(std::make_move_iterator(all.begin() + from), std::make_move_iterator(all.begin() + to));
    page.unreadable = countUnreadable(page.studies);
    std::erase_if(page.studies, isUnreadable);
    return page;
}

// The same of a list that could not be read to its end: never complete, and a page behind what was read is an error.
Result<StudyPage> pageOfCut(std::vector<Attributes> all, const StudyQuery &query)
{
    const std::size_t size = all.size();
    StudyPage page = pageOf(std::move(all), query);
    if (page.studies.empty() && page.unreadable == 0 && query.offset > 0)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("more studies than the %1 that can be looked through").arg(size));
    page.mayHaveMore = true;
    return page;
}

Result<StudyPage> pageOf(Listed listed, const StudyQuery &query)
{
    if (listed.mayHaveMore)
        return pageOfCut(std::move(listed.all), query);
    return pageOf(std::move(listed.all), query);
}

ListQuery studyList(Parameters parameters, int stopAt)
{
    appendStudyFields(parameters);
    ListQuery list{QStringLiteral("/studies"), std::move(parameters), tags::StudyInstanceUid, stopAt};
    list.withPriority = true;
    list.needed = studyNeeds;
    return list;
}

// One page by the archive's own paging. One more than wanted tells whether there is more.
void searchPage(const std::shared_ptr<Session> &session, const StudyQuery &query, Parameters parameters,
                Priority priority, const CancelToken &cancel, Session::Done<StudyPage> done)
{
    ListQuery list = studyList(std::move(parameters), query.limit + 1);
    list.withIssuer = query.withIssuer;
    list.offset = query.offset;
    list.pageSize = query.limit + 1;
    searchAll(session, std::move(list), priority, cancel, [query, done = std::move(done)](Result<Listed> listed) {
        if (!listed) {
            done(fail(listed.error()));
            return;
        }
        StudyQuery within = query;
        within.offset = listed->fromStart ? query.offset : 0;
        StudyPage page = pageOf(std::move(listed->all), within);
        page.mayHaveMore = page.mayHaveMore || listed->mayHaveMore;
        done(std::move(page));
    });
}

// The lists merged as they stand, always the newest of their first ones next, each study once; an entry that could not
// be read holds nothing up. Every beginning of the outcome depends on beginnings of the lists only.
std::vector<Attributes> mergedNewestFirst(std::vector<std::vector<Attributes>> lists)
{
    std::vector<Attributes> merged;
    QSet<QString> seen;
    std::vector<std::size_t> next(lists.size(), 0);
    while (true) {
        std::size_t best = lists.size();
        for (std::size_t i = 0; i < lists.size(); ++i) {
            if (next[i] == lists[i].size())
                continue;
            const Attributes &head = lists[i][next[i]];
            if (best == lists.size() || isUnreadable(head) ||
                (!isUnreadable(lists[best][next[best]]) && newerFirst(head, lists[best][next[best]])))
                best = i;
        }
        if (best == lists.size())
            return merged;
        Attributes &study = lists[best][next[best]++];
        const QString uid = study.text(tags::StudyInstanceUid);
        if (!uid.isEmpty() && seen.contains(uid))
            continue;
        seen.insert(uid);
        merged.push_back(std::move(study));
    }
}

// Several lists of studies, asked for one after another.
struct Lists : std::enable_shared_from_this<Lists> {
    std::shared_ptr<Session> session;
    std::vector<ListQuery> queries;
    Priority priority = Priority::Interactive;
    CancelToken cancel;
    std::function<void(Result<std::vector<Listed>>)> done;
    std::vector<Listed> all;

    void run()
    {
        if (all.size() == queries.size()) {
            done(std::move(all));
            return;
        }
        searchAll(session, queries[all.size()], priority, cancel, [self = shared_from_this()](Result<Listed> listed) {
            if (!listed) {
                self->done(fail(listed.error()));
                return;
            }
            self->all.push_back(std::move(*listed));
            self->run();
        });
    }
};

std::shared_ptr<Lists> makeLists(const std::shared_ptr<Session> &session, Priority priority, const CancelToken &cancel)
{
    const auto lists = std::make_shared<Lists>();
    lists->session = session;
    lists->priority = priority;
    lists->cancel = cancel;
    return lists;
}

bool hasModality(const Attributes &series, const QStringList &modalities)
{
    return modalities.isEmpty() || modalities.contains(series.text(tags::Modality), Qt::CaseInsensitive);
}

// The studies with certain UIDs: in lists of some, and those that did not come by themselves.
struct ByUid : std::enable_shared_from_this<ByUid> {
    std::shared_ptr<Session> session;
    Priority priority = Priority::Interactive;
    CancelToken cancel;
    QSet<QString> wanted;
    std::vector<Attributes> found; ///< empty ones: not readable
    Session::Done<std::vector<Attributes>> done;

    void run(const QStringList &uids, qsizetype perQuery)
    {
        const std::shared_ptr<Lists> lists = makeLists(session, priority, cancel);
        for (qsizetype i = 0; i < uids.size(); i += perQuery) {
            const QStringList some = uids.mid(i, perQuery);
            ListQuery query = studyList({{QStringLiteral("StudyInstanceUID"), some.join(QLatin1Char(','))}}, 0);
            query.atMost = static_cast<int>(some.size());
            lists->queries.push_back(std::move(query));
        }
        lists->done = [self = shared_from_this(), uids, perQuery](Result<std::vector<Listed>> all) {
            if (!all) {
                self->done(fail(all.error()));
                return;
            }
            std::size_t unreadable = 0;
            for (Listed &listed : *all) {
                unreadable += static_cast<std::size_t>(countUnreadable(listed.all));
                self->take(std::move(listed.all));
            }
            QStringList missing;
            std::copy_if(uids.begin(), uids.end(), std::back_inserter(missing),
                         [&](const QString &uid) { return self->wanted.contains(uid); });
            if (perQuery == 1 || missing.isEmpty()) {
                self->found.resize(self->found.size() + unreadable);
                self->done(std::move(self->found));
            } else { // an archive without UID lists
                self->run(missing, 1);
            }
        };
        lists->run();
    }

    void take(std::vector<Attributes> studies)
    {
        for (Attributes &study : studies) {
            if (!isUnreadable(study) && wanted.remove(study.text(tags::StudyInstanceUid)))
                found.push_back(std::move(study));
        }
    }
};

// The studies of a list of series, then the page of them. The list is cut: not all the series there are.
void fetchStudies(const std::shared_ptr<Session> &session, const QStringList &uids, bool cut, const StudyQuery &query,
                  Priority priority, const CancelToken &cancel, Session::Done<StudyPage> done)
{
    const auto studies = std::make_shared<ByUid>();
    studies->session = session;
    studies->priority = priority;
    studies->cancel = cancel;
    studies->wanted = QSet<QString>(uids.begin(), uids.end());
    studies->done = [query, cut, done = std::move(done)](Result<std::vector<Attributes>> all) {
        if (!all) {
            done(fail(all.error()));
            return;
        }
        std::stable_sort(all->begin(), all->end(), newerFirst);
        done(pageOf(Listed{std::move(*all), cut}, query));
    };
    studies->run(uids, uidsPerQuery);
}

// The body part is a series attribute (PS3.18 table 10.6.1-5): the series that have it name the studies.
void searchByBodyPart(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                      const CancelToken &cancel, Session::Done<StudyPage> done)
{
    Parameters parameters = studyFilters(query);
    appendFilter(parameters, "BodyPartExamined", query.bodyPart.toUpper());
    if (query.modalities.size() == 1)
        appendFilter(parameters, "Modality", query.modalities.first().toUpper());
    for (const Tag tag : {tags::StudyInstanceUid, tags::BodyPartExamined, tags::Modality})
        parameters.emplace_back(QStringLiteral("includefield"), tag.text());
    ListQuery list{QStringLiteral("/series"), parameters, tags::SeriesInstanceUid};
    list.needed = seriesNeeds;
    searchAll(session, std::move(list), priority, cancel,
              [session, query, priority, cancel, done = std::move(done)](Result<Listed> series) {
                  if (!series) {
                      done(fail(series.error()));
                      return;
                  }
                  QStringList uids;
                  QSet<QString> seen;
                  for (const Attributes &one : series->all) {
                      // An archive that does not know the filter answers with every series.
                      const bool wrongPart =
                          one.contains(tags::BodyPartExamined) &&
                          !matchesWildcard(query.bodyPart.trimmed(), one.text(tags::BodyPartExamined));
                      const QString uid = one.text(tags::StudyInstanceUid);
                      if (wrongPart || !hasModality(one, query.modalities) || uid.isEmpty() || seen.contains(uid))
                          continue;
                      seen.insert(uid);
                      uids.push_back(uid);
                  }
                  fetchStudies(session, uids, series->mayHaveMore, query, priority, cancel,
                               [done, query, unreadable = countUnreadable(series->all)](Result<StudyPage> page) {
                                   if (page && query.offset == 0)
                                       page->unreadable += unreadable;
                                   done(std::move(page));
                               });
              });
}

// Each modality's list as far as the page can reach, then the page of all of them together.
void searchByModalities(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                        const CancelToken &cancel, Session::Done<StudyPage> done)
{
    const std::shared_ptr<Lists> lists = makeLists(session, priority, cancel);
    const std::int64_t reach = std::int64_t{query.offset} + query.limit + 1;
    for (const QString &modality : query.modalities) {
        Parameters parameters = studyFilters(query);
        appendFilter(parameters, "ModalitiesInStudy", modality.toUpper());
        lists->queries.push_back(
            studyList(std::move(parameters), static_cast<int>(std::min<std::int64_t>(reach, maximumResults))));
    }
    lists->done = [query, done = std::move(done)](Result<std::vector<Listed>> all) {
        if (!all) {
            done(fail(all.error()));
            return;
        }
        Listed merged;
        std::vector<std::vector<Attributes>> each;
        std::size_t certain = std::numeric_limits<std::size_t>::max(); // behind that an unread study might come first
        for (Listed &listed : *all) {
            merged.mayHaveMore = merged.mayHaveMore || listed.mayHaveMore;
            if (listed.mayHaveMore)
                certain = std::min(certain, listed.all.size());
            each.push_back(std::move(listed.all));
        }
        merged.all = mergedNewestFirst(std::move(each));
        if (merged.all.size() > certain)
            merged.all.erase(merged.all.begin() + static_cast<std::ptrdiff_t>(certain), merged.all.end());
        Result<StudyPage> page = pageOf(std::move(merged), query);
        if (page)
            std::stable_sort(page->studies.begin(), page->studies.end(), newerFirst);
        done(std::move(page));
    };
    lists->run();
}

// A list that grows page by page.
struct Listing : std::enable_shared_from_this<Listing> {
    std::shared_ptr<Session> session;
    ListQuery query;
    Priority priority = Priority::Interactive;
    CancelToken cancel;
    Session::Done<Listed> done;
    Listed listed;
    QSet<QString> seen;
    QString firstOfAll;
    std::int64_t received = 0; ///< what the archive counts, whatever was taken of it
    int asked = 0;
    bool isSecondTry = false; ///< the archive has refused the question with the priority
    bool warned = false;      ///< the last answer said that it was cut

    void run()
    {
        asked = pageSize;
        if (query.pageSize > 0 && received < query.pageSize)
            asked = query.pageSize - static_cast<int>(received);
        Parameters parameters = query.parameters;
        const bool mayAsk = !session->negotiation().refusesRareFields();
        const bool asksPriority = query.withPriority && mayAsk, asksIssuer = query.withIssuer && mayAsk;
        if (asksPriority)
            for (const Tag tag : priorityTags)
                parameters.emplace_back(QStringLiteral("includefield"), tag.text());
        if (asksIssuer)
            parameters.emplace_back(QStringLiteral("includefield"), tags::IssuerOfPatientId.text());
        parameters.emplace_back(QStringLiteral("limit"), QString::number(asked));
        parameters.emplace_back(QStringLiteral("offset"), QString::number(query.offset + received));
        Fetch fetch;
        fetch.url = session->url(encoded(query.path, parameters));
        fetch.priority = priority;
        fetch.cancel = cancel;
        fetch.needed = query.needed;
        session->fetchJson(std::move(fetch), [self = shared_from_this(),
                                              asksRare = asksPriority || asksIssuer](Result<Session::DataSets> page) {
            if (!page && asksRare && page.error().httpStatus == 400)
                self->runWithoutRareFields();
            else if (!page)
                self->done(fail(page.error()));
            else
                self->take(std::move(*page));
        });
    }

    // Some archives refuse a question for what they do not keep. That it was this shows when it goes without.
    void runWithoutRareFields()
    {
        query.withPriority = query.withIssuer = false;
        isSecondTry = true;
        run();
    }

    void take(Session::DataSets page)
    {
        if (std::exchange(isSecondTry, false))
            session->negotiation().setRefusesRareFields();
        const auto came = static_cast<int>(page.all.size());
        const std::size_t before = listed.all.size();
        bool isNewsless = true, isRepeated = false;
        const QString first = came > 0 ? page.all.front().text(query.key) : QString();
        if (received == 0)
            firstOfAll = first;
        else if (!first.isEmpty() && first == firstOfAll) // it begins again: the offset was not obeyed
            session->negotiation().setIgnoresLimit();
        received += came;
        for (Attributes &one : page.all) {
            const QString name = one.text(query.key);
            isRepeated = isRepeated || seen.contains(name);
            if (name.isEmpty() && query.needed)
                listed.all.emplace_back();
            if (name.isEmpty() || seen.contains(name))
                continue;
            seen.insert(name);
            listed.all.push_back(std::move(one));
            isNewsless = false;
        }
        if (isNewsless && isRepeated) // those that cannot be read have come before, too
            listed.all.resize(before);
        const bool saysMore = warnsOfMore(page.head) || (warned && isNewsless);
        warned = saysMore;
        if (session->negotiation().ignoresLimit()) {
            listed.fromStart = true;
            finish(saysMore);
        } else if (isNewsless) {
            finish(saysMore); // it may have said that there is more, and not have given it
        } else if (listed.all.size() >= static_cast<std::size_t>(maximumResults) ||
                   (came <= asked && query.stopAt > 0 && listed.all.size() >= static_cast<std::size_t>(query.stopAt))) {
            finish(true);
        } else if (came > asked || saysMore || isMaybeCut(came)) {
            run(); // after more than was asked for: does it obey the offset at least?
        } else {
            finish(false);
        }
    }

    // Archives cut long lists, some without saying so, at round numbers: only an empty page proves the end then. That
    // a list was whole once proves nothing for the next: the limits differ by what is asked for.
    [[nodiscard]] bool isMaybeCut(int came) const
    {
        if (query.atMost > 0 && static_cast<int>(listed.all.size()) == query.atMost)
            return false;
        return came >= asked || came % usualCap == 0 || came % binaryCap == 0;
    }

    void finish(bool mayHaveMore)
    {
        listed.mayHaveMore = mayHaveMore;
        done(std::move(listed));
    }
};

} // namespace

void searchAll(const std::shared_ptr<Session> &session, ListQuery query, Priority priority, const CancelToken &cancel,
               Session::Done<Listed> done)
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
    if (!query.bodyPart.trimmed().isEmpty()) {
        searchByBodyPart(session, query, priority, cancel, std::move(done));
        return;
    }
    if (query.modalities.size() > 1) {
        searchByModalities(session, query, priority, cancel, std::move(done));
        return;
    }
    Parameters parameters = studyFilters(query);
    if (!query.modalities.isEmpty())
        appendFilter(parameters, "ModalitiesInStudy", query.modalities.first().toUpper());
    searchPage(session, query, std::move(parameters), priority, cancel, std::move(done));
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
        const int unreadable = query.offset == 0 ? all->unreadable : 0;
        std::erase_if(all->studies, [&](const Attributes &study) { return !matchesTexts(query, study); });
        if (!all->studies.empty())
            session->negotiation().setNeedsPlainQueries();
        Result<StudyPage> page = pageOf(Listed{std::move(all->studies), all->mayHaveMore}, query);
        if (page)
            page->unreadable = unreadable;
        done(std::move(page));
    });
}

// However the archive takes the query's texts.
void searchTexts(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                 const CancelToken &cancel, const Session::Done<StudyPage> &done)
{
    const bool special = needsEncoding(query);
    if (special && session->negotiation().needsPlainQueries()) {
        searchPlain(session, query, priority, cancel, done);
        return;
    }
    searchOnce(session, query, priority, cancel,
               [session, query, special, priority, cancel, done](Result<StudyPage> page) {
                   if (special && query.offset == 0 && page && page->studies.empty())
                       searchPlain(session, query, priority, cancel, done);
                   else
                       done(std::move(page));
               });
}

using BirthDates = Negotiation::BirthDates;

// What an answer says of the archive, which was asked for this birth date.
BirthDates birthDatesBy(const StudyPage &page, const QString &asked)
{
    BirthDates found = BirthDates::Unknown;
    for (const Attributes &study : page.studies) {
        const QString born = study.text(tags::PatientBirthDate).trimmed();
        if (!born.isEmpty() && born != asked)
            return BirthDates::Useless;
        if (!born.isEmpty())
            found = BirthDates::Matched;
    }
    return found;
}

bool isAnyBornOn(const std::vector<Attributes> &studies, const QString &date)
{
    return std::any_of(studies.begin(), studies.end(),
                       [&](const Attributes &study) { return study.text(tags::PatientBirthDate).trimmed() == date; });
}

// Archives refuse a key that they do not know in one of these ways; the last may have had another cause.
constexpr int badRequest = 400, unprocessable = 422, notImplemented = 501, serverError = 500;
bool isRefusal(const Error &error)
{
    const int status = error.httpStatus;
    return status == badRequest || status == unprocessable || status == notImplemented || status == serverError;
}

// Further pages of a list by the birth date. The list without it is another one: a page of that one here would leave
// out whatever stands before it.
void searchOnByBirthDate(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                         const CancelToken &cancel, const Session::Done<StudyPage> &done)
{
    searchTexts(session, query, priority, cancel,
                [session, asked = query.patientBirthDate.trimmed(), done](Result<StudyPage> page) {
                    if (page && birthDatesBy(*page, asked) == BirthDates::Useless) {
                        session->negotiation().setBirthDates(BirthDates::Useless);
                        page->mayHaveMore = true; // which list this page is of nobody knows
                    }
                    done(std::move(page));
                });
}

// By the birth date where the archive is known to match by it, or may. An empty list proves nothing of an archive that
// has never found anybody so: one that does not keep the birth date there answers so, too. Then, where others came, and
// where somebody of that day is known to be there, the list is asked for without it.
void searchByBirthDate(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                       const CancelToken &cancel, const Session::Done<StudyPage> &done)
{
    const QString asked = query.patientBirthDate.trimmed();
    if (asked.isEmpty())
        return searchTexts(session, query, priority, cancel, done);
    if (query.offset > 0)
        return searchOnByBirthDate(session, query, priority, cancel, done);
    StudyQuery without = query;
    without.patientBirthDate.clear();
    const Session::Done<StudyPage> doneWithout = [done](Result<StudyPage> page) {
        if (page)
            page->withoutBirthDate = true;
        done(std::move(page));
    };
    if (session->negotiation().birthDates() == BirthDates::Useless)
        return searchTexts(session, without, priority, cancel, doneWithout);
    const bool isThere = query.isBirthDateThere;
    const auto takeFirst = [session, without, asked, isThere, priority, cancel, done,
                            doneWithout](Result<StudyPage> page) {
        Negotiation &known = session->negotiation();
        const BirthDates found = page ? birthDatesBy(*page, asked) : BirthDates::Unknown;
        const bool isEmpty = page && page->studies.empty() && page->unreadable == 0;
        const bool isRefused = !page && isRefusal(page.error());
        const bool isDoubtful =
            found == BirthDates::Useless || (isEmpty && (isThere || known.birthDates() != BirthDates::Matched));
        if (!isRefused && !isDoubtful) {
            if (found == BirthDates::Matched)
                known.setBirthDates(found);
            done(std::move(page));
            return;
        }
        const bool isProven = found == BirthDates::Useless || (isRefused && page.error().httpStatus != serverError);
        searchTexts(session, without, priority, cancel,
                    [session, asked, isProven, isEmpty, doneWithout](Result<StudyPage> all) {
                        const bool wasMissed = all && isEmpty && isAnyBornOn(all->studies, asked);
                        if (all && (isProven || wasMissed))
                            session->negotiation().setBirthDates(BirthDates::Useless);
                        doneWithout(std::move(all));
                    });
    };
    searchTexts(session, query, priority, cancel, takeFirst);
}

} // namespace

void searchStudies(const std::shared_ptr<Session> &session, const StudyQuery &asked, Priority priority,
                   const CancelToken &cancel, Session::Done<StudyPage> answered)
{
    const Session::Done<StudyPage> done = [answered = std::move(answered)](Result<StudyPage> page) {
        if (!page && page.error().code == ErrorCode::NotFound) { // the list of all studies is where a service is
            Error error = page.error();
            error.code = ErrorCode::NoService;
            page = fail(std::move(error));
        } else if (page && page->studies.empty() && page->unreadable > 0) {
            page = fail(ErrorCode::ProtocolViolation, QStringLiteral("JSON, but not of DICOM"));
        }
        answered(std::move(page));
    };
    StudyQuery query = asked;
    query.limit = std::clamp(query.limit, 1, maximumResults);
    query.offset = std::max(query.offset, 0);
    searchByBirthDate(session, query, priority, cancel, done);
}

} // namespace consilium::dicomweb
