#include "app/settings/ConnectionTest.h"

#include "app/settings/CertificateFile.h"
#include "base/ReachReasons.h"
#include "base/TlsReasons.h"
#include "netclient/http/HttpError.h"

#include <QUrl>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// A server answers, and is no archive, or not at this path.
bool isWithoutService(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::NoService:
    case ErrorCode::ProtocolViolation:
        return true;
    default:
        return error.httpStatus == 400 || error.httpStatus == 405 || error.httpStatus == 501;
    }
}

} // namespace

ConnectionTest::ConnectionTest(std::shared_ptr<dicomweb::DicomWebClient> client, const Clock &clock, QObject *parent,
                               MakeClient makeClient)
    : QObject(parent), m_client(std::move(client)), m_makeClient(std::move(makeClient)), m_clock(clock)
{
    const bool encrypted = m_client->config().baseUrl.startsWith("https:"_L1);
    m_lines.push_back({Step::Host});
    m_lines.push_back({Step::Reach});
    if (encrypted)
        m_lines.push_back({Step::Encrypt});
    m_lines.push_back({Step::SignIn});
    m_lines.push_back({Step::Search});
    m_lines.push_back({Step::FetchImage});
    m_waitTimer.setInterval(250);
    connect(&m_waitTimer, &QTimer::timeout, this, &ConnectionTest::showWait);
}

ConnectionTest::~ConnectionTest()
{
    m_cancel.cancel();
}

void ConnectionTest::start()
{
    m_beganNs = m_clock.steadyNs();
    const dicomweb::ArchiveConfig &config = m_client->config();
    if (config.baseUrl.startsWith("https:"_L1)) {
        if (const auto authority = checkCertificateFile(config.caFile); !authority) {
            failAt(Step::Encrypt, authority.error());
            return;
        }
    }
    m_waitTimer.start();
    m_lines.front().outcome = Outcome::Running;
    dicomweb::StudyQuery query;
    query.limit = 1;
    m_client->searchStudies(query, Priority::Interactive, m_cancel)
        .then(this, [this](const Result<dicomweb::StudyPage> &page) { takeStudies(page); });
    Q_EMIT changed();
}

// An archive that is overloaded is asked again: who waits shall know what for.
void ConnectionTest::showWait()
{
    const auto running =
        std::find_if(m_lines.begin(), m_lines.end(), [](const Line &l) { return l.outcome == Outcome::Running; });
    if (running == m_lines.end())
        return;
    QString note;
    if (const auto wait = m_client->waitingFor())
        note = tr("%1 Trying again in %2 s.").arg(userMessage(*wait)).arg((wait->retryAfterMs + 999) / 1000);
    const bool isNew = running->step < Step::Search && !note.isEmpty();
    Line &shown = isNew ? line(Step::Search) : *running;
    if (isNew) { // whoever asks to wait has been reached; whether it has looked at the sign-in nobody knows
        for (Line &before : m_lines)
            if (before.step < Step::SignIn)
                before.outcome = Outcome::Passed;
        shown.outcome = Outcome::Running;
    }
    if (std::exchange(shown.note, note) != note || isNew)
        Q_EMIT changed();
}

void ConnectionTest::takeStudies(const Result<dicomweb::StudyPage> &page)
{
    if (!page) {
        if (m_makeClient && isOfRoot() && isWithoutService(page.error()))
            tryUsualPath(page.error());
        else
            failAt(stepOf(page.error()), page.error());
        return;
    }
    passUpTo(Step::Search, elapsedMs());
    if (page->studies.empty()) {
        line(Step::FetchImage).outcome = Outcome::Skipped;
        line(Step::FetchImage).note = tr("The archive is empty.");
        end();
        return;
    }
    line(Step::FetchImage).outcome = Outcome::Running;
    m_beganNs = m_clock.steadyNs();
    const StudyUid study(page->studies.front().text(tags::StudyInstanceUid));
    m_client->searchSeries(study, Priority::Interactive, m_cancel)
        .then(this, [this, study](const Result<std::vector<Attributes>> &series) { takeSeries(study, series); });
    Q_EMIT changed();
}

bool ConnectionTest::isOfRoot() const
{
    const QString path = QUrl(m_client->config().baseUrl).path();
    return path.isEmpty() || path == "/"_L1;
}

void ConnectionTest::tryUsualPath(const Error &error)
{
    dicomweb::ArchiveConfig config = m_client->config();
    config.baseUrl += u"/dicom-web"_s;
    m_usual = m_makeClient(config);
    dicomweb::StudyQuery query;
    query.limit = 1;
    m_usual->searchStudies(query, Priority::Interactive, m_cancel)
        .then(this, [this, error, url = config.baseUrl](const Result<dicomweb::StudyPage> &page) {
            if (page)
                m_foundAt = url;
            failAt(stepOf(error), error);
        });
}

void ConnectionTest::takeSeries(const StudyUid &study, const Result<std::vector<Attributes>> &series)
{
    if (!series || series->empty()) {
        failAt(Step::FetchImage, series ? Error{ErrorCode::NotFound, u"no series"_s} : series.error());
        return;
    }
    // The shortest series that can hold images: listing it costs least.
    const auto count = [](const Attributes &a) {
        const QString modality = a.text(tags::Modality);
        const bool images = modality != "SR"_L1 && modality != "PR"_L1 && modality != "KO"_L1;
        return a.integer(tags::NumberOfSeriesRelatedInstances).value_or(1'000'000) + (images ? 0 : 10'000'000);
    };
    const auto shortest = std::min_element(series->begin(), series->end(),
                                           [&](const auto &a, const auto &b) { return count(a) < count(b); });
    const SeriesUid uid(shortest->text(tags::SeriesInstanceUid));
    m_client->searchInstances(study, uid, Priority::Interactive, m_cancel)
        .then(this, [this, study, uid](const Result<std::vector<Attributes>> &instances) {
            takeInstances(study, uid, instances);
        });
}

void ConnectionTest::takeInstances(const StudyUid &study, const SeriesUid &series,
                                   const Result<std::vector<Attributes>> &instances)
{
    if (!instances || instances->empty()) {
        failAt(Step::FetchImage, instances ? Error{ErrorCode::NotFound, u"no instance"_s} : instances.error());
        return;
    }
    const SopInstanceUid sop(instances->front().text(tags::SopInstanceUid));
    m_client->fetchFrame(study, series, sop, 0, Priority::Interactive, m_cancel)
        .then(this, [this](const Result<dicomweb::EncodedFrame> &frame) {
            if (!frame) {
                failAt(Step::FetchImage, frame.error());
                return;
            }
            passUpTo(Step::FetchImage, elapsedMs());
            end();
        });
}

// Steps that a success implies have passed too; the time belongs to the last.
void ConnectionTest::passUpTo(Step last, int ms)
{
    for (Line &line : m_lines) {
        if (line.step > last)
            break;
        line.outcome = Outcome::Passed;
        line.note.clear();
        if (line.step == last)
            line.ms = ms;
    }
    Q_EMIT changed();
}

void ConnectionTest::failAt(Step step, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_failed = true;
    m_error = error;
    for (Line &line : m_lines)
        judge(line, step, error);
    if (error.code != ErrorCode::FileUnreadable)
        line(step).ms = elapsedMs();
    end();
}

// No tick for what was not proven.
void ConnectionTest::judge(Line &line, Step failed, const Error &error) const
{
    line.outcome = line.step == failed ? Outcome::Failed : Outcome::Skipped;
    line.note.clear();
    if (line.step == failed)
        return;
    if (line.step > failed)
        line.note = tr("Not tried: the step before failed.");
    else if (error.code == ErrorCode::FileUnreadable) // without a usable authority nobody was called
        line.note = tr("Not tried: the certificate authority comes first.");
    else if (line.step == Step::SignIn && failed == Step::Search) // a web page, a redirect, an error: whoever asks
        line.note = tr("Not checked: no archive has looked at it.");
    else if (line.step == Step::Host && error.code == ErrorCode::HostUnreachable &&
             !error.detail.endsWith(reachReason::portClosed))
        line.note = tr("Not checked.");
    else
        line.outcome = Outcome::Passed;
}

void ConnectionTest::end()
{
    m_waitTimer.stop();
    m_finished = true;
    Q_EMIT changed();
    Q_EMIT finished();
}

int ConnectionTest::elapsedMs() const
{
    return int((m_clock.steadyNs() - m_beganNs) / 1'000'000);
}

ConnectionTest::Line &ConnectionTest::line(Step step)
{
    const auto it = std::find_if(m_lines.begin(), m_lines.end(), [step](const Line &l) { return l.step == step; });
    return it != m_lines.end() ? *it : m_lines.back();
}

ConnectionTest::Step stepOf(const Error &error)
{
    if (http::tlsFaultOf(error) != http::TlsFault::None)
        return ConnectionTest::Step::Encrypt;
    if (error.detail.endsWith(tlsReason::maybeWanted))
        return ConnectionTest::Step::Reach;
    for (const QLatin1StringView reason :
         {reachReason::nameUnknown, reachReason::noRoute, reachReason::noAnswer, reachReason::proxyAway,
          reachReason::proxySignIn, reachReason::proxyRefuses, reachReason::proxyNoWay})
        if (error.detail.endsWith(reason))
            return ConnectionTest::Step::Host;
    switch (error.code) {
    case ErrorCode::HostUnreachable:
    case ErrorCode::Timeout:
    case ErrorCode::ConnectionLost:
        return ConnectionTest::Step::Reach;
    case ErrorCode::TlsUntrusted:
    case ErrorCode::FileUnreadable: // of the certificate authority
        return ConnectionTest::Step::Encrypt;
    case ErrorCode::SignInRequired:
    case ErrorCode::Forbidden:
        return ConnectionTest::Step::SignIn;
    default:
        return ConnectionTest::Step::Search;
    }
}

QString stepName(ConnectionTest::Step step)
{
    switch (step) {
    case ConnectionTest::Step::Host:
        return ConnectionTest::tr("Computer reachable");
    case ConnectionTest::Step::Reach:
        return ConnectionTest::tr("Port answers");
    case ConnectionTest::Step::Encrypt:
        return ConnectionTest::tr("Encryption");
    case ConnectionTest::Step::SignIn:
        return ConnectionTest::tr("Sign-in");
    case ConnectionTest::Step::Search:
        return ConnectionTest::tr("Search for a study");
    case ConnectionTest::Step::FetchImage:
        return ConnectionTest::tr("Fetch an image");
    }
    return {};
}

namespace
{

QString certificateAdvice(const QString &detail)
{
    if (detail.endsWith(tlsReason::expired))
        return ConnectionTest::tr("If the date of this computer is right, the archive needs a new certificate. Ask the "
                                  "archive's administrator.");
    if (detail.endsWith(tlsReason::notYetValid))
        return ConnectionTest::tr("Check the date and time of this computer, or ask the archive's administrator.");
    if (detail.endsWith(tlsReason::wrongName))
        return ConnectionTest::tr("Enter the host name that the certificate is for, or ask the archive's administrator "
                                  "whether the address is right.");
    if (detail.endsWith(tlsReason::selfSigned))
        return ConnectionTest::tr("If it is the right server, ask the archive's administrator for the file of its "
                                  "certificate and choose it above.");
    return ConnectionTest::tr("If the hospital has a certificate authority of its own, choose its file above.");
}

/// Of a proxy between this computer and the archive; nothing: it is not about one.
std::optional<ConnectionAdvice> proxyAdvice(const Error &error)
{
    const auto is = [&](QLatin1StringView reason) { return error.detail.endsWith(reason); };
    const QString headline = userMessage(error);
    if (is(reachReason::proxyAway))
        return {{headline, ConnectionTest::tr("Check the address of the proxy in the settings of this computer, or "
                                              "whether it is meant to be used for the archive. Ask the network's "
                                              "administrator.")}};
    if (is(reachReason::proxySignIn))
        return {{headline, ConnectionTest::tr("The password of the archive does not help there. Ask the network's "
                                              "administrator to let this computer reach the archive without the "
                                              "proxy, or how to sign in to it.")}};
    if (is(reachReason::proxyRefuses))
        return {{headline, ConnectionTest::tr("Ask the network's administrator to allow this address, or to let this "
                                              "computer reach the archive without the proxy.")}};
    if (is(reachReason::proxyNoWay))
        return {{headline, ConnectionTest::tr("Check host name and port of the address. If they are right, the archive "
                                              "is off, or is to be reached without the proxy: ask the network's "
                                              "administrator.")}};
    return std::nullopt;
}

ConnectionAdvice reachAdvice(const Error &error)
{
    if (const auto advice = proxyAdvice(error))
        return *advice;
    if (error.detail.endsWith(reachReason::nameUnknown))
        return {ConnectionTest::tr("No computer with this name can be found."),
                ConnectionTest::tr("Check the spelling of the host name, and whether this computer is in the right "
                                   "network.")};
    if (error.detail.endsWith(reachReason::portClosed))
        return {ConnectionTest::tr("The computer is there, but nothing answers at this port."),
                ConnectionTest::tr("Check the port of the address, and whether the archive is running.")};
    if (error.detail.endsWith(reachReason::noRoute) || error.detail.endsWith(reachReason::noAnswer))
        return {ConnectionTest::tr("The computer at this address cannot be reached."),
                ConnectionTest::tr("Check the address, whether the computer is switched on, and whether a firewall or "
                                   "another network lies in between.")};
    return {userMessage(error), ConnectionTest::tr("Check host name and port, and whether the archive is running.")};
}

} // namespace

ConnectionAdvice connectionAdvice(const Error &error, bool isOfRoot)
{
    switch (http::tlsFaultOf(error)) {
    case http::TlsFault::NotSpoken:
        return {ConnectionTest::tr("This server does not speak TLS."),
                ConnectionTest::tr("Try the address with http://, or ask for the port of the encrypted service.")};
    case http::TlsFault::Handshake:
        return {ConnectionTest::tr("No encrypted connection could be agreed on."),
                ConnectionTest::tr("The server may want another version of TLS or a client certificate. Ask the "
                                   "archive's administrator.")};
    case http::TlsFault::None:
        break;
    }
    if (error.detail.endsWith(tlsReason::maybeWanted))
        return {
            ConnectionTest::tr("The server at this address does not answer in HTTP."),
            ConnectionTest::tr("If the archive encrypts, try the address with https://. Else check the port, or ask "
                               "the archive's administrator.")};
    const QString headline = userMessage(error);
    const ConnectionAdvice otherPath{
        ConnectionTest::tr("A server answers, but there is no DICOMweb service at this path."),
        ConnectionTest::tr("Check the end of the address; it is often /dicom-web or /dcm4chee-arc/aets/NAME/rs.")};
    if (isOfRoot && isWithoutService(error))
        return otherPath;
    switch (error.code) {
    case ErrorCode::HostUnreachable:
        return reachAdvice(error);
    case ErrorCode::Timeout:
    case ErrorCode::ConnectionLost:
        return {headline,
                ConnectionTest::tr("Something answers at this address, but not in time. Check the port, or ask the "
                                   "archive's administrator.")};
    case ErrorCode::TlsUntrusted:
        return {headline, certificateAdvice(error.detail)};
    case ErrorCode::FileUnreadable:
        return {ConnectionTest::tr("The file of the certificate authority cannot be used."),
                ConnectionTest::tr("Choose a PEM file with a certificate, or leave the field empty.")};
    case ErrorCode::SignInRequired:
        if (error.given == Error::Given::Nothing)
            return {headline, ConnectionTest::tr("Choose how to sign in above. Ask the archive's administrator.")};
        if (error.given == Error::Given::Token)
            return {headline,
                    ConnectionTest::tr("It may have run out. Ask the archive's administrator for a new one.")};
        return {headline, ConnectionTest::tr("Check user name and password. Small and capital letters differ.")};
    case ErrorCode::Forbidden:
        return {headline,
                ConnectionTest::tr("The account is known, but may not search. Ask the archive's administrator.")};
    case ErrorCode::NotFound:
    case ErrorCode::NoService:
        return otherPath;
    case ErrorCode::ProtocolViolation:
        return {ConnectionTest::tr("What answers is not a DICOMweb service."),
                ConnectionTest::tr("This is often a web page at the same server. Check the path of the address.")};
    case ErrorCode::TooManyRequests:
        return {headline, ConnectionTest::tr("Try again later.")};
    default:
        return {headline, ConnectionTest::tr("Tell the archive's administrator the code below.")};
    }
}

} // namespace consilium::app
