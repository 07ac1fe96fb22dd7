#pragma once
#include "base/Clock.h"
#include "base/Ids.h"

#include <QString>

#include <vector>

namespace consilium::app
{

/// What became of the studies that were asked for. The outcomes of a moment are told together: the next one's must not
/// take the line away from one that nobody has read yet. They may name patients: for the screen only.
class RequestNotices
{
public:
    static constexpr TimeMs togetherMs = 10'000;
    static constexpr std::size_t Most = 16;

    /// Where a notice is seen beside the worklist: while one of these studies is in front. Where it is not about them
    /// it says when it was told, so that nobody takes it for news of what is in front.
    struct Over {
        std::vector<StudyUid> studies;
        bool isOthers = false;
    };
    struct Line {
        QString text;
        bool isFailure = false;
        std::vector<StudyUid> over; ///< none: it is seen only where no study is in front
    };

    /// Something new is asked for: what is older than a moment has been told.
    void begin(TimeMs nowMs);
    /// `study`: that it is about; empty: none that is known.
    void add(const QString &text, bool isFailure, TimeMs nowMs, const StudyUid &study = {})
    {
        add(text, isFailure, nowMs, study, Over{});
    }
    void add(const QString &text, bool isFailure, TimeMs nowMs, const StudyUid &study, Over over);
    /// The study is opened once more: what was said of it is not true any more. False: there was nothing.
    bool forget(const StudyUid &study);
    /// The reader has closed a row that says `shown`: the lines of it do not come back. False: it was about something
    /// else.
    bool close(const QString &shown);
    /// A line that is not true any more.
    void remove(const QString &text);

    [[nodiscard]] std::vector<Line> lines() const; ///< in their order
    [[nodiscard]] QString text() const;            ///< a line each, in their order; empty: nothing is to be said
    [[nodiscard]] bool isFailure() const;

private:
    struct Notice {
        QString text;
        bool isFailure = false;
        TimeMs atMs = 0;
        StudyUid study;
        Over over;
        [[nodiscard]] QString line() const;
    };
    std::vector<Notice> m_notices;
};

} // namespace consilium::app
