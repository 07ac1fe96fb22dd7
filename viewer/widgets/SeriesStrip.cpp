#include "viewer/widgets/SeriesStrip.h"

#include "viewer/segments/StudySegments.h"
#include "viewer/tools/SegmentCommands.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/SeriesCardDelegate.h"
#include "viewer/widgets/SeriesModel.h"
#include "viewer/widgets/Thumbnails.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

/// The list itself: tells its delegate whether the keyboard put the focus here, and takes Enter and the space bar.
class CardList final : public QListView
{
public:
    CardList(std::function<void(const QModelIndex &)> show, std::function<void(const QModelIndex &, QPoint)> menu,
             QWidget *parent)
        : QListView(parent), m_show(std::move(show)), m_menu(std::move(menu))
    {
        setObjectName(u"series-list"_s);
        setProperty("ownFocus", true);
        setVerticalScrollMode(ScrollPerPixel);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setUniformItemSizes(true);
        setMouseTracking(true);
        setDragEnabled(true);
        setDragDropMode(DragOnly);
        setSelectionMode(SingleSelection);
        setFrameShape(NoFrame);
        setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the images
        keepNavigationKeys(*this);
        viewport()->setAutoFillBackground(false);
        setStyleSheet(u"QListView { background: transparent; }"_s);
    }

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        const auto reason = event->reason();
        setProperty("keyboardFocus", reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                                         reason == Qt::ShortcutFocusReason);
        QListView::focusInEvent(event);
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        setProperty("keyboardFocus", false);
        QListView::mousePressEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        setProperty("keyboardFocus", true);
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
            m_show(currentIndex());
        else
            QListView::keyPressEvent(event);
    }
    void contextMenuEvent(QContextMenuEvent *event) override
    {
        // The keyboard asks at the middle of the list and means the card it is on.
        const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
        if (!index.isValid())
            return;
        setCurrentIndex(index);
        m_menu(index, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
    }

private:
    std::function<void(const QModelIndex &)> m_show;
    std::function<void(const QModelIndex &, QPoint)> m_menu;
};

} // namespace

struct SeriesStrip::Private {
    session::ActionDispatcher &dispatcher;
    pixels::StudyImages &images;
    Thumbnails *thumbnails = nullptr;
    SeriesModel *model = nullptr;
    QListView *list = nullptr;
    QLabel *heading = nullptr, *count = nullptr;
};

SeriesStrip::SeriesStrip(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent)
    : QWidget(parent), d(new Private{dispatcher, images})
{
    setObjectName(u"series-strip"_s);
    setFixedWidth(widthPx);
    d->thumbnails = new Thumbnails(images, SeriesCardDelegate::pictureSize(), this);
    d->thumbnails->setDevicePixelRatio(devicePixelRatioF());
    d->model = new SeriesModel(dispatcher, images, *d->thumbnails, this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0); // 1: the divider on the right
    column->setSpacing(0);
    auto *head = new QHBoxLayout; // 36 px, the last one a divider
    head->setContentsMargins(12, 0, 12, 0);
    d->heading = new QLabel(tr("Series"), this);
    d->heading->setProperty("role", u"captionStrong"_s);
    d->heading->setFixedHeight(35);
    d->count = new QLabel(this);
    d->count->setProperty("role", u"caption"_s);
    head->addWidget(d->heading);
    head->addStretch(1);
    head->addWidget(d->count);
    column->addLayout(head);
    column->addSpacing(SeriesCardDelegate::insetPx - SeriesCardDelegate::topPx);

    d->list = new CardList(
        [this](const QModelIndex &index) {
            if (index.isValid())
                showCard(index.row());
        },
        [this](const QModelIndex &index, QPoint global) {
            Q_EMIT menuRequested(d->model->card(index.row()).id, global);
        },
        this);
    auto *delegate = new SeriesCardDelegate(d->list);
    d->list->setItemDelegate(delegate);
    d->list->setModel(d->model);
    column->addWidget(d->list, 1);
    connect(d->list, &QListView::clicked, this, [this](const QModelIndex &index) { showCard(index.row()); });
    connect(delegate, &SeriesCardDelegate::retryClicked, this,
            [this](int row) { d->images.retry(d->model->card(row).id); });
    connect(d->model, &SeriesModel::countChanged, this,
            [this](int count) { d->count->setText(QString::number(count)); });
    d->count->setText(QString::number(d->model->rowCount()));
}

SeriesStrip::~SeriesStrip() = default;

void SeriesStrip::setStudy(const StudyUid &study)
{
    d->model->setStudy(study);
}
void SeriesStrip::setAwaited(const StudyUid &study)
{
    d->model->setAwaited(study);
}
StudyUid SeriesStrip::study() const
{
    return d->model->study();
}
QImage SeriesStrip::thumbnail(const DataSetId &dataSet) const
{
    return d->thumbnails->image(dataSet);
}

bool SeriesStrip::isIdle() const
{
    return d->thumbnails->isIdle();
}

void SeriesStrip::showInActiveView(const DataSetId &dataSet)
{
    if (const int row = d->model->rowOf(dataSet); row >= 0 && !d->images.dataSet(dataSet))
        return showCard(row); // outlines: no view can show these by themselves
    const auto &state = d->dispatcher.state();
    const ViewId view = state.layout().active;
    if (state.view(view).dataSet == dataSet)
        return;
    session::ShowSeries show;
    show.view = view;
    show.study = study();
    show.dataSet = dataSet;
    // A refusal arrives at the window through the dispatcher's own signal.
    (void)d->dispatcher.submit(show, session::Origin::Local);
}

DataSetId SeriesStrip::currentCard() const
{
    const QModelIndex index = d->list->currentIndex();
    return index.isValid() ? d->model->card(index.row()).id : DataSetId();
}

void SeriesStrip::showCard(int row)
{
    const SeriesCard &card = d->model->card(row);
    if (!card.object.isEmpty())
        overlayActiveView(card.object);
    else if (d->model->isShowable(row))
        showInActiveView(card.id);
    else if (card.loading == SeriesCard::Loading::Failed)
        Q_EMIT noticed(tr("Outlines that cannot be shown: %1").arg(card.problem));
    else
        Q_EMIT noticed(tr("These outlines are on their way."));
}

void SeriesStrip::overlayActiveView(const SopInstanceUid &object)
{
    const auto *const known = d->images.segments();
    const auto found = known ? known->find(object) : nullptr;
    if (!found)
        return;
    const auto &state = d->dispatcher.state();
    const ViewId view = state.layout().active;
    const auto actions = tools::overlayActions(state, view, *found, d->images);
    if (actions.empty() && !state.segmentation(view, object).shown)
        Q_EMIT noticed(tr("No image of this study lies where these outlines were drawn."));
    const session::GestureId step = d->dispatcher.beginGesture();
    for (const session::Action &action : actions)
        if (!d->dispatcher.submit(action, session::Origin::Local, step))
            return; // a refusal arrives at the window through the dispatcher's own signal
}

bool SeriesStrip::step(int by)
{
    const int count = d->model->rowCount();
    const auto &state = d->dispatcher.state();
    const int current = d->model->rowOf(state.view(state.layout().active).dataSet);
    int next = current < 0 ? (by > 0 ? 0 : count - 1) : current + by;
    // Outlines are no series of images: they are stepped over.
    while (next >= 0 && next < count && !d->model->isShowable(next))
        next += by > 0 ? 1 : -1;
    if (next < 0 || next >= count)
        return false;
    d->list->setCurrentIndex(d->model->index(next));
    showInActiveView(d->model->card(next).id);
    return true;
}

void SeriesStrip::paintEvent(QPaintEvent *)
{
    d->thumbnails->setDevicePixelRatio(devicePixelRatioF()); // the window may have gone to another screen
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(width() - 1, 0, 1, height(), t.line);
    painter.fillRect(0, 35, width(), 1, t.line);
}

void SeriesStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->heading->setText(tr("Series"));
        d->model->retranslate();
    }
    QWidget::changeEvent(event);
}

void SeriesStrip::showEvent(QShowEvent *event)
{
    d->thumbnails->setDevicePixelRatio(devicePixelRatioF());
    QWidget::showEvent(event);
}

} // namespace consilium::widgets
