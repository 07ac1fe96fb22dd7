#pragma once
#include "app/bridge/StudyTable.h"

#include <QString>

#include <vector>

namespace consilium::app
{

/// Which study is looked at beside which, by whom, and what was doubtful about it when it was opened.
class PriorUses
{
public:
    /// `isByHand`: a person has said that the patient is the same; then only what contradicts is in doubt.
    void add(const void *reader, const StudyUid &study, const StudyUid &prior, const QString &doubt,
             bool isByHand = false);
    void forget(const StudyUid &study);
    void leave(const void *reader);
    /// Why `shown` may be another patient's than what `reader` reads; empty: nothing speaks for that. Asked anew each
    /// time: what is known of either patient may have come later than the list.
    [[nodiscard]] QString doubt(const void *reader, const StudyUid &shown, const StudyTable &table) const;

private:
    struct Use {
        const void *reader;
        StudyUid study, prior;
        QString doubt;
        bool isByHand = false;
    };
    std::vector<Use> m_uses;
};

} // namespace consilium::app
