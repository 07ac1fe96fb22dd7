#include "app/outside/RequestFinder.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int mostListed = 500;         ///< of one archive
constexpr qsizetype longestInFile = 16; ///< of an accession number (VR SH, PS3.5 6.2)

std::vector<dicomweb::StudyQuery> queriesFor(const StudyRequest &request)
{
    dicomweb::StudyQuery query;
    query.limit = mostListed;
    if (request.kind == StudyRequest::Kind::Patient) {
        query.patientId = request.patientId;
        query.dateFrom = request.from.isValid() ? request.from.toString(u"yyyyMMdd"_s) : QString();
        query.dateTo = request.to.isValid() ? request.to.toString(u"yyyyMMdd"_s) : QString();
        query.modalities = request.modalities;
        return {query};
    }
    std::vector<dicomweb::StudyQuery> all; // not every archive knows lists
    if (request.studies.empty()) {
        QStringList numbers = accessionsOf(request);
        if (numbers.size() > 1 && request.accession.size() <= longestInFile)
            numbers << request.accession; // one number with commas of its own
        for (const QString &number : numbers) {
            query.accession = number;
            all.push_back(query);
        }
        return all;
    }
    // By UID alone: that the study has another accession number is to be told.
    for (const StudyUid &study : request.studies) {
        query.studyUid = study.text();
        all.push_back(query);
    }
    return all;
}

bool isWaitingForKeychain(const Archive &archive)
{
    return !archive.client && !archive.lacksSecret;
}

bool newerFirst(const MergedStudy &a, const MergedStudy &b)
{
    const dicom::StudyHeader &first = a.shown().study, &second = b.shown().study;
    return std::tie(first.date, first.time) > std::tie(second.date, second.time);
}

bool isOnePatient(const std::vector<MergedStudy> &studies)
{
    return std::all_of(studies.begin(), studies.end(), [&](const MergedStudy &study) {
        return !study.otherPatient && study.shown().study.patient.name == studies.front().shown().study.patient.name;
    });
}

int countNames(const std::vector<MergedStudy> &studies)
{
    QStringList names;
    for (const MergedStudy &study : studies)
        if (const QString name = study.shown().study.patient.name.display().trimmed(); !name.isEmpty())
            names << name;
    names.removeDuplicates();
    return int(names.size());
}

// The numbers that the studies answer to: of a list each, but where the whole is the number of one, that.
QStringList numbersMeant(const StudyRequest &request, const std::vector<MergedStudy> &studies)
{
    const bool isWhole = std::any_of(studies.begin(), studies.end(), [&](const MergedStudy &study) {
        return study.shown().study.accession.trimmed() == request.accession;
    });
    return isWhole ? QStringList{request.accession} : accessionsOf(request);
}

int countOf(const QString &number, const std::vector<MergedStudy> &studies)
{
    return int(std::count_if(studies.begin(), studies.end(), [&](const MergedStudy &study) {
        return study.shown().study.accession.trimmed() == number;
    }));
}

QStringList numbersNotFound(const StudyRequest &request, const std::vector<MergedStudy> &studies)
{
    QStringList numbers = numbersMeant(request, studies);
    numbers.removeIf([&](const QString &number) { return countOf(number, studies) > 0; });
    return numbers;
}

/// What of the request was not found; by UID, or else by accession number.
StudyRequest notFound(StudyRequest request, const RequestFinding &finding)
{
    if (request.studies.empty())
        request.accession = numbersNotFound(request, finding.studies).join(u',');
    std::erase_if(request.studies, [&](const StudyUid &study) {
        return std::any_of(finding.studies.begin(), finding.studies.end(),
                           [&](const MergedStudy &found) { return found.shown().study.uid == study; });
    });
    return request;
}

/// The sentences about archives: who was asked, who could not be.
class Account
{
    Q_DECLARE_TR_FUNCTIONS(consilium::app::RequestFinder)
public:
    static QString nothing(const StudyRequest &request, const RequestFinding &finding)
    {
        QStringList sentences{notOpened(request)};
        if (const QString why = refusal(finding); !why.isEmpty())
            sentences << why;
        else if (finding.asked.isEmpty() && finding.down.empty())
            sentences << tr("The study cannot be looked for: there is no archive yet.");
        else if (isFiltered(request))
            sentences << tr("No study under this ID meets these conditions; it may have others.");
        else
            sentences << tr("No study was found.");
        if (!finding.asked.isEmpty())
            sentences << tr("Asked: %1.").arg(finding.asked.join(u", "_s));
        return (sentences << down(finding)).join(u' ').trimmed();
    }
    // First of all: what stands on the screen besides may be another patient's.
    static QString notOpened(const StudyRequest &request) { return tr("Not opened: %1.").arg(nameOf(request)); }
    static QString refusal(const RequestFinding &finding)
    {
        if (finding.ofAnotherPatient)
            return tr("The study is there, but it belongs to another patient than the link names. It was not opened: "
                      "ask whoever sent the link.");
        return finding.ofAnotherAccession
                   ? tr("The study is there, but it has another accession number than the link names. It was not "
                        "opened: ask whoever sent the link.")
                   : QString();
    }
    static QString down(const RequestFinding &finding)
    {
        QStringList sentences;
        for (const RequestFinding::Down &one : finding.down)
            sentences << tr("%1 could not be asked: %2").arg(one.archive, one.why);
        return sentences.join(u' ');
    }
    // Not "the patient's" where names differ, and not all of them where only some were asked for.
    static QString ofPatient(const StudyRequest &request, const RequestFinding &finding, int count)
    {
        QStringList sentences;
        if (isFiltered(request))
            sentences << tr("%n studies under this ID meet these conditions, and it may have others: choose in the "
                            "list.",
                            nullptr, count);
        else if (isOnePatient(finding.studies))
            sentences << tr("%n studies of the patient were found: choose in the list.", nullptr, count);
        else
            sentences << tr("%n studies under this ID were found: choose in the list.", nullptr, count);
        if (request.mostRecent > 0 && count > request.mostRecent)
            sentences << tr("Which are the most recent cannot be told: several have the same date and time.");
        return sentences.join(u' ');
    }
    static QString identity(const StudyRequest &request, const RequestFinding &finding)
    {
        const int names = countNames(finding.studies);
        if (isOnePatient(finding.studies))
            return {};
        return request.kind == StudyRequest::Kind::Patient && names > 1
                   ? tr("The ID stands under %n different names: check the identity before you open one.", nullptr,
                        names)
                   : tr("Not every study names the same patient: check the identity before you open one.");
    }
    static QString ofNumbers(const StudyRequest &request, const RequestFinding &finding, int count)
    {
        QStringList sentences{
            tr("%n studies have one of these accession numbers: choose in the list.", nullptr, count)};
        if (const QStringList none = numbersNotFound(request, finding.studies); !none.isEmpty())
            sentences << tr("Not found: %1.").arg(none.join(u", "_s));
        return sentences.join(u' ');
    }
    static QString choose(const StudyRequest &request, const RequestFinding &finding, int count)
    {
        QStringList sentences{tr("Not opened yet: %1.").arg(nameOf(request))};
        if (request.kind == StudyRequest::Kind::Patient)
            sentences << ofPatient(request, finding, count);
        else if (!request.studies.empty())
            sentences << tr("Studies of several patients have the number that was asked for: choose in the list.");
        else if (accessionsOf(request).size() > 1)
            sentences << ofNumbers(request, finding, count);
        else if (count > 1)
            sentences << tr("%n studies have this accession number: choose in the list.", nullptr, count);
        else
            sentences << tr("One study has this accession number, but not every archive has answered: check that it is "
                            "the right one.");
        if (const QString doubt = identity(request, finding); !doubt.isEmpty() && request.studies.empty())
            sentences << doubt;
        if (request.keyImagesOnly)
            sentences << tr("Only key images were asked for: what is chosen opens with all its images.");
        if (finding.isCut)
            sentences << tr("There are more than are listed.");
        return (sentences << down(finding)).join(u' ').trimmed();
    }
    static QString missing(const StudyRequest &request, const RequestFinding &finding, int count)
    {
        const QString why = refusal(finding);
        QStringList sentences{notOpened(notFound(request, finding))};
        sentences << (why.isEmpty() ? tr("%n of the studies that were asked for were not found.", nullptr, count)
                                    : why);
        return (sentences << down(finding)).join(u' ').trimmed();
    }
};

RequestOutcome openAll(const StudyRequest &request, const RequestFinding &finding, std::vector<MergedStudy> studies)
{
    RequestOutcome outcome{RequestOutcome::Kind::Open, std::move(studies), {}, false};
    QStringList sentences;
    const StudyRequest left = notFound(request, finding);
    const int missing =
        left.studies.empty() && request.studies.empty() ? int(accessionsOf(left).size()) : int(left.studies.size());
    if (missing > 0)
        sentences << Account::missing(request, finding, missing);
    outcome.notice = sentences.join(u' ').trimmed();
    outcome.isFailure = missing > 0;
    return outcome;
}

} // namespace

RequestOutcome decide(const StudyRequest &request, const RequestFinding &finding)
{
    std::vector<MergedStudy> studies = finding.studies;
    if (studies.empty())
        return {RequestOutcome::Kind::Nothing, {}, Account::nothing(request, finding), true};
    const auto choose = [&] {
        RequestOutcome outcome{RequestOutcome::Kind::Choose, studies,
                               Account::choose(request, finding, int(studies.size())), true};
        outcome.isFailure = !finding.down.empty() || finding.isCut || request.kind == StudyRequest::Kind::Study ||
                            !isOnePatient(finding.studies);
        return outcome;
    };
    if (!request.studies.empty()) {
        const bool isClear =
            std::none_of(studies.begin(), studies.end(), [](const MergedStudy &study) { return study.otherPatient; });
        return isClear ? openAll(request, finding, std::move(studies)) : choose();
    }
    const bool isCertain = finding.down.empty() && !finding.isCut && isOnePatient(studies);
    if (request.kind == StudyRequest::Kind::Study) {
        // That it is the patient's whom the request names tells it from a stranger of the same number.
        const QStringList numbers = numbersMeant(request, studies);
        const bool isEachAlone =
            std::all_of(numbers.begin(), numbers.end(), [&](const QString &n) { return countOf(n, studies) <= 1; }) &&
            studies.size() <= std::size_t(numbers.size());
        const bool isMeant = isEachAlone && (isCertain || (!request.patientId.isEmpty() && !finding.isCut));
        return isMeant ? openAll(request, finding, std::move(studies)) : choose();
    }
    if (request.mostRecent > 0 && studies.size() > std::size_t(request.mostRecent)) {
        const auto last = studies.begin() + request.mostRecent;
        const bool isTied = !newerFirst(*(last - 1), *last); // which of two at the same time would be a guess
        if (isTied)
            return choose();
        studies.erase(last, studies.end());
    }
    return studies.size() == 1 && isCertain ? openAll(request, finding, std::move(studies)) : choose();
}

bool isAnsweredByOpen(const StudyRequest &request, const RequestFinding &finding,
                      const std::vector<dicom::StudyHeader> &open)
{
    const auto isOpen = [&](const StudyUid &study) {
        return std::any_of(open.begin(), open.end(), [&](const dicom::StudyHeader &header) {
            return header.uid == study && answers(request, header);
        });
    };
    return finding.studies.empty() && !finding.ofAnotherPatient && !finding.ofAnotherAccession &&
           !request.studies.empty() && std::all_of(request.studies.begin(), request.studies.end(), isOpen);
}

RequestFinder::RequestFinder(ArchiveSet &archives, StudyRequest request, QObject *parent)
    : QObject(parent), m_archives(archives), m_request(std::move(request))
{
    connect(&m_archives, &ArchiveSet::changed, this, &RequestFinder::proceed);
    m_keychainLimit.setSingleShot(true);
    m_keychainLimit.setInterval(keychainMs);
    connect(&m_keychainLimit, &QTimer::timeout, this, &RequestFinder::giveUpKeychain);
}

RequestFinder::~RequestFinder()
{
    m_cancel.cancel();
}

void RequestFinder::start()
{
    m_running = true;
    m_keychainLimit.start();
    proceed();
}

void RequestFinder::giveUpKeychain()
{
    m_isKeychainSilent = true;
    proceed();
}

void RequestFinder::proceed()
{
    if (!m_running)
        return;
    const auto &all = m_archives.all();
    for (const Archive &archive : all)
        if (archive.client && m_asked.insert(archive.config.id).second)
            ask(archive);
    const bool mayAnswer =
        m_outstanding > 0 || (!m_isKeychainSilent && std::any_of(all.begin(), all.end(), isWaitingForKeychain));
    if (!mayAnswer || hasAllStudies())
        conclude();
}

void RequestFinder::ask(const Archive &archive)
{
    for (const dicomweb::StudyQuery &query : queriesFor(m_request)) {
        ++m_outstanding;
        archive.client->searchStudies(query, Priority::Visible, m_cancel)
            .then(this, [this, config = archive.config](const Result<dicomweb::StudyPage> &page) {
                --m_outstanding;
                take(config, page);
            });
    }
}

void RequestFinder::take(const dicomweb::ArchiveConfig &archive, const Result<dicomweb::StudyPage> &page)
{
    if (!m_running)
        return;
    if (!page) {
        if (m_failed.insert(archive.id).second)
            m_finding.down.push_back({archive.name, userMessage(page.error())});
        proceed();
        return;
    }
    if (!m_finding.asked.contains(archive.name))
        m_finding.asked << archive.name;
    std::vector<WorklistRow> rows;
    for (const Attributes &attributes : page->studies) {
        dicom::StudyHeader study = dicom::describeStudy(attributes);
        m_finding.ofAnotherPatient = m_finding.ofAnotherPatient || answersForAnotherPatient(m_request, study);
        m_finding.ofAnotherAccession = m_finding.ofAnotherAccession || answersUnderAnotherAccession(m_request, study);
        if (!study.uid.isEmpty() && answers(m_request, study))
            rows.push_back({std::move(study), archive.id, archive.name, attributes.text(tags::BodyPartExamined)});
    }
    m_merge.add(rows);
    m_finding.isCut = m_finding.isCut || (page->mayHaveMore && m_request.studies.empty());
    proceed();
}

bool RequestFinder::hasAllStudies() const
{
    return !m_request.studies.empty() &&
           std::all_of(m_request.studies.begin(), m_request.studies.end(),
                       [this](const StudyUid &study) { return !m_merge.withUid(study).empty(); });
}

QString RequestFinder::keychainText(const Archive &archive) const
{
    const bool isToken = archive.config.credentials.kind == http::Credentials::Kind::Bearer;
    if (archive.lacksSecret)
        return isToken ? tr("its token is missing.") : tr("its password is missing.");
    return isToken ? tr("the keychain of this computer has not given its token for %n seconds: unlock the keychain, or "
                        "enter the token once more in the settings.",
                        nullptr, keychainMs / 1000)
                   : tr("the keychain of this computer has not given its password for %n seconds: unlock the keychain, "
                        "or enter the password once more in the settings.",
                        nullptr, keychainMs / 1000);
}

void RequestFinder::conclude()
{
    m_running = false;
    m_keychainLimit.stop();
    m_cancel.cancel();
    for (const Archive &archive : m_archives.all())
        if (archive.lacksSecret || (m_isKeychainSilent && isWaitingForKeychain(archive)))
            m_finding.down.push_back({archive.config.name, keychainText(archive)});
    std::sort(m_finding.asked.begin(), m_finding.asked.end());
    m_finding.studies = m_merge.studies();
    std::stable_sort(m_finding.studies.begin(), m_finding.studies.end(), newerFirst);
    Q_EMIT finished(m_finding);
}

} // namespace consilium::app
