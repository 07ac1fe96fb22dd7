#pragma once
#include <QLabel>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <initializer_list>
#include <vector>

class QPushButton;

namespace consilium::app
{

/// A message that a TopLine lays over the top of a page. It has a ground of its own, so that nothing shows through.
class TopNote : public QWidget
{
    Q_OBJECT
public:
    explicit TopNote(QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// The words of a TopNote: one line where there is room, else as many as its height takes; what is longer is shortened
/// and stands whole in the tip.
class TopText : public QLabel
{
    Q_OBJECT
public:
    explicit TopText(QWidget *parent = nullptr);
    /// `tip`: what else its tip says. `brief`: stands for the text where that has no room, in one line; what matters
    /// is at its beginning.
    void setWhole(const QString &text, const QString &tip = {}, const QString &brief = {});
    [[nodiscard]] const QString &whole() const { return m_whole; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int roomPx() const;
    [[nodiscard]] bool fits(const QString &text) const;
    [[nodiscard]] QString fitted() const;
    [[nodiscard]] QString cut(const QString &text) const; ///< to what fits
    void fit();
    QString m_whole, m_tip, m_brief;
};

/// Notes end before the button where it reaches into the top line of its page: what the page is left or kept with is
/// never under a message.
void keepClearOfNotes(QPushButton &button);

/// While `bar`, the top line of a page, can be seen, notes over that page are as high as it.
void keepNotesWithin(QWidget &bar);

/// Lays notes over the top 44 px of a page (or over its bar: keepNotesWithin()), side by side from its right end: there
/// are tools, headings and filters, never an image or what is written over one. Notes that come and go so move nothing
/// of what a reader points at.
class TopLine : public QObject
{
    Q_OBJECT
public:
    static constexpr int heightPx = 44;
    static constexpr int leastPx = 300; ///< what the notes may take in any case

    /// `page` must lie in its window already. The first note lies outermost; null ones are passed over. `keepFree`: how
    /// much of the page's left the notes leave free where they have leastPx without it, px.
    TopLine(QWidget &page, std::initializer_list<TopNote *> notes, std::function<int()> keepFree = {});
    void placeBeside(const QWidget &other); ///< a note or button on the page itself came, went or moved

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    [[nodiscard]] int endPx() const;
    [[nodiscard]] int linePx() const;

    QWidget &m_page;
    std::vector<QPointer<TopNote>> m_notes;
    std::function<int()> m_keepFree;
};

} // namespace consilium::app
