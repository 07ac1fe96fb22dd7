#pragma once
#include "app/settings/ProfileSettings.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace consilium::app
{

/// How one study follows another: in which tab, what becomes of the one that is left, and whether the next is fetched
/// ahead. What is chosen holds at once.
class FlowSettings : public QWidget
{
    Q_OBJECT
public:
    explicit FlowSettings(ProfileSettings &settings, QWidget *parent = nullptr);

private:
    void addChoice(QVBoxLayout &column, const QString &name, const QString &text, const QString &meaning, bool isOn,
                   std::function<void(bool)> set);
};

} // namespace consilium::app
