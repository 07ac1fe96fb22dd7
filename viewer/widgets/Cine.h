#pragma once
#include "viewer/session/ActionDispatcher.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace consilium::widgets
{

/// Plays the stack of one view in a loop: a clip as fast as its file says, any other stack at 10 images a second,
/// unless the reader chose another speed. Each step is an action, all of one play one gesture. An image is shown only
/// after the one before it was drawn: on a slow line the play slows down, it skips nothing. It stops when the reader
/// moves the view himself, or when the view goes.
class Cine : public QObject
{
    Q_OBJECT
public:
    explicit Cine(session::ActionDispatcher &dispatcher, QObject *parent = nullptr);

    void start(ViewportWidget &viewport);
    void stop();
    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }
    /// The view that is played; empty when none is.
    [[nodiscard]] ViewId view() const;
    /// Times the speed, from 1/8 to 8.
    void changeSpeed(double factor);
    /// Images a second that it aims at now.
    [[nodiscard]] double imagesPerSecond() const;
    /// How fast the stack of a view is played, over all of its images, and who says so: "25 frames/s · as the file
    /// says". Stands over the image while it is played.
    [[nodiscard]] QString speedText(const ViewportWidget &viewport) const;

Q_SIGNALS:
    void playingChanged(bool isPlaying);

private:
    void step();
    void schedule();
    void showSpeed();
    void onApplied(const session::ChangeSet &changes);

    session::ActionDispatcher &m_dispatcher;
    QPointer<ViewportWidget> m_viewport;
    QTimer m_timer;
    QElapsedTimer m_sinceStep;
    session::GestureId m_gesture{};
    session::ViewState m_expected; ///< what the last step left behind
    double m_speed = 1.0;
    bool m_isPlaying = false, m_isStepping = false;
};

} // namespace consilium::widgets
