#pragma once
#include <QByteArray>
#include <QByteArrayList>
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

/// What one thread of a process has had of the processors so far (schedstat and stat of Linux, proc(5)).
struct ThreadTimes {
    std::int64_t ranNs = 0, queuedNs = 0;
    bool isRunnable = false; ///< it runs, or waits for a processor now, which `queuedNs` does not count yet
};
/// All zero where there is no such thread.
[[nodiscard]] inline ThreadTimes timesOfThread(qint64 process, qint64 thread)
{
    using namespace Qt::StringLiterals;
    ThreadTimes times;
    const QString folder = u"/proc/%1/task/%2/"_s.arg(process).arg(thread);
    if (QFile file(folder + u"schedstat"_s); file.open(QIODevice::ReadOnly)) {
        const QByteArrayList words = file.readAll().split(' ');
        times.ranNs = words.value(0).toLongLong();
        times.queuedNs = words.value(1).toLongLong();
    }
    if (QFile file(folder + u"stat"_s); file.open(QIODevice::ReadOnly)) {
        const QByteArray text = file.readAll();
        times.isRunnable =
            text.mid(text.lastIndexOf(')') + 2).startsWith('R'); // behind the name, which may be anything
    }
    return times;
}

/// Time that the machine's host has kept from all of its processors since it was started, ns; counted in ticks of 10
/// ms.
[[nodiscard]] inline std::int64_t stolenNs()
{
    using namespace Qt::StringLiterals;
    QFile file(u"/proc/stat"_s);
    constexpr int stolen = 8; // words behind "cpu"
    constexpr std::int64_t tickNs = 10'000'000;
    return file.open(QIODevice::ReadOnly) ? file.readLine().simplified().split(' ').value(stolen).toLongLong() * tickNs
                                          : 0;
}

} // namespace consilium::test
