#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/ReferenceLines.h"
#include "viewer/render2d/RoiHistogram.h"
#include "viewer/render2d/Sample.h"
#include "viewer/render2d/SegmentPainter.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"
#include "viewer/tools/LinkedScroll.h"
#include "viewer/tools/MarkCommands.h"
#include "viewer/tools/SpaceCursor.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace consilium::widgets
{

/// From here on it is said how long something has been awaited: a slow line brings an image in less.
inline constexpr qint64 longWaitMs = 8'000;

/// Lines where the active view's image cuts the others: none, that of the image, or also of the ends of its stack; or
/// where the image of each view cuts each other one.
enum class ReferenceLines { Off, Current, WithEnds, AllViews };
class DocumentPane;

/// One cell of the layout: listens to the dispatcher and to StudyImages, draws the image on the CPU, hands input to the
/// bound tool and submits the actions it gives. Bands are rows beside the image area, so nothing covers pixels.
class ViewportWidget : public QWidget
{
    Q_OBJECT
public:
    ViewportWidget(ViewId view, session::ActionDispatcher &dispatcher, pixels::StudyImages &images,
                   tools::Bindings &bindings, QWidget *parent = nullptr);
    ~ViewportWidget() override;

    [[nodiscard]] const ViewId &view() const;

    // What a person reads; scenarios and tests read the same values.
    [[nodiscard]] render2d::OverlayText overlayText() const;
    [[nodiscard]] std::vector<render2d::Band> bands() const;
    [[nodiscard]] std::vector<render2d::Band> bandCauses() const; ///< all of them, also those behind "+2"
    [[nodiscard]] int sliceIndex() const;                         ///< -1 when nothing is shown
    /// The image now on the screen is that of the current state, full resolution, painted.
    [[nodiscard]] bool isDrawn() const;
    /// The image area without overlay, device pixels, as last drawn.
    [[nodiscard]] QImage imageOnly() const;
    [[nodiscard]] QRect imageArea() const; ///< in this widget's logical pixels
    /// Where pixels of the shown image lie in the image area; nullopt when nothing is shown.
    [[nodiscard]] std::optional<imaging::ViewTransform> transform() const;
    /// The DICOM instance shown or waited for; null when there is none.
    [[nodiscard]] dicom::InstancePtr instance() const { return shownInstance(); }
    /// What is shown in place of images; null when the view shows images or nothing.
    [[nodiscard]] const DocumentPane *document() const;
    /// Stable name of why there is no image ("Empty", "Describing", "Loading", "NotInStack", or an ErrorCode's name);
    /// empty when there is one.
    [[nodiscard]] QString absence() const;
    /// What stands in the middle in place of an image, translated: why there is none, or that it comes. Empty where an
    /// image or a document is shown.
    [[nodiscard]] QString middleText() const;
    /// The value under the pointer as written over the image; empty when the pointer is elsewhere.
    [[nodiscard]] QString readout() const;

    /// How it goes along with the active view; nullopt: nothing is linked, or this is the active view.
    [[nodiscard]] std::optional<tools::LinkedView> linkedView() const;
    /// Where the 3D cursor lies to the image.
    [[nodiscard]] tools::CursorPlace cursorPlace() const;
    /// Where the active view's image cuts this one's.
    [[nodiscard]] std::vector<render2d::ReferenceLine> referenceLines() const;
    void setReferenceLines(ReferenceLines lines);

    /// The segments drawn over the image shown.
    [[nodiscard]] const render2d::SegmentLayers &segments() const;
    /// The local actor's mark under the pointer or right beside it; empty when there is none.
    [[nodiscard]] AnnotationId markAtPointer() const;
    /// Why the image shown is a key image, as its badge says it; empty: it is none.
    [[nodiscard]] QString keyImageText() const;
    /// The local actor's marks that can be seen on this image.
    [[nodiscard]] std::vector<AnnotationId> ownMarks() const;
    /// Takes one mark away, as one undo step.
    void removeMark(const AnnotationId &mark);

    /// The marks as they are drawn, the one that is being drawn among them.
    [[nodiscard]] const std::vector<render2d::MarkShape> &marks() const;
    /// Which mark is drawn as selected, where it is seen; of this window only, not of the state. Empty: none.
    void selectMark(const AnnotationId &mark);
    [[nodiscard]] const AnnotationId &selectedMark() const;
    [[nodiscard]] bool isMarkSeen(const AnnotationId &mark) const;
    /// Exactly under the pointer, whoever's; empty: none.
    [[nodiscard]] AnnotationId markUnderPointer() const;
    /// The same of the local actor's.
    [[nodiscard]] AnnotationId ownMarkUnderPointer() const;
    // What follows is for the local actor's marks that are seen here; false: this is none of them.
    /// By logical screen pixels; a run of it is one undo step.
    bool nudgeMark(const AnnotationId &mark, ScreenVector by);
    /// Opens the field in which a mark's text is typed.
    bool editMarkText(const AnnotationId &mark);
    bool putLabelBeside(const AnnotationId &mark);
    /// nullopt: it is not seen here.
    [[nodiscard]] std::optional<tools::CopiedMark> copyOf(const AnnotationId &mark) const;
    /// Puts a copy on the image shown, as one undo step. Returns why it cannot, translated; empty: it is there and
    /// selected.
    QString paste(const tools::CopiedMark &copied);
    /// Of a region that is seen here, whoever's.
    [[nodiscard]] render2d::HistogramAnswer histogramOf(const AnnotationId &mark) const;
    /// The tool of a button is another: what it has begun to draw goes.
    void checkDraft();

    /// Runs a one-shot command ("rotate-right") on this view as one undo step. Returns why there was nothing to do,
    /// translated, where a reader needs to be told.
    QString runCommand(const QString &command);
    /// As part of a gesture that has begun.
    QString runCommand(const QString &command, session::GestureId gesture);
    /// Opens the field in which the window is typed. False when no grey image is shown.
    bool typeWindow();
    /// Shows the place under the pointer enlarged `times` over (2 to 4) in a round lens; 0: no lens. Of this window
    /// only, not of the state.
    void setLens(int times);
    [[nodiscard]] int lens() const;
    /// The value of a pixel as the readout has it: of the slab where one is shown.
    [[nodiscard]] std::optional<render2d::Sample> sampleAt(ImagePoint at) const;
    /// What is shown, for those who make labels of their own.
    [[nodiscard]] const render2d::OverlayInput &shownInput() const;
    /// What an empty view says: what is on its way, or why nothing comes. Empty: that a series can be chosen.
    void setEmptyText(const QString &text);
    [[nodiscard]] QString emptyText() const;
    /// How the patient of a study stands to whom the tab is about; asked whenever something else is shown, and by
    /// refreshStanding(). Images of somebody else get a frame beside them, and words. Null: nobody knows.
    using Standings = std::function<render2d::PatientStanding(const StudyUid &)>;
    void setStandings(Standings standings);
    void refreshStanding();
    void setPlayText(const QString &text); ///< how fast it is played; empty: it stands
    void setOverlayVisible(bool visible);  ///< false hides all but name, laterality and bands

    /// Data sets are dragged as this MIME type: "<study uid>\n<data set id>" in UTF-8; segmentations with a third line,
    /// their SOP Instance UID.
    static QString dataSetMimeType();
    /// A study that need not be open yet: its Study Instance UID in UTF-8 (studyDropped()).
    static QString studyMimeType();

Q_SIGNALS:
    void studyDropped(const consilium::StudyUid &study);
    void drawn();        ///< a finished image of the current state was painted
    void previewDrawn(); ///< one at a lower resolution was, the finished one comes later
    void activated();
    void imageAreaChanged(); ///< its size is another, or what a pixel of the monitor measures
    void detailsRequested(const QString &bandId);
    void maximiseRequested();
    /// A click with the right button that was no drag, or the keyboard's menu key.
    void menuRequested(const QPoint &global);
    /// The right button is held without moving. What it had begun is taken back.
    void radialMenuRequested(const QPoint &global);
    void noticed(const QString &text); ///< why something that was clicked or dropped here leads nowhere
    void markChosen(const consilium::AnnotationId &mark); ///< by a click; empty: a click beside all marks

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] dicom::InstancePtr shownInstance() const;
    void dropSegmentation(const SopInstanceUid &uid);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
