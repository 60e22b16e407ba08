#include "CVectorLanes.h"
