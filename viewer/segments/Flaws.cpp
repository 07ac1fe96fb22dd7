#include "viewer/segments/Flaws.h"

#include "viewer/segments/Placement.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::segments
{

namespace
{

constexpr int mostDetails = 5; ///< told one by one of a group

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(OutlineFlaw)
};

using Flaws = std::vector<std::size_t>; ///< by their place in the object

/// A stack, and by flaw of the object the slices that it is on.
struct FlawedStack {
    dicom::DataSetPtr stack;
    std::vector<std::vector<int>> slices;
};

std::vector<dicom::Repair::Image> imagesOf(const Flaws &flaws, const FlawedStack &flawed)
{
    std::set<int> slices;
    for (const std::size_t flaw : flaws)
        slices.insert(flawed.slices[flaw].begin(), flawed.slices[flaw].end());
    std::vector<dicom::Repair::Image> images;
    for (const int slice : slices) {
        const dicom::Instance &image = *flawed.stack->slices[std::size_t(slice)];
        const QString file = image.localFile.isEmpty() ? QString() : QFileInfo(image.localFile).fileName();
        images.push_back({image.sop, image.frame, slice, file});
    }
    return images;
}

FlawGroup groupOf(const Segmentation &object, const Flaws &flaws, const std::vector<FlawedStack> &stacks)
{
    const Flaw &first = object.flaws[flaws.front()];
    FlawGroup group;
    group.kind = first.kind;
    group.segment = first.segment;
    group.count = int(flaws.size());
    QStringList details;
    for (int i = 0; i < std::min(mostDetails, group.count); ++i)
        details << object.flaws[flaws[std::size_t(i)]].detail;
    if (group.count > mostDetails)
        details << u"%1 more"_s.arg(group.count - mostDetails);
    group.detail = details.join(u"; "_s);
    for (const FlawedStack &flawed : stacks) {
        if (!group.images.empty())
            break;
        group.images = imagesOf(flaws, flawed);
        group.stack = group.images.empty() ? DataSetId() : flawed.stack->id;
    }
    return group;
}

QString seriesName(const Segmentation &object)
{
    QStringList parts;
    if (object.header.number >= 0)
        parts << QString::number(object.header.number);
    if (!object.header.modality.isEmpty())
        parts << object.header.modality;
    return parts.join(u' ');
}

} // namespace

std::vector<FlawGroup> flawsOf(const Segmentation &object, const std::vector<dicom::DataSetPtr> &stacks)
{
    std::map<std::pair<int, Flaw::Kind>, Flaws> sorted;
    for (std::size_t i = 0; i < object.flaws.size(); ++i)
        sorted[{object.flaws[i].segment, object.flaws[i].kind}].push_back(i);
    std::vector<FlawedStack> flawed;
    for (const auto &stack : stacks)
        if (!sorted.empty() && !stack->holdsMasks())
            flawed.push_back({stack, slicesOfFlaws(object, *stack)});
    std::vector<FlawGroup> groups;
    for (const auto &[key, flaws] : sorted)
        groups.push_back(groupOf(object, flaws, flawed));
    return groups;
}

QString flawText(Flaw::Kind kind)
{
    switch (kind) {
    case Flaw::Kind::Points:
        return Text::tr("The list of its points is not valid");
    case Flaw::Kind::Type:
        return Text::tr("The kind of outline is not known");
    case Flaw::Kind::TooFew:
        return Text::tr("It has too few points to enclose anything");
    case Flaw::Kind::CutShort:
        return Text::tr("Its pixels end before the image does");
    case Flaw::Kind::NoSegment:
        return Text::tr("The file does not say what it belongs to");
    case Flaw::Kind::NoPlace:
        return Text::tr("The file does not say where it lies");
    case Flaw::Kind::PointCount:
        break;
    }
    return Text::tr("It has another number of points than it says; it is drawn as it was read");
}

std::vector<dicom::Repair> repairsOf(const Segmentation &object, const std::vector<dicom::DataSetPtr> &stacks)
{
    using Kind = dicom::DataIssue::Kind;
    const DataSetId own(object.sop.text());
    const QString series = seriesName(object);
    std::vector<dicom::Repair> repairs;
    for (const FlawGroup &group : flawsOf(object, stacks)) {
        const Segment *const segment = object.find(group.segment);
        dicom::DataIssue issue;
        issue.kind = group.kind == Flaw::Kind::PointCount ? Kind::OutlinesDoubtful : Kind::OutlinesIncomplete;
        issue.count = group.count;
        issue.detail = (segment ? u"segment %1, "_s.arg(group.segment) : QString()) + group.detail;
        const QString subject = !segment || segment->label.isEmpty() ? object.name() : segment->label;
        repairs.push_back({group.stack.isEmpty() ? own : group.stack, series, issue, group.images, subject});
    }
    for (const QString &what : object.repairs) {
        dicom::DataIssue issue;
        issue.kind = what.startsWith("charset"_L1) ? Kind::CharacterSetRepaired : Kind::OtherRepaired;
        issue.detail = what;
        repairs.push_back({own, series, issue, {}, object.name()});
    }
    return repairs;
}

bool concerns(const Segmentation &object, const dicom::DataSet &stack)
{
    if (stack.slices.empty())
        return false;
    const dicom::Instance &first = *stack.slices.front();
    if (stack.holdsMasks())
        return first.sop == object.sop;
    const auto isOnStack = [&](int segment) { return belongsTo(object, segment, first); };
    return isOnStack(-1) || std::any_of(object.segments.begin(), object.segments.end(),
                                        [&](const Segment &segment) { return isOnStack(segment.number); });
}

} // namespace consilium::segments
