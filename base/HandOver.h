#pragma once
#include <type_traits>
#include <utility>

#if defined(__SANITIZE_THREAD__)
#define CONSILIUM_THREAD_SANITIZER
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CONSILIUM_THREAD_SANITIZER
#endif
#endif
#ifdef CONSILIUM_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

/// For the thread sanitizer alone; nothing at all in every other build. It sees what code that was built with it does,
/// and the calls of pthreads; the packaged Qt was not, and its QMutex, pools, events and futures are built on futexes.
/// What one thread gives another by way of these is ordered, and the sanitizer has to be told.
/// None of this orders anything itself: to be said only where Qt does.
namespace consilium::handover
{

/// What this thread has done so far comes before what any thread does after its take() of the same address.
inline void give([[maybe_unused]] const void *at) noexcept
{
#ifdef CONSILIUM_THREAD_SANITIZER
    __tsan_release(const_cast<void *>(at));
#endif
}

/// See give(). To be called before anything that was given is looked at.
inline void take([[maybe_unused]] const void *at) noexcept
{
#ifdef CONSILIUM_THREAD_SANITIZER
    __tsan_acquire(const_cast<void *>(at));
#endif
}

#ifdef CONSILIUM_THREAD_SANITIZER
/// A function that another thread will call. Each copy gives where it stands, so that the last one, which is called,
/// need not be looked into to know what to take.
template<class F>
class Handed
{
public:
    explicit Handed(F function) : m_function(std::move(function)) { give(this); }
    Handed(const Handed &other) : m_function(other.m_function) { give(this); }
    Handed(Handed &&other) noexcept(std::is_nothrow_move_constructible_v<F>) : m_function(std::move(other.m_function))
    {
        give(this);
    }
    Handed &operator=(const Handed &) = delete;
    Handed &operator=(Handed &&) = delete;
    ~Handed() { take(this); }
    auto operator()()
    {
        take(this);
        const Giver done{this};
        return m_function();
    }

private:
    // Qt counts who holds it, and either thread may be the last.
    struct Giver {
        const void *at;
        ~Giver() { give(at); }
    };

    F m_function;
};
#endif

/// `function` for QMetaObject::invokeMethod() with a receiver in another thread: Qt keeps it in the event it posts.
template<class F>
[[nodiscard]] auto posted(F function)
{
#ifdef CONSILIUM_THREAD_SANITIZER
    return Handed<F>(std::move(function));
#else
    return function;
#endif
}

} // namespace consilium::handover
