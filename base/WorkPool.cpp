#include "base/WorkPool.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace consilium
{

QThreadPool &workPool()
{
    // Never deleted: what still runs when static objects go may ask for it.
    static QThreadPool *const pool = [] {
        auto *const made = new QThreadPool;
        made->setObjectName(QStringLiteral("work"));
        made->setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
        qAddPostRoutine([] { waitForWork(workPool()); });
        return made;
    }();
    return *pool;
}

} // namespace consilium
