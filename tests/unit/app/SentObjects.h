#pragma once
#include "tests/net/StowServer.h"
#include "viewer/dicom/Documents.h"
#include "viewer/objects/KeyObjects.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/PresentationState.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace consilium::test
{

/// What the server has, the last of its kind.
template<class Kind, class Is, class Read>
std::optional<Kind> lastOf(const StowServer &server, Is is, Read read)
{
    std::optional<Kind> last;
    for (const QString &sop : server.order()) {
        const auto object = dicom::readObject(server.object(sop));
        if (object && is(*object))
            if (auto value = read(*object))
                last = std::move(*value);
    }
    return last;
}

inline std::optional<objects::MeasurementReport> reportOf(const StowServer &server)
{
    return lastOf<objects::MeasurementReport>(server, objects::isMeasurementReport, objects::readMeasurements);
}

inline std::optional<objects::PresentationState> stateOf(const StowServer &server)
{
    return lastOf<objects::PresentationState>(server, objects::isPresentationState, objects::readPresentationState);
}

inline std::optional<objects::KeyObjects> keysOf(const StowServer &server)
{
    return lastOf<objects::KeyObjects>(server, objects::isKeyObjects, objects::readKeyObjects);
}

/// The last note of this title.
inline std::optional<objects::KeyObjects> keysWith(const StowServer &server, const QString &title)
{
    return lastOf<objects::KeyObjects>(
        server, objects::isKeyObjects, [&](const Attributes &object) -> Result<objects::KeyObjects> {
            auto keys = objects::readKeyObjects(object);
            return keys && keys->title.value == title ? std::move(keys) : fail(ErrorCode::NotFound);
        });
}

/// What counts in the archive: selections that no note withdraws.
inline std::vector<objects::KeyObjects> selectionsThatCount(const StowServer &server)
{
    std::set<QString> withdrawn;
    std::vector<objects::KeyObjects> selections;
    for (const QString &sop : server.order()) {
        const auto object = dicom::readObject(server.object(sop));
        const auto keys = object ? objects::readKeyObjects(*object) : fail(object.error());
        if (!keys)
            continue;
        if (keys->title.value != QStringLiteral("113001"))
            selections.push_back(*keys);
        else
            for (const auto &reference : keys->images)
                withdrawn.insert(reference.sop.text());
    }
    std::erase_if(selections, [&](const auto &keys) { return withdrawn.contains(keys.header.sop.text()); });
    return selections;
}

inline bool hasArrived(const StowServer &server, int count)
{
    return QTest::qWaitFor([&] { return server.order().size() >= count; }, 20'000);
}

} // namespace consilium::test
