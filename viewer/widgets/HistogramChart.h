#pragma once
#include "viewer/render2d/RoiHistogram.h"

#include <QWidget>

namespace consilium::widgets
{

/// Bars of a histogram over the axis of its values, with a line at the mean. The bar under the pointer, or the one that
/// Left, Right, Home and End have gone to, is said in words.
class HistogramChart : public QWidget
{
    Q_OBJECT
public:
    explicit HistogramChart(QWidget *parent = nullptr);
    void setHistogram(const render2d::RoiHistogram &histogram);
    [[nodiscard]] const render2d::RoiHistogram &histogram() const { return m_histogram; }
    [[nodiscard]] int chosenBin() const { return m_chosen; } ///< -1: none
    [[nodiscard]] QRectF barOf(int bin) const;               ///< its column from axis to top, logical pixels

    [[nodiscard]] QSize sizeHint() const override { return {420, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

Q_SIGNALS:
    void binChosen(const QString &text); ///< empty: none any more

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double placeOf(double value) const; ///< on the axis of the values
    void choose(int bin);
    void paintAxes(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintMean(QPainter &painter) const;

    render2d::RoiHistogram m_histogram;
    int m_chosen = -1;
};

} // namespace consilium::widgets
