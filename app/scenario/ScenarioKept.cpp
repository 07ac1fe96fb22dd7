#include "app/scenario/ScenarioKept.h"

#include "app/usecases/ApplyState.h"
#include "app/usecases/StateLayers.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/widgets/ViewportWidget.h"

namespace consilium::app
{

using namespace Qt::StringLiterals;
namespace scenario = session::scenario;

namespace
{

QString option(const scenario::Options &options, const QString &key, const QString &otherwise = {})
{
    const auto found = options.find(key);
    return found == options.end() ? otherwise : found->second;
}

QJsonValue linesOf(const QStringList &lines)
{
    return lines.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(lines.join(u'\n'));
}

} // namespace

std::optional<Result<QJsonValue>> keptSubject(ScenarioHost &host, const QString &subject,
                                              const scenario::Options &options)
{
    if (subject != u"mark.origin"_s && !subject.startsWith(u"kept."_s))
        return std::nullopt;
    const objects::StudyObjects *const known = host.images().objects();
    if (!known)
        return QJsonValue(QJsonValue::Null);
    if (subject == u"mark.origin"_s) {
        const objects::MarkOrigin *const origin = known->origin(AnnotationId(option(options, u"annotation"_s)));
        if (!origin)
            return QJsonValue(QJsonValue::Null);
        QStringList lines{origin->author, origin->made, origin->program};
        if (!origin->layer.isEmpty())
            lines << origin->layer;
        if (origin->isWaiting)
            lines << u"waiting to be sent"_s;
        return linesOf(lines);
    }
    const ViewId view(option(options, u"view"_s, u"v1"_s));
    const StudyUid &study = host.dispatcher().state().view(view).study;
    QStringList lines;
    if (subject == u"kept.key-image"_s) {
        const widgets::ViewportWidget *const viewport = host.viewport(view);
        return viewport && !viewport->keyImageText().isEmpty() ? QJsonValue(viewport->keyImageText())
                                                               : QJsonValue(QJsonValue::Null);
    }
    if (subject == u"kept.states"_s) {
        for (const objects::PresentationStatePtr &state : known->states(study))
            lines << titleOf(*state);
    } else if (subject == u"kept.layers"_s) {
        for (const StateLayer &layer : layersOf(known->states(study)))
            lines << layer.name + u": "_s + layer.state;
    } else if (subject == u"kept.troubles"_s) {
        for (const objects::ObjectTrouble &trouble : known->troubles(study))
            lines << trouble.name + u": "_s + trouble.reason;
    } else {
        return std::nullopt;
    }
    return linesOf(lines);
}

} // namespace consilium::app
