/* The namespaces that stand in items. */
#ifndef ITEM_NAMESPACE_H
#define ITEM_NAMESPACE_H

#define NML_NS "http://iptc.org/std/nar/2006-10-01/"
#define XHTML_NS "http://www.w3.org/1999/xhtml"
#define NITF_NS "http://iptc.org/std/NITF/2006-10-18/"
#define XML_NS "http://www.w3.org/XML/1998/namespace"
#define XMLNS_NS "http://www.w3.org/2000/xmlns/" /* of declarations, which are attributes too; xmlns="" is named "xmlns" */

#endif
