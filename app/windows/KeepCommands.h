#pragma once
#include "app/usecases/MarkSender.h"
#include "base/Ids.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace consilium::pixels
{
class StudyImages;
}
namespace consilium::session
{
struct Annotation;
struct ImageRef;
} // namespace consilium::session
namespace consilium::widgets
{
class LayoutGrid;
class ViewportWidget;
} // namespace consilium::widgets

namespace consilium::app
{

class ReadingSession;

/// What a reading page does to keep what was marked: choosing key images, and saving. A child of the grid.
class KeepCommands : public QObject
{
    Q_OBJECT
public:
    KeepCommands(ReadingSession &session, widgets::LayoutGrid &grid);

    void use(MarkSender *sender); ///< null: nobody saves here
    /// Runs "save-marks", "save-marks-as-files" (asks for a folder), "save-marks-as-files:FOLDER"; "save-view" (how the
    /// active view shows its image), "save-views" (all views that are seen); "key-image" (the image of the active view;
    /// as a key image with the reason chosen last, which is asked for the first time; not any more where it is one),
    /// "key-image-reason" (asks), "key-image:CODE", "key-image-off", "key-images-shown" (those of all views). False: it
    /// is none of them.
    bool run(const QString &command);
    /// Why such a command can do nothing now; empty: it can, or it is none of them.
    [[nodiscard]] QString whyNot(const QString &command) const;

Q_SIGNALS:
    void noticed(const QString &text);

private:
    bool runSaving(const QString &command);
    void askForFiles(const StudyUid &study);
    void askForFolder(const StudyUid &study);
    void askForReason();
    void toggle();
    void mark(const std::vector<widgets::ViewportWidget *> &viewports, const QString &code);
    void unmark();
    [[nodiscard]] const session::Annotation *keyMarkOf(const widgets::ViewportWidget &viewport) const;
    [[nodiscard]] std::vector<StudyUid> unsavedStudies() const;
    [[nodiscard]] StudyUid shownStudy() const;
    [[nodiscard]] std::vector<MarkSender::SeenView> seenViews() const;
    [[nodiscard]] QString whyNotSaveViews() const;

    ReadingSession &m_session;
    widgets::LayoutGrid &m_grid;
    MarkSender *m_sender = nullptr;
    QString m_reason; ///< code value of the title chosen last; empty: none yet
};

} // namespace consilium::app
