#include "viewer/dicom/RepairLog.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr std::size_t mostUids = 20;

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(RepairLog)
};

QString seriesName(const DataSet &dataSet)
{
    QStringList parts;
    if (dataSet.header.number >= 0)
        parts << QString::number(dataSet.header.number);
    if (!dataSet.header.modality.isEmpty())
        parts << dataSet.header.modality;
    const QString name = parts.join(u' ');
    return dataSet.part.isEmpty() ? name : name + u", "_s + dataSet.part;
}

QString paragraph(const Repair &repair)
{
    QStringList lines{issueHeadline(repair.issue), issueConsequence(repair.issue)};
    if (!repair.issue.detail.isEmpty())
        lines << Text::tr("Technical: %1").arg(repair.issue.detail);
    lines << Text::tr("Series: %1").arg(repair.series);
    if (repair.images.empty())
        return lines.join(u'\n');
    lines << Text::tr("Images: %1").arg(sliceRanges(repair.images));
    const auto objects = byObject(repair.images);
    for (std::size_t i = 0; i < std::min(mostUids, objects.size()); ++i)
        lines << u"SOP Instance UID "_s + objectText(objects[i]);
    if (objects.size() > mostUids)
        lines << Text::tr("and %n more", nullptr, int(objects.size() - mostUids));
    return lines.join(u'\n');
}

} // namespace

std::vector<Repair> repairsOf(const DataSet &dataSet)
{
    std::vector<Repair> repairs;
    const QString series = seriesName(dataSet);
    for (const DataIssue &issue : dataSet.issues)
        repairs.push_back({dataSet.id, series, issue, {}});
    const std::size_t ofStack = repairs.size();
    for (int slice = 0; slice < int(dataSet.slices.size()); ++slice) {
        const Instance &image = *dataSet.slices[std::size_t(slice)];
        for (const DataIssue &issue : image.issues) {
            const auto same = [&issue](const Repair &repair) { return repair.issue == issue; };
            auto found = std::find_if(repairs.begin() + std::ptrdiff_t(ofStack), repairs.end(), same);
            if (found == repairs.end())
                found = repairs.insert(repairs.end(), {dataSet.id, series, issue, {}});
            const QString file = image.localFile.isEmpty() ? QString() : QFileInfo(image.localFile).fileName();
            found->images.push_back({image.sop, image.frame, slice, file});
        }
    }
    return repairs;
}

std::vector<std::vector<Repair::Image>> byObject(const std::vector<Repair::Image> &images)
{
    std::vector<std::vector<Repair::Image>> objects;
    QHash<SopInstanceUid, std::size_t> places;
    for (const Repair::Image &image : images) {
        const auto place = places.constFind(image.sop);
        if (place != places.cend()) {
            objects[*place].push_back(image);
            continue;
        }
        places.insert(image.sop, objects.size());
        objects.push_back({image});
    }
    return objects;
}

QString objectText(const std::vector<Repair::Image> &object)
{
    const QString uid = object.front().sop.text();
    return object.size() == 1 ? uid : uid + u" · "_s + Text::tr("%n frame(s)", nullptr, int(object.size()));
}

QString sliceRanges(const std::vector<Repair::Image> &images)
{
    QStringList ranges;
    for (std::size_t i = 0; i < images.size();) {
        std::size_t end = i;
        while (end + 1 < images.size() && images[end + 1].slice == images[end].slice + 1)
            ++end;
        const QString first = QString::number(images[i].slice + 1);
        ranges << (end == i ? first : first + u'\u2013' + QString::number(images[end].slice + 1));
        i = end + 1;
    }
    return ranges.join(u", "_s);
}

QString repairText(const std::vector<Repair> &repairs)
{
    QStringList paragraphs;
    for (const Repair &repair : repairs)
        paragraphs << paragraph(repair);
    return paragraphs.join(u"\n\n"_s);
}

} // namespace consilium::dicom
