#include "tests/bench/Suite.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    using namespace consilium::bench;
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures what a reader waits for, beside what the machine allows. Groups: open decode folder scroll memory worklist reading."_s);
    const QCommandLineOption json(u"json"_s, u"A JSON object a line."_s);
    const QCommandLineOption work(u"work"_s, u"Folder for the archive and its studies."_s, u"DIR"_s, u"build/bench"_s);
    const QCommandLineOption slices(u"slices"_s, u"Slices of the usual series."_s, u"N"_s, u"400"_s);
    const QCommandLineOption many(u"many"_s, u"Slices of the long series; 0 leaves it out."_s, u"N"_s, u"2000"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often what is short is measured."_s, u"N"_s, u"5"_s);
    parser.addOptions({json, work, slices, many, rounds});
    parser.addHelpOption();
    parser.addPositionalArgument(u"group"_s, u"What to measure; all when none is named."_s, u"[GROUP...]"_s);
    parser.process(application);

    using Group = void (*)(Suite &);
    const std::vector<std::pair<QString, Group>> groups = {{u"open"_s, benchOpen},      {u"decode"_s, benchDecode},
                                                           {u"folder"_s, benchFolder},  {u"scroll"_s, benchScroll},
                                                           {u"memory"_s, benchMemory},  {u"worklist"_s, benchWorklist},
                                                           {u"reading"_s, benchReading}};
    const QStringList wanted = parser.positionalArguments();
    for (const QString &name : wanted) {
        const bool known =
            std::any_of(groups.begin(), groups.end(), [&](const auto &group) { return group.first == name; });
        if (!known) {
            std::fprintf(stderr, "consilium-bench: no group %s (open decode folder scroll memory worklist reading)\n",
                         qPrintable(name));
            return 2;
        }
    }
    Report report(parser.isSet(json));
    const QString folder = QDir(parser.value(work)).absolutePath();
    BenchStudies studies(folder);
    if (const auto started = studies.start(); !started) {
        std::fprintf(stderr, "consilium-bench: no archive: %s\n", qPrintable(started.error().detail));
        return 1;
    }
    Suite suite{report,
                studies,
                folder,
                parser.value(slices).toInt(),
                parser.value(many).toInt(),
                std::max(1, parser.value(rounds).toInt())};
    for (const auto &[name, run] : groups)
        if (wanted.isEmpty() || wanted.contains(name))
            run(suite);
    // A goal that is missed is a figure, not a failure of the bench.
    return 0;
}
