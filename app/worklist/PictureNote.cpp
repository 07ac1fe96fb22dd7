#include "app/worklist/PictureNote.h"

#include "app/worklist/StudyPictures.h"
#include "app/worklist/WorklistSearch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

PictureNote::PictureNote(StudyPictures &pictures, const WorklistSearch &search, QWidget *parent)
    : QWidget(parent), m_pictures(pictures), m_search(search), m_text(new QLabel)
{
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(u"noPictures"_s);
    m_text->setProperty("role", u"caption"_s);
    m_text->setProperty("tone", u"t2"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *again = new QPushButton(tr("Ask for pictures again"));
    again->setObjectName(u"picturesAgain"_s);
    again->setProperty("kind", u"chip"_s);
    again->setFixedHeight(28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(again);
    connect(again, &QPushButton::clicked, this, [this] { m_pictures.askAgain(); });
    connect(&pictures, &StudyPictures::changed, this, &PictureNote::refresh);
    hide();
}

void PictureNote::refresh()
{
    QStringList names;
    for (const SourceState &archive : m_search.sources())
        if (m_pictures.isStopped(archive.id))
            names << archive.name;
    m_text->setText(tr("The connection broke twice in a row while a preview was asked for: no more previews are asked "
                       "from %1. Drawing them may stop the archive.")
                        .arg(names.join(u", "_s)));
    setVisible(!names.isEmpty());
}

QString PictureNote::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace consilium::app
