# The tree of a document without what plain text cannot hold, one line for
# each thing. Whatever is not named here survives the way through txt --headers.
#
# The hash says that the text is unchanged; a text is written anew.
/^meta recognised /d
# Letters have no styles, languages, directions and readings in a text.
s/^( *".*") style=[bius_^]+/\1/
s/^( *".*") lang=[A-Za-z0-9-]+/\1/
s/ rtl$//
s/ ruby=".*"$//
# Of an image, text keeps the alternative text and the address.
s/^( *image ".*") size=[0-9x]+/\1/
s/ type=image\/[a-z]+ bytes=[0-9]+ sha256=[0-9a-f]+$//
# Cells have no spans.
s/^( *cell( header)?) span=[0-9x]+/\1/
