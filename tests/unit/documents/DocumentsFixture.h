#pragma once
#include "viewer/dicom/Documents.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace consilium::test
{

[[nodiscard]] inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

[[nodiscard]] inline QByteArray outputOf(const QString &program, const QStringList &arguments,
                                         const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
               ? process.readAllStandardOutput()
               : QByteArray();
}

/// The documents of tests/phantom/documents.py; made once.
class DocumentPhantoms
{
public:
    [[nodiscard]] static const DocumentPhantoms &shared()
    {
        static const DocumentPhantoms one;
        return one;
    }
    [[nodiscard]] bool areThere() const { return m_areThere; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    DocumentPhantoms()
    {
        using namespace Qt::StringLiterals;
        const QString head = m_folder.filePath(u"head"_s);
        const QString tool =
            qEnvironmentVariable("CONSILIUM_BIN", QStringLiteral(CONSILIUM_BUILD_DIR "/bin")) + u"/consilium-phantom"_s;
        (void)outputOf(tool, {u"generate"_s, u"--out"_s, head, u"--kind"_s, u"head"_s, u"--slices"_s, u"24"_s,
                              u"--rows"_s, u"32"_s, u"--columns"_s, u"32"_s, u"--patient"_s, u"MOTI^TOULU=模体^头颅"_s,
                              u"--patient-id"_s, u"TEST-HEAD"_s});
        (void)outputOf(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/documents.py"), head,
                                               m_folder.filePath(u"documents"_s)});
        m_areThere = QFile::exists(path(u"documents/ecg.dcm"_s));
    }
    QTemporaryDir m_folder;
    bool m_areThere = false;
};

} // namespace consilium::test

/// The phantoms called `name`, or fails the test.
#define REQUIRE_DOCUMENTS(name)                                                                                        \
    const auto &name = consilium::test::DocumentPhantoms::shared();                                                    \
    QVERIFY2(name.areThere(), "the phantoms cannot be made");
