#pragma once
#include "app/bridge/PatientMatch.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/pixels/StudyImages.h"

#include <QObject>

#include <memory>
#include <optional>

namespace consilium::app
{

/// Looks for other studies under a study's Patient ID and for their series that hold documents. Whether a study is the
/// same patient's is judged by matchPrior(): of another ID it is left out, where it is not sure it says so. UI thread.
class PriorFinder : public QObject
{
    Q_OBJECT
public:
    PriorFinder(std::shared_ptr<dicomweb::DicomWebClient> archive, dicom::StudyHeader study, QObject *parent);
    ~PriorFinder() override; ///< cancels
    /// Where it asks: also when the study that is read could not be opened there.
    [[nodiscard]] const std::shared_ptr<dicomweb::DicomWebClient> &archive() const { return m_archive; }

    [[nodiscard]] const StudyUid &study() const { return m_study.uid; }
    void start();
    [[nodiscard]] const pixels::StudyImages::Priors &priors() const { return m_priors; }
    /// The same, judged by what is known of the patient now: the issuer of the ID, above all, may have come later.
    [[nodiscard]] pixels::StudyImages::Priors priors(const dicom::PatientIdentity &patient) const;
    /// Not all of it was answered; asked again there may be more. Null: all that was asked was answered.
    [[nodiscard]] const Error *failure() const { return m_failure ? &*m_failure : nullptr; }

Q_SIGNALS:
    void changed();
    void notAnswered(const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive, const consilium::Error &error,
                     int againMs); ///< -1: it is not asked again by itself

private:
    struct Mail;
    void takeStudies(const Result<dicomweb::StudyPage> &page);
    void askForSeries();
    /// An archive that names the issuer of some IDs, and not of this one, says that this one's is not known.
    [[nodiscard]] PriorSource source() const
    {
        return m_namesIssuers ? PriorSource::Elsewhere : PriorSource::SameArchive;
    }
    void takeSeries(const StudyUid &study, const Result<std::vector<Attributes>> &series);

    std::shared_ptr<dicomweb::DicomWebClient> m_archive;
    dicom::StudyHeader m_study;
    pixels::StudyImages::Priors m_priors;
    std::vector<StudyUid> m_waiting; ///< whose series are not known
    int m_asked = 0;                 ///< questions on their way
    bool m_namesIssuers = false;     ///< of some study under this ID
    std::optional<Error> m_failure;
    CancelToken m_cancel;
    std::shared_ptr<Mail> m_mail;
};

} // namespace consilium::app
