#include "app/bridge/DocumentCache.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <vector>

namespace consilium::app
{

struct DocumentCache::Held {
    struct Entry {
        dicom::DocumentPtr document;
        QByteArray part10;
    };
    mutable std::mutex mutex;
    std::vector<Entry> entries; ///< shown last: at the end
    std::int64_t bytes = 0, mostBytes = 0;
    int closings = 0; ///< of studies, so far

    [[nodiscard]] std::optional<QByteArray> find(const dicom::DocumentHeader &document)
    {
        const std::lock_guard lock(mutex);
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) {
            const dicom::DocumentHeader &held = *entry.document;
            return held.sop == document.sop && held.series == document.series && held.study == document.study &&
                   held.patient == document.patient;
        });
        if (found == entries.end())
            return std::nullopt;
        std::rotate(found, found + 1, entries.end());
        return entries.back().part10;
    }

    void keep(const dicom::DocumentPtr &document, const QByteArray &part10, int closingsBefore)
    {
        const std::lock_guard lock(mutex);
        if (closings != closingsBefore || part10.size() > mostBytes)
            return;
        eraseIf([&](const Entry &entry) { return entry.document->sop == document->sop; });
        entries.push_back({document, part10});
        bytes += part10.size();
        while (bytes > mostBytes) {
            bytes -= entries.front().part10.size();
            entries.erase(entries.begin());
        }
    }

    template<class Predicate>
    void eraseIf(Predicate isGone)
    {
        std::erase_if(entries, [&](const Entry &entry) {
            const bool gone = isGone(entry);
            bytes -= gone ? entry.part10.size() : 0;
            return gone;
        });
    }
};

DocumentCache::DocumentCache(std::int64_t mostBytes) : m_held(std::make_shared<Held>())
{
    m_held->mostBytes = mostBytes;
}

Pending<Result<QByteArray>> DocumentCache::fetch(const std::shared_ptr<dicomweb::DicomWebClient> &archive,
                                                 const dicom::DocumentPtr &document, const CancelToken &cancel) const
{
    if (!document->localFile.isEmpty())
        return fetchDocumentBytes(archive, document, cancel);
    if (auto part10 = m_held->find(*document))
        return readyAnswer(Result<QByteArray>(*std::move(part10)));
    auto answer = std::make_shared<PendingPromise<Result<QByteArray>>>();
    answer->start();
    fetchDocumentBytes(archive, document, cancel)
        .then(QtFuture::Launch::Sync,
              [held = m_held, document, answer, closings = m_held->closings](const Result<QByteArray> &part10) {
                  if (part10)
                      held->keep(document, *part10, closings);
                  answer->finish(part10);
              });
    return answer->future();
}

void DocumentCache::forget(const StudyUid &study)
{
    const std::lock_guard lock(m_held->mutex);
    ++m_held->closings;
    m_held->eraseIf([&](const Held::Entry &entry) { return entry.document->study == study; });
}

std::int64_t DocumentCache::bytes() const
{
    const std::lock_guard lock(m_held->mutex);
    return m_held->bytes;
}

} // namespace consilium::app
