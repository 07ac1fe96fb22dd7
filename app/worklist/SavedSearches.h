#pragma once
#include "app/worklist/WorklistFilter.h"

#include <vector>

namespace consilium::app
{

constexpr int longestSearchName = 40; ///< letters
constexpr std::size_t mostSavedSearches = 50;

/// A search that was given a name. Never what was typed: a text may be a patient's name or number.
struct SavedSearch {
    QString name;
    QString period;
    QDate from, to; ///< with "custom"
    QStringList modalities;
    ArchiveId archive;
    QString institution, bodyPart;

    [[nodiscard]] static SavedSearch of(const QString &name, const WorklistFilter &filter);
    [[nodiscard]] WorklistFilter filter() const;
    bool operator==(const SavedSearch &) const = default;
};

/// As the settings keep them; what cannot be read is left out.
[[nodiscard]] std::vector<SavedSearch> savedSearchesFrom(const QByteArray &json);
[[nodiscard]] QByteArray toJson(const std::vector<SavedSearch> &searches);
/// Replaces the one of the same name.
void put(std::vector<SavedSearch> &searches, const SavedSearch &search);
/// Replaces the one that is called `name`; no search is called `was`: nothing happens.
void rename(std::vector<SavedSearch> &searches, const QString &was, const QString &name);
[[nodiscard]] int indexOf(const std::vector<SavedSearch> &searches, const QString &name); ///< -1: there is none

} // namespace consilium::app
