#pragma once
#include "app/worklist/StudyPictures.h"
#include "viewer/dicom/StudyModel.h"

#include <QImage>
#include <QWidget>

namespace consilium::app
{

/// A series in the panel beside the list: picture, number, description, count.
class SeriesCard : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesCard(dicom::SeriesHeader series, QWidget *parent = nullptr);
    [[nodiscard]] const dicom::SeriesHeader &series() const { return m_series; }
    void setPicture(const QImage &picture, StudyPictures::State state);
    [[nodiscard]] QSize sizeHint() const override { return {118, 112}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    dicom::SeriesHeader m_series;
    QImage m_picture;
    StudyPictures::State m_state = StudyPictures::State::Waiting;
};

} // namespace consilium::app
