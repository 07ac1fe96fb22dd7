#include "viewer/objects/StudyObjects.h" // for moc
