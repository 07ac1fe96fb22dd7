#include "app/usecases/SavedMarks.h"

#include "app/usecases/MarkObjects.h"
#include "viewer/session/Codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <array>
#include <iterator>

namespace consilium::app
{

namespace
{

// Keys are for ever; a field that an older program must not pass over raises the form.
enum Key { Form = 1, Study, Archive, At, Patient, Date, Description, Objects, Marks };
enum ObjectKey {
    Role = 1,
    SopClass,
    Sop,
    Series,
    Number,
    Content,
    VersionMarks,
    Holds,
    Earlier,
    Former,
    FormerSeries,
    SuvKinds,
    FusedGroups
};
constexpr int currentForm = 1;

/// As they are written; never in another order.
constexpr std::array suvKinds{session::Suv::BodyWeight, session::Suv::LeanJames, session::Suv::LeanJanmahasatian,
                              session::Suv::BodySurface};

QCborMap mapOf(const SavedVersion &object)
{
    QCborMap map{{Role, object.role},      {SopClass, object.sopClass.text()},
                 {Sop, object.sop.text()}, {Series, object.series.text()},
                 {Number, object.number},  {Content, object.content}};
    QCborMap kinds;
    for (const auto &[mark, kind] : object.suv)
        kinds[mark.text()] = qint64(std::find(suvKinds.begin(), suvKinds.end(), kind) - suvKinds.begin());
    if (!kinds.isEmpty())
        map[SuvKinds] = kinds;
    QCborMap groups;
    for (const auto &[mark, uids] : object.fused)
        groups[mark.text()] = QCborArray::fromStringList(QStringList(uids.begin(), uids.end()));
    if (!groups.isEmpty())
        map[FusedGroups] = groups;
    return map;
}

QCborMap mapOf(const SavedObject &object)
{
    QCborMap map = mapOf(static_cast<const SavedVersion &>(object));
    QCborArray holds, earlier, former, formerSeries;
    for (const AnnotationId &id : object.holds)
        holds.append(id.text());
    for (const SavedVersion &version : object.earlier) {
        QCborMap one = mapOf(version);
        one[VersionMarks] = session::toCbor(version.marks);
        earlier.append(one);
    }
    for (const SavedReference &one : object.former) {
        former.append(one.sop.text());
        formerSeries.append(one.series.text());
    }
    map[Holds] = holds;
    map[Earlier] = earlier;
    map[Former] = former;
    map[FormerSeries] = formerSeries; // beside it: older programs read the list of UIDs
    return map;
}

SavedVersion versionOf(const QCborMap &map)
{
    SavedVersion version;
    version.role = map.value(Role).toString();
    version.sopClass = SopClassUid(map.value(SopClass).toString());
    version.sop = SopInstanceUid(map.value(Sop).toString());
    version.series = SeriesUid(map.value(Series).toString());
    version.number = int(map.value(Number).toInteger());
    version.content = map.value(Content).toByteArray();
    const QCborMap kinds = map.value(SuvKinds).toMap();
    for (auto it = kinds.constBegin(); it != kinds.constEnd(); ++it) {
        const qint64 kind = it.value().toInteger(-1);
        if (kind >= 0 && kind < qint64(suvKinds.size()))
            version.suv.emplace(AnnotationId(it.key().toString()), suvKinds[std::size_t(kind)]);
    }
    const QCborMap groups = map.value(FusedGroups).toMap();
    for (auto it = groups.constBegin(); it != groups.constEnd(); ++it)
        for (const auto &uid : it.value().toArray())
            version.fused[AnnotationId(it.key().toString())].push_back(uid.toString());
    return version;
}

/// Whether a mark is in an object of this role, of records that do not list their marks: a program before this one
/// wrote one state for a stack, as a rule.
bool isOfRole(const session::Annotation &mark, const QString &role)
{
    switch (keptIn(mark.kind)) {
    case KeptIn::Measurements:
        return role == measurementsRole;
    case KeptIn::Presentation:
        return role.startsWith(presentationRole + mark.dataSet.text() + u'/');
    case KeptIn::KeyImages:
        return role == keyImagesRole + mark.text;
    }
    return false;
}

Result<SavedObject> objectOf(const QCborMap &map, const std::vector<session::Annotation> &marks)
{
    SavedObject object{versionOf(map), {}, {}, {}};
    for (const auto &id : map.value(Holds).toArray())
        object.holds.emplace_back(id.toString());
    for (const session::Annotation &mark : marks)
        if (!map.contains(qint64(Holds)) && isOfRole(mark, object.role))
            object.holds.push_back(mark.id);
    for (const auto &one : map.value(Earlier).toArray()) {
        SavedVersion version = versionOf(one.toMap());
        auto held = session::annotationsFromCbor(one.toMap().value(VersionMarks).toByteArray());
        if (!held)
            return fail(held.error());
        version.marks = std::move(*held);
        object.earlier.push_back(std::move(version));
    }
    const QCborArray former = map.value(Former).toArray(), series = map.value(FormerSeries).toArray();
    // Older programs kept no series: they took all selections of a reason for those of one. Of a note, which has a
    // series of its own, that of the one it withdraws.
    const bool isNote = object.role.startsWith(withdrawnRole) && !object.earlier.empty();
    const SeriesUid assumed = isNote ? object.earlier.back().series : object.series;
    for (qsizetype i = 0; i < former.size(); ++i)
        object.former.push_back({SopInstanceUid(former.at(i).toString()),
                                 i < series.size() ? SeriesUid(series.at(i).toString()) : assumed});
    return object;
}

void addOnce(std::vector<SavedReference> &all, const SavedReference &one)
{
    if (std::find(all.begin(), all.end(), one) == all.end())
        all.push_back(one);
}

} // namespace

const SavedObject *SavedMarks::find(const QString &role) const
{
    const auto found =
        std::find_if(objects.begin(), objects.end(), [&](const SavedObject &one) { return one.role == role; });
    return found == objects.end() ? nullptr : &*found;
}

void SavedMarks::put(SavedObject object)
{
    std::erase_if(objects, [&](const SavedObject &one) { return one.role == object.role; });
    objects.push_back(std::move(object));
}

std::vector<session::Annotation> SavedMarks::marksIn(const SavedObject &object) const
{
    std::vector<session::Annotation> held;
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(held), [&](const session::Annotation &mark) {
        return std::find(object.holds.begin(), object.holds.end(), mark.id) != object.holds.end();
    });
    return held;
}

std::optional<session::Suv> SavedMarks::suvOf(const AnnotationId &mark) const
{
    for (const SavedObject &object : objects)
        if (const auto kind = object.suv.find(mark); kind != object.suv.end())
            return kind->second;
    return std::nullopt;
}

std::vector<QString> SavedMarks::fusedOf(const AnnotationId &mark) const
{
    for (const SavedObject &object : objects)
        if (const auto groups = object.fused.find(mark); groups != object.fused.end())
            return groups->second;
    return {};
}

void SavedMarks::takeOut(const SopInstanceUid &gone)
{
    for (SavedObject &object : objects) {
        std::erase_if(object.earlier, [&](const SavedVersion &version) { return version.sop == gone; });
        std::erase_if(object.former, [&](const SavedReference &one) { return one.sop == gone; });
    }
    const auto found =
        std::find_if(objects.begin(), objects.end(), [&](const SavedObject &one) { return one.sop == gone; });
    if (found == objects.end())
        return;
    SavedObject object = std::move(*found);
    objects.erase(found);
    std::erase_if(marks, [&](const session::Annotation &mark) {
        return std::find(object.holds.begin(), object.holds.end(), mark.id) != object.holds.end();
    });
    if (object.earlier.empty())
        return;
    SavedVersion before = std::move(object.earlier.back());
    object.earlier.pop_back();
    std::vector<AnnotationId> held;
    for (session::Annotation &mark : before.marks)
        if (std::none_of(marks.begin(), marks.end(), [&](const auto &other) { return other.id == mark.id; })) {
            held.push_back(mark.id);
            marks.push_back(std::move(mark));
        }
    before.marks.clear();
    // A note that took key images back: they are saved again, in what is left of theirs.
    const auto same =
        std::find_if(objects.begin(), objects.end(), [&](const SavedObject &one) { return one.role == before.role; });
    if (same != objects.end()) {
        same->holds.insert(same->holds.end(), held.begin(), held.end());
        for (const SavedReference &one : object.former)
            addOnce(same->former, one);
        addOnce(same->former, {before.sop, before.series});
        return;
    }
    std::erase_if(object.former, [&](const SavedReference &one) { return one.sop == before.sop; });
    objects.push_back({std::move(before), std::move(held), std::move(object.earlier), std::move(object.former)});
}

QByteArray toCbor(const SavedMarks &saved)
{
    QCborArray objects;
    for (const SavedObject &object : saved.objects)
        objects.append(mapOf(object));
    return QCborValue(QCborMap{{Form, currentForm},
                               {Study, saved.study.text()},
                               {Archive, saved.archive.text()},
                               {At, qint64(saved.at)},
                               {Patient, saved.patient},
                               {Date, saved.date},
                               {Description, saved.description},
                               {Objects, objects},
                               {Marks, session::toCbor(saved.marks)}})
        .toCbor();
}

Result<SavedMarks> savedMarksFromCbor(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(bytes, &error).toMap();
    if (error.error != QCborError::NoError || !map.value(Form).isInteger())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not what was saved"));
    if (map.value(Form).toInteger() > currentForm)
        return fail(ErrorCode::Unsupported, QStringLiteral("saved by a newer program"));
    if (!map.value(Study).isString() || !map.value(At).isInteger() || !map.value(Marks).isByteArray())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not what was saved"));
    auto marks = session::annotationsFromCbor(map.value(Marks).toByteArray());
    if (!marks)
        return fail(marks.error());
    SavedMarks saved;
    saved.study = StudyUid(map.value(Study).toString());
    saved.archive = ArchiveId(map.value(Archive).toString());
    saved.at = map.value(At).toInteger();
    saved.patient = map.value(Patient).toString();
    saved.date = map.value(Date).toString();
    saved.description = map.value(Description).toString();
    for (const auto &one : map.value(Objects).toArray()) {
        auto object = objectOf(one.toMap(), *marks);
        if (!object)
            return fail(object.error());
        saved.objects.push_back(std::move(*object));
    }
    saved.marks = std::move(*marks);
    return saved;
}

} // namespace consilium::app
