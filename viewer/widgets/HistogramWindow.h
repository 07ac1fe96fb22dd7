#pragma once
#include "base/Ids.h"
#include "viewer/session/ActionDispatcher.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;

namespace consilium::widgets
{

class HistogramChart;
class ViewportWidget;

/// The histogram of one region beside the images. It follows the region and the image that its view shows, and closes
/// as soon as the region is not seen there any more, so that it never stands beside another image or patient.
class HistogramWindow : public QDialog
{
    Q_OBJECT
public:
    HistogramWindow(ViewportWidget &viewport, session::ActionDispatcher &dispatcher, AnnotationId mark,
                    QWidget *parent);
    [[nodiscard]] const HistogramChart &chart() const { return *m_chart; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void copy() const;

    QPointer<ViewportWidget> m_viewport;
    AnnotationId m_mark;
    HistogramChart *m_chart;
    QLabel *m_figures, *m_bin;
    QPushButton *m_copy, *m_close;
};

} // namespace consilium::widgets
