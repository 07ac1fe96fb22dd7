#pragma once
#include "app/usecases/TimelineDesk.h"
#include "app/windows/TimelinePanel.h"
#include "viewer/session/Action.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <cstdint>
#include <optional>

class QVBoxLayout;

namespace consilium::widgets
{
class LayoutGrid;
class ViewportWidget;
} // namespace consilium::widgets

namespace consilium::app
{

class ReadingSession;

/// What a reading page does with the patient's timeline: asks for it once the images had their time, shows it beside
/// them, opens prior studies beside what is read, and tells the views whose images they show. A child of the grid.
class TimelineCommands : public QObject
{
    Q_OBJECT
public:
    /// `side`: of the panels on the right.
    TimelineCommands(ReadingSession &session, pixels::StudyImages &images, TimelineDesk &desk,
                     widgets::LayoutGrid &grid, QVBoxLayout &side);

    /// Runs "toggle-timeline", "compare-prior" (the one to compare with, beside), "prior-older", "prior-newer" (in its
    /// place), "timeline-same-modality", "timeline-same-region", "timeline-open-N", "timeline-choose-N" (rows, from 1),
    /// "timeline-confirm", "timeline-deny", "timeline-ask". False: it is none of them.
    bool run(const QString &command);
    [[nodiscard]] TimelinePanel &panel() const { return *m_panel; }
    void setFolded(bool folded);
    void setWidth(int px);
    void pageShown();
    /// Whether the reader has put it there or away; nullopt: neither, it comes when there is something to see.
    [[nodiscard]] std::optional<bool> wish() const { return m_wish; }
    void setWish(std::optional<bool> wish);
    [[nodiscard]] bool isShown() const;

    static constexpr int askDelayMs = 1500; ///< the first images of a study come first

Q_SIGNALS:
    void noticed(const QString &text);

private:
    struct Awaited {
        StudyUid study;
        ViewId view; ///< empty: beside
    };
    /// What a view was given of a study whose series may not all be listed yet.
    struct Begun {
        StudyUid study;
        session::ShowSeries shown;
        int rank = 0; ///< of the series (Like)
        session::GestureId gesture = 0;
        std::int64_t sinceNs = 0; ///< of the clock that only goes forward
    };
    /// A series of a study, and how well it goes with what is looked at: 0 best.
    struct Like {
        dicom::DataSetPtr series; ///< null: none is listed
        int rank = 0;
    };
    struct Place {
        ViewId view;
        std::optional<session::SetLayout> layout; ///< that gives the view its room; nullopt: it has
    };
    void follow();
    void followChange();
    void showPanel();
    void ask();
    void comparePrior();
    void step(int by);
    void openRow(int row);
    void open(const TimelineEntry &entry, const ViewId &view = {});
    void dropOn(widgets::ViewportWidget &viewport, const StudyUid &study);
    void showAwaited();
    void showBetter();
    void tellShown();
    [[nodiscard]] StudyUid read() const;
    [[nodiscard]] std::optional<Place> placeBeside() const;
    [[nodiscard]] StudyUid studyBeside() const; ///< empty: nothing of the timeline is shown but what is read
    [[nodiscard]] Like seriesLike(const StudyUid &study) const;

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    TimelineDesk &m_desk;
    widgets::LayoutGrid &m_grid;
    QPointer<TimelinePanel> m_panel;
    QPointer<PatientTimeline> m_timeline; ///< of the study that is read
    std::optional<Awaited> m_awaited;
    std::optional<Begun> m_begun;
    ViewId m_beside; ///< where the last prior study was shown
    QTimer m_later;
    std::optional<bool> m_wish;
    bool m_folded = false;
};

} // namespace consilium::app
