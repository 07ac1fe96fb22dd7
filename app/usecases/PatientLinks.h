#pragma once
#include "base/Clock.h"
#include "base/store/StoreThread.h"
#include "viewer/dicom/PatientIndex.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace consilium::app
{

/// What a person said of a pair of records.
struct PatientLink {
    enum class Answer { Same, NotSame };
    Answer answer = Answer::NotSame;
    TimeMs at = 0;
    bool operator==(const PatientLink &) const = default;
};

/// Which records of patients are one person's, as one person at this computer has said it, once a pair. Kept in their
/// encrypted store, under dicom::pairKey(): no name and no number stands in it. UI thread only.
class PatientLinks : public QObject
{
    Q_OBJECT
public:
    static constexpr auto recordKind = "patient-links"; ///< in the store

    explicit PatientLinks(const Clock &clock, QObject *parent = nullptr);

    /// From now on answers last, those that are there already among them; what was said earlier is read. `store`
    /// outlives this. Once at most.
    void useStore(store::StoreThread &store);
    /// What is said now is on the disk, or will be in a moment. False: no store, or it took nothing the last time.
    [[nodiscard]] bool isLasting() const { return m_store && !m_failure; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    [[nodiscard]] bool isWritten() const { return m_writing == 0; } ///< nothing is on its way to the store

    /// nullopt: nobody was asked, or the records are described otherwise by now.
    [[nodiscard]] std::optional<PatientLink> link(const dicom::PatientRecord &a, const dicom::PatientRecord &b) const;
    void say(const dicom::PatientRecord &a, const dicom::PatientRecord &b, PatientLink::Answer answer);
    void forget(const dicom::PatientRecord &a, const dicom::PatientRecord &b); ///< it is asked again

Q_SIGNALS:
    void changed();
    void notKept(const consilium::Error &error); ///< once until something is kept again

private:
    void write(const QString &key, const std::optional<PatientLink> &link);
    void takeLoaded(const Result<store::Listing> &listing);

    const Clock &m_clock;
    store::StoreThread *m_store = nullptr;
    QHash<QString, std::optional<PatientLink>> m_links; ///< nullopt: given up here
    std::optional<Error> m_failure;
    int m_writing = 0;
};

/// Unsupported: a newer program's. ProtocolViolation: none at all.
[[nodiscard]] QByteArray toCbor(const PatientLink &link);
[[nodiscard]] Result<PatientLink> patientLinkFromCbor(const QByteArray &bytes);

} // namespace consilium::app
