#pragma once
#include <QJsonArray>
#include <QString>
#include <QTemporaryDir>

namespace consilium::test
{

/// Everything but the images of the patient's study in the archive, as pydicom reads it; in the order of their Instance
/// Numbers. Each is valid for dciodvfy; empty with a message where one is not. `folder`: where they are put.
[[nodiscard]] QJsonArray savedObjects(const QString &url, const QString &patient, const QTemporaryDir &folder);

/// Under which a mark of this program is read again (app::trackingUidOf()): a UUID of version 5 as PS3.5 B.2 has it.
[[nodiscard]] QString trackingUid(const QString &id);

} // namespace consilium::test
