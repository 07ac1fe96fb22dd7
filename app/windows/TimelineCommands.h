#pragma once
#include "app/usecases/TimelineDesk.h"
#include "app/windows/TimelinePanel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
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
    void tellShown();
    [[nodiscard]] StudyUid first() const;
    [[nodiscard]] ViewId viewBeside() const;
    [[nodiscard]] StudyUid studyBeside() const; ///< empty: nothing of the timeline is shown but what is read
    [[nodiscard]] dicom::DataSetPtr seriesLike(const StudyUid &study) const;

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    TimelineDesk &m_desk;
    widgets::LayoutGrid &m_grid;
    QPointer<TimelinePanel> m_panel;
    QPointer<PatientTimeline> m_timeline; ///< of the first study
    std::optional<Awaited> m_awaited;
    ViewId m_beside; ///< where the last prior study was shown
    std::map<StudyUid, TimelineEntry::Standing> m_opened;
    QTimer m_later;
    std::optional<bool> m_wish;
    bool m_folded = false;
};

} // namespace consilium::app
