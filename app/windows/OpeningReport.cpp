#include "app/windows/OpeningReport.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{
constexpr std::size_t mostListed = 1000; ///< names kept; the rest is only counted
}

void OpeningReport::begin(const QStringList &paths, const QStringList &missing, TimeMs nowMs)
{
    if (m_reading == 0) {
        m_begunMs = nowMs;
        m_unopenedNow = 0;
        m_refused.clear();
        m_missing.clear();
        m_failure.reset();
        m_images = m_refusedCount = 0;
        m_isStopped = false;
    }
    m_missing += missing;
    m_reading += int(paths.size());
}

void OpeningReport::refuse(const QString &path, const Error &error)
{
    if (m_refused.size() < mostListed)
        m_refused.push_back({path, error});
}

void OpeningReport::finish(int images, int refused)
{
    m_reading = std::max(0, m_reading - 1);
    m_images += images;
    m_refusedCount += refused;
}

void OpeningReport::addUnopened(const StudyUid &study)
{
    const auto known = std::find(m_unopened.begin(), m_unopened.end(), study);
    if (known != m_unopened.end() && std::size_t(known - m_unopened.begin()) < m_unopenedNow)
        return;
    if (known != m_unopened.end())
        m_unopened.erase(known); // from before, and wanted anew
    m_unopened.insert(m_unopened.begin() + std::ptrdiff_t(m_unopenedNow), study);
    ++m_unopenedNow;
}

void OpeningReport::markOpened(const StudyUid &study)
{
    const auto known = std::find(m_unopened.begin(), m_unopened.end(), study);
    if (known == m_unopened.end())
        return;
    m_unopenedNow -= std::size_t(known - m_unopened.begin()) < m_unopenedNow ? 1 : 0;
    m_unopened.erase(known);
}

int OpeningReport::refusedCount() const
{
    return std::max(m_refusedCount, int(m_refused.size()));
}

QString OpeningReport::missingText(const QStringList &missing)
{
    return tr("There is no file or folder “%1”.").arg(missing.join(", "_L1));
}

QString OpeningReport::reason(const Error &error)
{
    // The general sentence speaks of somebody else at work on the same thing.
    if (error.code == ErrorCode::Conflict)
        return tr("Another patient or none is named, or the study is open from elsewhere.");
    // Of a DICOMDIR: what it names.
    if (error.code == ErrorCode::NotFound)
        return tr("The directory of the medium names it, but it is not there.");
    if (error.code == ErrorCode::Forbidden)
        return tr("The directory of the medium points outside its own folder.");
    return userMessage(error);
}

namespace
{

/// Nothing is known but that there is no image; a kind by name (a report, a document) says more.
bool isJustNoImage(const Error &error)
{
    return error.code == ErrorCode::NoPixels && userMessage(error) == userMessage({ErrorCode::NoPixels, {}});
}

} // namespace

QString OpeningReport::commonReason() const
{
    if (m_refused.empty())
        return m_failure && !isJustNoImage(*m_failure) ? reason(*m_failure) : QString();
    const QString first = reason(m_refused.front().error);
    const bool same = std::all_of(m_refused.begin(), m_refused.end(),
                                  [&first](const Refused &refused) { return reason(refused.error) == first; });
    return same ? first : QString();
}

QString OpeningReport::refusedText() const
{
    const QString why = commonReason();
    if (m_images == 0 && refusedCount() == 0 && why.isEmpty())
        return tr("There are no DICOM images in what was opened.");
    if (m_images == 0 && refusedCount() < 2)
        return tr("Nothing could be opened. %1").arg(why);
    if (m_images == 0)
        return why.isEmpty()
                   ? tr("Nothing could be opened: %n files cannot be shown, for several reasons.", nullptr,
                        refusedCount())
                   : tr("Nothing could be opened: %n files cannot be shown. %1", nullptr, refusedCount()).arg(why);
    return why.isEmpty() ? tr("%n files were left out, for several reasons.", nullptr, refusedCount())
                         : tr("%n files were left out. %1", nullptr, refusedCount()).arg(why);
}

QString OpeningReport::notice() const
{
    QStringList sentences;
    if (!m_missing.isEmpty())
        sentences << missingText(m_missing);
    if (m_isStopped)
        sentences << tr("Reading was stopped: series may lack images.");
    if ((m_images == 0 && !m_isStopped) || refusedCount() > 0)
        sentences << refusedText();
    const int waiting = int(m_unopened.size());
    if (m_unopenedNow > 0 && waiting > int(m_unopenedNow))
        sentences << tr("%n studies were found and not opened, for want of a free tab; %1 are waiting in all.", nullptr,
                        int(m_unopenedNow))
                         .arg(waiting);
    else if (waiting > 0)
        sentences << tr("%n studies were found and not opened, for want of a free tab.", nullptr, waiting);
    const QString all = sentences.join(u' ');
    // It stays while other studies are read: when it was says of what it speaks.
    if (m_images == 0 || !isFailure())
        return all;
    return tr("Opened at %1: %2").arg(QDateTime::fromMSecsSinceEpoch(m_begunMs).toString(u"HH:mm"_s), all);
}

bool OpeningReport::isFailure() const
{
    return m_isStopped || !m_missing.isEmpty() || m_images == 0 || refusedCount() > 0 || !m_unopened.empty();
}

} // namespace consilium::app
