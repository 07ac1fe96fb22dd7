#include "app/worklist/WorklistPage.h"

#include "app/worklist/EmptyState.h"
#include "app/worklist/FilterBar.h"
#include "app/worklist/LoadingBar.h"
#include "app/worklist/StudyPanel.h"
#include "app/worklist/WorklistView.h"
#include "viewer/widgets/theme/Typography.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

WorklistPage::WorklistPage(WorklistSearch &search, std::function<QDate()> today, QWidget *parent)
    : QWidget(parent),
      m_search(search),
      m_today(std::move(today)),
      m_model(new WorklistModel(this)),
      m_strip(new ArchiveStrip),
      m_filterBar(new FilterBar),
      m_panel(new StudyPanel)
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

    connect(m_filterBar, &FilterBar::filterChanged, this, [this] {
        Q_EMIT periodChosen(m_filterBar->filter().period);
        this->search();
    });
    connect(m_filterBar, &FilterBar::leftDownwards, this, &WorklistPage::focusList);
    connect(m_view, &WorklistView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WorklistPage::showSelected);
    connect(m_more, &QPushButton::clicked, &m_search, &WorklistSearch::loadMore);
    connect(m_panel, &StudyPanel::openRequested, this, [this] { openRow(m_view->currentIndex().row()); });
    connect(m_empty, &EmptyState::buttonClicked, this, &WorklistPage::doEmptyButton);
    connect(m_strip, &ArchiveStrip::retryRequested, &m_search, &WorklistSearch::retry);
    connect(m_strip, &ArchiveStrip::secretRequested, this, &WorklistPage::secretRequested);
    connectSearch();
    updateStrip();
    takeRows(m_search.rows()); // the search may have begun, and even ended, before there was a window
}

WorklistPage::~WorklistPage() = default;

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

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 6, 12, 6);
    m_footer = new QLabel;
    m_footer->setProperty("role", u"caption"_s);
    m_footer->setProperty("tone", u"t3"_s);
    m_more = new QPushButton(tr("Load more"));
    m_more->setFixedHeight(28);
    footer->addWidget(m_footer, 1);
    footer->addWidget(m_more);
    column->addLayout(footer);
    return list;
}

void WorklistPage::connectSearch()
{
    connect(&m_search, &WorklistSearch::started, this, [this] {
        m_model->clear();
        showState();
    });
    connect(&m_search, &WorklistSearch::rowsArrived, this, &WorklistPage::takeRows);
    connect(&m_search, &WorklistSearch::sourceChanged, this, [this] {
        updateStrip();
        showState();
    });
    connect(&m_search, &WorklistSearch::finished, this, &WorklistPage::showState);
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

void WorklistPage::search()
{
    m_search.start(m_filterBar->filter(), m_today());
}

void WorklistPage::refresh()
{
    search();
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

bool WorklistPage::openRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return false;
    const WorklistRow chosen = m_model->row(row);
    Q_EMIT openRequested(chosen.archive, chosen.study);
    return true;
}

void WorklistPage::takeRows(const std::vector<WorklistRow> &rows)
{
    m_model->add(rows);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    showState();
}

void WorklistPage::showState()
{
    const auto states = m_search.sources();
    const auto asking = std::count_if(states.begin(), states.end(),
                                      [](const SourceState &s) { return s.status == SourceState::Status::Asking; });
    const double done = states.empty() ? 1.0 : 1.0 - double(asking) / double(states.size());
    m_progress->setProgress(m_search.isRunning() ? std::max(0.15, done) : 1.0);
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
    const auto states = m_search.sources();
    const auto failed = std::find_if(states.begin(), states.end(),
                                     [](const SourceState &s) { return s.status == SourceState::Status::Failed; });
    const bool none = std::none_of(states.begin(), states.end(),
                                   [](const SourceState &s) { return s.status == SourceState::Status::Answered; });
    if (states.empty() && m_locked.empty()) {
        m_emptyButton = EmptyButton::AddArchive;
        m_empty->setContent(tr("There is no archive yet."), tr("DICOM files and folders can also be dropped here."),
                            tr("Add an archive"));
    } else if (states.empty()) {
        m_emptyButton = EmptyButton::EnterSecret;
        m_empty->setContent(tr("The archive's password is missing."),
                            tr("The keychain of this computer does not have it."), tr("Enter password"));
    } else if (m_search.isRunning()) {
        m_emptyButton = EmptyButton::None;
        m_empty->setContent(QString(), QString(), QString());
    } else if (failed != states.end() && none) {
        m_emptyButton = EmptyButton::Refresh;
        m_empty->setContent(userMessage(failed->error), tr("%1 gives no list of studies.").arg(failed->name),
                            tr("Try again"), true);
    } else if (m_filterBar->filter().isRestricted()) {
        m_emptyButton = EmptyButton::ClearFilter;
        m_empty->setContent(tr("No study matches the search."), QString(), tr("Show all studies"));
    } else {
        m_emptyButton = EmptyButton::Refresh;
        m_empty->setContent(tr("The archive holds no studies."), QString(), tr("Refresh"));
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
    }
}

QString WorklistPage::message() const
{
    return m_model->rowCount() > 0 ? QString() : m_empty->sentence();
}

void WorklistPage::showSelected()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid() || index.row() >= m_model->rowCount()) {
        m_panel->clear();
        return;
    }
    const WorklistRow &row = m_model->row(index.row());
    m_panel->showStudy(row, m_search.source(row.archive));
}

void WorklistPage::updateStrip()
{
    std::vector<ArchiveView> views;
    for (const SourceState &state : m_search.sources())
        views.push_back({state, false});
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
    if (m_search.hasMore())
        text += u" · "_s + tr("there are more");
    m_footer->setText(text);
}

} // namespace consilium::app
