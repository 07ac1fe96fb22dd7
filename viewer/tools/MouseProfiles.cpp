#include "viewer/tools/MouseProfiles.h"

#include "viewer/tools/WindowPresets.h"

#include <QCoreApplication>

namespace consilium::tools
{
using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(MouseProfiles)
};

} // namespace

QString MouseProfile::displayName() const
{
    if (name == u"pacs")
        return Text::tr("PACS-like");
    return name == u"osirix" ? Text::tr("OsiriX-like") : Text::tr("My own");
}

QString MouseProfile::description() const
{
    if (name == u"pacs")
        return Text::tr("Left scrolls through the stack, right sets the window, middle pans.");
    if (name == u"osirix")
        return Text::tr("Left sets the window, right zooms, middle pans; modifiers change what left does.");
    return Text::tr("Choose the tool for each button yourself.");
}

const std::vector<MouseProfile> &mouseProfiles()
{
    static const std::vector<MouseProfile> all{{u"own"_s, builtInBindings()},
                                               {u"pacs"_s, builtInFile(u"mouse-pacs.json"_s)},
                                               {u"osirix"_s, builtInFile(u"mouse-osirix.json"_s)}};
    return all;
}

} // namespace consilium::tools
