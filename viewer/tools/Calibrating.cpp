#include "viewer/tools/Calibrating.h"

#include "viewer/imaging/Calibration.h"
#include "viewer/session/Validation.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace consilium::tools
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Calibrating)
};

} // namespace

std::optional<QString> typedLength(const QString &typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).simplified().toLower(); // full-width digits too
    double factor = 1.0;
    for (const auto &[unit, mm] :
         {std::pair(u"mm"_s, 1.0), std::pair(u"cm"_s, 10.0), std::pair(u"毫米"_s, 1.0), std::pair(u"厘米"_s, 10.0)}) {
        if (!text.endsWith(unit))
            continue;
        text.chop(unit.size());
        factor = mm;
        break;
    }
    text = text.trimmed();
    // "1,000" is a metre to one and a millimetre to another.
    static const QRegularExpression ambiguous(u",\\d{3}$"_s);
    if (text.contains(ambiguous))
        return std::nullopt;
    text.replace(u',', u'.');
    if (text.startsWith(u'.'))
        text.prepend(u'0');
    const auto number = session::knownLengthMm(text);
    if (!number)
        return std::nullopt;
    // A hundredth of a millimetre is finer than any hand draws.
    QString mm = QString::number(*number * factor, 'f', 2);
    while (mm.endsWith(u'0'))
        mm.chop(1);
    if (mm.endsWith(u'.'))
        mm.chop(1);
    return session::knownLengthMm(mm) ? std::optional(mm) : std::nullopt;
}

QString whyNotCalibrated(const ToolContext &context)
{
    if (!context.instance)
        return Text::tr("No image is shown here.");
    switch (imaging::calibrationHindrance(context.instance->geometry)) {
    case imaging::CalibrationHindrance::None:
        break;
    case imaging::CalibrationHindrance::PatientPlane:
        return Text::tr("Not calibrated by hand: this image says itself where its pixels lie in the patient.");
    case imaging::CalibrationHindrance::UltrasoundScale:
        return Text::tr("Not calibrated by hand: this image brings the scale of the ultrasound machine.");
    }
    return {};
}

std::vector<session::Action> calibrationActions(const ToolContext &context, const session::Annotation &calibration)
{
    std::vector<session::Action> actions;
    context.state.annotations().forEach([&](const session::Annotation &mark) {
        const bool isReplaced = mark.kind == session::AnnotationKind::Calibration && mark.sop == calibration.sop &&
                                mark.author == calibration.author && mark.id != calibration.id;
        if (isReplaced)
            actions.emplace_back(session::RemoveAnnotation{mark.id});
    });
    actions.emplace_back(session::AddAnnotation{calibration});
    return actions;
}

} // namespace consilium::tools
