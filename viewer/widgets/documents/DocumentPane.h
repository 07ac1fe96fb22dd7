#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/widgets/documents/DocumentBody.h"

#include <QFutureWatcher>
#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace consilium::documents
{
struct DocumentContent;
}

namespace consilium::widgets
{

/// What a view shows in place of images: a document with the patient's name over it. Which one is the state's plane
/// (SOP Instance UID, and the page as frame); references become actions. It fetches and reads by itself.
class DocumentPane : public QWidget
{
    Q_OBJECT
public:
    DocumentPane(ViewId view, session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent);
    ~DocumentPane() override;

    /// Shows what the state says. `all`: the documents of the view's data set, not empty.
    void show(const session::ViewState &state, const std::vector<dicom::DocumentPtr> &all);
    /// How its patient stands to whom the tab is about: said in the bar, or as a warning.
    void setStanding(const render2d::PatientStanding &standing);
    /// A command of the reader; what documents do not know is swallowed: windows and turns are for images.
    void runCommand(const QString &command);

    [[nodiscard]] const ViewId &view() const { return m_view; }
    [[nodiscard]] dicom::DocumentPtr document() const { return m_document; }
    [[nodiscard]] int page() const { return m_page; } ///< from 0
    [[nodiscard]] int pageCount() const;              ///< 0: not known yet
    /// What can be seen is the state's document, whole.
    [[nodiscard]] bool isReady() const;
    /// Why there is none; nullopt while it may come.
    [[nodiscard]] std::optional<Error> failure() const;
    /// How the reader left the document that is shown, with its UID; see DocumentBody::place().
    [[nodiscard]] QVariantMap place() const;
    /// Shows that document so, now or as soon as it is read.
    void setPlace(const QVariantMap &place);
    /// For scenarios and tests: "document.title", "ecg.value" ...; null when there is no such thing.
    [[nodiscard]] QVariant answer(const QString &subject, const QVariantMap &options) const;

Q_SIGNALS:
    void changed();
    void maximiseRequested();
    void noticed(const QString &text); ///< why a reference leads nowhere

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Bar;
    void build();
    void load();
    void clearBody();
    void take(const documents::DocumentContent &content);
    void refreshBar();
    [[nodiscard]] QString whatEndangers() const;
    void adopt(QWidget &child);
    void submitPlane(const SopInstanceUid &sop, int page);
    void step(int by);
    void openReference(const documents::ObjectReference &reference);
    [[nodiscard]] QString nameOf(const documents::ObjectReference &reference) const;
    [[nodiscard]] std::optional<std::pair<DataSetId, int>> placeOf(const documents::ObjectReference &reference) const;
    /// By frame, or -1 for a document: the data set, and the index in it or -1.
    using Places = QHash<pixels::FrameKey, std::pair<DataSetId, int>>;
    [[nodiscard]] Places placesIn(const StudyUid &study) const;
    [[nodiscard]] ViewId viewBeside(std::vector<session::Action> &before) const;

    ViewId m_view;
    session::ActionDispatcher &m_dispatcher;
    QPointer<pixels::StudyImages> m_images;
    StudyUid m_study;
    DataSetId m_dataSet;
    std::vector<dicom::DocumentPtr> m_all;
    dicom::DocumentPtr m_document;
    int m_page = 0;
    CancelToken m_cancel;
    std::uint64_t m_asked = 0; ///< number of the last question: answers to earlier ones are dropped
    std::optional<Error> m_failure;
    std::unique_ptr<Bar> m_bar;
    QStackedLayout *m_stack = nullptr;
    render2d::PatientStanding m_standing;
    QLabel *m_status = nullptr, *m_doubt = nullptr, *m_danger = nullptr;
    DocumentBody *m_body = nullptr;
    QVariantMap m_wantedPlace;              ///< of a document that is not read yet
    mutable std::optional<Places> m_places; ///< of the document's study; made when they are asked for
    QTimer m_renaming;
};

} // namespace consilium::widgets
