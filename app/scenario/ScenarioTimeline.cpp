#include "app/scenario/ScenarioTimeline.h"

#include "app/scenario/ScenarioSubjects.h"
#include "app/windows/TimelinePanel.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using Kind = render2d::PatientStanding::Kind;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::First:
        break;
    case Kind::ByHand:
        return u"by-hand"_s;
    case Kind::Doubtful:
        return u"doubtful"_s;
    case Kind::Other:
        return u"other"_s;
    }
    return u"first"_s;
}

QJsonValue standingValue(const widgets::ViewportWidget &viewport, const QString &subject)
{
    const render2d::PatientStanding &standing = viewport.shownInput().standing;
    if (subject == u"standing"_s)
        return kindName(standing.kind);
    if (subject == u"standing.text"_s)
        return textOrNull(viewport.overlayText().identity);
    return !standing.isFramed() ? QJsonValue(QJsonValue::Null)
                                : QJsonValue(standing.kind == Kind::Other ? u"solid"_s : u"dashed"_s);
}

QJsonValue rowValue(const TimelinePanel &panel, const QString &subject, int row)
{
    const auto *model = static_cast<const TimelineModel *>(panel.list().model());
    if (row < 0 || row >= model->rowCount())
        return QJsonValue::Null;
    const TimelineEntry &entry = model->entries()[std::size_t(row)];
    if (subject == u"timeline.standing"_s)
        return QString(standingName(entry.standing));
    return subject == u"timeline.study"_s ? QJsonValue(entry.study.uid.text()) : QJsonValue(model->line(row));
}

} // namespace

std::optional<Result<QJsonValue>> timelineSubject(ScenarioHost &host, const QString &subject,
                                                  const session::scenario::Options &options)
{
    const auto option = [&options](const QString &key, const QString &otherwise) {
        const auto found = options.find(key);
        return found == options.end() ? otherwise : found->second;
    };
    if (subject == u"standing"_s || subject.startsWith(u"standing."_s)) {
        const auto viewport = viewportOf(host, ViewId(option(u"view"_s, u"v1"_s)));
        if (!viewport)
            return fail(viewport.error());
        return *viewport ? standingValue(**viewport, subject) : QJsonValue(QJsonValue::Null);
    }
    if (subject != u"timeline"_s && !subject.startsWith(u"timeline."_s))
        return std::nullopt;
    const auto *panel = host.window().findChild<TimelinePanel *>();
    if (!panel)
        return QJsonValue(QJsonValue::Null);
    if (subject == u"timeline"_s)
        return textOrNull(panel->lines().join(u'\n'));
    if (subject == u"timeline.count"_s)
        return QJsonValue(int(panel->lines().size()));
    if (subject == u"timeline.state"_s)
        return textOrNull(panel->stateText());
    if (subject == u"timeline.question"_s) {
        const auto *question = panel->findChild<QLabel *>(u"timelineQuestion"_s);
        return textOrNull(question && !question->isHidden() ? question->text() : QString());
    }
    return rowValue(*panel, subject, session::scenario::parseCount(option(u"row"_s, u"1"_s)).value_or(1) - 1);
}

} // namespace consilium::app
