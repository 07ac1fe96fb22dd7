#pragma once
#include <atomic>
#include <memory>

namespace consilium
{

/// Shared flag by which the one who asked says that the answer is no longer wanted. Copies share the flag. Thread safe.
class CancelToken
{
public:
    CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

/// How soon an answer is wanted. Lower value first.
enum class Priority { Visible = 0, Interactive = 1, Prefetch = 2, Background = 3 };

} // namespace consilium
