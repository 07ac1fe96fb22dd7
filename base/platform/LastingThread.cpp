#include "base/platform/LastingThread.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>

namespace consilium::platform
{

namespace
{

class LastingThread
{
public:
    LastingThread()
    {
        std::thread([this] { work(); }).detach();
    }
    void run(const std::function<void()> &what)
    {
        std::packaged_task<void()> task(what);
        auto done = task.get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_there.notify_one();
        done.get();
    }

private:
    [[noreturn]] void work()
    {
        for (;;) {
            std::packaged_task<void()> task;
            {
                std::unique_lock lock(m_mutex);
                m_there.wait(lock, [this] { return !m_tasks.empty(); });
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_there;
    std::deque<std::packaged_task<void()>> m_tasks;
};

} // namespace

bool onLastingThread(const std::function<void()> &what)
{
    try {
        // Never destroyed: the thread uses it to the end of the program.
        static LastingThread &thread = *new LastingThread;
        thread.run(what);
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

} // namespace consilium::platform
