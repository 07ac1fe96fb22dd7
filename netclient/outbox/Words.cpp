#include "netclient/outbox/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace consilium::outbox
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Outbox)
};

QString number(int reason)
{
    return QStringLiteral("%1").arg(reason, 4, 16, QLatin1Char('0')).toUpper();
}

// "4 min", "30 s": rounded up, so that it never says 0.
QString duration(std::int64_t ms)
{
    const std::int64_t seconds = std::max<std::int64_t>((ms + 999) / 1000, 1);
    if (seconds < 120)
        return Text::tr("%1 s").arg(seconds);
    const std::int64_t minutes = (seconds + 59) / 60;
    return minutes < 120 ? Text::tr("%1 min").arg(minutes) : Text::tr("%1 h").arg((minutes + 59) / 60);
}

QString byArchive(const Trouble &trouble)
{
    return trouble.reason != 0 ? failureReasonText(trouble.reason)
                               : Text::tr("The archive refuses the object and gives no reason.");
}

} // namespace

QString stateText(State state)
{
    switch (state) {
    case State::Queued:
        return Text::tr("To be sent");
    case State::Sending:
        return Text::tr("Being sent");
    case State::Verifying:
        return Text::tr("Being verified");
    case State::Sent:
        return Text::tr("In the archive");
    case State::Waiting:
        return Text::tr("Waiting");
    case State::Refused:
        return Text::tr("Needs a decision");
    case State::Withdrawn:
        return Text::tr("Withdrawn");
    }
    return {};
}

QString failureReasonText(int reason)
{
    if ((reason & 0xFF00) == 0xA700 || reason == 0x0213)
        return Text::tr("The archive has no room left for the object (%1).").arg(number(reason));
    if ((reason & 0xFF00) == 0xA900)
        return Text::tr("The archive says that the object is not what its kind demands (%1).").arg(number(reason));
    switch (reason) {
    case 0xC122:
        return Text::tr("The archive does not take objects in this transfer syntax (%1).").arg(number(reason));
    case 0x0110:
        return Text::tr("The archive failed while it stored the object (%1).").arg(number(reason));
    case 0x0111:
        return Text::tr("The archive says that it already has an object of this UID (%1).").arg(number(reason));
    case 0x0118:
    case 0x0122:
        return Text::tr("The archive does not take this kind of object (%1).").arg(number(reason));
    case 0x0119:
        return Text::tr("The archive knows the UID as an object of another kind (%1).").arg(number(reason));
    case 0x0124:
        return Text::tr("Whoever is signed in may not store in this archive (%1).").arg(number(reason));
    case 0x0106:
    case 0x0117:
    case 0x0120:
    case 0x0121:
        return Text::tr("The archive finds an attribute of the object missing or wrong (%1).").arg(number(reason));
    default:
        break;
    }
    if ((reason & 0xF000) == 0xC000)
        return Text::tr("The archive cannot understand the object (%1).").arg(number(reason));
    return Text::tr("The archive refuses the object (%1).").arg(number(reason));
}

QString troubleText(const Trouble &trouble)
{
    switch (trouble.why) {
    case Why::None:
        return {};
    case Why::Line:
        return userMessage(trouble.error);
    case Why::SignIn:
        return Text::tr("The archive wants a sign-in.");
    case Why::Forbidden:
        return Text::tr("Whoever is signed in may not store in this archive.");
    case Why::ArchiveUnknown:
        return Text::tr("The archive is no longer among those in the settings.");
    case Why::NoStore:
        return Text::tr("Nothing takes objects at the address of the archive.");
    case Why::Busy:
        return Text::tr("The archive is overloaded.");
    case Why::ArchiveFull:
        return Text::tr("The archive has no room left.");
    case Why::NotKept:
        return Text::tr("The archive said that it stored the object, but it does not have it.");
    case Why::ByArchive:
        return byArchive(trouble);
    case Why::TooLarge:
        return Text::tr("The object is larger than what the archive takes.");
    case Why::WrongKind:
        return Text::tr("The archive does not take objects in this form.");
    case Why::BadRequest:
        return Text::tr("The archive does not accept the request.");
    case Why::Conflict:
        return Text::tr("The archive has another object under the same UID: nothing was overwritten.");
    case Why::NotComparable:
        return Text::tr("The archive has an object under the same UID and does not give it to be compared.");
    case Why::CannotAsk:
        return Text::tr("The archive cannot be asked whether it has the object.");
    case Why::Damaged:
        return Text::tr("The copy of the object on this computer is damaged.");
    case Why::Storage:
        return Text::tr("The store of this computer cannot be read or written: %1").arg(userMessage(trouble.error));
    case Why::ReferenceMissing:
        return Text::tr("It refers to an object that was withdrawn.");
    case Why::ReferenceRefused:
        return Text::tr("It refers to an object that needs a decision first.");
    }
    return {};
}

QString describe(const Entry &entry, TimeMs now)
{
    QString text = stateText(entry.state);
    const bool isOver = entry.state == State::Sent || entry.state == State::Withdrawn;
    const QString trouble = isOver ? QString() : troubleText(entry.trouble);
    if (!trouble.isEmpty())
        text = Text::tr("%1: %2").arg(text, trouble);
    if (entry.state == State::Waiting && entry.nextTryAt > 0)
        text = Text::tr("%1 Next try in %2.").arg(text, duration(entry.nextTryAt - now));
    else if (entry.state == State::Refused && entry.tries > 1)
        text = Text::tr("%1 Tried %2 times.").arg(text, QString::number(entry.tries));
    return text;
}

} // namespace consilium::outbox
