target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/MarkDraft.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkDraft.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkDrafts.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkDrafts.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkKeeper.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkKeeper.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadStates.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadStates.h)
