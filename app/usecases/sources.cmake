target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/MarkDraft.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkDraft.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkDrafts.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkDrafts.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkKeeper.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkKeeper.h
    ${CMAKE_CURRENT_LIST_DIR}/PatientLinks.cpp ${CMAKE_CURRENT_LIST_DIR}/PatientLinks.h
    ${CMAKE_CURRENT_LIST_DIR}/PatientTimeline.cpp ${CMAKE_CURRENT_LIST_DIR}/PatientTimeline.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelineDesk.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelineDesk.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelineEntry.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelineEntry.h)
