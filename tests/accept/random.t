#!/bin/sh
# Two thousand random documents through every chain: make check takes the first 300, this takes the others.
exec "$BUILD/test/random/chains" 1700 301
