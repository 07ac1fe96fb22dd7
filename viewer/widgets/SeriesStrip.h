#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"

#include <QWidget>

#include <memory>

namespace consilium::widgets
{

/// The series of the study: thumbnail, number, description, modality, count, progress, warnings, failures with retry,
/// and in which cells each is shown. Click, double click, Enter or drag shows a series; the active view is the target.
class SeriesStrip : public QWidget
{
    Q_OBJECT
public:
    static constexpr int widthPx = 156;

    SeriesStrip(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent = nullptr);
    ~SeriesStrip() override;

    /// Which study is listed; an empty id lists that of the active view, and follows it.
    void setStudy(const StudyUid &study);
    /// Listed instead while the active view has shown nothing: a study that is being opened, or that holds outlines
    /// alone.
    void setAwaited(const StudyUid &study);
    [[nodiscard]] StudyUid study() const;
    /// Submits ShowSeries for the active view; nothing happens when it shows that series already. Of a card that is no
    /// data set, as a click on it.
    void showInActiveView(const DataSetId &dataSet);
    /// The card that the keyboard is on, or that was clicked last; empty when there is none.
    [[nodiscard]] DataSetId currentCard() const;
    /// Puts a segmentation or structure set over the active view, where it belongs there (tools::overlayActions).
    void overlayActiveView(const SopInstanceUid &object);
    /// Shows in the active view the series `by` cards further on. False at the end of the list.
    bool step(int by);
    /// The thumbnail as drawn (null while there is none), for tests and for the worklist's preview.
    [[nodiscard]] QImage thumbnail(const DataSetId &dataSet) const;
    [[nodiscard]] bool isIdle() const; ///< no picture is on its way

Q_SIGNALS:
    void menuRequested(const consilium::DataSetId &dataSet, const QPoint &global); ///< on a card
    void noticed(const QString &text);                                             ///< why a click changed nothing

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showCard(int row);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
