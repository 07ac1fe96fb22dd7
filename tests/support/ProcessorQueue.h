#pragma once
#include <QByteArray>
#include <QFile>
#include <QString>

#include <cstdint>
#include <dirent.h>
#include <map>

namespace consilium::test
{

/// Time that each thread of this process has stood in the queue for a processor, ns (schedstat of Linux): what a busy
/// machine takes, and the program can do nothing about.
[[nodiscard]] inline std::map<QByteArray, std::int64_t> queuedOfThreads()
{
    using namespace Qt::StringLiterals;
    std::map<QByteArray, std::int64_t> queued;
    DIR *const folder = opendir("/proc/self/task");
    if (!folder)
        return queued;
    while (const dirent *entry = readdir(folder)) {
        QFile file(u"/proc/self/task/%1/schedstat"_s.arg(QLatin1StringView(entry->d_name)));
        if (entry->d_name[0] != '.' && file.open(QIODevice::ReadOnly))
            queued.emplace(entry->d_name, file.readAll().split(' ').value(1).toLongLong());
    }
    closedir(folder);
    return queued;
}

} // namespace consilium::test
