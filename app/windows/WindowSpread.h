#pragma once
#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QString>
#include <QTimer>

#include <vector>

class QScreen;

namespace consilium::widgets
{
class LayoutGrid;
}

namespace consilium::app
{

class EmptyState;
class ImagesWindow;
class MainWindow;
class ProfileSettings;
class ReadingSession;
class WorklistWindow;

/// How the program lies over several monitors: all in one window, or the worklist in a window of its own and the images
/// on the other monitors, in as many windows as it takes (groupsForImages()). A further window that is closed, or whose
/// monitor goes, gives its views back to the main one. Remembered for each arrangement of monitors, and the same again
/// when these are there; on others it is one window, or those that are left, brought onto monitors that are there. UI
/// thread only.
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

    /// The views of a page that comes are shared out among the windows as those of all others.
    void share(widgets::LayoutGrid &grid) const;
    /// The further windows with images, in no order.
    [[nodiscard]] std::vector<ImagesWindow *> furtherWindows() const;

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
    void layOutFurther(const std::vector<QRect> &rooms);
    void restoreFurther(const QList<QByteArray> &places);
    ImagesWindow *addFurther();
    void dropFurther(const std::vector<ImagesWindow *> &windows);
    void shareAll() const;
    void screenGone(const QScreen *screen);
    void moveImages();
    void monitorsChanged();
    void watch(QScreen *screen);

    ProfileSettings &m_settings;
    QPointer<MainWindow> m_window;
    QPointer<WorklistWindow> m_list;
    std::vector<QPointer<ImagesWindow>> m_further; ///< only while the list has a window of its own
    QPointer<EmptyState> m_stand;                  ///< what stands in the list's tab meanwhile
    QString m_arrangement;
    QTimer m_changed; ///< several monitors come and go at once
};

} // namespace consilium::app
