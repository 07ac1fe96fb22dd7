#include "viewer/widgets/OwnClipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

namespace consilium::widgets
{

using namespace Qt::StringLiterals;

namespace
{

const QString markFormat = u"application/x-consilium-copy"_s;

// Of this run: what another one put there is that one's to take back.
const QByteArray &mark()
{
    static const QByteArray text = QUuid::createUuid().toByteArray();
    return text;
}

// Of what was copied last. A manager of clipboards may have taken the text over, and the mark not.
QByteArray &lastDigest()
{
    static QByteArray digest;
    return digest;
}

QByteArray digestOf(const QString &text)
{
    return QCryptographicHash::hash(mark() + text.toUtf8(), QCryptographicHash::Sha256);
}

bool isOwn(const QClipboard &clipboard, QClipboard::Mode mode)
{
    if (mode == QClipboard::Clipboard ? clipboard.ownsClipboard() : clipboard.ownsSelection())
        return true;
    if (lastDigest().isEmpty()) // nothing was copied: other programs need not be asked
        return false;
    const QMimeData *held = clipboard.mimeData(mode);
    if (!held)
        return false;
    return held->data(markFormat) == mark() || (held->hasText() && digestOf(held->text()) == lastDigest());
}

} // namespace

void copyText(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(markFormat, mark());
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // what such managers agree on
    lastDigest() = digestOf(text);
    QGuiApplication::clipboard()->setMimeData(data);
}

void takeBackCopies()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (isOwn(*clipboard, QClipboard::Clipboard))
        clipboard->clear(QClipboard::Clipboard);
    if (clipboard->supportsSelection() && isOwn(*clipboard, QClipboard::Selection))
        clipboard->clear(QClipboard::Selection);
    lastDigest().clear();
}

} // namespace consilium::widgets
