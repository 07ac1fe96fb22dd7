#pragma once
#include <QWidget>

#include <functional>

namespace consilium::widgets
{

/// The part of a LayoutGrid that lies in a window of its own, which it fills. Without a view it says why.
class GridPane : public QWidget
{
    Q_OBJECT
public:
    /// `changed`: its place or its size is another one.
    GridPane(QWidget &host, std::function<void()> changed);

    void setEmpty(bool isEmpty);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::function<void()> m_changed;
    bool m_isEmpty = true;
};

} // namespace consilium::widgets
