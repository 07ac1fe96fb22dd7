#pragma once
#include "base/Ids.h"
#include "base/Result.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <vector>

namespace consilium::bench
{

/// A head phantom, 12 bit with noise, in the bench's archive.
struct BenchStudy {
    StudyUid study;
    SeriesUid series;
    std::vector<SopInstanceUid> images;
};

/// The bench's own Orthanc with its studies. Both stay in the work folder from one run to the next. Blocks.
class BenchStudies
{
public:
    explicit BenchStudies(QString workFolder);
    ~BenchStudies(); ///< stops the archive

    [[nodiscard]] Result<void> start();
    [[nodiscard]] const QString &url() const { return m_url; }
    /// Makes and stores it where it is not there yet. `syntax`: as consilium-phantom names it; `side`: rows and
    /// columns.
    [[nodiscard]] Result<BenchStudy> study(int slices, const QString &syntax, int side = 512);

private:
    [[nodiscard]] Result<void> store(int slices, const QString &syntax, int side, const QString &patient);
    [[nodiscard]] Result<BenchStudy> find(const QString &patient) const;

    QString m_work, m_url;
};

} // namespace consilium::bench
