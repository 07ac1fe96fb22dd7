#pragma once
#include <QMimeData>
#include <QStringList>
#include <QUrl>

namespace consilium::app
{

/// The files and folders of this computer among what is dragged.
[[nodiscard]] inline QStringList droppedPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace consilium::app
