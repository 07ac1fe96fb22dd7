# Configure must stop at a module that links upwards, and at an image library in a public interface.
foreach(case "upwards|NAME low LAYER 1 SOURCES ../a.cpp PUBLIC high|must not link upwards"
             "private|NAME low LAYER 1 SOURCES ../a.cpp PUBLIC DCMTK::DCMTK|may only be linked PRIVATE")
    string(REPLACE "|" ";" parts "${case}")
    list(GET parts 0 name)
    list(GET parts 1 module)
    list(GET parts 2 expected)
    file(REMOVE_RECURSE ${WORK}/${name})
    file(WRITE ${WORK}/${name}/a.cpp "int a;\n")
    file(WRITE ${WORK}/${name}/CMakeLists.txt
         "cmake_minimum_required(VERSION 3.25)\nproject(t CXX)\ninclude(${SOURCE}/cmake/ConsiliumModule.cmake)\n"
         "add_library(DCMTK::DCMTK INTERFACE IMPORTED)\n"
         "consilium_add_module(NAME high LAYER 2 SOURCES a.cpp)\nconsilium_add_module(${module})\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${WORK}/${name} -B ${WORK}/${name}/build RESULT_VARIABLE result
                    OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(result EQUAL 0 OR NOT output MATCHES "${expected}")
        message(FATAL_ERROR "configure did not stop with '${expected}': ${output}")
    endif()
endforeach()
