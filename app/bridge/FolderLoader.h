#pragma once
#include "app/bridge/SeriesDescription.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace consilium::app
{

/// The threads that read folders. Who goes does not wait for one that a dead medium keeps: it is left to itself, and
/// has nothing but what it was given.
class FolderThreads
{
public:
    FolderThreads();
    ~FolderThreads(); ///< after all that was started by them was abandoned
    FolderThreads(const FolderThreads &) = delete;
    FolderThreads &operator=(const FolderThreads &) = delete;
    [[nodiscard]] QThreadPool &pool() const { return *m_pool; }

private:
    std::unique_ptr<QThreadPool> m_pool;
};

/// Describes all images below a folder, of a DICOMDIR, or of one file, on workers. UI thread only.
class FolderLoader : public QObject
{
    Q_OBJECT
public:
    struct Refused {
        QString path;
        Error error;
        QString instead = {}; ///< the file that is shown in its place, where there is one
    };
    /// A segmentation or structure set.
    struct Object {
        dicom::StudyHeader study; ///< as its file says
        dicom::SeriesHeader series;
        QString path;
        std::optional<Error> refusal = {}; ///< why it is not read; it is among the refused files as well
    };
    /// What was found since the last time.
    struct News {
        std::vector<dicom::StudyHeader> studies; ///< not seen before
        std::vector<std::pair<StudyUid, DescribedSeries>> series;
        std::vector<Object> objects;
        std::vector<Refused> refused;
        std::optional<Error> noImage; ///< why what was passed over is no image, where it is so for one reason only
        bool isFinished = false, isStopped = false;      ///< stopped: before all was read; then no series is complete
        int filesRead = 0, filesTotal = -1;              ///< -1: they are still being counted
        int images = 0, documents = 0, refusedCount = 0; ///< so far
        int filesFound = 0;                              ///< so far, also while they are being counted
    };
    /// `scanners` must outlive what start() gave it. It is nobody else's: a slow medium may keep its threads for long.
    FolderLoader(QString path, QThreadPool &scanners, QObject *parent);
    ~FolderLoader() override; ///< cancels

    void start();
    /// Reads no further; the end is told with what there is, whether or not a slow medium still keeps threads. In their
    /// place `scanners` may start others.
    void stop();
    [[nodiscard]] const QString &path() const;
    [[nodiscard]] bool isFinished() const;

Q_SIGNALS:
    void found(const consilium::app::FolderLoader::News &news);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
