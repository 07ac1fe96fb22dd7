#pragma once
#include "base/Clock.h"
#include "base/Error.h"
#include "viewer/dicom/StudyModel.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace consilium::app
{

/// What became of the files and folders that a person opened: what was left out and why, and the studies found beyond
/// those that were given a tab. File names may name patients: they are shown, never logged.
class OpeningReport
{
    Q_DECLARE_TR_FUNCTIONS(consilium::app::OpeningReport)
public:
    struct Refused {
        QString path;
        Error error;
        QString instead = {}; ///< the file that is shown in its place, where there is one
    };

    /// `paths` begin to be read; `missing` were named too but are not there. What was refused before is forgotten,
    /// unless something is still being read. `nowMs`: since 1970.
    void begin(const QStringList &paths, const QStringList &missing, TimeMs nowMs);
    void refuse(const QString &path, const Error &error, const QString &instead = {});
    /// A study of what was opened is open already, from this archive (its name; may be empty).
    void noteOpen(const QString &archive);
    /// One of the paths could not be opened at all.
    void fail(const Error &error) { m_failure = error; }
    [[nodiscard]] bool isReading() const { return m_reading > 0; }
    void finish(int images, int refused); ///< one of the paths has been read
    void stop() { m_isStopped = true; }   ///< before all was read
    /// A study that was found while more is read: it waits, so that the tabs come in order.
    void hold(const dicom::StudyHeader &study, TimeMs nowMs);
    /// Those that wait no longer, the newest first: all has been read, or they have waited for 2 s.
    [[nodiscard]] std::vector<StudyUid> takeHeld(TimeMs nowMs);
    /// A study that was found but not opened. Kept until it is opened, whatever is opened meanwhile; what was opened
    /// last comes first, of that the newest study.
    void addUnopened(const dicom::StudyHeader &study);
    void markOpened(const StudyUid &study);
    /// A study of what is being opened has a tab.
    void noteTab(const StudyUid &study) { m_inTabs.push_back(study); }
    /// Those since begin(): what is said of the opening is about them.
    [[nodiscard]] const std::vector<StudyUid> &inTabs() const { return m_inTabs; }

    /// What is to be said, as a sentence or some; empty when all went well.
    [[nodiscard]] QString notice() const;
    /// Something cannot be shown. Studies that wait or are open already are no failure.
    [[nodiscard]] bool isFailure() const;
    [[nodiscard]] bool hasDetails() const { return !m_refused.empty() || !m_unopened.empty(); }
    /// The first of them, those that may be somebody else's before the others.
    [[nodiscard]] const std::vector<Refused> &refused() const { return m_refused; }
    [[nodiscard]] int refusedCount() const;
    [[nodiscard]] const std::vector<dicom::StudyHeader> &unopened() const { return m_unopened; }
    [[nodiscard]] const QStringList &missing() const { return m_missing; }

    [[nodiscard]] static QString missingText(const QStringList &missing);
    /// Why a file was left out, in the words of whoever opened it.
    [[nodiscard]] QString reason(const Error &error) const;
    /// The same of a file of the list, with the name of the file that is shown instead.
    [[nodiscard]] QString reason(const Refused &refused) const;

private:
    /// From the worst to the harmless.
    enum Cause { OfAnother, OfNobody, OfOneUid, Unreadable, AlreadyOpen };
    [[nodiscard]] static Cause causeOf(const Error &error);
    [[nodiscard]] QString unreadableText() const;
    [[nodiscard]] QString alreadyOpenText() const;
    [[nodiscard]] int unreadableCount() const;
    /// The one reason that all files share that cannot be read; empty when they differ.
    [[nodiscard]] QString commonReason() const;
    [[nodiscard]] QString askedText() const; ///< the paths, by their last names

    QStringList m_paths, m_missing, m_archives;
    std::array<int, 5> m_counts{}; ///< of files refused, by Cause
    std::vector<Refused> m_refused;
    std::vector<dicom::StudyHeader> m_unopened, m_held;
    std::vector<StudyUid> m_inTabs;
    std::optional<Error> m_failure;
    TimeMs m_begunMs = 0, m_heldSinceMs = 0;
    std::size_t m_unopenedNow = 0; ///< the first of m_unopened: since begin()
    bool m_isStopped = false;
    int m_reading = 0, m_images = 0, m_refusedCount = 0;
};

} // namespace consilium::app
