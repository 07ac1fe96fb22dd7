#pragma once
#include <QString>

#include <tl/expected.hpp>

namespace consilium::hanging
{

/// A place in a text file: line and column from 1, in characters (UTF-16 units); 0: the file as a whole.
struct Place {
    int line = 0, column = 0;
    bool operator==(const Place &) const = default;
};

/// What is wrong with a protocol's file: where, what stands there and what is expected. A value; the sentence is made
/// in the language of the moment.
struct Problem {
    enum class Kind {
        Unreadable,     ///< the file cannot be read; `found`: why
        TooLarge,       ///< of more than 1 MiB
        NotUtf8,        ///< bytes that are no text in UTF-8
        TooDeep,        ///< nested more than 32 deep
        EndsEarly,      ///< the text ends; `expected`
        UnexpectedText, ///< `found` in place of `expected`
        BadEscape,      ///< `found`: what stands after the backslash
        ControlInText,  ///< a line end or another control character within quotes
        BadNumber,      ///< `found`
        NameTwice,      ///< `found` stands twice in one object
        UnknownField,   ///< `found`; `expected`: the names that may stand there
        MissingField,   ///< `found`
        WrongKind,      ///< the field `found` holds another kind of value than `expected`
        NotOneOf,       ///< `found` is none of `expected`
        OutOfRange,     ///< the number `found` is not within `expected`
        Contradiction,  ///< `found` and `expected` are two fields that exclude one another
        NeedsOther,     ///< the field `found` has no meaning without `expected`
        BadPattern,     ///< `found` is no regular expression; `expected`: what the reader of it says, English
        WrongSchema,    ///< `found`: the version of a newer or older program
        IdTwice,        ///< another protocol has the same id `found`; `expected`: its file
        UnequalRows,    ///< monitors of a stage with different numbers of rows
        TooManyViews,   ///< more than 8 columns over all monitors of a stage
        SaysNothing     ///< the condition `found` is an empty object
    };
    Kind kind = Kind::Unreadable;
    Place place;
    QString found, expected;
    QString file; ///< name without its folder; empty: one that is not of a file
    bool operator==(const Problem &) const = default;

    /// "Line 4, column 7: ..." in the user's language.
    [[nodiscard]] QString text() const;
};

/// What a value has to be, as it stands in `expected`: translated by Problem::text().
namespace expected
{
inline constexpr const char *object = "an object { }";
inline constexpr const char *array = "a list [ ]";
inline constexpr const char *text = "a text in quotes";
inline constexpr const char *textOrList = "a text in quotes or a list of such texts";
inline constexpr const char *textOrObject = "a text in quotes or an object { }";
inline constexpr const char *number = "a number";
inline constexpr const char *wholeNumber = "a whole number";
inline constexpr const char *truth = "true or false";
inline constexpr const char *value = "a value";
inline constexpr const char *name = "a name in quotes";
inline constexpr const char *colon = "a colon";
inline constexpr const char *commaOrBracket = "a comma or ]";
inline constexpr const char *commaOrBrace = "a comma or }";
inline constexpr const char *quote = "a closing quote";
inline constexpr const char *end = "the end of the file";
inline constexpr const char *date = "a date as YYYYMMDD";
} // namespace expected

} // namespace consilium::hanging
