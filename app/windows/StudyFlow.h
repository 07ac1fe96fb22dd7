#pragma once
#include "app/usecases/ReadStates.h"
#include "base/Ids.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

namespace consilium::app
{

class ArchiveSet;
class MainWindow;
class MarkKeeper;
class PixelBridge;
class ProfileSettings;
class WorklistModel;

/// From study to study through the worklist as it is filtered and sorted now, and what the person says of the study in
/// front: claimed, read. Keeps the next one's first images on their way. UI thread only.
class StudyFlow : public QObject
{
    Q_OBJECT
public:
    /// Everything lives longer than this.
    struct Parts {
        ProfileSettings &settings;
        ReadStates &states;
        MarkKeeper *keeper; ///< has the person's store; null: nothing lasts
        PixelBridge &images;
        ArchiveSet &archives;
    };
    explicit StudyFlow(Parts parts, QObject *parent = nullptr);

    /// Whose list and tabs these are. A window that is built anew takes the place of the one before.
    void setWindow(MainWindow &window);

    /// "next-study", "previous-study", "claim-study", "release-study", "mark-read". False: it is none of them.
    bool run(const QString &command);
    /// Why it can do nothing now; empty: it can, or it is none of these.
    [[nodiscard]] QString whyNot(const QString &command) const;

    /// The one that is read in the tab in front (ReadingSession::readStudy()), or the chosen one of the worklist;
    /// empty: none.
    [[nodiscard]] StudyUid current() const;
    struct Place {
        int row = -1; ///< from 0; -1: not in the list as it is filtered now
        int count = 0;
    };
    [[nodiscard]] Place placeOf(const StudyUid &study) const;
    [[nodiscard]] ReadStates &states() const { return m_parts.states; }
    /// What "provisional" means, sentences for a tip; where nothing outlasts the program, that too.
    [[nodiscard]] QString provisionalText() const;

Q_SIGNALS:
    void changed(); ///< of the list, of what is in front, or of what was said

private:
    using Stop = std::pair<ArchiveId, StudyUid>; ///< a row: of an archive that has it
    [[nodiscard]] const WorklistModel *list() const;
    [[nodiscard]] std::optional<Stop> target(int by) const;
    void lookAgain();
    void remember();
    void step(int by);
    bool open(const Stop &stop); ///< false: it is not in front
    void say(const StudyUid &study, ReadState state, const QString &text);
    void sayWhere(const StudyUid &study) const;
    void fetchAhead();

    Parts m_parts;
    QPointer<MainWindow> m_window;
    /// The list as it was when the study in front was in it last: marking one as read may take it out of the list.
    std::vector<Stop> m_walk;
    StudyUid m_walkOf; ///< that study
    QTimer m_soon;
};

} // namespace consilium::app
