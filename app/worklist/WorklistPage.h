#pragma once
#include "app/worklist/ArchiveStrip.h"
#include "app/worklist/OpenedStudies.h"
#include "app/worklist/SavedSearches.h"
#include "app/worklist/StudyPictures.h"
#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistSearch.h"
#include "viewer/dicom/StudyModel.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace consilium::app
{

class EmptyState;
class FilterBar;
class LoadingBar;
class LookNote;
class OutOfDateNote;
class StudyPanel;
class WorklistView;

/// The first page: archives and how they are, search, the studies found, the selected one in detail.
class WorklistPage : public QWidget
{
    Q_OBJECT
public:
    /// `search` lives longer than the page: it may have begun before there was a window.
    WorklistPage(WorklistSearch &search, std::function<QDate()> today, QWidget *parent = nullptr);
    ~WorklistPage() override;

    /// Columns, saved searches, how often it refreshes itself, and what was opened today are kept there.
    void useSettings(ProfileSettings &settings);
    /// What the person has claimed and read is marked, counted and filtered by. It lives longer than the page.
    void useReadStates(ReadStates &states);
    /// Archives that cannot be asked, because their password is missing; shown in the strip.
    void setLockedArchives(const std::vector<ArchiveView> &locked);
    [[nodiscard]] WorklistFilter filter() const;
    void setFilter(const WorklistFilter &filter); ///< shows it; does not search
    /// What a person has set on this page, for another page of the same search.
    struct Look {
        WorklistFilter filter;
        StudyUid chosen;
        ArchiveId chosenAt;
        int scrolledPx = 0, sortColumn = WorklistModel::When;
        Qt::SortOrder order = Qt::DescendingOrder;
        QDate searchedOn;
        QString searchedText;
    };
    [[nodiscard]] Look look() const;
    void setLook(const Look &look);
    /// Commands about the list and its selected study; false: it is none of these.
    bool runCommand(const QString &command);
    void search();
    void refresh();
    void focusSearch();
    void focusList();
    void chooseColumns(); ///< opens their menu
    void toggleUrgentFirst();
    void saveSearch(); ///< asks for a name

    [[nodiscard]] const WorklistModel &model() const { return *m_model; }
    /// What stands where the list would be; empty when the list is shown.
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool isPanelIdle() const; ///< what stands beside the list is complete
    bool openRow(int row);
    /// A study that was chosen here could not be opened: it does not count as opened, and the archives are asked again.
    void noteNotOpened(const StudyUid &study);
    bool openSelected();
    /// The selected study; null when there is none.
    [[nodiscard]] const dicom::StudyHeader *selectedStudy() const;
    void markOpened(const StudyUid &study); ///< it was opened, from the list or by another way
    [[nodiscard]] int archivesFailing() const;
    [[nodiscard]] WorklistSearch &searcher() const { return m_search; }

Q_SIGNALS:
    void openRequested(const consilium::ArchiveId &archive, const consilium::dicom::StudyHeader &study);
    void addArchiveRequested();
    void secretRequested(const consilium::ArchiveId &archive);
    void periodChosen(const QString &period);
    void archivesChanged();                   ///< states in the strip
    void menuRequested(const QPoint &global); ///< on the selected row

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildList();
    void connectSearch();
    void connectFilters();
    void takeRows(const std::vector<WorklistRow> &rows);
    void startSearch(bool anew);
    void filterLocally();
    void lookOnByItself();
    void selectSomething();
    void refreshIfIdle();
    void addRefreshMenu();
    void setRefreshSeconds(int seconds);
    void setUrgentFirst(bool on);
    void useSearch(const SavedSearch &search);
    void renameSearch(const QString &was);
    void removeSearch(const QString &name);
    void keepSearches();
    void showState();
    void showEmpty();
    void showSelected();
    void updateStrip();
    void updateFooter();
    void doEmptyButton();
    void connectPictures();
    void wantPictures();
    [[nodiscard]] std::shared_ptr<StudySource> sourceForPictures(const ArchiveId &archive) const;
    [[nodiscard]] StudyPictures::Subject pictureOf(const MergedStudy &study) const;

    WorklistSearch &m_search;
    std::function<QDate()> m_today;
    WorklistModel *m_model;
    StudyPictures m_pictures;
    ArchiveStrip *m_strip;
    FilterBar *m_filterBar;
    LoadingBar *m_progress = nullptr;
    OutOfDateNote *m_outOfDate = nullptr;
    LookNote *m_look = nullptr;
    QStackedWidget *m_stack = nullptr;
    WorklistView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_footer = nullptr;
    QPushButton *m_more = nullptr, *m_new = nullptr, *m_interval = nullptr;
    StudyPanel *m_panel;
    std::vector<ArchiveView> m_locked;
    ProfileSettings *m_settings = nullptr;
    std::unique_ptr<OpenedStudies> m_opened;
    QSet<StudyUid> m_opening; ///< marked as opened for the first time today, before that was certain
    std::vector<SavedSearch> m_searches;
    QTimer m_refreshTimer{this}, m_columnsTimer;
    QTimer m_sightTimer, m_openingTimer; ///< of the pictures
    QDate m_searchedOn;
    QString m_searchedText;        ///< what the archives were last asked for
    bool m_listWantsFocus = false; ///< as soon as there is a list
    enum class EmptyButton { None, AddArchive, ClearFilter, Refresh, EnterSecret, LookOn, StopLooking };
    EmptyButton m_emptyButton = EmptyButton::None;
};

} // namespace consilium::app
