#include "viewer/widgets/MarkPanel.h"

#include "viewer/objects/StudyObjects.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

/// Each once, in the order of the views.
std::vector<StudyUid> studiesShown(const session::ViewerState &state)
{
    std::vector<StudyUid> shown;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const StudyUid &study = state.view(session::Layout::viewAt(i)).study;
        if (!study.isEmpty() && std::find(shown.begin(), shown.end(), study) == shown.end())
            shown.push_back(study);
    }
    return shown;
}

} // namespace

MarkPanel::MarkPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent)
    : QWidget(parent),
      m_dispatcher(dispatcher),
      m_images(images),
      m_model(new MarkModel(dispatcher, images, this)),
      m_list(new MarkList),
      m_title(new QLabel),
      m_count(new QLabel),
      m_none(new QLabel),
      m_histogram(new QPushButton),
      m_close(new QPushButton)
{
    setObjectName(u"markPanel"_s);
    build();
    retranslate();
    m_later.setSingleShot(true);
    m_later.setInterval(100);
    connect(&m_later, &QTimer::timeout, this, &MarkPanel::refresh);
    const auto later = [this] {
        if (isVisible() && !m_later.isActive())
            m_later.start();
    };
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &, const session::ChangeSet &changes) {
                if (!isVisible())
                    return;
                if (changes.layout || !changes.views.empty() || !changes.arrangements.empty()) {
                    follow();
                    m_model->updateSuv();
                }
                if (changes.layers)
                    m_model->updateOrigins();
                if (!changes.annotations.empty()) {
                    m_model->updateMarks(changes.annotations);
                    count();
                }
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, later);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, later);
    connect(&images, &pixels::StudyImages::studyChanged, this, later);
    connect(&images, &pixels::StudyImages::pairsChanged, this, later);
    if (const objects::StudyObjects *known = images.objects())
        connect(known, &objects::StudyObjects::changed, this, [this] { m_model->updateOrigins(); });
    connect(&images, &pixels::StudyImages::frameReady, this,
            [this](const pixels::FrameKey &key) { m_model->updateFrame(key); });
}

void MarkPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 8, 4);
    head->setSpacing(8);
    m_title->setProperty("role", u"captionStrong"_s);
    m_count->setProperty("role", u"caption"_s);
    m_close->setObjectName(u"closeMarks"_s);
    m_histogram->setObjectName(u"histogramOfMark"_s);
    for (QPushButton *button : {m_histogram, m_close}) {
        button->setProperty("kind", u"chip"_s);
        button->setProperty("tight", true);
        button->setFixedHeight(28);
        button->setFocusPolicy(Qt::TabFocus);
    }
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_histogram);
    head->addWidget(m_close);
    column->addLayout(head);
    m_list->setModel(m_model);
    column->addWidget(m_list, 1);
    m_none->setProperty("role", u"caption"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setMargin(12);
    column->addWidget(m_none, 1);
    const auto idOf = [](const QModelIndex &index) { return AnnotationId(index.data(MarkModel::IdRole).toString()); };
    connect(m_list, &MarkList::chosen, this, [this, idOf](const QModelIndex &index) { Q_EMIT chosen(idOf(index)); });
    connect(m_list, &MarkList::removeRequested, this,
            [this, idOf](const QModelIndex &index) { Q_EMIT removeRequested(idOf(index)); });
    connect(m_close, &QPushButton::clicked, this, &MarkPanel::closeRequested);
    connect(m_histogram, &QPushButton::clicked, this, [this, idOf] {
        if (m_list->currentIndex().isValid())
            Q_EMIT histogramRequested(idOf(m_list->currentIndex()));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MarkPanel::offerHistogram);
    offerHistogram();
}

/// Only where the chosen row is a region.
void MarkPanel::offerHistogram()
{
    using Kind = session::AnnotationKind;
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    const auto kind = chosen.isEmpty() ? Kind::Text : Kind(chosen.front().data(MarkModel::KindRole).toInt());
    m_histogram->setVisible(kind == Kind::Ellipse || kind == Kind::Rectangle || kind == Kind::Polygon ||
                            kind == Kind::Freehand || kind == Kind::PointRoi);
}

void MarkPanel::retranslate()
{
    m_histogram->setText(tr("Histogram"));
    m_title->setText(tr("Marks"));
    m_close->setText(tr("Close"));
    m_none->setText(tr("Nothing has been marked in this study."));
    m_list->setAccessibleName(m_title->text());
    m_model->retranslate();
}

void MarkPanel::watch(LayoutGrid &grid)
{
    m_grid = &grid;
    const auto follow = [this](ViewportWidget *viewport) {
        connect(viewport, &ViewportWidget::drawn, this, &MarkPanel::followFused);
    };
    for (ViewportWidget *viewport : grid.viewports()) // those that are hidden now, or in further windows, too
        follow(viewport);
    connect(&grid, &LayoutGrid::viewportAdded, this, follow);
    followFused();
}

void MarkPanel::followFused()
{
    if (!m_grid || !isVisible())
        return;
    std::vector<render2d::MarkShape> drawn;
    for (const ViewportWidget *viewport : m_grid->shownViewports())
        if (viewport->shownInput().fusion)
            drawn.insert(drawn.end(), viewport->marks().begin(), viewport->marks().end());
    m_model->setFused(drawn);
}

void MarkPanel::follow()
{
    followFused();
    if (studiesShown(m_dispatcher.state()) != m_model->studies())
        refresh();
}

void MarkPanel::refresh()
{
    m_model->setStudies(studiesShown(m_dispatcher.state()));
    followFused();
    setSelected(m_selected);
    count();
}

void MarkPanel::count()
{
    const int marks = m_model->rowCount();
    m_count->setText(marks == 0 ? QString() : QString::number(marks));
    m_list->setVisible(marks > 0);
    m_none->setVisible(marks == 0);
}

void MarkPanel::setSelected(const AnnotationId &mark)
{
    m_selected = mark;
    const QModelIndex index = m_model->indexOf(mark);
    if (!index.isValid()) {
        m_list->clearSelection();
        return;
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void MarkPanel::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void MarkPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MarkPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(0, 0, 1, height(), t.line);
    painter.fillRect(0, 0, width(), 1, t.line);
}

} // namespace consilium::widgets
