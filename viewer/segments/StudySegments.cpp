#include "viewer/segments/StudySegments.h" // for moc
