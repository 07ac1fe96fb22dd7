#include "viewer/tools/WindowText.h"

#include "viewer/session/Validation.h"

#include <QRegularExpression>

#include <cmath>

namespace consilium::tools
{

using namespace Qt::StringLiterals;

namespace
{

struct Part {
    QString letters; ///< upper case, before the number
    double number = 0.0;
};

/// Letters and numbers in turn; nullopt for anything else between them.
std::optional<std::vector<Part>> partsOf(const QString &typed)
{
    // Full-width forms become the plain ones.
    QString text = typed.normalized(QString::NormalizationForm_KC).toUpper();
    text.replace(QChar(0x2212), u'-');
    static const QRegularExpression part(
        u"\\G[\\s,/;\u3001]*([A-Z]{0,2})[\\s:=]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?=[\\s,/;\u3001A-Z]|$)"_s);
    static const QRegularExpression rest(u"^[\\s,/;\u3001]*$"_s);
    std::vector<Part> parts;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = part.match(text, at);
        if (!match.hasMatch())
            break;
        parts.push_back({match.captured(1), match.captured(2).toDouble()});
        at = match.capturedEnd();
    }
    return rest.match(text.mid(at)).hasMatch() ? std::optional(parts) : std::nullopt;
}

bool meansWidth(const QString &letters)
{
    return letters == u"W" || letters == u"WW";
}

bool meansCentre(const QString &letters)
{
    return letters == u"L" || letters == u"C" || letters == u"WL" || letters == u"WC";
}

} // namespace

tl::expected<session::Window, WindowTextProblem> windowFromText(const QString &typed)
{
    const auto parts = partsOf(typed);
    if (!parts || parts->size() != 2)
        return tl::unexpected(WindowTextProblem::NotTwoNumbers);
    const Part &first = (*parts)[0], &second = (*parts)[1];
    const bool plain = first.letters.isEmpty() && second.letters.isEmpty();
    const bool centreFirst = plain || (meansCentre(first.letters) && meansWidth(second.letters));
    if (!centreFirst && !(meansWidth(first.letters) && meansCentre(second.letters)))
        return tl::unexpected(WindowTextProblem::NotTwoNumbers);
    const double centre = centreFirst ? first.number : second.number;
    const double width = centreFirst ? second.number : first.number;
    if (!(width > 0.0))
        return tl::unexpected(WindowTextProblem::WidthTooSmall);
    const auto function = width >= 1.0 ? session::VoiFunction::Linear : session::VoiFunction::LinearExact;
    const session::Window window{centre, width, function};
    if (!session::checkWindow(window))
        return tl::unexpected(WindowTextProblem::OutOfRange);
    return window;
}

} // namespace consilium::tools
