#pragma once
#include "viewer/hanging/Match.h"
#include "viewer/hanging/Problem.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What the editor of hanging protocols says, and how lists are typed.
namespace consilium::app
{

/// "CT, MR": words as they are typed into one field. One that holds a separator or a quotation mark stands in quotation
/// marks, those within doubled: splitWords(joinWords(w)) == w for words that are not blank.
[[nodiscard]] QString joinWords(const QStringList &words);
/// At each comma, semicolon or enumeration comma (also the Chinese ones); what is empty is left out.
[[nodiscard]] QStringList splitWords(const QString &typed);

/// "MG · R · CC", in values of DICOM; "any series" for no condition.
[[nodiscard]] QString conditionText(const hanging::ImageCondition &condition);
/// What a view of a stage shows, as far as the protocol says: "CT · axial", "Prior: CT · axial", "left empty".
[[nodiscard]] QString cellText(const hanging::Cell &cell);
/// Why a protocol does not fit, in a few words: "body part, series condition 2".
[[nodiscard]] QString failingText(const std::vector<hanging::Failing> &failing);

} // namespace consilium::app
