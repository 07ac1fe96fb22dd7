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
const QString heldMarkFormat = u"application/x-consilium-mark"_s;

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

// The mark never leaves the program: on the clipboard is only the number by which it is known here.
struct HeldMark {
    QByteArray number;
    std::optional<tools::CopiedMark> mark;
};
HeldMark &heldMark()
{
    static HeldMark held;
    return held;
}

QMimeData *ownData(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(markFormat, mark());
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // what such managers agree on
    lastDigest() = digestOf(text);
    return data;
}

} // namespace

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setMimeData(ownData(text));
}

void copyMark(const tools::CopiedMark &copied, const QString &text)
{
    heldMark() = {QUuid::createUuid().toByteArray(), copied};
    QMimeData *data = ownData(text);
    data->setData(heldMarkFormat, heldMark().number);
    QGuiApplication::clipboard()->setMimeData(data);
}

std::optional<tools::CopiedMark> markToPaste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const bool isThere = data && heldMark().mark && data->data(heldMarkFormat) == heldMark().number;
    return isThere ? heldMark().mark : std::nullopt;
}

void takeBackCopies()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (isOwn(*clipboard, QClipboard::Clipboard))
        clipboard->clear(QClipboard::Clipboard);
    if (clipboard->supportsSelection() && isOwn(*clipboard, QClipboard::Selection))
        clipboard->clear(QClipboard::Selection);
    lastDigest().clear();
    heldMark() = {};
}

} // namespace consilium::widgets
