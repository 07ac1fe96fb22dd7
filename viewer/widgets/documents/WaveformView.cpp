#include "viewer/widgets/documents/WaveformView.h"

#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/MonitorWatch.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/documents/WaveformPainter.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using documents::PaperForm;

namespace
{

constexpr double zoomStep = 1.25, smallestZoom = 0.3, largestZoom = 5.0, leastPxPerMm = 1.6;
constexpr int linePx = 60;
constexpr double mostPx = 16'000'000.0; ///< a widget can be no larger

struct NamedForm {
    PaperForm form;
    const char *name; ///< of the command
    const char *title;
};
constexpr NamedForm forms[] = {{PaperForm::ThreeByFour, "3x4", QT_TRANSLATE_NOOP("WaveformView", "3 × 4 + rhythm")},
                               {PaperForm::SixByTwo, "6x2", QT_TRANSLATE_NOOP("WaveformView", "6 × 2")},
                               {PaperForm::TwelveByOne, "12x1", QT_TRANSLATE_NOOP("WaveformView", "12 × 1")},
                               {PaperForm::Stacked, "stacked", QT_TRANSLATE_NOOP("WaveformView", "As recorded")}};
constexpr double speeds[] = {12.5, 25.0, 50.0}, gains[] = {5.0, 10.0, 20.0};

QString formTitle(const char *title)
{
    return QCoreApplication::translate("WaveformView", title);
}

} // namespace

/// The paper itself.
class WaveformView::Canvas final : public QWidget
{
public:
    Canvas(WaveformView &view, QWidget *parent) : QWidget(parent), m_view(view)
    {
        setMouseTracking(true);
        setCursor(Qt::CrossCursor);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        paintWaveform(painter, event->rect(), m_view.group(), m_view.m_paper, m_view.m_pxPerMm,
                      paperColours(palette()));
    }
    void mouseMoveEvent(QMouseEvent *event) override { m_view.showReading(event->position()); }
    void leaveEvent(QEvent *) override { m_view.m_reading->clear(); }

private:
    WaveformView &m_view;
};

WaveformView::WaveformView(std::shared_ptr<const documents::Recording> recording, QWidget *parent)
    : DocumentBody(parent), m_recording(std::move(recording))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar();
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_canvas = new Canvas(*this, m_scroll);
    m_scroll->setWidget(m_canvas);
    m_scroll->viewport()->installEventFilter(this);
    column->addWidget(m_scroll, 1);
    setFocusProxy(m_scroll);
    layOutPaper();
    new MonitorWatch(this, [this] { fitScale(); });
}

WaveformView::~WaveformView() = default;

void WaveformView::buildBar()
{
    auto *bar = new QWidget(this);
    bar->setProperty("surface", u"bar"_s);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(12, 4, 12, 4);
    rows->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    rows->addLayout(row);
    const auto add = [&](const QString &tip) {
        auto *box = new QComboBox(bar);
        box->setToolTip(tip);
        box->setAccessibleName(tip);
        box->setFocusPolicy(Qt::TabFocus);
        row->addWidget(box);
        return box;
    };
    m_groups = add(tr("Recording"));
    m_forms = add(tr("Layout"));
    m_speed = add(tr("Paper speed"));
    m_gain = add(tr("Gain"));
    for (const auto &group : m_recording->groups)
        m_groups->addItem(group.label.isEmpty() ? tr("Recording %1").arg(m_groups->count() + 1) : group.label);
    m_groups->setVisible(m_recording->groups.size() > 1);
    for (const double speed : speeds)
        m_speed->addItem(tr("%1 mm/s").arg(speed), speed);
    for (const double gain : gains)
        m_gain->addItem(tr("%1 mm/mV").arg(gain), gain);
    m_reading = new QLabel(bar);
    m_reading->setObjectName(u"ecg-reading"_s);
    m_reading->setTextFormat(Qt::PlainText);
    row->addStretch(1);
    row->addWidget(m_reading);
    m_about = new QLabel(bar);
    m_about->setProperty("role", u"caption"_s);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    keepCopyKey(*m_about);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_about);
    static_cast<QVBoxLayout *>(layout())->addWidget(bar);
    connect(m_groups, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_group = std::clamp(index, 0, int(m_recording->groups.size()) - 1);
        layOutPaper();
    });
    const auto chosen = [this] {
        documents::PaperOptions options = m_options;
        options.form = PaperForm(m_forms->currentData().toInt());
        options.mmPerSecond = m_speed->currentData().toDouble();
        options.mmPerMillivolt = m_gain->currentData().toDouble();
        setOptions(options);
    };
    for (QComboBox *box : {m_forms, m_speed, m_gain})
        connect(box, &QComboBox::currentIndexChanged, this, chosen);
}

void WaveformView::setOptions(const documents::PaperOptions &options)
{
    m_options = options;
    layOutPaper();
}

void WaveformView::layOutPaper()
{
    m_paper = documents::layOut(group(), m_options);
    const QSignalBlocker a(m_forms), b(m_speed), c(m_gain), d(m_groups);
    m_forms->clear();
    const auto possible = documents::formsFor(group());
    for (const NamedForm &form : forms)
        if (std::find(possible.begin(), possible.end(), form.form) != possible.end())
            m_forms->addItem(formTitle(form.title), int(form.form));
    m_forms->setCurrentIndex(m_forms->findData(int(m_paper.options.form)));
    m_speed->setCurrentIndex(m_speed->findData(m_options.mmPerSecond));
    m_gain->setCurrentIndex(m_gain->findData(m_options.mmPerMillivolt));
    m_groups->setCurrentIndex(m_group);
    fitScale();
    Q_EMIT changed();
}

void WaveformView::fitScale()
{
    const auto mmPerPx = measureAt(*this).mmPerPx;
    m_monitorPxPerMm = mmPerPx ? 1.0 / *mmPerPx : 0.0;
    const double room = std::max(200, m_scroll->viewport()->width());
    const double fitted = std::max(leastPxPerMm, room / std::max(1.0, m_paper.widthMm));
    const double wanted = (m_monitorPxPerMm > 0.0 ? m_monitorPxPerMm : fitted) * m_zoom;
    m_pxPerMm = std::min(wanted, mostPx / std::max(1.0, std::max(m_paper.heightMm, m_paper.widthMm)));
    const bool isTrue = m_monitorPxPerMm > 0.0 && m_pxPerMm == m_monitorPxPerMm;
    m_canvas->resize(int(std::ceil(m_paper.widthMm * m_pxPerMm)), int(std::ceil(m_paper.heightMm * m_pxPerMm)));
    m_canvas->update();
    QStringList about;
    for (const auto &note : m_recording->notes)
        if (note.label.isEmpty()) // what the recorder says in words; its measurements are many
            about << note.text;
    QStringList facts{filterText(), tr("%1 Hz").arg(group().frequencyHz),
                      isTrue ? tr("true millimetres") : tr("squares of 1 mm, not true to size on this monitor")};
    facts.removeAll(QString());
    m_about->setText((about.isEmpty() ? QString() : about.join(u" · "_s) + u'\n') + facts.join(u" · "_s));
}

// As recorded: nothing is filtered here.
QString WaveformView::filterText() const
{
    const auto one = [](const documents::Channel &c) {
        const auto hz = [](const std::optional<double> &value) { return value ? QString::number(*value) : u"?"_s; };
        if (!c.lowHz && !c.highHz && !c.notchHz)
            return tr("filters not recorded");
        QString text = tr("filter %1–%2 Hz").arg(hz(c.lowHz), hz(c.highHz));
        if (c.notchHz && *c.notchHz > 0.0)
            text += u", "_s + tr("notch %1 Hz").arg(*c.notchHz);
        return text;
    };
    QStringList all;
    for (const auto &channel : group().channels)
        all << one(channel);
    QStringList different = all;
    different.removeDuplicates();
    if (different.size() == 1)
        return different.front();
    QStringList named;
    for (int i = 0; i < int(all.size()); ++i)
        named << group().channels[std::size_t(i)].label + u' ' + all[i];
    return named.join(u"; "_s);
}

void WaveformView::showReading(const QPointF &canvasPlace)
{
    const documents::PaperPoint place{canvasPlace.x() / m_pxPerMm, canvasPlace.y() / m_pxPerMm};
    const auto *strip = documents::stripAt(m_paper, place);
    const auto reading = strip ? documents::readingAt(group(), m_paper, *strip, place.xMm) : std::nullopt;
    if (!reading)
        return m_reading->clear();
    const auto &channel = group().channels[std::size_t(strip->channel)];
    const auto millivolts = channel.toMillivolts();
    const QString value = millivolts ? withMinusSign(QString::number(reading->value * *millivolts, 'f', 3)) + u" mV"_s
                          : channel.isCalibrated ? withMinusSign(QString::number(reading->value, 'g', 5)) + u' ' +
                                                       documents::unitText(channel.unit)
                                                 : tr("not calibrated");
    m_reading->setText(u"%1   %2 s   %3"_s.arg(channel.label).arg(reading->timeS, 0, 'f', 3).arg(value));
}

QString WaveformView::readout() const
{
    return m_reading->text();
}

std::optional<QPointF> WaveformView::placeOf(int channel, double timeS) const
{
    const auto &group = this->group();
    for (const auto &strip : m_paper.strips) {
        if (strip.channel != channel || timeS < strip.fromS || timeS >= strip.toS)
            continue;
        const auto &samples = group.channels[std::size_t(channel)];
        const auto at = std::llround((timeS - samples.skewS) * group.frequencyHz);
        const auto value = at < 0 ? std::nullopt : samples.value(std::size_t(at));
        if (!value)
            return std::nullopt;
        const auto place = documents::placeOf(m_paper, strip, timeS, *value);
        return QPointF(m_canvas->mapTo(this, QPoint())) + QPointF(place.xMm, place.yMm) * m_pxPerMm;
    }
    return std::nullopt;
}

bool WaveformView::runCommand(const QString &command)
{
    documents::PaperOptions options = m_options;
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const double before = m_zoom;
    if (command.startsWith("ecg-layout-"_L1)) {
        for (const NamedForm &form : forms)
            if (command.mid(11) == QLatin1StringView(form.name))
                options.form = form.form;
    } else if (command.startsWith("ecg-speed-"_L1)) {
        options.mmPerSecond = command.endsWith("12"_L1) ? 12.5 : command.mid(10).toDouble();
    } else if (command.startsWith("ecg-gain-"_L1)) {
        options.mmPerMillivolt = command.mid(9).toDouble();
    } else if (command == "document-zoom-in"_L1) {
        m_zoom = std::min(m_zoom * zoomStep, largestZoom);
    } else if (command == "document-zoom-out"_L1) {
        m_zoom = std::max(m_zoom / zoomStep, smallestZoom);
    } else if (command == "fit"_L1 || command == "reset"_L1) {
        m_zoom = 1.0;
    } else if (command == "next-slice"_L1 || command == "previous-slice"_L1) {
        bar->setValue(bar->value() + (command == "next-slice"_L1 ? linePx : -linePx));
    } else if (command == "page-down"_L1 || command == "page-up"_L1) {
        bar->setValue(bar->value() + (command == "page-down"_L1 ? bar->pageStep() : -bar->pageStep()));
    } else if (command == "first-slice"_L1 || command == "last-slice"_L1) {
        bar->setValue(command == "first-slice"_L1 ? bar->minimum() : bar->maximum());
    } else {
        return false;
    }
    if (options.form != m_options.form || options.mmPerSecond != m_options.mmPerSecond ||
        options.mmPerMillivolt != m_options.mmPerMillivolt)
        setOptions(options);
    else if (before != m_zoom)
        fitScale();
    return true;
}

QVariantMap WaveformView::place() const
{
    return {{u"zoom"_s, m_zoom},
            {u"share"_s, shareOf(*m_scroll->verticalScrollBar())},
            {u"group"_s, m_group},
            {u"form"_s, int(m_options.form)},
            {u"speed"_s, m_options.mmPerSecond},
            {u"gain"_s, m_options.mmPerMillivolt}};
}

void WaveformView::setPlace(const QVariantMap &place)
{
    if (place.isEmpty())
        return;
    m_group = std::clamp(place.value(u"group"_s).toInt(), 0, int(m_recording->groups.size()) - 1);
    m_zoom = std::clamp(place.value(u"zoom"_s, m_zoom).toDouble(), smallestZoom, largestZoom);
    setOptions({PaperForm(place.value(u"form"_s).toInt()), place.value(u"speed"_s).toDouble(),
                place.value(u"gain"_s).toDouble()});
    keepAt(*m_scroll->verticalScrollBar(), place.value(u"share"_s).toDouble());
}

// The room is that of the scroll area, which is settled after this widget's own size.
bool WaveformView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitScale();
    return DocumentBody::eventFilter(watched, event);
}

void WaveformView::showEvent(QShowEvent *event)
{
    if (const QWindow *handle = window()->windowHandle())
        connect(handle, &QWindow::screenChanged, this, &WaveformView::followScreen, Qt::UniqueConnection);
    followScreen();
    DocumentBody::showEvent(event);
}

// Millimetres are those of the monitor that the paper lies on now.
void WaveformView::followScreen()
{
    if (m_screen)
        m_screen->disconnect(this);
    m_screen = screen();
    if (m_screen) {
        connect(m_screen, &QScreen::geometryChanged, this, &WaveformView::fitScale);
        connect(m_screen, &QScreen::logicalDotsPerInchChanged, this, &WaveformView::fitScale);
    }
    fitScale();
}

void WaveformView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_canvas->update();
    DocumentBody::changeEvent(event);
}

QVariant WaveformView::answer(const QString &subject, const QVariantMap &options) const
{
    if (subject == "ecg.px-per-mm"_L1)
        return m_pxPerMm;
    if (subject == "ecg.speed"_L1)
        return m_paper.options.mmPerSecond;
    if (subject == "ecg.gain"_L1)
        return m_paper.options.mmPerMillivolt;
    if (subject == "ecg.layout"_L1)
        return QString::fromLatin1(forms[int(m_paper.options.form)].name);
    if (subject == "ecg.about"_L1)
        return m_about->text();
    if (subject == "ecg.reading"_L1)
        return readout();
    const QString label = options.value(u"channel"_s).toString();
    const double time = options.value(u"time"_s).toDouble();
    for (int i = 0; i < int(group().channels.size()); ++i) {
        const auto &channel = group().channels[std::size_t(i)];
        if (channel.label != label)
            continue;
        if (subject == "ecg.value"_L1) {
            const auto at = std::llround((time - channel.skewS) * group().frequencyHz);
            const auto value = at < 0 ? std::nullopt : channel.value(std::size_t(at));
            return value && channel.toMillivolts() ? QVariant(*value * *channel.toMillivolts()) : QVariant();
        }
        if (subject == "ecg.place"_L1) {
            const auto place = placeOf(i, time);
            return place ? QVariant(u"%1,%2"_s.arg(place->x()).arg(place->y())) : QVariant();
        }
    }
    return {};
}

} // namespace consilium::widgets
