#pragma once
#include <QWidget>

namespace consilium::app
{

class MainWindow;

/// A further window with a part of the views (widgets::LayoutGrid::setWindows()), on a monitor that the main window
/// cannot lie over too. Its keys are those of the main window, and files are dropped on it as there. Its title never
/// names a patient. It goes with the main window.
class ImagesWindow : public QWidget
{
    Q_OBJECT
public:
    explicit ImagesWindow(MainWindow &window);

Q_SIGNALS:
    void closed(); ///< by the person: the views want to go back

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    MainWindow &m_window;
};

} // namespace consilium::app
