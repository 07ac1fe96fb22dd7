#include "app/usecases/KeptCounts.h"

#include "app/usecases/MarkDrafts.h"
#include "app/usecases/OutboxStore.h"

using namespace Qt::StringLiterals;

namespace consilium::app
{

Result<KeptCounts> countKept(const store::LocalStore &store)
{
    const auto drafts = store.list(QString::fromLatin1(MarkDrafts::recordKind)),
               entries = store.list(QString::fromLatin1(OutboxStore::entryKind));
    for (const auto *listing : {&drafts, &entries}) {
        if (!*listing)
            return fail(listing->error());
        if ((*listing)->damaged > 0)
            return fail(ErrorCode::FileUnreadable, u"damaged records"_s);
    }
    KeptCounts counts;
    for (const store::Record &record : drafts->records) {
        const auto draft = markDraftFromCbor(record.value);
        if (!draft)
            return fail(draft.error());
        counts.marks += int(draft->marks.size() + draft->removed.size());
    }
    counts.objects = int(entries->records.size());
    return counts;
}

} // namespace consilium::app
