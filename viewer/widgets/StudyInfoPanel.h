#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"

#include <QWidget>

#include <memory>

namespace consilium::widgets
{

/// The panel on the right: patient, study, series and image of the active view as a list, what is wrong with the data,
/// segmentations of the study where there are some, and the window presets below.
class StudyInfoPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int widthPx = 312, narrowPx = 255; ///< the second one where the window is small

    StudyInfoPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, const tools::Bindings &bindings,
                   QWidget *parent = nullptr);
    ~StudyInfoPanel() override;

    /// What is listed, as "label: value" lines, in order; for scenarios and tests.
    [[nodiscard]] QStringList lines() const;
    /// Every cause for a warning, fidelity or error band of the image, each as one text.
    [[nodiscard]] QStringList problems() const;

Q_SIGNALS:
    void commandRequested(const QString &command); ///< of the preset chips
    void priorRequested(const consilium::StudyUid &study, const consilium::StudyUid &prior,
                        const consilium::SeriesUid &series);
    void noticed(const QString &text); ///< why a click changed nothing

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
