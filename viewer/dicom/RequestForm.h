#pragma once
#include "base/Attributes.h"

#include <QString>

#include <memory>
#include <vector>

namespace consilium::dicom
{

/// Why the study was made, as its objects repeat it from the request: what a reader asks first. Texts are readable;
/// empty where nothing is said. PS3.3 C.7.2.1, C.7.2.2, C.7.3.1, table 10-9 (Request Attributes).
struct RequestForm {
    QString requestedProcedure; ///< (0032,1060), else the meaning of (0032,1064), else of (0008,1032)
    QString reason;             ///< (0040,1002), (0040,100A), (0032,1030)
    QString diagnoses;          ///< (0008,1080), (0008,1084)
    QString history;            ///< (0010,21B0) Additional Patient History
    QString allergies, alerts;  ///< (0010,2110), (0010,2000)
    QString pregnancy;          ///< (0010,21C0) in words; empty: not said
    QString requestingPhysician, requestingService, referringPhysician;
    QString accession, requestedProcedureId, admissionId, location, comments;
    bool operator==(const RequestForm &) const = default;

    /// Takes what is missing here from another object of the same study.
    void completeWith(const RequestForm &other);
};
[[nodiscard]] RequestForm describeRequest(const Attributes &header);

/// Describes the requests that many files repeat: one that says what the file before said is not read again. One thread
/// at a time.
class RequestReader
{
public:
    /// As describeRequest().
    [[nodiscard]] std::shared_ptr<const RequestForm> read(const Attributes &header);

private:
    std::vector<Attribute> m_said; ///< all that the form was made of
    std::shared_ptr<const RequestForm> m_form;
};

} // namespace consilium::dicom
