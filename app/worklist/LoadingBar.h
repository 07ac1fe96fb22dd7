#pragma once
#include <QWidget>

namespace consilium::app
{

/// A line of 3 px that fills as the archives answer; it keeps its place when there is nothing to show, so the list does
/// not jump.
class LoadingBar : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingBar(QWidget *parent = nullptr);
    void setProgress(double progress); ///< 0 to 1; 1: nothing is shown

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_progress = 1.0;
};

} // namespace consilium::app
