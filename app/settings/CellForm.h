#pragma once
#include "app/settings/HangingConditions.h"

#include <QWidget>

class QLabel;

namespace consilium::app
{

/// What one view of a stage shows, and how.
class CellForm final : public QWidget
{
public:
    explicit CellForm(Edited edited);
    /// `isOfLinkedStage`: the stage links by offset, so a view can take part.
    void set(const hanging::Cell &cell, bool isOfLinkedStage);
    void setOfLinkedStage(bool isOfLinkedStage); ///< all else stays
    [[nodiscard]] hanging::Cell get() const;

private:
    enum Turn { AsStored, Turned, Letters, ChestWall };
    void build();
    void buildWhat(QGridLayout &grid);
    void buildHow(QGridLayout &grid);
    void addWindow(QGridLayout &grid, int row);
    void addTurn(QGridLayout &grid, int row);
    void changed();
    void showParts();
    void collectWindow(hanging::Cell &cell) const;
    void collectTurn(hanging::Cell &cell) const;

    Edited m_edited;
    bool m_isOfLinkedStage = false;
    TruthField *m_empty = nullptr, *m_flip = nullptr, *m_linked = nullptr;
    QWidget *m_rest = nullptr; ///< all but m_empty
    ImageConditionForm *m_find = nullptr;
    NumberField *m_nth = nullptr;
    ChoiceField *m_study = nullptr, *m_which = nullptr, *m_window = nullptr, *m_zoom = nullptr, *m_turn = nullptr,
                *m_rotation = nullptr, *m_left = nullptr, *m_top = nullptr, *m_chestWall = nullptr;
    PriorForm *m_prior = nullptr;
    QLineEdit *m_centre = nullptr, *m_width = nullptr;
    QWidget *m_ownWindow = nullptr, *m_turned = nullptr, *m_letters = nullptr;
};

} // namespace consilium::app
