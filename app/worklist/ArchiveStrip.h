#pragma once
#include "app/worklist/WorklistSearch.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

struct Archive;

/// An archive as the strip shows it.
struct ArchiveView {
    SourceState state;
    bool lacksSecret = false; ///< its password or token must be entered
    bool isToken = false;     ///< with lacksSecret: a token
};

/// Those whose password or token must be entered.
[[nodiscard]] std::vector<ArchiveView> lockedArchives(const std::vector<Archive> &archives);

/// One word for the archive's state with its tone and icon; what strip and app bar show. `detail` is the whole
/// sentence.
struct ArchiveWord {
    QString icon, tone, text, detail;
};
[[nodiscard]] ArchiveWord describeArchive(const ArchiveView &archive);

/// The archives and how they are: fine with the round trip, slow, failed with the reason and a way to try again. Where
/// there is no room for all, reasons are cut down first; then those that are fine go into a menu behind "+3".
class ArchiveStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ArchiveStrip(QWidget *parent = nullptr);
    void setArchives(const std::vector<ArchiveView> &archives);
    [[nodiscard]] int inMenu() const { return int(m_hidden.size()); } ///< archives for which there is no room

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void retryRequested(const consilium::ArchiveId &archive);
    void secretRequested(const consilium::ArchiveId &archive);

private:
    struct Cell {
        QWidget *box;
        widgets::IconLabel *icon;
        QLabel *name, *state;
        QPushButton *button;
    };
    Cell makeCell();
    void fill(std::size_t index, bool isShort);
    int widthOfAll(bool isShort);
    void fit();
    void fillMenu();
    void act(std::size_t index);

    QHBoxLayout *m_row;
    QPushButton *m_rest; ///< "+3"
    std::vector<std::size_t> m_hidden;
    std::vector<Cell> m_cells;
    std::vector<ArchiveView> m_archives;
};

} // namespace consilium::app
