#pragma once
#include "app/settings/OwnProtocols.h"
#include "viewer/hanging/Match.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QMessageBox;
class QPushButton;
class QScrollArea;

namespace consilium::app
{

class ProtocolForm;

/// A study that is open in a reading tab, for protocols to be tried on.
struct OpenStudy {
    QString title; ///< names no patient
    hanging::Studies studies;
    int monitors = 1;
};
/// A protocol that is being changed.
struct HangingDraft {
    hanging::Protocol protocol;
    QByteArray content; ///< of its file when it was read
};
using OpenStudies = std::function<std::vector<OpenStudy>()>;

/// The editor of hanging protocols: those of the program and the person's own in the order in which they are tried, on
/// or off; the own ones are changed here and saved as files. Order and what is off hold at once.
class HangingSettings : public QWidget
{
    Q_OBJECT
public:
    /// `studies`: asked again each time that something changes; may be empty.
    HangingSettings(ProfileSettings &settings, OpenStudies studies, QWidget *parent = nullptr);
    ~HangingSettings() override;

    void takeFocus();
    [[nodiscard]] QString selectedId() const; ///< empty: none, or a file that cannot be read
    void select(const QString &id);
    /// The chosen protocol, which comes with the program or is an own one, becomes a new own one.
    void copy();
    void addNew();
    /// Reads a file that somebody has made. What is wrong with it is said with its lines, and nothing changes then.
    void importFrom(const QString &path);
    bool exportTo(const QString &path); ///< the chosen one as it is saved
    /// False: it cannot be saved, and it is said why; or the file was changed meanwhile, and the person is asked.
    bool save();
    void discard(); ///< what its file says now is shown

    /// What is not saved yet, for another page in place of this one; nullopt: all is.
    [[nodiscard]] std::optional<HangingDraft> draft() const;
    void setDraft(const HangingDraft &draft); ///< where there is no such file any more it is said
    /// True: something is not saved; the person is asked, and `close` is called where nothing is against it then.
    [[nodiscard]] bool asksBeforeClosing(std::function<void()> close);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// A row of the list: a protocol, or a file that is none.
    struct Entry {
        std::optional<hanging::Protocol> protocol;
        QString file;
        std::vector<hanging::Problem> problems;
        QByteArray content; ///< of an own one: the very bytes that were read
    };
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildPane();
    void buildListButtons(QLayout &column);
    void read();
    void fill(const QString &wantedId, const QString &wantedFile = {});
    void showRow(int row);
    void rowChosen(int row);
    void choose(const QString &id, const QString &file);
    void itemChanged(const QListWidgetItem &item);
    [[nodiscard]] const Entry *selected() const;
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isAsking() const;
    void leave(std::function<void()> goOn);
    void move(int by);
    bool saveThen(const std::function<void()> &goOn); ///< as save(); `goOn`: once it is, may be empty
    bool write(const hanging::Protocol &now, const std::function<void()> &goOn);
    void askToOverwrite(const hanging::Protocol &now, const std::function<void()> &goOn);
    void askToRemove();
    void remove(const QString &file);
    void edited();
    void showState();
    void showFits();
    void markFitting(const std::vector<OpenStudy> &open);
    [[nodiscard]] std::vector<hanging::Protocol> orderWith(const hanging::Protocol &now) const;
    [[nodiscard]] QString fitText(const hanging::Protocol &now, const std::vector<hanging::Protocol> &order,
                                  const OpenStudy &open, bool &fits) const;
    [[nodiscard]] std::vector<QStringList> sketchTexts(const std::vector<hanging::Stage> &stages,
                                                       std::size_t stage) const;
    /// `before`: it comes directly before this one in the order that was chosen, if there is one.
    bool keepNew(hanging::Protocol protocol, bool isOn, const QString &before = {});

    OwnProtocols m_own;
    OpenStudies m_studies;
    std::vector<Entry> m_entries;
    hanging::Protocol m_saved; ///< the chosen one as it lies in its file
    QByteArray m_content;      ///< of that file when it was read: the very bytes that m_saved, or a draft, came from
    int m_row = -1;            ///< whose form is shown
    std::vector<std::vector<QString>> m_shown; ///< by stage and view: the series of an open study; may be shorter
    QTimer m_fitsSoon;
    QListWidget *m_list = nullptr;
    QLabel *m_title = nullptr, *m_note = nullptr, *m_fits = nullptr, *m_listNote = nullptr;
    QPushButton *m_up = nullptr, *m_down = nullptr, *m_copy = nullptr, *m_new = nullptr, *m_remove = nullptr,
                *m_export = nullptr, *m_usualOrder = nullptr, *m_save = nullptr, *m_discard = nullptr;
    QScrollArea *m_scroll = nullptr;
    ProtocolForm *m_form = nullptr;
    QPointer<QMessageBox> m_question;
};

} // namespace consilium::app
