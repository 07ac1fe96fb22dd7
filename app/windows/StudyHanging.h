#pragma once
#include "app/windows/PriorPatience.h"
#include "viewer/hanging/Hang.h"
#include "viewer/hanging/Shelf.h"
#include "viewer/pixels/StudyImages.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace consilium::app
{

class PriorFetch;
class ProfileSettings;
class ReadingSession;
class TimelineDesk;

/// Hangs the studies of one reading tab: chooses a protocol, goes through its stages, and does so by itself when a
/// study is opened where the protocol and the settings say so. Each time one undo step. It belongs to the session, not
/// to the page: a new page of the same session finds the stage where it was.
class StudyHanging : public QObject
{
    Q_OBJECT
public:
    StudyHanging(ReadingSession &session, pixels::StudyImages &images);

    /// From where the person's own protocols come (the folder "hangingprotocols" beside the settings), and whether
    /// studies are hung when they are opened. Before this it knows only those of the program and hangs nothing by
    /// itself. `screen`: where images go now; nullopt while nothing is seen of the page.
    void use(const ProfileSettings &settings, std::function<std::optional<hanging::Screen>()> screen);
    /// From where earlier studies come that a protocol asks for and that are not open. What is read is hung at once,
    /// without them; they are hung when they are there, unless a hand was put to the images meanwhile: then it is only
    /// said that they are. Before this, and without a protocol that asks, none is fetched.
    void usePriors(TimelineDesk &desk, PriorPatience patience = {});
    /// A study has been opened in the tab: it is hung once it is described, unless a hand is put to the images before.
    void opened(const StudyUid &study);
    /// The reader looks at something, or something else decides what is shown first: nothing is hung by itself.
    void keepShown();
    /// Soon looks whether what was opened can be hung.
    void look();
    static constexpr int lookMs = 250;

    /// What is read and what lies beside it; nullopt: there is no study.
    [[nodiscard]] std::optional<hanging::Studies> studies() const;
    /// The protocols that fit what is read, the one to be used first.
    struct Choice {
        QString id, name;
        bool isHung = false;
    };
    [[nodiscard]] std::vector<Choice> choices() const;
    /// "hang" (the best), "hang:ID", "next-stage", "previous-stage". False: another command. What was done, or why
    /// not, is told().
    bool runCommand(const QString &command);
    /// Why a view stays empty; empty: the protocol has nothing to do with it.
    [[nodiscard]] QString whyEmpty(const ViewId &view) const;
    [[nodiscard]] std::optional<hanging::Lines> lines() const { return m_hung ? m_hung->lines : std::nullopt; }
    [[nodiscard]] const session::Layout &layout() const; ///< as it is now
    /// Of what is hung, how many columns of views each monitor is to have, from left to right; empty: nothing is hung.
    [[nodiscard]] std::vector<int> monitorColumns() const
    {
        return m_hung ? m_hung->monitorColumns : std::vector<int>();
    }
    /// A band or a frame has come or gone, or the window has another size: soon, all changes of this turn of the event
    /// loop together, what was hung to one scale, in true size or at an edge is zoomed anew by the areas that the views
    /// have now. That is no undo step. A view that somebody has zoomed since is left alone; one that was only moved or
    /// turned keeps its place and gets the scale.
    void areasChanged();

Q_SIGNALS:
    void hung();                    ///< also when what was hung is no longer there
    void told(const QString &text); ///< a sentence for the reader

private:
    /// A window that a stage has set, and what was there before: the next stage gives it back where it names none.
    struct LentWindow {
        ViewId view;
        DataSetId dataSet;
        std::optional<session::Window> set, before;
        int tableBefore = 0; ///< Presentation::fileTable
    };
    struct Hung {
        StudyUid current;
        QString protocol;
        std::size_t stage = 0;
        std::vector<hanging::Note> notes;
        std::optional<hanging::Lines> lines;
        std::vector<hanging::ViewFit> fits = {};
        std::vector<std::optional<session::ZoomPan>> zooms = {}; ///< of these, as they were given last
        std::vector<LentWindow> windows = {};
        int rows = 0, columns = 0; ///< of the stage
        std::vector<int> monitorColumns = {};
    };
    /// What was hung before a step, and the state that it was hung in: undo comes back to it.
    struct Before {
        std::uint64_t stateHash = 0;
        std::optional<Hung> hung;
    };
    [[nodiscard]] hanging::Shelf shelf() const;
    [[nodiscard]] hanging::Study studyOf(const StudyUid &uid) const;
    [[nodiscard]] hanging::Studies studiesFor(const StudyUid &current) const;
    [[nodiscard]] bool isSettled(const StudyUid &study) const;
    [[nodiscard]] hanging::Screen screen() const;
    void hangAwaited();
    [[nodiscard]] std::size_t extentOf(const StudyUid &study) const;
    [[nodiscard]] bool hangOpened(const StudyUid &study);
    void step(int by);
    void fetchPriors(const hanging::PriorWish &wish, const StudyUid &current, bool isWished);
    void hangPriors();
    [[nodiscard]] QString priorsText() const;
    /// `isBegunAnew`: somebody asked for the protocol, not for its next stage.
    void apply(const hanging::Protocol &protocol, std::size_t stage, const StudyUid &current,
               const std::vector<hanging::Problem> &problems, bool isBegunAnew = false);
    void tellOf(const hanging::Protocol &protocol, const std::vector<hanging::Problem> &problems);
    [[nodiscard]] bool isInItsGrid() const;
    void noteApplied(const session::ChangeSet &changes);
    /// Before the actions of a stage: puts what gives windows back among them.
    [[nodiscard]] std::vector<LentWindow> lendWindows(std::vector<session::Action> &actions) const;
    void takeInversionBack(std::vector<session::Action> &actions) const;
    /// `gesture`: whose step it is part of; 0: no undo step.
    void fitAnew(session::GestureId gesture);
    /// Notes which views that are to be in true size cannot be so on the monitors that they lie on, and tells of others
    /// than before.
    void noteTrueSize(const std::vector<hanging::ViewFit> &fits, const std::vector<hanging::ViewArea> &areas);
    bool setZoom(const session::SetZoomPan &action, session::GestureId gesture);

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    const ProfileSettings *m_settings = nullptr;
    std::function<std::optional<hanging::Screen>()> m_screen;
    /// Opened, and not hung yet. What is read from files comes piece by piece, and nobody says which is the last: it is
    /// looked at each time that it has stayed the same for a while.
    struct Awaited {
        StudyUid study;
        std::size_t known = 0, judged = 0; ///< stacks and images when it was looked at last, and when it was judged
    };
    std::vector<Awaited> m_awaited;
    QTimer m_lookSoon;
    std::optional<Hung> m_hung;
    std::vector<Before> m_trail;
    bool m_isApplying = false, m_isFitDue = false;
    PriorFetch *m_priors = nullptr; ///< a child
    bool m_isArranged = false;      ///< a hand was put to the images since earlier studies were asked for
};

} // namespace consilium::app
