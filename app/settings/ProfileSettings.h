#pragma once
#include "base/Result.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// What the reader has set, in an INI file of the profile folder. Holds no password, no token and nothing about
/// patients: secrets are in the keychain (identity::CredentialStore), searches are not remembered. The file, and a
/// folder that is made for it, are for its owner alone.
class ProfileSettings
{
public:
    /// `folder`: where the file lies; empty: the system's place for settings.
    explicit ProfileSettings(const QString &folder);

    [[nodiscard]] QString fileName() const;
    /// FileUnreadable when the folder cannot be written: what is changed then lasts for this run only.
    [[nodiscard]] Result<void> writable() const;
    /// What was changed last lies on the disk. Every change is written at once.
    [[nodiscard]] bool areKept() const { return !m_loss; }
    /// Called for each change that could not be written.
    void onLoss(std::function<void()> handler) { m_onLoss = std::move(handler); }

    /// Without secrets: `credentials.secret` is empty, kind and user are as stored. Entries that make no sense are left
    /// out.
    [[nodiscard]] std::vector<dicomweb::ArchiveConfig> archives() const;
    void setArchives(const std::vector<dicomweb::ArchiveConfig> &archives);

    [[nodiscard]] QString language() const; ///< empty: as the system says
    void setLanguage(const QString &language);
    [[nodiscard]] QString theme() const; ///< "dark" or "light"
    void setTheme(const QString &theme);
    /// The chosen date chip of the worklist ("all", "today" ...).
    [[nodiscard]] QString worklistPeriod() const;
    void setWorklistPeriod(const QString &period);
    /// Columns of the worklist as WorklistColumns writes them; empty: as at first.
    [[nodiscard]] QString worklistColumns() const;
    void setWorklistColumns(const QString &columns);
    /// How often the worklist refreshes itself: 0 (never), 30, 60 or 300 seconds.
    [[nodiscard]] int worklistRefreshSeconds() const;
    void setWorklistRefreshSeconds(int seconds);
    [[nodiscard]] bool worklistUrgentFirst() const;
    void setWorklistUrgentFirst(bool on);
    /// Searches with a name (SavedSearches), JSON: nothing that was typed as a search is in them.
    [[nodiscard]] QByteArray savedSearches() const;
    void setSavedSearches(const QByteArray &json);
    /// What OpenedStudies keeps: keyed hashes, of one day.
    struct OpenedMarks {
        QDate day;
        QByteArray key;
        QStringList marks;
    };
    [[nodiscard]] OpenedMarks openedMarks() const;
    void setOpenedMarks(const OpenedMarks &marks);
    /// Millimetres of a device pixel of the monitor with this key (widgets::monitorKey()); nullopt: not measured.
    [[nodiscard]] std::optional<double> monitorMmPerPixel(const QString &monitor) const;
    void setMonitorMmPerPixel(const QString &monitor, std::optional<double> mm);
    /// How windows lie over one arrangement of monitors (arrangementOf()); nullopt: never laid out there.
    struct MonitorLayout {
        bool isApart = false;        ///< the worklist has a window of its own
        QByteArray images, worklist; ///< QWidget::saveGeometry()
        QList<QByteArray> further{}; ///< the same of further windows with images
    };
    [[nodiscard]] std::optional<MonitorLayout> monitorLayout(const QString &arrangement) const;
    void setMonitorLayout(const QString &arrangement, const MonitorLayout &layout);
    /// Whether the panels beside the images are folded with that arrangement of monitors; with one that nobody has
    /// said it of: as it was said last.
    [[nodiscard]] bool panelsFolded(const QString &arrangement = {}) const;
    void setPanelsFolded(bool folded, const QString &arrangement = {});
    /// The grid of views that a study begins with there, as SetLayout takes it; nullopt: one view.
    struct Grid {
        int rows = 1, columns = 1;
        bool operator==(const Grid &) const = default;
    };
    [[nodiscard]] std::optional<Grid> usualGrid(const QString &arrangement) const;
    void setUsualGrid(const QString &arrangement, const std::optional<Grid> &grid);
    /// Whether a study is hung by a protocol when it is opened: "usual" (as the protocol that fits best says),
    /// "always", "never".
    [[nodiscard]] QString hangWhenOpened() const;
    void setHangWhenOpened(const QString &when);
    /// Ids of hanging protocols: in which order they are tried (empty: as they come), and which are never used.
    [[nodiscard]] QStringList protocolOrder() const;
    void setProtocolOrder(const QStringList &ids);
    [[nodiscard]] QStringList protocolsOff() const;
    void setProtocolsOff(const QStringList &ids);
    /// The next study opens in a tab of its own; false: in place of the one that is left.
    [[nodiscard]] bool nextStudyInNewTab() const;
    void setNextStudyInNewTab(bool on);
    /// Who goes on to the next study has read the one that is left.
    [[nodiscard]] bool nextMarksRead() const;
    void setNextMarksRead(bool on);
    /// The first images of the next study are fetched while nothing else is.
    [[nodiscard]] bool fetchesNextAhead() const;
    void setFetchesNextAhead(bool on);
    /// Keys that the reader chose (tools::Bindings::keyChoices()); empty: none.
    [[nodiscard]] QByteArray keyChoices() const;
    void setKeyChoices(const QByteArray &json);
    /// Name of the mouse profile in use (tools::mouseProfiles()), and what the reader made of the own one; empty: as it
    /// comes with the program.
    [[nodiscard]] QString mouseProfile() const;
    void setMouseProfile(const QString &name);
    [[nodiscard]] QByteArray ownMouse() const;
    void setOwnMouse(const QByteArray &json);
    /// Tools of the radial menu (tools::Bindings::radialTools()); empty: the usual ones.
    [[nodiscard]] QStringList radialTools() const;
    void setRadialTools(const QStringList &tools);
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// The keychain has not taken the secret that was last entered for an archive: what it holds belongs to an earlier
    /// address or sign-in, and must not be used.
    [[nodiscard]] bool isSecretOutdated(const ArchiveId &archive) const;
    void setSecretOutdated(const ArchiveId &archive, bool outdated);
    /// What an archive turned out to accept (DicomWebClient::learned()).
    [[nodiscard]] QByteArray learned(const ArchiveId &archive) const;
    void setLearned(const ArchiveId &archive, const QByteArray &json);

private:
    void set(const QString &key, const QVariant &value);
    void makeFile() const;
    void store(bool isChange = true); ///< false: only another try

    std::unique_ptr<QSettings> m_settings;
    std::optional<Error> m_loss;
    std::function<void()> m_onLoss;
};

/// The address as typed -> the base URL that requests begin with: trimmed, http(s), a host, no user part, no query, no
/// slash at the end. InvalidArgument with a sentence in the user's language.
[[nodiscard]] Result<QString> cleanArchiveUrl(const QString &typed);

} // namespace consilium::app
