#include "app/worklist/LookNote.h"

#include "app/worklist/WorklistSearch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

LookNote::LookNote(QWidget *parent) : QWidget(parent), m_text(new QLabel), m_button(new QPushButton)
{
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(u"lookedThrough"_s);
    m_text->setProperty("role", u"caption"_s);
    m_text->setProperty("tone", u"t2"_s);
    m_text->setWordWrap(true);
    m_button->setObjectName(u"lookFurther"_s);
    m_button->setProperty("kind", u"chip"_s);
    m_button->setFixedHeight(28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isLooking)
            Q_EMIT stopRequested();
        else
            Q_EMIT goOnRequested();
    });
    hide();
}

void LookNote::showFor(const WorklistSearch &search, const WorklistFilter &filter, bool hasRows)
{
    const bool isSought = isSoughtInList(filter) && search.hasMoreListed();
    m_isLooking = isSought && search.isLooking();
    m_isUnfinished = isSought && !search.isRunning();
    const int count = int(search.listedCount());
    if (m_isLooking)
        m_words = tr("Looking through the list: %n studies so far.", nullptr, count);
    else if (m_isUnfinished)
        m_words = tr("Only %n studies were looked through. The archive has more.", nullptr, count);
    m_text->setText(m_words);
    m_button->setText(m_isLooking ? tr("Stop") : tr("Look further"));
    m_button->setToolTip(tr("Pinyin, initials and institutions are found in what was listed only."));
    setVisible(hasRows && (m_isLooking || m_isUnfinished));
}

bool LookNote::isFirst(const WorklistFilter &filter)
{
    const QString sought = filter.text + u'\n' + filter.institution;
    if (m_sought == sought)
        return false;
    m_sought = sought;
    return true;
}

void LookNote::forget()
{
    m_sought.clear();
}

} // namespace consilium::app
