target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/HandOver.cpp ${CMAKE_CURRENT_LIST_DIR}/HandOver.h
    ${CMAKE_CURRENT_LIST_DIR}/KeyImageGuide.cpp ${CMAKE_CURRENT_LIST_DIR}/KeyImageGuide.h
    ${CMAKE_CURRENT_LIST_DIR}/RequestDesk.cpp ${CMAKE_CURRENT_LIST_DIR}/RequestDesk.h
    ${CMAKE_CURRENT_LIST_DIR}/RequestFinder.cpp ${CMAKE_CURRENT_LIST_DIR}/RequestFinder.h
    ${CMAKE_CURRENT_LIST_DIR}/RequestNotices.cpp ${CMAKE_CURRENT_LIST_DIR}/RequestNotices.h
    ${CMAKE_CURRENT_LIST_DIR}/RequestQueue.cpp ${CMAKE_CURRENT_LIST_DIR}/RequestQueue.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyRequest.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyRequest.h)
