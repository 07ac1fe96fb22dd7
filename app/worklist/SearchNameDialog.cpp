#include "app/worklist/SearchNameDialog.h"

#include "viewer/widgets/theme/Theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

void tell(QLabel *note, const QString &text, const QString &tone)
{
    note->setText(text);
    note->setProperty("tone", tone);
    widgets::repolish(note);
}

QLabel *makeCaption(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"caption"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton *makeButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setFixedHeight(34);
    return button;
}

} // namespace

SearchNameDialog::SearchNameDialog(std::vector<SavedSearch> searches, QString renamed, QWidget *parent)
    : QDialog(parent),
      m_searches(std::move(searches)),
      m_renamed(std::move(renamed)),
      m_name(new QLineEdit(m_renamed)),
      m_note(makeCaption({})),
      m_save(makeButton({}))
{
    setObjectName(u"searchNameDialog"_s);
    setWindowTitle(m_renamed.isEmpty() ? tr("Save this search") : tr("Rename the search"));
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto *label = new QLabel(tr("Name of the search (no patient's name)"));
    label->setBuddy(m_name);
    column->addWidget(label);
    m_name->setObjectName(u"searchName"_s);
    m_name->setFixedHeight(34);
    m_name->setMaxLength(longestSearchName);
    m_name->selectAll();
    column->addWidget(m_name);
    m_note->setObjectName(u"searchNameNote"_s);
    m_note->setMinimumHeight(38);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_note);
    if (m_renamed.isEmpty())
        column->addWidget(makeCaption(
            tr("Dates, types, body part, institution and archive are kept; what was typed as a search is not.")));
    auto *row = new QHBoxLayout;
    auto *cancel = makeButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save->setObjectName(u"searchNameSave"_s);
    m_save->setProperty("kind", u"primary"_s);
    m_save->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, &SearchNameDialog::judge);
    connect(m_save, &QPushButton::clicked, this, &SearchNameDialog::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    judge();
}

void SearchNameDialog::judge()
{
    const QString name = m_name->text().simplified();
    m_isAskingToReplace = false;
    m_save->setText(m_renamed.isEmpty() ? tr("Save") : tr("Rename"));
    const bool isNew = m_renamed.isEmpty() && indexOf(m_searches, name) < 0;
    const bool isFull = isNew && m_searches.size() >= mostSavedSearches;
    m_save->setEnabled(!name.isEmpty() && !isFull);
    if (isFull)
        tell(
            m_note,
            tr("%n searches are saved already, and no more can be. Remove one first.", nullptr, int(mostSavedSearches)),
            u"warn"_s);
    else if (m_name->text().size() >= longestSearchName)
        tell(m_note, tr("A name has at most %n letters.", nullptr, longestSearchName), u"warn"_s);
    else
        tell(m_note, {}, {});
    fitNote();
}

// A sentence with a long name in it takes more lines than were kept free: the dialog grows, and nothing is cut.
void SearchNameDialog::fitNote()
{
    if (const int wanted = layout()->totalHeightForWidth(width()); isVisible() && wanted > height())
        resize(width(), wanted);
}

void SearchNameDialog::take()
{
    const QString name = m_name->text().simplified();
    if (!m_isAskingToReplace && name != m_renamed && indexOf(m_searches, name) >= 0) {
        m_isAskingToReplace = true;
        m_save->setText(tr("Replace"));
        tell(m_note,
             tr("There is a search “%1” already. “Replace” gives its name to this one, and it is gone.").arg(name),
             u"warn"_s);
        fitNote();
        return;
    }
    accept();
    Q_EMIT named(name);
}

} // namespace consilium::app
