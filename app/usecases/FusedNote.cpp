#include "app/usecases/FusedNote.h"

#include "app/usecases/MarkObjects.h"
#include "viewer/imaging/FusedPlane.h"
#include "viewer/tools/ShownStack.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(FusedNote)
};

/// What is laid over the images of the view reaches the image of the mark.
bool isUnder(const dicom::DataSet &over, const dicom::DataSet &stack, const session::Annotation &mark,
             const pixels::StudyImages &images)
{
    const int slice = needsPixels(mark.kind) ? stack.indexOf(mark.sop, mark.frame) : -1;
    if (slice < 0)
        return false;
    const auto plan = imaging::planFusion(over, *stack.slices[std::size_t(slice)], images.pairs());
    return plan.refusal == imaging::FusionRefusal::None && !plan.isOutside();
}

} // namespace

QStringList notesOnFused(const std::vector<session::Annotation> &marks, const SavedMarks &before,
                         const session::ViewerState &state, const pixels::StudyImages &images)
{
    const auto isNew = [&before](const session::Annotation &mark) {
        return std::find(before.marks.begin(), before.marks.end(), mark) == before.marks.end();
    };
    QStringList notes;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const session::ViewState &view = state.view(session::Layout::viewAt(i));
        if (!view.fusion)
            continue;
        session::ViewState laid;
        laid.study = view.fusion->study;
        laid.dataSet = view.fusion->dataSet;
        const auto stack = tools::shownStack(view, images), over = tools::shownStack(laid, images);
        const bool isAny = stack && over && std::any_of(marks.begin(), marks.end(), [&](const auto &mark) {
                               return isNew(mark) && isUnder(*over, *stack, mark, images);
                           });
        if (!isAny)
            continue;
        const QString name = (over->header.modality + u' ' + over->header.description.trimmed()).trimmed();
        notes << Text::tr("The figures of the series laid over the images (%1) are not kept: saved are those of the "
                          "images themselves alone. Write down what you need of them.")
                     .arg(name);
    }
    notes.removeDuplicates();
    return notes;
}

} // namespace consilium::app
