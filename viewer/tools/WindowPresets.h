#pragma once
#include "base/Result.h"
#include "viewer/session/ViewerState.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace consilium::tools
{

/// A window by name: data, see resources/bindings/windowpresets.json.
struct WindowPreset {
    QString name;                          ///< "lung"; the command is "window-preset-lung"
    QString label;                         ///< English source of the translation, context "WindowPreset"
    std::optional<session::Window> window; ///< nullopt: computed from the frame ("auto")
    bool hounsfieldOnly = false;           ///< its numbers mean nothing for other values
    [[nodiscard]] QString displayName() const;
};

/// Errors: InvalidArgument, with what is wrong and where.
[[nodiscard]] Result<std::vector<WindowPreset>> windowPresetsFromJson(const QByteArray &json);
/// Those that come with the program, in the order of their keys.
[[nodiscard]] const std::vector<WindowPreset> &builtInWindowPresets();
/// Content of a file of resources/bindings.
[[nodiscard]] QByteArray builtInFile(const QString &name);
/// Content of resources/bindings/default.json.
[[nodiscard]] QByteArray builtInBindings();

} // namespace consilium::tools
