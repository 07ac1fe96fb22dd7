#pragma once
#include "viewer/widgets/MarkList.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::widgets
{

class LayoutGrid;

/// Every mark of the studies that the views show: kind and value as they stand at the mark, of which study it is where
/// there are several, its image, whose it is and what is remarked. A click goes there.
class MarkPanel : public QWidget
{
    Q_OBJECT
public:
    MarkPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent = nullptr);

    [[nodiscard]] const MarkModel &model() const { return *m_model; }
    [[nodiscard]] MarkList &list() const { return *m_list; }
    /// What a mark says of a series over its image stands in its row for as long as a view of the grid shows it.
    void watch(LayoutGrid &grid);
    /// The row of the mark that the views draw as selected; empty: none.
    void setSelected(const AnnotationId &mark);

Q_SIGNALS:
    void chosen(const consilium::AnnotationId &mark); ///< go there
    void removeRequested(const consilium::AnnotationId &mark);
    void histogramRequested(const consilium::AnnotationId &mark);
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();
    void follow();  ///< the studies that the views show
    void refresh(); ///< all anew; at once
    void followFused();
    void count();
    void offerHistogram();

    session::ActionDispatcher &m_dispatcher;
    pixels::StudyImages &m_images;
    MarkModel *m_model;
    MarkList *m_list;
    QLabel *m_title, *m_count, *m_none;
    QPushButton *m_histogram, *m_close;
    QTimer m_later; ///< many descriptions in a row: one list
    QPointer<LayoutGrid> m_grid;
    AnnotationId m_selected;
};

} // namespace consilium::widgets
