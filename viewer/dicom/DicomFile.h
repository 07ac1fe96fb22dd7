#pragma once
#include "base/Attributes.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "base/platform/FolderNames.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace consilium::dicom
{

class RepeatedValues; // viewer/dicom/RepeatedValues.h

/// Error Comment (0000,0902), which no data set in a file has: what readHeader() had to repair, technical, no patient
/// data.
inline constexpr Tag readRepairs{0x0000, 0x0902};

/// The header of a Part 10 file or of a bare data set, strings in Unicode, without pixel bytes: everything before the
/// pixel data, which is never read. Binary values longer than 1 MB stay in the file (Attribute::bulkDataUri
/// "#offset=...&length=..."). Errors: FileUnreadable, NotDicom, DicomTruncated, DicomMalformed.
[[nodiscard]] Result<Attributes> readHeader(const QString &path);
[[nodiscard]] Result<Attributes> readHeader(const QByteArray &part10);

/// What readHeader() notes of native pixel data whose length is not that of the image, that the file does not hold to
/// their end, or behind which other bytes than elements stand, begins so.
inline constexpr QLatin1StringView pixelLengthRepair("Pixel Data are ");
/// Whether it noted that.
[[nodiscard]] bool isPixelLengthWrong(const Attributes &header);

/// The encoded bytes of one frame (0-based), fragments joined; native frames cut out, in the byte order of the file's
/// transfer syntax (8-bit samples always in the order of the pixels; 1-bit frames moved to begin at a byte). Fewer
/// bytes than the frame needs where the file is cut short. Errors as above, and NoPixels, PixelsDamaged (nothing of
/// this frame is there). A native frame of a `part10` that is given away is not copied.
[[nodiscard]] Result<QByteArray> readFrame(const QString &path, int frame);
[[nodiscard]] Result<QByteArray> readFrame(QByteArray part10, int frame);

/// A file of many frames that are read one by one: its header, and where its frames lie, are found out once. One thread
/// at a time.
class FrameFile
{
public:
    /// Errors as readFrame().
    [[nodiscard]] static Result<std::unique_ptr<FrameFile>> open(const QString &path);
    ~FrameFile();
    FrameFile(const FrameFile &) = delete;
    FrameFile &operator=(const FrameFile &) = delete;

    [[nodiscard]] const Attributes &header() const;
    [[nodiscard]] Result<QByteArray> frame(int frame);
    /// How far the file goes. Whole: native pixel data (PS3.5 8.1.1) of the length that the image needs, with nothing
    /// but elements behind them; encapsulated ones (PS3.5 A.4) up to their delimiter. EndsBefore: they are said to go
    /// on where the file ends. Wrong: anything else.
    enum class Extent { Whole, EndsBefore, Wrong };
    [[nodiscard]] Extent extent();
    /// At its path still lies what was opened, by size and time of change.
    [[nodiscard]] bool isUnchanged() const;

private:
    struct Private;
    explicit FrameFile(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

/// All of the encapsulated pixel data, fragments joined: the one stream of a video. At most 1 GB. Errors as readFrame()
/// and OutOfMemory.
[[nodiscard]] Result<QByteArray> readStream(const QString &path);
[[nodiscard]] Result<QByteArray> readStream(const QByteArray &part10);

/// All frames from the first on, each as readFrame() gives it; the file is opened and its header read once. `take`
/// returns false to end early. Errors as readFrame(): what was taken before one is whole.
[[nodiscard]] Result<void> readFrames(const QString &path,
                                      const std::function<bool(int frame, QByteArray bytes)> &take);
[[nodiscard]] Result<void> readFrames(const QByteArray &part10,
                                      const std::function<bool(int frame, QByteArray bytes)> &take);

struct ScannedFile {
    QString path;
    Result<Attributes> header;
};
/// One file of many: nullopt where it is none of ours (no DICOM, or the directory of a medium), which says nothing of
/// the others. Texts of a wrong character set are put right (viewer/dicom/TextRepair.h). Error NotDicom where it was
/// meant to be: empty, zeros where DICOM begins, or a name like "x.dcm". `repeated`: values that were read before and
/// that this file shares; may be null.
[[nodiscard]] std::optional<ScannedFile> scanFile(const QString &path, RepeatedValues *repeated = nullptr);
/// The list of one folder; null: that of the system.
using ListFolder = std::function<std::unique_ptr<platform::FolderNames>(const QString &folder)>;
/// Detail of FileUnreadable: what was listed of the folder before the system could not go on was offered.
inline constexpr QLatin1StringView folderBrokeOff("the folder could not be listed to its end");
/// Walks a folder, in the calling thread; `found` is called for each DICOM file and each file that claims to be one and
/// is broken, with FileUnreadable for a folder that may not be looked into or whose list breaks off (folderBrokeOff);
/// other files are skipped silently.
void scanFolder(const QString &folder, const std::function<void(ScannedFile)> &found, const CancelToken &cancel,
                const ListFolder &list = {});

} // namespace consilium::dicom
