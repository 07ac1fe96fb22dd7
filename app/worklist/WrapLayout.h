#pragma once
#include <QLayout>
#include <QSet>

#include <vector>

namespace consilium::app
{

/// Places its widgets side by side and begins another row where the width ends; its height follows from its width.
class WrapLayout : public QLayout
{
    Q_OBJECT
public:
    explicit WrapLayout(QWidget *parent);
    ~WrapLayout() override;

    /// A widget that parts what stands left and right of it, `gap` pixels from both; left out at a row's ends.
    void addSeparator(QWidget *widget, int gap);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Row {
        std::vector<QLayoutItem *> items;
        int height = 0;
    };
    [[nodiscard]] std::vector<Row> rowsFor(int width) const;
    [[nodiscard]] int gapBetween(const QLayoutItem *left, const QLayoutItem *right) const;

    std::vector<QLayoutItem *> m_items;
    QSet<const QWidget *> m_separators;
    int m_separatorGap = 0;
};

} // namespace consilium::app
