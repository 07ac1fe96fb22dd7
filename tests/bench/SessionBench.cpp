#include "tests/bench/Suite.h"
#include "viewer/session/Action.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int kMarks = 2000, kActions = 20'000;

session::ViewerState stateWithMarks(const DataSetId &dataSet)
{
    session::ViewerState state;
    session::ShowSeries show;
    show.view = session::Layout::viewAt(0);
    show.study = StudyUid(u"1.2.3"_s);
    show.dataSet = dataSet;
    state = session::reduce(state, show).value_or(state);
    for (int i = 0; i < kMarks; ++i) {
        session::AddAnnotation add;
        add.annotation.id = AnnotationId(u"mark-%1"_s.arg(i));
        add.annotation.kind = session::AnnotationKind::Length;
        add.annotation.author = ActorId(u"local"_s);
        add.annotation.dataSet = dataSet;
        add.annotation.sop = SopInstanceUid(u"1.2.3.4.%1"_s.arg(i % 400));
        add.annotation.patientHandles = {{double(i), 1.0, 2.0}, {double(i), 3.0, 4.0}};
        state = session::reduce(state, add).value_or(state);
    }
    return state;
}

// Microseconds an action with the hash of what comes out.
template<class MakeAction>
double measure(session::ViewerState state, MakeAction make)
{
    std::uint64_t seen = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < kActions; ++i) {
        auto next = session::reduce(state, make(i));
        if (!next)
            return -1.0;
        state = std::move(*next);
        seen = seen * 31 + state.hash(); // a plain exclusive or would cancel out over states that come again
    }
    const double total = double(clock.nsecsElapsed()) / 1e3;
    return seen == 0 ? -1.0 : total / kActions; // looked at, so that it cannot be left out
}

void add(Suite &suite, const QString &name, double value)
{
    if (value < 0.0)
        suite.report.cannot(u"scroll"_s, name, u"an action was refused"_s);
    else
        suite.report.add({u"scroll"_s, name, value, u"us"_s, {}, 20.0});
}

} // namespace

void benchSession(Suite &suite)
{
    const DataSetId dataSet(u"1.2.3.4"_s);
    const session::ViewerState state = stateWithMarks(dataSet);
    if (state.annotations().size() != size_t(kMarks))
        return suite.report.cannot(u"scroll"_s, u"reduce-hash"_s, u"the marks were refused"_s);
    add(suite, u"reduce-hash-scroll-2000-marks"_s, measure(state, [](int i) {
            session::ShowPlane action;
            action.view = session::Layout::viewAt(0);
            action.plane = session::ImageRef{SopInstanceUid(u"1.2.3.4.%1"_s.arg(i % 400)), 0};
            return session::Action(action);
        }));
    add(suite, u"reduce-hash-window-2000-marks"_s, measure(state, [&](int i) {
            session::SetWindow action;
            action.view = session::Layout::viewAt(0);
            action.dataSet = dataSet;
            action.window = session::Window{double(i % 200), 400.0, session::VoiFunction::Linear};
            return session::Action(action);
        }));
    add(suite, u"reduce-hash-handle-2000-marks"_s, measure(state, [](int i) {
            session::MoveHandle action;
            action.annotation = AnnotationId(u"mark-%1"_s.arg(i % kMarks));
            action.handle = 1;
            action.to = PatientPoint{double(i), 5.0, 6.0};
            return session::Action(action);
        }));
}

} // namespace consilium::bench
