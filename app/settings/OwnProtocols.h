#pragma once
#include "base/Result.h"
#include "viewer/hanging/Hang.h"
#include "viewer/hanging/Precedence.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

/// The person's own hanging protocols: one a file, in the folder "hangingprotocols" beside the settings. They say
/// which images go where and nothing of a patient.
namespace consilium::app
{

class ProfileSettings;

/// Windows that a protocol may name: the presets of fixed numbers. What is computed from a frame cannot be named.
[[nodiscard]] std::vector<hanging::NamedWindow> protocolWindows();
[[nodiscard]] QStringList protocolWindowNames();

/// Reads, writes and removes them. Each file by itself: what is wrong with one does nothing to another.
class OwnProtocols
{
public:
    explicit OwnProtocols(ProfileSettings &settings) : m_settings(settings) {}

    [[nodiscard]] static QString folderOf(const ProfileSettings &settings);
    /// All that are used, in the order in which they are tried; without settings those of the program alone.
    [[nodiscard]] static hanging::Shelf used(const ProfileSettings *settings);

    /// As they are read, also those that are off.
    [[nodiscard]] static hanging::Shelf readAll(const ProfileSettings *settings);

    /// All, also those that are off, in the order in which they are tried.
    [[nodiscard]] hanging::Shelf all() const;
    [[nodiscard]] bool isOff(const QString &id) const;
    void setOff(const QString &id, bool off);
    void setOrder(const QStringList &ids); ///< empty: as it is without a choice
    [[nodiscard]] QStringList order() const;
    /// By the protocol and the settings: it hangs a study by itself when that is opened, if it comes first.
    [[nodiscard]] bool hangsByItself(const hanging::Protocol &protocol) const;

    /// Writes it whole or not at all, into `protocol.file`, or, where that is empty, into a new file of a name of its
    /// own. The name of the file. FileUnreadable with a sentence for the reader.
    [[nodiscard]] Result<QString> save(const hanging::Protocol &protocol) const;
    [[nodiscard]] Result<void> remove(const QString &file) const;
    [[nodiscard]] QByteArray contentOf(const QString &file) const; ///< empty: it cannot be read
    /// An id that no protocol has: `wish`, or with a number behind it.
    [[nodiscard]] QString freeId(const QString &wish) const;

private:
    [[nodiscard]] hanging::ProtocolChoices choices() const;
    ProfileSettings &m_settings;
};

/// Writes `content` into the file at `path`, whole or not at all. FileUnreadable with a sentence for the reader.
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &content);

} // namespace consilium::app
