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

/// An archive as the strip shows it.
struct ArchiveView {
    SourceState state;
    bool lacksSecret = false; ///< its password must be entered
};

/// One word for the archive's state with its tone and icon; what strip and app bar show. `detail` is the whole
/// sentence.
struct ArchiveWord {
    QString icon, tone, text, detail;
};
[[nodiscard]] ArchiveWord describeArchive(const ArchiveView &archive);

/// The archives and how they are: fine with the round trip, slow, failed with the reason and a way to try again.
class ArchiveStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ArchiveStrip(QWidget *parent = nullptr);
    void setArchives(const std::vector<ArchiveView> &archives);

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
    void fill(std::size_t index, const ArchiveView &archive);

    QHBoxLayout *m_row;
    std::vector<Cell> m_cells;
    std::vector<ArchiveView> m_archives;
};

} // namespace consilium::app
