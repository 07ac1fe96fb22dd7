#include "viewer/widgets/documents/DocumentCard.h"

#include "viewer/render2d/CodeWords.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using dicom::DocumentKind;

namespace
{
struct Words {
    Q_DECLARE_TR_FUNCTIONS(DocumentCard)
};
} // namespace

QString documentIcon(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::KeyImages:
        return u"key-image"_s;
    case DocumentKind::Pdf:
        return u"document-pdf"_s;
    case DocumentKind::Waveform:
        return u"ecg"_s;
    case DocumentKind::PresentationState:
        return u"image"_s;
    case DocumentKind::Report:
    case DocumentKind::ClinicalDocument:
        break;
    }
    return u"document"_s;
}

QString documentKindName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::KeyImages:
        return u"key-images"_s;
    case DocumentKind::Pdf:
        return u"pdf"_s;
    case DocumentKind::Waveform:
        return u"waveform"_s;
    case DocumentKind::PresentationState:
        return u"presentation-state"_s;
    case DocumentKind::ClinicalDocument:
        return u"clinical"_s;
    case DocumentKind::Report:
        break;
    }
    return u"report"_s;
}

QString documentTitle(const dicom::DocumentHeader &document)
{
    if (!document.title.isEmpty())
        return render2d::conceptText(document.title);
    switch (document.kind) {
    case DocumentKind::KeyImages:
        return Words::tr("Key images");
    case DocumentKind::Pdf:
        return Words::tr("PDF document");
    case DocumentKind::Waveform:
        return document.sopClass.text().startsWith("1.2.840.10008.5.1.4.1.1.9.1."_L1) ? Words::tr("ECG")
                                                                                      : Words::tr("Curves");
    case DocumentKind::ClinicalDocument:
        return Words::tr("Clinical document");
    case DocumentKind::PresentationState:
        return Words::tr("Presentation state");
    case DocumentKind::Report:
        break;
    }
    return Words::tr("Structured report");
}

QStringList documentFacts(const dicom::DocumentHeader &document)
{
    QStringList facts;
    if (const QString date = render2d::dateTimeText(document.date, document.time); !date.isEmpty())
        facts << date;
    if (document.isPreliminary)
        facts << Words::tr("preliminary");
    if (document.completion == "COMPLETE"_L1)
        facts << Words::tr("complete");
    else if (document.completion == "PARTIAL"_L1)
        facts << Words::tr("partial");
    if (document.verification == "VERIFIED"_L1)
        facts << Words::tr("verified");
    else if (document.verification == "UNVERIFIED"_L1)
        facts << Words::tr("not verified");
    if (!document.keyImages.empty())
        facts << Words::tr("%n image(s)", nullptr, int(document.keyImages.size()));
    return facts;
}

} // namespace consilium::widgets
