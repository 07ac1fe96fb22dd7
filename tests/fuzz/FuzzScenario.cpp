#include "tests/fuzz/FuzzInput.h"
#include "viewer/session/Action.h"
#include "viewer/session/scenario/ActionBuilder.h"
#include "viewer/session/scenario/Evaluation.h"
#include "viewer/session/scenario/Scenario.h"

#include <QJsonValue>

using namespace consilium;
using namespace consilium::session;

namespace
{

/// Two series of ten slices each.
class TwoSeries : public scenario::ImageLookup
{
public:
    Result<DataSet> series(const QString &selector, const StudyUid &study) const override
    {
        if (selector != u"1" && selector != u"2")
            return fail(ErrorCode::NotFound, selector);
        return DataSet{study, DataSetId(QStringLiteral("1.2.3.") + selector)};
    }
    int sliceCount(const DataSetId &) const override { return 10; }
    Result<ImageRef> slice(const DataSetId &, int index) const override
    {
        ImageRef image;
        image.sop = SopInstanceUid(QStringLiteral("1.2.3.4.%1").arg(index));
        return image;
    }
    FrameOfReferenceUid frameOfReference(const DataSetId &, const SopInstanceUid &) const override
    {
        return FrameOfReferenceUid(QStringLiteral("1.2.9"));
    }
};

void run(const scenario::Command &command, ViewerState &state)
{
    if (command.isAction()) {
        const Result<Action> action = scenario::buildAction(command, state, ActorId(QStringLiteral("me")), TwoSeries());
        if (!action)
            return;
        if (auto next = reduce(state, *action))
            state = std::move(*next);
    } else if (command.expectation) {
        const scenario::Expectation &expectation = *command.expectation;
        const auto found = scenario::stateSubject(expectation.subject, expectation.options, state);
        if (found)
            static_cast<void>(scenario::holds(expectation, *found));
        static_cast<void>(scenario::holds(expectation, QJsonValue(expectation.value)));
        static_cast<void>(scenario::holds(expectation, QJsonValue(12.5)));
        static_cast<void>(expectation.text());
    }
}

} // namespace

// A scenario file: parsed, expanded, and what needs no window done to a state.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const scenario::Variables given{{QStringLiteral("HERE"), QStringLiteral("/here")},
                                    {QStringLiteral("OUT"), QStringLiteral("/out")}};
    const scenario::Scenario parsed = scenario::parse(text, given, {QStringLiteral("HERE"), QStringLiteral("OUT")});
    ViewerState state;
    for (const scenario::Command &command : parsed.commands) {
        fuzz::require(command.line >= 1 && !command.name.isEmpty(), "a command has a line and a name");
        QString error;
        if (const auto expanded = scenario::expand(command, given, &error); expanded && parsed.errors.empty())
            run(*expanded, state);
    }
    static_cast<void>(scenario::parsePlace(text, 100.0, 50.0));
    static_cast<void>(scenario::parseSize(text));
    return 0;
}
