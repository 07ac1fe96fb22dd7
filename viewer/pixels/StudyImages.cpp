#include "viewer/pixels/StudyImages.h"

// The interface is implemented by the app; this file gives its meta-object a home.
