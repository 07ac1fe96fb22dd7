#include "viewer/hanging/Problem.h"

#include <QCoreApplication>

namespace consilium::hanging
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(HangingProblem)
};

// For the collector of texts; Problem::expected holds the English ones.
[[maybe_unused]] constexpr const char *kinds[] = {
    QT_TRANSLATE_NOOP("HangingProblem", "an object { }"),
    QT_TRANSLATE_NOOP("HangingProblem", "a list [ ]"),
    QT_TRANSLATE_NOOP("HangingProblem", "a text in quotes"),
    QT_TRANSLATE_NOOP("HangingProblem", "a text in quotes or a list of such texts"),
    QT_TRANSLATE_NOOP("HangingProblem", "a text in quotes or an object { }"),
    QT_TRANSLATE_NOOP("HangingProblem", "a number"),
    QT_TRANSLATE_NOOP("HangingProblem", "a whole number"),
    QT_TRANSLATE_NOOP("HangingProblem", "true or false"),
    QT_TRANSLATE_NOOP("HangingProblem", "a value"),
    QT_TRANSLATE_NOOP("HangingProblem", "a name in quotes"),
    QT_TRANSLATE_NOOP("HangingProblem", "a colon"),
    QT_TRANSLATE_NOOP("HangingProblem", "a comma or ]"),
    QT_TRANSLATE_NOOP("HangingProblem", "a comma or }"),
    QT_TRANSLATE_NOOP("HangingProblem", "a closing quote"),
    QT_TRANSLATE_NOOP("HangingProblem", "the end of the file"),
    QT_TRANSLATE_NOOP("HangingProblem", "a date as YYYYMMDD"),
};

/// Of the kinds above the translation; a list of names, or a range, stays as it is.
QString wanted(const QString &expected)
{
    return QCoreApplication::translate("HangingProblem", expected.toUtf8().constData());
}

QString sentenceOnSyntax(const Problem &p)
{
    switch (p.kind) {
    case Problem::Kind::Unreadable:
        return Text::tr("The file cannot be read: %1").arg(p.found);
    case Problem::Kind::TooLarge:
        return Text::tr("The file is larger than 1 MiB: this is no hanging protocol.");
    case Problem::Kind::NotUtf8:
        return Text::tr("The file is not text in UTF-8.");
    case Problem::Kind::TooDeep:
        return Text::tr("Brackets are nested more than 32 deep.");
    case Problem::Kind::EndsEarly:
        return Text::tr("The file ends here; expected is %1.").arg(wanted(p.expected));
    case Problem::Kind::UnexpectedText:
        return Text::tr("Here stands %1; expected is %2.").arg(p.found, wanted(p.expected));
    case Problem::Kind::BadEscape:
        return Text::tr("After a backslash “%1” has no meaning; write \\\\ for the backslash itself.").arg(p.found);
    case Problem::Kind::ControlInText:
        return Text::tr("A text in quotes ends on its own line and holds no control characters; expected is a closing "
                        "quote.");
    case Problem::Kind::BadNumber:
        return Text::tr("“%1” is no number.").arg(p.found);
    case Problem::Kind::NameTwice:
        return Text::tr("The field “%1” stands here for the second time.").arg(p.found);
    default:
        return {};
    }
}

QString sentenceOnMeaning(const Problem &p)
{
    switch (p.kind) {
    case Problem::Kind::UnknownField:
        return Text::tr("There is no field “%1” here; there may be: %2.").arg(p.found, p.expected);
    case Problem::Kind::MissingField:
        return Text::tr("The field “%1” is missing here.").arg(p.found);
    case Problem::Kind::WrongKind:
        return Text::tr("The field “%1” must be %2.").arg(p.found, wanted(p.expected));
    case Problem::Kind::NotOneOf:
        return Text::tr("“%1” is unknown here; there may be: %2.").arg(p.found, p.expected);
    case Problem::Kind::OutOfRange:
        return Text::tr("%1 is out of range; expected is %2.").arg(p.found, p.expected);
    case Problem::Kind::Contradiction:
        return Text::tr("“%1” and “%2” exclude one another: only one of them may stand here.").arg(p.found, p.expected);
    case Problem::Kind::NeedsOther:
        return Text::tr("“%1” has no meaning here without “%2”.").arg(p.found, p.expected);
    case Problem::Kind::BadPattern:
        return Text::tr("“%1” is no regular expression (%2).").arg(p.found, p.expected);
    case Problem::Kind::WrongSchema:
        return Text::tr("The file is of format version %1; this program reads version 1.").arg(p.found);
    case Problem::Kind::IdTwice:
        return Text::tr("Another file, %2, has the id “%1” already.").arg(p.found, p.expected);
    case Problem::Kind::UnequalRows:
        return Text::tr("All monitors of a stage must have the same number of rows.");
    case Problem::Kind::TooManyViews:
        return Text::tr("The monitors of a stage have more than 8 columns together.");
    case Problem::Kind::SaysNothing:
        return Text::tr("“%1” asks for nothing here: leave it out, or write what has to hold.").arg(p.found);
    default:
        return {};
    }
}

} // namespace

QString Problem::text() const
{
    QString sentence = sentenceOnSyntax(*this);
    if (sentence.isEmpty())
        sentence = sentenceOnMeaning(*this);
    return place.line > 0 ? Text::tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(sentence)
                          : sentence;
}

} // namespace consilium::hanging
