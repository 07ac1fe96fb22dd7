#pragma once
#include "app/usecases/StateLayers.h"
#include "app/windows/ReadingSession.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QObject>

class QWidget;

namespace consilium::app
{

/// Commands about what is kept of a study: its presentation states and key images. A child of the grid.
class KeptCommands : public QObject
{
    Q_OBJECT
public:
    KeptCommands(ReadingSession &session, pixels::StudyImages &images, widgets::LayoutGrid &grid);

    /// Runs "presentation-states" (a menu of those of the active view's study, below `anchor`),
    /// "presentation-state-1" (the newest) and so on, "graphic-layers" (a menu of the layers of those states),
    /// "graphic-layer-1" (hides or shows the first one) and so on, "key-images-only", "next-key-image",
    /// "previous-key-image". False: it is none of them.
    bool run(const QString &command, QWidget &anchor);

Q_SIGNALS:
    void noticed(const QString &text); ///< what came of it, or why there was nothing to do

private:
    void showMenu(QWidget &anchor);
    // A menu means what it showed, whatever has come since.
    void applyAt(std::size_t index);
    void apply(const objects::PresentationState &state);
    [[nodiscard]] std::vector<StateLayer> layers() const; ///< of the active view's study
    void showLayers(QWidget &anchor);
    void toggleLayerAt(std::size_t index);
    void toggleLayer(const StateLayer &layer);
    void showKeyImages();
    void step(int direction);

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    widgets::LayoutGrid &m_grid;
};

} // namespace consilium::app
