#pragma once
#include "base/Error.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <functional>
#include <mutex>
#include <vector>

namespace consilium::dicomweb
{

/// What an archive is asked for in different Accept forms.
enum class Resource { Frames, Instance, BulkData, Json, Rendered };
inline constexpr std::size_t resourceCount = 5;

/// Which Accept header an archive understands for what. Archives are strict in opposite ways, so the forms are tried
/// one after another until one works; that one is then asked for first. Never asks an archive to transcode into a
/// certain compression (one that tries can crash). Thread safe.
class Negotiation
{
public:
    /// The forms for a resource, the one to try first at the front.
    [[nodiscard]] QList<QByteArray> forms(Resource resource) const;
    /// Whether another form than this one may help after this error.
    [[nodiscard]] bool mayRetry(Resource resource, const QByteArray &form, const Error &error) const;
    void succeeded(Resource resource, const QByteArray &form);
    void failed(Resource resource, const QByteArray &form);

    /// The archive's lists begin at their start whatever the offset says, so asking further gives nothing new.
    [[nodiscard]] bool ignoresLimit() const;
    void setIgnoresLimit();
    /// The archive does not undo percent-encoding in queries (QueryText.h).
    [[nodiscard]] bool needsPlainQueries() const;
    void setNeedsPlainQueries();

    /// The archive refuses questions for attributes that are not among those it must know (includefield).
    [[nodiscard]] bool refusesRareFields() const;
    void setRefusesRareFields();

    /// Whether the archive finds studies by the patient's birth date: known once one was found so, or others came, or
    /// the question was refused, or one was not found so that is there.
    enum class BirthDates { Unknown, Matched, Useless };
    [[nodiscard]] BirthDates birthDates() const;
    void setBirthDates(BirthDates found); ///< Useless stays: an archive that errs once is not trusted again

    [[nodiscard]] QByteArray toJson() const;
    void fromJson(const QByteArray &json);
    /// Called when toJson() says something else that was not read from JSON; on the thread that found it out.
    void onChange(std::function<void()> handler);

private:
    struct Learned {
        QByteArray form;
        int failures = 0;
    };
    void tell(std::unique_lock<std::mutex> &lock) const; ///< lets it go

    mutable std::mutex m_mutex;
    std::function<void()> m_onChange;
    std::array<Learned, resourceCount> m_learned;
    bool m_ignoresLimit = false, m_needsPlainQueries = false, m_refusesRareFields = false;
    BirthDates m_birthDates = BirthDates::Unknown;
};

} // namespace consilium::dicomweb
