#include "viewer/widgets/SegmentPanel.h"

#include "viewer/render2d/CodeWords.h"
#include "viewer/segments/Flaws.h"
#include "viewer/segments/Placement.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/tools/SegmentCommands.h"
#include "viewer/widgets/SegmentLayers.h"
#include "viewer/widgets/SegmentList.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRowsSeen = 8;

/// Which segments of an object can be seen in a stack; looking at all of its images takes a moment, so it is kept.
struct SeenIn {
    DataSetId stack;
    std::size_t slices = 0;
    std::map<SopInstanceUid, std::vector<int>> segments;
};

/// What of a segment could not be read, one thing a line, with the slices of the view where it would lie.
QStringList flawLines(const std::vector<segments::FlawGroup> &flaws, int segment, int lost)
{
    QStringList lines;
    if (lost > 0)
        lines << SegmentPanel::tr("%n part(s) of it could not be read and are missing.", nullptr, lost);
    for (const segments::FlawGroup &group : flaws) {
        if (group.segment != segment)
            continue;
        const QString text = segments::flawText(group.kind);
        lines << (group.images.empty()
                      ? text
                      : SegmentPanel::tr("%1 (slices: %2)").arg(text, dicom::sliceRanges(group.images)));
    }
    return lines;
}

/// What the values of a fractional segmentation are.
QString fractionText(segments::Segmentation::Fraction fraction)
{
    using Fraction = segments::Segmentation::Fraction;
    switch (fraction) {
    case Fraction::Occupancy:
        return SegmentPanel::tr("share of the pixel");
    case Fraction::Probability:
        return SegmentPanel::tr("probability");
    case Fraction::Unknown:
        break;
    }
    return SegmentPanel::tr("fraction of unknown meaning");
}

/// What is said of a segment: its name, what it is, how it was drawn.
QStringList segmentLines(const QString &name, const segments::Segment &segment)
{
    QStringList lines{name};
    for (const QString &line : {segment.description, render2d::conceptText(segment.category.meaning),
                                render2d::conceptText(segment.type.meaning)})
        if (!line.isEmpty() && !lines.contains(line))
            lines << line;
    if (segment.algorithm == "AUTOMATIC"_L1)
        lines << SegmentPanel::tr("Drawn by a program");
    else if (segment.algorithm == "SEMIAUTOMATIC"_L1)
        lines << SegmentPanel::tr("Drawn with the help of a program");
    else if (segment.algorithm == "MANUAL"_L1)
        lines << SegmentPanel::tr("Drawn by hand");
    return lines;
}

QString sliderStyle(const Tokens &t)
{
    return u"QSlider { min-height: 24px; background: transparent; }"
           "QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: %1; }"
           "QSlider::sub-page:horizontal { border-radius: 2px; background: %2; }"
           "QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: "
           "%3; }"
           "QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: %4; }"_s.arg(
               t.bg3.name(), t.ac.name(), t.t1.name(), t.line2.name());
}

} // namespace

struct SegmentPanel::Private {
    SegmentPanel *q;
    session::ActionDispatcher &dispatcher;
    pixels::StudyImages &images;
    QLabel *heading = nullptr, *opacityLabel = nullptr, *opacityValue = nullptr;
    QScrollArea *scroll = nullptr;
    SegmentList *list = nullptr;
    QSlider *opacity = nullptr;
    SeenIn seen = {};
    session::GestureId gesture = 0; ///< of the drag of the slider
    bool isSetting = false;

    void build();
    void connectAll();
    [[nodiscard]] ViewId view() const { return dispatcher.state().layout().active; }
    void refresh();
    void refreshOpacity();
    void toggle(int row);
    void choose(int row);
    void setOpacity(int percent);
    void submit(const tools::Actions &actions);
    void addObject(const segments::SegmentationPtr &object, std::vector<SegmentRow> &rows);
    const std::vector<int> &seenOf(const segments::Segmentation &object);
    void retranslate();
};

void SegmentPanel::Private::build()
{
    q->setObjectName(u"segment-panel"_s);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 9, 0, 8);
    column->setSpacing(4);
    heading = new QLabel(q);
    heading->setProperty("role", u"captionStrong"_s);
    heading->setContentsMargins(12, 0, 12, 0);
    column->addWidget(heading);
    scroll = new QScrollArea(q);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    list = new SegmentList(scroll);
    scroll->setWidget(list);
    list->setAutoFillBackground(false);
    column->addWidget(scroll);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    opacityLabel = new QLabel(q);
    opacityLabel->setProperty("role", u"caption"_s);
    opacity = new QSlider(Qt::Horizontal, q);
    opacity->setObjectName(u"segment-opacity"_s);
    opacity->setRange(0, 100);
    opacity->setPageStep(10);
    opacity->setFocusPolicy(Qt::TabFocus);
    opacityValue = new QLabel(q);
    opacityValue->setProperty("role", u"caption"_s);
    opacityValue->setFixedWidth(40);
    opacityValue->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(opacityLabel);
    row->addWidget(opacity, 1);
    row->addWidget(opacityValue);
    column->addLayout(row);
}

void SegmentPanel::Private::connectAll()
{
    QObject::connect(list, &SegmentList::toggled, q, [this](int at) { toggle(at); });
    QObject::connect(list, &SegmentList::chosen, q, [this](int at) { choose(at); });
    QObject::connect(list, &SegmentList::currentChanged, q, [this](int at) {
        refreshOpacity();
        scroll->ensureVisible(0, (at * 2 + 1) * SegmentList::rowPx / 2, 0, SegmentList::rowPx / 2);
    });
    QObject::connect(opacity, &QSlider::sliderPressed, q, [this] { gesture = dispatcher.beginGesture(); });
    QObject::connect(opacity, &QSlider::sliderReleased, q, [this] { gesture = 0; });
    QObject::connect(opacity, &QSlider::valueChanged, q, [this](int percent) { setOpacity(percent); });
    QObject::connect(&dispatcher, &session::ActionDispatcher::applied, q,
                     [this](const session::Envelope &envelope, const session::ChangeSet &changes) {
                         const bool isOurs = std::holds_alternative<session::ShowSegmentation>(envelope.action) ||
                                             std::holds_alternative<session::SetSegmentDisplay>(envelope.action);
                         if (changes.layout || isOurs || std::holds_alternative<session::ShowSeries>(envelope.action))
                             refresh();
                     });
    QObject::connect(&dispatcher, &session::ActionDispatcher::wasReset, q, [this] { refresh(); });
    QObject::connect(&images, &pixels::StudyImages::dataSetChanged, q, [this](const DataSetId &id) {
        if (!q->isHidden() && id == dispatcher.state().view(view()).dataSet)
            refresh();
    });
    if (segments::StudySegments *known = images.segments())
        QObject::connect(known, &segments::StudySegments::changed, q, [this] {
            seen = {};
            refresh();
        });
}

SegmentPanel::SegmentPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent)
    : QWidget(parent), d(new Private{this, dispatcher, images})
{
    d->build();
    d->connectAll();
    d->retranslate();
    d->refresh();
}

SegmentPanel::~SegmentPanel() = default;

const std::vector<int> &SegmentPanel::Private::seenOf(const segments::Segmentation &object)
{
    const auto stack = images.dataSet(dispatcher.state().view(view()).dataSet);
    const DataSetId id = stack ? stack->id : DataSetId();
    const std::size_t slices = stack ? stack->slices.size() : 0;
    if (seen.stack != id || seen.slices != slices)
        seen = {id, slices, {}};
    const auto it = seen.segments.find(object.sop);
    if (it != seen.segments.end())
        return it->second;
    std::set<int> found;
    const auto index = stack ? std::optional<segments::PlaneIndex>(std::in_place, object, *stack) : std::nullopt;
    for (std::size_t i = 0; i < slices && found.size() < object.segments.size(); ++i) {
        const segments::Placement placement = index->placeOn(*stack->slices[i]);
        for (const auto &mask : placement.masks)
            found.insert(mask.piece->segment);
        for (const auto &outline : placement.outlines)
            found.insert(outline.segment);
    }
    return seen.segments[object.sop] = std::vector<int>(found.begin(), found.end());
}

void SegmentPanel::Private::addObject(const segments::SegmentationPtr &object, std::vector<SegmentRow> &rows)
{
    const bool isMasks = object->kind == segments::Segmentation::Kind::Masks;
    const auto display = dispatcher.state().segmentation(view(), object->sop);
    const std::vector<int> &visible = seenOf(*object);
    SegmentRow head;
    head.object = object->sop;
    head.tag = isMasks ? u"SEG"_s : u"RT"_s;
    head.text = segmentName(*object, -1);
    head.isShown = display.shown;
    head.isUsable = !visible.empty();
    QStringList tip{head.text, isMasks ? SegmentPanel::tr("Segmentation") : SegmentPanel::tr("Structure set")};
    if (object->isFractional()) {
        const QString share = fractionText(object->fraction);
        head.text = u"%1 · %2"_s.arg(head.text, share);
        tip << SegmentPanel::tr("%1: a denser area means more; the outline and what counts as inside begin at one half")
                   .arg(share);
    }
    if (visible.empty())
        tip << SegmentPanel::tr("Nothing of it lies on the images of this view.");
    const auto stack = images.dataSet(dispatcher.state().view(view()).dataSet);
    const auto flaws =
        segments::flawsOf(*object, stack ? std::vector<dicom::DataSetPtr>{stack} : std::vector<dicom::DataSetPtr>());
    tip << flawLines(flaws, -1, object->unreadable);
    head.isFlawed = object->unreadable > 0 || !flaws.empty();
    head.tip = tip.join(u'\n');
    rows.push_back(head);
    for (const segments::Segment &segment : object->segments) {
        SegmentRow row;
        row.kind = SegmentRow::Kind::Segment;
        row.object = object->sop;
        row.segment = segment.number;
        row.text = segmentName(*object, segment.number);
        row.colour = segment.colour;
        row.isShown = display.shown && display.of(segment.number).visible;
        row.isUsable = std::binary_search(visible.begin(), visible.end(), segment.number);
        QStringList lines = segmentLines(row.text, segment);
        const QStringList wrong = flawLines(flaws, segment.number, segment.lost);
        row.isFlawed = !wrong.isEmpty();
        lines << wrong;
        row.tip = lines.join(u'\n');
        rows.push_back(row);
    }
}

void SegmentPanel::Private::refresh()
{
    const StudyUid study = dispatcher.state().view(view()).study;
    std::vector<SegmentRow> rows;
    const segments::StudySegments *const known = study.isEmpty() ? nullptr : images.segments();
    if (known) {
        for (const auto &object : known->of(study))
            addObject(object, rows);
        for (const auto &missing : known->missing(study)) {
            SegmentRow row;
            row.kind = SegmentRow::Kind::Missing;
            row.isLoading = missing.isLoading();
            const QString name =
                missing.series.description.isEmpty() ? missing.series.modality : missing.series.description;
            row.text =
                row.isLoading ? SegmentPanel::tr("Loading: %1").arg(name) : name + u": "_s + userMessage(missing.error);
            row.tip = row.text;
            rows.push_back(row);
        }
    }
    q->setVisible(!rows.empty());
    scroll->setFixedHeight(std::min(int(rows.size()), mostRowsSeen) * SegmentList::rowPx);
    list->setRows(std::move(rows));
    // At once: rows and slider must not lie over each other until the layouts have got round to it.
    q->layout()->activate();
    if (const QWidget *around = q->parentWidget(); around && around->layout())
        around->layout()->activate();
    refreshOpacity();
}

/// That of the chosen segment; of a chosen object what its segments agree on.
void SegmentPanel::Private::refreshOpacity()
{
    const int at = list->current();
    const auto *row = at >= 0 && at < int(list->rows().size()) ? &list->rows()[std::size_t(at)] : nullptr;
    const bool isThere = row && row->kind != SegmentRow::Kind::Missing;
    opacity->setEnabled(isThere);
    opacityLabel->setEnabled(isThere);
    double value = session::SegmentDisplay().opacity;
    bool isOne = isThere;
    if (isThere) {
        const auto display = dispatcher.state().segmentation(view(), row->object);
        int number = row->segment;
        const auto object = images.segments() ? images.segments()->find(row->object) : nullptr;
        if (row->kind == SegmentRow::Kind::Object && object) {
            number = object->segments.front().number;
            isOne = std::all_of(object->segments.begin(), object->segments.end(), [&](const auto &segment) {
                return display.of(segment.number).opacity == display.of(number).opacity;
            });
        }
        value = display.of(number).opacity;
    }
    isSetting = true;
    opacity->setValue(int(std::lround(value * 100.0)));
    isSetting = false;
    opacityValue->setText(isOne ? u"%1%"_s.arg(opacity->value()) : isThere ? u"≠"_s : QString());
}

void SegmentPanel::Private::submit(const tools::Actions &actions)
{
    const session::GestureId step = dispatcher.beginGesture();
    for (const session::Action &action : actions)
        if (!dispatcher.submit(action, session::Origin::Local, step))
            return; // a refusal arrives at the window through the dispatcher's own signal
}

void SegmentPanel::Private::toggle(int at)
{
    const SegmentRow row = list->rows()[std::size_t(at)];
    const auto object = images.segments() ? images.segments()->find(row.object) : nullptr;
    if (!object)
        return;
    const auto &state = dispatcher.state();
    tools::Actions actions;
    if (row.isShown && row.kind == SegmentRow::Kind::Object) {
        actions.emplace_back(session::ShowSegmentation{view(), row.object, false});
    } else {
        if (row.kind == SegmentRow::Kind::Segment) {
            const auto now = state.segmentation(view(), row.object).of(row.segment);
            actions.emplace_back(
                session::SetSegmentDisplay{view(), row.object, row.segment, !row.isShown, now.opacity});
        }
        if (!row.isShown) {
            auto more = tools::overlayActions(state, view(), *object, images);
            actions.insert(actions.end(), more.begin(), more.end());
        }
    }
    if (actions.empty())
        Q_EMIT q->noticed(SegmentPanel::tr("No image of this study lies where these outlines were drawn."));
    submit(actions);
}

void SegmentPanel::Private::choose(int at)
{
    const SegmentRow row = list->rows()[std::size_t(at)];
    const auto object = images.segments() ? images.segments()->find(row.object) : nullptr;
    if (!object || row.kind != SegmentRow::Kind::Segment)
        return;
    const auto &state = dispatcher.state();
    auto actions = tools::jumpActions(state, view(), *object, row.segment, images);
    const bool isEmpty = actions.empty() && !row.isUsable;
    const auto now = state.segmentation(view(), row.object).of(row.segment);
    if (!now.visible && !isEmpty)
        actions.insert(actions.begin(),
                       session::Action(session::SetSegmentDisplay{view(), row.object, row.segment, true, now.opacity}));
    if (isEmpty)
        Q_EMIT q->noticed(SegmentPanel::tr("No image of this study lies where these outlines were drawn."));
    submit(actions);
}

void SegmentPanel::Private::setOpacity(int percent)
{
    const int at = list->current();
    if (isSetting || at < 0 || at >= int(list->rows().size()))
        return;
    const SegmentRow row = list->rows()[std::size_t(at)];
    const auto object = images.segments() ? images.segments()->find(row.object) : nullptr;
    if (!object)
        return;
    const session::GestureId step = gesture != 0 ? gesture : dispatcher.beginGesture();
    for (const segments::Segment &segment : object->segments) {
        if (row.kind == SegmentRow::Kind::Segment && segment.number != row.segment)
            continue;
        const auto now = dispatcher.state().segmentation(view(), row.object).of(segment.number);
        const session::SetSegmentDisplay set{view(), row.object, segment.number, now.visible, percent / 100.0};
        if (!dispatcher.submit(set, session::Origin::Local, step))
            return;
    }
    refreshOpacity();
}

void SegmentPanel::Private::retranslate()
{
    heading->setText(SegmentPanel::tr("Outlines over the images"));
    opacityLabel->setText(SegmentPanel::tr("Opacity"));
    opacity->setAccessibleName(opacityLabel->text());
    opacity->setStyleSheet(sliderStyle(tokens(q->palette())));
}

void SegmentPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, tokens(palette()).line);
}

void SegmentPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
        d->refresh();
    } else if (event->type() == QEvent::PaletteChange) {
        d->opacity->setStyleSheet(sliderStyle(tokens(palette())));
    }
    QWidget::changeEvent(event);
}

} // namespace consilium::widgets
