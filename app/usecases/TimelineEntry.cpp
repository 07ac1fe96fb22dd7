#include "app/usecases/TimelineEntry.h"

#include "viewer/dicom/StudyDay.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

bool haveCommon(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(), [&](const QString &one) { return b.contains(one); });
}

struct Apart {
    int days = 0, months = 0, years = 0; ///< whole ones
    bool isEarlier = false;
};

std::optional<Apart> apart(const QString &date, const QString &than)
{
    const QDate one = dicom::dayOf(date), other = dicom::dayOf(than);
    if (!one.isValid() || !other.isValid())
        return std::nullopt;
    const QDate first = std::min(one, other), last = std::max(one, other);
    int months = (last.year() - first.year()) * 12 + last.month() - first.month();
    if (first.addMonths(months) > last)
        --months;
    return Apart{int(first.daysTo(last)), months, months / 12, one < other};
}

} // namespace

QLatin1String standingName(TimelineEntry::Standing standing)
{
    switch (standing) {
    case TimelineEntry::Standing::Read:
        return "read"_L1;
    case TimelineEntry::Standing::Same:
        return "same"_L1;
    case TimelineEntry::Standing::ByHand:
        return "by-hand"_L1;
    case TimelineEntry::Standing::Perhaps:
        return "perhaps"_L1;
    case TimelineEntry::Standing::Contradicted:
        return "contradicted"_L1;
    case TimelineEntry::Standing::Denied:
        break;
    }
    return "denied"_L1;
}

void sortNewestFirst(std::vector<TimelineEntry> &entries)
{
    const auto momentOf = [](const TimelineEntry &entry) {
        const QDate day = dicom::dayOf(entry.study.date);
        return day.isValid() ? day.toString(u"yyyyMMdd"_s) + entry.study.time.trimmed() : QString();
    };
    std::stable_sort(entries.begin(), entries.end(), [&](const TimelineEntry &a, const TimelineEntry &b) {
        const QString first = momentOf(a), second = momentOf(b);
        return first != second ? first > second : a.study.uid.text() < b.study.uid.text();
    });
}

bool isOfSameModality(const TimelineEntry &a, const TimelineEntry &b)
{
    return haveCommon(a.modalities, b.modalities);
}

bool isOfSameBodyPart(const TimelineEntry &a, const TimelineEntry &b)
{
    return haveCommon(a.bodyParts, b.bodyParts);
}

bool passes(const TimelineEntry &entry, const TimelineFilter &filter, const TimelineEntry &read)
{
    const auto isKnown = [](const QStringList &a, const QStringList &b) { return !a.isEmpty() && !b.isEmpty(); };
    const bool isOtherModality = isKnown(entry.modalities, read.modalities) && !isOfSameModality(entry, read);
    const bool isOtherPart = isKnown(entry.bodyParts, read.bodyParts) && !isOfSameBodyPart(entry, read);
    return !(filter.sameModality && isOtherModality) && !(filter.sameBodyPart && isOtherPart);
}

const TimelineEntry *mostRelevantPrior(const std::vector<TimelineEntry> &entries, const TimelineEntry &read,
                                       const TimelineFilter &filter)
{
    std::vector<const TimelineEntry *> priors;
    for (const TimelineEntry &entry : entries) // the newest first
        if (entry.isConfirmed() && entry.standing != TimelineEntry::Standing::Read && passes(entry, filter, read) &&
            dicom::isSurelyEarlier(entry.study, read.study))
            priors.push_back(&entry);
    const auto first = [&](auto holds) -> const TimelineEntry * {
        const auto found = std::find_if(priors.begin(), priors.end(), holds);
        return found == priors.end() ? nullptr : *found;
    };
    if (const auto *best = first([&](const TimelineEntry *entry) {
            return isOfSameModality(*entry, read) && isOfSameBodyPart(*entry, read);
        }))
        return best;
    if (const auto *sameModality = first([&](const TimelineEntry *entry) { return isOfSameModality(*entry, read); }))
        return sameModality;
    return priors.empty() ? nullptr : priors.front();
}

const TimelineEntry *stepFrom(const std::vector<TimelineEntry> &entries, const StudyUid &from, int by,
                              const TimelineEntry &read, const TimelineFilter &filter)
{
    const auto start = std::find_if(entries.begin(), entries.end(),
                                    [&](const TimelineEntry &entry) { return entry.study.uid == from; });
    if (start == entries.end() || by == 0)
        return nullptr;
    const auto isMeant = [&](const TimelineEntry &entry) {
        return entry.isConfirmed() && entry.standing != TimelineEntry::Standing::Read && entry.study.uid != from &&
               passes(entry, filter, read);
    };
    if (by > 0) {
        const auto found = std::find_if(start + 1, entries.end(), isMeant);
        return found == entries.end() ? nullptr : &*found;
    }
    for (auto entry = start; entry != entries.begin();)
        if (isMeant(*--entry))
            return &*entry;
    return nullptr;
}

QString ageText(const QString &date, const QString &than)
{
    constexpr int mostDays = 60, mostMonths = 24;
    const auto found = apart(date, than);
    if (!found)
        return {};
    const auto [days, months, years, isEarlier] = *found;
    if (days == 0)
        return Text::tr("same day");
    if (days <= mostDays)
        return isEarlier ? Text::tr("%n day(s) earlier", nullptr, days) : Text::tr("%n day(s) later", nullptr, days);
    if (months < mostMonths)
        return isEarlier ? Text::tr("%n month(s) earlier", nullptr, months)
                         : Text::tr("%n month(s) later", nullptr, months);
    return isEarlier ? Text::tr("%n year(s) earlier", nullptr, years) : Text::tr("%n year(s) later", nullptr, years);
}

QString shortAgeText(const QString &date, const QString &than)
{
    constexpr int mostDays = 60, mostMonths = 24;
    const auto found = apart(date, than);
    if (!found)
        return {};
    const auto [days, months, years, isEarlier] = *found;
    if (days == 0)
        return Text::tr("same day");
    const QString sign = isEarlier ? u"\u2212"_s : u"+"_s;
    return sign + (days <= mostDays      ? Text::tr("%1 d").arg(days)
                   : months < mostMonths ? Text::tr("%1 mo").arg(months)
                                         : Text::tr("%1 y").arg(years));
}

} // namespace consilium::app
