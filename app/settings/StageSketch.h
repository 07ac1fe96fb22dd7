#pragma once
#include "viewer/hanging/Protocol.h"

#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace consilium::app
{

/// A stage of a hanging protocol as a small drawing: its monitors with their views, and in each what it shows. One view
/// is chosen, by a click or the arrow keys.
class StageSketch final : public QWidget
{
    Q_OBJECT
public:
    /// `texts`: by view, in the order of cellAt(); the first line is what the protocol asks for, the second (where
    /// there is one) the series that it is in the open study.
    explicit StageSketch(QWidget *parent = nullptr);
    void setStage(const QString &title, const hanging::Stage &stage, const std::vector<QStringList> &texts);
    /// The frame of the stage that is being edited, and its chosen view; -1: none.
    void setChosen(int cell);
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] int cellCount() const { return int(m_cells.size()); }
    [[nodiscard]] QString textOf(int cell) const; ///< all lines

    [[nodiscard]] QSize sizeHint() const override { return {widthPx, heightPx}; }
    static constexpr int widthPx = 232, heightPx = 156;

Q_SIGNALS:
    void cellChosen(int cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Drawn {
        QRectF rect; ///< logical pixels
        int row = 0, column = 0;
        QStringList lines;
        bool isPrior = false, isEmpty = false;
    };
    void layOut();
    [[nodiscard]] int cellAt(const QPointF &place) const;
    void choose(int cell);
    void paintCell(QPainter &painter, const Drawn &cell, bool isChosen) const;

    QString m_title;
    hanging::Stage m_stage;
    std::vector<Drawn> m_cells; ///< monitor by monitor, each in reading order
    std::vector<QRectF> m_monitors;
    int m_chosen = -1;
};

} // namespace consilium::app
