#pragma once
#include "app/settings/CellForm.h"
#include "app/settings/StageSketch.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace consilium::app
{

/// The stages of a protocol: a sketch of each; the chosen one's layout, and what its chosen view shows.
class StagesForm final : public QWidget
{
    Q_OBJECT
public:
    /// What stands in the views of a stage, see StageSketch::setStage().
    using Texts = std::function<std::vector<QStringList>(const std::vector<hanging::Stage> &stages, std::size_t stage)>;
    StagesForm(Edited edited, Texts texts);
    /// At least one. `keepsPlace`: the chosen stage and view stay the chosen ones where they are still there.
    void set(const std::vector<hanging::Stage> &stages, bool keepsPlace);
    [[nodiscard]] const std::vector<hanging::Stage> &stages() const { return m_stages; }
    void setReadOnly(bool readOnly); ///< stages and views can still be chosen
    void refreshSketches();          ///< what the texts say has changed

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *buildHead();
    [[nodiscard]] QWidget *buildLayoutFields();
    [[nodiscard]] hanging::Stage &stage() { return m_stages[std::size_t(m_stage)]; }
    [[nodiscard]] hanging::Cell *cell(int index); ///< of the chosen stage, monitor by monitor
    void choose(int stage, int cell);
    void showChosen();
    void placeSketches();
    void makeSketches();
    void collectStage();
    void collectCell();
    void resizeGrid();
    void add();
    void copy();
    void remove();
    void move(int by);
    void stagesChanged();
    void showParts();

    Edited m_edited;
    Texts m_texts;
    std::vector<hanging::Stage> m_stages{1};
    int m_stage = 0, m_cell = 0;
    /// The chosen stage and view before its grid got another size: what a size that is only passed cuts off comes back.
    struct Uncut {
        hanging::Stage stage;
        int cell = 0;
    };
    std::optional<Uncut> m_uncut;
    bool m_isReadOnly = false;
    QPushButton *m_add = nullptr, *m_copy = nullptr, *m_remove = nullptr, *m_earlier = nullptr, *m_later = nullptr;
    QGridLayout *m_flow = nullptr;
    std::vector<StageSketch *> m_sketches;
    int m_perRow = 0;
    QWidget *m_layout = nullptr; ///< the fields on the stage
    QLineEdit *m_name = nullptr;
    ChoiceField *m_link = nullptr, *m_lines = nullptr, *m_rows = nullptr, *m_monitors = nullptr;
    std::vector<ChoiceField *> m_columns; ///< of each monitor
    QLabel *m_cellTitle = nullptr;
    CellForm *m_cellForm = nullptr;
};

/// The stage with `rows` rows and these columns of its monitors. A view that is in both keeps what it shows, a new one
/// is left free.
[[nodiscard]] hanging::Stage resized(const hanging::Stage &stage, int rows, const std::vector<int> &columns);
/// Where the view `index` (monitor by monitor, from 0) of the stage `before` is in `now`: on the same monitor in the
/// same row and column, or, where there is none, as near to it as there is one.
[[nodiscard]] int sameCell(const hanging::Stage &before, int index, const hanging::Stage &now);

} // namespace consilium::app
