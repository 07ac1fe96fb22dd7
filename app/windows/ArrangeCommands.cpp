#include "app/windows/ArrangeCommands.h"

#include "viewer/tools/ShownStack.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(ArrangeCommands)
};

using Actions = std::vector<session::Action>;
using session::Arrangement;
using session::OwnStack;

tl::unexpected<QString> refuse(const QString &sentence)
{
    return tl::unexpected(sentence);
}

DataSetId freeId(const Arrangement &stacks, const DataSetId &base)
{
    DataSetId id = base;
    for (int i = 2; std::any_of(stacks.begin(), stacks.end(), [&](const OwnStack &s) { return s.id == id; }); ++i)
        id = DataSetId(base.text() + dicom::ownMark + QString::number(i));
    return id;
}

/// Where the stack stands among the reader's; one that is as stored becomes one of them, of all its images.
std::size_t placeOf(Arrangement &stacks, const DataSetId &id)
{
    const auto it = std::find_if(stacks.begin(), stacks.end(), [&](const OwnStack &s) { return s.id == id; });
    if (it != stacks.end())
        return std::size_t(it - stacks.begin());
    stacks.push_back({id, {{id, {}, {}}}});
    return stacks.size() - 1;
}

/// What is left over of a series has no name among the series as they are stored.
bool isRest(const DataSetId &id)
{
    return id.text().endsWith(dicom::restMark);
}

tl::unexpected<QString> refuseRest()
{
    return refuse(Text::tr("The rest of a series that was split by hand stays as it is: show the series as they are "
                           "stored first."));
}

session::ImageRef imageAt(const dicom::DataSet &dataSet, int index)
{
    const auto &image = dataSet.slices[std::size_t(index)];
    return {image->sop, image->frame};
}

Arranging split(const session::ViewState &now, Arrangement stacks, const pixels::StudyImages &images)
{
    const auto dataSet = images.dataSet(now.dataSet);
    const int index = dataSet ? tools::sliceIndexOf(*dataSet, now.plane) : -1;
    if (index < 1)
        return refuse(
            Text::tr("Show the image with which the second part shall begin; it cannot be the first of the stack."));
    if (dataSet->slices.front()->segment >= 0)
        return refuse(Text::tr("Segmentations are not split by hand."));
    if (isRest(dataSet->id))
        return refuseRest();
    const std::size_t place = placeOf(stacks, dataSet->id);
    if (stacks[place].members.size() != 1)
        return refuse(
            Text::tr("What was put together by hand cannot be split: show the series as they are stored first."));
    session::StackMember second = stacks[place].members.front();
    stacks[place].members.front().last = imageAt(*dataSet, index - 1);
    second.first = imageAt(*dataSet, index);
    const DataSetId id = freeId(stacks, second.dataSet);
    stacks.insert(stacks.begin() + std::ptrdiff_t(place) + 1, {id, {second}});
    return Actions{session::ArrangeStudy{now.study, stacks}};
}

Arranging joinNext(const session::ViewState &now, const session::ViewerState &state, const pixels::StudyImages &images)
{
    const auto all = images.dataSets(now.study);
    const auto shown = images.dataSet(now.dataSet);
    const auto at = std::find(all.begin(), all.end(), shown);
    if (!shown || at == all.end() || at + 1 == all.end())
        return refuse(Text::tr("There is no next series to put this one together with."));
    return joinActions(now.study, shown->id, (*(at + 1))->id, state, images);
}

/// The same brightness, colours and shutter in the view for the stack of the other name.
void carryPresentation(const ViewId &view, const DataSetId &from, const DataSetId &to,
                       const session::ViewerState &state, Actions &actions)
{
    const session::Presentation was = state.presentation(view, from), is = state.presentation(view, to);
    if (was.window != is.window || was.fileTable != is.fileTable)
        actions.push_back(session::SetWindow{view, to, was.window, was.fileTable});
    if (was.inverted != is.inverted)
        actions.push_back(session::SetInverted{view, to, was.inverted});
    if (was.enhancement != is.enhancement)
        actions.push_back(session::SetEnhancement{view, to, was.enhancement});
    if (was.colourMap != is.colourMap)
        actions.push_back(session::SetColourMap{view, to, was.colourMap});
    if (was.suv != is.suv)
        actions.push_back(session::SetSuv{view, to, was.suv});
    if (was.tables != is.tables)
        actions.push_back(session::SetGreyTables{view, to, was.tables});
    if (was.shutter != is.shutter)
        actions.push_back(session::SetShutter{view, to, was.shutter});
}

} // namespace

Arranging arrangeActions(const QString &command, const ViewId &view, const session::ViewerState &state,
                         const pixels::StudyImages &images)
{
    const session::ViewState &now = state.view(view);
    const bool isOne = command == "split-series"_L1 || command == "join-series"_L1 || command == "series-as-stored"_L1;
    if (!isOne)
        return Actions();
    if (now.study.isEmpty())
        return refuse(Text::tr("The view shows no series."));
    const Arrangement stacks = state.arrangement(now.study);
    if (command == "split-series"_L1)
        return split(now, stacks, images);
    if (command == "join-series"_L1)
        return joinNext(now, state, images);
    if (stacks.empty())
        return refuse(Text::tr("The series are as they are stored."));
    return Actions{session::ArrangeStudy{now.study, {}}};
}

Arranging joinActions(const StudyUid &study, const DataSetId &first, const DataSetId &second,
                      const session::ViewerState &state, const pixels::StudyImages &images)
{
    const auto one = images.dataSet(first), other = images.dataSet(second);
    if (!one || !other || one->id == other->id)
        return refuse(Text::tr("There is no other series to put this one together with."));
    if (isRest(one->id) || isRest(other->id))
        return refuseRest();
    if (const QString why = dicom::whyNotOneStack({one, other}); !why.isEmpty())
        return refuse(why);
    Arrangement stacks = state.arrangement(study);
    const auto members = stacks[placeOf(stacks, other->id)].members;
    std::erase_if(stacks, [&](const OwnStack &s) { return s.id == other->id; });
    auto &joined = stacks[placeOf(stacks, one->id)].members;
    joined.insert(joined.end(), members.begin(), members.end());
    return Actions{session::ArrangeStudy{study, stacks}};
}

std::vector<JoinChoice> joinChoices(const StudyUid &study, const DataSetId &first, const pixels::StudyImages &images)
{
    std::vector<JoinChoice> choices;
    const auto one = images.dataSet(first);
    if (!one || one->slices.empty() || one->slices.front()->segment >= 0)
        return choices;
    for (const auto &other : images.dataSets(study)) {
        if (other->id == one->id || other->slices.empty() || other->slices.front()->segment >= 0)
            continue;
        choices.push_back({other, dicom::whyNotOneStack({one, other})});
    }
    return choices;
}

Actions followActions(const StudyUid &study, const session::ViewerState &state, const pixels::StudyImages &images)
{
    Actions actions;
    const auto all = images.dataSets(study);
    for (const auto &[view, shown] : state.views()) {
        const session::ViewState &now = shown;
        const auto *image = std::get_if<session::ImageRef>(&now.plane);
        const auto holds = [&](const dicom::DataSetPtr &dataSet) {
            return image ? dataSet->indexOf(image->sop, image->frame) >= 0 : dataSet == images.dataSet(now.dataSet);
        };
        if (now.study != study)
            continue;
        auto found = std::find_if(all.begin(), all.end(), holds);
        if (found == all.end()) // of a stack that is no more, at no image: what it was made of
            found = std::find_if(all.begin(), all.end(), [&](const dicom::DataSetPtr &dataSet) {
                return now.dataSet.text().startsWith(dataSet->id.text() + dicom::ownMark);
            });
        if (found == all.end() || (*found)->id == now.dataSet)
            continue;
        session::ShowSeries show{view,        study,           (*found)->id, now.plane,
                                 now.zoomPan, now.orientation, now.slab,     now.fusion};
        actions.push_back(std::move(show));
        carryPresentation(view, now.dataSet, (*found)->id, state, actions);
    }
    return actions;
}

} // namespace consilium::app
