#include "app/settings/MonitorSettings.h"

#include "app/windows/MonitorArrangement.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int barMostPx = 800, barHeightPx = 46;
constexpr double leastMm = 20.0, mostMm = 1000.0;
constexpr double usualMmPerPx = 0.25; ///< a guess to begin with, about that of a 24" monitor

void useMeasure(const ProfileSettings &settings, QScreen *screen)
{
    widgets::setMmPerDevicePixel(screen, settings.monitorMmPerPixel(widgets::monitorKey(screen)));
}

} // namespace

/// A line with an upright at each end, to hold a ruler to. The length is that between the outer edges.
class RulerBar final : public QWidget
{
public:
    RulerBar() { setFixedHeight(barHeightPx); }
    /// Whole device pixels between the outer edges.
    [[nodiscard]] int lengthPx() const
    {
        const double ratio = devicePixelRatioF();
        return int(std::floor(std::min(width(), barMostPx) * ratio));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double ratio = devicePixelRatioF();
        painter.scale(1.0 / ratio, 1.0 / ratio); // device pixels
        const QColor ink = widgets::tokens(palette()).t1;
        const int length = lengthPx(), height = int(barHeightPx * ratio),
                  thick = std::max(1, int(std::round(2 * ratio)));
        painter.fillRect(0, 0, thick, height, ink);
        painter.fillRect(length - thick, 0, thick, height, ink);
        painter.fillRect(0, (height - thick) / 2, length, thick, ink);
    }
};

void useMonitorMeasures(ProfileSettings &settings, QObject *context)
{
    for (QScreen *screen : QGuiApplication::screens())
        useMeasure(settings, screen);
    QObject::connect(qApp, &QGuiApplication::screenAdded, context,
                     [&settings](QScreen *screen) { useMeasure(settings, screen); });
}

MonitorSettings::MonitorSettings(ProfileSettings &settings, QWidget *parent)
    : QWidget(parent),
      m_settings(settings),
      m_monitor(new QLabel),
      m_state(new QLabel),
      m_unused(new QLabel),
      m_bar(new RulerBar),
      m_length(new QLineEdit),
      m_keep(new QPushButton(tr("Use this measure"))),
      m_forget(new QPushButton(tr("Forget the measure")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    auto *title = new QLabel(tr("Monitors"));
    title->setProperty("role", u"title"_s);
    column->addWidget(title);
    m_monitor->setProperty("tone", u"t2"_s);
    column->addWidget(m_monitor);
    auto *how =
        new QLabel(tr("To show images in true size, hold a ruler to the bar and enter how long it is from outer "
                      "edge to outer edge. What a monitor says of its own size is not relied on."));
    how->setWordWrap(true);
    column->addWidget(how);
    column->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = new QLabel(tr("Length of the bar"));
    label->setBuddy(m_length);
    row->addWidget(label);
    m_length->setObjectName(u"monitor-length"_s);
    m_length->setAccessibleName(label->text());
    m_length->setMaxLength(8);
    m_length->setFixedSize(90, 34);
    row->addWidget(m_length);
    row->addWidget(new QLabel(u"mm"_s));
    connect(m_length, &QLineEdit::returnPressed, this, &MonitorSettings::keep);
    m_keep->setObjectName(u"monitor-keep"_s);
    m_forget->setObjectName(u"monitor-forget"_s);
    for (QPushButton *button : {m_keep, m_forget}) {
        button->setFixedHeight(34);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_state->setObjectName(u"monitor-state"_s);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    m_unused->setObjectName(u"monitor-unused"_s);
    m_unused->setWordWrap(true);
    column->addWidget(m_unused);
    column->addStretch(1);
    connect(m_keep, &QPushButton::clicked, this, &MonitorSettings::keep);
    connect(m_forget, &QPushButton::clicked, this, &MonitorSettings::forget);
}

QString MonitorSettings::stateText() const
{
    const auto mm = widgets::mmPerDevicePixel(screen());
    return mm ? tr("Measured: a pixel of this monitor is %1 mm. True size can be used.")
                    .arg(render2d::numberText(*mm, 4))
              : tr("Not measured: true size cannot be used on this monitor.");
}

void MonitorSettings::refresh()
{
    const QScreen *on = screen();
    const QSize pixels = (QSizeF(on->size()) * on->devicePixelRatio()).toSize();
    m_monitor->setText(
        tr("This monitor: %1, %2 × %3 pixels").arg(widgets::monitorName(on)).arg(pixels.width()).arg(pixels.height()));
    const auto mm = widgets::mmPerDevicePixel(on);
    m_length->setText(QString::number(m_bar->lengthPx() * mm.value_or(usualMmPerPx), 'f', 1));
    m_forget->setEnabled(mm.has_value());
    m_state->setText(stateText());
    const QString unused = unusedNow();
    m_unused->setText(tr("With the worklist in a window of its own: %1").arg(unused));
    m_unused->setVisible(!unused.isEmpty());
}

void MonitorSettings::keep()
{
    bool isNumber = false;
    const double length = m_length->text().trimmed().replace(u',', u'.').toDouble(&isNumber);
    if (!isNumber || !(length >= leastMm && length <= mostMm)) { // "nan" is a number to some
        m_state->setText(tr("The length is a number of millimetres, from 20 to 1000."));
        return;
    }
    const double mm = length / m_bar->lengthPx();
    widgets::setMmPerDevicePixel(screen(), mm);
    if (!widgets::mmPerDevicePixel(screen())) { // no monitor has such pixels
        m_state->setText(tr("No monitor has pixels of %1 mm: please measure once more.").arg(render2d::numberText(mm)));
        return;
    }
    m_settings.setMonitorMmPerPixel(widgets::monitorKey(screen()), mm);
    refresh();
}

void MonitorSettings::forget()
{
    widgets::setMmPerDevicePixel(screen(), std::nullopt);
    m_settings.setMonitorMmPerPixel(widgets::monitorKey(screen()), std::nullopt);
    refresh();
}

void MonitorSettings::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void MonitorSettings::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        refresh();
}

} // namespace consilium::app
