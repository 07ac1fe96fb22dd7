#include "viewer/session/Codec.h"

#include "viewer/session/FieldCodec.h"
#include "viewer/session/StateFields.h"
#include "viewer/session/Validation.h"

#include <QJsonDocument>

#include <set>

namespace consilium::session
{

namespace
{

/// The state as it is written.
struct ViewEntry {
    ViewId view;
    ViewState state;
    bool operator==(const ViewEntry &) const = default;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &ViewEntry::view), field(2, "state", &ViewEntry::state));
    }
};
struct PresentationEntry {
    ViewId view;
    DataSetId dataSet;
    Presentation presentation;
    bool operator==(const PresentationEntry &) const = default;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &PresentationEntry::view),
                               field(2, "dataSet", &PresentationEntry::dataSet),
                               field(3, "presentation", &PresentationEntry::presentation));
    }
};
struct SegmentationEntry {
    ViewId view;
    SopInstanceUid object;
    SegmentationDisplay display;
    bool operator==(const SegmentationEntry &) const = default;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SegmentationEntry::view),
                               field(2, "object", &SegmentationEntry::object),
                               field(3, "display", &SegmentationEntry::display));
    }
};
struct ArrangementEntry {
    StudyUid study;
    Arrangement stacks;
    bool operator==(const ArrangementEntry &) const = default;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "study", &ArrangementEntry::study),
                               field(2, "stacks", &ArrangementEntry::stacks));
    }
};
struct AlignmentEntry {
    FrameOfReferenceUid from, to;
    RigidTransform transform;
    bool operator==(const AlignmentEntry &) const = default;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "from", &AlignmentEntry::from), field(2, "to", &AlignmentEntry::to),
                               field(3, "transform", &AlignmentEntry::transform));
    }
};
struct StateImage {
    int schema = 0; ///< so that it is always written
    Layout layout;
    std::vector<ViewEntry> views;
    std::vector<PresentationEntry> presentations;
    std::vector<Annotation> annotations;
    std::vector<SegmentationEntry> segmentations;
    std::vector<ArrangementEntry> arrangements;
    std::optional<SpaceCursor> cursor;
    std::vector<AlignmentEntry> alignments;
    std::vector<LayerKey> hiddenLayers;
    static constexpr auto fields()
    {
        return std::make_tuple(
            field(1, "schema", &StateImage::schema), field(2, "layout", &StateImage::layout),
            field(3, "views", &StateImage::views), field(4, "presentations", &StateImage::presentations),
            field(5, "annotations", &StateImage::annotations), field(20, "arrangements", &StateImage::arrangements),
            field(31, "segmentations", &StateImage::segmentations), field(50, "cursor", &StateImage::cursor),
            field(66, "hiddenLayers", &StateImage::hiddenLayers), field(80, "alignments", &StateImage::alignments));
    }
};

struct AnnotationList {
    int schema = 0; ///< so that it is always written
    std::vector<Annotation> annotations;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "schema", &AnnotationList::schema),
                               field(2, "annotations", &AnnotationList::annotations));
    }
};

// Of an envelope these two are always written, the rest by its field list.
constexpr int schemaId = 6;
constexpr const char *schemaName = "schema";
constexpr int actionId = 7;
constexpr const char *actionName = "action";

} // namespace

template<>
struct FieldList<Envelope> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "id", &Envelope::id), field(2, "actor", &Envelope::actor),
                               field(3, "seq", &Envelope::seq), field(4, "at", &Envelope::at),
                               field(5, "gesture", &Envelope::gesture));
    }
};

namespace codec
{

template<>
struct Alternative<ImageRef> {
    static constexpr int id = 1;
    static constexpr const char *name = "image";
};
template<>
struct Alternative<SpatialPlane> {
    static constexpr int id = 2;
    static constexpr const char *name = "spatial";
};
template<ActionType A>
struct Alternative<A> {
    static constexpr int id = A::id;
    static constexpr const char *name = A::name;
};

} // namespace codec

namespace
{

using codec::Keys;
using codec::Reader;
using codec::Writer;

template<class... A>
bool isKnownAction(Keys keys, const QCborValue &name, std::type_identity<std::variant<A...>>)
{
    return ((name == codec::key(keys, A::id, A::name)) || ...);
}

template<class... A>
consteval bool actionIdsAreUnique(std::type_identity<std::variant<A...>>)
{
    const std::array<int, sizeof...(A)> ids{A::id...};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t j = i + 1; j < ids.size(); ++j) {
            if (ids[i] == ids[j])
                return false;
        }
    }
    return true;
}
static_assert(actionIdsAreUnique(std::type_identity<ActionVariant>{}));

Result<Action> readAction(Reader &reader, const QCborValue &tree, Keys keys)
{
    const QCborMap map = tree.toMap();
    if (map.size() != 1)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not an action"));
    if (!isKnownAction(keys, map.constBegin().key(), std::type_identity<ActionVariant>{}))
        return fail(ErrorCode::Unsupported, QStringLiteral("an action of a newer program"));
    Action action;
    reader.read(tree, action);
    if (reader.failed())
        return fail(ErrorCode::ProtocolViolation, reader.error());
    return action;
}

Result<void> checkSchema(const QCborValue &schema)
{
    if (!schema.isInteger() || schema.toInteger() < 1)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("no schema number"));
    if (schema.toInteger() > currentSchema)
        return fail(ErrorCode::Unsupported, QStringLiteral("written by a newer program"));
    return {};
}

QCborArray unknownOf(const Envelope &envelope)
{
    if (envelope.unknownFields.isEmpty() || !codec::isSoundCbor(envelope.unknownFields))
        return {};
    return QCborValue::fromCbor(envelope.unknownFields).toArray();
}

/// In an order of its own: the order of fields means nothing, and equal envelopes shall be equal.
QByteArray packed(const QCborArray &unknown)
{
    if (unknown.isEmpty())
        return {};
    std::vector<std::pair<QByteArray, QCborValue>> entries;
    for (const QCborValue &entry : unknown)
        entries.emplace_back(QCborValue(entry).toCbor(), entry);
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QCborArray sorted;
    for (const auto &[bytes, entry] : entries)
        sorted.append(entry);
    return sorted.toCborValue().toCbor();
}

QCborValue envelopeTree(const Envelope &envelope, Keys keys)
{
    Writer writer(keys, unknownOf(envelope));
    QCborMap map = writer.value(envelope).toMap();
    map.insert(codec::key(keys, schemaId, schemaName), int(envelope.schema));
    map.insert(codec::key(keys, actionId, actionName), writer.below(QCborValue(actionId), envelope.action));
    return map;
}

Result<Envelope> envelopeFrom(const QCborValue &tree, Keys keys)
{
    if (!tree.isMap())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not an envelope"));
    const QCborMap map = tree.toMap();
    QCborMap rest;
    std::optional<QCborValue> schema, action;
    for (const auto &[name, value] : map) {
        const bool isSchema = name == codec::key(keys, schemaId, schemaName);
        std::optional<QCborValue> *const slot = isSchema                                         ? &schema
                                                : name == codec::key(keys, actionId, actionName) ? &action
                                                                                                 : nullptr;
        if (slot && *slot)
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("field given twice"));
        if (slot)
            *slot = QCborValue(value);
    }
    if (!schema || !action)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("an envelope without schema or action"));
    if (const Result<void> ok = checkSchema(*schema); !ok)
        return fail(ok.error());
    Reader reader(keys, true);
    Envelope envelope;
    rest = map;
    rest.remove(codec::key(keys, schemaId, schemaName));
    rest.remove(codec::key(keys, actionId, actionName));
    reader.read(rest, envelope);
    if (reader.failed())
        return fail(ErrorCode::ProtocolViolation, reader.error());
    envelope.schema = static_cast<std::uint16_t>(schema->toInteger());
    reader.enter(QCborValue(actionId));
    Result<Action> known = readAction(reader, *action, keys);
    reader.leave();
    if (!known)
        return fail(known.error());
    envelope.action = std::move(*known);
    if (const Result<void> ok = checkName(envelope.actor.text(), "actor"); !ok)
        return fail(ok.error());
    envelope.unknownFields = packed(reader.unknown());
    return envelope;
}

QCborValue stateTree(const ViewerState &state, Keys keys)
{
    StateImage image;
    image.schema = currentSchema;
    image.layout = state.layout();
    for (const auto &[id, view] : state.views())
        image.views.push_back({id, view});
    for (const auto &[key, presentation] : state.presentations())
        image.presentations.push_back({key.view, key.dataSet, presentation});
    for (const auto &[key, display] : state.segmentations())
        image.segmentations.push_back({key.view, key.object, display});
    for (const auto &[study, stacks] : state.arrangements())
        image.arrangements.push_back({study, stacks});
    image.cursor = state.cursor();
    for (const auto &[frames, transform] : state.alignments())
        image.alignments.push_back({frames.from, frames.to, transform});
    image.hiddenLayers.assign(state.hiddenLayers().begin(), state.hiddenLayers().end());
    state.annotations().forEach([&](const Annotation &annotation) { image.annotations.push_back(annotation); });
    // For people sorted by id; on the wire the order does not matter.
    std::sort(image.annotations.begin(), image.annotations.end(),
              [](const Annotation &a, const Annotation &b) { return a.id < b.id; });
    return Writer(keys).value(image);
}

Result<ViewerState> withSegmentations(ViewerState state, const StateImage &image)
{
    if (image.segmentations.size() > maxSegmentations)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many segmentations"));
    for (const SegmentationEntry &entry : image.segmentations) {
        for (const Result<void> &ok :
             {checkView(entry.view), checkName(entry.object.text(), "object"), checkSegmentation(entry.display)}) {
            if (!ok)
                return fail(ok.error());
        }
        const SegmentationKey key{entry.view, entry.object};
        if (state.segmentations().contains(key))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("a segmentation given twice"));
        state = state.withSegmentation(key, entry.display);
    }
    return state;
}

Result<ViewerState> withAlignments(ViewerState state, const StateImage &image)
{
    if (image.alignments.size() > maxAlignments)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many alignments"));
    for (const AlignmentEntry &entry : image.alignments) {
        const FramePair frames{entry.from, entry.to};
        if (const Result<void> ok = checkAlignment(frames, entry.transform); !ok)
            return fail(ok.error());
        if (state.alignments().contains(frames))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("an alignment given twice"));
        state = state.withAlignment(frames, entry.transform);
    }
    return state;
}

Result<ViewerState> withHiddenLayers(ViewerState state, const StateImage &image)
{
    if (image.hiddenLayers.size() > maxHiddenLayers)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many hidden layers"));
    for (const LayerKey &key : image.hiddenLayers) {
        if (const Result<void> ok = checkLayer(key); !ok)
            return fail(ok.error());
        if (state.hiddenLayers().contains(key))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("a layer given twice"));
        state = state.withLayer(key, false);
    }
    return state;
}

Result<ViewerState> stateFromImage(StateImage &image)
{
    if (const Result<void> ok = checkLayout(image.layout); !ok)
        return fail(ok.error());
    if (image.presentations.size() > maxPresentations || image.annotations.size() > maxAnnotations)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many parts"));
    ViewerState state = ViewerState().withLayout(image.layout);
    for (ViewEntry &entry : image.views) {
        for (const Result<void> &ok : {checkView(entry.view), checkViewState(entry.state)}) {
            if (!ok)
                return fail(ok.error());
        }
        if (state.views().contains(entry.view))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("a view given twice"));
        entry.state.orientation = normalised(entry.state.orientation);
        state = state.withView(entry.view, std::move(entry.state));
    }
    PresentationMap presentations;
    for (const PresentationEntry &entry : image.presentations) {
        for (const Result<void> &ok : {checkView(entry.view), checkName(entry.dataSet.text(), "data set"),
                                       checkPresentation(entry.presentation)}) {
            if (!ok)
                return fail(ok.error());
        }
        if (!presentations.emplace(PresentationKey{entry.view, entry.dataSet}, entry.presentation).second)
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("a presentation given twice"));
    }
    state = state.withPresentations(std::move(presentations));
    if (image.arrangements.size() > maxArrangements)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many parts"));
    for (ArrangementEntry &entry : image.arrangements) {
        if (const Result<void> ok = checkArrangement(entry.study, entry.stacks); !ok)
            return fail(ok.error());
        if (state.arrangements().contains(entry.study))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("an arrangement given twice"));
        state = state.withArrangement(entry.study, std::move(entry.stacks));
    }
    for (const Annotation &annotation : image.annotations) {
        if (const Result<void> ok = checkAnnotation(annotation); !ok)
            return fail(ok.error());
        if (state.annotations().find(annotation.id))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("a mark given twice"));
        state = state.withAnnotations(state.annotations().with(annotation));
    }
    if (image.cursor) {
        if (const Result<void> ok = checkCursor(*image.cursor); !ok)
            return fail(ok.error());
        state = state.withCursor(image.cursor);
    }
    auto aligned = withAlignments(std::move(state), image);
    auto layered = aligned ? withHiddenLayers(std::move(*aligned), image) : std::move(aligned);
    return layered ? withSegmentations(std::move(*layered), image) : layered;
}

Result<ViewerState> stateFrom(const QCborValue &tree, Keys keys)
{
    Reader reader(keys, false);
    StateImage image;
    reader.read(tree, image);
    if (reader.failed())
        return fail(ErrorCode::ProtocolViolation, reader.error());
    if (const Result<void> ok = checkSchema(QCborValue(image.schema)); !ok)
        return fail(ok.error());
    return stateFromImage(image);
}

Result<QCborValue> treeFromCbor(const QByteArray &bytes, qsizetype maxBytes)
{
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("too large"));
    if (!codec::isSoundCbor(bytes))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not CBOR, or nested too deep"));
    return QCborValue::fromCbor(bytes);
}

} // namespace

QByteArray toCbor(const Action &action)
{
    return Writer(Keys::Ids).value(action).toCbor();
}

QByteArray toCbor(const Envelope &envelope)
{
    return envelopeTree(envelope, Keys::Ids).toCbor();
}

QByteArray toCbor(const ViewerState &state)
{
    return stateTree(state, Keys::Ids).toCbor();
}

Result<Action> actionFromCbor(const QByteArray &bytes)
{
    const Result<QCborValue> tree = treeFromCbor(bytes, maxEnvelopeBytes);
    if (!tree)
        return fail(tree.error());
    Reader reader(Keys::Ids, false);
    return readAction(reader, *tree, Keys::Ids);
}

Result<Envelope> envelopeFromCbor(const QByteArray &bytes)
{
    const Result<QCborValue> tree = treeFromCbor(bytes, maxEnvelopeBytes);
    return tree ? envelopeFrom(*tree, Keys::Ids) : fail(tree.error());
}

Result<ViewerState> stateFromCbor(const QByteArray &bytes)
{
    const Result<QCborValue> tree = treeFromCbor(bytes, maxStateBytes);
    return tree ? stateFrom(*tree, Keys::Ids) : fail(tree.error());
}

QByteArray toCbor(const std::vector<Annotation> &annotations)
{
    return Writer(Keys::Ids).value(AnnotationList{currentSchema, annotations}).toCbor();
}

Result<std::vector<Annotation>> annotationsFromCbor(const QByteArray &bytes)
{
    const Result<QCborValue> tree = treeFromCbor(bytes, maxStateBytes);
    if (!tree)
        return fail(tree.error());
    Reader reader(Keys::Ids, false);
    AnnotationList list;
    // The schema first: what a newer program writes may not look like a mark at all.
    if (const Result<void> ok = checkSchema(tree->toMap().value(1)); !ok)
        return fail(ok.error());
    reader.read(*tree, list);
    if (reader.failed())
        return fail(ErrorCode::ProtocolViolation, reader.error());
    if (list.annotations.size() > maxAnnotations)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many marks"));
    std::set<AnnotationId> ids;
    for (const Annotation &annotation : list.annotations) {
        if (const Result<void> ok = checkAnnotation(annotation); !ok)
            return fail(ok.error());
        if (!ids.insert(annotation.id).second)
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("a mark given twice"));
    }
    return std::move(list.annotations);
}

QJsonObject toJson(const Action &action)
{
    return Writer(Keys::Names).value(action).toMap().toJsonObject();
}

QJsonObject toJson(const Envelope &envelope)
{
    return envelopeTree(envelope, Keys::Names).toMap().toJsonObject();
}

QJsonObject toJson(const ViewerState &state)
{
    return stateTree(state, Keys::Names).toMap().toJsonObject();
}

Result<Action> actionFromJson(const QJsonObject &object)
{
    Reader reader(Keys::Names, false);
    return readAction(reader, QCborValue::fromJsonValue(object), Keys::Names);
}

Result<Envelope> envelopeFromJson(const QJsonObject &object)
{
    return envelopeFrom(QCborValue::fromJsonValue(object), Keys::Names);
}

Result<ViewerState> stateFromJson(const QJsonObject &object)
{
    return stateFrom(QCborValue::fromJsonValue(object), Keys::Names);
}

Result<QJsonObject> jsonObjectFrom(const QByteArray &text, qsizetype maxBytes)
{
    if (text.size() > maxBytes)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("too large"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not a JSON object"));
    return document.object();
}

} // namespace consilium::session
