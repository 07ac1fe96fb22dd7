#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QFrame>

namespace consilium::widgets
{

/// Everything that is wrong with the data that a viewport shows: each cause with its consequence and numbers. Closes when something
/// else is clicked or by Esc.
class DetailsPopup : public QFrame
{
    Q_OBJECT
public:
    DetailsPopup(const std::vector<dicom::DataIssue> &issues, const QString &failure, QWidget *parent);

    /// Below `anchor` (in its own coordinates), kept on the screen.
    void showBelow(const QWidget *anchor, const QRect &rect);
};

} // namespace consilium::widgets
