#pragma once
#include "netclient/dicomweb/Session.h"

namespace consilium::dicomweb
{

/// QIDO-RS (PS3.18 10.6). Free functions over a session; `done` is called on the network thread.

/// One page of studies. Several modalities are asked for one by one and merged; a body part by the series that have it.
void searchStudies(const std::shared_ptr<Session> &session, const StudyQuery &query, Priority priority,
                   const CancelToken &cancel, Session::Done<StudyPage> done);

/// Everything below a path, page by page until nothing new comes. `key` is the attribute that names one result.
struct ListQuery {
    QString path;
    std::vector<std::pair<QString, QString>> parameters; ///< values not yet encoded
    Tag key;
    int stopAt = 0; ///< enough when there are this many; 0: all
};
void searchAll(const std::shared_ptr<Session> &session, ListQuery query, Priority priority, const CancelToken &cancel,
               Session::Done<std::vector<Attributes>> done);

} // namespace consilium::dicomweb
