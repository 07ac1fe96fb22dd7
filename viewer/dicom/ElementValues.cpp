#include "viewer/dicom/ElementValues.h"

#include "viewer/dicom/CharacterSets.h"

#include <algorithm>
#include <bit>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr qsizetype maximumNumbers = 4096;
constexpr qsizetype maximumTexts = 262'144;

constexpr int code(char a, char b)
{
    return a << 8 | b;
}

int codeOf(Vr vr)
{
    return code(vr[0], vr[1]);
}

/// Bytes of one number of a VR; 0: not numeric and not swapped.
int widthOf(int vr)
{
    switch (vr) {
    case code('U', 'S'):
    case code('S', 'S'):
    case code('O', 'W'):
        return 2;
    case code('U', 'L'):
    case code('S', 'L'):
    case code('F', 'L'):
    case code('A', 'T'):
    case code('O', 'L'):
    case code('O', 'F'):
        return 4;
    case code('F', 'D'):
    case code('U', 'V'):
    case code('S', 'V'):
    case code('O', 'D'):
    case code('O', 'V'):
        return 8;
    default:
        return 0;
    }
}

void toLittleEndian(QByteArray &bytes, int width, bool attributeTag)
{
    const int step = attributeTag ? 2 : width; // AT is two 16-bit numbers
    char *const data = bytes.data();
    for (qsizetype at = 0; at + step <= bytes.size(); at += step)
        std::reverse(data + at, data + at + step);
}

QString numberText(int vr, const unsigned char *p)
{
    const std::uint32_t low = widthOf(vr) >= 4 ? readU32(p, false) : 0;
    const std::uint64_t wide = widthOf(vr) == 8 ? std::uint64_t(readU32(p + 4, false)) << 32 | low : low;
    switch (vr) {
    case code('U', 'S'):
        return QString::number(readU16(p, false));
    case code('S', 'S'):
        return QString::number(static_cast<std::int16_t>(readU16(p, false)));
    case code('U', 'L'):
        return QString::number(low);
    case code('S', 'L'):
        return QString::number(static_cast<std::int32_t>(low));
    case code('A', 'T'):
        return Tag{readU16(p, false), readU16(p + 2, false)}.text();
    case code('F', 'L'):
        return QString::number(double(std::bit_cast<float>(low)), 'g', 9);
    case code('F', 'D'):
        return QString::number(std::bit_cast<double>(wide), 'g', 17);
    case code('U', 'V'):
        return QString::number(wide);
    default:
        return QString::number(static_cast<std::int64_t>(wide));
    }
}

/// True for VRs whose text depends on Specific Character Set (PS3.5 6.1.2.2).
bool isTranslated(int vr)
{
    return vr == code('P', 'N') || vr == code('L', 'O') || vr == code('S', 'H') || vr == code('L', 'T') ||
           vr == code('S', 'T') || vr == code('U', 'T') || vr == code('U', 'C');
}

bool hasOneValue(int vr)
{
    return vr == code('L', 'T') || vr == code('S', 'T') || vr == code('U', 'T') || vr == code('U', 'R');
}

QString withoutPadding(QString text)
{
    while (!text.isEmpty() && (text.back() == u' ' || text.back().isNull()))
        text.chop(1);
    return text;
}

void setTexts(Attribute &into, int vr, const QByteArray &bytes, const CharacterSets &charset)
{
    QString text;
    if (isTranslated(vr)) {
        text = charset.decode(bytes, vr == code('P', 'N'));
    } else {
        text = QString::fromLatin1(bytes);
    }
    text = withoutPadding(std::move(text));
    if (text.isEmpty())
        return;
    if (hasOneValue(vr) || !text.contains(u'\\')) {
        into.values.append(std::move(text));
        return;
    }
    if (text.count(u'\\') >= maximumTexts)
        text.truncate(maximumTexts);
    into.values = text.split(u'\\');
    for (QString &value : into.values)
        value = withoutPadding(std::move(value));
}

} // namespace

bool isBinary(Vr vr)
{
    return vr[0] == 'O' || vr == Vr{'U', 'N'};
}

void setValue(Attribute &into, Vr vr, QByteArray bytes, bool bigEndian, const CharacterSets &charset)
{
    const int kind = codeOf(vr);
    const int width = widthOf(kind);
    if (bigEndian && width > 0)
        toLittleEndian(bytes, width, kind == code('A', 'T'));
    if (isBinary(vr) || (width > 0 && bytes.size() / width > maximumNumbers)) {
        into.bytes = std::move(bytes);
        return;
    }
    if (width == 0) {
        setTexts(into, kind, bytes, charset);
        return;
    }
    const auto *const p = reinterpret_cast<const unsigned char *>(bytes.constData());
    for (qsizetype at = 0; at + width <= bytes.size(); at += width)
        into.values.append(numberText(kind, p + at));
}

std::vector<std::uint16_t> words(const Attribute &attribute)
{
    std::vector<std::uint16_t> result;
    if (!attribute.bytes.isEmpty()) {
        const auto *const p = reinterpret_cast<const unsigned char *>(attribute.bytes.constData());
        for (qsizetype at = 0; at + 2 <= attribute.bytes.size(); at += 2)
            result.push_back(readU16(p + at, false));
        return result;
    }
    for (const QString &text : attribute.values) {
        bool ok = false;
        const int value = text.toInt(&ok);
        if (!ok || value < -32768 || value > 65535)
            break;
        result.push_back(static_cast<std::uint16_t>(value));
    }
    return result;
}

} // namespace consilium::dicom
