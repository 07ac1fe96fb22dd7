#include "app/worklist/WorklistPage.h"

#include "app/windows/Question.h"
#include "app/worklist/EmptyState.h"
#include "app/worklist/FilterBar.h"
#include "app/worklist/LoadingBar.h"
#include "app/worklist/LookNote.h"
#include "app/worklist/OutOfDateNote.h"
#include "app/worklist/PictureNote.h"
#include "app/worklist/SearchNameDialog.h"
#include "app/worklist/StudyPanel.h"
#include "app/worklist/WorklistView.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/theme/Typography.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int sightMs = 200;      ///< rows have rested: whoever scrolls past them asks for nothing
constexpr int openingMs = 10'000; ///< while a study opens it has the line for itself

/// The archives that give no list, each with its reason, a line each; the first few of many. Empty: there is none.
QString whoFails(const std::vector<SourceState> &states)
{
    constexpr qsizetype most = 3;
    QStringList lines;
    for (const SourceState &state : states)
        if (state.status == SourceState::Status::Failed)
            lines << WorklistPage::tr("%1: %2").arg(state.name, userMessage(state.error));
    if (const qsizetype more = lines.size() - most; more > 0)
        lines = lines.mid(0, most) << WorklistPage::tr("and %n more", nullptr, int(more));
    return lines.join(u'\n');
}

} // namespace

WorklistPage::WorklistPage(WorklistSearch &search, std::function<QDate()> today, QWidget *parent)
    : QWidget(parent),
      m_search(search),
      m_today(std::move(today)),
      m_model(new WorklistModel(this)),
      m_pictures([this](const ArchiveId &archive) { return sourceForPictures(archive); }, {}),
      m_strip(new ArchiveStrip),
      m_filterBar(new FilterBar),
      m_panel(new StudyPanel(m_pictures))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_strip);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(buildList(), 1);
    body->addWidget(m_panel);
    outer->addLayout(body, 1);

    connectFilters();
    connect(m_view, &WorklistView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WorklistPage::showSelected);
    connect(m_more, &QPushButton::clicked, &m_search, &WorklistSearch::loadMore);
    connect(m_look, &LookNote::goOnRequested, &m_search, &WorklistSearch::lookOn);
    connect(m_look, &LookNote::stopRequested, &m_search, &WorklistSearch::stopLooking);
    connect(m_new, &QPushButton::clicked, this, [this] {
        if (const int row = m_model->firstNew(); row >= 0)
            m_view->scrollTo(m_model->index(row, 0));
    });
    m_refreshTimer.setObjectName(u"refreshTimer"_s);
    connect(&m_refreshTimer, &QTimer::timeout, this, &WorklistPage::refreshIfIdle);
    connect(m_view, &WorklistView::menuRequested, this, &WorklistPage::menuRequested);
    connect(m_panel, &StudyPanel::openRequested, this, [this] { openRow(m_view->currentIndex().row()); });
    connect(m_empty, &EmptyState::buttonClicked, this, &WorklistPage::doEmptyButton);
    connect(m_strip, &ArchiveStrip::retryRequested, &m_search, &WorklistSearch::retry);
    connect(m_strip, &ArchiveStrip::secretRequested, this, &WorklistPage::secretRequested);
    connectSearch();
    connectPictures();
    updateStrip();
    takeRows(m_search.rows()); // the search may have begun, and even ended, before there was a window
}

WorklistPage::~WorklistPage()
{
    delete std::exchange(m_panel, nullptr); // it holds on to the pictures
    if (m_columnsTimer.isActive())
        m_settings->setWorklistColumns(m_view->columns().toText());
}

void WorklistPage::connectFilters()
{
    connect(m_filterBar, &FilterBar::filterChanged, this, [this] {
        Q_EMIT periodChosen(m_filterBar->filter().period);
        this->search();
    });
    connect(m_filterBar, &FilterBar::localFilterChanged, this, &WorklistPage::filterLocally);
    connect(m_filterBar, &FilterBar::leftDownwards, this, &WorklistPage::focusList);
    connect(m_filterBar, &FilterBar::saveRequested, this, &WorklistPage::saveSearch);
    connect(m_filterBar, &FilterBar::savedChosen, this, &WorklistPage::useSearch);
    connect(m_filterBar, &FilterBar::renameRequested, this, &WorklistPage::renameSearch);
    connect(m_filterBar, &FilterBar::removeRequested, this, &WorklistPage::removeSearch);
}

void WorklistPage::useSettings(ProfileSettings &settings)
{
    m_settings = &settings;
    m_view->setColumns(WorklistColumns::fromText(settings.worklistColumns()));
    m_searches = savedSearchesFrom(settings.savedSearches());
    m_filterBar->setSavedSearches(m_searches);
    m_opened = std::make_unique<OpenedStudies>(settings, m_today);
    m_model->setOpenedTest([this](const StudyUid &study) { return m_opened->contains(study); });
    m_columnsTimer.setSingleShot(true);
    m_columnsTimer.setInterval(500); // dragging an edge tells each pixel
    connect(m_view, &WorklistView::columnsChanged, &m_columnsTimer, qOverload<>(&QTimer::start));
    connect(&m_columnsTimer, &QTimer::timeout, this,
            [this] { m_settings->setWorklistColumns(m_view->columns().toText()); });
    m_model->setUrgentFirst(settings.worklistUrgentFirst());
    connect(m_view, &WorklistView::urgentFirstChosen, this, &WorklistPage::setUrgentFirst);
    setRefreshSeconds(settings.worklistRefreshSeconds());
    updateFooter();
}

void WorklistPage::useReadStates(ReadStates &states)
{
    m_filterBar->offerReadStates();
    m_model->setReadTest([&states](const StudyUid &study) { return states.of(study); });
    const auto follow = [this] {
        m_model->readChanged();
        selectSomething();
        showState();
    };
    connect(&states, &ReadStates::changed, this, follow);
    connect(&states, &ReadStates::loaded, this, follow);
    updateFooter();
}

void WorklistPage::setUrgentFirst(bool on)
{
    m_model->setUrgentFirst(on);
    if (m_settings)
        m_settings->setWorklistUrgentFirst(on);
}

void WorklistPage::toggleUrgentFirst()
{
    setUrgentFirst(!m_model->isUrgentFirst());
}

void WorklistPage::chooseColumns()
{
    m_view->openColumnMenu();
}

void WorklistPage::saveSearch()
{
    auto *dialog = new SearchNameDialog(m_searches, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchNameDialog::named, this, [this](const QString &name) {
        put(m_searches, SavedSearch::of(name, m_filterBar->filter()));
        keepSearches();
    });
    dialog->open();
}

void WorklistPage::renameSearch(const QString &was)
{
    auto *dialog = new SearchNameDialog(m_searches, was, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchNameDialog::named, this, [this, was](const QString &name) {
        rename(m_searches, was, name);
        keepSearches();
    });
    dialog->open();
}

void WorklistPage::removeSearch(const QString &name)
{
    auto *question = makeQuestion(*this, tr("Saved searches"), tr("Remove the saved search “%1”?").arg(name));
    const auto *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(question, &QMessageBox::buttonClicked, this, [this, remove, name](const QAbstractButton *button) {
        if (button != remove)
            return;
        std::erase_if(m_searches, [&](const SavedSearch &search) { return search.name == name; });
        keepSearches();
    });
    question->open();
}

void WorklistPage::keepSearches()
{
    m_filterBar->setSavedSearches(m_searches);
    if (m_settings)
        m_settings->setSavedSearches(toJson(m_searches));
}

void WorklistPage::useSearch(const SavedSearch &search)
{
    m_filterBar->setFilter(search.filter());
    Q_EMIT periodChosen(search.period);
    this->search();
}

QWidget *WorklistPage::buildList()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    m_progress = new LoadingBar;
    column->addWidget(m_progress);
    m_view = new WorklistView;
    m_view->setObjectName(u"worklistView"_s);
    m_view->setModel(m_model);
    m_empty = new EmptyState;
    m_stack = new QStackedWidget;
    m_stack->setFocusPolicy(Qt::ClickFocus); // holds the focus while there is no list
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    // Below the list: what comes and goes by itself moves no row from under the pointer.
    m_outOfDate = new OutOfDateNote;
    column->addWidget(m_outOfDate);
    m_look = new LookNote;
    column->addWidget(m_look);
    column->addWidget(new PictureNote(m_pictures, m_search));

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 6, 12, 6);
    m_footer = new QLabel;
    m_footer->setProperty("role", u"caption"_s);
    m_footer->setProperty("tone", u"t3"_s);
    m_more = new QPushButton(tr("Load more"));
    m_more->setFixedHeight(28);
    m_new = new QPushButton;
    m_new->setObjectName(u"newStudies"_s);
    m_new->setProperty("kind", u"chip"_s);
    m_new->setCheckable(true);
    m_new->setChecked(true);
    m_new->setFixedHeight(28);
    m_new->hide();
    footer->addWidget(m_footer, 1);
    footer->addWidget(m_new);
    addRefreshMenu();
    footer->addWidget(m_interval);
    footer->addWidget(m_more);
    column->addLayout(footer);
    return list;
}

void WorklistPage::addRefreshMenu()
{
    m_interval = new QPushButton;
    m_interval->setObjectName(u"refreshInterval"_s);
    m_interval->setProperty("kind", u"chip"_s);
    m_interval->setFixedHeight(28);
    auto *menu = new QMenu(m_interval);
    const std::vector<std::pair<int, QString>> choices{
        {0, tr("Never")}, {30, tr("Every 30 s")}, {60, tr("Every minute")}, {300, tr("Every 5 minutes")}};
    for (const auto &[seconds, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setData(seconds);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, seconds = seconds] {
            setRefreshSeconds(seconds);
            if (m_settings)
                m_settings->setWorklistRefreshSeconds(seconds);
        });
    }
    m_interval->setMenu(menu);
    m_interval->hide(); // until there are settings
}

void WorklistPage::setRefreshSeconds(int seconds)
{
    m_interval->show();
    for (QAction *action : m_interval->menu()->actions())
        action->setChecked(action->data().toInt() == seconds);
    m_interval->setText(seconds == 0    ? tr("Does not refresh itself")
                        : seconds < 60  ? tr("Refreshes every %1 s").arg(seconds)
                        : seconds == 60 ? tr("Refreshes every minute")
                                        : tr("Refreshes every %1 min").arg(seconds / 60));
    if (seconds > 0)
        m_refreshTimer.start(seconds * 1000);
    else
        m_refreshTimer.stop();
}

// Nothing moves under a hand that is at work, and nobody is asked for a list that is not seen.
void WorklistPage::refreshIfIdle()
{
    if (!isVisible() || window()->isMinimized() || QApplication::mouseButtons() != Qt::NoButton ||
        QApplication::activePopupWidget() || m_search.isRunning())
        return;
    if (m_opened && m_opened->beginDay())
        m_model->openedChanged();
    if (m_searchedOn.isValid() && m_searchedOn != m_today())
        refresh(); // "today" is another day
    else
        m_search.refresh();
}

void WorklistPage::connectSearch()
{
    connect(&m_search, &WorklistSearch::started, this, [this] {
        m_model->clear();
        showState();
    });
    connect(&m_search, &WorklistSearch::textSearchBegan, this, [this] {
        m_model->forgetText();
        showState();
    });
    connect(&m_search, &WorklistSearch::rowsLeft, this, [this](const ArchiveId &archive, const QSet<QString> &studies) {
        m_view->keepInPlace([&] { m_model->keepOnly(archive, studies); });
        selectSomething();
        showState();
    });
    connect(&m_search, &WorklistSearch::rowsArrived, this, &WorklistPage::takeRows);
    connect(&m_search, &WorklistSearch::sourceChanged, this, [this] {
        updateStrip();
        showState();
        m_pictures.lookAgain();
    });
    connect(&m_search, &WorklistSearch::finished, this, [this] {
        showState();
        lookOnByItself();
    });
}

void WorklistPage::connectPictures()
{
    m_sightTimer.setSingleShot(true);
    m_sightTimer.setInterval(sightMs);
    m_openingTimer.setSingleShot(true);
    m_openingTimer.setInterval(openingMs);
    const auto look = qOverload<>(&QTimer::start);
    connect(&m_sightTimer, &QTimer::timeout, this, &WorklistPage::wantPictures);
    connect(&m_openingTimer, &QTimer::timeout, this, [this] { m_pictures.setPaused(!isVisible()); });
    connect(m_view, &WorklistView::sightChanged, &m_sightTimer, look);
    connect(m_model, &WorklistModel::layoutChanged, &m_sightTimer, look);
    connect(m_model, &WorklistModel::modelReset, &m_sightTimer, look);
    connect(&m_pictures, &StudyPictures::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_view->setPictures([this](int row) {
        const auto subject = pictureOf(m_model->study(row));
        return RowPicture{m_pictures.picture(subject), m_pictures.state(subject) == StudyPictures::State::None};
    });
    m_pictures.setPaused(true); // until the page is seen
}

// An archive that is away, slow, or busy with the list is asked for no picture.
std::shared_ptr<StudySource> WorklistPage::sourceForPictures(const ArchiveId &archive) const
{
    for (const SourceState &state : m_search.sources())
        if (state.id == archive && state.status == SourceState::Status::Answered && !state.slow && !state.isOutOfDate())
            return m_search.source(archive);
    return nullptr;
}

// Of the places that have the study one whose picture is there already: which is nearest changes from time to time.
StudyPictures::Subject WorklistPage::pictureOf(const MergedStudy &study) const
{
    const auto subjectOf = [](const WorklistRow &row) {
        return StudyPictures::Subject{row.archive, row.study.uid, {}, {}, row.study.instanceCount};
    };
    for (const WorklistRow &row : study.places)
        if (m_pictures.state(subjectOf(row)) == StudyPictures::State::There)
            return subjectOf(row);
    return subjectOf(m_search.nearest(study));
}

void WorklistPage::wantPictures()
{
    std::vector<StudyPictures::Subject> wanted;
    const auto [first, last] = m_view->picturesInSight();
    for (int row = first; row <= last; ++row)
        wanted.push_back(pictureOf(m_model->study(row)));
    m_pictures.want(StudyPictures::Who::List, std::move(wanted));
}

void WorklistPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_openingTimer.stop();
    m_pictures.setPaused(false);
    m_sightTimer.start();
}

// Whoever reads waits for no thumbnail.
void WorklistPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_openingTimer.stop();
    m_pictures.setPaused(true);
}

void WorklistPage::setLockedArchives(const std::vector<ArchiveView> &locked)
{
    m_locked = locked;
    updateStrip();
    showState();
}

WorklistFilter WorklistPage::filter() const
{
    return m_filterBar->filter();
}

void WorklistPage::setFilter(const WorklistFilter &filter)
{
    m_filterBar->setFilter(filter);
}

WorklistPage::Look WorklistPage::look() const
{
    Look look{m_filterBar->filter(),
              {},
              {},
              m_view->verticalScrollBar()->value(),
              m_view->header()->sortIndicatorSection(),
              m_view->header()->sortIndicatorOrder(),
              m_searchedOn,
              m_searchedText};
    if (const int row = m_view->currentIndex().row(); row >= 0 && row < m_model->rowCount()) {
        look.chosen = m_model->row(row).study.uid;
        look.chosenAt = m_model->row(row).archive;
    }
    return look;
}

void WorklistPage::setLook(const Look &look)
{
    m_filterBar->setFilter(look.filter);
    m_searchedOn = look.searchedOn;
    m_searchedText = look.searchedText;
    m_view->sortByColumn(look.sortColumn, look.order);
    m_model->clear(); // what answers the text is told with the rows
    m_model->setFilter(look.filter.text, look.filter.institution, look.filter.onlyNames);
    m_model->setOnly(look.filter.only);
    m_model->setReadFilter(look.filter.readState);
    takeRows(m_search.rows());
    if (const int row = m_model->indexOf(look.chosenAt, look.chosen); row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    const auto scroll = [this, px = look.scrolledPx] { m_view->verticalScrollBar()->setValue(px); };
    QMetaObject::invokeMethod(m_view, scroll, Qt::QueuedConnection); // once it has its size
}

void WorklistPage::search()
{
    startSearch(false);
}

void WorklistPage::refresh()
{
    startSearch(true);
}

void WorklistPage::startSearch(bool anew)
{
    const WorklistFilter filter = m_filterBar->filter();
    m_searchedOn = m_today();
    m_searchedText = filter.text;
    m_look->forget();
    m_model->setFilter(filter.text, filter.institution, filter.onlyNames);
    m_model->setOnly(filter.only);
    m_model->setReadFilter(filter.readState);
    m_search.start(filter, m_searchedOn, anew);
}

void WorklistPage::focusSearch()
{
    m_filterBar->focusSearch();
}

void WorklistPage::focusList()
{
    m_listWantsFocus = m_model->rowCount() == 0;
    if (m_listWantsFocus) {
        m_stack->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

bool WorklistPage::runCommand(const QString &command)
{
    if (command == "refresh"_L1) {
        refresh();
    } else if (command == "choose-columns"_L1) {
        chooseColumns();
    } else if (command == "urgent-first"_L1) {
        toggleUrgentFirst();
    } else if (command == "save-search"_L1) {
        saveSearch();
    } else if (command == "open-study"_L1) {
        openSelected();
    } else if (command == "copy-accession"_L1) {
        if (const auto *study = selectedStudy(); study && !study->accession.isEmpty())
            widgets::copyText(study->accession);
    } else {
        return false;
    }
    return true;
}

bool WorklistPage::openSelected()
{
    return openRow(m_view->currentIndex().row());
}

const dicom::StudyHeader *WorklistPage::selectedStudy() const
{
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_model->rowCount() ? nullptr : &m_model->row(row).study;
}

bool WorklistPage::openRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return false;
    m_model->markSeen(row);
    const WorklistRow chosen = m_search.nearest(m_model->study(row));
    markOpened(chosen.study.uid);
    m_pictures.setPaused(true);
    m_openingTimer.start();
    Q_EMIT openRequested(chosen.archive, chosen.study);
    return true;
}

void WorklistPage::markOpened(const StudyUid &study)
{
    if (!m_opened || !m_opened->add(study))
        return;
    m_opening.insert(study);
    m_model->openedChanged();
    updateFooter();
}

void WorklistPage::noteNotOpened(const StudyUid &study)
{
    if (m_opening.remove(study) && m_opened) {
        m_opened->remove(study);
        m_model->openedChanged();
        updateFooter();
    }
    m_search.refresh(); // does nothing where they are being asked
}

void WorklistPage::takeRows(const std::vector<WorklistRow> &rows)
{
    m_view->keepInPlace([&] { m_model->add(rows); });
    m_filterBar->setInstitutions(m_model->institutions());
    selectSomething();
    showState();
}

void WorklistPage::filterLocally()
{
    const WorklistFilter filter = m_filterBar->filter();
    m_model->setFilter(filter.text, filter.institution, filter.onlyNames);
    m_model->setOnly(filter.only);
    m_model->setReadFilter(filter.readState);
    selectSomething();
    showState();
    lookOnByItself();
}

// What no archive can be asked for may lie beyond the pages that are there.
void WorklistPage::lookOnByItself()
{
    const WorklistFilter filter = m_filterBar->filter();
    if (!isSoughtInList(filter))
        m_search.stopLooking();
    else if (filter.text == m_searchedText && !m_search.isRunning() && m_look->isFirst(filter))
        m_search.lookOn();
}

void WorklistPage::selectSomething()
{
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    showSelected(); // its places may have become more
}

void WorklistPage::showState()
{
    const auto states = m_search.sources();
    const auto asking = std::count_if(states.begin(), states.end(),
                                      [](const SourceState &s) { return s.status == SourceState::Status::Asking; });
    const double done = states.empty() ? 1.0 : 1.0 - double(asking) / double(states.size());
    m_model->setOutOfDate(states);
    m_outOfDate->showFor(states, *m_model);
    // Until the archives are asked for what is typed, a line that offers to look further would come and go again.
    const bool isAsked = m_filterBar->filter().text == m_searchedText;
    m_look->showFor(m_search, m_filterBar->filter(), isAsked && m_model->rowCount() > 0);
    m_progress->setProgress(m_search.isLooking()                               ? std::max(0.05, m_search.lookedShare())
                            : m_search.isRunning() && !m_search.isRefreshing() ? std::max(0.15, done)
                                                                               : 1.0);
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
        if (m_listWantsFocus && window()->focusWidget() == m_stack) // whether or not the window is active yet
            focusList();
    } else {
        showEmpty();
        m_stack->setCurrentWidget(m_empty);
        m_panel->clear();
    }
    updateFooter();
}

void WorklistPage::showEmpty()
{
    auto states = m_search.sources();
    // Where one archive was chosen the others were not asked: what they answered before says nothing about it.
    const ArchiveId only = m_filterBar->filter().archive;
    if (std::any_of(states.begin(), states.end(), [&](const SourceState &s) { return s.id == only; }))
        std::erase_if(states, [&](const SourceState &s) { return s.id != only; });
    const auto failed = std::count_if(states.begin(), states.end(),
                                      [](const SourceState &s) { return s.status == SourceState::Status::Failed; });
    const bool none = std::none_of(states.begin(), states.end(),
                                   [](const SourceState &s) { return s.status == SourceState::Status::Answered; });
    const QString notAsked = whoFails(states);
    if (states.empty() && m_locked.empty()) {
        m_emptyButton = EmptyButton::AddArchive;
        m_empty->setContent(tr("There is no archive yet."), tr("DICOM files and folders can also be dropped here."),
                            tr("Add an archive"));
    } else if (states.empty()) {
        m_emptyButton = EmptyButton::EnterSecret;
        const bool isToken = m_locked.front().isToken;
        m_empty->setContent(isToken ? tr("The archive's token is missing.") : tr("The archive's password is missing."),
                            isToken ? tr("The keychain of this computer has no token for it.")
                                    : tr("The keychain of this computer does not have it."),
                            isToken ? tr("Enter token") : tr("Enter password"));
    } else if (m_look->isLooking()) {
        m_emptyButton = EmptyButton::StopLooking;
        m_empty->setContent(m_look->text(), QString(), tr("Stop"));
    } else if (m_search.isRunning()) {
        m_emptyButton = EmptyButton::None;
        m_empty->setContent(QString(), QString(), QString());
    } else if (failed == 1 && none) {
        m_emptyButton = EmptyButton::Refresh;
        const auto one = std::find_if(states.begin(), states.end(),
                                      [](const SourceState &s) { return s.status == SourceState::Status::Failed; });
        m_empty->setContent(userMessage(one->error), tr("%1 gives no list of studies.").arg(one->name), tr("Try again"),
                            true);
    } else if (failed > 1 && none) {
        m_emptyButton = EmptyButton::Refresh;
        m_empty->setContent(tr("%n archive(s) give no list of studies.", nullptr, int(failed)), notAsked,
                            tr("Try again"), true);
    } else if (m_look->isUnfinished()) {
        m_emptyButton = EmptyButton::LookOn;
        m_empty->setContent(m_look->text(), notAsked, tr("Look further"));
    } else if (m_filterBar->filter().isRestricted()) {
        m_emptyButton = EmptyButton::ClearFilter;
        m_empty->setContent(tr("No study matches the search."), notAsked, tr("Show all studies"));
    } else {
        m_emptyButton = EmptyButton::Refresh;
        m_empty->setContent(failed > 0 ? tr("The archives that answer hold no studies.")
                                       : tr("The archive holds no studies."),
                            notAsked, tr("Refresh"));
    }
}

void WorklistPage::doEmptyButton()
{
    switch (m_emptyButton) {
    case EmptyButton::None:
        break;
    case EmptyButton::AddArchive:
        Q_EMIT addArchiveRequested();
        break;
    case EmptyButton::EnterSecret:
        if (!m_locked.empty())
            Q_EMIT secretRequested(m_locked.front().state.id);
        break;
    case EmptyButton::ClearFilter:
        m_filterBar->setFilter({});
        Q_EMIT periodChosen(u"all"_s);
        search();
        break;
    case EmptyButton::Refresh:
        refresh();
        break;
    case EmptyButton::LookOn:
        m_search.lookOn();
        break;
    case EmptyButton::StopLooking:
        m_search.stopLooking();
        break;
    }
}

QString WorklistPage::message() const
{
    return m_model->rowCount() > 0 ? QString() : m_empty->sentence();
}

bool WorklistPage::isPanelIdle() const
{
    return m_panel->isIdle();
}

void WorklistPage::showSelected()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid() || index.row() >= m_model->rowCount()) {
        m_panel->clear();
        return;
    }
    m_model->markSeen(index.row());
    const MergedStudy &study = m_model->study(index.row());
    m_panel->showStudy(study, m_search.source(m_search.nearest(study).archive));
}

void WorklistPage::updateStrip()
{
    std::vector<ArchiveView> views;
    for (const SourceState &state : m_search.sources())
        views.push_back({state, false});
    ChoiceChip::Choices names;
    for (const ArchiveView &view : views)
        names.emplace_back(view.state.id.text(), view.state.name);
    m_filterBar->setArchives(names);
    views.insert(views.end(), m_locked.begin(), m_locked.end());
    m_strip->setArchives(views);
    Q_EMIT archivesChanged();
}

int WorklistPage::archivesFailing() const
{
    const auto states = m_search.sources();
    return int(m_locked.size()) + int(std::count_if(states.begin(), states.end(), [](const SourceState &s) {
               return s.status == SourceState::Status::Failed;
           }));
}

void WorklistPage::updateFooter()
{
    const int count = m_model->rowCount();
    m_more->setVisible(m_search.hasMore());
    m_more->setEnabled(!m_search.isRunning());
    QString text;
    if (count > 0)
        text = tr("%n studies shown", nullptr, count);
    if (count > 0 && m_opened)
        text += u" · "_s + tr("%n not opened today", nullptr, m_model->unreadCount());
    if (const int urgent = m_model->urgentCount(false); urgent > 0)
        text += u" · "_s + tr("%n urgent", nullptr, urgent);
    if (const int waiting = m_model->urgentCount(true); waiting > 0 && m_opened)
        text += u", "_s + tr("%n of them not opened", nullptr, waiting);
    if (const int claimed = m_model->readCount(ReadState::Claimed); claimed > 0 && m_model->knowsReadStates())
        text += u" · "_s + tr("%n being read by me", nullptr, claimed);
    if (const int read = m_model->readCount(ReadState::Read); read > 0 && m_model->knowsReadStates())
        text += u" · "_s + tr("%n read by me", nullptr, read);
    const int fresh = m_model->newCount();
    m_new->setVisible(fresh > 0);
    m_new->setChecked(true);
    m_new->setText(tr("%n new", nullptr, fresh));
    if (m_search.hasMore())
        text += u" · "_s + tr("there are more");
    m_footer->setText(text);
}

} // namespace consilium::app
