/* The names that the reader and the writer share: namespaces, properties, terms of our own. */
#ifndef NML_NML_META_H
#define NML_NML_META_H

#include "doc/doc.h"
#include "item/namespace.h"
#include "item/property.h"

#endif
