#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"

#include <QWidget>

#include <memory>

namespace consilium::widgets
{

/// Chips of window presets with their keys; the one in use in the active view is marked.
class WindowPresetPanel : public QWidget
{
    Q_OBJECT
public:
    WindowPresetPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images,
                      const tools::Bindings &bindings, QWidget *parent = nullptr);
    ~WindowPresetPanel() override;

Q_SIGNALS:
    void commandRequested(const QString &command); ///< "window-preset-lung", "window-default"

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
