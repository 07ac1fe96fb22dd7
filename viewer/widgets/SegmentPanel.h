#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"

#include <QWidget>

#include <memory>

namespace consilium::widgets
{

/// Segmentations and structure sets of the active view's study: each with its segments, colours, eyes to show and hide,
/// and the opacity of the one that is chosen. A click on a segment goes to the image with most of it. Takes no room
/// where a study has none.
class SegmentPanel : public QWidget
{
    Q_OBJECT
public:
    SegmentPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent = nullptr);
    ~SegmentPanel() override;

Q_SIGNALS:
    void noticed(const QString &text); ///< why a click changed nothing

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
