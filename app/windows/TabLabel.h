#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QFontMetrics>
#include <QString>

#include <functional>
#include <vector>

namespace consilium::app
{

/// What the tab of a study says. It names a patient: for the screen only, never for a log or the window's title.
struct TabLabel {
    QString who;                 ///< the name; "—" where there is none
    QString when;                ///< "2026-06-01 CT"
    QString what;                ///< "CT head"; may be empty
    QString id, time, accession; ///< what tells studies apart whose name and day are the same; may be empty
    QString tip;                 ///< all of it, a line each
    QString kept;                ///< what stays when the tab is narrow, set by tellApart(); empty: nothing has to
    [[nodiscard]] QString whole() const; ///< "Name · 2026-06-01 CT · head"
    bool operator==(const TabLabel &) const = default;
};

[[nodiscard]] TabLabel labelOf(const dicom::StudyHeader &study);

/// Sets what each tab keeps. Tabs of one patient (one ID or one name), and those that `cut` makes the same of, what a
/// narrow tab has room for, keep date and modality; where these are the same too, also the first of patient ID, time
/// and accession number that differs.
void tellApart(std::vector<TabLabel> &labels, const std::function<QString(const QString &)> &cut);

/// What fits into `widthPx`: the description goes first, then the name is cut in its middle; what is kept is never cut.
[[nodiscard]] QString fitted(const TabLabel &label, const QFontMetrics &metrics, int widthPx);

} // namespace consilium::app
