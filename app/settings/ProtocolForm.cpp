#include "app/settings/ProtocolForm.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int mostNameLetters = 400;

} // namespace

ProtocolForm::ProtocolForm(Edited edited, StagesForm::Texts texts)
    : m_edited(std::move(edited)), m_texts(std::move(texts))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 4, 24, 16);
    column->setSpacing(8);
    buildHead(*column);
    const Edited changed = [this] { collect(); };
    m_turns.add([this, column, changed] {
        column->insertWidget(column->count() - 1, m_match = new MatchForm(changed));
        show(m_protocol, true);
    });
    m_turns.add([this, column, changed] {
        column->insertWidget(column->count() - 1, m_stages = new StagesForm(changed, m_texts));
        show(m_protocol, true);
    });
    column->addStretch(1);
}

void ProtocolForm::buildHead(QVBoxLayout &column)
{
    auto *grid = makeFormGrid();
    m_name = new QLineEdit;
    m_name->setObjectName(u"protocolName"_s);
    m_name->setFixedHeight(34);
    m_name->setMaxLength(mostNameLetters);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        hanging::setDisplayText(m_protocol.names, m_name->text().trimmed());
        collect();
    });
    addFormField(*grid, 0, 0, tr("Name"), m_name);
    m_whenOpened = new TruthField(tr("Hang by itself when a study is opened"), [this] { collect(); });
    m_whenOpened->setObjectName(u"protocolWhenOpened"_s);
    grid->addWidget(m_whenOpened, 0, 2, 1, 2);
    column.addLayout(grid);
    column.addWidget(makeFormHeading(tr("When it fits")));
}

void ProtocolForm::set(const hanging::Protocol &protocol, const hanging::Protocol &saved)
{
    const bool isSame = protocol.id == m_protocol.id;
    m_protocol = protocol;
    m_priorInFile = saved.match.priorConditions;
    m_isReadOnly = !saved.isOwn;
    show(protocol, isSame);
}

void ProtocolForm::show(const hanging::Protocol &protocol, bool keepsPlace)
{
    if (protocol.stages.empty()) // nothing was set yet
        return;
    m_name->setText(hanging::displayText(protocol.names));
    m_name->setEnabled(!m_isReadOnly);
    m_whenOpened->setChecked(protocol.whenOpened);
    m_whenOpened->setEnabled(!m_isReadOnly);
    if (m_match) {
        m_match->set(protocol.match, m_priorInFile, keepsPlace);
        m_match->setReadOnly(m_isReadOnly);
    }
    if (m_stages) {
        m_stages->set(protocol.stages, keepsPlace);
        m_stages->setReadOnly(m_isReadOnly);
    }
}

void ProtocolForm::collect()
{
    if (m_isReadOnly)
        return;
    m_protocol.whenOpened = m_whenOpened->isChecked();
    if (m_match)
        m_protocol.match = m_match->match();
    if (m_stages)
        m_protocol.stages = m_stages->stages();
    m_edited();
}

void ProtocolForm::refreshSketches()
{
    if (m_stages)
        m_stages->refreshSketches();
}

void ProtocolForm::takeFocus()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace consilium::app
