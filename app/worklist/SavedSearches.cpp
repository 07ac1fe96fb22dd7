#include "app/worklist/SavedSearches.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

SavedSearch SavedSearch::of(const QString &name, const WorklistFilter &filter)
{
    SavedSearch search;
    search.name = name.simplified().left(longestSearchName);
    search.period = filter.period;
    if (filter.period == "custom"_L1) {
        search.from = filter.from;
        search.to = filter.to;
    }
    search.modalities = filter.modalities;
    search.archive = filter.archive;
    search.institution = filter.institution;
    search.bodyPart = filter.further.bodyPart;
    return search;
}

WorklistFilter SavedSearch::filter() const
{
    WorklistFilter filter;
    filter.period = period;
    filter.from = from;
    filter.to = to;
    filter.modalities = modalities;
    filter.archive = archive;
    filter.institution = institution;
    filter.further.bodyPart = bodyPart;
    return filter;
}

std::vector<SavedSearch> savedSearchesFrom(const QByteArray &json)
{
    std::vector<SavedSearch> searches;
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const auto &value : all) {
        const QJsonObject object = value.toObject();
        SavedSearch search;
        search.name = object[u"name"_s].toString().simplified().left(longestSearchName);
        search.period = object[u"period"_s].toString(u"all"_s);
        search.from = QDate::fromString(object[u"from"_s].toString(), Qt::ISODate);
        search.to = QDate::fromString(object[u"to"_s].toString(), Qt::ISODate);
        const QJsonArray modalities = object[u"modalities"_s].toArray();
        for (const auto &modality : modalities)
            search.modalities << modality.toString();
        search.archive = ArchiveId(object[u"archive"_s].toString());
        search.institution = object[u"institution"_s].toString();
        search.bodyPart = object[u"bodyPart"_s].toString();
        if (!search.name.isEmpty() && searches.size() < mostSavedSearches)
            searches.push_back(search);
    }
    return searches;
}

QByteArray toJson(const std::vector<SavedSearch> &searches)
{
    QJsonArray all;
    for (const SavedSearch &search : searches) {
        QJsonObject object{{u"name"_s, search.name},
                           {u"period"_s, search.period},
                           {u"modalities"_s, QJsonArray::fromStringList(search.modalities)},
                           {u"archive"_s, search.archive.text()},
                           {u"institution"_s, search.institution},
                           {u"bodyPart"_s, search.bodyPart}};
        if (search.from.isValid())
            object[u"from"_s] = search.from.toString(Qt::ISODate);
        if (search.to.isValid())
            object[u"to"_s] = search.to.toString(Qt::ISODate);
        all.append(object);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

int indexOf(const std::vector<SavedSearch> &searches, const QString &name)
{
    const auto same =
        std::find_if(searches.begin(), searches.end(), [&](const SavedSearch &s) { return s.name == name; });
    return same == searches.end() ? -1 : int(same - searches.begin());
}

void put(std::vector<SavedSearch> &searches, const SavedSearch &search)
{
    if (const int same = indexOf(searches, search.name); same >= 0)
        searches[std::size_t(same)] = search;
    else if (searches.size() < mostSavedSearches)
        searches.push_back(search);
}

void rename(std::vector<SavedSearch> &searches, const QString &was, const QString &name)
{
    if (was == name || indexOf(searches, was) < 0)
        return;
    std::erase_if(searches, [&](const SavedSearch &s) { return s.name == name; });
    searches[std::size_t(indexOf(searches, was))].name = name;
}

} // namespace consilium::app
