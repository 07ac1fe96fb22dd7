#pragma once
#include "base/Attributes.h"
#include "viewer/dicom/StudyModel.h"

#include <QByteArray>
#include <QtEndian>

namespace consilium::test
{

inline void setTexts(Attributes &header, Tag tag, const char (&vr)[3], const QString &values)
{
    header.setText(tag, vr, values.split(u'\\'));
}

/// A complete axial CT image, to be spoilt by the test.
inline Attributes ctHeader()
{
    Attributes h;
    setTexts(h, tags::SopClassUid, "UI", QStringLiteral("1.2.840.10008.5.1.4.1.1.2"));
    setTexts(h, tags::SopInstanceUid, "UI", QStringLiteral("2.25.1"));
    setTexts(h, tags::StudyInstanceUid, "UI", QStringLiteral("2.25.2"));
    setTexts(h, tags::SeriesInstanceUid, "UI", QStringLiteral("2.25.3"));
    setTexts(h, tags::FrameOfReferenceUid, "UI", QStringLiteral("2.25.4"));
    setTexts(h, tags::Modality, "CS", QStringLiteral("CT"));
    setTexts(h, tags::PatientName, "PN", QStringLiteral("TEST^ONE"));
    setTexts(h, tags::PatientId, "LO", QStringLiteral("T1"));
    setTexts(h, tags::Rows, "US", QStringLiteral("512"));
    setTexts(h, tags::Columns, "US", QStringLiteral("256"));
    setTexts(h, tags::BitsAllocated, "US", QStringLiteral("16"));
    setTexts(h, tags::BitsStored, "US", QStringLiteral("12"));
    setTexts(h, tags::HighBit, "US", QStringLiteral("11"));
    setTexts(h, tags::PixelRepresentation, "US", QStringLiteral("0"));
    setTexts(h, tags::SamplesPerPixel, "US", QStringLiteral("1"));
    setTexts(h, tags::PhotometricInterpretation, "CS", QStringLiteral("MONOCHROME2"));
    setTexts(h, tags::PixelSpacing, "DS", QStringLiteral("0.5\\0.75"));
    setTexts(h, tags::ImageOrientationPatient, "DS", QStringLiteral("1\\0\\0\\0\\1\\0"));
    setTexts(h, tags::ImagePositionPatient, "DS", QStringLiteral("-10\\-20\\30"));
    setTexts(h, tags::RescaleSlope, "DS", QStringLiteral("1"));
    setTexts(h, tags::RescaleIntercept, "DS", QStringLiteral("-1024"));
    setTexts(h, tags::InstanceNumber, "IS", QStringLiteral("1"));
    return h;
}

inline bool hasIssue(const std::vector<dicom::DataIssue> &issues, dicom::DataIssue::Kind kind)
{
    return std::any_of(issues.begin(), issues.end(), [kind](const dicom::DataIssue &i) { return i.kind == kind; });
}

/// An element in Explicit VR Little Endian, short form unless the VR wants the long one.
inline QByteArray element(Tag tag, const char (&vr)[3], QByteArray value)
{
    if (value.size() % 2)
        value.append(qstrcmp(vr, "UI") == 0 || vr[0] == 'O' ? '\0' : ' ');
    QByteArray bytes(4, '\0');
    qToLittleEndian(tag.group, bytes.data());
    qToLittleEndian(tag.element, bytes.data() + 2);
    bytes += vr;
    const bool longForm = vr[0] == 'O' || qstrcmp(vr, "SQ") == 0 || qstrcmp(vr, "UN") == 0 || qstrcmp(vr, "UT") == 0;
    QByteArray length(longForm ? 6 : 2, '\0');
    if (longForm)
        qToLittleEndian(quint32(value.size()), length.data() + 2);
    else
        qToLittleEndian(quint16(value.size()), length.data());
    return bytes + length + value;
}

inline QByteArray us(int value)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(quint16(value), bytes.data());
    return bytes;
}

/// Preamble, prefix and file meta information.
inline QByteArray part10Start(const QByteArray &syntax = "1.2.840.10008.1.2.1")
{
    const QByteArray meta = element(tags::TransferSyntaxUid, "UI", syntax);
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(meta.size()), length.data());
    return QByteArray(128, '\0') + "DICM" + element({0x0002, 0x0000}, "UL", length) + meta;
}

/// A small complete image object up to, not including, the pixel data.
inline QByteArray smallHeader(int rows, int columns, int frames = 1, int bitsAllocated = 16)
{
    return element(tags::SopClassUid, "UI", "1.2.840.10008.5.1.4.1.1.7") +
           element(tags::SopInstanceUid, "UI", "2.25.9") + element(tags::Modality, "CS", "OT") +
           element(tags::SamplesPerPixel, "US", us(1)) + element(tags::PhotometricInterpretation, "CS", "MONOCHROME2") +
           element(tags::NumberOfFrames, "IS", QByteArray::number(frames)) + element(tags::Rows, "US", us(rows)) +
           element(tags::Columns, "US", us(columns)) + element(tags::BitsAllocated, "US", us(bitsAllocated)) +
           element(tags::BitsStored, "US", us(bitsAllocated)) + element(tags::HighBit, "US", us(bitsAllocated - 1)) +
           element(tags::PixelRepresentation, "US", us(0));
}

} // namespace consilium::test
