#pragma once
#include "app/usecases/SeriesAlignment.h"
#include "app/windows/ReadingSession.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QMessageBox;
class QProgressDialog;

namespace consilium::app
{

/// Aligns views whose series have different frames of reference, by computation and only when somebody asks for it:
/// "align-views" those of the layout with the active one, "align-off" takes it back. A child of the grid.
class AlignCommands : public QObject
{
    Q_OBJECT
public:
    AlignCommands(ReadingSession &session, pixels::StudyImages &images, widgets::LayoutGrid &grid);
    ~AlignCommands() override;

    /// False: it is none of them.
    bool run(const QString &command);
    /// The reader wants views to scroll together, and some have another frame of reference: asks whether they are to be
    /// aligned. Nothing is asked where there is nothing to align. The question blocks nothing.
    void offer();
    [[nodiscard]] bool isRunning() const { return m_task != nullptr; }

Q_SIGNALS:
    void noticed(const QString &text); ///< what came of it, or why there was nothing to do

private:
    /// A view that is to be aligned with the one that was active when it was asked for.
    struct Pair {
        ViewId first, second;
        dicom::DataSetPtr firstStack, secondStack;
        int tries = 1;
    };
    /// What a question is about: the active view, and which series each view of the layout shows.
    struct Offered {
        ViewId active;
        std::vector<DataSetId> shown;
        bool operator==(const Offered &) const = default;
    };
    [[nodiscard]] Offered offeredNow() const;
    /// A question about views that are no longer there, or show other series, is none.
    void checkQuestion();
    [[nodiscard]] QString whyNothing() const;
    void begin(bool thenLink);
    void takeBack();
    void next();
    void finish(const Pair &pair, const SeriesAlignment::End &end);
    void link();
    [[nodiscard]] bool isStillShown(const Pair &pair) const;
    /// True: the views show these series still, arranged anew, and they are aligned as they are now.
    [[nodiscard]] bool goesOnWith(const Pair &pair);
    void tellFailure(const Pair &pair, const SeriesAlignment::End &end);
    void closeQuestion();

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    widgets::LayoutGrid &m_grid;
    std::vector<Pair> m_waiting;
    QStringList m_told;
    SeriesAlignment *m_task = nullptr;
    QPointer<QProgressDialog> m_progress;
    QPointer<QMessageBox> m_question;
    Offered m_offered; ///< of m_question
    bool m_thenLink = false, m_hasAligned = false;
    session::GestureId m_gesture = 0;
};

} // namespace consilium::app
