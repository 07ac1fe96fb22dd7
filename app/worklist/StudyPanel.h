#pragma once
#include "app/worklist/StudyPictures.h"
#include "app/worklist/WorklistSearch.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace consilium::app
{

class SeriesCard;

/// The panel beside the list: who the selected study is of, its series with small pictures, and the button that opens
/// it. Asks only when the selection has rested, so that running through the list asks for nothing; pictures only of the
/// series that are in sight.
class StudyPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int WidthPx = 400;
    static constexpr int RestMs = 200;

    /// `pictures` lives longer.
    explicit StudyPanel(StudyPictures &pictures, QWidget *parent = nullptr);
    ~StudyPanel() override;

    /// Its series are asked of `source`, which is one of its places.
    void showStudy(const MergedStudy &merged, std::shared_ptr<StudySource> source);
    void clear();
    [[nodiscard]] int seriesCount() const { return int(m_cards.size()); }
    /// Series and small pictures are there, or will not come by themselves.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void openRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildIdentity();
    QWidget *buildGrid();
    void ask();
    void takeSeries(const Result<std::vector<Attributes>> &answer);
    void wantPictures();
    void showPictures();
    [[nodiscard]] StudyPictures::Subject subjectOf(const SeriesCard &card) const;
    void placeCards();
    void clearCards();

    StudyPictures &m_pictures;
    std::optional<WorklistRow> m_row;
    std::shared_ptr<StudySource> m_source;
    ArchiveId m_asked; ///< who listed the series that are shown
    CancelToken m_cancel;
    QTimer m_rest, m_look;
    QLabel *m_name, *m_alphabetic, *m_identity, *m_study, *m_warning, *m_heading, *m_count, *m_failure;
    QPushButton *m_open;
    QWidget *m_content, *m_grid;
    QGridLayout *m_gridLayout;
    std::vector<SeriesCard *> m_cards;
    bool m_isAsking = false;
};

} // namespace consilium::app
