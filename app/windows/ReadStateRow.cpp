#include "app/windows/ReadStateRow.h"

#include "app/windows/ReadingSession.h"
#include "app/windows/StudyFlow.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

ReadStateRow::ReadStateRow(ReadingSession &session, StudyFlow &flow, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_flow(flow),
      m_icon(new widgets::IconLabel(16)),
      m_state(new QLabel),
      m_place(new QLabel),
      m_note(new QLabel(tr("Provisional: only on this machine")))
{
    setProperty("surface", u"panel"_s);
    setProperty("edge", u"bottom"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_state->setObjectName(u"readState"_s);
    m_place->setObjectName(u"worklistPlace"_s);
    for (QLabel *label : {m_state, m_place, m_note})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *quiet : {m_place, m_note}) {
        quiet->setProperty("role", u"caption"_s);
        quiet->setProperty("tone", u"t3"_s);
    }
    for (QLabel *wrapped : {m_place, m_note}) // the panel keeps its width
        wrapped->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_state, 1);
    column->addLayout(row);
    column->addWidget(m_place);
    column->addWidget(m_note);
    connect(&flow, &StudyFlow::changed, this, &ReadStateRow::refresh);
    connect(&session, &ReadingSession::tabTextChanged, this, &ReadStateRow::refresh); // another study may be in front
    refresh();
}

void ReadStateRow::refresh()
{
    const StudyUid study = m_session.readStudy();
    const ReadState state = m_flow.states().of(study);
    const auto &t = widgets::tokens(palette());
    m_icon->setIcon(state == ReadState::Read      ? u"check-circle"_s
                    : state == ReadState::Claimed ? u"eye"_s
                                                  : u"eye-off"_s,
                    state == ReadState::Claimed ? t.ac : t.t3);
    m_state->setText(state == ReadState::Read      ? tr("Read by me")
                     : state == ReadState::Claimed ? tr("Being read by me")
                                                   : tr("Unread"));
    const StudyFlow::Place place = m_flow.placeOf(study);
    m_placeText = place.row < 0 ? QString()
                                : tr("%1 of %2", "place in the worklist")
                                      .arg(widgets::grouped(place.row + 1), widgets::grouped(place.count));
    // A line in any case: what stands below does not move.
    m_place->setText(place.row < 0 ? tr("Not in the worklist as it is filtered now")
                                   : tr("Worklist: %1").arg(m_placeText));
    setToolTip(m_flow.provisionalText());
    setAccessibleName(m_state->text());
}

QString ReadStateRow::stateText() const
{
    return m_state->text();
}

QString ReadStateRow::placeText() const
{
    return m_placeText;
}

} // namespace consilium::app
