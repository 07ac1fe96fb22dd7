#include "viewer/widgets/Cine.h"

#include "viewer/render2d/OverlayFormat.h"

#include <algorithm>
#include <cmath>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int waitMs = 5; ///< until a frame that is not drawn yet is looked for again
constexpr double fastest = 8.0, slowest = 1.0 / 8.0;
} // namespace

Cine::Cine(session::ActionDispatcher &dispatcher, QObject *parent) : QObject(parent), m_dispatcher(dispatcher)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Cine::step);
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &, const session::ChangeSet &changes) { onApplied(changes); });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, &Cine::stop);
}

void Cine::start(ViewportWidget &viewport)
{
    stop();
    m_viewport = &viewport;
    m_expected = m_dispatcher.state().view(viewport.view());
    if (m_expected.dataSet.isEmpty())
        return;
    m_isPlaying = true;
    m_gesture = m_dispatcher.beginGesture();
    m_sinceStep.start();
    showSpeed();
    schedule();
    Q_EMIT playingChanged(true);
}

void Cine::stop()
{
    if (!isPlaying())
        return;
    m_isPlaying = false;
    m_timer.stop();
    if (m_viewport)
        m_viewport->setPlayText({});
    m_viewport.clear();
    Q_EMIT playingChanged(false);
}

ViewId Cine::view() const
{
    return isPlaying() && m_viewport ? m_viewport->view() : ViewId();
}

void Cine::changeSpeed(double factor)
{
    m_speed = std::clamp(m_speed * factor, slowest, fastest);
    if (isPlaying())
        showSpeed();
}

void Cine::showSpeed()
{
    if (m_viewport)
        m_viewport->setPlayText(speedText(*m_viewport));
}

QString Cine::speedText(const ViewportWidget &viewport) const
{
    const dicom::DataSetPtr &stack = viewport.shownInput().dataSet;
    if (!stack || stack->slices.empty())
        return {};
    const auto isFaulty = [](const dicom::InstancePtr &image) {
        return std::any_of(image->issues.begin(), image->issues.end(), [](const dicom::DataIssue &issue) {
            return issue.kind == dicom::DataIssue::Kind::FrameTimes;
        });
    };
    double sumMs = 0.0;
    bool isSaid = true, areFaulty = false;
    for (const dicom::InstancePtr &image : stack->slices) {
        sumMs += image->frameTimeMs.value_or(dicom::defaultFrameTimeMs);
        isSaid = isSaid && image->frameTimeMs;
        areFaulty = areFaulty || isFaulty(image);
    }
    QString origin = isSaid ? tr("as the file says") : tr("not in the file");
    if (areFaulty)
        origin = tr("the file's times cannot be used");
    if (std::abs(m_speed - 1.0) > 1e-9)
        origin = tr("changed by hand");
    const double rate = 1000.0 * double(stack->slices.size()) / sumMs * m_speed;
    // Rounded: what came from 40 ms is 25, not 25.000000001.
    return tr("%1 frames/s").arg(render2d::numberText(std::round(rate * 1000.0) / 1000.0)) + u" · "_s + origin;
}

double Cine::imagesPerSecond() const
{
    const auto instance = m_viewport ? m_viewport->instance() : nullptr;
    const double frameMs = instance && instance->frameTimeMs ? *instance->frameTimeMs : dicom::defaultFrameTimeMs;
    return 1000.0 / frameMs * m_speed;
}

void Cine::schedule()
{
    const double wantedMs = 1000.0 / imagesPerSecond();
    m_timer.start(int(std::clamp(wantedMs - double(m_sinceStep.elapsed()), 0.0, 60'000.0)));
}

void Cine::step()
{
    if (!m_viewport || !m_viewport->isVisible()) {
        stop();
        return;
    }
    if (!m_viewport->isDrawn() && (m_viewport->absence().isEmpty() || m_viewport->absence() == u"Loading"_s)) {
        m_timer.start(waitMs);
        return;
    }
    m_sinceStep.start();
    m_isStepping = true;
    m_viewport->runCommand(u"next-slice-around"_s, m_gesture);
    m_isStepping = false;
    if (!m_viewport)
        return;
    m_expected = m_dispatcher.state().view(m_viewport->view());
    schedule();
}

// The reader took the view over.
void Cine::onApplied(const session::ChangeSet &changes)
{
    if (m_isStepping || !isPlaying() || !m_viewport)
        return;
    const ViewId &view = m_viewport->view();
    if (std::find(changes.views.begin(), changes.views.end(), view) == changes.views.end())
        return;
    const session::ViewState &now = m_dispatcher.state().view(view);
    if (now.dataSet != m_expected.dataSet || now.plane != m_expected.plane)
        stop();
}

} // namespace consilium::widgets
