#pragma once
#include "app/usecases/RestoredMarks.h"
#include "base/CancelToken.h"
#include "base/Pending.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/pixels/StudyImages.h"

#include <functional>
#include <memory>
#include <vector>

namespace consilium::app
{

/// Reads measurements, presentation states and key image notes of opened studies, of this and of other programs, one
/// after the other and behind the images: as soon as all series of a study are described, so that it can be said which
/// images they name. What is refused or left out is listed with its reason. UI thread only; parsed on a worker.
class KeptObjects : public objects::StudyObjects
{
    Q_OBJECT
public:
    /// The bytes of a document, checked to be that of its header; as StudyImages::fetchDocument(), at a low priority.
    using Fetch = std::function<Pending<Result<QByteArray>>(const dicom::DocumentPtr &, const CancelToken &)>;
    /// `images` outlives this.
    KeptObjects(pixels::StudyImages &images, Fetch fetch, QObject *parent = nullptr);
    ~KeptObjects() override; ///< cancels

    /// Objects that were saved on this computer: those that the archive does not list (yet) are read from here, and as
    /// if it did. Once it lists them nothing is doubled: they are the same objects.
    struct Local {
        /// Of a study, with their UIDs and classes.
        std::function<std::vector<dicom::DocumentPtr>(const StudyUid &)> objects;
        /// NotFound: it has been sent meanwhile, and the archive has it.
        std::function<Pending<Result<QByteArray>>(const SopInstanceUid &)> fetch;
        std::function<bool(const SopInstanceUid &)> isWaiting; ///< it is not in the archive yet
    };
    void setLocal(Local local);
    void localChanged(const StudyUid &study);  ///< Local says something else of it
    void forget(const SopInstanceUid &object); ///< it was given up: it will be in no archive

    /// All that is to be restored of the study, each identity once; empty while it is being read.
    [[nodiscard]] const std::vector<RestoredMark> &marks(const StudyUid &study) const;
    /// All objects of the study have been read or have failed.
    [[nodiscard]] bool isRead(const StudyUid &study) const;
    /// Marks of the session are kept now, as given here, in this object: what was said of them before holds no more.
    void noteSaved(const objects::MarkOrigin &origin, const std::vector<session::Annotation> &marks);

    [[nodiscard]] const objects::MarkOrigin *origin(const AnnotationId &mark) const override;
    [[nodiscard]] std::vector<objects::PresentationStatePtr> states(const StudyUid &study) const override;
    [[nodiscard]] std::vector<objects::ObjectTrouble> troubles(const StudyUid &study) const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
