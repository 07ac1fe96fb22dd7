#include "viewer/tools/WindowPresets.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// The macro declares a function: it must stand outside any namespace.
static void initBindingsResource()
{
    Q_INIT_RESOURCE(bindings);
}

namespace consilium::tools
{

using namespace Qt::StringLiterals;

namespace
{

// Here for the collection of texts to translate; the values are in the file.
[[maybe_unused]] constexpr const char *labels[] = {
    QT_TRANSLATE_NOOP("WindowPreset", "Lung"),   QT_TRANSLATE_NOOP("WindowPreset", "Mediastinum"),
    QT_TRANSLATE_NOOP("WindowPreset", "Bone"),   QT_TRANSLATE_NOOP("WindowPreset", "Liver"),
    QT_TRANSLATE_NOOP("WindowPreset", "Vessel"), QT_TRANSLATE_NOOP("WindowPreset", "Brain"),
    QT_TRANSLATE_NOOP("WindowPreset", "Auto"),   QT_TRANSLATE_NOOP("WindowPreset", "Soft tissue"),
};

QByteArray resource(const QString &path)
{
    // A static library's resource is not registered unless somebody asks for it.
    initBindingsResource();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<WindowPreset> presetFromJson(const QJsonObject &object)
{
    WindowPreset preset;
    preset.name = object[u"name"_s].toString();
    preset.label = object[u"label"_s].toString();
    if (preset.name.isEmpty() || preset.label.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"window preset without name or label"_s);
    preset.hounsfieldOnly = object[u"unit"_s].toString() == u"HU";
    if (object[u"automatic"_s].toBool())
        return preset;
    const auto centre = object[u"centre"_s], width = object[u"width"_s];
    if (!centre.isDouble() || !width.isDouble() || width.toDouble() < 1.0)
        return fail(ErrorCode::InvalidArgument,
                    u"window preset %1 needs a centre and a width of at least 1"_s.arg(preset.name));
    preset.window = session::Window{centre.toDouble(), width.toDouble(), session::VoiFunction::Linear};
    return preset;
}

} // namespace

QString WindowPreset::displayName() const
{
    return QCoreApplication::translate("WindowPreset", label.toUtf8().constData());
}

Result<std::vector<WindowPreset>> windowPresetsFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidArgument, u"window presets: "_s + error.errorString());
    std::vector<WindowPreset> presets;
    const QJsonArray array = document.object()[u"presets"_s].toArray();
    for (const auto &entry : array) {
        auto preset = presetFromJson(entry.toObject());
        if (!preset)
            return fail(preset.error());
        for (const auto &other : presets) {
            if (other.name == preset->name)
                return fail(ErrorCode::InvalidArgument, u"window preset %1 twice"_s.arg(preset->name));
        }
        presets.push_back(std::move(*preset));
    }
    return presets;
}

const std::vector<WindowPreset> &builtInWindowPresets()
{
    static const auto presets = windowPresetsFromJson(resource(u":/bindings/windowpresets.json"_s));
    Q_ASSERT(presets.has_value());
    static const std::vector<WindowPreset> none;
    return presets ? *presets : none;
}

QByteArray builtInFile(const QString &name)
{
    return resource(u":/bindings/"_s + name);
}

QByteArray builtInBindings()
{
    return resource(u":/bindings/default.json"_s);
}

} // namespace consilium::tools
