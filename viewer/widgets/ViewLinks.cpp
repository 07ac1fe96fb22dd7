#include "viewer/widgets/ViewLinks.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/ShownImage.h"

#include <QCoreApplication>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using session::LinkKind;
using tools::LinkHindrance;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(ViewLinks)
};

QString numberOf(const ViewId &view)
{
    return view.text().mid(1);
}

/// Of the others, those that stay behind: "2 (another frame of reference), 3 (not parallel)".
QString staying(const std::vector<tools::LinkedView> &others)
{
    QStringList views;
    for (const tools::LinkedView &other : others) {
        if (other.hindrance != LinkHindrance::None && other.hindrance != LinkHindrance::NothingShown)
            views << Text::tr("%1 (%2)").arg(numberOf(other.view), hindranceText(other.hindrance));
    }
    return views.join(Text::tr(", "));
}

/// Those that go along by offset though they show another patient: "2, 3".
QString ofOtherPatients(const std::vector<tools::LinkedView> &others)
{
    QStringList views;
    for (const tools::LinkedView &other : others) {
        if (other.isOtherPatient)
            views << numberOf(other.view);
    }
    return views.join(Text::tr(", "));
}

} // namespace

QString hindranceName(LinkHindrance hindrance)
{
    switch (hindrance) {
    case LinkHindrance::None:
        return u"None"_s;
    case LinkHindrance::NothingShown:
        return u"NothingShown"_s;
    case LinkHindrance::NoPlace:
        return u"NoPlace"_s;
    case LinkHindrance::OtherPatient:
        return u"OtherPatient"_s;
    case LinkHindrance::OtherFrameOfReference:
        return u"OtherFrameOfReference"_s;
    case LinkHindrance::NotParallel:
        return u"NotParallel"_s;
    case LinkHindrance::NotAnchored:
        break;
    }
    return u"NotAnchored"_s;
}

QString hindranceText(LinkHindrance hindrance)
{
    switch (hindrance) {
    case LinkHindrance::None:
        return {};
    case LinkHindrance::NothingShown:
        return Text::tr("no other images are shown");
    case LinkHindrance::NoPlace:
        return Text::tr("place in the patient unknown");
    case LinkHindrance::OtherPatient:
        return Text::tr("another patient, or not confirmed as the same one");
    case LinkHindrance::OtherFrameOfReference:
        return Text::tr("another frame of reference");
    case LinkHindrance::NotParallel:
        return Text::tr("planes not parallel");
    case LinkHindrance::NotAnchored:
        break;
    }
    return Text::tr("not part of this offset link");
}

QString linkNote(LinkKind kind, const tools::LinkedView *linked, int shownSlice)
{
    const QString name = kind == LinkKind::Offset ? Text::tr("Offset link") : Text::tr("Linked");
    if (!linked)
        return name;
    if (linked->hindrance == LinkHindrance::NothingShown)
        return {};
    if (linked->hindrance != LinkHindrance::None)
        return Text::tr("Not linked: %1").arg(hindranceText(linked->hindrance));
    QStringList note{name};
    if (linked->isOtherPatient)
        note << hindranceText(LinkHindrance::OtherPatient);
    if (linked->isComputed && linked->tiltDeg > dicom::parallelWithinDeg)
        note << Text::tr("tilted by %1°").arg(render2d::numberText(linked->tiltDeg, 0));
    if (linked->slice != shownSlice)
        note << Text::tr("at another place");
    else if (linked->isApart)
        note << Text::tr("nearest, %1 mm away").arg(render2d::numberText(linked->apartMm, 1));
    return note.join(u" · "_s);
}

QString alignedNote()
{
    return Text::tr("aligned by computation");
}

QString cursorName(tools::CursorPlace::State state)
{
    using State = tools::CursorPlace::State;
    switch (state) {
    case State::None:
        return {};
    case State::Here:
        return u"Here"_s;
    case State::Apart:
        return u"Apart"_s;
    case State::Outside:
        return u"Outside"_s;
    case State::NoPlace:
        return u"NoPlace"_s;
    case State::OtherPatient:
        return u"OtherPatient"_s;
    case State::OtherFrameOfReference:
        break;
    }
    return u"OtherFrameOfReference"_s;
}

QString cursorNote(const tools::CursorPlace &place)
{
    using State = tools::CursorPlace::State;
    switch (place.state) {
    case State::None:
        return {};
    case State::Here:
        return Text::tr("3D cursor");
    case State::Apart:
        return Text::tr("3D cursor %1 mm from this image").arg(render2d::numberText(place.apartMm, 1));
    case State::Outside:
        return Text::tr("3D cursor outside this image");
    case State::NoPlace:
        return Text::tr("3D cursor unknown here: %1").arg(hindranceText(LinkHindrance::NoPlace));
    case State::OtherPatient:
        return Text::tr("3D cursor unknown here: %1").arg(hindranceText(LinkHindrance::OtherPatient));
    case State::OtherFrameOfReference:
        break;
    }
    return Text::tr("3D cursor unknown here: %1").arg(hindranceText(LinkHindrance::OtherFrameOfReference));
}

std::vector<ViewId> alignableViews(const session::ViewerState &state, const pixels::StudyImages &images)
{
    const ViewId &leader = state.layout().active;
    const ShownImage active = resolveImage(leader, state, images);
    if (!active.instance)
        return {};
    const auto others =
        tools::linkedViews(state, {LinkKind::Position, {}}, leader, *active.instance, tools::stacksOf(images));
    std::vector<ViewId> views;
    for (const tools::LinkedView &other : others) {
        if (other.hindrance == LinkHindrance::OtherFrameOfReference)
            views.push_back(other.view);
    }
    return views;
}

QString toggleViewLink(LinkKind kind, session::ActionDispatcher &dispatcher, const pixels::StudyImages &images)
{
    const auto &state = dispatcher.state();
    const ShownImage active = resolveImage(state.layout().active, state, images);
    const auto change =
        tools::toggleLink(kind, state, state.layout().active, active.instance.get(), tools::stacksOf(images));
    if (change.refusal != LinkHindrance::None) {
        QString told = Text::tr("The views cannot be linked: %1.").arg(hindranceText(change.refusal));
        const bool mayOffset = kind == LinkKind::Position && change.refusal == LinkHindrance::OtherFrameOfReference;
        if (mayOffset)
            told += u' ' + Text::tr("Align them by computation, or scroll them to places that belong together and link "
                                    "them by offset.");
        return told;
    }
    const session::GestureId gesture = dispatcher.beginGesture();
    for (const session::Action &action : change.actions) {
        if (!dispatcher.submit(action, session::Origin::Local, gesture))
            break;
    }
    QStringList told;
    if (const QString others = ofOtherPatients(change.others); !others.isEmpty())
        told << Text::tr("Linked, though another patient is shown in view %1.").arg(others);
    if (const QString left = staying(change.others); !left.isEmpty())
        told << Text::tr("These views do not go along: %1.").arg(left);
    return told.join(u' ');
}

} // namespace consilium::widgets
