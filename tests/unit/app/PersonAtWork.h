#pragma once
#include "tests/support/ProcessorQueue.h"
#include "tests/unit/app/SendingDesk.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unistd.h>
#include <utility>

/// Somebody who marks images without a rest until the program is killed: UsecaseMarkKill's own program once more.
namespace consilium::test
{

using namespace Qt::StringLiterals;

inline constexpr auto folderVariable = "CONSILIUM_TEST_MARKS", firstVariable = "CONSILIUM_TEST_FIRST",
                      runVariable = "CONSILIUM_TEST_RUN";
inline constexpr int everyMs = 4, savedEvery = 16, images = 3;
inline const QString gone = QStringLiteral("-");

/// CLOCK_MONOTONIC, which is one for all processes of the machine.
[[nodiscard]] inline qint64 nowNs()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// All that a mark says, in one word.
[[nodiscard]] inline QString saysOf(const session::Annotation &mark)
{
    QString says = QString::number(int(mark.kind)) + u'|' + mark.text;
    for (const ImagePoint &handle : mark.imageHandles)
        says += u"|%1,%2"_s.arg(handle.column).arg(handle.row);
    return says;
}

/// By which it is known again: an image is a key image once, whichever mark says so.
[[nodiscard]] inline QString identityOf(const session::Annotation &mark)
{
    return mark.kind == session::AnnotationKind::KeyImage ? u"key/"_s + mark.sop.text() : mark.id.text();
}

/// One thing that a person has done.
struct Act {
    const char *what;
    AnnotationId mark;
    QString identity;
};

/// A person who draws, moves, writes, deletes, and chooses key images, one of each run.
class Person
{
public:
    Person(const SendingDesk &desk, int first, int run) : m_desk(desk), m_first(first), m_run(run) {}

    /// The thing of this number; nullopt: it was refused.
    [[nodiscard]] std::optional<Act> act(int number)
    {
        switch (number % 10) {
        case 3: // drawn just now
            return isThere(number - 1) ? move(number - 1, number) : draw(number);
        case 4: // some time ago, saved meanwhile
            return isThere(number - 14) ? move(number - 14, number) : draw(number);
        case 6:
            return isThere(number - 1) ? write(number - 1, number) : draw(number);
        case 7: // some time ago, on its way into a report, it may be
            return isThere(number - 5) ? remove(number - 5) : draw(number);
        case 1:
        case 8:
            return m_run < images ? turnKeyImage(number) : draw(number);
        case 9:
            return isThere(number - 14) ? remove(number - 14) : draw(number);
        default:
            return draw(number);
        }
    }
    [[nodiscard]] QString stateOf(const Act &act) const
    {
        const session::Annotation *const mark = m_desk.tab->dispatcher().state().annotations().find(act.mark);
        return mark ? saysOf(*mark) : gone;
    }

private:
    [[nodiscard]] static AnnotationId idOf(int number) { return AnnotationId(u"m%1"_s.arg(number)); }
    [[nodiscard]] bool isThere(int number) const
    {
        return number >= m_first && m_desk.tab->dispatcher().state().annotations().find(idOf(number));
    }
    template<class Action>
    [[nodiscard]] std::optional<Act> done(const Action &action, const Act &act) const
    {
        return m_desk.tab->dispatcher().submit(action) ? std::optional(act) : std::nullopt;
    }
    [[nodiscard]] std::optional<Act> draw(int number) const
    {
        const bool isText = number % 10 == 5;
        session::Annotation mark =
            isText ? m_desk.mark(idOf(number).text(), session::AnnotationKind::Text, {{1.0, 1.0}}, number % images)
                   : m_desk.mark(idOf(number).text(), session::AnnotationKind::Length,
                                 {{0.0, 0.0}, {1.0 + number % 4, 1.0}}, number % images);
        if (isText)
            mark.text = u"t%1"_s.arg(number);
        return done(session::AddAnnotation{mark}, {isText ? "text" : "drawn", mark.id, mark.id.text()});
    }
    [[nodiscard]] std::optional<Act> move(int which, int number) const
    {
        const ImagePoint to{1.0 + number % 3, 2.0};
        return done(session::MoveHandle{idOf(which), 1, to}, {"moved", idOf(which), idOf(which).text()});
    }
    [[nodiscard]] std::optional<Act> write(int which, int number) const
    {
        return done(session::SetMarkText{idOf(which), u"u%1"_s.arg(number)},
                    {"written", idOf(which), idOf(which).text()});
    }
    [[nodiscard]] std::optional<Act> remove(int which) const
    {
        return done(session::RemoveAnnotation{idOf(which)}, {"removed", idOf(which), idOf(which).text()});
    }
    [[nodiscard]] std::optional<Act> turnKeyImage(int number)
    {
        session::Annotation key = m_desk.mark(idOf(number).text(), session::AnnotationKind::KeyImage, {}, m_run);
        key.text = u"113003"_s;
        const QString identity = identityOf(key);
        if (!m_key.isEmpty()) {
            const AnnotationId before = std::exchange(m_key, AnnotationId());
            return done(session::RemoveAnnotation{before}, {"key-off", before, identity});
        }
        m_key = key.id;
        return done(session::AddAnnotation{key}, {"key-on", key.id, identity});
    }

    const SendingDesk &m_desk;
    const int m_first, m_run;
    AnnotationId m_key;
};

/// The thread of the store, which is there as long as the program; 0: it does not answer.
[[nodiscard]] inline qint64 storeThreadOf(const SendingDesk &desk)
{
    const auto thread = std::make_shared<std::atomic<qint64>>(0);
    const auto done = desk.keeper->store()->run([thread](store::LocalStore &) -> Result<void> {
        *thread = ::gettid();
        return {};
    });
    (void)QTest::qWaitFor([&] { return *thread != 0; }, 20'000);
    return *thread;
}

/// Does something every few milliseconds and saves now and then, until the program is killed. Says what was done, when,
/// and how long its own thread and that of the store had waited for a processor by then, ns: "did NUMBER WHAT AT QUEUED
/// QUEUED IDENTITY STATE".
[[noreturn]] inline void actUntilKilled(const QString &folder, int first, int run)
{
    SendingDesk desk(folder, nowhere);
    if (!desk.open() || !QTest::qWaitFor([&] { return desk.keeper->drafts().isLoaded(); }, 20'000))
        std::_Exit(3);
    const qint64 process = QCoreApplication::applicationPid(), own = ::gettid(), store = storeThreadOf(desk);
    Person person(desk, first, run);
    std::printf("ready %lld %lld %lld\n", process, own, store);
    for (int number = first;; ++number) {
        const auto act = person.act(number);
        if (!act)
            std::_Exit(4);
        const qint64 at = nowNs();
        std::printf("did %d %s %lld %lld %lld %s %s\n", number, act->what, at,
                    qint64(timesOfThread(process, own).queuedNs), qint64(timesOfThread(process, store).queuedNs),
                    act->identity.toUtf8().constData(), person.stateOf(*act).toUtf8().constData());
        std::fflush(stdout);
        if (number % savedEvery == 0 && desk.sender->whyNotSave(desk.tab->dispatcher(), desk.study()).isEmpty())
            desk.sender->save(desk.tab->dispatcher(), desk.study());
        QTest::qWait(everyMs);
    }
}

} // namespace consilium::test
