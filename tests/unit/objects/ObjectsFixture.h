#pragma once
#include "tests/support/Needs.h"
#include "viewer/dicom/Documents.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/Part10.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <utility>

namespace consilium::test
{

inline constexpr auto studyOfImages = "1.2.826.0.1.3680043.8.498.11", seriesOfImages = "1.2.826.0.1.3680043.8.498.12",
                      frameOfReferenceOfImages = "1.2.826.0.1.3680043.8.498.13";

/// The header of an image as the reader gives it.
[[nodiscard]] inline Attributes imageHeader(const QStringList &charset = {QStringLiteral("ISO_IR 192")},
                                            const QString &name = QStringLiteral("WANG^XIAODONG=王^小东"))
{
    using namespace Qt::StringLiterals;
    Attributes header;
    if (!charset.isEmpty())
        header.setText(tags::SpecificCharacterSet, "CS", charset);
    header.setText(tags::PatientName, "PN", {name});
    header.setText(tags::PatientId, "LO", {u"TEST-4711"_s});
    header.setText(tags::PatientBirthDate, "DA", {u"19700101"_s});
    header.setText(tags::PatientSex, "CS", {u"M"_s});
    header.setText(tags::StudyInstanceUid, "UI", {QString::fromLatin1(studyOfImages)});
    header.setText(tags::SeriesInstanceUid, "UI", {QString::fromLatin1(seriesOfImages)});
    header.setText(tags::SopInstanceUid, "UI", {u"1.2.826.0.1.3680043.8.498.14"_s});
    header.setText(tags::StudyDate, "DA", {u"20240102"_s});
    header.setText(tags::StudyTime, "TM", {u"030405"_s});
    header.setText(tags::StudyId, "SH", {u"7"_s});
    header.setText(tags::AccessionNumber, "SH", {u"A12"_s});
    header.setText(tags::StudyDescription, "LO", {u"Thorax"_s});
    header.setText(tags::Modality, "CS", {u"CT"_s});
    header.setText(tags::Rows, "US", {u"512"_s});
    return header;
}

[[nodiscard]] inline objects::ObjectHeader objectHeader(const Attributes &image = imageHeader())
{
    return objects::newHeader(image, QDateTime(QDate(2026, 11, 27), QTime(22, 5, 9)));
}

/// The image of this number; of an enhanced one its frame.
[[nodiscard]] inline objects::ImageReference imageOf(int number, int frame = 0)
{
    using namespace Qt::StringLiterals;
    return {SopClassUid(frame > 0 ? u"1.2.840.10008.5.1.4.1.1.2.1"_s : u"1.2.840.10008.5.1.4.1.1.2"_s),
            SopInstanceUid(u"1.2.826.0.1.3680043.8.498.20.%1"_s.arg(number)), frame,
            StudyUid(QString::fromLatin1(studyOfImages)), SeriesUid(QString::fromLatin1(seriesOfImages))};
}

/// What was made, as a file; empty where something was refused.
template<class Object>
[[nodiscard]] QByteArray fileOf(const Object &object)
{
    const auto attributes = attributesOf(object); // of the object's own kind
    if (!attributes) {
        qWarning("%s", qPrintable(attributes.error().detail));
        return {};
    }
    const auto bytes = objects::part10Of(*attributes);
    if (!bytes)
        qWarning("%s", qPrintable(bytes.error().detail));
    return bytes.value_or(QByteArray());
}

/// Files that other programs look at.
class ObjectFiles
{
public:
    [[nodiscard]] QString add(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.dcm").arg(++m_count));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

[[nodiscard]] inline QByteArray outputOf(const QString &program, const QStringList &arguments,
                                         const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(120'000) ? process.readAll() : QByteArray();
}

/// What dciodvfy says; it names the object when it knows it.
[[nodiscard]] inline QString verdictOn(const QString &path)
{
    return QString::fromUtf8(outputOf(QStringLiteral("dciodvfy"), {path}));
}

/// What pydicom reads; empty where there is none.
[[nodiscard]] inline QJsonObject pydicomOf(const QString &path)
{
    const QByteArray answer =
        outputOf(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/objects/objects.py")}, path.toUtf8() + '\n');
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(answer, &error).object();
    if (object.isEmpty())
        qWarning("%s", answer.left(2000).constData());
    return object;
}

} // namespace consilium::test

/// No line of dciodvfy about `path` is an error, and it knows the object as `name`.
#define VERIFY_DCIODVFY(path, name)                                                                                    \
    do {                                                                                                               \
        const QString verdict = consilium::test::verdictOn(path);                                                      \
        QVERIFY2(!verdict.contains(QStringLiteral("Error")) && verdict.contains(QStringLiteral(name)),                 \
                 qPrintable(verdict));                                                                                 \
    } while (false)
#define NEEDS_DCIODVFY                                                                                                 \
    NEEDS(!QStandardPaths::findExecutable(QStringLiteral("dciodvfy")).isEmpty(), "no dciodvfy (Debian: dicom3tools)")
/// A machine with the second reader answers for every object.
#define NEEDS_PYDICOM                                                                                                  \
    NEEDS(consilium::test::outputOf(QStringLiteral("/usr/bin/python3"),                                                \
                                    {QStringLiteral("-c"), QStringLiteral("import pydicom; print(1)")})                \
                  .trimmed() == "1",                                                                                   \
          "no python3 with pydicom")
