#include "app/usecases/StateGreys.h"

#include "viewer/session/Validation.h"

#include <QCoreApplication>

#include <cmath>

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(PresentationStates)
};

session::VoiFunction functionOf(dicom::VoiFunctionKind kind)
{
    switch (kind) {
    case dicom::VoiFunctionKind::LinearExact:
        return session::VoiFunction::LinearExact;
    case dicom::VoiFunctionKind::Sigmoid:
        return session::VoiFunction::Sigmoid;
    case dicom::VoiFunctionKind::Linear:
        break;
    }
    return session::VoiFunction::Linear;
}

} // namespace

bool isSameLut(const dicom::LookupTable *a, const dicom::LookupTable *b)
{
    if (!a || !b)
        return !a && !b;
    // By US or SS, the first input is the same 16 bits.
    return std::uint16_t(a->firstMapped) == std::uint16_t(b->firstMapped) && a->bits == b->bits &&
           a->entries == b->entries;
}

bool hasSameModalityLut(const objects::PresentationState &state, const dicom::Instance &image)
{
    return isSameLut(state.modalityLut.get(), image.grey.modalityLut.get());
}

ValueScale valueScale(const objects::PresentationState &state, const dicom::Instance &image)
{
    if (image.grey.modalityLut)
        return {};
    const objects::ModalityStep step = state.modality.value_or(objects::ModalityStep{});
    const double factor = step.slope / image.grey.slope;
    return {factor, step.intercept - image.grey.intercept * factor};
}

StateWindow windowOn(const objects::PresentationState &state, const dicom::Instance &image,
                     const objects::SoftcopyVoi &voi)
{
    if (!hasSameModalityLut(state, image))
        return {std::nullopt,
                Text::tr("The window of the state counts in values of a table (Modality LUT); it is not used.")};
    // From the state's modality values to stored ones, from there to the image's; by tables, both have the same.
    const bool isByTable = image.grey.modalityLut != nullptr;
    const objects::ModalityStep step = state.modality.value_or(objects::ModalityStep{});
    const double scale = isByTable ? 1.0 : image.grey.slope / step.slope;
    if (!(scale > 0.0) || !std::isfinite(scale))
        return {std::nullopt, Text::tr("The values of the state run the other way than those of the image; its window "
                                       "is not used.")};
    session::Window window{voi.window->centre, voi.window->width, functionOf(voi.function)};
    if (!isByTable && (scale != 1.0 || step.intercept != image.grey.intercept)) {
        // The linear function steps by whole values (C.11.2.1.2.1); in other units only the exact one is the same.
        if (window.function == session::VoiFunction::Linear && scale != 1.0) {
            window.centre -= 0.5;
            window.width -= 1.0;
            window.function = session::VoiFunction::LinearExact;
        }
        window.centre = (window.centre - step.intercept) * scale + image.grey.intercept;
        window.width *= scale;
    }
    if (!session::checkWindow(window))
        return {std::nullopt, Text::tr("The window of the state cannot be used.")};
    return {window, {}};
}

} // namespace consilium::app
