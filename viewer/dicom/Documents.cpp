#include "viewer/dicom/Documents.h"

#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/DataSetReader.h"
#include "viewer/dicom/TextRepair.h"

#include <QSet>

#include <algorithm>
#include <exception>
#include <new>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag contentDate{0x0008, 0x0023}, acquisitionDateTime{0x0008, 0x002A}, conceptName{0x0040, 0xA043},
    codeMeaning{0x0008, 0x0104}, documentTitle{0x0042, 0x0010}, completionFlag{0x0040, 0xA491},
    verificationFlag{0x0040, 0xA493}, preliminaryFlag{0x0040, 0xA496}, contentSequence{0x0040, 0xA730},
    valueType{0x0040, 0xA040}, codeValue{0x0008, 0x0100}, codingScheme{0x0008, 0x0102},
    referencedFrames{0x0008, 0x1160};
constexpr qint64 mostBulkBytes = 512LL * 1024 * 1024;
constexpr int deepest = 64;

QString afterRoot(const SopClassUid &sopClass)
{
    static const QString root = u"1.2.840.10008.5.1.4.1.1."_s;
    return sopClass.text().startsWith(root) ? sopClass.text().mid(root.size()) : QString();
}

void setContentTime(DocumentHeader &document, const Attributes &header)
{
    document.date = header.text(contentDate);
    document.time = header.text(tags::ContentTime);
    const QString acquired = header.text(acquisitionDateTime);
    if (document.kind == DocumentKind::Waveform && acquired.size() >= 8) {
        document.date = acquired.left(8);
        document.time = acquired.mid(8).section(u'+', 0, 0).section(u'-', 0, 0);
    }
    if (document.date.isEmpty())
        document.date = header.text(tags::StudyDate);
}

/// PS3.3 C.11.10: what its writer calls it, and when it was made.
void setState(DocumentHeader &document, const Attributes &header)
{
    constexpr Tag label{0x0070, 0x0080}, description{0x0070, 0x0081}, date{0x0070, 0x0082}, time{0x0070, 0x0083};
    const QString described = readableText(header, description);
    document.title = described.isEmpty() ? header.text(label) : described;
    if (const QString made = header.text(date); !made.isEmpty()) {
        document.date = made;
        document.time = header.text(time);
    }
}

/// By its title (PS3.16 CID 7010) a Key Object Selection may also say that its images are rejected (IHE RAD TF-1, image
/// object change management), or list all that there is of a study (a manifest).
bool namesKeyImages(const Attributes &header)
{
    static const QSet<QString> others = {u"113001"_s, u"113010"_s, u"113030"_s, u"113031"_s, u"113032"_s, u"113033"_s,
                                         u"113034"_s, u"113035"_s, u"113037"_s, u"113038"_s, u"113039"_s};
    const Attributes *title = header.item(conceptName);
    return !title || title->text(codingScheme) != "DCM"_L1 || !others.contains(title->text(codeValue));
}

/// A note names its images in the IMAGE items right below its root (TID 2010).
void setKeyImages(DocumentHeader &document, const Attributes &header)
{
    if (!namesKeyImages(header))
        return;
    for (const Attributes &item : header.items(contentSequence)) {
        if (item.text(valueType) != "IMAGE"_L1)
            continue;
        for (const Attributes &reference : item.items(tags::ReferencedSopSequence)) {
            document.keyImages.emplace_back(reference.text(tags::ReferencedSopInstanceUid));
            const int frame = reference.integer(referencedFrames).value_or(1); // the first of several
            document.keyFrames.push_back(std::max(frame, 1) - 1);
        }
    }
}

/// "#offset=123&length=456" as the reader writes it.
std::optional<std::pair<qint64, qint64>> placeInFile(const QString &uri)
{
    bool isOffset = false, isLength = false;
    const qint64 offset = uri.section(u'&', 0, 0).mid(8).toLongLong(&isOffset);
    const qint64 length = uri.section(u'&', 1, 1).mid(7).toLongLong(&isLength);
    if (!uri.startsWith("#offset="_L1) || !isOffset || !isLength)
        return std::nullopt;
    return std::pair(offset, length);
}

void swapPairs(QByteArray &bytes)
{
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        std::swap(bytes[i], bytes[i + 1]);
}

class BulkReader
{
public:
    BulkReader(ByteSource &source, bool isBigEndian) : m_source(source), m_isBigEndian(isBigEndian) {}

    Result<void> fillIn(Attributes &attributes, int depth)
    {
        std::vector<std::pair<Tag, Attribute>> changed;
        for (const auto &[tag, attribute] : attributes.elements()) {
            if (tag == tags::PixelData)
                continue;
            const auto place = placeInFile(attribute.bulkDataUri);
            if (!place && (attribute.items.empty() || depth >= deepest))
                continue;
            Attribute filled = attribute;
            const Result<void> done = place ? take(filled, *place) : below(filled, depth);
            if (!done)
                return done;
            changed.emplace_back(tag, std::move(filled));
        }
        for (auto &[tag, attribute] : changed)
            attributes.set(tag, std::move(attribute));
        return {};
    }

private:
    Result<void> below(Attribute &sequence, int depth)
    {
        for (Attributes &item : sequence.items)
            if (const Result<void> done = fillIn(item, depth + 1); !done)
                return done;
        return {};
    }
    Result<void> take(Attribute &value, std::pair<qint64, qint64> place)
    {
        m_left -= place.second;
        if (m_left < 0)
            return fail(ErrorCode::OutOfMemory, u"binary values of more than %1 MB"_s.arg(mostBulkBytes >> 20));
        value.bytes = m_source.copy(place.first, place.second);
        value.bulkDataUri.clear();
        if (value.bytes.size() < place.second)
            return fail(ErrorCode::DicomTruncated, u"the file ends within a value"_s);
        if (m_isBigEndian && value.vr == Vr{'O', 'W'})
            swapPairs(value.bytes);
        return {};
    }

    ByteSource &m_source;
    bool m_isBigEndian;
    qint64 m_left = mostBulkBytes;
};

} // namespace

std::optional<DocumentKind> documentKind(const SopClassUid &sopClass)
{
    const QString own = afterRoot(sopClass);
    if (own == "88.59"_L1)
        return DocumentKind::KeyImages;
    if (own.startsWith("88."_L1))
        return DocumentKind::Report;
    if (own == "11.1"_L1 || own == "11.2"_L1) // of grey images, of colour images
        return DocumentKind::PresentationState;
    if (own == "104.1"_L1)
        return DocumentKind::Pdf;
    if (own == "104.2"_L1)
        return DocumentKind::ClinicalDocument;
    if (own.startsWith("9."_L1) && !own.startsWith("9.4."_L1))
        return DocumentKind::Waveform;
    return std::nullopt;
}

Result<DocumentPtr> describeDocument(const Attributes &written)
{
    const std::optional<Attributes> repaired = repairedTexts(written);
    const Attributes &header = repaired ? *repaired : written;
    auto document = std::make_shared<DocumentHeader>();
    document->sopClass = SopClassUid(header.text(tags::SopClassUid));
    const auto kind = documentKind(document->sopClass);
    if (!kind)
        return fail(ErrorCode::NoPixels);
    document->kind = *kind;
    document->study = StudyUid(header.text(tags::StudyInstanceUid));
    document->series = SeriesUid(header.text(tags::SeriesInstanceUid));
    document->sop = SopInstanceUid(header.text(tags::SopInstanceUid));
    if (document->study.isEmpty() || document->series.isEmpty() || document->sop.isEmpty())
        return fail(ErrorCode::DicomMalformed, u"a document without Study, Series or SOP Instance UID"_s);
    const StudyHeader study = describeStudy(header);
    document->patient = study.patient;
    document->studyDate = study.date;
    document->instanceNumber = header.integer(tags::InstanceNumber).value_or(-1);
    document->title = readableText(header, documentTitle);
    if (const Attributes *concept_ = header.item(conceptName); concept_ && document->title.isEmpty())
        document->title = readableText(*concept_, codeMeaning);
    setContentTime(*document, header);
    if (*kind == DocumentKind::PresentationState)
        setState(*document, header);
    document->completion = header.text(completionFlag);
    document->verification = header.text(verificationFlag);
    document->isPreliminary = header.text(preliminaryFlag) == "PRELIMINARY"_L1;
    if (*kind == DocumentKind::KeyImages)
        setKeyImages(*document, header);
    return DocumentPtr(document);
}

bool isDocumentModality(const QString &modality)
{
    static const QSet<QString> all = {u"SR"_s,  u"KO"_s,   u"DOC"_s, u"ECG"_s, u"HD"_s,
                                      u"EPS"_s, u"RESP"_s, u"EEG"_s, u"EMG"_s, u"EOG"_s};
    return all.contains(modality);
}

Result<Attributes> readObject(const QByteArray &part10)
{
    try {
        ByteSource source(part10);
        Result<ReadDataSet> read = readDataSet(source);
        if (!read)
            return fail(read.error());
        if (const auto done = BulkReader(source, read->coding.bigEndian).fillIn(read->attributes, 0); !done)
            return fail(done.error());
        return std::move(read->attributes);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory);
    } catch (const std::exception &) {
        return fail(ErrorCode::DicomMalformed, u"the reader failed"_s);
    }
}

QString readableText(const Attributes &header, Tag tag, bool *repaired)
{
    const Attribute *const attribute = header.find(tag);
    const QString text =
        attribute && attribute->values.size() > 1 ? attribute->values.join(u"; "_s).trimmed() : header.text(tag);
    const bool isPersonName = attribute && attribute->vr == Vr{'P', 'N'};
    const std::optional<QString> better = repairedChinese(text, isPersonName);
    if (better && repaired)
        *repaired = true;
    return better.value_or(text);
}

} // namespace consilium::dicom
