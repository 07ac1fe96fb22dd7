#pragma once
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

class QScreen;

namespace consilium::app
{

class EmptyState;
class MainWindow;
class ProfileSettings;
class ReadingSession;
class WorklistWindow;

/// How the program lies over several monitors: all in one window, or the worklist in a window of its own and the images
/// on the other monitors. Remembered for each arrangement of monitors, and the same again when these are there; on
/// others it is one window, or two that are brought onto monitors that are there. UI thread only.
class WindowSpread : public QObject
{
    Q_OBJECT
public:
    /// `settings` lives longer.
    explicit WindowSpread(ProfileSettings &settings, QObject *parent = nullptr);

    /// Whose pages these are. A window that is built anew takes the place of the one before; restore() follows.
    void setWindow(MainWindow &window);
    /// As it was remembered for the monitors that are there.
    void restore();
    /// As it is now, for the monitors that are there; nothing where it is one window and never was otherwise.
    void remember();

    /// A new tab begins with the grid of views that is kept for these monitors.
    void begin(ReadingSession &session) const;

    /// "worklist-apart", "one-window", "images-next-monitor". False: it is none of them.
    bool run(const QString &command);
    /// Why it can do nothing now; empty: it can, or it is none of these.
    [[nodiscard]] QString whyNot(const QString &command) const;
    [[nodiscard]] bool isApart() const; ///< the worklist has a window of its own
    /// Brings the worklist's own window to the front. False: it has none.
    bool showWorklist();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void part();
    void join();
    void layOut();
    void moveImages();
    void monitorsChanged();
    void watch(QScreen *screen);

    ProfileSettings &m_settings;
    QPointer<MainWindow> m_window;
    QPointer<WorklistWindow> m_list;
    QPointer<EmptyState> m_stand; ///< what stands in the list's tab meanwhile
    QString m_arrangement;
    QTimer m_changed; ///< several monitors come and go at once
};

} // namespace consilium::app
