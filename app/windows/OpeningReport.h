#pragma once
#include "base/Clock.h"
#include "base/Error.h"
#include "base/Ids.h"

#include <QCoreApplication>
#include <QStringList>

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
    };

    /// `paths` begin to be read; `missing` were named too but are not there. What was refused before is forgotten,
    /// unless something is still being read. `nowMs`: since 1970.
    void begin(const QStringList &paths, const QStringList &missing, TimeMs nowMs);
    void refuse(const QString &path, const Error &error);
    /// One of the paths could not be opened at all.
    void fail(const Error &error) { m_failure = error; }
    [[nodiscard]] bool isReading() const { return m_reading > 0; }
    void finish(int images, int refused); ///< one of the paths has been read
    void stop() { m_isStopped = true; }   ///< before all was read
    /// A study that was found but not opened. Kept until it is opened, whatever is opened meanwhile; what was found
    /// last comes first.
    void addUnopened(const StudyUid &study);
    void markOpened(const StudyUid &study);

    /// What is to be said, as a sentence or some; empty when all went well.
    [[nodiscard]] QString notice() const;
    /// The notice stays until it is closed.
    [[nodiscard]] bool isFailure() const;
    [[nodiscard]] bool hasDetails() const { return !m_refused.empty() || !m_unopened.empty(); }
    [[nodiscard]] const std::vector<Refused> &refused() const { return m_refused; } ///< the first of them
    [[nodiscard]] int refusedCount() const;
    [[nodiscard]] const std::vector<StudyUid> &unopened() const { return m_unopened; }
    [[nodiscard]] const QStringList &missing() const { return m_missing; }

    [[nodiscard]] static QString missingText(const QStringList &missing);
    /// Why a file was left out, in the words of whoever opened it.
    [[nodiscard]] static QString reason(const Error &error);

private:
    [[nodiscard]] QString refusedText() const;
    /// The one reason that all refused files share; empty when they differ.
    [[nodiscard]] QString commonReason() const;

    QStringList m_missing;
    std::vector<Refused> m_refused;
    std::vector<StudyUid> m_unopened;
    std::optional<Error> m_failure;
    TimeMs m_begunMs = 0;
    std::size_t m_unopenedNow = 0; ///< the first of m_unopened: since begin()
    bool m_isStopped = false;
    int m_reading = 0, m_images = 0, m_refusedCount = 0;
};

} // namespace consilium::app
