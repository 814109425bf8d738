#!/bin/sh
# Two thousand random documents through every chain: make check takes the first 600, this takes the others.
exec "$BUILD/test/random/chains" 1400 601
