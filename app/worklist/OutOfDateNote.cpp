#include "app/worklist/OutOfDateNote.h"

#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistSearch.h"
#include "viewer/render2d/CodeWords.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QString clockTime(TimeMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(u"HH:mm"_s);
}

QString daysText(const ListedPart &part)
{
    const auto [from, to] = part.filter.days(part.today);
    const QString first = from.toString(u"yyyy-MM-dd"_s), last = to.toString(u"yyyy-MM-dd"_s);
    if (from == to)
        return first;
    return !from.isValid() ? OutOfDateNote::tr("until %1", "a day").arg(last)
           : !to.isValid() ? OutOfDateNote::tr("from %1", "a day").arg(first)
                           : first + u" – "_s + last;
}

// By what a list was asked for. Empty: by what has no words here, as another program may ask.
QString partText(const ListedPart &part)
{
    WorklistFilter other;
    other.further = part.filter.further;
    other.further.bodyPart.clear();
    if (other != WorklistFilter())
        return {};
    QStringList words;
    if (!part.filter.modalities.isEmpty())
        words << part.filter.modalities.join(u'/');
    if (const QString days = daysText(part); !days.isEmpty())
        words << days;
    if (!part.filter.further.bodyPart.isEmpty())
        words << render2d::bodyPartText(part.filter.further.bodyPart);
    if (words.isEmpty())
        return OutOfDateNote::tr("the beginning of the whole list");
    return part.isWhole ? words.join(u' ') : OutOfDateNote::tr("%1 (not to the end)").arg(words.join(u' '));
}

QString missingText(const SourceState &archive)
{
    constexpr qsizetype most = 4;
    QStringList parts;
    for (const ListedPart &part : archive.parts)
        if (const QString text = partText(part); !text.isEmpty() && !parts.contains(text))
            parts << text;
    if (parts.size() > most)
        parts = parts.mid(0, most) << u"…"_s;
    if (parts.isEmpty())
        return OutOfDateNote::tr("Studies of %1 are missing here: it was not asked for all of them.").arg(archive.name);
    return OutOfDateNote::tr("Only this was listed of %1, and its other studies are missing here: %2.")
        .arg(archive.name, parts.join(u"; "_s));
}

} // namespace

OutOfDateNote::OutOfDateNote(QWidget *parent) : QWidget(parent), m_text(new QLabel)
{
    setAttribute(Qt::WA_StyledBackground);
    auto *icon = new widgets::IconLabel(16);
    icon->setIcon(u"clock"_s, widgets::tokens(palette()).t3);
    m_text->setObjectName(u"outOfDate"_s);
    m_text->setProperty("role", u"caption"_s);
    m_text->setProperty("tone", u"t2"_s);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void OutOfDateNote::showFor(const std::vector<SourceState> &archives, const WorklistModel &model)
{
    std::vector<const SourceState *> away;
    for (const SourceState &archive : archives)
        if (archive.isOutOfDate() && model.hasRowsOf(archive.id))
            away.push_back(&archive);
    QStringList names;
    for (const SourceState *archive : away)
        names << archive->name;
    QStringList lines;
    for (const SourceState &archive : archives)
        if (archive.unreadable > 0)
            lines << tr("%n entries in the list of %1 could not be read: that many studies may be missing here.",
                        nullptr, archive.unreadable)
                         .arg(archive.name);
    if (away.size() == 1 && away.front()->answeredAt != 0)
        lines << (tr("%1 has given no list since %2. Its studies are shown as listed at %3.")
                      .arg(names.front(), clockTime(away.front()->since), clockTime(away.front()->answeredAt)));
    else if (!away.empty())
        lines << (tr("No list comes from: %1. Their studies are shown as they were last listed.")
                      .arg(names.join(u", "_s)));
    for (const SourceState &archive : archives)
        if (archive.isIncomplete)
            lines << missingText(archive);
    m_text->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

QString OutOfDateNote::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace consilium::app
