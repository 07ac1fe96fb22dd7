#pragma once
#include <QWidget>

namespace consilium::app
{

class MainWindow;

/// The worklist in a window of its own, on another monitor than the images. Its keys are those of the main window. Its
/// title never names a patient. It goes with the main window.
class WorklistWindow : public QWidget
{
    Q_OBJECT
public:
    /// Takes the worklist's page out of the main window's.
    explicit WorklistWindow(MainWindow &window);

Q_SIGNALS:
    void closed(); ///< by the person: the list wants to go back

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    MainWindow &m_window;
};

} // namespace consilium::app
