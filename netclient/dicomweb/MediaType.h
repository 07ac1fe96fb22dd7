#pragma once
#include "base/Ids.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace consilium::dicomweb
{

/// A Content-Type (RFC 9110 8.3.1): names in lower case, quotes taken off values.
struct MediaType {
    QByteArray name; ///< "multipart/related"; empty when there was none
    std::map<QByteArray, QByteArray> parameters;

    [[nodiscard]] QByteArray parameter(const QByteArray &key) const;
    [[nodiscard]] bool isMultipart() const { return name.startsWith("multipart/"); }
    [[nodiscard]] bool isJson() const;
    /// The name when it is made as media types are; anything else a server wrote there stays out of messages.
    [[nodiscard]] QString nameForLog() const;
};

[[nodiscard]] MediaType parseMediaType(const QByteArray &contentType);

/// The transfer syntax a Content-Type names: as a parameter of its own, or inside the quoted `type` (Orthanc). Empty:
/// none.
[[nodiscard]] TransferSyntaxUid namedTransferSyntax(const MediaType &type);
/// What a frame of a media type is when nothing is named: PS3.18 table 8.7.3-5. Empty: native little endian.
[[nodiscard]] TransferSyntaxUid defaultTransferSyntax(const QByteArray &mediaTypeName);
/// The syntax of a code stream that gives itself away by how it begins and ends, for parts that are labelled as native
/// or not at all; empty when nothing is certain.
[[nodiscard]] TransferSyntaxUid sniffedTransferSyntax(const QByteArray &frame);

} // namespace consilium::dicomweb
