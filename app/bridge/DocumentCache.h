#pragma once
#include "app/bridge/DocumentFetch.h"

#include <cstdint>
#include <memory>

namespace consilium::app
{

/// Documents of archives, fetched once while their study is open: the ones shown last, within a number of bytes, in
/// memory only. Files of a folder are read (and compared with their header) each time. UI thread only.
class DocumentCache
{
public:
    static constexpr std::int64_t kMostBytes = 128LL << 20;

    explicit DocumentCache(std::int64_t mostBytes = kMostBytes);
    /// As fetchDocumentBytes(); nothing is asked for what is held. Failures are not held.
    [[nodiscard]] Pending<Result<QByteArray>> fetch(const std::shared_ptr<dicomweb::DicomWebClient> &archive,
                                                    const dicom::DocumentPtr &document,
                                                    const CancelToken &cancel) const;
    /// Its study is closed: nothing of it stays, and what is on its way is not kept.
    void forget(const StudyUid &study);
    [[nodiscard]] std::int64_t bytes() const;

private:
    struct Held;
    std::shared_ptr<Held> m_held; ///< with answers that are on their way
};

} // namespace consilium::app
