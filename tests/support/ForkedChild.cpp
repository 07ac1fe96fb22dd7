// Part of every test binary of the thread sanitizer, and of no other.
#include "base/HandOver.h"

#ifndef CONSILIUM_THREAD_SANITIZER
#error "only with -fsanitize=thread"
#endif

#include <dlfcn.h>
#include <sched.h>
#include <sys/types.h>

namespace
{

using Child = int (*)(void *);
using Clone = int (*)(Child child, void *stack, int flags, void *argument, pid_t *parentId, void *tls, pid_t *childId);

} // namespace

/// Stands before the clone() of the sanitizer's library. QProcess starts a program by a child that shares the memory of
/// its parent until it executes (CLONE_VM | CLONE_VFORK). The sanitizer notes in that child that it shall ignore what
/// happens there; in shared memory it notes it of the parent's thread, whose locks it does not see from then on: what
/// comes is full of reports that are none, and lacks those that are. The child gets memory of its own, as the sanitizer
/// itself does it for vfork().
extern "C" [[gnu::visibility("default")]] int cloneWithOwnMemory(Child child, void *stack, int flags, void *argument,
                                                                 pid_t *parentId, void *tls,
                                                                 pid_t *childId) __asm__("clone");

int cloneWithOwnMemory(Child child, void *stack, int flags, void *argument, pid_t *parentId, void *tls, pid_t *childId)
{
    static const auto next = reinterpret_cast<Clone>(dlsym(RTLD_NEXT, "clone"));
    if (flags & CLONE_VFORK)
        flags &= ~CLONE_VM;
    return next(child, stack, flags, argument, parentId, tls, childId);
}
