#pragma once
#include "base/Result.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QLocalSocket;

namespace consilium::app
{

/// What a second start of the program hands over to the one that runs: what to open, and nothing else. No archive, no
/// setting, no scenario can be named in it.
struct HandedOver {
    QStringList paths; ///< absolute
    QString link;      ///< see parseStudyLink(); empty: none
    QString refusedLink =
        {}; ///< that the person followed and no program can read, at most MostOfRefused of it: to be said
    static constexpr int MostOfRefused = 4200;
    bool operator==(const HandedOver &) const = default;
};

[[nodiscard]] QByteArray encodeHandOver(const HandedOver &message);
/// Error ProtocolViolation for anything that encodeHandOver() does not write: other keys, more than 256 paths, paths
/// that are not absolute, a link that is none.
[[nodiscard]] Result<HandedOver> decodeHandOver(const QByteArray &bytes);

/// One program for a person and settings folder: a local socket in the person's own runtime folder, which nobody else
/// can reach; who is at its other end is asked of the system as well. Messages are bounded in size, number and time.
class HandOver : public QObject
{
    Q_OBJECT
public:
    static constexpr int MostBytes = 64 * 1024;

    explicit HandOver(QObject *parent = nullptr);
    ~HandOver() override;

    /// Of the program with these settings; empty where the person has no folder that is only theirs.
    [[nodiscard]] static QString addressFor(const QString &profileFolder);

    /// Blocks for a few seconds at most; before there is a window. Error NotFound: no such program runs; Timeout,
    /// ProtocolViolation: it does not take it; TooManyRequests: it has no room for it now, and the detail is a sentence
    /// in the user's language.
    [[nodiscard]] static Result<void> send(const QString &address, const HandedOver &message);

    /// Takes messages from now on. False when another program does already, or the folder is not only this person's.
    bool listen(const QString &address);

    /// Turns away what there is no room for.
    void acceptOnlyWhere(std::function<bool(const HandedOver &)> hasRoom);

Q_SIGNALS:
    void received(const consilium::app::HandedOver &message);
    void turnedAway(const consilium::app::HandedOver &message); ///< whoever called knows it

private:
    void serve(QLocalSocket *caller);
    void read(QLocalSocket *caller);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
