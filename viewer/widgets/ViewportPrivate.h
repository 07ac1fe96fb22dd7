#pragma once
#include "viewer/render2d/HaloText.h"
#include "viewer/render2d/MarkHit.h"
#include "viewer/render2d/ReferenceLines.h"
#include "viewer/render2d/SliceRenderer.h"
#include "viewer/tools/LinkedScroll.h"
#include "viewer/tools/SpaceCursor.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/EnhancementMaker.h"
#include "viewer/widgets/FusionMaker.h"
#include "viewer/widgets/MarkTextEntry.h"
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/ShownImage.h"
#include "viewer/widgets/SlabMaker.h"
#include "viewer/widgets/ViewportInput.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/documents/DocumentPane.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

namespace consilium::widgets
{

inline constexpr int standingFramePx = 4; ///< round images of another patient than the tab's

/// Inner workings of ViewportWidget, shared by its source files.
struct ViewportWidget::Private {
    Private(ViewportWidget *widget, ViewId id, session::ActionDispatcher &actions, pixels::StudyImages &source,
            tools::Bindings &mouse);

    ViewportWidget *q;
    ViewId view;
    session::ActionDispatcher &dispatcher;
    QPointer<pixels::StudyImages> images;
    tools::Bindings &bindings;
    ViewportInput *input = nullptr;
    BandRow *topBand = nullptr, *secondBand = nullptr, *bottomBand = nullptr;

    QPushButton *again = nullptr;     ///< made when the view first shows what may come when it is asked for once more
    DocumentPane *document = nullptr; ///< made when the view first shows one
    bool showsDocument = false;       ///< in place of images

    ShownImage shown;
    // Children of the widget.
    SlabMaker *slabs;
    EnhancementMaker *enhancements;
    FusionMaker *fusions;
    QTimer waitTimer; ///< runs while an image is awaited
    QElapsedTimer awaited;
    void followWait();
    QTimer slabTimer;            ///< slices of a slab that come one after the other are put together in turns
    QRect imageRect;             ///< the widget less its bands, logical pixels
    MonitorMeasure measure = {}; ///< of the monitor that it lies on, when it was laid out last
    std::optional<imaging::ViewTransform> transform;
    render2d::OverlayText text;
    std::vector<render2d::Band> bandList;
    std::vector<render2d::MarkShape> marks;
    render2d::MarkCache markValues;
    /// Where labels stand, so that none leaps while the image is zoomed or moved or a mark is dragged. After any other
    /// change they find their places anew: a view shows what any other one would show.
    struct LabelMemory {
        render2d::LabelPlaces places;
        session::AnnotationSet annotations;
        AnnotationId selected;
        session::Orientation orientation;
        QSize size;
        double scale = 0.0;
    } labelMemory;
    render2d::MarkLayer markLayer;
    render2d::SegmentLayers segments; ///< on the image shown
    int lastIndex = -1, direction = 0;
    DataSetId lastNamed;

    render2d::SliceRenderer renderer;
    const QImage *image = nullptr; ///< the renderer's; null until something was drawn
    bool imageStale = true;        ///< the pixels must be drawn anew
    bool drawn = false;            ///< what is on the screen is `shown`, whole and at full resolution
    bool overlayVisible = true;
    Standings standings;
    QString emptyText; ///< what an empty view says of the study that was asked for
    QString playText;  ///< while it is played: how fast
    bool dropHovered = false;
    bool keyboardFocus = false;
    render2d::HaloText halo;

    // How it stands to the active view (ViewportNeighbours.cpp)
    ReferenceLines referenceLines = ReferenceLines::Off;
    std::vector<render2d::ReferenceLine> cuts; ///< of the active view's image in this one's
    std::optional<tools::LinkedView> linked;   ///< nullopt: nothing is linked, or this is the active view
    tools::CursorPlace cursorPlace;            ///< of the 3D cursor in this image

    std::optional<QPointF> menuFrom; ///< where the right button went down, until it moves
    QTimer holdTimer;                ///< runs while that button is held and has not moved
    void offerRadialMenu();
    std::optional<QPointF> choosesAt; ///< where the left button went down that may choose a mark, until it moves
    std::optional<QPointF> pointer;   ///< in the image area
    QString readout;                  ///< value under the pointer
    QRect readoutRect;

    int lens = 0; ///< how many times the magnifier enlarges; 0: there is none
    render2d::SliceRenderer lensRenderer;
    QPointF pressedAt;
    std::optional<Qt::CursorShape> cursor = {}; ///< nullopt: the usual one
    bool isWindowTextPressed = false;           ///< a click on the window's numbers has begun

    // Marks (ViewportMarks.cpp)
    AnnotationId selected; ///< drawn as such where it is seen
    AnnotationId drafted;  ///< of `marks`, the one that is being drawn
    QPointer<MarkTextEntry> textEntry;
    bool isMoving = false; ///< into another window: hidden and shown again at once
    void updateMarks();
    [[nodiscard]] render2d::LabelRoom labelRoom();
    bool followLabels();
    void showSelected();
    void updateDraft();
    void checkDraft();
    void askForText(const session::Annotation &draft);
    /// The mark whose length or words are being typed: seen until then, though it is none yet.
    std::optional<session::Annotation> asked = {};
    void openTextEntry(const QString &text, ScreenPoint at, bool isLength, std::function<void(const QString &)> taken);
    [[nodiscard]] std::optional<tools::MarkUnder> markUnder(ScreenPoint at, double reachPx) const;
    [[nodiscard]] const session::Annotation *ownMark(const AnnotationId &id) const;
    [[nodiscard]] const session::Annotation *ownMarkHere(const AnnotationId &id) const; ///< null: not seen here
    [[nodiscard]] std::optional<Qt::CursorShape> cursorOfMarks() const;
    [[nodiscard]] bool takesKey(const QKeyEvent &event) const;
    bool runKey(const QKeyEvent &event);
    void clickMark();

    /// Looks everything up anew, asks for the pixels, and schedules what has to be drawn.
    [[nodiscard]] bool isMaskAlone(const ShownImage &image) const;
    void refresh();
    [[nodiscard]] render2d::PatientStanding standingOf(const StudyUid &study) const;
    void refreshDocument();
    void refreshSegments();
    void refreshProgress();
    void layOutBands();
    void want();
    [[nodiscard]] bool isMadeWhileSeen() const;
    void layOut();
    bool followCalibration();
    void updateLabels();
    void updateReadout();
    void repaintImage();   ///< pixels and what stands over them
    void repaintOverlay(); ///< only what stands over them
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] tools::ToolContext context() const;

    /// After something changed that the active view shows. True when what is drawn here changes with it.
    bool updateNeighbours();
    [[nodiscard]] std::vector<render2d::ReferenceLine> cutsOfAll() const;
    [[nodiscard]] QString linkText() const;
    /// Places are carried over between this image and that of another view by a computed alignment.
    [[nodiscard]] bool isAlignedByComputation() const;
    /// After the 3D cursor or the image changed. True when what is drawn here changes with it.
    bool updateCursorPlace();
    void paintSpaceCursor(QPainter &painter) const;

    void connectSources();
    void onFrame(const pixels::FrameKey &key);
    [[nodiscard]] render2d::SliceRenderer::Input renderInput() const;
    [[nodiscard]] QRectF windowTextRect() const; ///< in the image area
    void updateCursor();
    void onApplied(const session::ChangeSet &changes);

    // Painting (ViewportPaint.cpp)
    void paint(QPainter &painter);
    [[nodiscard]] QString middleText() const;
    void paintAbsence(QPainter &painter);
    void paintEmpty(QPainter &painter);
    void paintLoading(QPainter &painter);
    void paintFailure(QPainter &painter);
    void offerAgain();
    void paintFrame(QPainter &painter) const;
    void paintStanding(QPainter &painter) const;
    void paintReadout(QPainter &painter);
    [[nodiscard]] QRectF keyImagePlate(); ///< empty: it is none
    void paintKeyImage(QPainter &painter);
    void paintLens(QPainter &painter);
    [[nodiscard]] QString seriesName() const;
};

} // namespace consilium::widgets
