#include "viewer/documents/Code.h"

#include "viewer/dicom/Documents.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace consilium::documents
{

namespace
{

constexpr Tag codeValue{0x0008, 0x0100}, codingScheme{0x0008, 0x0102}, codeMeaning{0x0008, 0x0104},
    longCodeValue{0x0008, 0x0119}, urnCodeValue{0x0008, 0x0120};

QString superscript(QStringView digits)
{
    static const QString raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹"_s;
    QString text;
    for (const QChar c : digits)
        text += c == u'-' ? QChar(u'⁻') : c.isDigit() ? raised.at(c.digitValue()) : QChar();
    text.remove(QChar());
    return text;
}

/// One factor of a unit: "cm2", "10*-3", "uL", "mm[Hg]".
QString factorText(const QString &factor)
{
    static const QHash<QString, QString> special = {
        {u"Cel"_s, u"°C"_s},      {u"deg"_s, u"°"_s},         {u"[degF]"_s, u"°F"_s},  {u"[hnsf'U]"_s, u"HU"_s},
        {u"mm[Hg]"_s, u"mmHg"_s}, {u"[in_i]"_s, u"in"_s},     {u"[lb_av]"_s, u"lb"_s}, {u"[arb'U]"_s, u"arb. U"_s},
        {u"[beats]"_s, u""_s},    {u"cm[H2O]"_s, u"cmH₂O"_s}, {u"Ohm"_s, u"Ω"_s},      {u"[ppm]"_s, u"ppm"_s},
        {u"'"_s, u"′"_s},         {u"''"_s, u"″"_s}};
    if (const auto found = special.constFind(factor); found != special.cend())
        return *found;
    if (factor.startsWith("10*"_L1) || factor.startsWith("10^"_L1))
        return u"10"_s + superscript(QStringView(factor).mid(3));
    int end = int(factor.size());
    while (end > 0 && (factor.at(end - 1).isDigit() || factor.at(end - 1) == u'-'))
        --end;
    QString name = factor.left(end);
    if (name.isEmpty())
        return factor; // a plain number
    // The prefix micro; "u" alone is the atomic mass unit.
    static const QString afterMicro = u"gmLlsVAGMSCFWTNJP"_s;
    if (name.size() > 1 && name.at(0) == u'u' && afterMicro.contains(name.at(1)))
        name[0] = u'µ';
    return name + superscript(QStringView(factor).mid(end));
}

/// The braces of UCUM hold remarks: taken out, given back apart.
QString withoutRemarks(const QString &code, QStringList &remarks)
{
    QString plain;
    for (qsizetype at = 0; at < code.size();) {
        const qsizetype open = code.indexOf(u'{', at), close = code.indexOf(u'}', open);
        if (open < 0 || close < 0) {
            plain += QStringView(code).mid(at);
            break;
        }
        plain += QStringView(code).mid(at, open - at);
        remarks << code.mid(open + 1, close - open - 1);
        at = close + 1;
    }
    return plain;
}

QString ucumText(const QString &code)
{
    QStringList remarks;
    const QString plain = withoutRemarks(code, remarks);
    if (plain.isEmpty() || plain == "1"_L1)
        return remarks.join(u' ');
    QString text, factor;
    int depth = 0; // a square bracket may hold a point
    for (const QChar c : plain) {
        depth += c == u'[' ? 1 : c == u']' ? -1 : 0;
        if (depth > 0 || (c != u'.' && c != u'/' && c != u'(' && c != u')')) {
            factor += c;
            continue;
        }
        text += factorText(std::exchange(factor, {}));
        text += c == u'.' ? QChar(u'·') : c;
    }
    text += factorText(factor);
    return remarks.isEmpty() ? text : text + u" ("_s + remarks.join(u", "_s) + u')';
}

} // namespace

Code codeOf(const Attributes &item)
{
    Code code{item.text(codeValue), item.text(codingScheme), dicom::readableText(item, codeMeaning)};
    if (code.value.isEmpty())
        code.value = item.text(longCodeValue);
    if (code.value.isEmpty())
        code.value = item.text(urnCodeValue);
    return code;
}

Code codeIn(const Attributes &attributes, Tag sequence)
{
    const Attributes *item = attributes.item(sequence);
    return item ? codeOf(*item) : Code();
}

QString unitText(const Code &unit)
{
    if (unit.scheme != "UCUM"_L1)
        return unit.text();
    if (unit.value == "1"_L1) { // the meaning of such a unit says what is counted: "px"
        static const QStringList nothing{u"no units"_s, u"unity"_s, u"1"_s, u"{0:1}"_s, u"ratio"_s};
        return nothing.contains(unit.meaning.toLower()) ? QString() : unit.meaning;
    }
    return ucumText(unit.value);
}

} // namespace consilium::documents
