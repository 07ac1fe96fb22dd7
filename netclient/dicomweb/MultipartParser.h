#pragma once
#include "base/Result.h"
#include "netclient/http/HttpClient.h"

#include <QByteArray>

#include <functional>

namespace consilium::dicomweb
{

/// One part of a multipart answer.
struct Part {
    std::vector<http::Header> headers;
    QByteArray body;
    bool contradictsItself = false; ///< its Content-Length names another length than the body has
    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty when absent
};

/// Takes a multipart body (RFC 2046 5.1) apart while it arrives, in pieces of any size. Reads what archives really
/// send: line feeds alone, text before the first boundary, parts without headers or with a wrong Content-Length (a hint
/// for how much memory to reserve; the boundary ends the part, and Part::contradictsItself says that they disagree), no
/// boundary in the header or another one than in the body (then the
/// body's own is taken). An answer is complete only when its closing boundary has been seen. A part longer than
/// `maximumPart` bytes is a ProtocolViolation as soon as it is; of a part's headers the first 100 are kept.
class MultipartParser
{
public:
    using PartHandler = std::function<Result<void>(Part &&)>;

    static constexpr qsizetype longestPart = 1'900'000'000; ///< what one array holds with room to grow
    MultipartParser(const QByteArray &boundary, PartHandler onPart, qsizetype maximumPart = longestPart);

    [[nodiscard]] Result<void> feed(const char *data, std::size_t size);
    /// At the end of the body. ProtocolViolation when no boundary was found at all; ConnectionLost when the closing one
    /// is missing.
    [[nodiscard]] Result<void> finish();
    /// The boundary had to be taken from the body.
    [[nodiscard]] bool boundaryWasRepaired() const { return m_repaired; }

private:
    enum class State { Preamble, Headers, Body, Closed };
    enum class Delimiter { No, Incomplete, Next, Last };

    [[nodiscard]] Result<bool> advance(); ///< false: more bytes are needed
    [[nodiscard]] Result<bool> readPreamble();
    [[nodiscard]] Result<bool> readHeaders();
    [[nodiscard]] Result<bool> readBody();
    [[nodiscard]] Result<bool> endPart(qsizetype bodyEnd, qsizetype restStart, bool last);
    [[nodiscard]] Delimiter classify(const QByteArray &bytes, qsizetype behindBoundary, qsizetype &lineEnd) const;
    [[nodiscard]] bool adoptBoundary();
    void setBoundary(const QByteArray &boundary);
    void parseHeaderBlock(const QByteArray &block);
    [[nodiscard]] qsizetype stepFor(std::size_t available) const;

    PartHandler m_onPart;
    QByteArray m_delimiter; ///< line feed, two dashes, boundary
    QByteArray m_pending;   ///< bytes of the preamble or of headers
    Part m_part;
    qsizetype m_maximumPart, m_searched = 0, m_hint = 0;
    State m_state = State::Preamble;
    bool m_repaired = false;
};

} // namespace consilium::dicomweb
