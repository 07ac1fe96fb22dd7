#include "viewer/dicom/OwnStacks.h"

#include "viewer/dicom/StackIssues.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DataSet)
};

using FrameName = std::pair<SopInstanceUid, int>;

FrameName nameOf(const InstancePtr &image)
{
    return {image->sop, image->frame};
}

/// Why images cannot be one stack: for the reader, and as the technical detail of an issue.
struct Refusal {
    const char *sentence, *detail;
};
constexpr Refusal noImages{QT_TRANSLATE_NOOP("DataSet", "One of the series has no images yet."), "without images"};
constexpr Refusal segments{QT_TRANSLATE_NOOP("DataSet", "Segmentations are never split or put together."),
                           "a segmentation"};
constexpr Refusal studies{QT_TRANSLATE_NOOP("DataSet", "Series of different studies are never put together."),
                          "different studies"};
constexpr Refusal patients{QT_TRANSLATE_NOOP("DataSet", "Series of different patients are never put together."),
                           "different patients"};
constexpr Refusal frames{
    QT_TRANSLATE_NOOP("DataSet", "Series that share no frame of reference are never put together."),
    "no common Frame of Reference UID (0020,0052)"};
constexpr Refusal modalities{QT_TRANSLATE_NOOP("DataSet", "Series of different modalities are never put together."),
                             "different Modality (0008,0060)"};
constexpr Refusal values{
    QT_TRANSLATE_NOOP("DataSet", "Series whose pixel values mean different things are never put together."),
    "different units of pixel values, or grey and colour"};
constexpr Refusal planes{
    QT_TRANSLATE_NOOP("DataSet", "Series whose images do not lie parallel are never put together."),
    "images that are not parallel, or without a place"};
constexpr const char *notThere = "images that are not in the series";
constexpr const char *taken = "images that are in another stack already, or a name that is taken";

const Refusal *refusalOf(const Instance &image, const Instance &first)
{
    if (image.segment >= 0)
        return &segments;
    if (image.study != first.study)
        return &studies;
    const PatientIdentity &a = image.patient, &b = first.patient;
    if (a.id != b.id || a.issuer != b.issuer || a.name != b.name || a.birthDate != b.birthDate)
        return &patients;
    const FrameOfReferenceUid &frame = image.geometry.frameOfReference;
    if (frame.isEmpty() || frame != first.geometry.frameOfReference)
        return &frames;
    if (image.grey.unit != first.grey.unit || image.grey.unitText != first.grey.unitText ||
        (image.pixels.samplesPerPixel == 1) != (first.pixels.samplesPerPixel == 1))
        return &values;
    return nullptr;
}

const Refusal *refusalOf(const std::vector<DataSetPtr> &dataSets)
{
    std::vector<InstancePtr> images;
    for (const DataSetPtr &dataSet : dataSets) {
        if (dataSet->slices.empty())
            return &noImages;
        images.insert(images.end(), dataSet->slices.begin(), dataSet->slices.end());
        for (const InstancePtr &image : dataSet->slices)
            if (const Refusal *why = refusalOf(*image, *images.front()))
                return why;
        if (dataSet->header.modality != dataSets.front()->header.modality)
            return &modalities;
    }
    return !images.empty() && sortAsOneStack(images) ? nullptr : &planes;
}

/// What the positions of slices say is judged anew; the rest goes with the images.
bool isOfPositions(const DataIssue &issue)
{
    using Kind = DataIssue::Kind;
    const bool isOfOneUid = issue.kind == Kind::DuplicateSlices && issue.value > 0.0; // differingObjects()
    const bool isOfOthers = issue.firstSlice < 0; // told by the other stacks of its series: addMissingEnds()
    return (issue.kind == Kind::MissingSlices && !isOfOthers) || (issue.kind == Kind::DuplicateSlices && !isOfOneUid) ||
           issue.kind == Kind::UnevenSpacing || issue.kind == Kind::GantryTilt;
}

/// The range of a member in its data set; empty where an end of it is not there.
std::pair<int, int> rangeOf(const DataSet &dataSet, const OwnStackMember &member)
{
    const int last = int(dataSet.slices.size()) - 1;
    const int from = member.first.sop.isEmpty() ? 0 : dataSet.indexOf(member.first.sop, member.first.frame);
    const int to = member.last.sop.isEmpty() ? last : dataSet.indexOf(member.last.sop, member.last.frame);
    return from < 0 || to < 0 ? std::pair(0, -1) : std::pair(from, to);
}

class Arranger
{
public:
    Arranger(const std::vector<DataSetPtr> &all, const std::vector<OwnStackPlan> &plans) : m_all(all), m_plans(plans)
    {
        for (const DataSetPtr &dataSet : all)
            m_byId.insert(dataSet->id, dataSet);
    }

    std::vector<DataSetPtr> run()
    {
        for (const OwnStackPlan &plan : m_plans)
            make(plan);
        std::vector<DataSetPtr> result;
        for (const DataSetPtr &dataSet : m_all) {
            const auto made = m_made.equal_range(dataSet->id); // beside the data set that they begin with
            for (auto it = made.first; it != made.second; ++it)
                result.push_back(it->second);
            if (!m_touched.contains(dataSet->id))
                result.push_back(untouched(dataSet));
            else if (auto rest = restOf(*dataSet))
                result.push_back(std::move(rest));
        }
        return result;
    }

private:
    void make(const OwnStackPlan &plan)
    {
        std::vector<DataSetPtr> bases, parts;
        QSet<FrameName> own;
        const char *problem = nullptr;
        for (const OwnStackMember &member : plan.members) {
            const DataSetPtr base = m_byId.value(member.dataSet);
            if (!base)
                continue; // not there yet, or never
            bases.push_back(base);
            parts.push_back(cut(*base, member));
            if (parts.back()->slices.empty())
                problem = base->isComplete ? notThere : ""; // what is still coming is no reason to complain
            for (const InstancePtr &image : parts.back()->slices) {
                if (m_taken.contains(nameOf(image)) || own.contains(nameOf(image)))
                    problem = taken;
                own.insert(nameOf(image));
            }
        }
        if (bases.empty())
            return;
        const bool isTogether = plan.members.size() > 1;
        const bool isFree =
            (plan.id == bases.front()->id || isOwnName(plan.id, bases.front()->id)) && !m_ids.contains(plan.id);
        if (!problem && bases.size() < plan.members.size())
            problem = "";
        if (!problem && !isFree)
            problem = taken;
        if (!problem && isTogether)
            if (const Refusal *why = refusalOf(parts))
                problem = why->detail;
        if (!problem && parts.front()->slices.front()->segment >= 0)
            problem = segments.detail;
        if (problem)
            return complain(bases, problem);
        m_taken += own;
        m_ids.insert(plan.id);
        auto stack = std::make_shared<DataSet>();
        stack->id = plan.id;
        stack->header = bases.front()->header;
        stack->part = isTogether ? togetherText(bases) : partText(*bases.front());
        stack->isComplete = std::all_of(bases.begin(), bases.end(), [](const DataSetPtr &b) { return b->isComplete; });
        for (const DataSetPtr &part : parts)
            stack->slices.insert(stack->slices.end(), part->slices.begin(), part->slices.end());
        finish(*stack, bases, isTogether);
        for (const DataSetPtr &base : bases)
            m_touched.insert(base->id);
        m_made.emplace(bases.front()->id, std::move(stack));
    }

    static DataSetPtr cut(const DataSet &base, const OwnStackMember &member)
    {
        auto part = std::make_shared<DataSet>();
        part->id = base.id;
        part->header = base.header;
        const auto [first, last] = rangeOf(base, member);
        if (first <= last)
            part->slices.assign(base.slices.begin() + first, base.slices.begin() + last + 1);
        return part;
    }

    /// No name that a data set of this or another study can have.
    static bool isOwnName(const DataSetId &id, const DataSetId &base)
    {
        return id.text().startsWith(base.text() + ownMark);
    }

    void complain(const std::vector<DataSetPtr> &bases, const char *detail)
    {
        if (*detail == '\0')
            return;
        for (const DataSetPtr &base : bases)
            if (!base->slices.empty())
                m_complaints.insert(base->id, QString::fromLatin1(detail));
    }

    /// As it is, and with the reason when it was to be part of a stack that cannot be.
    DataSetPtr untouched(const DataSetPtr &dataSet) const
    {
        const auto why = m_complaints.constFind(dataSet->id);
        if (why == m_complaints.cend())
            return dataSet;
        auto told = std::make_shared<DataSet>(*dataSet);
        DataIssue issue;
        issue.kind = DataIssue::Kind::NotArranged;
        issue.detail = *why;
        told->issues.push_back(issue);
        return told;
    }

    QString partText(const DataSet &base)
    {
        const QString made = Text::tr("by hand, part %1").arg(++m_parts[base.id]);
        return base.part.isEmpty() ? made : made + u" · "_s + base.part;
    }

    static QString togetherText(const std::vector<DataSetPtr> &bases)
    {
        constexpr int mostNamed = 4;
        QStringList names;
        for (const DataSetPtr &base : bases) {
            const QString number = base->header.number >= 0 ? QString::number(base->header.number) : QString();
            const QString name = base->part.isEmpty() ? number : number + u" "_s + base->part;
            if (!name.isEmpty() && !names.contains(name.trimmed()))
                names << name.trimmed();
        }
        const QString made = Text::tr("put together by hand");
        return names.size() < 2 || names.size() > mostNamed ? made : made + u" · "_s + names.join(u" + "_s);
    }

    static void finish(DataSet &stack, const std::vector<DataSetPtr> &from, bool isTogether)
    {
        for (const DataSetPtr &base : from)
            for (const DataIssue &issue : base->issues)
                if (!isOfPositions(issue) &&
                    std::find(stack.issues.begin(), stack.issues.end(), issue) == stack.issues.end())
                    stack.issues.push_back(issue);
        stack.issues.push_back(byHand(from, isTogether));
        const bool isSorted = isTogether ? sortAsOneStack(stack.slices) : [&stack] {
            std::vector<InstancePtr> copy = stack.slices; // a part keeps its order
            return sortAsOneStack(copy);
        }();
        if (isSorted)
            findStackIssues(stack, stack.isComplete);
    }

    static DataIssue byHand(const std::vector<DataSetPtr> &from, bool isTogether)
    {
        QStringList names;
        for (const DataSetPtr &base : from)
            if (!names.contains(base->id.text()))
                names << base->id.text();
        DataIssue issue;
        issue.kind = DataIssue::Kind::ArrangedByHand;
        issue.detail = (isTogether ? u"put together of "_s : u"part of "_s) + names.join(u", "_s);
        return issue;
    }

    DataSetPtr restOf(const DataSet &base)
    {
        auto rest = std::make_shared<DataSet>(base);
        std::erase_if(rest->slices, [this](const InstancePtr &image) { return m_taken.contains(nameOf(image)); });
        if (rest->slices.empty())
            return nullptr;
        if (m_ids.contains(base.id))
            rest->id = DataSetId(base.id.text() + restMark);
        rest->part =
            base.part.isEmpty() ? Text::tr("by hand, the rest") : Text::tr("by hand, the rest") + u" · "_s + base.part;
        std::erase_if(rest->issues, isOfPositions);
        rest->issues.push_back(byHand({m_byId.value(base.id)}, false));
        std::vector<InstancePtr> copy = rest->slices;
        if (sortAsOneStack(copy))
            findStackIssues(*rest, rest->isComplete);
        return rest;
    }

    const std::vector<DataSetPtr> &m_all;
    const std::vector<OwnStackPlan> &m_plans;
    QHash<DataSetId, DataSetPtr> m_byId;
    QHash<DataSetId, int> m_parts;
    QHash<DataSetId, QString> m_complaints;
    QSet<FrameName> m_taken;
    QSet<DataSetId> m_touched, m_ids;
    std::multimap<DataSetId, DataSetPtr> m_made; ///< by the data set that they begin with
};

} // namespace

QString whyNotOneStack(const std::vector<DataSetPtr> &dataSets)
{
    const Refusal *why = refusalOf(dataSets);
    return why ? QCoreApplication::translate("DataSet", why->sentence) : QString();
}

std::vector<DataSetPtr> arrangedByHand(const std::vector<DataSetPtr> &all, const std::vector<OwnStackPlan> &plans)
{
    return plans.empty() ? all : Arranger(all, plans).run();
}

} // namespace consilium::dicom
