#pragma once
#include "app/usecases/PatientTimeline.h"
#include "app/windows/TimelineList.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::app
{

/// The patient's studies over all archives, the newest first, with how sure it is that each is theirs; below them what
/// is asked of a person, and which archives did not answer.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    void setTimeline(PatientTimeline *timeline); ///< null: none
    void setShownStudies(const std::set<StudyUid> &shown);
    [[nodiscard]] const TimelineFilter &filter() const { return m_filter; }
    void setFilter(const TimelineFilter &filter);
    /// Where prior studies are wanted at once: the chosen row.
    void select(const StudyUid &study);

    [[nodiscard]] TimelineList &list() const { return *m_list; }
    [[nodiscard]] QStringList lines() const; ///< as listed
    [[nodiscard]] QString stateText() const; ///< what is still asked, missing or left out; may be several lines
    /// Answers the question about the chosen study. False: there is none.
    bool answer(bool isSame);

Q_SIGNALS:
    void chosen(const consilium::app::TimelineEntry &entry);
    void filterChanged();
    void answered(); ///< a person has said whose a study is
    void retryRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QPushButton *button(const QString &name, bool isCheckable = false);
    void retranslate();
    void refresh();
    void refreshQuestion();
    void refreshState();
    [[nodiscard]] const TimelineEntry *current() const;

    QPointer<PatientTimeline> m_timeline;
    TimelineFilter m_filter;
    std::set<StudyUid> m_shown;
    bool m_showsDenied = false;
    TimelineModel *m_model;
    TimelineList *m_list;
    QLabel *m_title, *m_count, *m_state, *m_question;
    QPushButton *m_sameModality, *m_sameBodyPart, *m_close, *m_isSame, *m_isOther, *m_again, *m_retry, *m_denied;
};

} // namespace consilium::app
