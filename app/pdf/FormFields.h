#pragma once
#include <QByteArray>

#include <optional>

namespace consilium::pdf
{

/// A PDF whose form fields are part of its pages: Qt PDF draws none by itself, and what was filled into a form can be
/// what a report says.
struct DrawnForm {
    QByteArray bytes;         ///< shares the given ones where there is no form
    bool isUncertain = false; ///< a field has a value and no picture of it, or whoever shows the form shall make them
};

/// \return nullopt: not a PDF, or too broken to be sure of what it holds. A locked one comes back as it was.
[[nodiscard]] std::optional<DrawnForm> drawForm(const QByteArray &pdf);

} // namespace consilium::pdf
