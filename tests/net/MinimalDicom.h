#pragma once
#include <QByteArray>
#include <QString>

namespace consilium::test
{

/// A small grey image as a Part 10 file, written byte by byte here so that nothing of the product vouches for itself.
/// Explicit VR little endian, UTF-8.
struct MinimalDicom {
    QString patientName = QStringLiteral("TEST^头颅"), patientId = QStringLiteral("TEST-1"),
            studyDate = QStringLiteral("20240229");
    QString studyDescription = QStringLiteral("HEAD"), modality = QStringLiteral("CT"),
            bodyPart = QStringLiteral("HEAD"), seriesDescription; ///< the last is left out when empty
    QString study = QStringLiteral("1.2.826.0.1.3680043.10.999.1"),
            series = QStringLiteral("1.2.826.0.1.3680043.10.999.1.1"),
            sop = QStringLiteral("1.2.826.0.1.3680043.10.999.1.1.1");
    int instanceNumber = 1, rows = 4, columns = 6, frames = 1;
    QByteArray
        pixels; ///< rows x columns x frames 16-bit samples; filled with a pattern of the instance number when empty
    QByteArray profile;     ///< ICC Profile (0028,2000), OB: left out when empty
    QByteArray objectClass; ///< SOP Class of an object that is no image, and has no pixels
    int seriesNumber = 1;
    QString metaSop; ///< what the file meta information calls the object: `sop` when empty
    QString birthDate;
    bool hasPlace = true; ///< false: neither a place in the patient nor a pixel spacing

    [[nodiscard]] QByteArray pixelBytes() const;
    [[nodiscard]] QByteArray frameBytes(int frame) const; ///< from 0
    [[nodiscard]] QByteArray part10() const;
};

} // namespace consilium::test
