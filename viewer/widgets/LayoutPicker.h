#pragma once
#include <QFrame>

namespace consilium::widgets
{

/// A pop-up of small cells: the rectangle from the first one to that under the pointer, or chosen with the arrow keys,
/// becomes the layout.
class LayoutPicker : public QFrame
{
    Q_OBJECT
public:
    static constexpr int mostRows = 3, mostColumns = 4;

    /// `rows`, `columns`: the layout there is.
    LayoutPicker(int rows, int columns, QWidget *parent);
    /// A line below the cells for what else may be chosen; before it is shown.
    void addEntry(const QString &title, const QString &command);
    void showBelow(const QWidget &anchor);

Q_SIGNALS:
    void chosen(int rows, int columns);
    void entryChosen(const QString &command);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect cell(int row, int column) const;
    void pointAt(const QPoint &position);
    void setPointed(int rows, int columns);
    void choose();

    int m_rows, m_columns;
    int m_cellsHeight; ///< of the part with the cells and the words
};

} // namespace consilium::widgets
