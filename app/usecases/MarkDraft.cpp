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
enum Key { Form = 1, Study, At, Program, Marks, Removed };
constexpr int currentForm = 1;

} // namespace

QByteArray toCbor(const MarkDraft &draft)
{
    QCborArray removed;
    for (const AnnotationId &id : draft.removed)
        removed.append(id.text());
    return QCborValue(QCborMap{{Form, currentForm},
                               {Study, draft.study.text()},
                               {At, qint64(draft.at)},
                               {Program, draft.program},
                               {Marks, session::toCbor(draft.marks)},
                               {Removed, removed}})
        .toCbor();
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
                    {}};
    for (const QCborValue &id : map.value(Removed).toArray())
        draft.removed.emplace_back(id.toString());
    return draft;
}

} // namespace consilium::app
