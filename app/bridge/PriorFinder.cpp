#include "app/bridge/PriorFinder.h"

#include "app/bridge/Inbox.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using State = pixels::StudyImages::Priors::State;

namespace
{

constexpr int mostStudies = 60, questionsAtOnce = 2;

bool mayHoldDocuments(const dicom::StudyHeader &study)
{
    static const QRegularExpression separator(u"[/\\\\,]"_s);
    const QStringList modalities = study.modalities.split(separator, Qt::SkipEmptyParts);
    return modalities.isEmpty() || std::any_of(modalities.begin(), modalities.end(),
                                               [](const QString &m) { return dicom::isDocumentModality(m.trimmed()); });
}

// The newest first.
bool isNewer(const pixels::StudyImages::PriorStudy &a, const pixels::StudyImages::PriorStudy &b)
{
    return std::pair(a.header.date, a.header.time) > std::pair(b.header.date, b.header.time);
}

} // namespace

struct PriorFinder::Mail : Inbox<std::function<void()>> {
    using Inbox::Inbox;
};

PriorFinder::PriorFinder(std::shared_ptr<dicomweb::DicomWebClient> archive, dicom::StudyHeader study, QObject *parent)
    : QObject(parent), m_archive(std::move(archive)), m_study(std::move(study))
{
    m_mail = std::make_shared<Mail>(this, [](const std::vector<std::function<void()>> &letters) {
        for (const auto &letter : letters)
            letter();
    });
}

PriorFinder::~PriorFinder()
{
    m_mail->close();
    m_cancel.cancel();
}

pixels::StudyImages::Priors PriorFinder::priors(const dicom::PatientIdentity &patient) const
{
    pixels::StudyImages::Priors all = m_priors;
    if (isUnknown(patient))
        return all;
    std::erase_if(all.studies,
                  [&](const auto &prior) { return matchPrior(patient, prior.header.patient) == PriorMatch::Other; });
    for (auto &prior : all.studies)
        prior.doubt = priorDoubt(patient, prior.header.patient, source());
    return all;
}

void PriorFinder::start()
{
    m_priors.state = State::Asking;
    dicomweb::StudyQuery query;
    query.patientId = m_study.patient.id.trimmed();
    query.limit = 200;
    query.withIssuer = true;
    m_archive->searchStudies(query, Priority::Background, m_cancel)
        .then(QtFuture::Launch::Sync, [this, mail = m_mail](const Result<dicomweb::StudyPage> &page) {
            mail->post([this, page] { takeStudies(page); });
        });
}

void PriorFinder::takeStudies(const Result<dicomweb::StudyPage> &page)
{
    if (!page) {
        m_priors.state = State::Failed;
        m_priors.error = page.error();
        m_failure = page.error();
        Q_EMIT notAnswered(m_archive, page.error(), -1);
        Q_EMIT changed();
        return;
    }
    m_priors.mayHaveMore = page->mayHaveMore;
    m_namesIssuers = std::any_of(page->studies.begin(), page->studies.end(), [](const Attributes &row) {
        return !row.text(tags::IssuerOfPatientId).trimmed().isEmpty();
    });
    for (const Attributes &row : page->studies) {
        pixels::StudyImages::PriorStudy prior{dicom::describeStudy(row), {}, {}};
        // A wild card in an ID matches others: these are nobody's prior studies.
        if (prior.header.uid == m_study.uid || prior.header.uid.isEmpty() || !mayHoldDocuments(prior.header) ||
            matchPrior(m_study.patient, prior.header.patient) == PriorMatch::Other)
            continue;
        prior.doubt = priorDoubt(m_study.patient, prior.header.patient, source());
        m_priors.studies.push_back(std::move(prior));
    }
    std::stable_sort(m_priors.studies.begin(), m_priors.studies.end(), isNewer);
    if (m_priors.studies.size() > mostStudies) {
        m_priors.studies.resize(mostStudies);
        m_priors.mayHaveMore = true;
    }
    for (const auto &prior : m_priors.studies)
        m_waiting.push_back(prior.header.uid);
    askForSeries();
}

void PriorFinder::askForSeries()
{
    while (m_asked < questionsAtOnce && !m_waiting.empty()) {
        const StudyUid study = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        ++m_asked;
        m_archive->searchSeries(study, Priority::Background, m_cancel)
            .then(QtFuture::Launch::Sync, [this, study, mail = m_mail](const Result<std::vector<Attributes>> &series) {
                mail->post([this, study, series] { takeSeries(study, series); });
            });
    }
    if (m_asked == 0) {
        m_priors.state = State::There;
        // Whose series are known and hold none is of no interest here.
        std::erase_if(m_priors.studies, [](const auto &prior) { return prior.documents.empty(); });
    }
    Q_EMIT changed();
}

void PriorFinder::takeSeries(const StudyUid &study, const Result<std::vector<Attributes>> &series)
{
    --m_asked;
    m_priors.mayHaveMore = m_priors.mayHaveMore || !series;
    if (!series) {
        m_failure = series.error();
        Q_EMIT notAnswered(m_archive, series.error(), -1);
    }
    const auto prior = std::find_if(m_priors.studies.begin(), m_priors.studies.end(),
                                    [&](const auto &p) { return p.header.uid == study; });
    if (series && prior != m_priors.studies.end()) {
        for (const Attributes &row : *series) {
            const dicom::SeriesHeader header = dicom::describeSeries(row);
            const QString itsStudy = row.text(tags::StudyInstanceUid);
            const bool isElsewhere = !itsStudy.isEmpty() && itsStudy != study.text();
            if (!header.uid.isEmpty() && !isElsewhere && dicom::isDocumentModality(header.modality))
                prior->documents.push_back(header);
        }
    }
    askForSeries();
}

} // namespace consilium::app
