#pragma once
#include "app/windows/TabLabel.h"

#include <QTabBar>

class QStackedWidget;

namespace consilium::app
{

/// The tabs in the app bar: icon, text, cross; the chosen one stands on the page's colour under an accent line. Where
/// there are many, the icons of those that can be closed go, then the texts are cut (the whole one is in the tip), then
/// the row scrolls. Tabs of studies that could be taken for one another keep what tells them apart: see TabLabel.
class AppTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit AppTabs(QWidget *parent = nullptr);
    /// `iconName`: see widgets::icon(). A tab that cannot be closed has no cross.
    int addPage(const QString &iconName, const QString &text, bool isClosable);
    /// The tab is a study's.
    void setStudy(int index, const TabLabel &label);
    [[nodiscard]] bool isClosable(int index) const;
    [[nodiscard]] QString shownText(int index) const; ///< as it is cut now
    void setHeight(int px);                           ///< of the bar and each tab; 40 at first
    /// A tab and its page elsewhere in the row; what is in front stays in front. Nothing for what is no tab's place.
    void movePage(QStackedWidget &pages, int from, int to);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void tabLayoutChange() override;
    void tabRemoved(int index) override;

private:
    [[nodiscard]] QRect crossRect(int index) const;
    [[nodiscard]] int crossAt(const QPoint &at) const;
    void paintTab(QPainter &painter, int index) const;
    [[nodiscard]] QSize sizeFor(int index, int mostText, bool withIcon) const;
    [[nodiscard]] QRect textRect(int index) const;
    [[nodiscard]] bool showsIcon(int index) const;
    void tellStudiesApart();

    int m_height;
    int m_hovered = -1, m_hoveredCross = -1, m_pressedCross = -1;
    bool m_focusByKey = false;
};

} // namespace consilium::app
