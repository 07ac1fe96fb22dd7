#pragma once
#include <QColor>
#include <QWidget>

namespace consilium::widgets
{

/// One icon in a fixed colour, drawn when it is painted and so sharp on whatever screen the window is moved to.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(int sizePx, QWidget *parent = nullptr);
    void setIcon(const QString &name, const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QColor m_colour;
};

} // namespace consilium::widgets
