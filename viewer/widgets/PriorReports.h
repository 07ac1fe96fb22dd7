#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;

namespace consilium::widgets
{

/// Reports of the patient's other studies at the same archive, for the study of the active view; a click opens one.
/// Hidden where there is nothing to say. Where it is not sure that a study is the same patient's, that is said.
class PriorReports : public QWidget
{
    Q_OBJECT
public:
    PriorReports(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent);

    [[nodiscard]] QStringList lines() const; ///< as listed; for scenarios and tests
    /// Opens the N-th line, from 0; false when there is none.
    bool open(int line);

Q_SIGNALS:
    /// `study`: whose list it is, whatever view is active.
    void openRequested(const consilium::StudyUid &study, const consilium::StudyUid &prior,
                       const consilium::SeriesUid &series);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void refresh();
    void add(const pixels::StudyImages::PriorStudy &prior, const dicom::SeriesHeader &series);

    session::ActionDispatcher &m_dispatcher;
    QPointer<pixels::StudyImages> m_images;
    StudyUid m_study;
    QLabel *m_heading, *m_state;
    QListWidget *m_list;
    QTimer m_later; ///< the first images of a study come first
};

} // namespace consilium::widgets
