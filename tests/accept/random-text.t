#!/bin/sh
# Ten thousand random documents through text at three widths: make check takes the first 500, this takes the others.
exec "$BUILD/test/random/text" 9500 501
