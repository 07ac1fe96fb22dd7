#pragma once
#include <QToolButton>

namespace consilium::app
{

class PeopleDesk;

/// Who is signed in, in the app bar, with a menu to lock and to make room for somebody else. Hidden where there is only
/// one person without a password.
class PersonButton : public QToolButton
{
    Q_OBJECT
public:
    explicit PersonButton(PeopleDesk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void commandRequested(const QString &command);

private:
    void refresh();

    PeopleDesk &m_desk;
};

} // namespace consilium::app
