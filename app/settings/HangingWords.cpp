#include "app/settings/HangingWords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HangingWords)
};

bool isSeparator(QChar c)
{
    return QStringView(u",;\uFF0C\uFF1B\u3001").contains(c);
}

QString failingText(const hanging::Failing &failing)
{
    switch (failing.part) {
    case hanging::MatchPart::Modality:
        return Text::tr("modality");
    case hanging::MatchPart::BodyPart:
        return Text::tr("body part");
    case hanging::MatchPart::StudyDescription:
        return Text::tr("study description");
    case hanging::MatchPart::Images:
        return Text::tr("number of images");
    case hanging::MatchPart::Monitors:
        return Text::tr("number of monitors");
    case hanging::MatchPart::Prior:
        return Text::tr("prior study");
    case hanging::MatchPart::Series:
        return Text::tr("series condition %1").arg(failing.series + 1);
    }
    return {};
}

} // namespace

QString joinWords(const QStringList &words)
{
    QStringList parts;
    for (const QString &word : words) {
        const bool isPlain = word == word.trimmed() && std::none_of(word.begin(), word.end(), [](QChar c) {
                                 return isSeparator(c) || c == u'"';
                             });
        parts << (isPlain ? word : u'"' + QString(word).replace(u'"', u"\"\""_s) + u'"');
    }
    return parts.join(u", "_s);
}

QStringList splitWords(const QString &typed)
{
    QStringList words;
    QString word;
    bool isQuoted = false, wasQuoted = false;
    const auto end = [&] {
        if (const QString whole = wasQuoted ? word : word.trimmed(); !whole.trimmed().isEmpty())
            words << whole;
        word.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        const bool isMark = c == u'"';
        if (isQuoted && isMark && i + 1 < typed.size() && typed.at(i + 1) == u'"') {
            word += c;
            ++i;
        } else if (isQuoted && isMark) {
            isQuoted = false;
        } else if (isMark && word.trimmed().isEmpty() && !wasQuoted) {
            word.clear();
            isQuoted = wasQuoted = true;
        } else if (!isQuoted && isSeparator(c)) {
            end();
        } else if (isQuoted || !wasQuoted || !c.isSpace()) { // blanks behind the closing mark are nothing
            word += c;
        }
    }
    end();
    return words;
}

QString conditionText(const hanging::ImageCondition &c)
{
    QStringList parts;
    for (const QStringList &list : {c.modality, c.bodyPart, c.laterality, c.view, c.imageType})
        if (!list.isEmpty())
            parts << list.join(u'/');
    if (c.plane)
        parts << (*c.plane == hanging::Plane::Axial     ? Text::tr("axial")
                  : *c.plane == hanging::Plane::Coronal ? Text::tr("coronal")
                                                        : Text::tr("sagittal"));
    if (c.description && !c.description->anyOf.isEmpty())
        parts << Text::tr("“%1”").arg(c.description->anyOf.join(u'/'));
    if (c.description && c.description->pattern)
        parts << Text::tr("“%1”").arg(c.description->pattern->pattern());
    if (c.description && !c.description->without.isEmpty())
        parts << Text::tr("without “%1”").arg(c.description->without.join(u'/'));
    if (c.images && c.images->least)
        parts << Text::tr("from %n image(s)", nullptr, *c.images->least);
    if (c.images && c.images->most)
        parts << Text::tr("up to %n image(s)", nullptr, *c.images->most);
    return parts.isEmpty() ? Text::tr("any series") : parts.join(u" · "_s);
}

QString cellText(const hanging::Cell &cell)
{
    if (cell.isEmpty)
        return Text::tr("left empty");
    QString text = conditionText(cell.find);
    if (cell.nth > 1)
        text = Text::tr("%1, number %2").arg(text).arg(cell.nth);
    return cell.prior ? Text::tr("Prior: %1").arg(text) : text;
}

QString failingText(const std::vector<hanging::Failing> &failing)
{
    QStringList parts;
    for (const hanging::Failing &one : failing)
        parts << failingText(one);
    return parts.join(Text::tr(", "));
}

} // namespace consilium::app
