#include "viewer/objects/Part10.h"

#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/TextRepair.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/oflog/oflog.h>

#include <QtEndian>

#include <exception>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

constexpr int deepest = 32;
constexpr std::size_t slackBytes = 65536; ///< preamble and file meta information

bool isVr(Vr vr, const char (&name)[3])
{
    return vr[0] == name[0] && vr[1] == name[1];
}

DcmTag tagOf(Tag tag, Vr vr)
{
    const char name[3] = {vr[0], vr[1], '\0'};
    return {tag.group, tag.element, DcmVR(name)};
}

/// Writes one data set, all texts in one character set.
class Writer
{
public:
    explicit Writer(const dicom::CharacterSets &charset) : m_charset(charset) {}

    /// False where a text cannot be written in the set, or something else is wrong: error() says which.
    bool fill(DcmItem &into, const Attributes &from, int depth)
    {
        if (depth > deepest)
            return refuse(ErrorCode::InvalidArgument, u"items within items within items"_s);
        for (const auto &[tag, attribute] : from.elements()) {
            if (tag.group <= 0x0002 || tag.element == 0) // commands, file meta information, lengths of groups
                continue;
            if (!put(into, tag, attribute, depth))
                return false;
        }
        return true;
    }
    [[nodiscard]] bool lacksLetters() const { return m_lacksLetters; }
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    bool refuse(ErrorCode code, const QString &detail)
    {
        m_error = {code, detail};
        return false;
    }
    bool refuse(Tag tag) { return refuse(ErrorCode::InvalidArgument, u"the value of (%1)"_s.arg(tag.text())); }

    bool put(DcmItem &into, Tag tag, const Attribute &attribute, int depth)
    {
        if (isVr(attribute.vr, "SQ"))
            return putSequence(into, tag, attribute, depth);
        DcmElement *made = nullptr;
        if (DcmItem::newDicomElementWithVR(made, tagOf(tag, attribute.vr)).bad() || !made)
            return refuse(tag);
        std::unique_ptr<DcmElement> element(made);
        if (!putValue(*element, tag, attribute))
            return false;
        if (into.insert(element.get(), OFTrue).bad())
            return refuse(tag);
        static_cast<void>(element.release()); // the item owns it
        return true;
    }

    bool putSequence(DcmItem &into, Tag tag, const Attribute &attribute, int depth)
    {
        auto sequence = std::make_unique<DcmSequenceOfItems>(tagOf(tag, attribute.vr));
        for (const Attributes &item : attribute.items) {
            auto one = std::make_unique<DcmItem>();
            if (!fill(*one, item, depth + 1))
                return false;
            if (sequence->append(one.get()).bad())
                return refuse(tag);
            static_cast<void>(one.release());
        }
        if (into.insert(sequence.get(), OFTrue).bad())
            return refuse(tag);
        static_cast<void>(sequence.release());
        return true;
    }

    bool putValue(DcmElement &element, Tag tag, const Attribute &attribute)
    {
        if (!attribute.bytes.isEmpty())
            return putBytes(element, attribute) || refuse(tag);
        if (attribute.values.isEmpty())
            return true;
        if (isVr(attribute.vr, "FL"))
            return putNumbers<Float32>(attribute,
                                       [&](const auto &v) {
                                           return element.putFloat32Array(v.data(),
                                                                          static_cast<unsigned long>(v.size()));
                                       }) ||
                   refuse(tag);
        if (isVr(attribute.vr, "FD"))
            return putNumbers<Float64>(attribute,
                                       [&](const auto &v) {
                                           return element.putFloat64Array(v.data(),
                                                                          static_cast<unsigned long>(v.size()));
                                       }) ||
                   refuse(tag);
        if (isVr(attribute.vr, "US"))
            return putNumbers<Uint16>(attribute,
                                      [&](const auto &v) {
                                          return element.putUint16Array(v.data(), static_cast<unsigned long>(v.size()));
                                      }) ||
                   refuse(tag);
        if (isVr(attribute.vr, "SS"))
            return putNumbers<Sint16>(attribute,
                                      [&](const auto &v) {
                                          return element.putSint16Array(v.data(), static_cast<unsigned long>(v.size()));
                                      }) ||
                   refuse(tag);
        if (isVr(attribute.vr, "UL"))
            return putNumbers<Uint32>(attribute,
                                      [&](const auto &v) {
                                          return element.putUint32Array(v.data(), static_cast<unsigned long>(v.size()));
                                      }) ||
                   refuse(tag);
        if (isVr(attribute.vr, "SL"))
            return putNumbers<Sint32>(attribute,
                                      [&](const auto &v) {
                                          return element.putSint32Array(v.data(), static_cast<unsigned long>(v.size()));
                                      }) ||
                   refuse(tag);
        const std::optional<QByteArray> text = m_charset.encode(attribute.values.join(u'\\'));
        if (!text) {
            m_lacksLetters = true;
            return refuse(tag);
        }
        return element.putString(text->constData(), static_cast<Uint32>(text->size())).good() || refuse(tag);
    }

    template<class Number, class Put>
    static bool putNumbers(const Attribute &attribute, const Put &put)
    {
        std::vector<Number> numbers;
        for (const QString &text : attribute.values) {
            const std::optional<double> number = finiteNumber(text);
            if (!number)
                return false;
            numbers.push_back(static_cast<Number>(*number));
        }
        return put(numbers).good();
    }

    static bool putBytes(DcmElement &element, const Attribute &attribute)
    {
        const QByteArray &bytes = attribute.bytes;
        if (isVr(attribute.vr, "OW") || isVr(attribute.vr, "US") || isVr(attribute.vr, "SS")) {
            std::vector<Uint16> words(std::size_t(bytes.size()) / 2);
            for (std::size_t i = 0; i < words.size(); ++i)
                words[i] = qFromLittleEndian<Uint16>(bytes.constData() + 2 * i);
            return element.putUint16Array(words.data(), static_cast<unsigned long>(words.size())).good();
        }
        return element
            .putUint8Array(reinterpret_cast<const Uint8 *>(bytes.constData()), static_cast<unsigned long>(bytes.size()))
            .good();
    }

    const dicom::CharacterSets &m_charset;
    Error m_error;
    bool m_lacksLetters = false;
};

Result<QByteArray> bytesOf(DcmFileFormat &file)
{
    const std::size_t size =
        std::size_t(file.getDataset()->calcElementLength(EXS_LittleEndianExplicit, EET_UndefinedLength)) + slackBytes;
    QByteArray buffer(qsizetype(size), Qt::Uninitialized);
    DcmOutputBufferStream stream(buffer.data(), offile_off_t(buffer.size()));
    file.transferInit();
    const OFCondition done = file.write(stream, EXS_LittleEndianExplicit, EET_UndefinedLength, nullptr);
    file.transferEnd();
    void *filled = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(filled, length);
    if (done.bad())
        return fail(ErrorCode::Internal, u"writing: %1"_s.arg(QString::fromLatin1(done.text())));
    return buffer.left(qsizetype(length));
}

QStringList declaredIn(const Attributes &object)
{
    const Attribute *declared = object.find(tags::SpecificCharacterSet);
    return declared ? declared->values : QStringList();
}

void quietLog()
{
    static std::once_flag once; // the library writes to the standard output otherwise, values among it
    std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

} // namespace

Result<QByteArray> part10Of(const Attributes &object)
{
    if (object.text(tags::SopClassUid).isEmpty() || object.text(tags::SopInstanceUid).isEmpty())
        return fail(ErrorCode::InvalidArgument, u"an object without SOP class or instance"_s);
    try {
        quietLog();
        const dicom::CharacterSets declared(declaredIn(object));
        Writer writer(declared);
        DcmFileFormat file;
        if (writer.fill(*file.getDataset(), object, 0))
            return bytesOf(file);
        if (!writer.lacksLetters())
            return fail(writer.error());
        Attributes wide = dicom::repairedTexts(object).value_or(object);
        wide.setText(tags::SpecificCharacterSet, "CS", {u"ISO_IR 192"_s});
        const dicom::CharacterSets utf8(declaredIn(wide));
        Writer second(utf8);
        DcmFileFormat again;
        if (!second.fill(*again.getDataset(), wide, 0))
            return fail(second.error());
        return bytesOf(again);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory);
    } catch (const std::exception &) {
        return fail(ErrorCode::Internal, u"the writer failed"_s);
    }
}

} // namespace consilium::objects
