#include "tests/phantom/InVesalius.h"

#include "tests/phantom/Generate.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

#include <zlib.h>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

constexpr qsizetype maximumBytes = 2'000'000'000;

/// The bytes, unpacked when they are gzipped.
Result<QByteArray> unpacked(const QByteArray &bytes)
{
    if (!bytes.startsWith("\x1f\x8b"))
        return bytes;
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return fail(ErrorCode::OutOfMemory);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    QByteArray out, piece(1 << 20, '\0');
    int status = Z_OK;
    while (status == Z_OK && out.size() < maximumBytes) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.constData(), piece.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    if (status != Z_STREAM_END)
        return fail(ErrorCode::NotDicom, u"the archive is damaged"_s);
    return out;
}

/// Regular files of a tar (POSIX.1 ustar), by the last part of their names.
QHash<QString, QByteArray> filesOfTar(const QByteArray &tar)
{
    QHash<QString, QByteArray> files;
    qsizetype at = 0;
    while (at + 512 <= tar.size() && tar[at] != '\0') {
        bool ok = false;
        const QByteArray sizeText = tar.mid(at + 124, 11).trimmed();
        const qsizetype size = qsizetype(sizeText.toLongLong(&ok, 8));
        if (!ok || size < 0 || at + 512 + size > tar.size())
            break;
        const char kind = tar[at + 156];
        const QString name = QString::fromUtf8(tar.mid(at, 100).constData());
        if (kind == '0' || kind == '\0')
            files.insert(name.section(u'/', -1), tar.mid(at + 512, size));
        at += 512 + (size + 511) / 512 * 512;
    }
    return files;
}

/// Leaf values of a property list by the keys that lead to them: "matrix/shape" -> ("108", "256", "256").
QHash<QString, QStringList> leavesOf(const QByteArray &plist)
{
    QHash<QString, QStringList> leaves;
    QStringList dictionaries; // keys of the dictionaries that are open
    QString key;
    QXmlStreamReader xml(plist);
    while (!xml.atEnd()) {
        xml.readNext();
        const QStringView name = xml.name();
        if (xml.isStartElement() && name == u"key") {
            key = xml.readElementText();
        } else if (xml.isStartElement() && name == u"dict") {
            dictionaries.append(key);
        } else if (xml.isEndElement() && name == u"dict" && !dictionaries.isEmpty()) {
            dictionaries.removeLast();
        } else if (xml.isStartElement() && (name == u"string" || name == u"integer" || name == u"real")) {
            const QString where = (dictionaries.mid(1) + QStringList(key)).join(u'/');
            leaves[where].append(xml.readElementText());
        }
    }
    return leaves;
}

std::vector<double> numbers(const QStringList &texts)
{
    std::vector<double> values;
    for (const QString &text : texts)
        values.push_back(text.toDouble());
    return values;
}

} // namespace

Result<InVesaliusProject> readInVesalius(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::FileUnreadable : ErrorCode::NotFound, path);
    const Result<QByteArray> tar = unpacked(file.readAll());
    if (!tar)
        return fail(tar.error());
    const QHash<QString, QByteArray> files = filesOfTar(*tar);
    const QHash<QString, QStringList> leaves = leavesOf(files.value(u"main.plist"_s));
    const std::vector<double> shape = numbers(leaves.value(u"matrix/shape"_s)),
                              spacing = numbers(leaves.value(u"spacing"_s));
    if (shape.size() != 3 || spacing.size() != 3 || leaves.value(u"matrix/dtype"_s) != QStringList{u"int16"_s})
        return fail(ErrorCode::NotDicom, u"not an InVesalius project with a 16-bit matrix"_s);
    InVesaliusProject project;
    project.slices = int(shape[0]);
    project.rows = int(shape[1]);
    project.columns = int(shape[2]);
    project.columnSpacingMm = spacing[0];
    project.rowSpacingMm = spacing[1];
    project.sliceSpacingMm = spacing[2];
    project.modality = leaves.value(u"modality"_s).value(0);
    project.windowCentre = leaves.value(u"window_level"_s).value(0).toDouble();
    project.windowWidth = leaves.value(u"window_width"_s).value(0).toDouble();
    const auto inRange = [](int size) { return size > 0 && size <= 8192; };
    const QByteArray matrix = files.value(leaves.value(u"matrix/filename"_s).value(0));
    if (!inRange(project.slices) || !inRange(project.rows) || !inRange(project.columns) ||
        !std::all_of(spacing.begin(), spacing.end(), [](double mm) { return mm > 0.0 && mm < 100.0; }) ||
        matrix.size() != qsizetype(project.slices) * project.rows * project.columns * 2) {
        return fail(ErrorCode::DicomMalformed, u"the matrix does not fit its description"_s);
    }
    project.voxels.resize(std::size_t(matrix.size()) / 2);
    const auto *const bytes = reinterpret_cast<const unsigned char *>(matrix.constData());
    for (std::size_t i = 0; i < project.voxels.size(); ++i)
        project.voxels[i] = static_cast<std::int16_t>(bytes[2 * i] | bytes[2 * i + 1] << 8);
    return project;
}

Result<int> convertInVesalius(const InVesaliusProject &project, const ConvertOptions &options)
{
    if (!QDir().mkpath(options.folder))
        return fail(ErrorCode::FileUnreadable, u"cannot create %1"_s.arg(options.folder));
    const auto [low, high] = std::minmax_element(project.voxels.begin(), project.voxels.end());
    const bool twelveBits = *low >= -1024 && *high <= 3071; // as scanners store CT
    const QString key = u"invesalius|%1|%2|%3"_s.arg(options.patientName, options.patientId).arg(project.slices);
    SeriesContent series;
    series.patientName = options.patientName;
    series.patientId = options.patientId;
    series.studyUid = uidFor(u"study|"_s + key);
    series.seriesUid = uidFor(u"series|"_s + key + options.syntax);
    series.frameOfReferenceUid = uidFor(u"frame|"_s + key);
    series.studyDescription = u"CT head 头颅CT"_s;
    series.seriesDescription =
        options.syntax == "explicit"_L1 ? u"Cranium 1.5 mm"_s : u"Cranium 1.5 mm %1"_s.arg(options.syntax);
    series.seriesNumber = 1 + int(syntaxNames().indexOf(options.syntax));
    series.rows = project.rows;
    series.columns = project.columns;
    series.sliceThicknessMm = project.sliceSpacingMm;
    series.windowCentre = project.windowCentre;
    series.windowWidth = std::max(1.0, project.windowWidth);
    series.bitsStored = twelveBits ? 12 : 16;
    series.isSigned = !twelveBits;
    series.intercept = twelveBits ? -1024.0 : 0.0;
    const int offset = twelveBits ? 1024 : 0;
    const auto task = [&](int i) -> Result<void> {
        const int z = project.slices - 1 - i; // the most cranial first
        SlicePlan slice;
        slice.instanceNumber = i + 1;
        slice.alongRow = {1, 0, 0};
        slice.alongColumn = {0, 1, 0};
        slice.betweenColumnsMm = project.columnSpacingMm;
        slice.betweenRowsMm = project.rowSpacingMm;
        slice.position = {0.0, -(project.rows - 1) * project.rowSpacingMm, z * project.sliceSpacingMm};
        std::vector<std::int32_t> stored;
        stored.reserve(std::size_t(project.rows) * std::size_t(project.columns));
        for (int r = project.rows - 1; r >= 0; --r) { // the matrix begins at the back, a DICOM image at the front
            const std::int16_t *const row =
                project.voxels.data() +
                (std::size_t(z) * std::size_t(project.rows) + std::size_t(r)) * std::size_t(project.columns);
            std::transform(row, row + project.columns, std::back_inserter(stored),
                           [offset](int v) { return v + offset; });
        }
        const QString name = u"IM%1.dcm"_s.arg(i + 1, 4, 10, QLatin1Char('0'));
        return writeCtImage(QDir(options.folder).filePath(name), series, slice,
                            uidFor(series.seriesUid + u"|%1"_s.arg(i)), stored, options.syntax);
    };
    if (auto done = forEachIndex(project.slices, options.threads, task, {}); !done)
        return fail(done.error());
    return project.slices;
}

} // namespace consilium::phantom
