target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/AlignCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/AlignCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/AppBar.cpp ${CMAKE_CURRENT_LIST_DIR}/AppBar.h
    ${CMAKE_CURRENT_LIST_DIR}/AppTabs.cpp ${CMAKE_CURRENT_LIST_DIR}/AppTabs.h
    ${CMAKE_CURRENT_LIST_DIR}/ArchiveNote.cpp ${CMAKE_CURRENT_LIST_DIR}/ArchiveNote.h
    ${CMAKE_CURRENT_LIST_DIR}/AskForPaths.cpp ${CMAKE_CURRENT_LIST_DIR}/AskForPaths.h
    ${CMAKE_CURRENT_LIST_DIR}/ArrangeCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/ArrangeCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/CommandMenu.cpp ${CMAKE_CURRENT_LIST_DIR}/CommandMenu.h
    ${CMAKE_CURRENT_LIST_DIR}/CommandNames.cpp ${CMAKE_CURRENT_LIST_DIR}/CommandNames.h
    ${CMAKE_CURRENT_LIST_DIR}/CommandPalette.cpp ${CMAKE_CURRENT_LIST_DIR}/CommandPalette.h
    ${CMAKE_CURRENT_LIST_DIR}/CommandSet.cpp ${CMAKE_CURRENT_LIST_DIR}/CommandSet.h
    ${CMAKE_CURRENT_LIST_DIR}/CompareCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/CompareCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/ContextMenus.cpp ${CMAKE_CURRENT_LIST_DIR}/ContextMenus.h
    ${CMAKE_CURRENT_LIST_DIR}/AwaitedPage.h
    ${CMAKE_CURRENT_LIST_DIR}/LeaveQuestion.cpp ${CMAKE_CURRENT_LIST_DIR}/LeaveQuestion.h
    ${CMAKE_CURRENT_LIST_DIR}/KeptCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/KeptCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/KeepCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/KeepCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/MainWindow.cpp ${CMAKE_CURRENT_LIST_DIR}/MainWindow.h ${CMAKE_CURRENT_LIST_DIR}/MainWindowPages.cpp
    ${CMAKE_CURRENT_LIST_DIR}/OutboxButton.cpp ${CMAKE_CURRENT_LIST_DIR}/OutboxButton.h
    ${CMAKE_CURRENT_LIST_DIR}/OutboxPanel.cpp ${CMAKE_CURRENT_LIST_DIR}/OutboxPanel.h
    ${CMAKE_CURRENT_LIST_DIR}/OutboxRow.cpp ${CMAKE_CURRENT_LIST_DIR}/OutboxRow.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/MonitorArrangement.cpp ${CMAKE_CURRENT_LIST_DIR}/MonitorArrangement.h
    ${CMAKE_CURRENT_LIST_DIR}/WindowSpread.cpp ${CMAKE_CURRENT_LIST_DIR}/WindowSpread.h
    ${CMAKE_CURRENT_LIST_DIR}/WorklistWindow.cpp ${CMAKE_CURRENT_LIST_DIR}/WorklistWindow.h
    ${CMAKE_CURRENT_LIST_DIR}/NoticeBar.cpp ${CMAKE_CURRENT_LIST_DIR}/NoticeBar.h
    ${CMAKE_CURRENT_LIST_DIR}/OpeningCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/OpeningCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/OpeningDetails.cpp ${CMAKE_CURRENT_LIST_DIR}/OpeningDetails.h
    ${CMAKE_CURRENT_LIST_DIR}/OpeningReport.cpp ${CMAKE_CURRENT_LIST_DIR}/OpeningReport.h
    ${CMAKE_CURRENT_LIST_DIR}/PeopleCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/PeopleCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/Question.cpp ${CMAKE_CURRENT_LIST_DIR}/Question.h
    ${CMAKE_CURRENT_LIST_DIR}/DraftNote.cpp ${CMAKE_CURRENT_LIST_DIR}/DraftNote.h
    ${CMAKE_CURRENT_LIST_DIR}/DroppedPaths.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadingBar.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadingBar.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadingPage.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadingPage.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadingSession.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadingSession.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioDoor.cpp ${CMAKE_CURRENT_LIST_DIR}/ScenarioDoor.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadStateRow.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadStateRow.h
    ${CMAKE_CURRENT_LIST_DIR}/SettingsCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/SettingsCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/SmallWindow.h
    ${CMAKE_CURRENT_LIST_DIR}/AheadChoices.cpp ${CMAKE_CURRENT_LIST_DIR}/AheadChoices.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyNotices.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyNotices.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyFlow.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyFlow.h
    ${CMAKE_CURRENT_LIST_DIR}/HangingCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/HangingCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/PriorFetch.cpp ${CMAKE_CURRENT_LIST_DIR}/PriorFetch.h
    ${CMAKE_CURRENT_LIST_DIR}/PriorPatience.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyHanging.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyHanging.h
    ${CMAKE_CURRENT_LIST_DIR}/StartTiming.cpp ${CMAKE_CURRENT_LIST_DIR}/StartTiming.h
    ${CMAKE_CURRENT_LIST_DIR}/HeldKey.cpp ${CMAKE_CURRENT_LIST_DIR}/HeldKey.h
    ${CMAKE_CURRENT_LIST_DIR}/TabLabel.cpp ${CMAKE_CURRENT_LIST_DIR}/TabLabel.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelineCommands.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelineCommands.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelineList.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelineList.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelinePanel.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelinePanel.h
    ${CMAKE_CURRENT_LIST_DIR}/TopLine.cpp ${CMAKE_CURRENT_LIST_DIR}/TopLine.h
    ${CMAKE_CURRENT_LIST_DIR}/TurnByTurn.cpp ${CMAKE_CURRENT_LIST_DIR}/TurnByTurn.h
    ${CMAKE_CURRENT_LIST_DIR}/WhyNot.cpp ${CMAKE_CURRENT_LIST_DIR}/WhyNot.h
    ${CMAKE_CURRENT_LIST_DIR}/WindowLook.cpp ${CMAKE_CURRENT_LIST_DIR}/WindowLook.h
    ${CMAKE_CURRENT_LIST_DIR}/WindowPlace.cpp ${CMAKE_CURRENT_LIST_DIR}/WindowPlace.h)
