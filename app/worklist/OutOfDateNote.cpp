#include "app/worklist/OutOfDateNote.h"

#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistSearch.h"
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
    m_text->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

QString OutOfDateNote::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace consilium::app
