#include "viewer/documents/ReportText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::documents
{

namespace
{

using Type = ContentItem::Type;
using Style = Paragraph::Style;

constexpr int mostCoordinates = 8; ///< written out; longer outlines are counted

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

bool isContext(const ContentItem &item)
{
    static const QStringList context{u"HAS OBS CONTEXT"_s, u"HAS ACQ CONTEXT"_s, u"HAS CONCEPT MOD"_s};
    return context.contains(item.relationship);
}

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString timeText(const QString &value)
{
    const QString whole = value.section(u'.', 0, 0);
    if (!allDigits(whole) || whole.size() < 4)
        return value;
    QString text = whole.left(2) + u':' + whole.mid(2, 2);
    if (whole.size() >= 6)
        text += u':' + whole.mid(4, 2);
    return text;
}

QString numbersText(const std::vector<double> &numbers)
{
    QStringList texts;
    for (const double number : numbers)
        texts << QString::number(number, 'g', 7);
    return texts.join(u", "_s);
}

QString coordinatesText(const ContentItem &item)
{
    QString text = item.graphicType.toLower();
    if (int(item.graphic.size()) <= mostCoordinates)
        return text + u' ' + numbersText(item.graphic);
    return Words::tr("%1 with %2 numbers").arg(text).arg(item.graphic.size());
}

QString numberText(const ContentItem &item)
{
    QString text = item.number;
    text.replace(u'-', u'−');
    const QString unit = unitText(item.unit);
    if (!unit.isEmpty() && !text.isEmpty())
        text += unit == "°"_L1 || unit == "%"_L1 ? unit : u' ' + unit;
    if (!item.qualifier.isEmpty())
        text += text.isEmpty() ? item.qualifier.text() : u" ("_s + item.qualifier.text() + u')';
    return text.isEmpty() ? Words::tr("no value") : text;
}

QString targetText(const ContentItem &item)
{
    QStringList path;
    for (const int step : item.target)
        path << QString::number(step);
    return Words::tr("see item %1").arg(path.join(u'.'));
}

QString valueText(const ContentItem &item)
{
    switch (item.type) {
    case Type::Text:
    case Type::PersonName:
    case Type::UidReference:
        return item.text;
    case Type::Date:
    case Type::DateTime:
        return dateTimeText(item.text);
    case Type::Time:
        return timeText(item.text);
    case Type::Coded:
        return item.code.text();
    case Type::Number:
        return numberText(item);
    case Type::SpatialCoordinates:
    case Type::SpatialCoordinates3D:
    case Type::TemporalCoordinates:
        return coordinatesText(item);
    case Type::ByReference:
        return targetText(item);
    case Type::Unknown:
    case Type::Table:
        return Words::tr("content of type %1 is not shown").arg(item.typeName.isEmpty() ? u"?"_s : item.typeName);
    default:
        return {};
    }
}

/// "plane 3, segment 1" behind a reference.
QString partText(const ObjectReference &reference)
{
    const auto list = [](const std::vector<int> &numbers) {
        QStringList texts;
        for (const int number : numbers)
            texts << QString::number(number);
        return texts.join(u", "_s);
    };
    QStringList parts;
    if (!reference.frames.empty())
        parts << Words::tr("frame %1").arg(list(reference.frames));
    if (!reference.segments.empty())
        parts << Words::tr("segment %1").arg(list(reference.segments));
    return parts.isEmpty() ? QString() : u" · "_s + parts.join(u" · "_s);
}

QString kindText(Type type)
{
    return type == Type::Image      ? Words::tr("Image")
           : type == Type::Waveform ? Words::tr("Curves")
                                    : Words::tr("Object");
}

class Writer
{
public:
    explicit Writer(const ObjectName &nameOf) : m_nameOf(nameOf) {}

    void write(const ContentItem &item, int depth)
    {
        if (item.type == Type::Container) {
            if (!item.name.isEmpty())
                m_all.push_back({Style::Heading, depth, {}, item.name.text(), -1});
            writeChildren(item, item.name.isEmpty() ? depth : depth + 1);
            return;
        }
        if (!item.references.empty()) {
            writeReferences(item, depth);
        } else {
            const bool isLongText = item.type == Type::Text && !isContext(item);
            const Style style = isContext(item) ? Style::Context : isLongText ? Style::Body : Style::Entry;
            m_all.push_back({style, depth, item.name.text(), valueText(item), -1});
        }
        writeChildren(item, depth + 1);
    }
    [[nodiscard]] std::vector<Paragraph> take() { return std::move(m_all); }

private:
    void writeChildren(const ContentItem &item, int depth)
    {
        for (const ContentItem &child : item.items)
            write(child, depth);
    }
    void writeReferences(const ContentItem &item, int depth)
    {
        for (const ObjectReference &reference : item.references) {
            QString text = m_nameOf ? m_nameOf(reference) : QString();
            const bool isKnown = !text.isEmpty();
            if (!isKnown)
                text =
                    kindText(item.type) + u" · "_s + Words::tr("not in this study") + u" · "_s + reference.sop.text();
            const int link = m_link++;
            m_all.push_back({isKnown ? Style::Link : Style::Context, depth, item.name.text(),
                             text + partText(reference), isKnown ? link : -1});
        }
    }

    const ObjectName &m_nameOf;
    std::vector<Paragraph> m_all;
    int m_link = 0;
};

QString escaped(const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u"\r\n"_s, u"<br/>"_s).replace(u'\n', u"<br/>"_s).replace(u'\r', u"<br/>"_s);
    return html;
}

QString span(const QString &colour, const QString &html)
{
    return u"<span style=\"color:%1\">%2</span>"_s.arg(colour, html);
}

QString paragraphHtml(const Paragraph &p, const TextColours &c, double bodyPx)
{
    const int indent = std::min(p.depth, 8) * 16;
    const auto block = [&](double sizePx, const QString &extra, const QString &html) {
        return u"<p style=\"margin:0 0 0 %1px; font-size:%2px; %3\">%4</p>"_s.arg(indent)
            .arg(qRound(sizePx)) // Qt takes whole pixels only, and says nothing to others
            .arg(extra, html);
    };
    const QString label = p.label.isEmpty() ? QString() : escaped(p.label) + (p.text.isEmpty() ? u""_s : u": "_s);
    switch (p.style) {
    case Style::Heading:
        return block(bodyPx * std::max(1.0, 1.35 - 0.12 * p.depth),
                     u"font-weight:600; margin-top:%1px; color:%2;"_s.arg(p.depth == 0 ? 4 : 10).arg(c.text),
                     escaped(p.text));
    case Style::Body:
        return block(bodyPx, u"margin-top:4px; color:%1;"_s.arg(c.text),
                     (label.isEmpty() ? QString() : span(c.caption, label)) + escaped(p.text));
    case Style::Entry:
        return block(bodyPx, u"margin-top:3px; color:%1;"_s.arg(c.text),
                     span(c.secondary, label) + u"<b>"_s + escaped(p.text) + u"</b>"_s);
    case Style::Context:
        return block(bodyPx * 0.86, u"margin-top:1px; color:%1;"_s.arg(c.caption), label + escaped(p.text));
    case Style::Link:
        return block(bodyPx, u"margin-top:3px; color:%1;"_s.arg(c.text),
                     span(c.secondary, label) +
                         u"<a href=\"ref:%1\" style=\"color:%2\">%3</a>"_s.arg(p.link).arg(c.accent, escaped(p.text)));
    }
    return {};
}

QString completionText(const dicom::DocumentHeader &header)
{
    QString text = header.completion == "COMPLETE"_L1  ? Words::tr("complete")
                   : header.completion == "PARTIAL"_L1 ? Words::tr("partial")
                                                       : header.completion;
    if (header.isPreliminary)
        text += (text.isEmpty() ? QString() : u", "_s) + Words::tr("preliminary");
    return text;
}

} // namespace

QString dateTimeText(const QString &value)
{
    const QString whole = value.section(u'.', 0, 0);
    if (!allDigits(whole.left(8)) || whole.size() < 8)
        return value;
    const QString date = whole.left(4) + u'-' + whole.mid(4, 2) + u'-' + whole.mid(6, 2);
    const QString time = timeText(whole.mid(8).section(u'+', 0, 0).section(u'-', 0, 0));
    return time.isEmpty() ? date : date + u' ' + time;
}

std::vector<Paragraph> headingOf(const Report &report)
{
    std::vector<Paragraph> all;
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.isEmpty())
            all.push_back({Style::Context, 0, label, text, -1});
    };
    const dicom::DocumentHeader &header = report.header;
    add(Words::tr("Date"), (dateTimeText(header.date) + u' ' + timeText(header.time)).trimmed());
    add(Words::tr("Completion"), completionText(header));
    add(Words::tr("Remark"), report.completionDescription);
    for (const QString &author : report.authors)
        add(Words::tr("Author"), author);
    if (header.verification == "VERIFIED"_L1 && !report.verifiers.empty()) {
        for (const Verification &by : report.verifiers)
            add(Words::tr("Verified by"),
                (QStringList{by.observer, by.organisation, dateTimeText(by.dateTime)}).join(u" · "_s));
    } else if (header.kind == dicom::DocumentKind::Report) {
        add(Words::tr("Verification"),
            header.verification == "VERIFIED"_L1 ? Words::tr("verified") : Words::tr("not verified"));
    }
    if (report.predecessors > 0)
        add(Words::tr("Replaces"), Words::tr("%n earlier document(s)", nullptr, report.predecessors));
    if (report.isRepaired)
        add(Words::tr("Repaired"),
            Words::tr("Text that was read in another character set than it was written in was put right"));
    if (report.isCut)
        add(Words::tr("Cut"), Words::tr("The document is longer than is shown here"));
    return all;
}

std::vector<Paragraph> paragraphsOf(const Report &report, const ObjectName &nameOf)
{
    Writer writer(nameOf);
    writer.write(report.root, 0);
    return writer.take();
}

QString richText(const std::vector<Paragraph> &paragraphs, const TextColours &colours, double bodyPx)
{
    QString html;
    for (const Paragraph &paragraph : paragraphs)
        html += paragraphHtml(paragraph, colours, bodyPx);
    return html;
}

} // namespace consilium::documents
