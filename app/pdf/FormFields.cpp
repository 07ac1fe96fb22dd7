#include "app/pdf/FormFields.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace consilium::pdf
{

namespace
{

bool hasValue(QPDFFormFieldObjectHelper field)
{
    QPDFObjectHandle value = field.getValue();
    if (value.isString())
        return !value.getStringValue().empty();
    return !value.isNull() && !(value.isName() && value.getName() == "/Off");
}

// An XFA form is drawn by who shows it; its pages may hold no more than a request to use another program.
bool leavesDrawingToUs(QPDF &document, QPDFAcroFormDocumentHelper &form)
{
    if (form.getNeedAppearances() || document.getRoot().getKey("/AcroForm").hasKey("/XFA"))
        return true;
    for (const QPDFFormFieldObjectHelper &field : form.getFormFields())
        if (hasValue(field))
            for (QPDFAnnotationObjectHelper &place : form.getAnnotationsForField(field))
                if (!place.getAppearanceStream("/N").isStream())
                    return true;
    return false;
}

} // namespace

std::optional<DrawnForm> drawForm(const QByteArray &pdf)
try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", pdf.constData(), std::size_t(pdf.size()));
    QPDFAcroFormDocumentHelper form(document);
    if (!form.hasAcroForm())
        return DrawnForm{pdf, false};
    const bool isUncertain = leavesDrawingToUs(document, form);
    form.setNeedAppearances(false); // the pictures that are there are the producer's own
    QPDFPageDocumentHelper(document).flattenAnnotations(0, an_invisible | an_hidden | an_no_view);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    return DrawnForm{QByteArray(reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize())),
                     isUncertain};
} catch (const QPDFExc &error) {
    return error.getErrorCode() == qpdf_e_password ? std::optional(DrawnForm{pdf, false}) : std::nullopt;
} catch (const std::exception &) { // memory as well
    return std::nullopt;
}

} // namespace consilium::pdf
