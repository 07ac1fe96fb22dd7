#pragma once
#include "viewer/session/Action.h"

#include <cstdint>

namespace consilium::test
{

/// The same sequence of actions for the same seed, everywhere: splitmix64, no std distributions.
class RandomActions
{
public:
    explicit RandomActions(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t number();
    int below(int n) { return static_cast<int>(number() % static_cast<std::uint64_t>(n)); }
    double between(double a, double b);

    /// Mostly possible in the state, now and then not.
    session::Action next(const session::ViewerState &state, const ActorId &actor);
    session::Annotation mark(const AnnotationId &id, const ActorId &actor);

private:
    ViewId view();
    DataSetId dataSet();
    SopInstanceUid object();
    session::PlaneRef plane();
    session::Action viewAction();
    session::Action changedPlaces(const session::Annotation &mark);
    session::Action editAction(const session::ViewerState &state, const ActorId &actor);
    AnnotationId anyMark(const session::ViewerState &state);

    std::uint64_t m_state;
    int m_marks = 0;
};

} // namespace consilium::test
