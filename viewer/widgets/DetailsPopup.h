#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/render2d/Overlay.h"

#include <QFrame>

namespace consilium::widgets
{

/// Everything that is wrong with what a viewport shows: each cause with its consequence and numbers. Closes when
/// something else is clicked or by Esc.
class DetailsPopup : public QFrame
{
    Q_OBJECT
public:
    /// `issues`: of the data, all of them. `bands`: every cause for a band; from these, what is no issue of the data
    /// (not loaded yet, lossy, failed).
    DetailsPopup(const std::vector<dicom::DataIssue> &issues, const std::vector<render2d::Band> &bands,
                 QWidget *parent);

    /// Just below the top edge of `rect` (in `anchor`'s coordinates), kept on the screen.
    void showBelow(const QWidget *anchor, const QRect &rect);

Q_SIGNALS:
    void repairLogRequested();

private:
    /// `icon`: empty for the grade's own.
    void addRow(render2d::Grade grade, const QString &icon, const QString &headline, const QString &text);
};

} // namespace consilium::widgets
