#include "app/windows/OpeningReport.h"

#include "app/bridge/LeftOut.h"
#include "app/bridge/StudyOrder.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{
constexpr std::size_t mostListed = 1000; ///< names kept; the rest is only counted
constexpr TimeMs longestHeldMs = 2000;
constexpr qsizetype mostAskedNamed = 3;
} // namespace

void OpeningReport::begin(const QStringList &paths, const QStringList &missing, TimeMs nowMs)
{
    if (m_reading == 0) {
        m_begunMs = nowMs;
        m_unopenedNow = 0;
        m_refused.clear();
        m_paths.clear();
        m_missing.clear();
        m_archives.clear();
        m_inTabs.clear();
        m_counts = {};
        m_failure.reset();
        m_images = m_refusedCount = 0;
        m_isStopped = false;
    }
    m_paths += paths;
    m_missing += missing;
    m_reading += int(paths.size());
}

OpeningReport::Cause OpeningReport::causeOf(const Error &error)
{
    if (error.code != ErrorCode::Conflict)
        return Unreadable;
    if (error.detail == leftOut::alreadyOpen)
        return AlreadyOpen;
    if (error.detail == leftOut::ofOneUid)
        return OfOneUid;
    return error.detail == leftOut::ofNobody ? OfNobody : OfAnother; // what is not known may be the worst
}

void OpeningReport::refuse(const QString &path, const Error &error, const QString &instead)
{
    const Cause cause = causeOf(error);
    ++m_counts[cause];
    const auto place =
        std::upper_bound(m_refused.begin(), m_refused.end(), cause,
                         [](Cause wanted, const Refused &refused) { return wanted < causeOf(refused.error); });
    if (place == m_refused.end() && m_refused.size() >= mostListed)
        return;
    m_refused.insert(place, {path, error, instead});
    if (m_refused.size() > mostListed)
        m_refused.pop_back();
}

void OpeningReport::noteOpen(const QString &archive)
{
    if (!archive.isEmpty() && !m_archives.contains(archive))
        m_archives << archive;
}

void OpeningReport::finish(int images, int refused)
{
    m_reading = std::max(0, m_reading - 1);
    m_images += images;
    m_refusedCount += refused;
}

void OpeningReport::hold(const dicom::StudyHeader &study, TimeMs nowMs)
{
    if (m_held.empty())
        m_heldSinceMs = nowMs;
    m_held.push_back(study);
}

std::vector<StudyUid> OpeningReport::takeHeld(TimeMs nowMs)
{
    std::vector<StudyUid> studies;
    if (isReading() && nowMs - m_heldSinceMs < longestHeldMs)
        return studies;
    std::sort(m_held.begin(), m_held.end(), newestFirst);
    for (const dicom::StudyHeader &study : std::exchange(m_held, {}))
        studies.push_back(study.uid);
    return studies;
}

void OpeningReport::addUnopened(const dicom::StudyHeader &study)
{
    markOpened(study.uid); // known from before, and wanted anew
    const auto now = m_unopened.begin() + std::ptrdiff_t(m_unopenedNow);
    m_unopened.insert(std::upper_bound(m_unopened.begin(), now, study, newestFirst), study);
    ++m_unopenedNow;
}

void OpeningReport::markOpened(const StudyUid &study)
{
    const auto known = std::find_if(m_unopened.begin(), m_unopened.end(),
                                    [&study](const dicom::StudyHeader &header) { return header.uid == study; });
    if (known == m_unopened.end())
        return;
    m_unopenedNow -= std::size_t(known - m_unopened.begin()) < m_unopenedNow ? 1 : 0;
    m_unopened.erase(known);
}

int OpeningReport::refusedCount() const
{
    return std::max(m_refusedCount, int(m_refused.size()));
}

int OpeningReport::unreadableCount() const
{
    return refusedCount() - m_counts[OfAnother] - m_counts[OfNobody] - m_counts[OfOneUid] - m_counts[AlreadyOpen];
}

QString OpeningReport::missingText(const QStringList &missing)
{
    return tr("There is no file or folder “%1”.").arg(missing.join(", "_L1));
}

QString OpeningReport::reason(const Error &error) const
{
    switch (causeOf(error)) {
    case OfAnother:
        return tr("Another patient is named than in the rest of the study.");
    case OfNobody:
        return tr("No patient is named, where the rest of the study names one.");
    case AlreadyOpen:
        return m_archives.isEmpty()
                   ? tr("The study is open already, from an archive.")
                   : tr("The study is open already, from the archive %1.").arg(m_archives.join(", "_L1));
    case OfOneUid:
    case Unreadable:
        break;
    }
    // Of a DICOMDIR: what it names.
    if (error.code == ErrorCode::NotFound)
        return tr("The directory of the medium names it, but it is not there.");
    if (error.code == ErrorCode::Forbidden)
        return tr("The directory of the medium points outside its own folder.");
    return userMessage(error);
}

QString OpeningReport::reason(const Refused &refused) const
{
    const QString why = reason(refused.error);
    return refused.instead.isEmpty() ? why : tr("%1 Shown is “%2”.").arg(why, QFileInfo(refused.instead).fileName());
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
    QString common;
    for (const Refused &refused : m_refused) {
        if (causeOf(refused.error) != Unreadable)
            continue;
        const QString own = reason(refused.error);
        if (!common.isEmpty() && own != common)
            return {};
        common = own;
    }
    return common;
}

QString OpeningReport::unreadableText() const
{
    const QString why = commonReason();
    const int count = unreadableCount();
    if (m_images == 0 && count == 0 && why.isEmpty())
        return tr("There are no DICOM images in what was opened.");
    if (m_images == 0 && count < 2)
        return tr("Nothing could be opened. %1").arg(why);
    if (m_images == 0)
        return why.isEmpty()
                   ? tr("Nothing could be opened: %n files cannot be shown, for several reasons.", nullptr, count)
                   : tr("Nothing could be opened: %n files cannot be shown. %1", nullptr, count).arg(why);
    return why.isEmpty() ? tr("%n files were left out, for several reasons.", nullptr, count)
                         : tr("%n files were left out. %1", nullptr, count).arg(why);
}

QString OpeningReport::alreadyOpenText() const
{
    const int count = m_counts[AlreadyOpen];
    return m_archives.isEmpty()
               ? tr("%n files were not opened: their study is open already, from an archive.", nullptr, count)
               : tr("%n files were not opened: their study is open already, from the archive %1.", nullptr, count)
                     .arg(m_archives.join(", "_L1));
}

QString OpeningReport::askedText() const
{
    QStringList names;
    for (const QString &path : m_paths) {
        const QString last = QFileInfo(QDir::cleanPath(path)).fileName();
        const QString name = u'“' + (last.isEmpty() ? path : last) + u'”'; // a disc has none
        if (names.contains(name))
            continue;
        if (names.size() == mostAskedNamed) {
            names << u"…"_s;
            break;
        }
        names << name;
    }
    return names.join(", "_L1);
}

QString OpeningReport::notice() const
{
    QStringList sentences; // danger first
    if (const int count = m_counts[OfAnother]; count > 0)
        sentences << tr("Another patient is named in %n files: they were left out.", nullptr, count);
    if (const int count = m_counts[OfNobody]; count > 0)
        sentences << tr("No patient is named in %n files, where the rest of the study names one: they were left out.",
                        nullptr, count);
    if (const int count = m_counts[OfOneUid]; count > 0)
        sentences << tr("%n files bear the UID of another file and hold something else: they were left out.", nullptr,
                        count);
    if (!m_missing.isEmpty())
        sentences << missingText(m_missing);
    if (m_isStopped)
        sentences << tr("Reading was stopped: series may lack images.");
    if ((m_images == 0 && !m_isStopped && refusedCount() == 0) || unreadableCount() > 0)
        sentences << unreadableText();
    const int waiting = int(m_unopened.size());
    if (m_unopenedNow > 0 && waiting > int(m_unopenedNow))
        sentences << tr("%n studies were found and not opened, for want of a free tab; %1 are waiting in all.", nullptr,
                        int(m_unopenedNow))
                         .arg(waiting);
    else if (waiting > 0)
        sentences << tr("%n studies were found and not opened, for want of a free tab.", nullptr, waiting);
    if (m_counts[AlreadyOpen] > 0)
        sentences << alreadyOpenText();
    const QString all = sentences.join(u' ');
    if (m_images == 0 && !all.isEmpty()) // another study may be in front meanwhile
        return tr("%1 (Asked for: %2.)").arg(all, askedText());
    // It stays while other studies are read: when it was says of what it speaks.
    if (!isFailure() && !hasDetails())
        return all;
    return tr("%1 (Opened at %2.)").arg(all, QDateTime::fromMSecsSinceEpoch(m_begunMs).toString(u"HH:mm"_s));
}

bool OpeningReport::isFailure() const
{
    return m_isStopped || !m_missing.isEmpty() || m_images == 0 || refusedCount() > m_counts[AlreadyOpen];
}

} // namespace consilium::app
