#include "tests/bench/Program.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

Program::Program(const QStringList &arguments)
{
    m_clock.start();
    m_process.start(QCoreApplication::applicationDirPath() + u"/consilium"_s,
                    QStringList{u"--profile"_s, m_profile.path(), u"--language"_s, u"en"_s} + arguments);
}

Program::~Program()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

std::optional<double> Program::waitForLine(const QByteArray &text, int timeoutMs)
{
    while (m_clock.elapsed() < timeoutMs) {
        const bool isReady = m_process.waitForReadyRead(100);
        m_output += m_process.readAllStandardOutput();
        if (m_output.contains(text))
            return double(m_clock.nsecsElapsed()) / 1e6;
        if (!isReady && m_process.state() == QProcess::NotRunning)
            break;
    }
    return std::nullopt;
}

std::optional<double> Program::between(const QString &first, const QString &second) const
{
    std::optional<double> begin, end;
    for (const QByteArray &line : m_output.split('\n')) {
        const QJsonObject said = QJsonDocument::fromJson(line).object();
        const QString milestone = said[u"milestone"_s].toString();
        if (milestone == first)
            begin = said[u"ms"_s].toDouble();
        else if (milestone == second)
            end = said[u"ms"_s].toDouble();
    }
    return begin && end ? std::optional(*end - *begin) : std::nullopt;
}

std::int64_t Program::peakBytes() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    return -1;
}

QString Program::problem()
{
    const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    return said.isEmpty() ? u"the program did not get there in time"_s : said.section(u'\n', 0, 2);
}

} // namespace consilium::bench
