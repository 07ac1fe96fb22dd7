#pragma once
#include "tests/support/LocalArchive.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace consilium::test
{

/// The program, phantoms of known truth and a private archive that holds them: made once for all scenario tests.
class Workplace
{
public:
    Workplace();

    [[nodiscard]] const QString &problem() const { return m_problem; } ///< why nothing can be run; empty: it can
    [[nodiscard]] QString url() const; ///< of the archive; empty where none is installed
    /// Folder of a phantom: "head", "missing", "position", "oblique", "marker".
    [[nodiscard]] QString phantom(const QString &name) const;
    /// There is a phantom "video": the program ffmpeg could encode one.
    [[nodiscard]] bool hasVideo() const;
    /// Puts a folder of DICOM files into the archive, by STOW-RS.
    [[nodiscard]] bool send(const QString &folder);
    /// The same by Orthanc's own call: its STOW-RS refuses some files whose pixels it serves well.
    [[nodiscard]] bool put(const QString &folder);

    struct Run {
        int exitCode = -1;
        QByteArray out, err;
        QString folder;  ///< of captures
        QString logFile; ///< of envelopes
    };
    /// consilium --scenario FILE --headless, with variables.
    [[nodiscard]] Run run(const QString &scenarioFile, const std::map<QString, QString> &variables,
                          const QStringList &more = {});
    /// The same with a scenario written here.
    [[nodiscard]] Run runText(const QString &name, const QString &text,
                              const std::map<QString, QString> &variables = {});

    /// The same, writing to a disk of `bytes` of which every one is taken: a file system in memory, of this program
    /// alone. `out` ends with the names of what lies there afterwards. Exit code -1 where the system permits no such
    /// thing.
    [[nodiscard]] Run runOnFullDisk(const QString &name, const QString &text,
                                    const std::map<QString, QString> &variables = {}, int bytes = 16'384);

    [[nodiscard]] static Workplace &shared(); ///< one for the test binary

private:
    [[nodiscard]] Run start(const QString &program, const QStringList &before, const QString &scenarioFile,
                            const std::map<QString, QString> &variables, const QStringList &more);
    [[nodiscard]] QString written(const QString &name, const QString &text) const;
    bool generate(const QString &name, const QStringList &options);
    bool generateLinked();
    bool generateFusion();
    bool generateAligned();
    bool generateSyntaxes();
    void makeVideos();
    bool makeDocuments(const QStringList &small);
    bool tool(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_problem;
    std::unique_ptr<LocalArchive> m_archive;
    int m_runs = 0;
};

/// Replays a run's log in the three other ways; empty when all end in the same state, else what is wrong.
[[nodiscard]] QString replayProblem(const QString &logFile);

} // namespace consilium::test

/// The workplace called `name`, or fails the test.
#define REQUIRE_WORKPLACE(name)                                                                                        \
    consilium::test::Workplace &name = consilium::test::Workplace::shared();                                           \
    QVERIFY2(name.problem().isEmpty(), qPrintable(name.problem()));
