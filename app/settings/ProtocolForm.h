#pragma once
#include "app/settings/HangingConditions.h"
#include "app/settings/StagesForm.h"
#include "app/windows/TurnByTurn.h"

#include <QWidget>

class QVBoxLayout;

namespace consilium::app
{

/// The fields of one hanging protocol. All of them together take longer to build than a window may stand still: they
/// come in turns of the event loop, and show what was set meanwhile.
class ProtocolForm final : public QWidget
{
    Q_OBJECT
public:
    ProtocolForm(Edited edited, StagesForm::Texts texts);
    /// `saved`: it as it lies in its file; one of the program's can be read but not changed. The chosen stage and view
    /// stay where the protocol was shown already.
    void set(const hanging::Protocol &protocol, const hanging::Protocol &saved);
    [[nodiscard]] const hanging::Protocol &protocol() const { return m_protocol; }
    void refreshSketches();
    void takeFocus(); ///< the name, as what is new wants one

private:
    void buildHead(QVBoxLayout &column);
    void show(const hanging::Protocol &protocol, bool keepsPlace);
    void collect();

    Edited m_edited;
    StagesForm::Texts m_texts;
    hanging::Protocol m_protocol;
    int m_priorInFile = 0;
    bool m_isReadOnly = false;
    QLineEdit *m_name = nullptr;
    TruthField *m_whenOpened = nullptr;
    MatchForm *m_match = nullptr;   ///< once it is built
    StagesForm *m_stages = nullptr; ///< likewise
    TurnByTurn m_turns;
};

} // namespace consilium::app
