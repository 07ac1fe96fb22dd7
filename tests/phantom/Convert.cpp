#include "tests/phantom/CommandLine.h"
#include "tests/phantom/Commands.h"
#include "tests/phantom/DicomWriter.h"
#include "tests/phantom/InVesalius.h"

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

int runConvertInvesalius(const QStringList &arguments)
{
    CommandLine line(arguments, {u"out"_s, u"syntax"_s, u"patient"_s, u"patient-id"_s, u"threads"_s}, {});
    ConvertOptions options;
    line.require(u"out"_s);
    if (line.positional().size() != 1)
        line.complain(u"convert-invesalius needs one FILE.inv3"_s);
    options.syntax = line.text(u"syntax"_s, options.syntax);
    if (!syntaxNames().contains(options.syntax))
        line.complain(u"--syntax must be one of %1"_s.arg(syntaxNames().join(u", "_s)));
    options.threads = line.integer(u"threads"_s, 0, 1, 256);
    if (!line.complaint().isEmpty())
        return wrongUse(line.complaint());
    options.folder = line.text(u"out"_s);
    options.patientName = line.text(u"patient"_s, options.patientName);
    options.patientId = line.text(u"patient-id"_s, options.patientId);
    const Result<InVesaliusProject> project = readInVesalius(line.positional().first());
    if (!project)
        return failed(project.error());
    const Result<int> made = convertInVesalius(*project, options);
    if (!made)
        return failed(made.error());
    printLine(u"%1 files in %2"_s.arg(*made).arg(options.folder));
    return 0;
}

} // namespace consilium::phantom
