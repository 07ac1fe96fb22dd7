#pragma once
#include "viewer/render2d/Overlay.h"

#include <QWidget>

#include <vector>

namespace consilium::widgets
{

struct Tokens;

/// The sign of a grade: an "i" in a ring, a triangle, an octagon.
[[nodiscard]] QString gradeIcon(render2d::Grade grade);
/// Its colour beside images: accent, amber, vermilion.
[[nodiscard]] QColor gradeTone(const Tokens &tokens, render2d::Grade grade);

/// One row beside the image with one band in it, or with two side by side where a viewport is low. Grades:
/// information blue with a ring, caution amber with a triangle, danger vermilion with an octagon, each with its word;
/// fidelity: hatched, half-moon, progress at the right. A row that is too narrow for the headline has a brief of it
/// instead, where there is one. There is no way to dismiss a band.
class BandRow : public QWidget
{
    Q_OBJECT
public:
    static constexpr int heightPx = 26;

    explicit BandRow(QWidget *parent = nullptr);

    /// Whether one row of this width holds the headlines of all these bands.
    [[nodiscard]] static bool fits(const std::vector<render2d::Band> &bands, int widthPx);
    void setBands(std::vector<render2d::Band> bands);
    /// A band of that id is among those of the row, with its headline or one of its briefs whole.
    [[nodiscard]] bool says(const QString &id) const;
    [[nodiscard]] const std::vector<render2d::Band> &bands() const { return m_bands; }
    /// Where a band stands in the row: those side by side divide it so that each keeps its headline.
    [[nodiscard]] QRect cell(std::size_t index) const;
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
    [[nodiscard]] QString bandAt(const QPoint &at) const;
    static int paintDetails(QPainter &painter, const QRect &rect, int right, int spare, bool hovered);
    static int paintWord(QPainter &painter, const QRect &rect, int left, int spare, const render2d::Band &band);
    static void paintBrief(QPainter &painter, const QRect &rect, const render2d::Band &band);
    void paintBand(QPainter &painter, const QRect &rect, const render2d::Band &band, bool hovered) const;

    std::vector<render2d::Band> m_bands;
    QString m_hovered;
};

} // namespace consilium::widgets
