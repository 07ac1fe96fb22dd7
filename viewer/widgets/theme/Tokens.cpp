#include "viewer/widgets/theme/Tokens.h"

namespace consilium::widgets
{
namespace
{

const Tokens dark{
    .view = QColor::fromRgb(0x000000),
    .bg0 = QColor::fromRgb(0x0A0C0F),
    .bg1 = QColor::fromRgb(0x111418),
    .bg2 = QColor::fromRgb(0x181C22),
    .bg3 = QColor::fromRgb(0x222832),
    .line = QColor::fromRgb(0x242A33),
    .line2 = QColor::fromRgb(0x6A7583),
    .t1 = QColor::fromRgb(0xE9EDF2),
    .t2 = QColor::fromRgb(0xB4BDC9),
    .t3 = QColor::fromRgb(0x8792A0),
    .ac = QColor::fromRgb(0x60D1E9),
    .acbg = QColor::fromRgb(0x0F2932),
    .acink = QColor::fromRgb(0x06222B),
    .warn = QColor::fromRgb(0xF5C242),
    .warnbg = QColor::fromRgb(0x33270F),
    .crit = QColor::fromRgb(0xFA7A60),
    .critbg = QColor::fromRgb(0x3A1A13),
    .critink = QColor::fromRgb(0x1F0803),
    .ok = QColor::fromRgb(0x96E2C0),
    .okbg = QColor::fromRgb(0x10302A),
    .ctl = QColor::fromRgb(0xDE70FD),
    .ctlbg = QColor::fromRgb(0x371A42),
    .ctlink = QColor::fromRgb(0x26052E),
};

const Tokens light{
    .view = QColor::fromRgb(0x000000),
    .bg0 = QColor::fromRgb(0xDFE4EA),
    .bg1 = QColor::fromRgb(0xF5F7F9),
    .bg2 = QColor::fromRgb(0xFFFFFF),
    .bg3 = QColor::fromRgb(0xE6EBF0),
    .line = QColor::fromRgb(0xD0D7DF),
    .line2 = QColor::fromRgb(0x76818E),
    .t1 = QColor::fromRgb(0x14181D),
    .t2 = QColor::fromRgb(0x3F4954),
    .t3 = QColor::fromRgb(0x5C6773),
    .ac = QColor::fromRgb(0x04608A),
    .acbg = QColor::fromRgb(0xD5E9F3),
    .acink = QColor::fromRgb(0xFFFFFF),
    .warn = QColor::fromRgb(0x965802),
    .warnbg = QColor::fromRgb(0xFFF0CF),
    .crit = QColor::fromRgb(0x8D0F21),
    .critbg = QColor::fromRgb(0xFBE1E2),
    .critink = QColor::fromRgb(0xFFFFFF),
    .ok = QColor::fromRgb(0x177251),
    .okbg = QColor::fromRgb(0xDDF3EA),
    .ctl = QColor::fromRgb(0x951CD2),
    .ctlbg = QColor::fromRgb(0xF5E3FC),
    .ctlink = QColor::fromRgb(0xFFFFFF),
};

} // namespace

const Tokens &tokens(Scheme scheme)
{
    return scheme == Scheme::Dark ? dark : light;
}

Scheme schemeOf(const QPalette &palette)
{
    // Text, not background: a viewport's background is black in both schemes.
    return palette.color(QPalette::Active, QPalette::WindowText).lightness() > 127 ? Scheme::Dark : Scheme::Light;
}

const Tokens &tokens(const QPalette &palette)
{
    return tokens(schemeOf(palette));
}

QPalette makePalette(const Tokens &t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &colour) { p.setColor(QPalette::All, role, colour); };
    set(QPalette::Window, t.bg0);
    set(QPalette::Base, t.bg0);
    set(QPalette::AlternateBase, t.bg1);
    set(QPalette::Button, t.bg2);
    set(QPalette::WindowText, t.t1);
    set(QPalette::Text, t.t1);
    set(QPalette::ButtonText, t.t1);
    set(QPalette::BrightText, t.t1);
    set(QPalette::PlaceholderText, t.t3);
    set(QPalette::Highlight, t.acbg);
    set(QPalette::HighlightedText, t.t1);
    set(QPalette::Link, t.ac);
    set(QPalette::LinkVisited, t.ac);
    set(QPalette::ToolTipBase, t.bg3);
    set(QPalette::ToolTipText, t.t1);
    set(QPalette::Light, t.bg3);
    set(QPalette::Midlight, t.bg3);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line2);
    set(QPalette::Shadow, t.bg0);
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.t3);
    return p;
}

} // namespace consilium::widgets
