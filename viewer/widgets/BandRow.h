#pragma once
#include "viewer/render2d/Overlay.h"

#include <QWidget>

#include <vector>

namespace consilium::widgets
{

/// One row beside the image with one band in it, or with two side by side where a viewport is low. Warning: plain amber
/// tint and a triangle; fidelity: hatched, half-moon, progress at the right; error: vermilion tint. There is no way to
/// dismiss a band.
class BandRow : public QWidget
{
    Q_OBJECT
public:
    static constexpr int heightPx = 26;

    explicit BandRow(QWidget *parent = nullptr);

    void setBands(std::vector<render2d::Band> bands);
    [[nodiscard]] const std::vector<render2d::Band> &bands() const { return m_bands; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void detailsRequested(const QString &bandId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect cell(std::size_t index) const;
    [[nodiscard]] QString bandAt(const QPoint &at) const;
    void paintBand(QPainter &painter, const QRect &rect, const render2d::Band &band, bool hovered) const;

    std::vector<render2d::Band> m_bands;
    QString m_hovered;
};

} // namespace consilium::widgets
