#pragma once
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace consilium::test
{

/// Phantoms, made once: a study with documents, one with outlines, one whose slices are not all there.
class Studies
{
public:
    Studies()
    {
        const QStringList head{u"--kind"_s, u"head"_s,      u"--slices"_s, u"24"_s,        u"--rows"_s,
                               u"64"_s,     u"--columns"_s, u"64"_s,       u"--patient"_s, u"MOTI^YANSHI=模体^演示"_s};
        const auto of = [&](const char *patient) {
            return head + QStringList{u"--patient-id"_s, QString::fromLatin1(patient)};
        };
        isMade = make(u"plain"_s, of("TEST-DOCUMENTS")) &&
                 make(u"missing"_s, of("TEST-MISSING") + QStringList{u"--variant"_s, u"missing"_s}) &&
                 make(u"outlined"_s, of("TEST-OUTLINED")) &&
                 run(phantomTool(), {u"outline"_s, path(u"outlined"_s), u"--out"_s, path(u"outlined"_s)}) &&
                 run(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/documents.py"),
                                             path(u"plain"_s), path(u"documents/documents"_s)});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    static const Studies &all()
    {
        static const Studies made;
        return made;
    }
    bool isMade = false;

private:
    [[nodiscard]] static QString phantomTool()
    {
        return qEnvironmentVariable("CONSILIUM_BIN") + u"/consilium-phantom"_s;
    }
    [[nodiscard]] bool make(const QString &name, const QStringList &options) const
    {
        return run(phantomTool(), QStringList{u"generate"_s, u"--out"_s, path(name)} + options);
    }
    [[nodiscard]] static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }
    QTemporaryDir m_folder;
};

} // namespace consilium::test
