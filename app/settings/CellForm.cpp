#include "app/settings/CellForm.h"

#include "app/settings/OwnProtocols.h"
#include "viewer/tools/WindowPresets.h"

#include <QCoreApplication>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CellForm)
};

enum StudyChoice { Current, Prior };
constexpr int asTheFileSays = -1, ownNumbers = -2, noLetter = 0;

QLabel *besideLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("tone", u"t2"_s);
    return label;
}

QWidget *inARow(std::initializer_list<QWidget *> parts)
{
    auto *all = new QWidget;
    auto *row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *part : parts)
        row->addWidget(part);
    row->addStretch(1);
    return all;
}

QLineEdit *numberField(const QString &name, const Edited &edited)
{
    constexpr int height = 34, width = 90;
    auto *field = new QLineEdit;
    field->setFixedSize(width, height);
    field->setAccessibleName(name);
    auto *validator = new QDoubleValidator(-1e6, 1e6, 3, field);
    QLocale digits = QLocale::c();
    digits.setNumberOptions(QLocale::RejectGroupSeparator); // "1,000" is no number where it is read
    validator->setLocale(digits);
    field->setValidator(validator);
    QObject::connect(field, &QLineEdit::textEdited, field, [edited] { edited(); });
    return field;
}

ChoiceField *letterField(const QString &name, const Edited &edited)
{
    auto *field = new ChoiceField(name, {{Text::tr("any"), noLetter}}, edited);
    const std::pair<char16_t, QString> letters[] = {{u'L', Text::tr("L (left)")},     {u'R', Text::tr("R (right)")},
                                                    {u'A', Text::tr("A (anterior)")}, {u'P', Text::tr("P (posterior)")},
                                                    {u'H', Text::tr("H (head)")},     {u'F', Text::tr("F (feet)")}};
    for (const auto &[letter, text] : letters)
        field->addItem(text, int(letter));
    return field;
}

QString numberText(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QChar letterOf(const ChoiceField &field)
{
    return field.choice() == noLetter ? QChar() : QChar(char16_t(field.choice()));
}

int letterData(QChar letter)
{
    return letter.isNull() ? noLetter : int(letter.unicode());
}

} // namespace

CellForm::CellForm(Edited edited) : m_edited(std::move(edited))
{
    build();
}

void CellForm::build()
{
    const Edited edited = [this] { changed(); };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_empty = new TruthField(Text::tr("Leave this view free"), edited));
    m_empty->setObjectName(u"cell-empty"_s);
    m_rest = new QWidget;
    auto *rest = new QVBoxLayout(m_rest);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->setSpacing(8);
    rest->addWidget(m_find = new ImageConditionForm(u"cell"_s, edited));
    auto *grid = makeFormGrid();
    buildWhat(*grid);
    rest->addLayout(grid);
    rest->addWidget(m_prior = new PriorForm(u"cell"_s, edited));
    auto *how = makeFormGrid();
    buildHow(*how);
    rest->addLayout(how);
    column->addWidget(m_rest);
}

void CellForm::buildWhat(QGridLayout &grid)
{
    const Edited edited = [this] { changed(); };
    m_nth = new NumberField(Text::tr("Which that fits"), 1000, edited);
    m_nth->setObjectName(u"cell-nth"_s);
    m_which = new ChoiceField(Text::tr("Image"),
                              {{Text::tr("the first"), int(hanging::Which::First)},
                               {Text::tr("the middle one"), int(hanging::Which::Middle)},
                               {Text::tr("the last"), int(hanging::Which::Last)},
                               {Text::tr("the first key image"), int(hanging::Which::Key)}},
                              edited);
    m_study = new ChoiceField(Text::tr("Study"), {{Text::tr("the current one"), Current}, {Text::tr("a prior"), Prior}},
                              edited);
    m_study->setObjectName(u"cell-study"_s);
    addFormField(grid, 0, 0, Text::tr("Which that fits"), inARow({m_nth}))->setBuddy(m_nth);
    addFormField(grid, 0, 1, Text::tr("Image"), m_which);
    addFormField(grid, 1, 0, Text::tr("Study"), m_study);
}

void CellForm::buildHow(QGridLayout &grid)
{
    const Edited edited = [this] { changed(); };
    m_zoom = new ChoiceField(Text::tr("Scale"),
                             {{Text::tr("fitted into the view"), int(hanging::Zoom::Fit)},
                              {Text::tr("the same in all such views"), int(hanging::Zoom::SameScale)},
                              {Text::tr("true size"), int(hanging::Zoom::TrueSize)}},
                             edited);
    m_zoom->setObjectName(u"cell-zoom"_s);
    addWindow(grid, 0);
    addFormField(grid, 1, 0, Text::tr("Scale"), m_zoom);
    addTurn(grid, 2);
    m_linked = new TruthField(Text::tr("Scrolls with the others"), edited);
    grid.addWidget(m_linked, 4, 0, 1, 2);
}

void CellForm::addWindow(QGridLayout &grid, int row)
{
    const Edited edited = [this] { changed(); };
    m_window = new ChoiceField(Text::tr("Window"), {{Text::tr("as the file says"), asTheFileSays}}, edited);
    m_window->setObjectName(u"cell-window"_s);
    const auto windows = protocolWindows();
    for (std::size_t i = 0; i < windows.size(); ++i) {
        QString label = windows[i].name;
        for (const tools::WindowPreset &preset : tools::builtInWindowPresets())
            if (preset.name == windows[i].name)
                label = preset.displayName();
        m_window->addItem(label, int(i));
    }
    m_window->addItem(Text::tr("centre and width"), ownNumbers);
    m_centre = numberField(Text::tr("Centre of the window"), edited);
    m_width = numberField(Text::tr("Width of the window"), edited);
    m_centre->setObjectName(u"cell-centre"_s);
    m_width->setObjectName(u"cell-width"_s);
    m_ownWindow = inARow({besideLabel(Text::tr("Centre")), m_centre, besideLabel(Text::tr("Width")), m_width});
    addFormField(grid, row, 0, Text::tr("Window"), m_window);
    grid.addWidget(m_ownWindow, row, 2, 1, 2);
}

void CellForm::addTurn(QGridLayout &grid, int row)
{
    const Edited edited = [this] { changed(); };
    m_turn = new ChoiceField(Text::tr("Alignment"),
                             {{Text::tr("as stored"), AsStored},
                              {Text::tr("turned"), Turned},
                              {Text::tr("by patient letters"), Letters},
                              {Text::tr("by the chest wall"), ChestWall}},
                             edited);
    m_turn->setObjectName(u"cell-turn"_s);
    addFormField(grid, row, 0, Text::tr("Alignment"), m_turn);
    m_rotation = new ChoiceField(Text::tr("Clockwise"),
                                 {{u"0°"_s, 0}, {u"90°"_s, 90}, {u"180°"_s, 180}, {u"270°"_s, 270}}, edited);
    m_flip = new TruthField(Text::tr("mirrored before"), edited);
    m_turned = inARow({besideLabel(Text::tr("Clockwise")), m_rotation, m_flip});
    m_left = letterField(Text::tr("Letter at the left edge"), edited);
    m_top = letterField(Text::tr("Letter at the upper edge"), edited);
    m_letters = inARow({besideLabel(Text::tr("Left edge")), m_left, besideLabel(Text::tr("Upper edge")), m_top});
    m_chestWall = new ChoiceField(Text::tr("Chest wall"),
                                  {{Text::tr("back to back, by the side"), int(hanging::ChestWall::ByLaterality)},
                                   {Text::tr("to the left"), int(hanging::ChestWall::Left)},
                                   {Text::tr("to the right"), int(hanging::ChestWall::Right)}},
                                  edited);
    grid.addWidget(m_chestWall, row, 3);
    grid.addWidget(m_turned, row + 1, 0, 1, 4);
    grid.addWidget(m_letters, row + 1, 0, 1, 4);
}

void CellForm::set(const hanging::Cell &cell, bool isOfLinkedStage)
{
    m_isOfLinkedStage = isOfLinkedStage;
    m_empty->setChecked(cell.isEmpty);
    m_find->set(cell.find);
    m_nth->setNumber(cell.nth);
    m_study->setChoice(cell.prior ? Prior : Current);
    m_prior->set(cell.prior.value_or(hanging::PriorCondition()));
    m_which->setChoice(int(cell.which));
    int window = cell.window ? ownNumbers : asTheFileSays;
    const QStringList names = protocolWindowNames();
    if (!cell.windowPreset.isEmpty())
        window = int(names.indexOf(cell.windowPreset));
    m_window->setChoice(window);
    m_centre->setText(cell.window ? numberText(cell.window->centre) : u"40"_s);
    m_width->setText(cell.window ? numberText(cell.window->width) : u"400"_s);
    m_zoom->setChoice(int(cell.zoom));
    const bool isTurned = cell.turn.rotationDeg != 0.0 || cell.turn.flipped;
    m_turn->setChoice(cell.chestWall ? ChestWall : cell.edges ? Letters : isTurned ? Turned : AsStored);
    m_rotation->setChoice(int(std::lround(cell.turn.rotationDeg)));
    m_flip->setChecked(cell.turn.flipped);
    m_left->setChoice(letterData(cell.edges ? cell.edges->left : QChar()));
    m_top->setChoice(letterData(cell.edges ? cell.edges->top : QChar()));
    m_chestWall->setChoice(int(cell.chestWall.value_or(hanging::ChestWall::ByLaterality)));
    m_linked->setChecked(cell.isLinked);
    showParts();
}

void CellForm::setOfLinkedStage(bool isOfLinkedStage)
{
    m_isOfLinkedStage = isOfLinkedStage;
    showParts();
}

hanging::Cell CellForm::get() const
{
    hanging::Cell cell;
    if (m_empty->isChecked()) {
        cell.isEmpty = true; // nothing else is said of it
        return cell;
    }
    cell.find = m_find->get();
    cell.nth = m_nth->number().value_or(1);
    if (m_study->choice() == Prior)
        cell.prior = m_prior->get();
    cell.which = hanging::Which(m_which->choice());
    collectWindow(cell);
    cell.zoom = hanging::Zoom(m_zoom->choice());
    collectTurn(cell);
    cell.isLinked = m_linked->isChecked(); // also while the stage links otherwise: it may come back to it
    return cell;
}

void CellForm::collectWindow(hanging::Cell &cell) const
{
    const auto numberOf = [](const QLineEdit &field) {
        bool isNumber = false;
        const double number = field.text().toDouble(&isNumber);
        return isNumber ? number : std::nan(""); // what is not typed yet is no 0
    };
    const int window = m_window->choice();
    if (window >= 0)
        cell.windowPreset = protocolWindowNames().value(window);
    else if (window == ownNumbers)
        cell.window = session::Window{numberOf(*m_centre), numberOf(*m_width), session::VoiFunction::Linear};
}

void CellForm::collectTurn(hanging::Cell &cell) const
{
    switch (m_turn->choice()) {
    case Turned:
        cell.turn = {double(m_rotation->choice()), m_flip->isChecked()};
        break;
    case Letters:
        cell.edges = hanging::EdgeWish{letterOf(*m_left), letterOf(*m_top)};
        break;
    case ChestWall:
        cell.chestWall = hanging::ChestWall(m_chestWall->choice());
        break;
    default:
        break;
    }
}

void CellForm::changed()
{
    showParts();
    m_edited();
}

void CellForm::showParts()
{
    m_rest->setVisible(!m_empty->isChecked());
    m_prior->setVisible(m_study->choice() == Prior);
    m_ownWindow->setVisible(m_window->choice() == ownNumbers);
    m_turned->setVisible(m_turn->choice() == Turned);
    m_letters->setVisible(m_turn->choice() == Letters);
    m_chestWall->setVisible(m_turn->choice() == ChestWall);
    m_linked->setVisible(m_isOfLinkedStage);
}

} // namespace consilium::app
