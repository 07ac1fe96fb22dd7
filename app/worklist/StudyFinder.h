#pragma once
#include "app/settings/ArchiveSet.h"
#include "viewer/dicom/StudyModel.h"

#include <QObject>

#include <optional>
#include <set>

namespace consilium::app
{

/// Looks for one study, named by its UID, in every archive: also in those that the keychain gives its password for only
/// later. Ends with the first archive that has it, or when all have answered.
class StudyFinder : public QObject
{
    Q_OBJECT
public:
    StudyFinder(ArchiveSet &archives, StudyUid study, QObject *parent = nullptr);

    void start();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void found(const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive,
               const consilium::dicom::StudyHeader &study);
    void notFound(const QString &why); ///< a sentence for the reader

private:
    void proceed();
    void take(const std::shared_ptr<dicomweb::DicomWebClient> &archive, const Result<dicomweb::StudyPage> &page);
    [[nodiscard]] QString conclusion() const;

    ArchiveSet &m_archives;
    StudyUid m_study;
    std::set<ArchiveId> m_asked;
    std::optional<Error> m_error; ///< of the first archive that could not answer
    int m_outstanding = 0;
    bool m_running = false;
};

} // namespace consilium::app
