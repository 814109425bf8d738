#ifndef VERSION_H
#define VERSION_H

#define WIRECOPY_VERSION "1.0.0"

#endif
