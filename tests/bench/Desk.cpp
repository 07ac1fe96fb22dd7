#include "tests/bench/Desk.h"

#include "viewer/tools/WindowPresets.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QSet>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

Desk::Desk(const QString &url, std::vector<BenchStudy> studies)
    : m_client(std::make_shared<dicomweb::DicomWebClient>(
          m_http, dicomweb::ArchiveConfig{ArchiveId(u"bench"_s), {}, url, {}, {}})),
      m_studies(std::move(studies)),
      m_bridge(app::PixelBridge::Limits{4'000'000'000, 0}),
      m_bindings(tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings())),
      m_grid(m_dispatcher, m_bridge, m_bindings)
{
    m_bindings.setTool(Qt::LeftButton, u"window"_s);
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_grid);
}

DataSetId Desk::dataOf(std::size_t study) const
{
    const auto sets = m_bridge.dataSets(m_studies[study].study);
    return sets.empty() ? DataSetId() : sets.front()->id;
}

bool Desk::load(int rows, int columns)
{
    for (const BenchStudy &study : m_studies) {
        dicom::StudyHeader header;
        header.uid = study.study;
        m_bridge.openStudy(m_client, header);
    }
    const auto isDescribed = [this](const BenchStudy &study) { return !m_bridge.dataSets(study.study).empty(); };
    if (!spinUntil([&] { return std::all_of(m_studies.begin(), m_studies.end(), isDescribed); }))
        return false;
    session::SetLayout layout;
    layout.rows = rows;
    layout.columns = columns;
    bool accepted = m_dispatcher.submit(layout).has_value();
    for (int i = 0; i < rows * columns; ++i) {
        const std::size_t study = std::size_t(i) % m_studies.size();
        session::ShowSeries show;
        show.view = session::Layout::viewAt(i);
        show.study = m_studies[study].study;
        show.dataSet = dataOf(study);
        accepted = m_dispatcher.submit(show).has_value() && accepted;
    }
    const auto isLoaded = [this] {
        for (std::size_t i = 0; i < m_studies.size(); ++i)
            if (!m_bridge.progress(dataOf(i)).complete)
                return false;
        return areAllDrawn();
    };
    return accepted && spinUntil(isLoaded, 300'000);
}

bool Desk::fit(QSize imageArea)
{
    resize(imageArea);
    return spinUntil([&] {
        const QSize now = viewports().front()->imageArea().size();
        if (now == imageArea && areAllDrawn())
            return true;
        if (now != imageArea)
            m_window.resize(m_window.size() + imageArea - now);
        return false;
    });
}

bool Desk::apply(const session::Action &action)
{
    return m_dispatcher.submit(action).has_value() && spinUntil([&] { return areAllDrawn(); });
}

DataSetId Desk::shownData() const
{
    return m_dispatcher.state().view(ViewId(u"v1"_s)).dataSet;
}

void Desk::resize(QSize window)
{
    m_window.resize(window);
    m_window.show();
}

double Desk::until(const std::vector<widgets::ViewportWidget *> &views, const std::function<void()> &act)
{
    QSet<QObject *> waiting(views.begin(), views.end());
    QEventLoop loop;
    std::vector<QMetaObject::Connection> connections;
    for (widgets::ViewportWidget *view : views)
        connections.push_back(QObject::connect(view, &widgets::ViewportWidget::drawn, &loop, [&, view] {
            waiting.remove(view);
            if (waiting.isEmpty()) // after the paint event the window is flushed; then the loop goes on
                QTimer::singleShot(0, &loop, &QEventLoop::quit);
        }));
    QTimer::singleShot(2000, &loop, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    act();
    loop.exec();
    const double ms = double(clock.nsecsElapsed()) / 1e6;
    for (const auto &connection : connections)
        QObject::disconnect(connection);
    return waiting.isEmpty() ? ms : -1.0;
}

bool Desk::areAllDrawn() const
{
    const auto views = viewports();
    return !views.empty() && std::all_of(views.begin(), views.end(), [](const auto *view) { return view->isDrawn(); });
}

bool Desk::spinUntil(const std::function<bool()> &done, int timeoutMs)
{
    QEventLoop loop;
    QTimer poll;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done() || clock.elapsed() > timeoutMs)
            loop.quit();
    });
    poll.start(10);
    loop.exec();
    return done();
}

void wheel(widgets::ViewportWidget &view, int notches)
{
    const QPointF at = QRectF(view.imageArea()).center();
    QWheelEvent event(at, view.mapToGlobal(at), QPoint(), QPoint(0, -120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

void mouse(widgets::ViewportWidget &view, QEvent::Type type, QPointF at)
{
    const bool isMove = type == QEvent::MouseMove;
    QMouseEvent event(type, at, view.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

} // namespace consilium::bench
