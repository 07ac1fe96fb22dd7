#pragma once
#include <QByteArray>
#include <QString>

#include <vector>

namespace consilium::tools
{

/// Which tools the mouse has from the start, by habit: data in resources/bindings.
struct MouseProfile {
    QString name; ///< "own", "pacs", "osirix": stable
    QByteArray json;
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] QString description() const;
};
/// "own" first: as the program's default, and what the reader may change.
[[nodiscard]] const std::vector<MouseProfile> &mouseProfiles();

} // namespace consilium::tools
