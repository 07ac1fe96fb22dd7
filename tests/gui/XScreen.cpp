#include "tests/gui/XScreen.h"

#include <QKeySequence>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <vector>

#include <csignal>
#include <sys/prctl.h>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

using namespace Qt::StringLiterals;

namespace consilium::test
{

namespace
{

constexpr int kServerMs = 30'000;
// A hand rests for moments like these; a program that needs none of them is not slowed by them.
constexpr int kStepMs = 4, kRestMs = 40, kStepPixels = 12;

template<typename T>
struct Free {
    void operator()(T *reply) const { std::free(reply); }
};
template<typename T>
using Reply = std::unique_ptr<T, Free<T>>;

/// Symbols of X's keysymdef.h.
constexpr unsigned kShift = 0xffe1, kControl = 0xffe3, kAlt = 0xffe9;

unsigned symbolOf(int key)
{
    static const std::map<int, unsigned> named{
        {Qt::Key_Return, 0xff0d}, {Qt::Key_Escape, 0xff1b}, {Qt::Key_Backspace, 0xff08}, {Qt::Key_Delete, 0xffff},
        {Qt::Key_Left, 0xff51},   {Qt::Key_Up, 0xff52},     {Qt::Key_Right, 0xff53},     {Qt::Key_Down, 0xff54}};
    if (const auto it = named.find(key); it != named.end())
        return it->second;
    return key >= Qt::Key_A && key <= Qt::Key_Z ? unsigned(key - Qt::Key_A + 'a') : unsigned(key); // Latin-1 is itself
}

} // namespace

bool XScreen::isInstalled()
{
    return !QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty();
}

XScreen::XScreen(QSize size) : m_size(size)
{
    // It goes with this program, however that ends.
    m_server.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"%1x%2x24"_s.arg(size.width()).arg(size.height()),
                    u"+extension"_s, u"GLX"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(kServerMs)) {
            m_problem = u"Xvfb says no display: "_s + m_server.errorString();
            return;
        }
    }
    m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
    m_connection = xcb_connect(m_name.toLatin1().constData(), nullptr);
    if (xcb_connection_has_error(m_connection)) {
        m_problem = u"no connection to the display "_s + m_name;
        return;
    }
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const Reply<xcb_test_get_version_reply_t> version(
        xcb_test_get_version_reply(m_connection, xcb_test_get_version(m_connection, 2, 2), nullptr));
    if (!version)
        m_problem = u"the display has no XTEST"_s;
}

XScreen::~XScreen()
{
    if (m_connection)
        xcb_disconnect(m_connection);
    m_server.terminate();
    m_server.waitForFinished(kServerMs);
}

bool XScreen::placeWindow(QPoint upperLeft) const
{
    const Reply<xcb_query_tree_reply_t> tree(
        xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr));
    if (!tree)
        return false;
    xcb_window_t largest = 0;
    int area = 100'000; // the small ones are helpers that nobody sees
    const xcb_window_t *children = xcb_query_tree_children(tree.get());
    for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
        const Reply<xcb_get_geometry_reply_t> geometry(
            xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, children[i]), nullptr));
        if (!geometry || geometry->width * geometry->height < area)
            continue;
        area = geometry->width * geometry->height;
        largest = children[i];
    }
    if (!largest)
        return false;
    const std::array<std::uint32_t, 2> place{std::uint32_t(upperLeft.x()), std::uint32_t(upperLeft.y())};
    xcb_configure_window(m_connection, largest, XCB_CONFIG_WINDOW_X | XCB_CONFIG_WINDOW_Y, place.data());
    xcb_set_input_focus(m_connection, XCB_INPUT_FOCUS_PARENT, largest, XCB_CURRENT_TIME);
    xcb_flush(m_connection);
    QTest::qWait(10 * kRestMs); // until the program knows
    return true;
}

QImage XScreen::picture() const
{
    const auto width = std::uint16_t(m_size.width()), height = std::uint16_t(m_size.height());
    const Reply<xcb_get_image_reply_t> image(xcb_get_image_reply(
        m_connection,
        xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, 0, 0, width, height, ~std::uint32_t(0)),
        nullptr));
    if (!image || std::size_t(xcb_get_image_data_length(image.get())) < std::size_t(width) * height * 4)
        return {};
    return QImage(xcb_get_image_data(image.get()), width, height, width * 4, QImage::Format_RGB32).copy();
}

void XScreen::fake(int type, int detail, QPoint at) const
{
    xcb_test_fake_input(m_connection, std::uint8_t(type), std::uint8_t(detail), XCB_CURRENT_TIME, m_root,
                        std::int16_t(at.x()), std::int16_t(at.y()), 0);
    // An answer comes when the server has done what was asked before.
    const Reply<xcb_get_input_focus_reply_t> done(
        xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
    Q_UNUSED(done);
}

void XScreen::move(QPoint to) const
{
    fake(XCB_MOTION_NOTIFY, 0, to);
}

void XScreen::press(Button button) const
{
    fake(XCB_BUTTON_PRESS, button);
}

void XScreen::release(Button button) const
{
    fake(XCB_BUTTON_RELEASE, button);
}

void XScreen::click(QPoint at, Button button) const
{
    move(at);
    QTest::qWait(kRestMs);
    press(button);
    release(button);
    QTest::qWait(kRestMs);
}

void XScreen::glide(QPoint from, QPoint to) const
{
    const int steps = std::max(1, (to - from).manhattanLength() / kStepPixels);
    for (int i = 1; i <= steps; ++i) {
        move(from + (to - from) * i / steps);
        QTest::qWait(kStepMs);
    }
}

void XScreen::drag(QPoint from, QPoint to, Button button) const
{
    move(from);
    QTest::qWait(kRestMs);
    press(button);
    glide(from, to);
    QTest::qWait(kRestMs);
    release(button);
    QTest::qWait(kRestMs);
}

int XScreen::keyCode(unsigned symbol, bool *shifted) const
{
    const xcb_setup_t *setup = xcb_get_setup(m_connection);
    const int first = setup->min_keycode, count = setup->max_keycode - first + 1;
    const Reply<xcb_get_keyboard_mapping_reply_t> map(xcb_get_keyboard_mapping_reply(
        m_connection, xcb_get_keyboard_mapping(m_connection, std::uint8_t(first), std::uint8_t(count)), nullptr));
    if (!map)
        return 0;
    const xcb_keysym_t *symbols = xcb_get_keyboard_mapping_keysyms(map.get());
    for (const int level : {0, 1}) {
        for (int i = 0; i < count; ++i) {
            if (level >= map->keysyms_per_keycode || symbols[i * map->keysyms_per_keycode + level] != symbol)
                continue;
            *shifted = level == 1;
            return first + i;
        }
    }
    return 0;
}

bool XScreen::key(const QString &keys) const
{
    const QKeyCombination one = QKeySequence(keys, QKeySequence::PortableText)[0];
    bool shifted = false, none = false;
    const int code = keyCode(symbolOf(one.key()), &shifted);
    std::vector<int> held;
    if (shifted || one.keyboardModifiers().testFlag(Qt::ShiftModifier))
        held.push_back(keyCode(kShift, &none));
    if (one.keyboardModifiers().testFlag(Qt::ControlModifier))
        held.push_back(keyCode(kControl, &none));
    if (one.keyboardModifiers().testFlag(Qt::AltModifier))
        held.push_back(keyCode(kAlt, &none));
    if (!code || std::find(held.begin(), held.end(), 0) != held.end())
        return false;
    for (const int modifier : held)
        fake(XCB_KEY_PRESS, modifier);
    fake(XCB_KEY_PRESS, code);
    fake(XCB_KEY_RELEASE, code);
    for (auto it = held.rbegin(); it != held.rend(); ++it)
        fake(XCB_KEY_RELEASE, *it);
    QTest::qWait(kRestMs);
    return true;
}

bool XScreen::type(const QString &text) const
{
    return std::all_of(text.begin(), text.end(), [this](QChar letter) {
        return key(letter == u' ' ? u"Space"_s : letter.isUpper() ? u"Shift+"_s + letter : QString(letter.toUpper()));
    });
}

} // namespace consilium::test
