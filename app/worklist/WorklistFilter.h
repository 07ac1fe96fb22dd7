#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace consilium::app
{

/// What the reader has asked the worklist for.
struct WorklistFilter {
    QString text;                           ///< a name, a patient ID or an accession number: see queries()
    QString period = QStringLiteral("all"); ///< "today", "yesterday", "3", "7", "30", "all", "custom"
    QDate from, to;                         ///< with "custom"; either may be invalid (open)
    QStringList modalities;                 ///< any of them
    ArchiveId archive;                      ///< only this one; empty: all
    QString institution;          ///< only what comes from there, of what was loaded: no archive is asked for it
    QStringList only;             ///< Study Instance UIDs: of what the archives list no other; empty: all
    dicomweb::StudyQuery further; ///< fields that have no control in the window (a scenario may set them)
    bool onlyNames = false;       ///< the text is looked for in names alone
    QString readState; ///< "unread", "claimed", "read": what this person has said of it (ReadStates); empty: any

    /// The days meant, seen from `today`; invalid dates: open.
    [[nodiscard]] std::pair<QDate, QDate> days(const QDate &today) const;
    [[nodiscard]] bool isRestricted() const;
    bool operator==(const WorklistFilter &other) const;
};

/// DICOMweb cannot say "this or that attribute", so one text becomes up to three queries whose answers are merged:
/// letters are looked for in names, digits in patient IDs and accession numbers, a mixture in all three.
[[nodiscard]] std::vector<dicomweb::StudyQuery> queries(const WorklistFilter &filter, const QDate &today, int pageSize);

/// Whether there is something in it that no archive can be asked for, so that it is found among what was loaded only:
/// Latin letters may be the pinyin of a name, and an institution.
[[nodiscard]] bool isSoughtInList(const WorklistFilter &filter);

/// Whether an archive asked by `filter` would list the study, by what is known of it; the text is left out. False where
/// that cannot be told.
[[nodiscard]] bool mayAnswer(const WorklistFilter &filter, const QDate &today, const dicom::StudyHeader &study,
                             const QString &bodyPart);

/// The filter that shows in the window what `query` asks for: a name is then looked for in names alone. `text`: as a
/// reader types it, looked for wherever that is; where there is one, the query names no patient by name.
[[nodiscard]] WorklistFilter filterFor(const dicomweb::StudyQuery &query, const QString &text = {});

} // namespace consilium::app
