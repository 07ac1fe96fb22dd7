#pragma once
#include "app/windows/ArrangeCommands.h"
#include "app/windows/ReadingSession.h"
#include "viewer/tools/Bindings.h"
#include "viewer/widgets/Cine.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkPanel.h"
#include "viewer/widgets/RadialMenu.h"
#include "viewer/widgets/RepairLogPanel.h"
#include "viewer/widgets/SeriesStrip.h"
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/ToolBar.h"

#include <QVariantMap>
#include <QWidget>

#include <map>

class QVBoxLayout;

namespace consilium::app
{

class AlignCommands;
class ArchiveWatch;
class HangingCommands;
class HeldKey;
class KeptCommands;
class KeepCommands;
class MarkKeeper;
class MarkSender;
class ProfileSettings;
class StudyFlow;
class TimelineCommands;
class TimelineDesk;

/// A reading tab: tool bar, series, images, panel.
class ReadingPage : public QWidget
{
    Q_OBJECT
public:
    ReadingPage(ReadingSession &session, pixels::StudyImages &images, tools::Bindings &bindings,
                QWidget *parent = nullptr);
    ~ReadingPage() override;

    [[nodiscard]] ReadingSession &session() const { return m_session; }
    [[nodiscard]] widgets::LayoutGrid &grid() const { return *m_grid; }
    [[nodiscard]] widgets::ToolBar &toolBar() const { return *m_toolBar; }
    [[nodiscard]] widgets::SeriesStrip &strip() const { return *m_strip; }
    [[nodiscard]] pixels::StudyImages &images() const { return m_images; }
    [[nodiscard]] const tools::Bindings &bindings() const { return m_bindings; }
    [[nodiscard]] bool isCinePlaying() const { return m_cine.isPlaying(); }
    [[nodiscard]] bool isRepairLogShown() const { return m_repairs && !m_repairs->isHidden(); }
    [[nodiscard]] bool areMarksShown() const { return m_marks && m_marksShown; }
    /// The list of marks; null: never asked for.
    [[nodiscard]] widgets::MarkPanel *markPanel() const { return m_marks; }
    /// The tool of a mouse button is another: icons follow, and what it has begun to draw goes.
    void refreshTools();
    /// A page that comes to the front shows what was changed meanwhile: all tabs share the mouse's tools.
    void refreshShared(bool isFullScreen);
    /// From now on it says which archive of its studies does not answer, and offers what an earlier run has left of
    /// their marks; `sender` saves them. Null: nobody knows.
    void showNotesOf(ArchiveWatch *watch, MarkKeeper *marks, MarkSender *sender = nullptr);
    /// Why a command about key images or saving can do nothing now; empty: it can, or it is another command.
    [[nodiscard]] QString whyNotKeep(const QString &command) const;
    /// From now on it says how far the person is with the study, and where that stands in the worklist.
    void showFlow(StudyFlow &flow);
    /// From now on the patient's other studies are listed and opened beside, and the views say whose images they show.
    /// Null: nobody knows of any.
    void showTimeline(TimelineDesk *desk);
    [[nodiscard]] TimelineCommands *timeline() const { return m_timeline; } ///< null: none
    /// From now on protocols of the person's own are known, and studies are hung when they are opened as the settings
    /// say.
    void useSettings(ProfileSettings &settings);
    /// Strip and panel away: nothing but images.
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// Runs what belongs to this page ("rotate-right", "undo", "tool-zoom", "toggle-overlay" ...) on `view`; an empty
    /// id: the active one. False when it is not one of them.
    bool runCommand(const QString &command, const ViewId &view = {});
    /// Puts the second stack of the study into the first, or says why not.
    void joinSeries(const StudyUid &study, const DataSetId &first, const DataSetId &second);
    /// What a reader has set on this page that is of this window only, not of the state: for another page of the same
    /// session.
    struct Look {
        ViewId maximised, played;
        bool overlay = true, repairs = false, marks = false;
        int lens = 0;
        widgets::ReferenceLines lines = widgets::ReferenceLines::Current;
        std::map<ViewId, QVariantMap> documents; ///< see DocumentPane::place()
        std::optional<bool> timeline = {};       ///< TimelineCommands::wish()
    };
    [[nodiscard]] Look look() const;
    void setLook(const Look &look);
    /// Gives the keyboard to the next of: what stands above the page, tool bar, strip, images, panel.
    void focusNextRegion(QWidget &above);

Q_SIGNALS:
    void commandRequested(const QString &command);
    void refused(const consilium::Error &error);
    void noticed(const QString &text); ///< why a command had nothing to do
    void imageDrawn();
    void previewDrawn();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void fitToWindow();
    bool runLensCommand(const QString &command);
    void openPrior(const StudyUid &study, const StudyUid &prior, const SeriesUid &series);
    void showPrior();
    void report(const Result<void> &done);
    bool runArrangeCommand(const QString &command, const ViewId &view);
    void arrange(const StudyUid &study, const Arranging &actions);
    bool runCineCommand(const QString &command, const ViewId &view);
    void showLayoutPicker();
    [[nodiscard]] QWidget &layoutButton() const;
    void toggleReferenceLines(widgets::ReferenceLines wanted);
    void toggleSegments(const ViewId &view);
    [[nodiscard]] bool runViewCommand(const QString &command, const ViewId &view);
    [[nodiscard]] bool runPanelCommand(const QString &command, const ViewId &view);
    void showRepairLog(bool shown);
    void showMarks(bool shown);
    void showRadialMenu(const QPoint &global, widgets::RadialMenu::OpenedBy by);
    [[nodiscard]] bool runGridCommand(const QString &command, const ViewId &view);

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    tools::Bindings &m_bindings;
    widgets::ToolBar *m_toolBar;
    widgets::SeriesStrip *m_strip;
    widgets::LayoutGrid *m_grid;
    widgets::StudyInfoPanel *m_panel;
    HangingCommands *m_hanging;                   ///< a child of the grid
    AlignCommands *m_align;                       ///< a child of the grid
    KeptCommands *m_kept;                         ///< a child of the grid
    KeepCommands *m_keep;                         ///< a child of the grid
    TimelineCommands *m_timeline = nullptr;       ///< likewise
    widgets::RepairLogPanel *m_repairs = nullptr; ///< built when first asked for
    widgets::MarkPanel *m_marks = nullptr;        ///< built when first asked for
    QVBoxLayout *m_side;                          ///< of the panels on the right
    bool m_marksShown = false;
    widgets::Cine m_cine;
    HeldKey *m_lensKey; ///< a child; the magnifier's
    struct Awaited {
        StudyUid study;
        SeriesUid series;
    };
    std::optional<Awaited> m_awaited; ///< a prior document that is shown once it is described
    bool m_folded = false;
};

} // namespace consilium::app
