#include "viewer/documents/ClinicalText.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::documents
{

namespace
{

constexpr std::size_t mostParagraphs = 50'000;
constexpr int deepest = 200;

/// Collects the readable text of a body: a block ends a paragraph, a cell of a table ends with a tab.
class Reader
{
public:
    explicit Reader(const QByteArray &xml) : m_xml(xml) {}

    Result<std::vector<Paragraph>> read()
    {
        while (!m_xml.atEnd() && m_all.size() <= mostParagraphs) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                begin(m_xml.name().toString());
                break;
            case QXmlStreamReader::EndElement:
                end(m_xml.name().toString());
                break;
            case QXmlStreamReader::Characters:
                if (m_inTitle > 0 || m_inText > 0)
                    m_line += m_xml.text();
                break;
            default:
                break;
            }
            if (m_depth > deepest)
                return fail(ErrorCode::UnsupportedImage, u"document"_s);
            if (m_isEncoded)
                return fail(ErrorCode::UnsupportedImage, u"document with an encoded body"_s);
        }
        if (m_xml.hasError() || !m_isClinical)
            return fail(ErrorCode::UnsupportedImage, u"document"_s);
        if (m_all.empty())
            return fail(ErrorCode::UnsupportedImage, u"document without text"_s);
        if (m_all.size() > mostParagraphs) {
            m_all.resize(mostParagraphs);
            m_all.push_back({Paragraph::Style::Entry, 0, QCoreApplication::translate("ClinicalText", "Cut"),
                             QCoreApplication::translate("ClinicalText", "The document is longer than is shown here"),
                             -1});
        }
        return std::move(m_all);
    }

private:
    static bool isBlock(const QString &name)
    {
        static const QStringList blocks{u"paragraph"_s, u"item"_s, u"tr"_s,   u"caption"_s,
                                        u"br"_s,        u"text"_s, u"list"_s, u"table"_s};
        return blocks.contains(name);
    }
    void begin(const QString &name)
    {
        if (m_depth == 0)
            m_isClinical = name == "ClinicalDocument"_L1;
        ++m_depth;
        if (name == "section"_L1)
            ++m_section;
        else if (name == "title"_L1)
            ++m_inTitle;
        else if (name == "text"_L1)
            ++m_inText;
        // Bytes of another document as letters: no text for people (HL7 V3 data types, ED).
        m_isEncoded = m_isEncoded || ((name == "title"_L1 || name == "text"_L1) &&
                                      m_xml.attributes().value("representation"_L1) == "B64"_L1);
        if (isBlock(name))
            flush(Paragraph::Style::Body);
    }
    void end(const QString &name)
    {
        --m_depth;
        if (name == "title"_L1) {
            flush(Paragraph::Style::Heading);
            --m_inTitle;
        } else if (isBlock(name)) {
            flush(Paragraph::Style::Body);
            m_inText -= name == "text"_L1 ? 1 : 0;
        } else if (name == "section"_L1) {
            --m_section;
        } else if (name == "td"_L1 || name == "th"_L1) {
            m_line += u"   "_s;
        }
    }
    void flush(Paragraph::Style style)
    {
        const QString text = std::exchange(m_line, {}).simplified();
        if (!text.isEmpty())
            m_all.push_back({style, std::min(m_section, 6), {}, text, -1});
    }

    QXmlStreamReader m_xml;
    std::vector<Paragraph> m_all;
    QString m_line;
    int m_depth = 0, m_section = 0, m_inTitle = 0, m_inText = 0;
    bool m_isClinical = false, m_isEncoded = false;
};

} // namespace

Result<std::vector<Paragraph>> clinicalText(const QByteArray &xml)
{
    return Reader(xml).read();
}

} // namespace consilium::documents
