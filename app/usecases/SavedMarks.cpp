#include "app/usecases/SavedMarks.h"

#include "viewer/session/Codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace consilium::app
{

namespace
{

// Keys are for ever; a field that an older program must not pass over raises the form.
enum Key { Form = 1, Study, Archive, At, Patient, Date, Description, Objects, Marks };
enum ObjectKey { Role = 1, SopClass, Sop, Series, Number, Content };
constexpr int currentForm = 1;

QCborMap mapOf(const SavedObject &object)
{
    return {{Role, object.role},      {SopClass, object.sopClass.text()},
            {Sop, object.sop.text()}, {Series, object.series.text()},
            {Number, object.number},  {Content, object.content}};
}

SavedObject objectOf(const QCborMap &map)
{
    return {map.value(Role).toString(),
            SopClassUid(map.value(SopClass).toString()),
            SopInstanceUid(map.value(Sop).toString()),
            SeriesUid(map.value(Series).toString()),
            int(map.value(Number).toInteger()),
            map.value(Content).toByteArray()};
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
    for (const QCborValue &object : map.value(Objects).toArray())
        saved.objects.push_back(objectOf(object.toMap()));
    saved.marks = std::move(*marks);
    return saved;
}

} // namespace consilium::app
