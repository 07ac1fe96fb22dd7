#pragma once
#include "netclient/dicomweb/Session.h"

namespace consilium::dicomweb
{

/// QIDO-RS (PS3.18 10.6). Free functions over a session; `done` is called on the network thread.

/// One page of studies. Several modalities are asked for one by one and merged, the newest of the lists' heads first:
/// what stands where then depends on the lists alone, not on how much of them was read, so pages neither lose nor
/// repeat a study. A body part is asked for by the series that have it.
void searchStudies(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                   const CancelToken &cancel, Session::Done<StudyPage> done);

/// Everything below a path, page by page until nothing new comes: archives cut lists, some without saying so. `key` is
/// the attribute that names one result; what has none is left out, or, of
/// `needed`, is an empty entry in its place.
struct ListQuery {
    QString path;
    std::vector<std::pair<QString, QString>> parameters; ///< values not yet encoded
    Tag key;
    int stopAt = 0;            ///< enough when there are this many; 0: all
    int offset = 0;            ///< of the first one wanted
    int pageSize = 0;          ///< how many to ask for in the first question; 0: as many as is usual
    bool withPriority = false; ///< of studies, where the archive can: how urgent they are
    bool withIssuer = false;   ///< likewise: who gave the patient's ID
    /// Set: an entry in which one of these cannot be read is an empty one in its place; else it makes the list an
    /// error.
    std::optional<std::span<const Tag>> needed = {};
    int atMost = 0; ///< there cannot be more than these; 0: not known
};
struct Listed {
    std::vector<Attributes> all;
    bool mayHaveMore = false; ///< the end of the list has not been seen
    bool fromStart = false;   ///< the archive knows no paging: this begins at 0, not at the offset
};
void searchAll(const std::shared_ptr<Session> &session, ListQuery query, Priority priority, const CancelToken &cancel,
               Session::Done<Listed> done);

} // namespace consilium::dicomweb
