#include "app/worklist/StudyFinder.h"

#include <algorithm>

namespace consilium::app
{

StudyFinder::StudyFinder(ArchiveSet &archives, StudyUid study, QObject *parent)
    : QObject(parent), m_archives(archives), m_study(std::move(study))
{
    connect(&m_archives, &ArchiveSet::changed, this, &StudyFinder::proceed);
}

void StudyFinder::start()
{
    m_running = true;
    proceed();
}

void StudyFinder::proceed()
{
    if (!m_running)
        return;
    for (const Archive &archive : m_archives.all()) {
        if (!archive.client || !m_asked.insert(archive.config.id).second)
            continue;
        ++m_outstanding;
        dicomweb::StudyQuery query;
        query.studyUid = m_study.text();
        query.limit = 1;
        archive.client->searchStudies(query, Priority::Visible)
            .then(this, [this, client = archive.client](const Result<dicomweb::StudyPage> &page) {
                --m_outstanding;
                take(client, page);
            });
    }
    const auto &all = m_archives.all();
    const bool mayAnswer = m_outstanding > 0 || std::any_of(all.begin(), all.end(), [](const Archive &archive) {
                               return !archive.client && !archive.lacksSecret; // the keychain has not answered yet
                           });
    if (mayAnswer)
        return;
    m_running = false;
    Q_EMIT notFound(conclusion());
}

void StudyFinder::take(const std::shared_ptr<dicomweb::DicomWebClient> &archive,
                       const Result<dicomweb::StudyPage> &page)
{
    if (!m_running)
        return;
    if (page && !page->studies.empty()) {
        m_running = false;
        Q_EMIT found(archive, dicom::describeStudy(page->studies.front()));
        return;
    }
    if (!page && !m_error)
        m_error = page.error();
    proceed();
}

QString StudyFinder::conclusion() const
{
    const auto &all = m_archives.all();
    int locked = 0, tokens = 0;
    for (const Archive &archive : all) {
        locked += archive.lacksSecret ? 1 : 0;
        tokens += archive.lacksSecret && archive.config.credentials.kind == http::Credentials::Kind::Bearer ? 1 : 0;
    }
    if (all.empty())
        return tr("The study cannot be looked for: there is no archive yet.");
    if (m_asked.empty() && tokens == locked)
        return tr("The study cannot be looked for: the tokens of the archives are missing.");
    if (m_asked.empty() && tokens > 0)
        return tr("The study cannot be looked for: the passwords and tokens of the archives are missing.");
    if (m_asked.empty())
        return tr("The study cannot be looked for: the passwords of the archives are missing.");
    if (m_error)
        return tr("The study was not found. %1").arg(userMessage(*m_error));
    if (locked > 0 && tokens == locked)
        return tr("The study was not found. %n archives could not be asked: their tokens are missing.", nullptr,
                  locked);
    if (locked > 0 && tokens > 0)
        return tr("The study was not found. %n archives could not be asked: their passwords or tokens are missing.",
                  nullptr, locked);
    if (locked > 0)
        return tr("The study was not found. %n archives could not be asked: their passwords are missing.", nullptr,
                  locked);
    return tr("No archive has this study.");
}

} // namespace consilium::app
