#include "app/bridge/WholeImage.h"

#include "app/bridge/PatientMatch.h"
#include "netclient/dicomweb/Part10.h"
#include "viewer/dicom/DicomFile.h"

#include <QSet>

#include <algorithm>
#include <mutex>
#include <utility>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

// Where the reader leaves a long value in the file, it writes its place there.
bool leavesValues(const Attributes &header)
{
    const auto &all = header.elements();
    return std::any_of(all.begin(), all.end(), [](const auto &element) {
        const auto &[tag, attribute] = element;
        return tag.group != tags::PixelData.group &&
               (attribute.bulkDataUri.startsWith(u'#') ||
                std::any_of(attribute.items.begin(), attribute.items.end(), leavesValues));
    });
}

std::mutex refusalsMutex;

QSet<ArchiveId> &refusals()
{
    static QSet<ArchiveId> all;
    return all;
}

} // namespace

bool maybeWholeImage(const Attributes &row)
{
    constexpr std::int64_t mostSide = 65'535, samples = 3, mostBytes = 512'000'000;
    const std::int64_t rows = row.integer(tags::Rows).value_or(0), columns = row.integer(tags::Columns).value_or(0),
                       bits = row.integer(tags::BitsAllocated).value_or(16);
    const bool isOneFrame = row.integer(tags::NumberOfFrames).value_or(1) == 1;
    const bool isSound = rows > 0 && columns > 0 && rows <= mostSide && columns <= mostSide && bits > 0 && bits <= 64;
    return isOneFrame && isSound && rows * columns * samples * ((bits + 7) / 8) <= mostBytes;
}

bool refusesObjects(const ArchiveId &archive)
{
    const std::lock_guard lock(refusalsMutex);
    return refusals().contains(archive);
}

void noteObjectRefusal(const ArchiveId &archive, const Error &error)
{
    if (error.code != ErrorCode::NotAcceptable && error.httpStatus != 405 && error.httpStatus != 501)
        return;
    const std::lock_guard lock(refusalsMutex);
    refusals().insert(archive);
}

Result<WholeImage> readWholeImage(QByteArray part10, const StudyUid &study, const SeriesUid &series,
                                  const SopInstanceUid &sop)
{
    auto header = dicom::readHeader(part10);
    if (!header)
        return fail(header.error());
    if (header->text(tags::StudyInstanceUid) != study.text() ||
        header->text(tags::SeriesInstanceUid) != series.text() || header->text(tags::SopInstanceUid) != sop.text())
        return fail(ErrorCode::ProtocolViolation, dicomweb::anotherObject);
    if (header->integer(tags::NumberOfFrames).value_or(1) != 1)
        return fail(ErrorCode::Unsupported, u"more than one frame"_s);
    const TransferSyntaxUid syntax(header->text(tags::TransferSyntaxUid));
    if (syntax.isEmpty())
        return fail(ErrorCode::DicomMalformed, u"no transfer syntax"_s);
    auto frame = dicom::readFrame(std::move(part10), 0);
    if (!frame)
        return fail(frame.error());
    WholeImage image;
    image.frame = {sop, 0, syntax, std::move(*frame)};
    image.frame.isOfDamagedObject = dicom::isPixelLengthWrong(*header);
    if (!leavesValues(*header))
        image.header = std::move(*header);
    return image;
}

Result<dicomweb::EncodedFrame> frameOfObject(const Attributes &header, const QByteArray &part10,
                                             const dicom::Instance &instance)
{
    if (auto same = sameObject(header, instance); !same)
        return fail(same.error());
    auto bytes = dicom::readFrame(part10, instance.frame);
    if (!bytes)
        return fail(bytes.error());
    dicomweb::EncodedFrame frame{instance.sop, instance.frame, TransferSyntaxUid(header.text(tags::TransferSyntaxUid)),
                                 std::move(*bytes)};
    frame.isOfDamagedObject = dicom::isPixelLengthWrong(header);
    return frame;
}

bool isAnotherObject(const Error &error)
{
    return error.code == ErrorCode::ProtocolViolation && error.detail == dicomweb::anotherObject;
}

} // namespace consilium::app
