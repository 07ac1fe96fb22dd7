#include "app/usecases/MarkDraft.h"

#include "viewer/session/Codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace consilium::app
{

namespace
{

// Keys are for ever; a field that an older program must not pass over raises the form.
enum Key { Form = 1, Study, At, Program, Marks, Removed, Wish };
enum WishKey { WishAt = 1, Archive, Patient, Date, Description, WishMarks, WishRemoved };
constexpr int currentForm = 1;

QCborArray arrayOf(const std::vector<AnnotationId> &ids)
{
    QCborArray all;
    for (const AnnotationId &id : ids)
        all.append(id.text());
    return all;
}

std::vector<AnnotationId> idsOf(const QCborValue &array)
{
    std::vector<AnnotationId> all;
    for (const auto &id : array.toArray())
        all.emplace_back(id.toString());
    return all;
}

QCborMap mapOf(const SaveWish &wish)
{
    return {{WishAt, qint64(wish.at)},
            {Archive, wish.archive.text()},
            {Patient, wish.patient},
            {Date, wish.date},
            {Description, wish.description},
            {WishMarks, arrayOf(wish.marks)},
            {WishRemoved, arrayOf(wish.removed)}};
}

SaveWish wishOf(const QCborMap &map)
{
    return {map.value(WishAt).toInteger(), ArchiveId(map.value(Archive).toString()), map.value(Patient).toString(),
            map.value(Date).toString(),    map.value(Description).toString(),        idsOf(map.value(WishMarks)),
            idsOf(map.value(WishRemoved))};
}

} // namespace

QByteArray toCbor(const MarkDraft &draft)
{
    QCborMap map{{Form, currentForm},      {Study, draft.study.text()},           {At, qint64(draft.at)},
                 {Program, draft.program}, {Marks, session::toCbor(draft.marks)}, {Removed, arrayOf(draft.removed)}};
    if (draft.wish)
        map[Wish] = mapOf(*draft.wish);
    return QCborValue(map).toCbor();
}

Result<MarkDraft> markDraftFromCbor(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(bytes, &error).toMap();
    if (error.error != QCborError::NoError || !map.value(Form).isInteger())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not a draft"));
    if (map.value(Form).toInteger() > currentForm)
        return fail(ErrorCode::Unsupported, QStringLiteral("a draft of a newer program"));
    if (!map.value(Study).isString() || !map.value(At).isInteger() || !map.value(Marks).isByteArray())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not a draft"));
    auto marks = session::annotationsFromCbor(map.value(Marks).toByteArray());
    if (!marks)
        return fail(marks.error());
    MarkDraft draft{StudyUid(map.value(Study).toString()),
                    map.value(At).toInteger(),
                    map.value(Program).toString(),
                    std::move(*marks),
                    idsOf(map.value(Removed)),
                    {}};
    if (map.value(Wish).isMap())
        draft.wish = wishOf(map.value(Wish).toMap());
    return draft;
}

} // namespace consilium::app
