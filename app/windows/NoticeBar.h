#pragma once
#include "app/windows/TopLine.h"
#include "base/Ids.h"

#include <QTimer>

#include <functional>
#include <vector>

class QPushButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

/// One message over the top line of the page: it moves nothing and covers no image. A mere notice goes by itself; a
/// failure stays until it is closed, and a notice that comes meanwhile stands above it: what is newest is never what
/// has no room. There may be more to it, behind a button.
class NoticeBar : public TopNote
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    /// Whether what is in front is what a message is about.
    using Place = std::function<bool()>;
    struct Line {
        QString text;
        bool isFailure = false;
        Place place; ///< it is seen only while that is true; none: everywhere
    };
    /// An empty text takes away what is said. `place`: as of a line.
    void show(const QString &text, bool isFailure, bool hasDetails = false, Place place = {});
    /// Several at once, each with a place of its own, instead of those before. They stay until they are closed where
    /// one of them is a failure.
    void showLines(std::vector<Line> lines);
    /// What became of one study; each line with a place of its own, the first one over the study. A failure takes the
    /// place of the one that was said of it before.
    void showOf(const StudyUid &study, std::vector<Line> lines);
    void withdrawOf(const StudyUid &study); ///< what showOf() said of it is over
    void lookAgain();                       ///< something else is in front
    /// What was said, lines joined by line feeds, is not true any more; nothing happens where it does not stand here.
    void withdraw(const QString &text);
    [[nodiscard]] QString lastText() const { return m_last; }

Q_SIGNALS:
    void detailsRequested();
    void closed(const QString &shown); ///< by the reader

private:
    struct Note {
        std::vector<Line> lines;
        bool hasDetails = false;
        bool isList = false;
        StudyUid of = {}; ///< showOf()
        QString said;     ///< all its lines as they were shown, also those that were closed since
    };
    [[nodiscard]] static bool isHere(const Line &line);
    void put(Note note, bool stays);
    void dropSeenFailures();
    void close();
    void leave();
    void paintAs(const QString &text, bool isFailure);
    widgets::IconLabel *m_icon;
    TopText *m_text;
    QPushButton *m_details;
    QTimer m_leave;
    QString m_last;
    std::vector<Note> m_failures; ///< that nobody has closed
    Note m_notice;                ///< that goes by itself
};

} // namespace consilium::app
