#pragma once
#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace consilium::app
{

/// Takes every window of the program off the screen but one, and keeps off what would come while it is drawn: menus and
/// dialogs are closed as if nobody had answered, other windows come back afterwards.
class Curtain : public QObject
{
    Q_OBJECT
public:
    explicit Curtain(QObject *parent = nullptr) : QObject(parent) {}

    void draw(QWidget &front);
    void lift();
    [[nodiscard]] bool isDrawn() const { return m_front != nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeOff(QWidget *window);
    [[nodiscard]] bool isBehind(const QWidget *window) const;

    QPointer<QWidget> m_front;
    std::vector<QPointer<QWidget>> m_behind;
};

} // namespace consilium::app
