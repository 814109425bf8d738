#!/bin/sh
# Two thousand random documents through every chain: make check takes the first 120, this takes the others.
exec "$BUILD/test/random/chains" 1880 121
