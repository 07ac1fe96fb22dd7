#include "app/settings/ArchiveFields.h"

#include "app/settings/ArchiveSettings.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

QLineEdit *makeField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setFixedHeight(34);
    field->setMinimumWidth(narrowestField);
    field->setMaximumWidth(widestField);
    field->setAccessibleName(name);
    return field;
}

QLabel *makeFieldNote()
{
    auto *note = new QLabel;
    note->setProperty("role", u"caption"_s);
    note->setWordWrap(true);
    note->hide();
    return note;
}

QPushButton *makeNoPassword()
{
    auto *button = new QPushButton(ArchiveSettings::tr("The password is empty"));
    button->setObjectName(u"archiveNoPassword"_s);
    button->setProperty("kind", u"chip"_s);
    button->setFixedHeight(28);
    button->setCheckable(true);
    button->setToolTip(ArchiveSettings::tr("Signs in with the user name and an empty password. A password that was "
                                           "saved is replaced."));
    return button;
}

} // namespace consilium::app
